using System.Numerics;
using Eligibility.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Eligibility.Tests.Values;

/// <summary>The laws of a field, and every operation against the same operation on plain big-integer fractions.</summary>
public class NumberPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithQuietOnSuccess(true);

    // Small values meet often; the edges of 64 bits are where the fast path hands over; powers of ten and two make ties.
    private static readonly Gen<long> Part = Gen.OneOf(
        Gen.Choose(-20, 20).Select(i => (long)i),
        Gen.Choose(int.MinValue, int.MaxValue).Select(i => (long)i),
        Gen.Elements(long.MinValue, long.MinValue + 1, long.MaxValue, long.MaxValue - 1, 1L << 62, 1_000_000_000_000_000_000L, 4_294_967_296L),
        Gen.Choose(int.MinValue, int.MaxValue).Select(i => i * 3_000_000_019L));

    private static readonly Gen<Number> Fraction =
        from n in Part
        from d in Part
        select Number.FromFraction((BigInteger)n, d == 0 ? 1 : d);

    // One in four is a product, so that values beyond 64 bits take part too.
    private static readonly Arbitrary<Number> Numbers = Gen.Frequency(
        (3, Fraction),
        (1, from a in Fraction from b in Fraction select Number.FromFraction(a.Numerator * b.Numerator, a.Denominator * b.Denominator))).ToArbitrary();

    private static readonly Arbitrary<(Number A, Number B, Number C)> Triples =
        (from a in Numbers.Generator from b in Numbers.Generator from c in Numbers.Generator select (a, b, c)).ToArbitrary();

    [Fact]
    public void Addition_and_multiplication_are_those_of_a_field() => ForTriples((a, b, c) =>
    {
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
        Assert.Equal((a + b) + c, a + (b + c));
        Assert.Equal((a * b) * c, a * (b * c));
        Assert.Equal(a * (b + c), (a * b) + (a * c));
        Assert.Equal(a, a + Number.Zero);
        Assert.Equal(a, a * Number.One);
        Assert.Equal(Number.Zero, a + (-a));
        Assert.Equal(a - b, a + (-b));
        if (b.Sign == 0) return;
        Assert.True(Number.TryDivide(a, b, out var quotient));
        Assert.Equal(a, quotient * b);
        Assert.True(Number.TryModulo(a, b, out var remainder));
        Assert.True(remainder.Sign == 0 || remainder.Sign == b.Sign);
        Assert.True(remainder.Abs() < b.Abs());
    });

    [Fact]
    public void Every_operation_agrees_with_plain_fractions() => ForTriples((a, b, _) =>
    {
        var (an, ad, bn, bd) = (a.Numerator, a.Denominator, b.Numerator, b.Denominator);
        AssertIs((an * bd) + (bn * ad), ad * bd, a + b);
        AssertIs((an * bd) - (bn * ad), ad * bd, a - b);
        AssertIs(an * bn, ad * bd, a * b);
        AssertIs(-an, ad, -a);
        if (b.Sign != 0 && Number.TryDivide(a, b, out var quotient)) AssertIs(an * bd, ad * bn, quotient);
    });

    [Fact]
    public void Comparison_agrees_with_subtraction_and_equality_with_hashing() => ForTriples((a, b, c) =>
    {
        Assert.Equal((a - b).Sign, a.CompareTo(b));
        Assert.Equal(-a.CompareTo(b), b.CompareTo(a));
        Assert.Equal(a == b, a.CompareTo(b) == 0);
        Assert.Equal(a.CompareTo(b), (a + c).CompareTo(b + c));
        var again = (a + c) - c;
        Assert.True(again.Equals(a));
        Assert.Equal(a.GetHashCode(), again.GetHashCode());
    });

    [Fact]
    public void Text_reads_back_to_the_same_value() => ForTriples((a, _, _) =>
    {
        if (a.Scale is not { } scale) return;
        Assert.True(Number.TryParse(a.ToString(), out var back));
        Assert.Equal(a, back);
        Assert.True(Number.TryParse(a.ToFixed(scale + 3), out var padded));
        Assert.Equal(a, padded);
        if (scale > 0) Assert.False(TimesPowerOfTen(a, scale - 1).IsInteger);
    });

    [Fact]
    public void Rounding_agrees_with_whole_number_arithmetic() => ForTriples((a, _, _) =>
    {
        for (var scale = -2; scale <= 20; scale += 2)
        {
            foreach (var mode in Enum.GetValues<RoundingMode>())
            {
                var units = RoundedUnits(a, mode, scale);
                var expected = scale >= 0
                    ? Number.FromFraction(units, BigInteger.Pow(10, scale))
                    : Number.FromFraction(units * BigInteger.Pow(10, -scale), BigInteger.One);
                Assert.Equal(expected, a.Round(mode, scale));
                var step = scale >= 0 ? Number.FromFraction(BigInteger.One, BigInteger.Pow(10, scale)) : Number.FromFraction(BigInteger.Pow(10, -scale), BigInteger.One);
                Assert.Equal(expected, a.RoundTo(mode, step));
            }
        }
    });

    [Fact]
    public void Floor_division_and_remainder_belong_together() => ForTriples((a, b, _) =>
    {
        Assert.True(a.Floor() <= a && a < a.Floor() + Number.One);
        Assert.Equal(-(-a).Floor(), a.Ceiling());
        if (b.Sign == 0 || !Number.TryDivide(a, b, out var quotient) || !Number.TryModulo(a, b, out var remainder)) return;
        Assert.Equal(a, (b * quotient.Floor()) + remainder);
    });

    [Fact]
    public void Rounding_agrees_with_decimal_where_decimal_is_exact()
    {
        // At most 15 digits with 6 decimals: decimal holds them, and every rounded value, without loss.
        var cases = from units in Gen.Choose(int.MinValue, int.MaxValue)
                    from scale in Gen.Choose(0, 6)
                    from places in Gen.Choose(0, 5)
                    select (Units: units, Scale: scale, Places: places);
        var modes = new[]
        {
            (RoundingMode.HalfUp, MidpointRounding.AwayFromZero), (RoundingMode.HalfEven, MidpointRounding.ToEven), (RoundingMode.Down, MidpointRounding.ToZero),
            (RoundingMode.Floor, MidpointRounding.ToNegativeInfinity), (RoundingMode.Ceiling, MidpointRounding.ToPositiveInfinity),
        };
        Check.One(TenThousand, Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var number = Number.FromFraction(c.Units, BigInteger.Pow(10, c.Scale));
            var value = new decimal(Math.Abs(c.Units == int.MinValue ? int.MaxValue : c.Units), 0, 0, c.Units < 0, (byte)c.Scale);
            if (c.Units == int.MinValue) return;
            foreach (var (mode, other) in modes)
            {
                var rounded = decimal.Round(value, c.Places, other);
                Assert.True(Number.TryParse(rounded.ToString(System.Globalization.CultureInfo.InvariantCulture), out var expected));
                Assert.Equal(expected, number.Round(mode, c.Places));
            }
        }));
    }

    private static Number TimesPowerOfTen(Number a, int scale) => a * Number.FromFraction(BigInteger.Pow(10, scale), BigInteger.One);

    /// <summary>The oracle: the neighbours below and above from floor division, the nearer one by doubled distances.</summary>
    private static BigInteger RoundedUnits(Number a, RoundingMode mode, int scale)
    {
        var n = scale >= 0 ? a.Numerator * BigInteger.Pow(10, scale) : a.Numerator;
        var d = scale >= 0 ? a.Denominator : a.Denominator * BigInteger.Pow(10, -scale);
        var below = (n - (((n % d) + d) % d)) / d;
        var distance = n - (below * d);
        if (distance.IsZero) return below;
        var above = below + 1;
        var (inner, outer) = n.Sign < 0 ? (above, below) : (below, above);
        var nearer = 2 * distance < d ? below : above;
        return mode switch
        {
            RoundingMode.Floor => below,
            RoundingMode.Ceiling => above,
            RoundingMode.Up => outer,
            RoundingMode.Down => inner,
            _ when 2 * distance != d => nearer,
            RoundingMode.HalfUp => outer,
            RoundingMode.HalfDown => inner,
            _ => below.IsEven ? below : above,
        };
    }

    /// <summary>The value is the fraction, in lowest terms, and kept small exactly when it fits.</summary>
    private static void AssertIs(BigInteger numerator, BigInteger denominator, Number actual)
    {
        Assert.Equal(numerator * actual.Denominator, actual.Numerator * denominator);
        Assert.True(actual.Denominator.Sign > 0);
        Assert.True(BigInteger.GreatestCommonDivisor(actual.Numerator, actual.Denominator).IsOne);
        var fits = actual.Numerator >= long.MinValue && actual.Numerator <= long.MaxValue && actual.Denominator <= long.MaxValue;
        Assert.Equal(fits, actual.Big is null);
    }

    private static void ForTriples(Action<Number, Number, Number> law) =>
        Check.One(TenThousand, Prop.ForAll(Triples, t => law(t.A, t.B, t.C)));
}
