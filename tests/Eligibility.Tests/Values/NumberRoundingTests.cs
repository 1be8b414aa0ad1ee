using Eligibility.Values;

namespace Eligibility.Tests.Values;

public class NumberRoundingTests
{
    [Theory]
    [InlineData("0.5", "1 0 1 0 0 0 1")]
    [InlineData("-0.5", "-1 0 -1 0 0 -1 0")]
    [InlineData("1.5", "2 1 2 1 2 1 2")]
    [InlineData("-1.5", "-2 -1 -2 -1 -2 -2 -1")]
    [InlineData("2.5", "3 2 3 2 2 2 3")]
    [InlineData("-2.5", "-3 -2 -3 -2 -2 -3 -2")]
    [InlineData("0.4", "1 0 0 0 0 0 1")]
    [InlineData("-0.6", "-1 0 -1 -1 -1 -1 0")]
    [InlineData("7", "7 7 7 7 7 7 7")]
    public void To_whole_numbers(string value, string upDownHalfUpHalfDownHalfEvenFloorCeiling) =>
        AssertRounds(Parse(value), 0, upDownHalfUpHalfDownHalfEvenFloorCeiling);

    [Theory]
    [InlineData("2.675", "2.68 2.67 2.68 2.67 2.68 2.67 2.68")]
    [InlineData("-2.675", "-2.68 -2.67 -2.68 -2.67 -2.68 -2.68 -2.67")]
    [InlineData("2.665", "2.67 2.66 2.67 2.66 2.66 2.66 2.67")]
    public void To_fen(string value, string expected) => AssertRounds(Parse(value), 2, expected);

    [Fact]
    public void A_third_has_no_tie()
    {
        AssertRounds(Number.FromFraction(1, 3), 2, "0.34 0.33 0.33 0.33 0.33 0.33 0.34");
        AssertRounds(Number.FromFraction(-1, 3), 2, "-0.34 -0.33 -0.33 -0.33 -0.33 -0.34 -0.33");
    }

    [Fact]
    public void A_negative_scale_rounds_to_tens_and_hundreds()
    {
        AssertRounds(1250, -2, "1300 1200 1300 1200 1200 1200 1300");
        AssertRounds(-15, -1, "-20 -10 -20 -10 -20 -20 -10");
        Assert.Equal("10000000000000000000", ((Number)long.MaxValue).Round(RoundingMode.HalfUp, -19).ToString());
    }

    [Theory]
    [InlineData("362.55", "0.1", "362.6 362.5 362.6 362.5 362.6 362.5 362.6")]
    [InlineData("1237", "10", "1240 1230 1240 1240 1240 1230 1240")]
    [InlineData("0.07", "0.05", "0.1 0.05 0.05 0.05 0.05 0.05 0.1")]
    [InlineData("12.4", "1", "13 12 12 12 12 12 13")]
    public void To_a_step(string value, string step, string expected)
    {
        var outcome = Enum.GetValues<RoundingMode>().Select(mode => Parse(value).RoundTo(mode, Parse(step)).ToString());
        Assert.Equal(expected, string.Join(' ', outcome));
    }

    [Fact]
    public void Big_values_round_like_small_ones()
    {
        var big = (Number)long.MaxValue * 100 + Number.FromFraction(1, 2);
        Assert.Equal("922337203685477580701", big.Round(RoundingMode.HalfUp, 0).ToString());
        Assert.Equal("922337203685477580700", big.Round(RoundingMode.HalfEven, 0).ToString());
        Assert.Equal("-922337203685477580701", (-big).Round(RoundingMode.Floor, 0).ToString());
        Assert.Equal("922337203685477580700", big.Floor().ToString());
        Assert.Equal("922337203685477580701", big.Ceiling().ToString());
        Assert.Equal("0.3333333333333333333333333", Number.FromFraction(1, 3).Round(RoundingMode.Down, 25).ToString());
        Assert.Equal("3074457345618258602.333333333333333333", Number.FromFraction(long.MaxValue, 3).Round(RoundingMode.HalfEven, 18).ToString());
    }

    [Fact]
    public void A_step_that_is_not_positive_and_a_scale_beyond_reason_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.One.RoundTo(RoundingMode.Up, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.One.RoundTo(RoundingMode.Up, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.One.Round(RoundingMode.Up, 2_000_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.One.Round(RoundingMode.Up, int.MinValue));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 2, 1)]
    [InlineData(29, 40, 3)]
    [InlineData(1, 125, 3)]
    [InlineData(1, 1048576, 20)]
    public void The_scale_is_the_number_of_decimals_needed(long numerator, long denominator, int expected) =>
        Assert.Equal(expected, Number.FromFraction(numerator, denominator).Scale);

    [Fact]
    public void A_value_that_does_not_terminate_has_no_scale()
    {
        Assert.Null(Number.FromFraction(1, 3).Scale);
        Assert.Null(Number.FromFraction(1, 14).Scale);
        Assert.Null((Number.FromFraction(1, 3) + (Number)long.MaxValue * 8).Scale);
        Assert.Equal(40, Parse("1E-40").Scale);
    }

    private static void AssertRounds(Number value, int scale, string expected) =>
        Assert.Equal(expected, string.Join(' ', Enum.GetValues<RoundingMode>().Select(mode => value.Round(mode, scale).ToString())));

    private static Number Parse(string text) => Number.TryParse(text, out var n) ? n : throw new FormatException(text);
}
