using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility;

/// <summary>Whether a household is covered by a programme.</summary>
public enum Outcome
{
    /// <summary>A route certainly holds for somebody.</summary>
    Eligible,

    /// <summary>No route can hold, whatever is not known.</summary>
    Ineligible,

    /// <summary>It depends on something that is not known; <see cref="Decision.Missing"/> names it.</summary>
    Undetermined,
}

/// <summary>Whether a criterion is met.</summary>
public enum FindingOutcome
{
    /// <summary>It holds.</summary>
    Met,

    /// <summary>It does not hold.</summary>
    NotMet,

    /// <summary>It cannot be told.</summary>
    Unknown,
}

/// <summary>A person who is covered.</summary>
/// <param name="Person">The key of the person in the facts.</param>
/// <param name="Route">The route by which; null when more than one is possible and it cannot be told which.</param>
/// <param name="Class">The class that the route gives; null when it gives none.</param>
public sealed record CoveredPerson(string Person, string? Route, string? Class);

/// <summary>An amount to be paid every month.</summary>
/// <param name="Benefit">The benefit's key.</param>
/// <param name="Label">Its official name.</param>
/// <param name="Person">The key of the person it is paid for; null when it is paid to the household.</param>
/// <param name="Payer">The key of the department that pays.</param>
/// <param name="ToAccount">Whether it is credited to a service account instead of being paid in cash.</param>
/// <param name="Amount">Yuan a month, whole fen.</param>
public sealed record Payment(string Benefit, LocalText Label, string? Person, string Payer, bool ToAccount, Money Amount);

/// <summary>What a criterion gave.</summary>
/// <param name="Criterion">The criterion's key.</param>
/// <param name="Person">The key of the instance it is about; null for the household.</param>
/// <param name="Outcome">Whether it is met.</param>
/// <param name="Sentence">The reason as a person reads it, made when it is asked for.</param>
/// <param name="Cites">The articles.</param>
public sealed record Finding(string Criterion, string? Person, FindingOutcome Outcome, Lazy<LocalText> Sentence, IReadOnlyList<string> Cites);

/// <summary>What kind of caution a decision carries.</summary>
public enum WarningKind
{
    /// <summary>A reading of ours where the text is silent or open.</summary>
    Interpretation,

    /// <summary>A figure or rule seen in another carrier, not in the instrument.</summary>
    SecondHand,

    /// <summary>What an office does, not what a text says.</summary>
    ObservedPractice,

    /// <summary>Assumed by an overlay.</summary>
    Assumed,

    /// <summary>Another text says otherwise.</summary>
    Conflict,

    /// <summary>A value used beyond the last day on which a source attests it, because the caller accepted that.</summary>
    Unattested,

    /// <summary>No text shows that the file was still in force in the month.</summary>
    Currency,

    /// <summary>Holds only if another programme is confirmed.</summary>
    Conditional,

    /// <summary>The day of publication is not known.</summary>
    PublicationUnknown,
}

/// <summary>A caution that whoever decides must see.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Name">The key of the item, parameter, reading or programme.</param>
/// <param name="Text">What a person reads.</param>
/// <param name="Cites">The articles; empty when there is none.</param>
public sealed record Warning(WarningKind Kind, string Name, LocalText Text, IReadOnlyList<string> Cites);

/// <summary>Who may confirm.</summary>
/// <param name="Level">The level of government, such as "county"; null when no text that we hold says.</param>
/// <param name="Kind">own, delegated or entrusted; null when not stated.</param>
/// <param name="Cites">The articles.</param>
public sealed record Confirmation(string? Level, string? Kind, IReadOnlyList<string> Cites)
{
    /// <summary>Why it is not who the place itself names; null when it is.</summary>
    public LocalText? Note { get; init; }
}

/// <summary>A part of a month in which nothing changes.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Decision">What would be decided if the whole month were like it.</param>
public sealed record MonthSegment(LocalDate From, LocalDate To, Decision Decision);

/// <summary>What one programme's rules say of one household in one month.</summary>
public sealed record Decision
{
    internal Decision(HouseholdRun run, ProgrammeRules rules)
    {
        Run = run;
        Rules = rules;
    }

    internal ProgrammeRules Rules { get; }

    /// <summary>The run it was read from; of a month paid by days, that of its last part.</summary>
    internal HouseholdRun Run { get; }

    /// <summary>The programme's key.</summary>
    public string Programme => Rules.Programme;

    /// <summary>The programme's official name in the place.</summary>
    public LocalText Title => Rules.Merged.Top.Title;

    /// <summary>"place/programme" of the file that speaks.</summary>
    public string RuleSetId => $"{Rules.Merged.Top.Jurisdiction}/{Programme}";

    /// <summary>The day from which that file is in force.</summary>
    public LocalDate RuleSetVersion => Rules.Merged.Top.From;

    /// <summary>Hash of the bound rules, parameter series included.</summary>
    public required string RuleSetHash { get; init; }

    /// <summary>The outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why the programme has nothing to do with the household, in one line; null when it has.</summary>
    public LocalText? NotApplicable { get; init; }

    /// <summary>The class of the household by the winning household route; null when there is none.</summary>
    public string? Class { get; init; }

    /// <summary>The winning household route; null when none wins or it cannot be told which.</summary>
    public string? Route { get; init; }

    /// <summary>The persons who are certainly covered.</summary>
    public IReadOnlyList<CoveredPerson> Covered { get; init; } = [];

    /// <summary>The payments that are certain.</summary>
    public IReadOnlyList<Payment> Payments { get; init; } = [];

    /// <summary>What the criteria gave, in the order of the rules.</summary>
    public IReadOnlyList<Finding> Findings => LazyFindings.Value;

    internal Lazy<IReadOnlyList<Finding>> LazyFindings { get; init; } = Nothing<Finding>.Yet;

    /// <summary>What would settle the outcome or the amount; empty when both are known.</summary>
    public IReadOnlyList<Missing> Missing { get; init; } = [];

    /// <summary>Cautions.</summary>
    public IReadOnlyList<Warning> Warnings => LazyWarnings.Value;

    /// <summary>Found when they are asked for: that follows the whole derivation, which a bulk run does not need.</summary>
    internal Lazy<IReadOnlyList<Warning>> LazyWarnings { get; init; } = Nothing<Warning>.Yet;

    /// <summary>Who may confirm; null when the rules do not say.</summary>
    public Confirmation? ConfirmedBy { get; init; }

    /// <summary>The parts of a month in which something changed and which is paid by days; empty where one day decides for the whole month.</summary>
    public IReadOnlyList<MonthSegment> Segments { get; init; } = [];

    /// <summary>The monthly amount when it is known; null otherwise.</summary>
    public Money? AmountIfKnown { get; init; }

    /// <summary>The monthly amount. Throws <see cref="InvalidOperationException"/> when it is not known; ask <see cref="TryPayable"/> or <see cref="Missing"/> first.</summary>
    public Money Payable => AmountIfKnown ?? throw new InvalidOperationException(
        $"The amount of {Programme} is not known: {string.Join("; ", Missing.Select(m => m.Text.En))}. Use TryPayable or look at Missing.");

    /// <summary>Whether the amount is known, and the amount.</summary>
    public bool TryPayable(out Money amount)
    {
        amount = AmountIfKnown ?? default;
        return AmountIfKnown is not null;
    }
}

/// <summary>An empty list that is there already.</summary>
internal static class Nothing<T>
{
    public static readonly Lazy<IReadOnlyList<T>> Yet = new([]);
}
