using NodaTime;

namespace Eligibility.Values;

/// <summary>
/// A day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999 as the standard has them: formulas may reach years
/// that <see cref="LocalDate"/> does not have. Facts and rule files keep to <see cref="LocalDate"/>.
/// </summary>
internal readonly record struct CalendarDate : IComparable<CalendarDate>
{
    /// <summary>The greatest year; the least is the same before the year 0.</summary>
    public const int MaxYear = 999_999_999;

    private const long MaxDayNumber = 366L * MaxYear;

    private CalendarDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    /// <summary>Monday is 1, Sunday 7.</summary>
    public int DayOfWeek => (int)Modulo(DayNumber + 2, 7) + 1;

    public int DayOfYear => (int)(DayNumber - new CalendarDate(Year, 1, 1).DayNumber) + 1;

    /// <summary>The week as ISO 8601 counts them: the first is the one with the year's first Thursday.</summary>
    public int WeekOfYear
    {
        get
        {
            var thursday = FromDayNumber(DayNumber - DayOfWeek + 4);
            return ((thursday.DayOfYear - 1) / 7) + 1;
        }
    }

    /// <summary>Days since March 1 of the year 0: years that begin in March have their leap day at the end.</summary>
    public long DayNumber
    {
        get
        {
            var year = Month <= 2 ? Year - 1L : Year;
            var era = FloorDivide(year, 400);
            var yearOfEra = year - (era * 400);
            var dayOfYear = (((153 * ((Month + 9) % 12)) + 2) / 5) + Day - 1;
            return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        }
    }

    public static implicit operator CalendarDate(LocalDate date) => new(date.Year, date.Month, date.Day);

    /// <summary>The day; false when there is no such day.</summary>
    public static bool TryCreate(long year, long month, long day, out CalendarDate date)
    {
        var exists = year is >= -MaxYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, (int)month);
        date = exists ? new CalendarDate((int)year, (int)month, (int)day) : default;
        return exists;
    }

    public static int DaysInMonth(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>So many days later; false beyond the years there are.</summary>
    public bool TryPlusDays(long days, out CalendarDate result)
    {
        result = default;
        if (days is < -2 * MaxDayNumber or > 2 * MaxDayNumber) return false;
        var number = DayNumber + days;
        if (number is < -MaxDayNumber or > MaxDayNumber) return false;
        result = FromDayNumber(number);
        return result.Year is >= -MaxYear and <= MaxYear;
    }

    /// <summary>So many months later; a day that the target month lacks becomes its last one. False beyond the years there are.</summary>
    public bool TryPlusMonths(long months, out CalendarDate result)
    {
        result = default;
        if (months is < -24L * MaxYear or > 24L * MaxYear) return false;
        var total = (Year * 12L) + Month - 1 + months;
        var (year, month) = (FloorDivide(total, 12), (int)Modulo(total, 12) + 1);
        return year is >= -MaxYear and <= MaxYear && TryCreate(year, month, Math.Min(Day, DaysInMonth(year, month)), out result);
    }

    /// <summary>Whole months from this day to another, negative when it lies before: a month is whole when the day of the month is reached.</summary>
    public long MonthsTo(CalendarDate other)
    {
        var months = ((other.Year - (long)Year) * 12) + other.Month - Month;
        if (months > 0 && other.Day < Day) return months - 1;
        return months < 0 && other.Day > Day ? months + 1 : months;
    }

    /// <summary>
    /// Completed years on a day. A birthday on February 29 falls on the last day of February in other years: the rule of the
    /// engine, not of a text, so that nobody waits four years for a birthday.
    /// </summary>
    public int AgeOn(CalendarDate day)
    {
        var birthday = new CalendarDate(day.Year, Month, Math.Min(Day, DaysInMonth(day.Year, Month)));
        return day.Year - Year - (day.CompareTo(birthday) < 0 ? 1 : 0);
    }

    public int CompareTo(CalendarDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    private static CalendarDate FromDayNumber(long number)
    {
        var era = FloorDivide(number, 146_097);
        var dayOfEra = number - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
        return new CalendarDate((int)(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0)), month, (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1));
    }

    private static long FloorDivide(long a, long b) => (a - Modulo(a, b)) / b;

    private static long Modulo(long a, long b) => ((a % b) + b) % b;
}
