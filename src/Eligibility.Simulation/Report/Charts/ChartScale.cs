namespace Eligibility.Simulation.Report.Charts;

/// <summary>An axis that begins and ends at a mark, with marks at 1, 2 or 5 times a power of ten apart.</summary>
/// <param name="Low">The least value on it.</param>
/// <param name="High">The greatest.</param>
/// <param name="Step">What lies between two marks.</param>
internal sealed record ChartScale(Int128 Low, Int128 High, Int128 Step)
{
    /// <summary>The scale on which 0 and both values have a place.</summary>
    /// <param name="least">The least value.</param>
    /// <param name="greatest">The greatest value.</param>
    /// <param name="finest">The least step: a hundredth of a unit, or one of what comes in whole numbers only.</param>
    /// <param name="marks">The most steps there may be.</param>
    public static ChartScale Of(Int128 least, Int128 greatest, Int128 finest, int marks = 6)
    {
        (least, greatest) = (Int128.Min(least, 0), Int128.Max(greatest, 0));
        var step = StepOf(greatest - least, finest, marks);
        while (Up(greatest, step) - Down(least, step) > step * marks) step = StepOf(step * (marks + 1), finest, marks);
        var high = Up(greatest, step);
        return new ChartScale(Down(least, step), high == 0 && least == 0 ? step : high, step);
    }

    /// <summary>The least of 1, 2 and 5 times a power of ten times the finest that goes into a width so many times at most.</summary>
    public static Int128 StepOf(Int128 width, Int128 finest, int most)
    {
        var power = Int128.Max(1, finest);
        while (true)
        {
            foreach (var digit in new[] { 1, 2, 5 })
                if (power * digit * most >= width) return power * digit;
            power *= 10;
        }
    }

    /// <summary>The marks from low to high.</summary>
    public IEnumerable<Int128> Marks
    {
        get
        {
            for (var at = Low; at <= High; at += Step) yield return at;
        }
    }

    /// <summary>Where a value lies between two places.</summary>
    public int Place(Int128 value, int low, int high) => low + (int)((value - Low) * (high - low) / (High - Low));

    public static Int128 Down(Int128 value, Int128 step) => value >= 0 ? value / step * step : -Up(-value, step);

    public static Int128 Up(Int128 value, Int128 step) => value >= 0 ? (value + step - 1) / step * step : -Down(-value, step);
}
