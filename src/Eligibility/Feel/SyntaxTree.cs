namespace Eligibility.Feel;

/// <summary>Walks over syntax trees.</summary>
internal static class SyntaxTree
{
    /// <summary>The expressions directly inside another, in the order of the text.</summary>
    public static IEnumerable<ExpressionSyntax> Children(ExpressionSyntax node) => node switch
    {
        NegationSyntax n => [n.Operand],
        BinarySyntax n => [n.Left, n.Right],
        BetweenSyntax n => [n.Value, n.Low, n.High],
        InSyntax n => [n.Value, .. n.Tests],
        UnaryTestSyntax n => [n.Operand],
        UnaryTestsSyntax n => n.Tests,
        IfSyntax n => [n.Condition, n.Then, n.Else],
        ForSyntax n => [.. n.Iterators.SelectMany(Of), n.Return],
        QuantifiedSyntax n => [.. n.Iterators.SelectMany(Of), n.Condition],
        PathSyntax n => [n.Target],
        FilterSyntax n => [n.Target, n.Condition],
        CallSyntax n => [n.Target, .. n.Arguments.Select(a => a.Value)],
        ListSyntax n => n.Items,
        ContextSyntax n => n.Entries.Select(e => e.Value),
        RangeSyntax n => [n.Low, n.High],
        InstanceOfSyntax n => [n.Value],
        FunctionSyntax n => [n.Body],
        _ => [],
    };

    /// <summary>A tree's nodes, each before what is inside it, in the order of the text. It does not recurse.</summary>
    public static IEnumerable<ExpressionSyntax> DescendantsAndSelf(ExpressionSyntax root)
    {
        var pending = new Stack<ExpressionSyntax>([root]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node).Reverse()) pending.Push(child);
        }
    }

    /// <summary>The number of nodes of a tree, and how many of them stand one inside the other at most. It does not recurse.</summary>
    public static (int Nodes, int Height) Measure(ExpressionSyntax root)
    {
        var pending = new Stack<(ExpressionSyntax Node, int Depth)>([(root, 1)]);
        int nodes = 0, height = 0;
        while (pending.TryPop(out var item))
        {
            nodes++;
            height = Math.Max(height, item.Depth);
            foreach (var child in Children(item.Node)) pending.Push((child, item.Depth + 1));
        }
        return (nodes, height);
    }

    private static IEnumerable<ExpressionSyntax> Of(IteratorSyntax iterator) => iterator.To is { } to ? [iterator.From, to] : [iterator.From];
}
