using System.Globalization;
using System.Text;

namespace Eligibility.Values;

/// <summary>Reads and writes the two kinds of duration: P1Y2M (months) and P3DT4H5M6S (seconds).</summary>
internal static class FeelDuration
{
    /// <summary>Reads an ISO 8601 duration; fractions of a second and mixtures of the two kinds are refused.</summary>
    public static bool TryParse(string text, out Value value)
    {
        value = default;
        var s = text.AsSpan();
        var negative = s.StartsWith("-");
        if (negative) s = s[1..];
        if (!s.StartsWith("P")) return false;
        s = s[1..];
        long months = 0, seconds = 0;
        bool hasMonths = false, hasSeconds = false, time = false;
        var order = 0;
        while (s.Length > 0)
        {
            if (s[0] == 'T')
            {
                if (time || s.Length == 1) return false;
                time = true;
                s = s[1..];
                continue;
            }
            var digits = 0;
            while (digits < s.Length && char.IsAsciiDigit(s[digits])) digits++;
            if (digits is 0 or > 15 || digits == s.Length) return false;
            var n = long.Parse(s[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            var (rank, factor, isMonths) = (s[digits], time) switch
            {
                ('Y', false) => (1, 12L, true),
                ('M', false) => (2, 1L, true),
                ('D', false) => (3, 86400L, false),
                ('H', true) => (4, 3600L, false),
                ('M', true) => (5, 60L, false),
                ('S', true) => (6, 1L, false),
                _ => (0, 0L, false),
            };
            if (rank <= order || n > long.MaxValue / 4 / factor) return false;
            order = rank;
            if (isMonths) { months += n * factor; hasMonths = true; }
            else { seconds += n * factor; hasSeconds = true; }
            s = s[(digits + 1)..];
        }
        if (hasMonths == hasSeconds) return false;
        value = hasMonths ? Value.FromMonths(negative ? -months : months) : Value.FromSeconds(negative ? -seconds : seconds);
        return true;
    }

    public static string Format(Value duration)
    {
        var sb = new StringBuilder();
        if (duration.Kind == ValueKind.MonthsDuration)
        {
            var m = duration.Months;
            if (m < 0) sb.Append('-');
            m = Math.Abs(m);
            sb.Append('P');
            if (m / 12 > 0) sb.Append(CultureInfo.InvariantCulture, $"{m / 12}Y");
            if (m % 12 > 0 || m == 0) sb.Append(CultureInfo.InvariantCulture, $"{m % 12}M");
            return sb.ToString();
        }
        var t = duration.Seconds;
        if (t < 0) sb.Append('-');
        t = Math.Abs(t);
        sb.Append('P');
        if (t == 0) return "PT0S";
        if (t / 86400 > 0) sb.Append(CultureInfo.InvariantCulture, $"{t / 86400}D");
        t %= 86400;
        if (t > 0) sb.Append('T');
        if (t / 3600 > 0) sb.Append(CultureInfo.InvariantCulture, $"{t / 3600}H");
        if (t % 3600 / 60 > 0) sb.Append(CultureInfo.InvariantCulture, $"{t % 3600 / 60}M");
        if (t % 60 > 0) sb.Append(CultureInfo.InvariantCulture, $"{t % 60}S");
        return sb.ToString();
    }
}
