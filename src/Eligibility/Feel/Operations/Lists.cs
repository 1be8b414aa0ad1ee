using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>
/// Functions on lists. An element may be unknown, and an element may be only *possible*; each function decides what it can
/// from the certain ones.
/// </summary>
internal static partial class Lists
{
    private static readonly T AnyList = T.ListOf(T.Any);
    private static readonly T Numbers = T.ListOf(T.Number);
    private static readonly T Booleans = T.ListOf(T.Boolean);

    public static IEnumerable<Operation> Rows() =>
    [
        List("count", AnyList, _ => T.Number, static l => l.AllPossible() is { } c ? Value.Unknown(c) : Value.From((Number)l.Count)),
        List("sum", Numbers, _ => T.Number, Sum, variadic: true),
        List("product", Numbers, _ => new OptionalType(T.Number), static l => l.Count == 0 ? Value.Null : Fold(l, static (a, b) => a * b), variadic: true),
        List("mean", Numbers, _ => new OptionalType(T.Number), Mean, variadic: true),
        List("median", Numbers, _ => new OptionalType(T.Number), Median, variadic: true),
        List("mode", Numbers, _ => Numbers, Mode, variadic: true),
        List("min", AnyList, OptionalElement, static l => Extreme(l, -1), variadic: true),
        List("max", AnyList, OptionalElement, static l => Extreme(l, 1), variadic: true),
        List("all", Booleans, _ => T.Boolean, static l => Quantify(l, true), variadic: true, strict: false),
        List("any", Booleans, _ => T.Boolean, static l => Quantify(l, false), variadic: true, strict: false),
        new() { Name = "list contains", Parameters = [new("list", AnyList), new("element", T.Any)], ResultOf = _ => T.Boolean, IsStrict = false, Apply2 = Contains },
        List("reverse", AnyList, Same, static l => Certain(l, static i => Value.From(i.Reverse()))),
        List("distinct values", AnyList, Same, static l => Certain(l, static i => Value.From(Distinct(i)))),
        List("concatenate", T.ListOf(AnyList), ElementOf, static l => Certain(l, static lists => Joined(lists)), variadic: true),
        List("union", T.ListOf(AnyList), ElementOf, static l => Certain(l, static lists => Joined(lists, distinct: true)), variadic: true),
        .. More(),
    ];

    private static Operation List(string name, T parameter, Func<IReadOnlyList<T>, T> result, Func<FeelList, Value> apply, bool variadic = false, bool strict = true) => new()
    {
        Name = name,
        Parameters = [new("list", parameter)],
        IsVariadic = variadic,
        ResultOf = result,
        IsStrict = strict,
        Apply1 = a => a.IsUnknown || a.IsNull ? a : apply(a.List),
    };

    private static T Same(IReadOnlyList<T> types) => types[0] is ListType ? types[0] : AnyList;

    private static T ElementOf(IReadOnlyList<T> types) => types[0] is ListType { Element: ListType inner } ? inner : AnyList;

    private static T OptionalElement(IReadOnlyList<T> types) => types[0] is ListType { Element: var e } ? new OptionalType(e.Present) : T.Any;

    /// <summary>Every reason for which an element's value or membership is not known; null when all are certain.</summary>
    private static Causes? UnknownsOf(FeelList list)
    {
        var all = list.AllPossible();
        foreach (var v in list.Items)
            if (v.IsUnknown) all = all is null ? v.Causes : all.With(v.Causes);
        return all;
    }

    private static Value Certain(FeelList list, Func<Value[], Value> apply) => UnknownsOf(list) is { } c ? Value.Unknown(c) : apply(list.Items);

    /// <summary>The sum; a possible element that is zero changes nothing. The sum of nothing is 0, so that a rule needs no null.</summary>
    private static Value Sum(FeelList list)
    {
        var total = default(Number);
        Causes? unknown = null;
        for (var i = 0; i < list.Count; i++)
        {
            var v = list[i];
            if (v.IsUnknown) unknown = unknown is null ? v.Causes : unknown.With(v.Causes);
            else if (v.IsNull) return Value.Null;
            else if (list.PossibleBecause(i) is { } c)
            {
                if (v.Number.Sign != 0) unknown = unknown is null ? c : unknown.With(c);
            }
            else total += v.Number;
        }
        return unknown is null ? Arithmetic.Bounded(total) : Value.Unknown(unknown);
    }

