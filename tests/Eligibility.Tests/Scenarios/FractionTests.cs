namespace Eligibility.Tests.Scenarios;

public class FractionTests
{
    [Theory]
    [InlineData("(1450 - 2400 / 3) * 2 + 0.25 * 1450", "3325/2")]
    [InlineData("1550/3", "1550/3")]
    [InlineData("-(2 - 5) * -1", "-3")]
    [InlineData("8 - 3 - 2", "3")]
    [InlineData("8 / 4 / 2", "1")]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("0.1 + 0.2", "3/10")]
    public void An_expression_has_its_exact_value(string expression, string value) => Assert.Equal(value, Fraction.Evaluate(expression).ToString());

    [Theory]
    [InlineData("1/3", 2, "33/100")]
    [InlineData("2/3", 2, "67/100")]
    [InlineData("0.125", 2, "13/100")]
    [InlineData("-0.125", 2, "-13/100")]
    [InlineData("2.5", 0, "3")]
    public void A_half_goes_away_from_zero(string expression, int decimals, string value) => Assert.Equal(value, Fraction.Evaluate(expression).RoundHalfUp(decimals).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1 +")]
    [InlineData("1 2 3 x")]
    [InlineData("1..2")]
    [InlineData(".5")]
    [InlineData("(1")]
    [InlineData("1)")]
    [InlineData("floor(2.5)")]
    [InlineData("1e3")]
    public void What_is_no_arithmetic_is_refused(string expression) => Assert.Throws<FormatException>(() => Fraction.Evaluate(expression));

    [Fact]
    public void Nothing_is_divided_by_zero() => Assert.Throws<DivideByZeroException>(() => Fraction.Evaluate("1 / (2 - 2)"));
}
