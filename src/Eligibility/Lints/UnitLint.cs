using Eligibility.RuleSets;
using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Lints;

/// <summary>
/// Finds sums and comparisons of different units. A unit is read as a fraction, "CNY/person/month"; heads and households are left out
/// of the comparison, since head-counts carry no unit in most rules. Where a unit is not known nothing is said.
/// </summary>
internal static class UnitLint
{
    public static void Run(ProgrammeRules programme, DiagnosticBag bag)
    {
        foreach (var item in programme.Items)
            if (item.Written is { } text) UnitOf(item.Bound, text, bag);
    }

    /// <summary>The unit of an expression in a normal spelling; null when it is not known, "" for a pure number.</summary>
    private static string? UnitOf(BoundExpression e, SourceFragment text, DiagnosticBag bag)
    {
        switch (e)
        {
            case BoundItem i: return Normal(i.Item.Unit);
            case BoundParameter p: return Normal(p.Parameter.Unit);
            case BoundAttribute a: return Normal(a.Attribute.Unit);
            case BoundMap m: return UnitOf(m.Body, text, bag);
            case BoundFilter f: return UnitOf(f.Target, text, bag);
            case BoundIf i:
                UnitOf(i.Condition, text, bag);
                return Same(i, UnitOf(i.Then, text, bag), UnitOf(i.Else, text, bag), text, bag);
            case BoundOperation o: return Operation(o, text, bag);
            default:
                foreach (var child in BoundTree.Children(e)) UnitOf(child, text, bag);
                return null;
        }
    }

    private static string? Operation(BoundOperation o, SourceFragment text, DiagnosticBag bag)
    {
        var units = o.Arguments.Select(a => UnitOf(a, text, bag)).ToArray();
        switch (o.Operation.Name)
        {
            case "+" or "-": return Same(o, units[0], units[1], text, bag);
            case "<" or "<=" or ">" or ">=" or "=" or "!=":
                Same(o, units[0], units[1], text, bag);
                return null;
            case "*": return IsPure(o.Arguments[0]) ? units[1] : IsPure(o.Arguments[1]) ? units[0] : null;
            case "/": return IsPure(o.Arguments[1]) ? null : units[0] is not null && units[0] == units[1] ? "" : null;
            case "sum" or "min" or "max" or "abs" or "negate": return units[0];
            case "floor" or "ceiling" or "decimal" or "round up" or "round down" or "round half up" or "round half down": return units[0];
            default: return null;
        }
    }

    /// <summary>A literal takes whatever unit it needs: a rate, or an amount written into the formula.</summary>
    private static bool IsPure(BoundExpression e) => e is BoundLiteral;

    private static string? Same(BoundExpression at, string? left, string? right, SourceFragment text, DiagnosticBag bag)
    {
        if (left is { Length: > 0 } && right is { Length: > 0 } && left != right) bag.UnitMismatch(text.At(at.Span), left, right);
        return left ?? right;
    }

    private static string? Normal(string? unit)
    {
        if (unit is null) return null;
        var parts = unit.Split('/');
        var rest = parts.Skip(1).Where(p => p is not ("person" or "household")).Order(StringComparer.Ordinal);
        return string.Join('/', rest.Prepend(parts[0]));
    }
}
