using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;

namespace Eligibility.RuleSets;

/// <summary>Puts items into an order in which each stands behind everything it reads; reports every cycle, named whole.</summary>
internal static class ItemOrder
{
    public static IReadOnlyList<RuleItem> Of(BoundRules rules, DiagnosticBag bag)
    {
        var order = new List<RuleItem>();
        var state = new Dictionary<RuleItem, bool>();
        var path = new List<RuleItem>();
        foreach (var p in rules.Programmes)
            foreach (var item in p.Items) Visit(item);
        for (var i = 0; i < order.Count; i++) order[i].Order = i;
        return order;

        void Visit(RuleItem item)
        {
            if (state.TryGetValue(item, out var done))
            {
                if (!done) Report(path.SkipWhile(i => i != item).ToArray());
                return;
            }
            state[item] = false;
            path.Add(item);
            foreach (var other in DependenciesOf(item)) Visit(other);
            path.RemoveAt(path.Count - 1);
            state[item] = true;
            order.Add(item);
        }

        void Report(RuleItem[] cycle)
        {
            var at = cycle.Select(i => i.Definition?.Location).FirstOrDefault(l => l is not null) ?? cycle[0].File.Source.At(default(TextSpan));
            bag.Cycle(at, [.. cycle.Append(cycle[0]).Select(i => $"{i.Programme}.{i.Name.TrimStart('#')}")]);
        }
    }

    /// <summary>The items that an item's formula reads, in the order in which they stand in it.</summary>
    public static IEnumerable<RuleItem> DependenciesOf(RuleItem item) =>
        BoundTree.All(item.Bound).OfType<BoundItem>().Select(b => (RuleItem)b.Item).Distinct();
}
