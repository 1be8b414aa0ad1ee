using Eligibility.Values;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>
/// Functions that make one value of a list. An element may be unknown, and an element may be only *possible*; each function decides
/// what it can from the certain ones.
/// </summary>
internal static class Aggregates
{
    private static readonly T Numbers = T.ListOf(T.Number);
    private static readonly T Booleans = T.ListOf(T.Boolean);

    public static IEnumerable<Operation> Rows() =>
    [
        Row("count", T.ListOf(T.Any), T.Number, static l => l.AllPossible() is { } c ? Value.Unknown(c) : Value.From((Number)l.Count), variadic: false),
        // The sum of nothing is 0 in a rule, which has no null; the standard says null.
        Row("sum", Numbers, T.Number, Sum, only: TypingMode.Rule),
        Row("sum", Numbers, T.Number, static l => l.Count == 0 ? Value.Null : Sum(l), only: TypingMode.Bare),
        Row("product", Numbers, T.Number, Product),
        Row("mean", Numbers, T.Number, Mean),
        Row("median", Numbers, T.Number, Median),
        Row("mode", Numbers, Numbers, Mode),
        .. Comparison.Ordered.Select(t => Row("min", T.ListOf(t), t, static l => Extreme(l, -1))),
        .. Comparison.Ordered.Select(t => Row("max", T.ListOf(t), t, static l => Extreme(l, 1))),
        Row("all", Booleans, T.Boolean, static l => Quantify(l, true)),
        Row("any", Booleans, T.Boolean, static l => Quantify(l, false)),
    ];

    private static Operation Row(string name, T list, T result, Func<FeelList, Value> apply, bool variadic = true, TypingMode? only = null) => new()
    {
        Name = name,
        Parameters = [new("list", list)],
        IsVariadic = variadic,
        ResultOf = name is "product" or "mean" or "median" or "min" or "max" ? a => OfSome(a[0], result) : _ => result,
        OnlyIn = only,
        Apply1 = a => apply(a.List),
    };

    /// <summary>Of an empty list there is no result; arguments that are written out are at least one.</summary>
    private static T OfSome(BoundExpression list, T result) => list is BoundList { Items.Count: > 0 } ? result : new OptionalType(result);

    /// <summary>The sum; a possible element that is zero changes nothing.</summary>
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
            else if (!TryAdd(ref total, v.Number)) return Faults.OutOfRange;
        }
        return unknown is null ? Value.From(total) : Value.Unknown(unknown);
    }

    private static bool TryAdd(ref Number total, Number next)
    {
        total += next;
        return total.Big is null || total.DigitCount <= Number.MaxDigits;
    }

    /// <summary>The numbers of a list that has one at least and none unknown or null; otherwise what the function gives in their place.</summary>
    private static Value OfNumbers(FeelList list, Func<Number[], Value> apply)
    {
        if (list.Count == 0) return Value.Null;
        return Lists.Certain(list, items => Array.Exists(items, i => i.IsNull) ? Value.Null : apply([.. items.Select(i => i.Number)]));
    }

    private static Value Product(FeelList list) => OfNumbers(list, static numbers =>
    {
        var product = Number.One;
        foreach (var n in numbers)
        {
            product *= n;
            if (product.DigitCount > Number.MaxDigits) return Faults.OutOfRange;
        }
        return Value.From(product);
    });

    private static Value Mean(FeelList list) => OfNumbers(list, static numbers =>
    {
        var total = default(Number);
        foreach (var n in numbers)
            if (!TryAdd(ref total, n)) return Faults.OutOfRange;
        Number.TryDivide(total, numbers.Length, out var mean);
        return Arithmetic.Bounded(mean);
    });

    private static Value Median(FeelList list) => OfNumbers(list, static numbers =>
    {
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        if (numbers.Length % 2 == 1) return Value.From(numbers[middle]);
        Number.TryDivide(numbers[middle - 1] + numbers[middle], 2, out var median);
        return Arithmetic.Bounded(median);
    });

    private static Value Mode(FeelList list) => list.Count == 0 ? Value.From(FeelList.Empty) : OfNumbers(list, static numbers =>
    {
        var groups = numbers.GroupBy(n => n).Select(g => (g.Key, Count: g.Count())).ToList();
        var most = groups.Max(g => g.Count);
        return Value.From(groups.Where(g => g.Count == most).Select(g => g.Key).Order().Select(Value.From));
    });

    private static Value Extreme(FeelList list, int direction)
    {
        if (list.Count == 0) return Value.Null;
        return Lists.Certain(list, items =>
        {
            var best = items[0];
            foreach (var v in items)
            {
                if (Value.Compare(v, best) is not { } c) return Value.Null;
                if (c * direction > 0) best = v;
            }
            return best;
        });
    }

    /// <summary>An element that decides wins over one that is unknown, and that over one that is no boolean.</summary>
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
}
