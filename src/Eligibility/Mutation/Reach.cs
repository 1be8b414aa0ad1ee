using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Mutation;

/// <summary>A scenario with its facts and what of the rules was read to decide and check it. What was not read cannot change how it ends.</summary>
internal sealed class Reach
{
    private readonly HashSet<(RuleFile File, string Item)>? _read;
    private readonly HashSet<string> _places;

    private Reach(Scenario scenario, Facts facts, HashSet<string> places, HashSet<(RuleFile, string)>? read)
    {
        Scenario = scenario;
        Facts = facts;
        _places = places;
        _read = read;
    }

    /// <summary>The scenario, expecting only what the rules at hand decide.</summary>
    public Scenario Scenario { get; }

    public Facts Facts { get; }

    /// <summary>Runs a scenario on rules as they are; null when it says nothing of them, or does not come out as expected.</summary>
    public static Reach? Of(RuleBook book, IReadOnlySet<string> programmes, Scenario scenario)
    {
        var expected = scenario.Expected.Where(e => programmes.Contains(e.Programme.Text)).ToArray();
        if ((expected.Length == 0 && scenario.Diagnostics.Count == 0) || Vocabulary.Facts.Read(scenario.Facts, book.Vocabulary, []) is not { } facts) return null;
        var own = scenario with { Expected = expected };
        if (!ScenarioRunner.Run(book, own, facts, out var assessment).Passed) return null;
        var places = book.Library.Jurisdictions.Chain(scenario.Jurisdiction).Select(j => j.Code).ToHashSet(StringComparer.Ordinal);
        // A month that falls into parts is decided by several runs, and a place that was merged has another chain: everything counts as read.
        var simple = assessment is not null && assessment.Run.Rules.Place == scenario.Jurisdiction && assessment.Decisions.All(d => d.Run == assessment.Run && d.Segments.Count == 0);
        if (assessment is not null) places.UnionWith(book.Library.Jurisdictions.Chain(assessment.Run.Rules.Place).Select(j => j.Code));
        return new Reach(own, facts, places, simple ? ReadBy(assessment!.Run) : null);
    }

    public bool Reads(Mutant m) => _read is null ? _places.Contains(m.File.Jurisdiction) : _read.Contains((m.File, m.Item));

    private static HashSet<(RuleFile, string)> ReadBy(HouseholdRun run)
    {
        var read = new HashSet<(RuleFile, string)>();
        foreach (var item in run.Rules.Plan.Rules.Order)
        {
            if (run.Computed(item).Count == 0) continue;
            read.Add((item.File, NameOf(item)));
            foreach (var p in BoundTree.All(item.Bound).OfType<BoundParameter>().Select(p => (RuleParameter)p.Parameter))
            {
                read.Add((p.File, "$" + p.Name));
                foreach (var v in p.Values) read.Add((v.File, "$" + p.Name));
            }
        }
        return read;
    }

    /// <summary>An item's name as mutants give it: a reading belongs to what is written, whichever of its conditions and amounts it is asked of.</summary>
    public static string NameOf(RuleItem item) => item.Kind == ItemKind.Interpretation ? $"#reading:{item.Of!.Definition!.Name}:{item.Reading!.Name}" : item.Name;
}
