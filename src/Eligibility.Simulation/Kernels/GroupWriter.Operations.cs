using System.Linq.Expressions;
using Eligibility.Feel;
using Eligibility.Simulation.Columns;
using Eligibility.Values;

namespace Eligibility.Simulation.Kernels;

/// <content>The rows of the operation table that have a kernel, by their names.</content>
internal sealed partial class GroupWriter
{
    private Lane Operation(BoundOperation o, Scope scope)
    {
        var lanes = o.Arguments.Select(a => Write(a, scope)).ToArray();
        return (o.Operation.Name, lanes) switch
        {
            ("=", [var a, var b]) => Equality(a, b),
            ("!=", [var a, var b]) => Negated(Equality(a, b)),
            ("not", [FlagLane a]) => Negated(a),
            ("in", [var a, ListLane { Items: { } items }]) => Among(Repeatable(a), items),
            ("<" or "<=" or ">" or ">=", [ValueLane a, ValueLane b]) when a.Kind == b.Kind && a.Kind != ValueLaneKind.Text => Compare(o.Operation.Name, a, b),
            ("+", [ValueLane { Kind: ValueLaneKind.Number } a, ValueLane { Kind: ValueLaneKind.Number } b]) => Add(a, b, false),
            ("-", [ValueLane { Kind: ValueLaneKind.Number } a, ValueLane { Kind: ValueLaneKind.Number } b]) => Add(a, b, true),
            ("+", [ValueLane { Kind: ValueLaneKind.Date } a, ValueLane { Kind: ValueLaneKind.Months } b]) => Later(a, b, 1),
            ("+", [ValueLane { Kind: ValueLaneKind.Months } a, ValueLane { Kind: ValueLaneKind.Date } b]) => Later(b, a, 1),
            ("-", [ValueLane { Kind: ValueLaneKind.Date } a, ValueLane { Kind: ValueLaneKind.Months } b]) => Later(a, b, -1),
            ("*", [ValueLane { Kind: ValueLaneKind.Number } a, ValueLane { Kind: ValueLaneKind.Number } b]) => Multiply(a, b),
            ("/", [ValueLane { Kind: ValueLaneKind.Number } a, ValueLane { Kind: ValueLaneKind.Number } b]) => Divide(a, b),
            ("negate", [ValueLane { Kind: ValueLaneKind.Number } a]) => a with { Value = Expression.Negate(a.Value), Known = a.Present, None = null },
            ("abs", [ValueLane { Kind: ValueLaneKind.Number } a]) => Abs(a),
            ("floor", [ValueLane a]) => Round(a, 0, RoundingMode.Floor),
            ("ceiling", [ValueLane a]) => Round(a, 0, RoundingMode.Ceiling),
            (var name, [ValueLane { Kind: ValueLaneKind.Number } a, ValueLane { Kind: ValueLaneKind.Number } to]) when ModeOf(name) is { } mode => Round(a, PlacesOf(to), mode),
            ("age", [ValueLane a, ValueLane b]) => Age(a, b),
            ("years and months duration", [ValueLane a, ValueLane b]) =>
                new ValueLane(ValueLaneKind.Months, Expression.Call(typeof(KernelMath), nameof(KernelMath.MonthsBetween), null, a.Value, b.Value), Code.And(a.Present, b.Present)) { Bits = 20 },
            ("count", [ListLane a]) => Count(a),
            ("sum", [ListLane a]) => Sum(a),
            ("min" or "max", [ListLane { Items: { } items }]) when items.All(i => i is ValueLane { Kind: ValueLaneKind.Number }) =>
                items.Cast<ValueLane>().Aggregate((a, b) => Extreme(a, b, o.Operation.Name == "max")),
            ("min" or "max", [ListLane a]) => Extreme(a, o.Operation.Name == "max"),
            ("any", [ListLane a]) => Quantify(false, a),
            ("all", [ListLane a]) => Quantify(true, a),
            ("list contains", [ListLane a, var b]) => Contains(a, b),
            _ => throw new NoKernelException($"`{o.Operation.Name}` has no kernel for what it is given"),
        };
    }

    /// <summary>The deciding operand wins.</summary>
    private static FlagLane Logic(bool isAnd, FlagLane a, FlagLane b)
    {
        if (!isAnd) return Negated(Logic(true, Negated(a), Negated(b)));
        var holds = Code.Both(a.True, b.True);
        return new FlagLane(holds, a.False is null && b.False is null ? null : Code.Either(a.Not, b.Not));
    }

