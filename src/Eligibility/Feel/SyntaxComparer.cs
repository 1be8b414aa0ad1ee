namespace Eligibility.Feel;

/// <summary>Compares syntax trees by what they say, not by where it stands.</summary>
internal static class SyntaxComparer
{
    /// <summary>Whether two trees are the same but for their spans. It does not recurse over expressions.</summary>
    public static bool Equal(ExpressionSyntax a, ExpressionSyntax b)
    {
        var pending = new Stack<(ExpressionSyntax A, ExpressionSyntax B)>([(a, b)]);
        while (pending.TryPop(out var pair))
        {
            if (!SameNode(pair.A, pair.B)) return false;
            var left = SyntaxTree.Children(pair.A).ToList();
            var right = SyntaxTree.Children(pair.B).ToList();
            if (left.Count != right.Count) return false;
            for (var i = 0; i < left.Count; i++) pending.Push((left[i], right[i]));
        }
        return true;
    }

    /// <summary>Whether two nodes agree in everything but their spans and the expressions inside them.</summary>
    private static bool SameNode(ExpressionSyntax a, ExpressionSyntax b) => (a, b) switch
    {
        (NumberSyntax x, NumberSyntax y) => x.Value.Equals(y.Value),
        (StringSyntax x, StringSyntax y) => x.Value == y.Value,
        (BooleanSyntax x, BooleanSyntax y) => x.Value == y.Value,
        (AtLiteralSyntax x, AtLiteralSyntax y) => x.Value == y.Value,
        (NameSyntax x, NameSyntax y) => x.Name == y.Name,
        (BinarySyntax x, BinarySyntax y) => x.Operator == y.Operator,
        (UnaryTestSyntax x, UnaryTestSyntax y) => x.Operator == y.Operator,
        (UnaryTestsSyntax x, UnaryTestsSyntax y) => x.IsNegated == y.IsNegated,
        (PathSyntax x, PathSyntax y) => x.Name == y.Name,
        (RangeSyntax x, RangeSyntax y) => x.LowIncluded == y.LowIncluded && x.HighIncluded == y.HighIncluded,
        (ForSyntax x, ForSyntax y) => SameIterators(x.Iterators, y.Iterators),
        (QuantifiedSyntax x, QuantifiedSyntax y) => x.IsEvery == y.IsEvery && SameIterators(x.Iterators, y.Iterators),
        (CallSyntax x, CallSyntax y) => x.Arguments.Select(i => i.Name).SequenceEqual(y.Arguments.Select(i => i.Name)),
        (ContextSyntax x, ContextSyntax y) => x.Entries.Select(e => e.Key).SequenceEqual(y.Entries.Select(e => e.Key)),
        (InstanceOfSyntax x, InstanceOfSyntax y) => SameType(x.Type, y.Type),
        (FunctionSyntax x, FunctionSyntax y) => x.IsExternal == y.IsExternal && x.Parameters.Count == y.Parameters.Count
            && x.Parameters.Zip(y.Parameters).All(p => p.First.Name == p.Second.Name && SameType(p.First.Type, p.Second.Type)),
        _ => a.GetType() == b.GetType(),
    };

    private static bool SameIterators(IReadOnlyList<IteratorSyntax> a, IReadOnlyList<IteratorSyntax> b) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.Name == p.Second.Name && p.First.To is null == p.Second.To is null);

    private static bool SameType(TypeSyntax? a, TypeSyntax? b) => a is null || b is null
        ? a is null && b is null
        : a.Name == b.Name && a.Arguments.Count == b.Arguments.Count && SameType(a.Result, b.Result)
            && a.Arguments.Zip(b.Arguments).All(p => p.First.Name == p.Second.Name && SameType(p.First.Type, p.Second.Type));
}
