using System.Globalization;

namespace Eligibility.Simulation.Impact;

/// <summary>Writes amounts and weights as people read them.</summary>
internal static class Yuan
{
    /// <summary>Fen as yuan with two decimals; empty when not known.</summary>
    public static string Of(long? fen) => fen is { } f ? Of((Int128)f) : "";

    public static string Of(Int128 fen)
    {
        var size = Int128.Abs(fen);
        return string.Create(CultureInfo.InvariantCulture, $"{(fen < 0 ? "-" : "")}{size / 100}.{(int)(size % 100):D2}");
    }

    /// <summary>Fen times millionths as yuan, exact: with more than two decimals only where a weight is not whole.</summary>
    public static string Exact(Int128 weightedFen)
    {
        var size = Int128.Abs(weightedFen);
        var (whole, rest) = (size / 100_000_000, (long)(size % 100_000_000));
        var decimals = rest.ToString("D8", CultureInfo.InvariantCulture).TrimEnd('0').PadRight(2, '0');
        return string.Create(CultureInfo.InvariantCulture, $"{(weightedFen < 0 ? "-" : "")}{whole}.{decimals}");
    }

    /// <summary>Millionths as a number.</summary>
    public static string Weight(Int128 millionths)
    {
        var (whole, rest) = (millionths / 1_000_000, (long)(millionths % 1_000_000));
        return rest == 0 ? whole.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{whole}.{rest:D6}").TrimEnd('0');
    }
}
