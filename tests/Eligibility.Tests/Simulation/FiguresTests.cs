using Eligibility.Simulation.Impact;
using Eligibility.Values;

namespace Eligibility.Tests.Simulation;

/// <summary>Figures as people read them.</summary>
public class FiguresTests
{
    private const long Yuan = 100L * 1_000_000;

    [Fact]
    public void Money_has_thousands_apart_and_two_decimals()
    {
        Assert.Equal("3,758,486.31", Figures.Money((Int128)375_848_631 * 1_000_000));
        Assert.Equal("0.00", Figures.Difference(0));
        Assert.Equal("+1,000.00", Figures.Difference(1000 * Yuan));
        Assert.Equal("−1,000.00", Figures.Difference(-1000 * Yuan));
        // Half a household with 0.01 yuan: 0.005 is rounded up; what is less than half a fen has no sign.
        Assert.Equal("0.01", Figures.Money(500_000));
        Assert.Equal("0.00", Figures.Money(-499_999));
    }

    [Fact]
    public void Counts_are_whole_where_weights_are()
    {
        Assert.Equal("1,433", Figures.Count(1_433_000_000));
        Assert.Equal("1,002.5", Figures.Count(1_002_500_000));
        Assert.Equal("−2.5", Figures.CountDifference(-2_500_000));
    }

    [Fact]
    public void A_percentage_of_nothing_is_a_dash()
    {
        Assert.Equal("—", Figures.Percent(1, 0));
        Assert.Equal("—", Figures.PercentChange(0, 5));
        // 150,572.35 of 3,758,486.31 is 4.0062 percent.
        Assert.Equal("+4.0%", Figures.PercentChange(375_848_631, 390_905_866));
        Assert.Equal("−100.0%", Figures.PercentChange(7, 0));
        Assert.Equal("66.7", Figures.Fixed(Number.FromFraction(200, 3), 1));
    }
}
