using System.Linq.Expressions;
using Eligibility.Simulation.Columns;
using Eligibility.Values;

namespace Eligibility.Simulation.Kernels;

/// <content>
/// Exact numbers in whole steps of a power of ten. A quotient stays a numerator over a denominator until it is rounded. Every bound is proved while
/// the kernel is written, and wider arithmetic is taken where it is needed, so that nothing wraps.
/// </content>
internal sealed partial class GroupWriter
{
    /// <summary>Both in steps of the same power of ten.</summary>
    private static (ValueLane A, ValueLane B) Aligned(ValueLane a, ValueLane b)
    {
        if (a.Scale < b.Scale) return (Scaled(a, b.Scale), b);
        return a.Scale > b.Scale ? (a, Scaled(b, a.Scale)) : (a, b);
    }

    private static ValueLane Scaled(ValueLane a, int scale)
    {
        if (a.Value is ConstantExpression { Value: 0L }) return a with { Scale = scale };
        return Times(a, scale - a.Scale) with { Scale = scale };
    }

    /// <summary>The numerator times a power of ten.</summary>
    private static ValueLane Times(ValueLane a, int places)
    {
        if (places == 0) return a;
        if (places > 18) throw new NoKernelException("more than 18 decimals");
        var power = Layout.Power(places);
        var bits = a.Value is ConstantExpression { Value: long v } ? Layout.BitLength((Int128)v * power) : a.Bits + Layout.BitLength(power);
        return a with { Value = Code.Multiply(a.Value, Code.Constant(power), bits), Bits = bits };
    }

    /// <summary>The numerators over a common denominator, in the same width: what compares as the numbers do.</summary>
    private static (Expression A, Expression B) Crossed(ValueLane a, ValueLane b)
    {
        (a, b) = Aligned(a, b);
        var (x, y) = OverCommon(a, b, out _, out _, out var bits);
        return (Code.Widened(x, bits), Code.Widened(y, bits));
    }

    private static (Expression A, Expression B) OverCommon(ValueLane a, ValueLane b, out Expression? den, out int denBits, out int bits)
    {
        if (a.Den == b.Den)
        {
            (den, denBits, bits) = (a.Den, a.DenBits, Math.Max(a.Bits, b.Bits));
            return (a.Value, b.Value);
        }
        var (left, right) = (a.Bits + b.DenBits, b.Bits + a.DenBits);
        bits = Math.Max(left, right);
        denBits = a.DenBits + b.DenBits;
        den = a.Den is null ? b.Den : b.Den is null ? a.Den : Product(a.Den, b.Den, denBits);
        return (b.Den is null ? a.Value : Code.Multiply(a.Value, b.Den, bits), a.Den is null ? b.Value : Code.Multiply(b.Value, a.Den, bits));
    }

    private static Expression Product(Expression a, Expression b, int bits) =>
        bits <= 62 ? Code.Multiply(a, b, bits) : throw new NoKernelException("a denominator may need more than 64 bits");

    private ValueLane Add(ValueLane a, ValueLane b, bool minus)
    {
        (a, b) = Aligned(a, b);
        a = a with { Den = OnceOrNull(a.Den) };
        b = b with { Den = b.Den is null ? null : b.Den == a.Den ? a.Den : Once(b.Den) };
        var (x, y) = OverCommon(a, b, out var den, out var denBits, out var most);
        var bits = most + 1;
        (x, y) = (Code.Widened(x, bits), Code.Widened(y, bits));
        var value = x is ConstantExpression { Value: long p } && y is ConstantExpression { Value: long q } ? Code.Constant(minus ? p - q : p + q)
            : minus ? Expression.Subtract(x, y) : Expression.Add(x, y);
        return ValueLane.Number(value, a.Scale, bits, Code.And(a.Present, b.Present)) with { Den = den, DenBits = denBits, IsNatural = !minus && a.IsNatural && b.IsNatural };
    }

