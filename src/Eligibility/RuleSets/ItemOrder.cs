using Eligibility.Feel;

namespace Eligibility.RuleSets;

/// <summary>Puts items into an order in which each stands behind everything it reads.</summary>
internal static class ItemOrder
{
    /// <summary>The order. Cycles were found while binding; in the order of a set that has one, they are cut somewhere.</summary>
    public static IReadOnlyList<RuleItem> Of(BoundRules rules)
    {
        var order = new List<RuleItem>();
        var seen = new HashSet<RuleItem>();
        foreach (var p in rules.Programmes)
            foreach (var item in p.Items) Visit(item);
        for (var i = 0; i < order.Count; i++) order[i].Order = i;
        return order;

        void Visit(RuleItem item)
        {
            if (!seen.Add(item)) return;
            foreach (var other in DependenciesOf(item)) Visit(other);
            order.Add(item);
        }
    }

    /// <summary>The items that an item's formula reads, in the order in which they stand in it.</summary>
    public static IEnumerable<RuleItem> DependenciesOf(RuleItem item) =>
        BoundTree.All(item.Bound).OfType<BoundItem>().Select(b => (RuleItem)b.Item).Distinct();
}