    private static FlagLane Negated(FlagLane a) => new(a.Not, a.False is null ? null : a.True);

    private Lane If(FlagLane raw, Lane then, Lane otherwise)
    {
        var c = (FlagLane)Repeatable(raw);
        switch (then, otherwise)
        {
            case (FlagLane a, FlagLane b):
                (a, b) = ((FlagLane)Repeatable(a), (FlagLane)Repeatable(b));
                // Where the condition is unknown: what both branches have in common.
                var holds = c.False is null ? Code.Select(c.True, a.True, b.True) : Code.Either(Code.Either(Code.Both(c.True, a.True), Code.Both(c.Not, b.True)), Code.Both(a.True, b.True));
                if (c.False is null && a.False is null && b.False is null) return new FlagLane(holds, null);
                return new FlagLane(holds, Code.Either(Code.Either(Code.Both(c.True, a.Not), Code.Both(c.Not, b.Not)), Code.Both(a.Not, b.Not)));
            case (ValueLane a, ValueLane b) when a.Kind == b.Kind: return If(c, (ValueLane)Repeatable(a), (ValueLane)Repeatable(b));
            case (NullLane, ValueLane b): return If(c, NoneLike(b), b);
            case (ValueLane a, NullLane): return If(c, a, NoneLike(a));
            default: throw new NoKernelException("a choice between what are no plain values");
        }
    }

    private static ValueLane NoneLike(ValueLane v) => new(v.Kind, Code.Constant(0L), null, Code.Constant(true)) { Scale = v.Scale };

    private ValueLane If(FlagLane c, ValueLane a, ValueLane b)
    {
        (a, b) = Aligned(a, b);
        // Nothing is nothing over any denominator.
        if (a.Den is null && a.Value is ConstantExpression { Value: 0L }) a = a with { Den = b.Den, DenBits = b.DenBits };
        if (b.Den is null && b.Value is ConstantExpression { Value: 0L }) b = b with { Den = a.Den, DenBits = a.DenBits };
        var bits = Math.Max(a.Bits, b.Bits);
        var value = Once(Code.Select(c.True, Code.Widened(a.Value, bits), Code.Widened(b.Value, bits)));
        Expression One() => Code.Constant(1L);
        var den = a.Den is null && b.Den is null ? null : Once(Code.Select(c.True, a.Den ?? One(), b.Den ?? One()));
        var none = a.None is null && b.None is null ? null : Once(Code.Select(c.True, a.None ?? Code.Constant(false), b.None ?? Code.Constant(false)));
        Expression? known = null;
        if (a.Known is not null || b.Known is not null || c.False is not null)
        {
            known = Code.Select(c.True, a.Known ?? Code.Constant(true), b.Known ?? Code.Constant(true));
            if (c.False is not null)
            {
                var (x, y) = (a with { None = null, Known = null }, b with { None = null, Known = null });
                var same = Equality(x, y).True;
                if (none is not null) same = Code.Both(Expression.Equal(a.None ?? Code.Constant(false), b.None ?? Code.Constant(false)), Code.Either(a.None ?? Code.Constant(false), same));
                var common = Code.And(a.Known, b.Known, same)!;
                known = Code.Either(Code.Both(c.True, a.Known ?? Code.Constant(true)), Code.Either(Code.Both(c.Not, b.Known ?? Code.Constant(true)), common));
            }
        }
        return new ValueLane(a.Kind, value, OnceOrNull(known), none) { Scale = a.Scale, Bits = bits, Den = den, DenBits = Math.Max(a.DenBits, b.DenBits), IsNatural = a.IsNatural && b.IsNatural };
    }

    private FlagLane Among(Lane value, IReadOnlyList<Lane> items) => items.Select(i => Equality(value, i)).Aggregate((a, b) => Logic(false, a, b));

