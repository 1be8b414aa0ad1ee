using System.Globalization;
using System.Numerics;

namespace Eligibility.Tests.Differential;

/// <summary>What is not known. A fault of a rule, such as a division by zero, is no more than that.</summary>
internal sealed class NotKnown
{
    public static readonly NotKnown It = new();

    private NotKnown()
    {
    }
}

/// <summary>A day, counted by the rule of 4, 100 and 400 from the beginning of the year 1.</summary>
internal readonly record struct Day(int Year, int Month, int Date) : IComparable<Day>
{
    private static readonly int[] Lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int LengthOf(int year, int month) => month == 2 && IsLeap(year) ? 29 : Lengths[month - 1];

    public static bool Exists(BigInteger year, BigInteger month, BigInteger date) =>
        year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= LengthOf((int)year, (int)month);

    public int OfYear
    {
        get
        {
            var days = Date;
            for (var m = 1; m < Month; m++) days += LengthOf(Year, m);
            return days;
        }
    }

    public int Number => ((Year - 1) * 365) + ((Year - 1) / 4) - ((Year - 1) / 100) + ((Year - 1) / 400) + OfYear;

    /// <summary>Monday is 1: the first of January of the year 1 was a Monday.</summary>
    public int OfWeek => ((Number - 1) % 7) + 1;

    public Day Plus(int days)
    {
        var (year, left) = (Year, OfYear + days);
        while (left < 1) left += IsLeap(--year) ? 366 : 365;
        while (left > (IsLeap(year) ? 366 : 365)) left -= IsLeap(year++) ? 366 : 365;
        var month = 1;
        while (left > LengthOf(year, month)) left -= LengthOf(year, month++);
        return new Day(year, month, left);
    }

    public Day PlusMonths(int months)
    {
        var (year, month) = (Year, Month);
        for (; months > 0; months--) (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        for (; months < 0; months++) (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1);
        return new Day(year, month, Math.Min(Date, LengthOf(year, month)));
    }

    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Date:00}");
}

/// <summary>A years-and-months duration.</summary>
internal readonly record struct Months(BigInteger Count);

/// <summary>A days-and-time duration.</summary>
internal readonly record struct Seconds(Ratio Count);

/// <summary>A list; an element that is not certain may or may not belong.</summary>
internal sealed record Row(IReadOnlyList<(object? Value, bool IsCertain)> Items)
{
    public static Row Of(IEnumerable<object?> values) => new([.. values.Select(v => (v, true))]);

    public IEnumerable<object?> Values => Items.Select(i => i.Value);

    /// <summary>Whether every element is known and known to belong.</summary>
    public bool IsSure => Items.All(i => i.IsCertain && i.Value is not NotKnown);
}

/// <summary>A range; an end that is null is open.</summary>
internal sealed record Span(object? Low, bool HasLow, object? High, bool HasHigh);

/// <summary>A context, its entries in order.</summary>
internal sealed record Entries(IReadOnlyList<(string Key, object? Value)> Items)
{
    public object? Get(string key) => Items.FirstOrDefault(e => e.Key == key).Value;

    public bool Has(string key) => Items.Any(e => e.Key == key);

    public Entries With(string key, object? value) =>
        new(Has(key) ? [.. Items.Select(e => e.Key == key ? (key, value) : e)] : [.. Items, (key, value)]);
}

/// <summary>The bugs that can be planted in the referee, to show that the comparison finds them.</summary>
public enum PlantedBug
{
    /// <summary>None.</summary>
    None,

    /// <summary>A half is rounded to even where it goes up.</summary>
    HalfGoesToEven,

    /// <summary>What is not known counts as false in <c>or</c>.</summary>
    UnknownIsFalse,

    /// <summary>A filter drops what it does not know.</summary>
    FilterDropsThePossible,

    /// <summary>Both ends of a range always belong to it.</summary>
    EndsAlwaysIncluded,

    /// <summary>Nothing times what is not known is not known.</summary>
    NothingTimesUnknownIsUnknown,

    /// <summary>A month more runs over the end of a short month.</summary>
    MonthsOverflow,

    /// <summary>Positions count from zero.</summary>
    PositionsFromZero,

    /// <summary>Null equals nothing, not even null.</summary>
    NullEqualsNothing,
}