    /// <summary>Nothing times what is not known is nothing.</summary>
    private ValueLane Multiply(ValueLane a, ValueLane b)
    {
        if (a.Value is ConstantExpression { Value: 0L } && a.Present is null) return a;
        if (b.Value is ConstantExpression { Value: 0L } && b.Present is null) return b;
        var (x, y) = (Once(a.Value), Once(b.Value));
        Expression? known = null;
        if (a.Present is not null || b.Present is not null)
        {
            var (p, q) = (a.Present ?? Code.Constant(true), b.Present ?? Code.Constant(true));
            known = Code.Both(p, q);
            if (b.Present is not null) known = Code.Either(known, Code.Both(p, Expression.Equal(x, Code.Zero(x))));
            if (a.Present is not null) known = Code.Either(known, Code.Both(q, Expression.Equal(y, Code.Zero(y))));
        }
        // A quotient times its own divisor is what was divided.
        if (a.Den is not null && a.Den == y && b is { Den: null, Scale: 0, IsPositive: true }) return a with { Value = x, Den = null, DenBits = 0, Known = OnceOrNull(known), None = null };
        var (bits, denBits) = (a.Bits + b.Bits, a.DenBits + b.DenBits);
        var den = a.Den is null ? b.Den : b.Den is null ? a.Den : Product(a.Den, b.Den, denBits);
        return ValueLane.Number(Code.Multiply(x, y, bits), a.Scale + b.Scale, bits, OnceOrNull(known)) with { Den = den, DenBits = denBits, IsNatural = a.IsNatural && b.IsNatural };
    }

    /// <summary>By zero there is no quotient. The sign goes to the numerator.</summary>
    private ValueLane Divide(ValueLane a, ValueLane b)
    {
        if (b.Value.Type != typeof(long) || b.Bits > 62) throw new NoKernelException("a divisor of more than 64 bits");
        if (b.Scale > a.Scale) a = Scaled(a, b.Scale);
        var divisor = Once(b.Value);
        var (numerator, bits) = (a.Value, a.Bits);
        if (b.Den is not null)
        {
            bits += b.DenBits;
            numerator = Code.Multiply(numerator, b.Den, bits);
        }
        var known = Code.And(a.Present, b.Present);
        Expression size;
        if (b.IsPositive)
        {
            size = divisor;
        }
        else if (divisor is ConstantExpression { Value: long v })
        {
            if (v == 0) return ValueLane.Number(Code.Constant(0L), 0, 0, Code.Constant(false));
            size = Code.Constant(Math.Abs(v));
            if (v < 0) numerator = Expression.Negate(numerator);
        }
        else
        {
            var top = Once(numerator);
            known = Code.And(known, Expression.NotEqual(divisor, Code.Constant(0L)));
            numerator = Expression.Condition(Expression.LessThan(divisor, Code.Constant(0L)), Expression.Negate(top), top);
            size = Once(Expression.Condition(Expression.Equal(divisor, Code.Constant(0L)), Code.Constant(1L),
                Expression.Condition(Expression.LessThan(divisor, Code.Constant(0L)), Expression.Negate(divisor), divisor)));
        }
        var denBits = a.DenBits + Math.Max(b.Bits, 1);
        return ValueLane.Number(numerator, a.Scale - b.Scale, bits, OnceOrNull(known)) with { Den = a.Den is null ? size : Once(Product(a.Den, size, denBits)), DenBits = denBits, IsNatural = a.IsNatural && b.IsNatural };
    }

    private ValueLane Abs(ValueLane a)
    {
        var v = Once(a.Value);
        return a with { Value = Expression.Condition(Expression.LessThan(v, Code.Zero(v)), Expression.Negate(v), v), Known = a.Present, None = null };
    }

    private ValueLane Extreme(ValueLane a, ValueLane b, bool greatest)
    {
        (a, b) = ((ValueLane)Repeatable(a), (ValueLane)Repeatable(b));
        var takes = Compare(greatest ? ">=" : "<=", a with { Known = null, None = null }, b with { Known = null, None = null });
        return If(new FlagLane(Once(takes.True), null), a with { Known = null }, b with { Known = null }) with { Known = OnceOrNull(Code.And(a.Present, b.Present)), IsNatural = greatest ? a.IsNatural || b.IsNatural : a.IsNatural && b.IsNatural };
    }

