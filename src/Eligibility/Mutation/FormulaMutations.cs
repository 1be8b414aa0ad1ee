using System.Globalization;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Mutation;

/// <summary>A piece of a formula that is replaced.</summary>
/// <param name="Kind">What sort of change.</param>
/// <param name="Span">The characters of the formula.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="Whole">The part of the formula that shows what is meant.</param>
internal readonly record struct Edit(MutationKind Kind, TextSpan Span, string Text, TextSpan Whole);

/// <summary>The changes to one formula or cell.</summary>
internal sealed class FormulaMutations(WholeNumbers whole, string text)
{
    private static readonly Dictionary<BinaryOperator, (string Old, string New)> Comparisons = new()
    {
        [BinaryOperator.Less] = ("<", "<="),
        [BinaryOperator.LessOrEqual] = ("<=", "<"),
        [BinaryOperator.Greater] = (">", ">="),
        [BinaryOperator.GreaterOrEqual] = (">=", ">"),
        [BinaryOperator.Equal] = ("=", "!="),
        [BinaryOperator.NotEqual] = ("!=", "="),
    };

    /// <param name="root">The formula.</param>
    /// <param name="countsWhole">Whether the formula as a whole, or what the tests of a cell speak of, can only be a whole number that is no money.</param>
    public IEnumerable<Edit> Of(ExpressionSyntax root, bool countsWhole)
    {
        var open = new Stack<(ExpressionSyntax Node, ExpressionSyntax Parent, bool Whole)>([(root, root, countsWhole)]);
        while (open.TryPop(out var next))
        {
            foreach (var edit in At(next.Node, next.Parent, next.Whole)) yield return edit;
            foreach (var child in SyntaxTree.Children(next.Node).Reverse()) open.Push((child, Shown(next.Node, next.Parent), CountsWhole(next.Node, child, next.Whole)));
        }
    }

    /// <summary>A lone test or number says little without what is around it.</summary>
    private static ExpressionSyntax Shown(ExpressionSyntax node, ExpressionSyntax parent) => node is UnaryTestSyntax or RangeSyntax or NegationSyntax ? parent : node;

    private bool CountsWhole(ExpressionSyntax node, ExpressionSyntax child, bool inherited) => node switch
    {
        BinarySyntax { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } b => Counts(child is NumberSyntax or NegationSyntax ? b.Left == child ? b.Right : b.Left : child),
        BinarySyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract } b => inherited || (child is NumberSyntax && Counts(b.Left == child ? b.Right : b.Left)),
        BinarySyntax { Operator: BinaryOperator.Multiply } => inherited,
        BetweenSyntax b => whole.IsWhole(b.Value),
        InSyntax i => whole.IsWhole(i.Value),
        UnaryTestSyntax or RangeSyntax or UnaryTestsSyntax or ListSyntax or NegationSyntax => inherited,
        IfSyntax i => inherited && child != i.Condition,
        FilterSyntax f => f.Condition == child && child is NumberSyntax,
        CallSyntax { Target: NameSyntax { Name: "date" or "substring" or "decimal" or "round up" or "round down" or "round half up" or "round half down" or "floor" or "ceiling" } } c => c.Arguments.Count == 0 || c.Arguments[0].Value != child || IsDate(c),
        _ => false,
    };

    /// <summary>A figure by itself says nothing about what is compared with it.</summary>
    private bool Counts(ExpressionSyntax e) => e is not (NumberSyntax or NegationSyntax) && whole.IsWhole(e);

    private static bool IsDate(CallSyntax c) => c.Target is NameSyntax { Name: "date" };

    private IEnumerable<Edit> At(ExpressionSyntax node, ExpressionSyntax parent, bool countsWhole)
    {
        switch (node)
        {
            case BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } b:
                yield return new Edit(MutationKind.Logic, b.OperatorSpan, b.Operator == BinaryOperator.And ? "or" : "and", Around(b));
                break;
            case BinarySyntax b when Comparisons.TryGetValue(b.Operator, out var c):
                yield return new Edit(MutationKind.Comparison, b.OperatorSpan, c.New, b.Span);
                break;
            case UnaryTestSyntax u when Comparisons.TryGetValue(u.Operator, out var c) && Text(u.Span).StartsWith(c.Old, StringComparison.Ordinal):
                yield return new Edit(MutationKind.Boundary, new TextSpan(u.Span.Start, c.Old.Length), c.New, parent.Span);
                break;
            case BetweenSyntax b:
                yield return new Edit(MutationKind.Boundary, b.Span, $"({Text(b.Value.Span)} > {Text(b.Low.Span)} and {Text(b.Value.Span)} <= {Text(b.High.Span)})", b.Span);
                yield return new Edit(MutationKind.Boundary, b.Span, $"({Text(b.Value.Span)} >= {Text(b.Low.Span)} and {Text(b.Value.Span)} < {Text(b.High.Span)})", b.Span);
                break;
            case RangeSyntax r:
                yield return new Edit(MutationKind.Boundary, new TextSpan(r.Span.Start, 1), r.LowIncluded ? "(" : "[", parent.Span);
                yield return new Edit(MutationKind.Boundary, new TextSpan(r.Span.End - 1, 1), r.HighIncluded ? ")" : "]", parent.Span);
                break;
            case IfSyntax i when Text(i.Then.Span) != Text(i.Else.Span):
                var between = Text(TextSpan.FromBounds(i.Then.Span.End, i.Else.Span.Start));
                yield return new Edit(MutationKind.Branches, TextSpan.FromBounds(i.Then.Span.Start, i.Else.Span.End), Text(i.Else.Span) + between + Text(i.Then.Span), i.Span);
                break;
            case NumberSyntax n:
                foreach (var other in Near(n.Value, countsWhole)) yield return new Edit(MutationKind.Constant, n.Span, other.Sign < 0 ? $"({other})" : other.ToString(), parent.Span);
                break;
        }
    }

    /// <summary>A chain of ands is long: its two neighbours are enough to know it by.</summary>
    private static TextSpan Around(BinarySyntax b)
    {
        var left = b.Left is BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } l && l.Operator == b.Operator ? l.Right : b.Left;
        return TextSpan.FromBounds(left.Span.Start, b.Right.Span.End);
    }

    /// <summary>A figure's neighbours: a cent and a hundredth either way, or one where only whole numbers count.</summary>
    public static IEnumerable<Number> Near(Number n, bool countsWhole)
    {
        var (cent, one) = (Number.FromFraction(1, 100), (Number)1);
        Number[] near = countsWhole ? [n + one, n - one] : [n + cent, n - cent, n * Number.FromFraction(101, 100), n * Number.FromFraction(99, 100)];
        return near.Where(x => x != n).Distinct();
    }

    private string Text(TextSpan span) => text.Substring(span.Start, span.Length);

    /// <summary>What was written and what stands there instead, in one line.</summary>
    public string Describe(Edit e)
    {
        var whole = e.Whole.Start <= e.Span.Start && e.Whole.End >= e.Span.End ? e.Whole : e.Span;
        var changed = string.Concat(text.AsSpan(whole.Start, e.Span.Start - whole.Start), e.Text, text.AsSpan(e.Span.End, whole.End - e.Span.End));
        return string.Create(CultureInfo.InvariantCulture, $"{OneLine(Text(whole))} → {OneLine(changed)}");
    }

    private static string OneLine(string s) => string.Join(' ', s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
