using Eligibility.Values;

namespace Eligibility.Tests.Values;

public class NumberTests
{
    private static readonly Number Lowest = long.MinValue;
    private static readonly Number Highest = long.MaxValue;

    [Fact]
    public void A_third_of_1894_taken_from_632_three_times_is_exactly_2()
    {
        var difference = (632 - Number.FromFraction(1894, 3)) * 3;
        Assert.Equal((Number)2, difference);
        Assert.Equal((Number)2, difference.Ceiling());
        Assert.Null(difference.Big);
    }

    [Fact]
    public void The_default_number_is_zero_in_every_respect()
    {
        var zero = default(Number);
        Assert.Equal(Number.Zero, (Number)0);
        Assert.Equal(zero.GetHashCode(), ((Number)0).GetHashCode());
        Assert.True(zero == new Number(null, 0, 1));
        Assert.Equal("0", zero.ToString());
        Assert.Equal(1, zero.Den);
        Assert.Equal((Number)5, zero + 5);
        Assert.Equal(Number.FromFraction(1, 2), Number.FromFraction(1, 2) + zero);
        Assert.Equal(zero, zero * Number.FromFraction(1, 2));
        Assert.Equal(zero, -zero);
        Assert.True(zero.IsInteger);
        Assert.Equal(0, zero.Sign);
        Assert.Equal(0, zero.Scale);
    }

    [Theory]
    [InlineData(1, 3, 1, 6, "0.5")]
    [InlineData(1, 4, 1, 4, "0.5")]
    [InlineData(1, 3, -1, 3, "0")]
    [InlineData(7, 12, 5, 18, "31/36")]
    [InlineData(-7, 12, 5, 18, "-11/36")]
    public void Fractions_add_up_reduced(long a, long b, long c, long d, string expected) =>
        Assert.Equal(expected, (Number.FromFraction(a, b) + Number.FromFraction(c, d)).ToString());

    [Fact]
    public void A_fraction_is_reduced_and_its_denominator_positive()
    {
        Assert.Equal(Number.FromFraction(1, 2), Number.FromFraction(-5, -10));
        Assert.Equal("-0.5", Number.FromFraction(5, -10).ToString());
        Assert.Equal(Number.FromFraction(-1, 2).GetHashCode(), Number.FromFraction(5, -10).GetHashCode());
    }

    [Fact]
    public void Overflow_goes_to_big_and_back()
    {
        var above = Highest + 1;
        Assert.NotNull(above.Big);
        Assert.Equal("9223372036854775808", above.ToString());
        Assert.Null((above - 1).Big);
        Assert.Equal(Highest, above - 1);
        Assert.Equal("85070591730234615847396907784232501249", (Highest * Highest).ToString());
        Assert.Equal("340282366920938463463374607431768211456", (Lowest * 2 * Lowest * 2).ToString());
        Assert.True(Number.TryDivide(Highest * Highest, Highest, out var back));
        Assert.Equal(Highest, back);
        Assert.Null(back.Big);
    }

    [Fact]
    public void The_lowest_long_is_handled_where_its_negation_does_not_exist()
    {
        Assert.Equal("9223372036854775808", (-Lowest).ToString());
        Assert.Equal("9223372036854775808", Lowest.Abs().ToString());
        Assert.Equal(Lowest, - -Lowest);
        Assert.Null((- -Lowest).Big);
        Assert.Equal(-Lowest, 0 - Lowest);
        Assert.Equal("-9223372036854775809", (Lowest - 1).ToString());
        Assert.Equal("9223372036854775808", (Lowest * -1).ToString());
        Assert.Equal("1", Divide(Lowest, Lowest).ToString());
        Assert.Equal("9223372036854775808", Divide(Lowest, -1).ToString());
        Assert.Equal("-1/9223372036854775808", FractionText(Divide(1, Lowest)));
        Assert.Equal(Lowest, Divide(1, Divide(1, Lowest)));
        Assert.Equal("-4611686018427387904", Number.FromFraction(long.MinValue, 2).ToString());
        Assert.Equal("-9223372036854775807.5", (Lowest + Number.FromFraction(1, 2)).ToString());
        Assert.Equal(Lowest + Number.FromFraction(1, 3), Number.FromFraction(1, 3) - -Lowest);
        Assert.Equal(Number.Zero, Divide(0, Lowest));
    }

