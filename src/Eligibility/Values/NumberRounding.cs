using System.Numerics;

namespace Eligibility.Values;

/// <content>Rounding, the only place where exactness is given up, and only where a rule asks for it.</content>
public readonly partial struct Number
{
    private static readonly long[] PowersOfTen =
        [.. Enumerable.Range(0, 19).Select(e => (long)BigInteger.Pow(10, e))];

    /// <summary>The smallest number of decimals that shows the value exactly; null when no number of decimals does.</summary>
    public int? Scale
    {
        get
        {
            if (_big is BigRational big) return ScaleOf(big.Denominator);
            var rest = Den;
            if (rest == 1) return 0;
            var twos = BitOperations.TrailingZeroCount(rest);
            rest >>= twos;
            var fives = 0;
            for (; rest % 5 == 0; fives++) rest /= 5;
            return rest == 1 ? Math.Max(twos, fives) : null;
        }
    }

    /// <summary>
    /// Rounds to <paramref name="scale"/> decimals; a negative scale rounds to tens, hundreds and so on. A scale beyond
    /// <see cref="MaxDigits"/> either way throws <see cref="ArgumentOutOfRangeException"/>: it is never a scale that somebody means.
    /// </summary>
    public Number Round(RoundingMode mode, int scale)
    {
        if (scale is < -MaxDigits or > MaxDigits) throw new ArgumentOutOfRangeException(nameof(scale), scale, "more decimals than the digit budget");
        if (scale >= 0 && IsInteger) return this;
        if (_big is null && scale is >= 0 and <= 18)
        {
            var power = PowersOfTen[scale];
            var scaled = unchecked((Int128)_num * power);
            var whole = scaled >= long.MinValue && scaled <= long.MaxValue
                ? RoundQuotient((long)scaled, Den, mode)
                : RoundQuotient(scaled, Den, mode);
            if (whole >= long.MinValue && whole <= long.MaxValue) return FromFraction((long)whole, power);
            return FromFraction((BigInteger)whole, power);
        }
        var factor = BigInteger.Pow(10, Math.Abs(scale));
        return scale >= 0
            ? FromFraction(RoundQuotient(Numerator * factor, Denominator, mode), factor)
            : FromFraction(RoundQuotient(Numerator, Denominator * factor, mode) * factor, BigInteger.One);
    }

    /// <summary>
    /// Rounds to a multiple of <paramref name="step"/>, such as 0.01 (fen), 0.1 (jiao), 1 (yuan) or 10. A step that is not
    /// positive throws <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public Number RoundTo(RoundingMode mode, Number step)
    {
        if (step.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(step), step.ToString(), "a step must be positive");
        if (step == One) return RoundToInteger(mode);
        TryDivide(this, step, out var steps);
        return steps.IsInteger ? this : steps.RoundToInteger(mode) * step;
    }

    private Number RoundToInteger(RoundingMode mode)
    {
        if (IsInteger) return this;
        return _big is null
            ? new Number(null, RoundQuotient(_num, Den, mode), 1)
            : FromReduced(RoundQuotient(Numerator, Denominator, mode), BigInteger.One);
    }

    private static T RoundQuotient<T>(T numerator, T denominator, RoundingMode mode)
        where T : IBinaryInteger<T>
    {
        var (quotient, remainder) = T.DivRem(numerator, denominator);
        if (T.IsZero(remainder)) return quotient;
        // DivRem cuts towards zero: from here on the question is only whether to go one step further out.
        var negative = T.IsNegative(numerator);
        var rest = T.Abs(remainder);
        var half = rest.CompareTo(denominator - rest);
        var outwards = mode switch
        {
            RoundingMode.Up => true,
            RoundingMode.Down => false,
            RoundingMode.HalfUp => half >= 0,
            RoundingMode.HalfDown => half > 0,
            RoundingMode.HalfEven => half > 0 || (half == 0 && T.IsOddInteger(quotient)),
            RoundingMode.Floor => negative,
            RoundingMode.Ceiling => !negative,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "not a rounding mode"),
        };
        if (!outwards) return quotient;
        return negative ? quotient - T.One : quotient + T.One;
    }

    private static int? ScaleOf(BigInteger denominator)
    {
        var twos = (int)BigInteger.TrailingZeroCount(denominator);
        denominator >>= twos;
        var fives = 0;
        while (true)
        {
            var (quotient, remainder) = BigInteger.DivRem(denominator, 5);
            if (!remainder.IsZero) return denominator.IsOne ? Math.Max(twos, fives) : null;
            denominator = quotient;
            fives++;
        }
    }
}
