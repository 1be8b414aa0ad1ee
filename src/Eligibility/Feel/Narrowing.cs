using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>Which optional values a condition proves to exist: what allows a rule to use them.</summary>
internal static class Narrowing
{
    private static readonly HashSet<string> None = [];

    /// <summary>A name for "this attribute of this instance" that is the same wherever it means the same; null for other expressions.</summary>
    public static string? KeyOf(BoundExpression e) => e switch
    {
        BoundLocal l => $"#{l.Slot}",
        BoundAttribute a when KeyOf(a.Target) is { } t => $"{t}.{a.Attribute.Name}",
        BoundItem i when KeyOf(i.Target) is { } t => $"{t}:{i.Item}",
        BoundParent p when KeyOf(p.Target) is { } t => $"{t}^",
        _ => null,
    };

    /// <summary>What exists when the condition is true.</summary>
    public static HashSet<string> WhenTrue(BoundExpression condition) => condition switch
    {
        BoundOperation { Operation.Name: "!=" } o => Tested(o),
        BoundOperation { Operation.Name: "not" } o => WhenFalse(o.Arguments[0]),
        BoundLogic { IsAnd: true } l => [.. WhenTrue(l.Left), .. WhenTrue(l.Right)],
        BoundLogic l => [.. WhenTrue(l.Left).Intersect(WhenTrue(l.Right))],
        _ => None,
    };

    /// <summary>What exists when the condition is false.</summary>
    public static HashSet<string> WhenFalse(BoundExpression condition) => condition switch
    {
        BoundOperation { Operation.Name: "=" } o => Tested(o),
        BoundOperation { Operation.Name: "not" } o => WhenTrue(o.Arguments[0]),
        BoundLogic { IsAnd: false } l => [.. WhenFalse(l.Left), .. WhenFalse(l.Right)],
        BoundLogic l => [.. WhenFalse(l.Left).Intersect(WhenFalse(l.Right))],
        _ => None,
    };

    private static HashSet<string> Tested(BoundOperation comparison)
    {
        var (a, b) = (comparison.Arguments[0], comparison.Arguments[1]);
        if (IsNull(b) && KeyOf(a) is { } x) return [x];
        if (IsNull(a) && KeyOf(b) is { } y) return [y];
        return None;
    }

    private static bool IsNull(BoundExpression e) => e is BoundLiteral { Value.Kind: ValueKind.Null };
}
