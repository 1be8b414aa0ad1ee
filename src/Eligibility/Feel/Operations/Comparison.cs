using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>The rows of <c>= != &lt; &lt;= &gt; &gt;=</c> and <c>not</c>.</summary>
internal static class Comparison
{
    private static readonly T[] Ordered = [T.Number, T.String, T.Date, T.MonthsDuration, T.DaysDuration];

    public static IEnumerable<Operation> Rows()
    {
        yield return Binary("=", T.Any, T.Any, T.Boolean, static (a, b) => Equal(a, b), strict: false);
        yield return Binary("!=", T.Any, T.Any, T.Boolean, static (a, b) => Equal(a, b) is { Kind: ValueKind.Boolean } r ? Value.From(r.IsFalse) : Equal(a, b), strict: false);
        foreach (var t in Ordered)
        {
            yield return Binary("<", t, t, T.Boolean, static (a, b) => Value.From(Value.Compare(a, b) < 0));
            yield return Binary("<=", t, t, T.Boolean, static (a, b) => Value.From(Value.Compare(a, b) <= 0));
            yield return Binary(">", t, t, T.Boolean, static (a, b) => Value.From(Value.Compare(a, b) > 0));
            yield return Binary(">=", t, t, T.Boolean, static (a, b) => Value.From(Value.Compare(a, b) >= 0));
        }
        yield return Unary("not", T.Boolean, T.Boolean, static a => Value.From(a.IsFalse), "negand");
        yield return Binary("in", T.Any, T.Any, T.Boolean, In, strict: false);
    }

    /// <summary>Whether a value lies in a range, belongs to a list, lies in a range of a list, or equals the other.</summary>
    private static Value In(Value value, Value test)
    {
        if (test.IsUnknown) return test;
        if (test.Kind == ValueKind.Range)
        {
            if (value.IsUnknown || value.IsNull) return value;
            return test.Range.Contains(value) is { } inside ? Value.From(inside) : Value.Null;
        }
        if (test.Kind != ValueKind.List || value.Kind == ValueKind.List) return Equal(value, test);
        var result = Value.False;
        for (var i = 0; i < test.List.Count; i++)
        {
            var one = In(value, test.List[i]);
            if (one.IsTrue && test.List.PossibleBecause(i) is { } possible) one = Value.Unknown(possible);
            if (one.IsTrue) return one;
            if (one.IsUnknown) result = result.IsUnknown ? Value.Unknown(result.Causes.With(one.Causes)) : one;
        }
        return result;
    }

    /// <summary>
    /// FEEL equality: null equals only null; values of different kinds have no answer (null). A list with unknown elements is
    /// unequal when its known part already differs, else unknown.
    /// </summary>
    internal static Value Equal(Value a, Value b)
    {
        if (a.IsUnknown) return b.IsUnknown ? Value.Unknown(a.Causes.With(b.Causes)) : a;
        if (b.IsUnknown) return b;
        if (a.IsNull || b.IsNull) return Value.From(a.IsNull && b.IsNull);
        if (a.Kind != b.Kind) return Value.Null;
        if (a.Kind != ValueKind.List) return Value.From(Value.Same(a, b));
        if (a.List.AllPossible() is { } p) return Value.Unknown(b.List.AllPossible() is { } r ? p.With(r) : p);
        if (b.List.AllPossible() is { } q) return Value.Unknown(q);
        if (a.List.Count != b.List.Count) return Value.False;
        Causes? unknown = null;
        for (var i = 0; i < a.List.Count; i++)
        {
            var e = Equal(a.List[i], b.List[i]);
            if (e.IsFalse || e.IsNull) return Value.False;
            if (e.IsUnknown) unknown = unknown is null ? e.Causes : unknown.With(e.Causes);
        }
        return unknown is null ? Value.True : Value.Unknown(unknown);
    }
}
