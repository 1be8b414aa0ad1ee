using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Eligibility.Values;

/// <summary>
/// An exact rational number of any size; <c>default</c> is zero. Nothing is ever rounded except by <see cref="Round"/> and
/// <see cref="RoundTo"/>. Values that fit two 64-bit integers need no memory of their own.
/// </summary>
/// <remarks>
/// The operators have no limit, since a check at every step would cost more than the step: whoever evaluates foreign input
/// compares <see cref="DigitCount"/> with <see cref="MaxDigits"/> after each operation.
/// </remarks>
public readonly partial struct Number : IEquatable<Number>, IComparable<Number>
{
    /// <summary>The digit budget: no text with more digits is read, and an evaluation that makes a longer numerator or denominator is a fault.</summary>
    public const int MaxDigits = 2000;

    private readonly object? _big;
    private readonly long _num;

    // 0 stands for 1, so that default(Number) is zero. A value that fits 64 bits is never kept as a BigRational: equality relies on it.
    private readonly long _den;

    /// <summary>Takes the three fields of another number, unchecked, so that a larger struct can hold them side by side.</summary>
    internal Number(object? big, long num, long den)
    {
        _big = big;
        _num = num;
        _den = den;
    }

    /// <summary>Zero.</summary>
    public static Number Zero => default;

    /// <summary>One.</summary>
    public static Number One => new(null, 1, 1);

    /// <summary>The <see cref="BigRational"/> behind a value that does not fit 64 bits; null for one that does.</summary>
    internal object? Big => _big;

    /// <summary>The numerator of a value that fits 64 bits; else meaningless.</summary>
    internal long Num => _num;

    /// <summary>The denominator, at least 1, of a value that fits 64 bits; else meaningless.</summary>
    internal long Den => _den == 0 ? 1 : _den;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _big is BigRational b ? b.Numerator.Sign : Math.Sign(_num);

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => _big is BigRational b ? b.Denominator.IsOne : _den <= 1;

    /// <summary>
    /// At least as many decimal digits as the longer of numerator and denominator has, and at most one more; for any value
    /// that fits 64 bits simply 19.
    /// </summary>
    public int DigitCount => _big is BigRational b ? Math.Max(DigitsOf(b.Numerator), DigitsOf(b.Denominator)) : 19;

    internal BigInteger Numerator => _big is BigRational b ? b.Numerator : _num;

    internal BigInteger Denominator => _big is BigRational b ? b.Denominator : Den;

    /// <summary>A whole number.</summary>
    public static implicit operator Number(int value) => new(null, value, 1);

    /// <summary>A whole number.</summary>
    public static implicit operator Number(long value) => new(null, value, 1);

    /// <summary>A fraction, reduced; a <paramref name="denominator"/> of zero throws <see cref="DivideByZeroException"/>.</summary>
    public static Number FromFraction(long numerator, long denominator) =>
        TryDivide(numerator, denominator, out var quotient) ? quotient : throw new DivideByZeroException("the denominator of a fraction is zero");

    /// <summary>The same as a fraction of big integers, reduced; the denominator must not be zero.</summary>
    internal static Number FromFraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("the denominator of a fraction is zero");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        if (!divisor.IsOne) (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return FromReduced(numerator, denominator);
    }

    /// <summary>The distance from zero.</summary>
    public Number Abs() => Sign < 0 ? -this : this;

    /// <summary>The greatest whole number that is not greater.</summary>
    public Number Floor() => IsInteger ? this : RoundToInteger(RoundingMode.Floor);

    /// <summary>The least whole number that is not less.</summary>
    public Number Ceiling() => IsInteger ? this : RoundToInteger(RoundingMode.Ceiling);

    /// <summary>The value as a 64-bit integer; false when it is not whole or does not fit.</summary>
    public bool TryToInt64(out long value)
    {
        value = _num;
        if (_big is null && _den <= 1) return true;
        value = 0;
        return false;
    }

    /// <summary>The value as a 32-bit integer; false when it is not whole or does not fit.</summary>
    public bool TryToInt32(out int value)
    {
        var fits = TryToInt64(out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : 0;
        return fits;
    }

    /// <inheritdoc/>
    public bool Equals(Number other) => _big is BigRational a
        ? other._big is BigRational b && a.Numerator == b.Numerator && a.Denominator == b.Denominator
        : other._big is null && _num == other._num && Den == other.Den;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Number other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _big is BigRational b
        ? HashCode.Combine(b.Numerator, b.Denominator)
        : HashCode.Combine(_num, Den);

    /// <inheritdoc/>
    public int CompareTo(Number other)
    {
        if (_big is null && other._big is null)
        {
            if ((_den | other._den) <= 1 || _den == other._den) return _num.CompareTo(other._num);
            return unchecked((Int128)_num * other.Den).CompareTo(unchecked((Int128)other._num * Den));
        }
        if (Sign != other.Sign) return Sign.CompareTo(other.Sign);
        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    // 30103/100000 is a little more than log10(2).
    private static int DigitsOf(BigInteger value) => (int)(BigInteger.Abs(value).GetBitLength() * 30103 / 100000) + 1;

    private static Number FromReduced(BigInteger numerator, BigInteger denominator) =>
        numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Number(null, (long)numerator, (long)denominator)
            : new Number(new BigRational(numerator, denominator), 0, 1);

    private static Number FromReduced(Int128 numerator, Int128 denominator) =>
        numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Number(null, (long)numerator, (long)denominator)
            : new Number(new BigRational((BigInteger)numerator, (BigInteger)denominator), 0, 1);
}