    [Fact]
    public void Nothing_is_divided_by_zero()
    {
        Assert.False(Number.TryDivide(1, 0, out var quotient));
        Assert.Equal(Number.Zero, quotient);
        Assert.False(Number.TryDivide(0, 0, out _));
        Assert.False(Number.TryModulo(1, 0, out _));
        Assert.Throws<DivideByZeroException>(() => Number.FromFraction(1, 0));
    }

    [Theory]
    [InlineData(10, 4, "2")]
    [InlineData(10, -4, "-2")]
    [InlineData(-10, 4, "2")]
    [InlineData(-10, -4, "-2")]
    [InlineData(12, 4, "0")]
    public void The_remainder_has_the_sign_of_the_divisor(long a, long b, string expected)
    {
        Assert.True(Number.TryModulo(a, b, out var remainder));
        Assert.Equal(expected, remainder.ToString());
    }

    [Fact]
    public void The_remainder_of_fractions_is_exact()
    {
        // 10.1 - 4.5 * 2 = 1.1 and -10.1 - 4.5 * -3 = 3.4: the DMN standard's own examples.
        Assert.True(Number.TryModulo(Number.FromFraction(101, 10), Number.FromFraction(45, 10), out var first));
        Assert.Equal("1.1", first.ToString());
        Assert.True(Number.TryModulo(Number.FromFraction(-101, 10), Number.FromFraction(45, 10), out var second));
        Assert.Equal("3.4", second.ToString());
    }

    [Theory]
    [InlineData(2, 10, "1024")]
    [InlineData(2, -2, "0.25")]
    [InlineData(-3, 2, "9")]
    [InlineData(-3, 3, "-27")]
    [InlineData(-2, -3, "-0.125")]
    [InlineData(0, 0, "1")]
    [InlineData(0, 3, "0")]
    [InlineData(-1, int.MinValue, "1")]
    [InlineData(-1, int.MaxValue, "-1")]
    [InlineData(1, int.MinValue, "1")]
    public void Powers_are_exact(long a, int exponent, string expected)
    {
        Assert.True(((Number)a).TryPower(exponent, Number.MaxDigits, out var power));
        Assert.Equal(expected, power.ToString());
    }

    [Fact]
    public void A_power_beyond_the_digit_budget_is_refused_before_it_is_computed()
    {
        Assert.True(((Number)10).TryPower(1999, 2000, out var fits));
        Assert.Equal(2000, fits.ToString().Length);
        Assert.False(((Number)10).TryPower(2001, 2000, out _));
        Assert.False(((Number)9).TryPower(int.MaxValue, 2000, out _));
        Assert.False(Number.FromFraction(1, 3).TryPower(int.MinValue, 2000, out _));
        Assert.False(((Number)0).TryPower(-1, 2000, out var none));
        Assert.Equal(Number.Zero, none);
    }

    [Fact]
    public void Numbers_compare_by_value()
    {
        Number[] sorted = [Lowest - 1, Lowest, -1, Number.FromFraction(-1, 2), 0, Number.FromFraction(1, 3), Number.FromFraction(1, 2), 1, Highest, Highest + Number.FromFraction(1, 2), Highest + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            for (var j = 0; j < sorted.Length; j++)
            {
                Assert.Equal(i.CompareTo(j), sorted[i].CompareTo(sorted[j]));
                Assert.Equal(i < j, sorted[i] < sorted[j]);
                Assert.Equal(i >= j, sorted[i] >= sorted[j]);
                Assert.Equal(i == j, sorted[i] == sorted[j]);
            }
        }
    }

    [Fact]
    public void A_number_becomes_an_integer_only_when_it_is_one_and_fits()
    {
        Assert.True(((Number)int.MaxValue).TryToInt32(out var whole));
        Assert.Equal(int.MaxValue, whole);
        Assert.False(((Number)2147483648L).TryToInt32(out _));
        Assert.False(Number.FromFraction(1, 2).TryToInt32(out _));
        Assert.False((Highest + 1).TryToInt64(out var none));
        Assert.Equal(0, none);
        Assert.True(default(Number).TryToInt64(out _));
    }

    [Fact]
    public void Digit_counts_bound_the_true_length_from_above()
    {
        Assert.Equal(19, ((Number)7).DigitCount);
        Assert.True(((Number)10).TryPower(100, 2000, out var googol));
        Assert.InRange(googol.DigitCount, 101, 102);
        Assert.InRange(Divide(1, googol).DigitCount, 101, 102);
    }

    private static Number Divide(Number a, Number b) => Number.TryDivide(a, b, out var q) ? q : throw new InvalidOperationException("division by zero");

    private static string FractionText(Number a) => $"{a.Numerator}/{a.Denominator}";
}
