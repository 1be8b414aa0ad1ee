using Eligibility.Feel;
using Eligibility.Values;

namespace Eligibility.RuleSets;

/// <summary>
/// Proves that a number has no more than so many decimals, from the scales of literals, facts and parameter values: the ground on
/// which a payment without a rounding clause is allowed.
/// </summary>
internal sealed class ScaleProof
{
    // An item is looked at once, however many ways lead to it; one that is met again inside itself has no bound.
    private readonly Dictionary<RuleItem, int?> _scales = [];

    /// <summary>Null when the amount is proved whole fen; otherwise why not, as a short text.</summary>
    public string? Problem(RuleItem item) => Scale(item.Bound) switch
    {
        null => Culprit(item.Bound),
        <= 2 => null,
        { } scale => $"up to {scale} decimals / 最多 {scale} 位小数",
    };

    /// <summary>The most decimals that an expression can have; null when there is no bound.</summary>
    private int? Scale(BoundExpression e)
    {
        switch (e)
        {
            case BoundLiteral l when l.Value.Kind == ValueKind.Number: return l.Value.Number.Scale;
            case BoundAttribute a when a.Type.Present == FeelType.Number: return a.Attribute.Decimals;
            case BoundParameter p: return p.Parameter.LargestScale is { } s ? s == int.MaxValue ? null : s : 0;
            case BoundItem i: return Scale((RuleItem)i.Item);
            case BoundIf i: return Largest(i.Then, i.Else);
            case BoundFault: return 0;
            case BoundFilter f: return Scale(f.Target);
            case BoundMap m: return Scale(m.Body);
            case BoundFor f: return Scale(f.Return);
            case BoundList l: return Largest([.. l.Items]);
            case BoundProperty: return 0;
            case BoundOperation o: return Scale(o);
            default: return null;
        }
    }

    private int? Scale(RuleItem item)
    {
        if (_scales.TryGetValue(item, out var known)) return known;
        _scales[item] = null;
        return _scales[item] = Scale(item.Bound);
    }

    private int? Scale(BoundOperation o)
    {
        switch (o.Operation.Name)
        {
            case "+" or "-" or "negate" or "abs" or "sum" or "min" or "max": return Largest([.. o.Arguments]);
            case "*": return Scale(o.Arguments[0]) + Scale(o.Arguments[1]);
            case "/" when o.Arguments[1] is BoundLiteral { Value: { Kind: ValueKind.Number } d }:
                // Dividing by a literal whose reciprocal terminates is multiplying by that.
                return Number.TryDivide(1, d.Number, out var reciprocal) && reciprocal.Scale is { } r ? Scale(o.Arguments[0]) + r : null;
            case "floor" or "ceiling" or "decimal" or "round up" or "round down" or "round half up" or "round half down":
                if (o.Arguments.Count < 2 || o.Arguments[1] is BoundLiteral { Value.Kind: ValueKind.Null }) return 0;
                return o.Arguments[1] is BoundLiteral { Value: { Kind: ValueKind.Number } n } && n.Number.TryToInt32(out var scale) ? Math.Max(scale, 0) : null;
            case "count" or "age" or "string length": return 0;
            default: return null;
        }
    }

    private int? Largest(params IReadOnlyList<BoundExpression> parts)
    {
        var largest = 0;
        foreach (var part in parts)
        {
            if (Scale(part) is not { } s) return null;
            largest = Math.Max(largest, s);
        }
        return largest;
    }

    /// <summary>The part that has no bound, found by going down where there is none.</summary>
    private string Culprit(BoundExpression e)
    {
        var seen = new HashSet<BoundExpression>(ReferenceEqualityComparer.Instance);
        var open = Behind(e);
        while (seen.Add(open) && BoundTree.Children(open).FirstOrDefault(c => IsNumeric(c.Type) && Scale(c) is null) is { } deeper) open = Behind(deeper);
        return open is BoundOperation o ? $"`{o.Operation.Name}` may not terminate / “{o.Operation.Name}”的结果可能除不尽" : "no bound on its decimals / 小数位数没有上限";
    }

    private static BoundExpression Behind(BoundExpression e) => e is BoundItem i ? ((RuleItem)i.Item).Bound : e;

    private static bool IsNumeric(FeelType type) => type.Present == FeelType.Number || (type.Present is ListType list && list.Element.Present == FeelType.Number);
}
