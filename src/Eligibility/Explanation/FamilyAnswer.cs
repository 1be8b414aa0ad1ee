using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Explanation;

/// <summary>An assessment as it is told to the family, in one language.</summary>
internal sealed record FamilyAnswer(Assessment Assessment, Words Words, IReadOnlyList<FamilyProgramme> Programmes, IReadOnlyList<Reason> NotApplicable)
{
    /// <summary>What the family alone can state.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What the office sees when it visits.</summary>
    public IReadOnlyList<string> Visited { get; init; } = [];

    /// <summary>What the office finds out itself and may not ask of the family, by where it finds it.</summary>
    public IReadOnlyList<string> Checked { get; init; } = [];

    /// <summary>What one who disagrees may do, with the programmes for which a text says so.</summary>
    public IReadOnlyList<Reason> Remedies { get; init; } = [];

    public static FamilyAnswer Of(Assessment assessment, Language language)
    {
        var answer = Answer.Of(assessment, language);
        var words = answer.Words;
        var missing = answer.Programmes.SelectMany(p => p.Decision.Missing).Where(m => m.Kind == MissingKind.Fact).Distinct().ToLookup(m => m.ObtainFrom is { } from ? words.Say(from) : "", m => words.Say(m.Text));
        string[] family = [words.Say(ObtainFrom.Label("ownStatement")), words.Say(ObtainFrom.Label("homeVisit"))];
        return new(assessment, words, [.. answer.Programmes.Select(p => new FamilyMaker(answer, p).Make())], answer.NotApplicable)
        {
            Asked = [.. missing[family[0]].Distinct()],
            Visited = [.. missing[family[1]].Distinct()],
            Checked = [.. missing.Where(g => !family.Contains(g.Key)).Select(g => (g.Key.Length == 0 ? "" : g.Key + words.Colon) + string.Join(words.Comma, g.Distinct()))],
            Remedies = [.. answer.Programmes.Where(p => p.Decision.Rules.Merged.Procedure?.Definition.Remedy is not null).GroupBy(p => words.Say(p.Decision.Rules.Merged.Procedure!.Definition.Remedy!.Value.Text))
                .Select(g => new Reason(string.Join(words.Comma, g.Select(p => p.Title)), g.Key, [.. g.SelectMany(p => DecisionMaker.Cites(p.Decision.Rules.Merged.Procedure!.Definition.Remedy!.Value.Cites)).Distinct()]))],
        };
    }

    /// <summary>What is said once for all programmes, each part with its heading.</summary>
    public IEnumerable<(string Label, IReadOnlyList<string> Lines)> Parts()
    {
        (string, IReadOnlyList<string>)[] parts =
        [
            (Words.Say("还需要您说明", "Please tell us"), Asked),
            (Words.Say("我们入户时了解", "We shall see when we visit you"), Visited),
            (Words.Say("由我们核实，不用您提供", "We find out ourselves; you need not bring it"), Checked),
            (Words.Say("如有不同意见", "If you disagree"), [.. Remedies.Select(r => $"{r.Title}{Words.Colon}{r.Text}{Words.Cites(r.Cites)}")]),
        ];
        return parts.Where(p => p.Item2.Count > 0);
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

    /// <summary>On what it depends that is not decided yet.</summary>
    public IReadOnlyList<string> Provided { get; init; } = [];

    /// <summary>What is not clear in the rules and no family can supply.</summary>
    public IReadOnlyList<string> Unclear { get; init; } = [];

    /// <summary>The reason in at most 70 characters.</summary>
    public string Sms { get; init; } = "";
}
