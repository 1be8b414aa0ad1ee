using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Eligibility.Values;

/// <summary>Reads and writes dates and months as text: ISO 8601, year-month-day.</summary>
internal static class FeelDate
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd");

    /// <summary>Reads a date; false when the text is not a date that exists in years -9998 to 9999.</summary>
    public static bool TryParse(string text, out LocalDate date)
    {
        var result = Iso.Parse(text);
        return result.TryGetValue(default, out date);
    }

    public static string Format(LocalDate date) => Iso.Format(date);

    /// <summary>Reads "2024-08".</summary>
    public static bool TryParseMonth(string text, out YearMonth month)
    {
        month = default;
        if (text.Length != 7 || text[4] != '-') return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            || y < 1 || m is < 1 or > 12) return false;
        month = new YearMonth(y, m);
        return true;
    }

    public static string Format(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}-{month.Month:D2}");

    /// <summary>
    /// Reads a date of any year the language has: four digits or more, without a leading zero beyond four and without a plus sign.
    /// False when there is no such day.
    /// </summary>
    public static bool TryParseAnyYear(string text, out CalendarDate date)
    {
        date = default;
        var negative = text.StartsWith('-');
        var digits = negative ? text.AsSpan(1) : text;
        var end = digits.Length - 6;
        if (end is < 4 or > 9 || digits[end] != '-' || digits[end + 3] != '-' || (end > 4 && digits[0] == '0')) return false;
        if (!int.TryParse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(digits.Slice(end + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(digits.Slice(end + 4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return false;
        return CalendarDate.TryCreate(negative ? -year : year, month, day, out date);
    }

    public static string Format(CalendarDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{(date.Year < 0 ? "-" : "")}{Math.Abs(date.Year):D4}-{date.Month:D2}-{date.Day:D2}");
}
