using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;

namespace Eligibility.Simulation.Impact;

/// <summary>
/// Tells which programmes other rules may decide otherwise: those whose own rules are others, and those that read them. The rest comes out alike whatever
/// the facts, so that a fact which is not known there leaves nothing open in a comparison.
/// </summary>
internal static class Touched
{
    public static IReadOnlySet<string> Of(MonthRules before, MonthRules after)
    {
        var (old, changed) = (before.Plan.Rules.Programmes, after.Plan.Rules.Programmes);
        var all = old.Concat(changed).Select(p => p.Programme).ToHashSet(StringComparer.Ordinal);
        // Facts that are left out may mean something else by another vocabulary.
        if (!MeansTheSame(before.Plan.Rules.Vocabulary, after.Plan.Rules.Vocabulary)) return all;
        var touched = all.Where(name => !IsSame(name)).ToHashSet(StringComparer.Ordinal);
        for (var more = true; more;)
        {
            more = false;
            foreach (var p in old.Concat(changed).Where(p => !touched.Contains(p.Programme)))
                if (p.Items.SelectMany(ReadBy).Any(touched.Contains)) more |= touched.Add(p.Programme);
        }
        return touched;

        bool IsSame(string name) => old.FirstOrDefault(p => p.Programme == name) is { } a && changed.FirstOrDefault(p => p.Programme == name) is { } b
            && before.Plan.HashOf(a) == after.Plan.HashOf(b) && before.Gaps.ContainsKey(name) == after.Gaps.ContainsKey(name);
    }

    /// <summary>The programmes that an item reads something of.</summary>
    private static IEnumerable<string> ReadBy(RuleItem item) =>
        BoundTree.All(item.Bound).Select(b => b is BoundItem i ? i.Item.Programme : b is BoundParameter p ? p.Parameter.Programme : null).OfType<string>();

    private static bool MeansTheSame(Vocabulary.Vocabulary a, Vocabulary.Vocabulary b) =>
        ReferenceEquals(a, b) || a.Entities.SelectMany(e => e.Attributes).Zip(b.Entities.SelectMany(e => e.Attributes)).All(p => p.First.Absence == p.Second.Absence && p.First.AbsentValue.ToString() == p.Second.AbsentValue.ToString());
}
