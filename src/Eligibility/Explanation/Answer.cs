using Eligibility.Text;

namespace Eligibility.Explanation;

/// <summary>
/// An assessment as it is told to whoever decides, in one language: every label and figure that text, HTML and JSON print. It is a filter over the
/// decisions and their derivations; views choose and arrange, and compute nothing.
/// </summary>
/// <param name="Assessment">What was decided.</param>
/// <param name="Words">The language.</param>
/// <param name="Programmes">Those that have something to do with the household, the eligible first.</param>
/// <param name="NotApplicable">Those that have nothing to do with it.</param>
/// <param name="Totals">What each payer would pay.</param>
internal sealed record Answer(Assessment Assessment, Words Words, IReadOnlyList<ProgrammeAnswer> Programmes, IReadOnlyList<Reason> NotApplicable, IReadOnlyList<TotalLine> Totals)
{
    public string Place => Words.Say(Assessment.PlaceName);

    public static Answer Of(Assessment assessment, Language language) => new AnswerMaker(assessment, language).Make();
}

/// <summary>A title and the line that is said of it.</summary>
internal sealed record Reason(string Title, string Text, IReadOnlyList<string> Cites);

/// <summary>One programme's decision.</summary>
internal sealed record ProgrammeAnswer(Decision Decision)
{
    public required string Title { get; init; }

    /// <summary>The label of the route; null when there is none or more than one.</summary>
    public string? Way { get; init; }

    /// <summary>The monthly amount; null when it is not known or nothing is due.</summary>
    public string? Amount { get; init; }

    public IReadOnlyList<PaymentLine> Payments { get; init; } = [];

    /// <summary>The sum of several payments with its arithmetic; null when there is one payment only or the sum is not known.</summary>
    public string? Together { get; init; }

    /// <summary>The names of the persons who are covered.</summary>
    public IReadOnlyList<string> Covered { get; init; } = [];

    /// <summary>The figures that the decision rests on.</summary>
    public IReadOnlyList<StepLine> Steps { get; init; } = [];

    public IReadOnlyList<FindingLine> Findings { get; init; } = [];

    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    public IReadOnlyList<Caution> Conflicts { get; init; } = [];

    /// <summary>Who may confirm; null when no rule says.</summary>
    public string? ConfirmedBy { get; init; }
}

/// <summary>A payment.</summary>
/// <param name="Label">Its official name.</param>
/// <param name="Who">The person it is paid for; null for the household.</param>
/// <param name="Amount">With its unit.</param>
/// <param name="Arithmetic">How it comes about: <c>25% × 1,450.00 = 362.50</c>.</param>
/// <param name="Payer">Who pays.</param>
/// <param name="ToAccount">Whether it goes to a service account.</param>
/// <param name="Cites">The articles.</param>
internal sealed record PaymentLine(string Label, string? Who, string Amount, string Arithmetic, string Payer, bool ToAccount, IReadOnlyList<string> Cites);

/// <summary>A computed figure, for whom it is (null for the household), and its arithmetic: <c>2,400.00 ÷ 3 = 800.00</c>.</summary>
internal sealed record StepLine(string Label, string? Whose, string Arithmetic, IReadOnlyList<string> Cites);

/// <summary>What a criterion gave; the same sentence about several persons is said once, with all their names.</summary>
internal sealed record FindingLine(FindingOutcome Outcome, IReadOnlyList<string> Persons, string Text, IReadOnlyList<string> Cites);

/// <summary>A caution and its kind in words.</summary>
internal sealed record Caution(string Kind, string Text, IReadOnlyList<string> Cites);

/// <summary>What a payer would pay in total.</summary>
internal sealed record TotalLine(string Payer, bool ToAccount, string Amount, bool Complete);
