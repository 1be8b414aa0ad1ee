using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>The rows of <c>= != &lt; &lt;= &gt; &gt;=</c>, <c>not</c>, <c>in</c> and <c>is</c>.</summary>
internal static class Comparison
{
    /// <summary>The types whose values have an order.</summary>
    public static readonly IReadOnlyList<T> Ordered = [T.Number, T.String, T.Date, T.MonthsDuration, T.DaysDuration];

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
        yield return Binary("is", T.Any, T.Any, T.Boolean, static (a, b) => Is(a, b), "value1", "value2", strict: false);
    }

    /// <summary>Whether two values are one: unlike equality it has an answer for values of different kinds.</summary>
    private static Value Is(Value a, Value b)
    {
        if (a.IsUnknown || b.IsUnknown || a.Kind == b.Kind) return Equal(a, b);
        return Value.False;
    }

    /// <summary>Whether a value lies in a range, belongs to a list or to a range in it, or equals the other.</summary>
    private static Value In(Value value, Value test)
    {
        if (test.IsUnknown) return test;
        if (test.Kind == ValueKind.Range) return Inside(value, test.Range);
        if (test.Kind != ValueKind.List) return Equal(value, test);
        var result = value.Kind is ValueKind.List or ValueKind.Unknown ? Equal(value, test) : Value.False;
        if (result.IsTrue) return result;
        for (var i = 0; i < test.List.Count; i++)
        {
            var element = test.List[i];
            var one = element.Kind == ValueKind.Range && value.Kind != ValueKind.Range ? Inside(value, element.Range) : Equal(value, element);
            if (one.IsTrue && test.List.PossibleBecause(i) is { } possible) one = Value.Unknown(possible);
            if (one.IsTrue) return one;
            if (one.IsUnknown) result = result.IsUnknown ? Value.Unknown(result.Causes.With(one.Causes)) : one;
        }
        return result;
    }

    private static Value Inside(Value value, RangeValue range)
    {
        if (value.IsUnknown || value.IsNull) return value;
        return range.Contains(value) is { } inside ? Value.From(inside) : Value.Null;
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
        return a.Kind switch
        {
            ValueKind.List => EqualLists(a.List, b.List),
            ValueKind.Context => EqualContexts(a.Context, b.Context),
            _ => Value.From(Value.Same(a, b)),
        };
    }

    private static Value EqualLists(FeelList a, FeelList b)
    {
        if (a.AllPossible() is { } p) return Value.Unknown(b.AllPossible() is { } r ? p.With(r) : p);
        if (b.AllPossible() is { } q) return Value.Unknown(q);
        return a.Count == b.Count ? AllEqual(a.Items.Zip(b.Items)) : Value.False;
    }

    private static Value EqualContexts(ContextValue a, ContextValue b) =>
        a.Entries.Count != b.Entries.Count || a.Entries.Any(e => b.Get(e.Key) is null) ? Value.False : AllEqual(a.Entries.Select(e => (e.Value, b.Get(e.Key)!.Value)));

    /// <summary>False as soon as one pair differs, else unknown if one may, else true.</summary>
    private static Value AllEqual(IEnumerable<(Value First, Value Second)> pairs)
    {
        Causes? unknown = null;
        foreach (var (first, second) in pairs)
        {
            var e = Equal(first, second);
            if (e.IsFalse || e.IsNull) return Value.False;
            if (e.IsUnknown) unknown = unknown is null ? e.Causes : unknown.With(e.Causes);
        }
        return unknown is null ? Value.True : Value.Unknown(unknown);
    }
}