    private static Value Fold(FeelList list, Func<Number, Number, Number> step) => Certain(list, items =>
    {
        if (items.Any(i => i.IsNull)) return Value.Null;
        var acc = items[0].Number;
        foreach (var v in items.Skip(1))
        {
            acc = step(acc, v.Number);
            if (acc.DigitCount > Number.MaxDigits) return Faults.OutOfRange;
        }
        return Value.From(acc);
    });

    private static Value Mean(FeelList list)
    {
        if (list.Count == 0) return Value.Null;
        var sum = UnknownsOf(list) is { } c ? Value.Unknown(c) : Sum(list);
        return sum.Kind == ValueKind.Number && Number.TryDivide(sum.Number, list.Count, out var q) ? Value.From(q) : sum;
    }

    private static Value Median(FeelList list) => list.Count == 0 ? Value.Null : Certain(list, static items =>
    {
        if (items.Any(i => i.IsNull)) return Value.Null;
        var sorted = items.Select(i => i.Number).Order().ToArray();
        var mid = sorted.Length / 2;
        if (sorted.Length % 2 == 1) return Value.From(sorted[mid]);
        Number.TryDivide(sorted[mid - 1] + sorted[mid], 2, out var half);
        return Value.From(half);
    });

    private static Value Mode(FeelList list) => Certain(list, static items =>
    {
        if (items.Length == 0) return Value.From(FeelList.Empty);
        if (items.Any(i => i.IsNull)) return Value.Null;
        var groups = items.GroupBy(i => i.Number).Select(g => (g.Key, Count: g.Count())).ToArray();
        var most = groups.Max(g => g.Count);
        return Value.From(groups.Where(g => g.Count == most).Select(g => g.Key).Order().Select(Value.From));
    });

    private static Value Extreme(FeelList list, int direction)
    {
        if (list.Count == 0) return Value.Null;
        return Certain(list, items =>
        {
            var best = items[0];
            foreach (var v in items.Skip(1))
            {
                if (Value.Compare(v, best) is not { } c) return Value.Null;
                if (c * direction > 0) best = v;
            }
            return best.Kind is ValueKind.List or ValueKind.Context or ValueKind.Entity or ValueKind.Range or ValueKind.Boolean ? Value.Null : best;
        });
    }

    private static Value Quantify(FeelList list, bool every)
    {
        Causes? unknown = null;
        var sawNull = false;
        for (var i = 0; i < list.Count; i++)
        {
            var v = list[i];
            var possible = list.PossibleBecause(i);
            if (v.IsUnknown) unknown = unknown is null ? v.Causes : unknown.With(v.Causes);
            else if (v.Kind == ValueKind.Boolean && v.IsTrue != every)
            {
                if (possible is null) return Value.From(!every);
                unknown = unknown is null ? possible : unknown.With(possible);
            }
            else if (v.Kind != ValueKind.Boolean) sawNull = true;
        }
        return unknown is not null ? Value.Unknown(unknown) : sawNull ? Value.Null : Value.From(every);
    }

    private static Value Contains(Value list, Value element)
    {
        if (list.IsUnknown || list.IsNull) return list;
        Causes? unknown = null;
        var l = list.List;
        for (var i = 0; i < l.Count; i++)
        {
            var e = Comparison.Equal(l[i], element);
            var possible = l.PossibleBecause(i);
            if (e.IsTrue && possible is null) return e;
            if (e.IsUnknown) unknown = unknown is null ? e.Causes : unknown.With(e.Causes);
            else if (e.IsTrue) unknown = unknown is null ? possible : unknown.With(possible!);
        }
        return unknown is null ? Value.False : Value.Unknown(unknown);
    }

    internal static Value[] Distinct(IEnumerable<Value> items)
    {
        var kept = new List<Value>();
        foreach (var v in items)
            if (!kept.Exists(k => Value.Same(k, v))) kept.Add(v);
        return [.. kept];
    }

    private static Value Joined(Value[] lists, bool distinct = false)
    {
        if (lists.Any(l => l.Kind == ValueKind.List && l.List.HasPossible))
            return Value.Unknown(lists.Where(l => l.Kind == ValueKind.List).Select(l => l.List.AllPossible()).OfType<Causes>().Aggregate((a, b) => a.With(b)));
        var all = lists.SelectMany(l => l.Kind == ValueKind.List ? l.List.Items : [l]).ToArray();
        return Value.From(distinct ? Distinct(all) : all);
    }
}