    private ValueLane Round(ValueLane a, int places, RoundingMode mode)
    {
        if (a.Den is null && a.Scale <= places) return a with { Known = a.Present, None = null };
        // The number is numerator / (10^scale * den): times 10^places it is to become whole.
        var (numerator, bits, divisor, divisorBits) = (a.Value, a.Bits, a.Den ?? Code.Constant(1L), a.DenBits);
        if (places > a.Scale) (numerator, bits) = (Times(a, places - a.Scale).Value, Times(a, places - a.Scale).Bits);
        else if (places < a.Scale)
        {
            var power = Layout.Power(a.Scale - places);
            divisorBits += Layout.BitLength(power);
            divisor = Product(divisor, Code.Constant(power), divisorBits);
        }
        var type = numerator.Type;
        if (divisor is ConstantExpression { Value: long by } && type == typeof(long) && bits <= 62)
            return ByLiteral(Once(numerator), by, mode, a.IsNatural) is var plain && ValueLane.Number(plain, Math.Max(places, 0), bits + 1, a.Present) is var result && places >= 0 ? result with { IsNatural = a.IsNatural } : Times(result, -places);
        var rounded = Expression.Call(typeof(KernelMath), nameof(KernelMath.Round), null, Code.Widened(numerator, bits),
            type == typeof(Int128) || bits > 62 ? Expression.Convert(divisor, typeof(Int128)) : divisor, Expression.Constant(mode));
        var whole = ValueLane.Number(rounded, Math.Max(places, 0), bits + 1, a.Present) with { IsNatural = a.IsNatural };
        return places >= 0 ? whole : Times(whole, -places);
    }

    /// <summary>The quotient by a literal, rounded: written out, so that the machine need not divide.</summary>
    private Expression ByLiteral(Expression n, long d, RoundingMode mode, bool natural)
    {
        var by = Code.Constant(d);
        var (quotient, zero) = (Once(Expression.Divide(n, by)), Code.Constant(0L));
        var rest = Once(Expression.Subtract(n, Expression.Multiply(quotient, by)));
        // What is not negative needs no side to round to.
        var negative = natural ? Code.Constant(false) : (Expression)Expression.LessThan(n, zero);
        Expression Twice() => Expression.Multiply(Code.Select(negative, Expression.Negate(rest), rest), Code.Constant(2L));
        Expression? away = mode switch
        {
            RoundingMode.Up => Expression.NotEqual(rest, zero),
            RoundingMode.Floor => Expression.LessThan(rest, zero),
            RoundingMode.Ceiling => Expression.GreaterThan(rest, zero),
            RoundingMode.HalfUp => Expression.GreaterThanOrEqual(Twice(), by),
            RoundingMode.HalfDown => Expression.GreaterThan(Twice(), by),
            RoundingMode.HalfEven => Expression.OrElse(Expression.GreaterThan(Twice(), by), Expression.AndAlso(Expression.Equal(Twice(), by), Expression.NotEqual(Expression.And(quotient, Code.Constant(1L)), zero))),
            _ => null,
        };
        return away is null ? quotient : Expression.Add(quotient, Expression.Condition(away, Code.Select(negative, Code.Constant(-1L), Code.Constant(1L)), zero));
    }

    /// <summary>Holds the value of an item to the bounds that others may rely on, in variables.</summary>
    private Lane Settle(Eligibility.RuleSets.RuleItem item, Lane lane)
    {
        if (lane is FlagLane or ValueLane { Kind: not ValueLaneKind.Number }) return Repeatable(lane);
        if (lane is not ValueLane v) throw new NoKernelException($"{item.Type} is not kept");
        if (v.Value is ConstantExpression { Value: long }) return Repeatable(v);
        if (v.Bits <= Narrow.Bits && v.DenBits <= Narrow.DenBits) return Repeatable(v);
        var most = Expression.Constant(1L << Narrow.Bits);
        var (n, result) = (Once(v.Value), NewVariable(typeof(long)));
        Expression Fits(Expression e) => Expression.AndAlso(Expression.LessThan(e, Code.Widened(most, e.Type == typeof(Int128) ? 63 : 0)), Expression.GreaterThan(e, Code.Widened(Expression.Constant(-(1L << Narrow.Bits)), e.Type == typeof(Int128) ? 63 : 0)));
        var plain = n.Type == typeof(long) ? n : Expression.Convert(n, typeof(long));
        v = v with { Known = OnceOrNull(v.Known), None = OnceOrNull(v.None) };
        // What is not known stands for nothing: whatever it happens to hold is no reason to leave the household.
        var leave = v.Present is { } present ? Expression.IfThen(present, Leave()) : Leave();
        if (v.Den is null)
        {
            Emit(Expression.IfThenElse(Fits(n), Expression.Assign(result, plain), Expression.Block(Expression.Assign(result, Code.Constant(0L)), leave)));
            return v with { Value = result, Bits = Narrow.Bits };
        }
        var (d, den) = (Once(v.Den), NewVariable(typeof(long)));
        var fit = Expression.Call(typeof(KernelMath), nameof(KernelMath.Fit), null, n.Type == typeof(Int128) ? n : Expression.Convert(n, typeof(Int128)), d, result, den);
        Emit(Expression.IfThenElse(Expression.AndAlso(Fits(n), Expression.LessThan(d, Code.Constant(1L << Narrow.DenBits))),
            Expression.Block(Expression.Assign(result, plain), Expression.Assign(den, d)),
            Expression.IfThen(Code.Not(fit), leave)));
        return v with { Value = result, Bits = Narrow.Bits, Den = den, DenBits = Narrow.DenBits };
    }

