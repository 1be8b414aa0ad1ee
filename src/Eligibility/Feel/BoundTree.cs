namespace Eligibility.Feel;

/// <summary>Walks bound expressions.</summary>
internal static class BoundTree
{
    /// <summary>The direct parts of an expression, in evaluation order.</summary>
    public static IEnumerable<BoundExpression> Children(BoundExpression e) => e switch
    {
        BoundAttribute a => [a.Target],
        BoundItem i => [i.Target],
        BoundParent p => [p.Target],
        BoundParameter p => p.Keys,
        BoundOperation o => o.Arguments,
        BoundDynamic d => d.Arguments,
        BoundLogic l => [l.Left, l.Right],
        BoundIf i => [i.Condition, i.Then, i.Else],
        BoundFor f => [.. Iterators(f.Iterators), f.Return],
        BoundQuantified q => [.. Iterators(q.Iterators), q.Condition],
        BoundFilter f => [f.Target, f.Condition],
        BoundIndex i => [i.Target, i.Index],
        BoundDynamicFilter d => [d.Target, d.Condition],
        BoundMap m => [m.Target, m.Body],
        BoundProperty p => [p.Target],
        BoundList l => l.Items,
        BoundContext c => c.Entries.Select(x => x.Value),
        BoundRange r => new[] { r.Low, r.High }.OfType<BoundExpression>(),
        BoundIn i => [i.Value, .. i.Tests],
        BoundInstanceOf i => [i.Value],
        _ => [],
    };

    /// <summary>The expression and everything below it.</summary>
    public static IEnumerable<BoundExpression> All(BoundExpression e)
    {
        var open = new Stack<BoundExpression>();
        open.Push(e);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Children(next).Reverse()) open.Push(child);
        }
    }

    /// <summary>How many parts stand one inside the other at most. It does not recurse.</summary>
    public static int HeightOf(BoundExpression e)
    {
        var open = new Stack<(BoundExpression Node, int Depth)>([(e, 1)]);
        var height = 0;
        while (open.TryPop(out var next))
        {
            height = Math.Max(height, next.Depth);
            foreach (var child in Children(next.Node)) open.Push((child, next.Depth + 1));
        }
        return height;
    }

    /// <summary>Whether the variable in a slot is read anywhere.</summary>
    public static bool Uses(BoundExpression e, int slot) => All(e).Any(x => x is BoundLocal l && l.Slot == slot);

    /// <summary>How many nodes there are.</summary>
    public static int Size(BoundExpression e) => All(e).Count();

    private static IEnumerable<BoundExpression> Iterators(IEnumerable<BoundIterator> iterators) =>
        iterators.SelectMany(i => i.To is null ? [i.From] : new[] { i.From, i.To });
}
