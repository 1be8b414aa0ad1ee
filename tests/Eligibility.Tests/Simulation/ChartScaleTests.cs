using Eligibility.Simulation.Report.Charts;

namespace Eligibility.Tests.Simulation;

/// <summary>Axes: marks where people expect them, and no value without a place.</summary>
public class ChartScaleTests
{
    [Fact]
    public void Marks_are_round_and_cover_the_values()
    {
        var scale = ChartScale.Of(0, 339, 1);
        // 339 in six steps at most: 50 would need seven, 100 needs four.
        Assert.Equal([0, 100, 200, 300, 400], scale.Marks.Select(m => (int)m));
        Assert.Equal(0, scale.Place(0, 0, 800));
        Assert.Equal(678, scale.Place(339, 0, 800));
    }

    [Fact]
    public void Losses_lie_below_zero()
    {
        var scale = ChartScale.Of(-130, 40, 1);
        // 170 in six steps: 50, from −150 to 50.
        Assert.Equal([-150, -100, -50, 0, 50], scale.Marks.Select(m => (int)m));
        Assert.Equal(75, scale.Place(0, 0, 100));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(-7, 900)]
    public void Zero_always_has_a_place(int least, int greatest)
    {
        var scale = ChartScale.Of(least, greatest, 1);
        Assert.Contains((Int128)0, scale.Marks);
        Assert.True(scale.High > scale.Low);
        Assert.InRange(scale.Place(greatest, 0, 1000), 0, 1000);
        Assert.InRange(scale.Place(least, 0, 1000), 0, 1000);
    }

    [Fact]
    public void Values_greater_than_any_caseload_have_a_place()
    {
        var most = Int128.MaxValue / 1_000_000;
        Assert.Equal(1000, ChartScale.Of(0, most, 1).Place(ChartScale.Of(0, most, 1).High, 0, 1000));
    }
}
