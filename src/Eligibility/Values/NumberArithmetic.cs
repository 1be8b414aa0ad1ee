using System.Numerics;
using System.Runtime.CompilerServices;

namespace Eligibility.Values;

/// <content>The four operations, powers and comparison.</content>
public readonly partial struct Number
{
    // Each operator holds only the case of two whole numbers, so that it is small enough to be inlined into a loop.

    /// <summary>The exact sum.</summary>
    public static Number operator +(Number a, Number b)
    {
        if (AreSmallIntegers(a, b))
        {
            var sum = unchecked(a._num + b._num);
            // The sum has overflowed when its sign differs from the signs of both.
            if (((a._num ^ sum) & (b._num ^ sum)) >= 0) return new Number(null, sum, 1);
        }
        return Add(in a, in b);
    }

    /// <summary>The exact difference.</summary>
    public static Number operator -(Number a, Number b)
    {
        if (AreSmallIntegers(a, b))
        {
            var difference = unchecked(a._num - b._num);
            if (((a._num ^ b._num) & (a._num ^ difference)) >= 0) return new Number(null, difference, 1);
        }
        return Subtract(in a, in b);
    }

    /// <summary>The value with the other sign.</summary>
    public static Number operator -(Number a) => a._big is null && a._num != long.MinValue
        ? new Number(null, -a._num, a.Den)
        : FromReduced(-a.Numerator, a.Denominator);

    /// <summary>The exact product.</summary>
    public static Number operator *(Number a, Number b)
    {
        if (AreSmallIntegers(a, b))
        {
            var high = Math.BigMul(a._num, b._num, out var low);
            if (high == low >> 63) return new Number(null, low, 1);
        }
        return Multiply(in a, in b);
    }

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(Number a, Number b) => a.Equals(b);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Number a, Number b) => !a.Equals(b);

    /// <summary>Less than.</summary>
    public static bool operator <(Number a, Number b) => AreSmallIntegers(a, b) ? a._num < b._num : a.CompareTo(b) < 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Number a, Number b) => AreSmallIntegers(a, b) ? a._num <= b._num : a.CompareTo(b) <= 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Number a, Number b) => AreSmallIntegers(a, b) ? a._num > b._num : a.CompareTo(b) > 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Number a, Number b) => AreSmallIntegers(a, b) ? a._num >= b._num : a.CompareTo(b) >= 0;

    /// <summary>The exact quotient; false, and zero, when <paramref name="b"/> is zero.</summary>
    public static bool TryDivide(Number a, Number b, out Number quotient)
    {
        quotient = default;
        if (b.Sign == 0) return false;
        if (a._big is not null || b._big is not null) quotient = FromFraction(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
        // The reciprocal of long.MinValue has a denominator beyond 64 bits.
        else if (b._num == long.MinValue) quotient = FromFraction((BigInteger)a._num * b.Den, a.Denominator * b._num);
        else quotient = b._num > 0 ? MultiplyReduced(a._num, a.Den, b.Den, b._num) : MultiplyReduced(a._num, a.Den, -b.Den, -b._num);
        return true;
    }

    /// <summary>The remainder that has the sign of the divisor, a − b·⌊a/b⌋, as FEEL defines it; false, and zero, when <paramref name="b"/> is zero.</summary>
    public static bool TryModulo(Number a, Number b, out Number remainder)
    {
        var possible = TryDivide(a, b, out var quotient);
        remainder = possible ? a - (b * quotient.Floor()) : default;
        return possible;
    }

    /// <summary>
    /// The power; 0 to the 0 is 1. False, and zero, for a negative power of zero and for a result of more than about
    /// <paramref name="maxDigits"/> digits (judged by <see cref="DigitCount"/>). Never computes more than twice that many.
    /// </summary>
    public bool TryPower(int exponent, int maxDigits, out Number power)
    {
        power = One;
        if (exponent == 0 || this == One) return true;
        power = default;
        if (Sign == 0) return exponent > 0;
        // A number of n bits is at least 2 to the n-1: a lower bound that decides before anything large is computed.
        var magnitude = Math.Abs((long)exponent);
        var bits = Math.Max(BigInteger.Abs(Numerator).GetBitLength(), Denominator.GetBitLength());
        if ((Int128)(bits - 1) * magnitude * 30102 / 100000 > maxDigits) return false;
        if (Abs() == One) power = (exponent & 1) == 0 ? One : this;
        else
        {
            var (n, d) = (BigInteger.Pow(Numerator, (int)magnitude), BigInteger.Pow(Denominator, (int)magnitude));
            var result = exponent > 0 ? FromReduced(n, d) : FromReduced(n.Sign < 0 ? -d : d, BigInteger.Abs(n));
            if (result._big is not null && result.DigitCount > maxDigits) return false;
            power = result;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmallIntegers(in Number a, in Number b) => a._big is null && b._big is null && (a._den | b._den) <= 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Number Add(in Number a, in Number b) => a._big is null && b._big is null
        ? Combine(a, b._num, b.Den)
        : FromFraction((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Number Subtract(in Number a, in Number b) => a._big is null && b._big is null
        ? Combine(a, -(Int128)b._num, b.Den)
        : FromFraction((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Number Multiply(in Number a, in Number b) => a._big is null && b._big is null
        ? MultiplyReduced(a._num, a.Den, b._num, b.Den)
        : FromFraction(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>a + bn/bd by Knuth's method (TAOCP 4.5.1), which reduces by numbers of 64 bits only; no step leaves 128 bits.</summary>
    private static Number Combine(Number a, Int128 bn, long bd)
    {
        unchecked
        {
            var ad = a.Den;
            var common = ad == bd ? ad : (long)Gcd((ulong)ad, (ulong)bd);
            var sum = ((Int128)a._num * (bd / common)) + (bn * (ad / common));
            if (common == 1) return FromReduced(sum, (Int128)ad * bd);
            var rest = sum >= long.MinValue && sum <= long.MaxValue ? (long)sum % common : (long)(sum % common);
            var shared = (long)Gcd((ulong)Math.Abs(rest), (ulong)common);
            return shared == 1
                ? FromReduced(sum, (Int128)(ad / common) * bd)
                : FromReduced(sum / shared, (Int128)(ad / common) * (bd / shared));
        }
    }

    /// <summary>an/ad · bn/bd of reduced fractions with positive denominators: reduced crosswise, the product needs no reduction.</summary>
    private static Number MultiplyReduced(long an, long ad, long bn, long bd)
    {
        unchecked
        {
            // Both divisors are at most a positive 64-bit denominator.
            var first = (long)Gcd(Magnitude(an), (ulong)bd);
            var second = (long)Gcd(Magnitude(bn), (ulong)ad);
            return FromReduced((Int128)(an / first) * (bn / second), (Int128)(ad / second) * (bd / first));
        }
    }

    private static ulong Magnitude(long value) => unchecked(value < 0 ? 0UL - (ulong)value : (ulong)value);

    /// <summary>The greatest common divisor; with one argument zero, the other. One division, since sizes often differ much, then halving.</summary>
    private static ulong Gcd(ulong a, ulong b)
    {
        if (a < b) (a, b) = (b, a);
        if (b <= 1) return b == 0 ? a : 1;
        a %= b;
        if (a <= 1) return a == 0 ? b : 1;
        var twos = BitOperations.TrailingZeroCount(a | b);
        a >>= BitOperations.TrailingZeroCount(a);
        do
        {
            b >>= BitOperations.TrailingZeroCount(b);
            var difference = a > b ? a - b : b - a;
            a = Math.Min(a, b);
            b = difference;
        }
        while (b != 0);
        return a << twos;
    }
}
