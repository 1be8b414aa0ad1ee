using System.Globalization;
using System.Numerics;
using Eligibility.Values;

namespace Eligibility.Simulation.Impact;

/// <summary>Writes figures as a reader of a report wants them: thousands apart, money rounded half up to the fen, where the result file has them exact.</summary>
internal static class Figures
{
    /// <summary>Fen times millionths of a household as yuan: "3,758,486.31".</summary>
    public static string Money(Int128 weightedFen) => Fixed(Number.FromFraction((BigInteger)weightedFen, 100 * Reading.Weights.One), 2);

    /// <summary>The same with its sign, "+150,572.35"; 0 has none.</summary>
    public static string Difference(Int128 weightedFen) => Signed(weightedFen, Money(weightedFen));

    /// <summary>Millionths as a number of households or persons: "1,433", "2.5".</summary>
    public static string Count(Int128 millionths)
    {
        var text = Yuan.Weight(Int128.Abs(millionths)).Split('.');
        return $"{(millionths < 0 ? "−" : "")}{Grouped(text[0])}{(text.Length > 1 ? $".{text[1]}" : "")}";
    }

    /// <summary>The same with its sign.</summary>
    public static string CountDifference(Int128 millionths) => Signed(millionths, Count(millionths));

    /// <summary>Fen as yuan with the sign: what one household gets more or less.</summary>
    public static string FenDifference(Int128 fen) => Signed(fen, Fen(fen));

    /// <summary>Fen as yuan.</summary>
    public static string Fen(Int128 fen) => Fixed(Number.FromFraction((BigInteger)fen, 100), 2);

    /// <summary>A part of a whole in percent with one decimal; "—" where there is no whole.</summary>
    public static string Percent(Int128 part, Int128 whole) => whole == 0 ? "—" : Fixed(Number.FromFraction((BigInteger)part * 100, (BigInteger)whole), 1) + "%";

    /// <summary>How much a figure changes in percent of what it was, with its sign; "—" where it was nothing.</summary>
    public static string PercentChange(Int128 before, Int128 after) => before == 0 ? "—" : Signed(after - before, Percent(after - before, before));

    /// <summary>A number rounded half up, with thousands apart and a minus that is as wide as a plus.</summary>
    public static string Fixed(Number number, int decimals)
    {
        var rounded = number.Abs().Round(RoundingMode.HalfUp, decimals);
        var text = rounded.ToFixed(decimals).Split('.');
        return $"{(number.Sign < 0 && rounded.Sign != 0 ? "−" : "")}{Grouped(text[0])}{(decimals > 0 ? $".{text[1]}" : "")}";
    }

    private static string Signed(Int128 value, string text) => value > 0 ? $"+{text}" : text;

    private static string Grouped(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
}
