using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Eligibility.Values;

/// <summary>Reads and writes dates as FEEL does: ISO 8601, year-month-day, years of more than four digits without a leading zero.</summary>
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

    /// <summary>Adds months; a day that the target month lacks becomes its last day, as DMN and NodaTime have it.</summary>
    public static bool TryPlusMonths(LocalDate date, long months, out LocalDate result)
    {
        result = default;
        var total = date.Year * 12L + (date.Month - 1) + months;
        var year = total >= 0 ? total / 12 : (total - 11) / 12;
        if (year is < -9998 or > 9999) return false;
        var month = (int)(total - year * 12) + 1;
        var day = Math.Min(date.Day, CalendarSystem.Iso.GetDaysInMonth((int)year, month));
        result = new LocalDate((int)year, month, day);
        return true;
    }

    /// <summary>Adds days; false beyond the years that dates have.</summary>
    public static bool TryPlusDays(LocalDate date, long days, out LocalDate result)
    {
        result = default;
        if (days is < -8_000_000 or > 8_000_000) return false;
        try
        {
            result = date.PlusDays((int)days);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Whole months from <paramref name="from"/> to <paramref name="to"/>, toward zero.</summary>
    public static long MonthsBetween(LocalDate from, LocalDate to) => Period.Between(from, to, PeriodUnits.Months).Months;

    /// <summary>
    /// Completed years on a day. A birthday on February 29 falls on the last day of February in other years: the rule of the
    /// engine, not of a text, so that nobody waits four years for a birthday.
    /// </summary>
    public static int Age(LocalDate birth, LocalDate on)
    {
        var years = on.Year - birth.Year;
        var birthday = new LocalDate(on.Year, birth.Month, Math.Min(birth.Day, CalendarSystem.Iso.GetDaysInMonth(on.Year, birth.Month)));
        return on < birthday ? years - 1 : years;
    }
}
