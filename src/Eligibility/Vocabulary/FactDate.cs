using System.Globalization;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Vocabulary;

/// <summary>What is wrong with a text that should be a date, and what to do about it.</summary>
internal sealed record DateProblem(LocalText What, LocalText Advice);

/// <summary>Dates in facts: <c>2014-02-10</c> and no other form, since the others can be read in more ways than one.</summary>
internal static class FactDate
{
    /// <summary>No fact about somebody alive is older, so an earlier year is a slip.</summary>
    public const int FirstYear = 1850;

    private const string Separators = "-/.年月日号 ";

    /// <summary>Why the text is no date for a fact; null, with the date, when it is one.</summary>
    public static DateProblem? Problem(string text, out LocalDate date)
    {
        date = default;
        if (text.Length == 10 && FeelDate.TryParse(text, out date))
        {
            return date.Year >= FirstYear ? null : new(
                new LocalText($"早于{FirstYear}年", $"it lies before {FirstYear}"),
                new LocalText("核对年份。", "Check the year."));
        }
        // A letter among the digits may stand for one of them: nothing is made of it.
        if (text.Any(c => !char.IsAsciiDigit(c) && !Separators.Contains(c))) return WrongForm("不是日期", "it is no date", null);
        var parts = Digits(text);
        if (parts.Count == 1 && parts[0].Length == 8) parts = [parts[0][..4], parts[0][4..6], parts[0][6..]];
        var isForm = text.Length == 10 && text[4] == '-' && text[7] == '-' && parts.Count == 3 && parts[0].Length == 4 && parts[1].Length == 2 && parts[2].Length == 2;
        if (isForm) return NoSuchDay(Whole(parts[0]), Whole(parts[1]), Whole(parts[2]));
        if (parts.Count >= 2 && parts[0].Length <= 2) return WrongForm("年份要写四位，并按年、月、日的顺序", "the year has four digits and comes first", null);
        var meant = parts.Count == 3 && parts[0].Length == 4 && parts[1].Length <= 2 && parts[2].Length <= 2
            ? $"{parts[0]}-{parts[1].PadLeft(2, '0')}-{parts[2].PadLeft(2, '0')}"
            : null;
        if (meant is not null && FeelDate.TryParse(meant, out _)) return WrongForm("写法不对", "it is written in another form", meant);
        return parts.Count is 1 or 2 && parts[0].Length == 4
            ? WrongForm("不是完整的日期", "it is no whole date", null)
            : WrongForm("不是日期", "it is no date", null);
    }

    private static DateProblem NoSuchDay(int year, int month, int day)
    {
        if (year is < 1 or > 9999) return new(new LocalText("没有这一年", "there is no such year"), new LocalText("核对年份。", "Check the year."));
        if (month is < 1 or > 12)
            return new(new LocalText($"没有{month}月", $"there is no month {month}"), new LocalText("按年-月-日的顺序写。", "Write year-month-day."));
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return new(
            new LocalText($"{year}年{month}月只有{days}天", $"month {month} of {year} has {days} days, not {day}"),
            new LocalText("核对日期。", "Check the day."));
    }

    private static DateProblem WrongForm(string zh, string en, string? meant) => new(
        new LocalText(zh, en),
        meant is null ? new LocalText("写作 2014-02-10。", "Write it as 2014-02-10.") : new LocalText($"写作 {meant}。", $"Write {meant}."));

    private static List<string> Digits(string text)
    {
        var parts = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isDigit = i < text.Length && char.IsAsciiDigit(text[i]);
            if (isDigit && start < 0) start = i;
            if (isDigit || start < 0) continue;
            parts.Add(text[start..i]);
            start = -1;
        }
        return parts;
    }

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
