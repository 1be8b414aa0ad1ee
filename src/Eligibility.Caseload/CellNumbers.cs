using System.Globalization;
using System.Numerics;

namespace Eligibility.Caseload;

/// <summary>Numbers and places as a workbook writes them.</summary>
internal static class CellNumbers
{
    /// <summary>How many digits a spreadsheet shows and keeps of a number; what stands behind them in the file comes from its binary form.</summary>
    public const int Digits = 15;

    /// <summary>A number as a spreadsheet shows it, without exponent: "1.1000000000000001" is 1.1. A text that is no number comes back as it is.</summary>
    public static string Plain(string text)
    {
        var (mantissa, exponent) = (text, 0);
        var e = text.AsSpan().IndexOfAny('e', 'E');
        if (e >= 0 && !int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return text;
        if (e >= 0) mantissa = text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || Math.Abs(scale) > 400) return text;
        var negative = value.Sign < 0;
        value = BigInteger.Abs(value);
        for (var extra = value.ToString(CultureInfo.InvariantCulture).Length - Digits; extra > 0; extra = 0)
        {
            var unit = BigInteger.Pow(10, extra);
            value = (value + (unit / 2)) / unit;
            scale -= extra;
        }
        while (scale > 0 && !value.IsZero && (value % 10).IsZero)
        {
            value /= 10;
            scale--;
        }
        if (value.IsZero) return "0";
        var plain = (scale < 0 ? value * BigInteger.Pow(10, -scale) : value).ToString(CultureInfo.InvariantCulture);
        if (scale > 0)
        {
            plain = plain.PadLeft(scale + 1, '0');
            plain = plain[..^scale] + "." + plain[^scale..];
        }
        return negative ? "-" + plain : plain;
    }

    /// <summary>Column (from zero) and row (from one) of a reference such as "C5"; null when it is none.</summary>
    public static (int Column, long Row)? Place(string reference)
    {
        var letters = 0;
        var column = 0;
        while (letters < reference.Length && reference[letters] is >= 'A' and <= 'Z' && letters < 3) column = (column * 26) + (reference[letters++] - 'A' + 1);
        return letters > 0 && long.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (column - 1, row) : null;
    }

    /// <summary>The letters of a column (from zero).</summary>
    public static string Letters(int column)
    {
        var text = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26) text = (char)('A' + ((left - 1) % 26)) + text;
        return text;
    }
}
