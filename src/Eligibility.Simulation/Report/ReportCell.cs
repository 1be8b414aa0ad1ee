using System.Numerics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Values;

namespace Eligibility.Simulation.Report;

/// <summary>How a figure is written where a sheet has formats.</summary>
internal enum CellKind
{
    Text,

    /// <summary>Households or persons.</summary>
    Count,

    /// <summary>Yuan with two decimals.</summary>
    Money,

    /// <summary>A part of one, written in percent with one decimal.</summary>
    Percent,
}

/// <summary>A cell of a table: what a reader sees, and the exact figure behind it for who computes on.</summary>
/// <param name="Text">What a reader sees.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The figure; null for a text, and where there is none.</param>
internal sealed record ReportCell(string Text, CellKind Kind = CellKind.Text, Number? Value = null)
{
    /// <summary>Where there is no figure, and nobody should take that for 0.</summary>
    public static readonly ReportCell Nothing = new("—");

    /// <summary>Millionths of households or persons.</summary>
    public static ReportCell Count(Int128 millionths) => new(Figures.Count(millionths), CellKind.Count, Part(millionths, Weights.One));

    /// <summary>The same with its sign.</summary>
    public static ReportCell CountDifference(Int128 millionths) => new(Figures.CountDifference(millionths), CellKind.Count, Part(millionths, Weights.One));

    /// <summary>Fen times millionths.</summary>
    public static ReportCell Money(Int128 weightedFen) => new(Figures.Money(weightedFen), CellKind.Money, Part(weightedFen, 100 * Weights.One));

    /// <summary>The same with its sign.</summary>
    public static ReportCell Difference(Int128 weightedFen) => new(Figures.Difference(weightedFen), CellKind.Money, Part(weightedFen, 100 * Weights.One));

    /// <summary>Fen of one household; nothing where it is not known.</summary>
    public static ReportCell Fen(long? fen) => fen is { } f ? new(Figures.Fen(f), CellKind.Money, Part(f, 100)) : Nothing;

    /// <summary>The same with its sign.</summary>
    public static ReportCell FenDifference(long? fen) => fen is { } f ? new(Figures.FenDifference(f), CellKind.Money, Part(f, 100)) : Nothing;

    /// <summary>What falls to one of so many, in yuan; nothing where there are none.</summary>
    public static ReportCell Mean(Int128 weightedFen, Int128 millionths) => millionths == 0 ? Nothing : MoneyOf(Part(weightedFen, 100 * millionths), signed: false);

    /// <summary>The same with its sign.</summary>
    public static ReportCell MeanDifference(Int128 weightedFen, Int128 millionths) => millionths == 0 ? Nothing : MoneyOf(Part(weightedFen, 100 * millionths), signed: true);

    /// <summary>A part of a whole; nothing where there is no whole.</summary>
    public static ReportCell Percent(Int128 part, Int128 whole) => whole == 0 ? Nothing : new(Figures.Percent(part, whole), CellKind.Percent, Part(part, whole));

    /// <summary>How much a figure changes as a part of what it was.</summary>
    public static ReportCell PercentChange(Int128 before, Int128 after) => before == 0 ? Nothing : new(Figures.PercentChange(before, after), CellKind.Percent, Part(after - before, before));

    private static ReportCell MoneyOf(Number yuan, bool signed) => new((signed && yuan.Sign > 0 ? "+" : "") + Figures.Fixed(yuan, 2), CellKind.Money, yuan);

    private static Number Part(Int128 numerator, Int128 denominator) => Number.FromFraction((BigInteger)numerator, (BigInteger)denominator);
}