    /// <summary>Stores what a decision reads; what is the same in every row is filled in beside the loop.</summary>
    private void Put(BufferKind kind, int order, Expression value)
    {
        if (value is ConstantExpression c) _fills.Add((new Buffer(kind, _entity.Index, order), c.Value!));
        else Store(kind, order, value);
    }

    /// <summary>Puts what the decisions read where they read it.</summary>
    private void Put(Eligibility.RuleSets.RuleItem item, Lane lane, OutputKind output)
    {
        switch (output, lane)
        {
            case (OutputKind.Flag, FlagLane f):
                Put(BufferKind.ItemTrue, item.Order, f.True);
                Put(BufferKind.ItemFalse, item.Order, f.Not);
                break;
            case (OutputKind.Text, ValueLane { Kind: ValueLaneKind.Text } v):
                Put(BufferKind.ItemValue, item.Order, v.Value);
                Put(BufferKind.ItemKnown, item.Order, v.Present ?? Code.Constant(true));
                break;
            case (OutputKind.Known, ValueLane v):
                Put(BufferKind.ItemKnown, item.Order, v.Present ?? Code.Constant(true));
                break;
            case (OutputKind.Payment, ValueLane { Kind: ValueLaneKind.Number } v):
                PutPayment(item.Order, v);
                break;
            case (OutputKind.Measure, ValueLane { Kind: ValueLaneKind.Number } v):
                PutMeasure(item.Order, v);
                break;
            default: throw new NoKernelException($"{item} is not kept as a decision reads it");
        }
    }

    /// <summary>Whole fen. What cannot be told in 64 bits is not known: it decides nothing, and no household is left to the evaluator for it.</summary>
    private void PutMeasure(int order, ValueLane v)
    {
        var fits = v.DenBits + (v.Scale > 2 ? Layout.BitLength(Layout.Power(v.Scale - 2)) : 0) <= 62;
        var (n, divisor) = fits ? InFen(v) : (v, null);
        fits &= n.Bits <= 62;
        Put(BufferKind.ItemKnown, order, fits ? v.Present ?? Code.Constant(true) : Code.Constant(false));
        Put(BufferKind.ItemFen, order, !fits ? Code.Constant(0L) : divisor is null ? n.Value : Expression.Divide(n.Value, divisor));
    }

    /// <summary>A number of yuan as fen: what is to be divided, and by what; null where it is whole fen already.</summary>
    private static (ValueLane Value, Expression? Divisor) InFen(ValueLane v)
    {
        if (v.Scale <= 2) return (Times(v, 2 - v.Scale), v.Den);
        var power = Layout.Power(v.Scale - 2);
        return (v, v.Den is null ? Code.Constant(power) : Product(v.Den, Code.Constant(power), v.DenBits + Layout.BitLength(power)));
    }

    /// <summary>Fen. A payment that is negative or not whole fen is the evaluator's to explain.</summary>
    private void PutPayment(int order, ValueLane v)
    {
        var (n, divisor) = InFen(v);
        if (n.Bits > 62) throw new NoKernelException("a payment of more than 64 bits");
        var value = Once(n.Value);
        var wrong = v.IsNatural ? Code.Constant(false) : (Expression)Expression.LessThan(value, Code.Constant(0L));
        var fen = value;
        if (divisor is not null)
        {
            divisor = Once(divisor);
            fen = Once(Expression.Divide(value, divisor));
            wrong = Code.Either(wrong, Expression.NotEqual(Expression.Multiply(fen, divisor), value));
        }
        var known = v.Present is { } k ? Once(k) : Code.Constant(true);
        if (!Code.IsFalse(wrong)) Emit(Expression.IfThen(Code.Both(known, wrong), Leave()));
        Put(BufferKind.ItemFen, order, known is ConstantExpression ? fen : Expression.Condition(known, fen, Code.Constant(0L)));
        Put(BufferKind.ItemKnown, order, known);
    }
}
