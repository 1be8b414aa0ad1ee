using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Tests.Values;

public class NumberTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1950", "1950")]
    [InlineData("1950.00", "1950")]
    [InlineData("362.5", "362.5")]
    [InlineData("-0.01", "-0.01")]
    [InlineData("1e3", "1000")]
    [InlineData("1E+3", "1000")]
    [InlineData("12.5e-1", "1.25")]
    [InlineData("1e0003", "1000")]
    [InlineData("0E400000", "0")]
    [InlineData("1E-40", "0.0000000000000000000000000000000000000001")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789")]
    public void Decimal_text_is_read_exactly(string text, string expected)
    {
        Assert.True(Number.TryParse(text, out var number));
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData("010")]
    [InlineData("00")]
    [InlineData("-01")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData("1.e5")]
    [InlineData(".5")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1,000")]
    [InlineData("1/3")]
    [InlineData("１")]
    [InlineData("٣")]
    [InlineData("1E400000")]
    [InlineData("1E-400000")]
    [InlineData("1E99999999999999999999999999")]
    [InlineData("1E2000")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(Number.TryParse(text, out var number));
        Assert.Equal(Number.Zero, number);
    }

    [Fact]
    public void The_digit_budget_is_two_thousand()
    {
        Assert.True(Number.TryParse(new string('9', 2000), out _));
        Assert.True(Number.TryParse("1E1999", out _));
        Assert.True(Number.TryParse("1E-2000", out _));
        Assert.False(Number.TryParse(new string('9', 2001), out _));
        Assert.False(Number.TryParse(new string('9', 5000), out _));
        Assert.False(Number.TryParse("0." + new string('9', 5000), out _));
        Assert.False(Number.TryParse(new string('9', 1500) + "E1500", out _));
    }

    [Theory]
    [InlineData("010", "10")]
    [InlineData(".5", "0.5")]
    [InlineData("-.25", "-0.25")]
    [InlineData("000", "0")]
    [InlineData("1450", "1450")]
    public void A_literal_of_FEEL_may_begin_with_zeros_or_the_point(string text, string expected)
    {
        Assert.True(Number.TryParseFeel(text, out var number));
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.")]
    [InlineData("")]
    [InlineData(".e5")]
    [InlineData("+.5")]
    public void Even_FEEL_wants_a_digit_behind_the_point(string text) => Assert.False(Number.TryParseFeel(text, out _));

    [Fact]
    public void What_does_not_terminate_is_written_as_a_fraction()
    {
        Assert.Equal("1550/3", Number.FromFraction(1550, 3).ToString());
        Assert.Equal("-1550/3", Number.FromFraction(-3100, 6).ToString());
    }

    [Fact]
    public void Fixed_text_pads_but_never_rounds()
    {
        Assert.Equal("1950.00", ((Number)1950).ToFixed(2));
        Assert.Equal("-0.05", Number.FromFraction(-1, 20).ToFixed(2));
        Assert.Equal("7", ((Number)7).ToFixed(0));
        Assert.Throws<InvalidOperationException>(() => Number.FromFraction(1, 8).ToFixed(2));
        Assert.Throws<InvalidOperationException>(() => Number.FromFraction(1, 3).ToFixed(20));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.One.ToFixed(-1));
    }

    [Theory]
    [InlineData("1950", true, "1,950.00")]
    [InlineData("1950", false, "1950")]
    [InlineData("0.25", false, "0.25")]
    [InlineData("0.5", true, "0.50")]
    [InlineData("-999", true, "-999.00")]
    [InlineData("-1234567.891", true, "-1,234,567.891")]
    [InlineData("123456", true, "123,456.00")]
    public void Display_of_what_terminates(string text, bool money, string expected)
    {
        Assert.True(Number.TryParse(text, out var number));
        Assert.Equal(expected, number.ToDisplay(money, Language.Chinese));
        Assert.Equal(expected, number.ToDisplay(money, Language.English));
    }

    [Fact]
    public void Display_of_what_does_not_terminate_gives_the_division()
    {
        var perHead = Number.FromFraction(1550, 3);
        Assert.Equal("516.67（=1550÷3）", perHead.ToDisplay(true, Language.Chinese));
        Assert.Equal("516.67 (=1550÷3)", perHead.ToDisplay(true, Language.English));
        Assert.Equal("-1,516.67 (=-4550÷3)", Number.FromFraction(-4550, 3).ToDisplay(true, Language.English));
        Assert.Equal("0.33 (=1÷3)", Number.FromFraction(1, 3).ToDisplay(false, Language.English));
        Assert.Equal("0.0067 (=1÷150)", Number.FromFraction(1, 150).ToDisplay(false, Language.English));
        Assert.Equal("0.01 (=1÷150)", Number.FromFraction(1, 150).ToDisplay(true, Language.English));
    }
}