    /// <summary>Null equals only null; what is not known leaves it open.</summary>
    private FlagLane Equality(Lane left, Lane right)
    {
        switch (left, right)
        {
            case (NullLane, NullLane): return FlagLane.Of(true);
            case (NullLane, _): return Equality(right, left);
            case (ValueLane a, NullLane):
                var none = a.None ?? Code.Constant(false);
                return a.Known is null ? new FlagLane(none, null) : new FlagLane(Code.Both(a.Known, none), Code.Both(a.Known, Code.Not(none)));
            case (FlagLane a, NullLane): return a.False is null ? FlagLane.Of(false) : new FlagLane(Code.Constant(false), Code.Either(a.True, a.Not));
            case (FlagLane a, FlagLane b):
                (a, b) = ((FlagLane)Repeatable(a), (FlagLane)Repeatable(b));
                var same = Code.Either(Code.Both(a.True, b.True), Code.Both(a.Not, b.Not));
                if (a.False is null && b.False is null) return new FlagLane(same, null);
                return new FlagLane(same, Code.Either(Code.Both(a.True, b.Not), Code.Both(a.Not, b.True)));
            case (RowLane a, RowLane b) when a.Entity == b.Entity: return Known(Expression.Equal(a.Row, b.Row), Code.And(a.Known, b.Known));
            case (ValueLane a, ValueLane b) when a.Kind == b.Kind:
                var (x, y) = Crossed(a, b);
                var equal = (Expression)Expression.Equal(x, y);
                if (a.None is not null || b.None is not null)
                {
                    var (p, q) = (a.None ?? Code.Constant(false), b.None ?? Code.Constant(false));
                    equal = Code.Either(Code.Both(p, q), Code.Both(Code.Both(Code.Not(p), Code.Not(q)), equal));
                }
                return Known(equal, Code.And(a.Known, b.Known));
            default: throw new NoKernelException("a comparison of what are no plain values");
        }
    }

    private FlagLane Known(Expression holds, Expression? known)
    {
        if (known is null) return new FlagLane(holds, null);
        var (h, k) = (Once(holds), Once(known));
        return new FlagLane(Code.Both(k, h), Code.Both(k, Code.Not(h)));
    }

    private FlagLane Compare(string name, ValueLane a, ValueLane b)
    {
        var (x, y) = Crossed(a, b);
        return Known(name switch
        {
            "<" => Expression.LessThan(x, y),
            "<=" => Expression.LessThanOrEqual(x, y),
            ">" => Expression.GreaterThan(x, y),
            _ => Expression.GreaterThanOrEqual(x, y),
        }, Code.And(a.Present, b.Present));
    }

    /// <summary>A day so many months later. The months are written out and few, so that no day of a fact leaves the years there are.</summary>
    private static ValueLane Later(ValueLane day, ValueLane months, int sign)
    {
        if (months.Value is not ConstantExpression { Value: long count } || Math.Abs(count) > MostMonths) throw new NoKernelException("a span of months that is not written out, or one of many thousand years");
        return day with
        {
            Value = Expression.Call(typeof(KernelMath), nameof(KernelMath.PlusMonths), null, day.Value, Code.Constant(sign * count)),
            Known = Code.And(day.Present, months.Present),
            None = null,
        };
    }

    private ValueLane Age(ValueLane birth, ValueLane day)
    {
        Expression years;
        if (day.Value is ConstantExpression { Value: long d })
        {
            var b = Once(birth.Value);
            Expression birthday = Once(Expression.And(b, Code.Constant(511L)));
            // February 29 falls on the last day of February in other years.
            if (CalendarDate.DaysInMonth(d >> 9, 2) == 28 && (d & 511) == ((2 << 5) | 28))
                birthday = Expression.Condition(Expression.Equal(birthday, Code.Constant((long)((2 << 5) | 29))), Code.Constant((long)((2 << 5) | 28)), birthday);
            var whole = Expression.Subtract(Code.Constant(d >> 9), Expression.RightShift(b, Expression.Constant(9)));
            years = Expression.Subtract(whole, Expression.Condition(Expression.LessThan(Code.Constant(d & 511), birthday), Code.Constant(1L), Code.Constant(0L)));
        }
        else
        {
            years = Expression.Call(typeof(KernelMath), nameof(KernelMath.Age), null, birth.Value, day.Value);
        }
        return ValueLane.Number(years, 0, 15, Code.And(birth.Present, day.Present));
    }

    private static RoundingMode? ModeOf(string name) => name switch
    {
        "floor" => RoundingMode.Floor,
        "ceiling" => RoundingMode.Ceiling,
        "decimal" => RoundingMode.HalfEven,
        "round up" => RoundingMode.Up,
        "round down" => RoundingMode.Down,
        "round half up" => RoundingMode.HalfUp,
        "round half down" => RoundingMode.HalfDown,
        _ => null,
    };

    private static int PlacesOf(ValueLane to) =>
        to is { Value: ConstantExpression { Value: long v }, Known: null, None: null, Den: null, Scale: 0 } && v is >= -9 and <= 12 ? (int)v : throw new NoKernelException("rounding to a scale that is no literal");
}
