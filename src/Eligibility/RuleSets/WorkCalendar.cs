using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.RuleSets;

/// <summary>The official calendar of one year: which days beside Saturdays and Sundays are off, and which of those are worked.</summary>
/// <param name="Year">The year.</param>
/// <param name="DaysOff">Days that are off although they are not Saturdays or Sundays; others may stand in it too.</param>
/// <param name="WorkedDays">Saturdays and Sundays that are working days.</param>
/// <param name="Source">The notice that set it.</param>
internal sealed record CalendarYear(int Year, IReadOnlySet<LocalDate> DaysOff, IReadOnlySet<LocalDate> WorkedDays, SourceDocument? Source);

/// <summary>The official calendars that are held. Working days of another year are not counted: no calendar is guessed.</summary>
internal sealed class WorkCalendar(IReadOnlyList<CalendarYear> years)
{
    private readonly IReadOnlyDictionary<int, CalendarYear> _years = years.ToDictionary(y => y.Year);

    public static WorkCalendar None { get; } = new([]);

    /// <summary>Whether a day is worked; null when the calendar of its year is not held.</summary>
    public bool? IsWorkingDay(LocalDate day)
    {
        if (!_years.TryGetValue(day.Year, out var year)) return null;
        return year.WorkedDays.Contains(day) || (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !year.DaysOff.Contains(day));
    }

    /// <summary>The last day of a limit in working days: the day after <paramref name="start"/> is the first. Null, with the year, when a calendar on the way is not held.</summary>
    public LocalDate? After(LocalDate start, int workingDays, out int missingYear)
    {
        missingYear = 0;
        var day = start;
        for (var left = workingDays; left > 0;)
        {
            day = day.PlusDays(1);
            if (IsWorkingDay(day) is not { } worked)
            {
                missingYear = day.Year;
                return null;
            }
            if (worked) left--;
        }
        return day;
    }

    /// <summary>Reads <c>calendars/2025.yaml</c>; null, with diagnostics, when it cannot be used.</summary>
    public static CalendarYear? Read(YamlNode? root, SourceText source, DiagnosticBag bag)
    {
        if (root is null) return null;
        if (root is not YamlMap map)
        {
            bag.WrongShape(source.At(default), new LocalText("日历（键: 值）", "a calendar (key: value)"));
            return null;
        }
        var file = new MapReader(map, bag);
        var sources = Citations.ReadSources(file, overlay: false);
        var cites = new Citations(sources).Read(file);
        if (cites.Count == 0 && !file.Has("cite")) bag.NotCited(file.Place, "cite");
        var year = file.Number("year") is { } n && n.TryToInt32(out var y) ? y : 0;
        if (file.Require("year") is { } at && source.Name != $"calendars/{year}.yaml") bag.WrongPlace(MapReader.Start(at.Location), $"calendars/{year}.yaml");
        var (off, worked) = (Days(file, "daysOff", year), Days(file, "workedDays", year));
        foreach (var (day, place) in worked.Where(w => w.Key.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) || off.ContainsKey(w.Key))) bag.BadDateInRules(place, Values.FeelDate.Format(day));
        file.Finish();
        return new CalendarYear(year, off.Keys.ToHashSet(), worked.Keys.ToHashSet(), cites.Count > 0 ? cites[0].Source : null);
    }

    /// <summary>The days of a list; one of another year is a mistake.</summary>
    private static Dictionary<LocalDate, Location> Days(MapReader file, string key, int year)
    {
        var days = new Dictionary<LocalDate, Location>();
        foreach (var node in file.Sequence(key))
        {
            if (file.AsText(node) is not { } text) continue;
            if (Values.FeelDate.TryParse(text, out var day) && day.Year == year && days.TryAdd(day, node.Location)) continue;
            file.Bag.BadDateInRules(node.Location, text);
        }
        return days;
    }
}
