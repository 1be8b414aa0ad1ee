using Eligibility.Simulation.Kernels;
using Eligibility.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Eligibility.Tests.Simulation;

/// <summary>What kernels compute of packed dates.</summary>
public class KernelMathTests
{
    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")] // no February 31
    [InlineData("2023-01-31", 1, "2023-02-28")]
    [InlineData("2024-02-29", 960, "2104-02-29")] // 80 years
    [InlineData("2020-02-29", 960, "2100-02-28")] // 2100 is no leap year
    [InlineData("2024-12-15", 1, "2025-01-15")]
    [InlineData("2025-01-15", -1, "2024-12-15")]
    [InlineData("2025-03-31", -12, "2024-03-31")]
    [InlineData("0001-01-31", -2, "0000-11-30")]
    [InlineData("0001-01-31", -14, "-0001-11-30")]
    public void A_day_some_months_later_is_the_one_on_the_calendar(string from, int months, string to)
    {
        Assert.Equal(Packed(to), KernelMath.PlusMonths(Packed(from), months));
    }

    [Fact]
    public void It_is_the_day_that_the_evaluator_finds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(
        (from year in Gen.Choose(-9999, 9999) from dayOfYear in Gen.Choose(0, 364) from months in Gen.Choose(-119_988, 119_988) select (year, dayOfYear, months)).ToArbitrary(),
        x =>
        {
            CalendarDate.TryCreate(x.year, 1, 1, out var first);
            Assert.True(first.TryPlusDays(x.dayOfYear, out var date));
            Assert.True(date.TryPlusMonths(x.months, out var later));
            Assert.Equal(Value.From(later).Packed, KernelMath.PlusMonths(Value.From(date).Packed, x.months));
        }));

    private static long Packed(string text)
    {
        var sign = text[0] == '-' ? -1 : 1;
        var parts = text.TrimStart('-').Split('-').Select(int.Parse).ToArray();
        Assert.True(CalendarDate.TryCreate(sign * parts[0], parts[1], parts[2], out var date));
        return Value.From(date).Packed;
    }
}
