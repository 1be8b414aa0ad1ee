using System.Globalization;
using System.Text;

namespace Eligibility.Values;

/// <summary>Reads and writes the two kinds of duration: P1Y2M (months) and P3DT4H5M6.5S (seconds).</summary>
internal static class FeelDuration
{
    /// <summary>The longest duration of either kind, in its unit: far beyond the years that dates have, and safe to compute with.</summary>
    public const long Max = long.MaxValue / 16;

    private static readonly Number Day = 86_400;

    /// <summary>Reads an ISO 8601 duration; a mixture of the two kinds is refused, and so is a fraction of anything but a second.</summary>
    public static bool TryParse(string text, out Value value)
    {
        value = default;
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        if (negative) rest = rest[1..];
        if (!rest.StartsWith("P")) return false;
        rest = rest[1..];
        Number months = 0, seconds = 0;
        bool hasMonths = false, hasSeconds = false, time = false;
        var order = 0;
        while (rest.Length > 0)
        {
            if (rest[0] == 'T')
            {
                if (time || rest.Length == 1) return false;
                time = true;
                rest = rest[1..];
                continue;
            }
            var length = rest.IndexOfAnyExcept("0123456789.");
            if (length is < 1 or > 30 || !char.IsAsciiDigit(rest[0]) || !char.IsAsciiDigit(rest[length - 1]) || !Number.TryParseFeel(rest[..length], out var n)) return false;
            var (rank, factor, isMonths) = (rest[length], time) switch
            {
                ('Y', false) => (1, 12, true),
                ('M', false) => (2, 1, true),
                ('D', false) => (3, 86_400, false),
                ('H', true) => (4, 3_600, false),
                ('M', true) => (5, 60, false),
                ('S', true) => (6, 1, false),
                _ => (0, 0, false),
            };
            if (rank <= order || (rank != 6 && rest[..length].Contains('.'))) return false;
            order = rank;
            if (isMonths) (months, hasMonths) = (months + (n * factor), true);
            else (seconds, hasSeconds) = (seconds + (n * factor), true);
            rest = rest[(length + 1)..];
        }
        if (hasMonths == hasSeconds || months > Max || seconds > Max) return false;
        value = hasMonths ? Value.FromMonths(months.TryToInt64(out var m) ? negative ? -m : m : 0) : Value.FromSeconds(negative ? -seconds : seconds);
        return true;
    }

    /// <summary>The text of a duration, with each part at its largest: PT61M is PT1H1M.</summary>
    public static string Format(Value duration) => duration.Kind == ValueKind.MonthsDuration ? FormatMonths(duration.Months) : FormatSeconds(duration.Seconds);

    /// <summary>The whole days, hours, minutes and the seconds of a duration, each with the sign of the whole.</summary>
    public static (Number Days, Number Hours, Number Minutes, Number Seconds) Split(Number seconds)
    {
        var (days, ofDay) = Divide(seconds, Day);
        var (hours, ofHour) = Divide(ofDay, 3_600);
        var (minutes, rest) = Divide(ofHour, 60);
        return (days, hours, minutes, rest);
    }

    private static (Number Whole, Number Left) Divide(Number a, Number b)
    {
        Number.TryDivide(a, b, out var quotient);
        var whole = quotient.Round(RoundingMode.Down, 0);
        return (whole, a - (whole * b));
    }

    private static string FormatMonths(long months)
    {
        var text = new StringBuilder(months < 0 ? "-P" : "P");
        var (years, rest) = (Math.Abs(months) / 12, Math.Abs(months) % 12);
        if (years > 0) text.Append(CultureInfo.InvariantCulture, $"{years}Y");
        if (rest > 0 || years == 0) text.Append(CultureInfo.InvariantCulture, $"{rest}M");
        return text.ToString();
    }

    private static string FormatSeconds(Number total)
    {
        if (total.Sign == 0) return "PT0S";
        var text = new StringBuilder(total.Sign < 0 ? "-P" : "P");
        var (days, hours, minutes, seconds) = Split(total.Abs());
        Append(text, days, 'D');
        if (hours.Sign + minutes.Sign + seconds.Sign > 0) text.Append('T');
        Append(text, hours, 'H');
        Append(text, minutes, 'M');
        Append(text, seconds, 'S');
        return text.ToString();
    }

    private static void Append(StringBuilder text, Number part, char unit)
    {
        if (part.Sign != 0) text.Append(part.ToString()).Append(unit);
    }
}
