using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Values;

namespace Eligibility.RuleSets;

/// <summary>
/// Follows which item is being bound because of which other: finds cycles, and bounds how deeply formulas rest on one another, each
/// counted by its height. Binding and evaluating a formula goes down into those it reads, and must not run out of stack.
/// </summary>
internal sealed class ItemChain
{
    private const int Limit = 2_000;

    private readonly List<RuleItem> _open = [];
    private readonly List<RuleItem[]> _cycles = [];
    private int _height;
    private RuleItem? _tooDeep;

    /// <summary>Whether some items could not be bound because of where they stand.</summary>
    public bool IsBroken => _cycles.Count > 0 || _tooDeep is not null;

    /// <summary>Binds an item, unless too many others are being bound because of which it is.</summary>
    public FeelType Bind(RuleItem item, Func<RuleItem, FeelType> bind)
    {
        var own = HeightOf(item.Definition);
        if (_height + own > Limit)
        {
            _tooDeep ??= item;
            return FeelType.Error;
        }
        _height += own;
        _open.Add(item);
        try
        {
            return bind(item);
        }
        finally
        {
            _open.RemoveAt(_open.Count - 1);
            _height -= own;
        }
    }

    /// <summary>An item that is being bound was met again: what is bound since then reads itself in a circle.</summary>
    public void Closes(RuleItem item) => _cycles.Add([.. _open.SkipWhile(i => i != item)]);

    /// <summary>Reports every cycle, named whole, and the first item that stands too high, given items each of which stands behind what it reads.</summary>
    public void Check(IReadOnlyList<RuleItem> order, DiagnosticBag bag)
    {
        foreach (var cycle in _cycles) Report(cycle, bag);
        var heights = new int[order.Count];
        for (var i = 0; i < heights.Length && _tooDeep is null; i++)
        {
            var below = ItemOrder.DependenciesOf(order[i]).Select(d => d.Order < i ? heights[d.Order] : 0).DefaultIfEmpty(0).Max();
            heights[i] = below + BoundTree.HeightOf(order[i].Bound);
            if (heights[i] > Limit) _tooDeep = order[i];
        }
        if (_tooDeep is { } item) bag.ChainTooLong(item.Definition?.Location ?? item.File.Source.At(default), item.Name.TrimStart('#'));
    }

    private static void Report(RuleItem[] cycle, DiagnosticBag bag)
    {
        var at = cycle.Select(i => i.Definition?.Location).FirstOrDefault(l => l is not null) ?? cycle[0].File.Source.At(default);
        bag.Cycle(at, [.. cycle.Append(cycle[0]).Select(i => $"{i.Programme}.{i.Name.TrimStart('#')}")]);
    }

    private static int HeightOf(ItemDefinition? definition)
    {
        Formula?[] formulas = definition switch
        {
            DerivedDefinition d => [d.Formula],
            CriterionDefinition c => [c.Formula],
            RouteDefinition r => [r.When, r.Covers],
            BenefitDefinition b => [b.When, b.Amount],
            _ => [],
        };
        return 2 + formulas.OfType<Formula>().Select(f => SyntaxTree.Measure(f.Syntax).Height).DefaultIfEmpty(0).Max();
    }
}
