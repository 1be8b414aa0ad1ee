using Eligibility.Text;

namespace Eligibility.Explanation;

/// <summary>An assessment as it is told to the family, in one language.</summary>
internal sealed record FamilyAnswer(Assessment Assessment, Words Words, IReadOnlyList<FamilyProgramme> Programmes, IReadOnlyList<Reason> NotApplicable)
{
    public static FamilyAnswer Of(Assessment assessment, Language language)
    {
        var answer = Answer.Of(assessment, language);
        return new(assessment, answer.Words, [.. answer.Programmes.Select(p => new FamilyMaker(answer, p).Make())], answer.NotApplicable);
    }
}

/// <summary>One programme as it is told to the family.</summary>
/// <param name="Programme">The decision and its lines.</param>
/// <param name="Decided">What was found, and how much a month.</param>
internal sealed record FamilyProgramme(ProgrammeAnswer Programme, string Decided)
{
    /// <summary>One or two reasons: sentences of the criteria that the outcome rests on.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>The articles it rests on, by instrument, and since when the rules are in force.</summary>
    public string Basis { get; init; } = "";

    /// <summary>The standards it was computed by, each with its first day.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>What the family alone can state.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What the office sees when it visits.</summary>
    public IReadOnlyList<string> Visited { get; init; } = [];

    /// <summary>What the office finds out itself and may not ask of the family, each with where.</summary>
    public IReadOnlyList<string> Checked { get; init; } = [];

    /// <summary>What is not clear in the rules and no family can supply.</summary>
    public IReadOnlyList<string> Unclear { get; init; } = [];

    /// <summary>What one who disagrees may do; null where no text says.</summary>
    public Reason? Remedy { get; init; }

    /// <summary>The reason in at most 70 characters.</summary>
    public string Sms { get; init; } = "";
}
