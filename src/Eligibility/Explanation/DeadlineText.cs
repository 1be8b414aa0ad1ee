using System.Text;
using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json.Linq;

namespace Eligibility.Explanation;

/// <summary>Deadlines as a table, or as JSON.</summary>
public static class DeadlineText
{
    /// <summary>The table. Lines end in LF.</summary>
    public static string Write(Deadlines deadlines, Language language)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        var zh = language == Language.Chinese;
        var text = new StringBuilder();
        var words = new Words(language);
        var by = deadlines.ConfirmedBy is { Level: not null } c ? (zh ? $"　由{words.Level(c)}审核确认" : $", confirmed by the {words.Level(c)}") + (c.Note is { } note ? (zh ? $"（{note.Zh}）" : $" ({note.En})") : "") : "";
        text.Append(zh ? $"{deadlines.Title.Zh}　{FeelDate.Format(deadlines.Accepted)}受理{by}\n\n" : $"{deadlines.Title.En}, accepted on {FeelDate.Format(deadlines.Accepted)}{by}\n\n");
        var table = new TextTable(false, false, false, false);
        table.Row(zh ? "事项" : "step", zh ? "时限" : "limit", zh ? "最迟" : "by", zh ? "依据" : "article");
        foreach (var d in deadlines.Steps) table.Row(d.Label.In(language), Limit(d, zh), Due(d, zh), string.Join(zh ? "；" : "; ", d.Cites));
        table.WriteTo(text);
        return text.Append(zh ? "\n按次日为第一天计算；工作日只按已载入的官方日历计算。\n" : "\nThe day after counts as the first; working days are counted by official calendars that are held.\n").ToString();
    }

    private static string Limit(Deadline d, bool zh)
    {
        if (d.Limit is not { } days) return zh ? "未载明" : "not stated";
        var from = d.CountsFrom is { } f ? zh ? $"自{f.Zh}起" : $" from {f.En}" : "";
        return zh ? $"{from}{days}{(d.WorkingDays ? "个工作日" : "天")}" : $"{days} {(d.WorkingDays ? "working days" : "days")}{from}";
    }

    private static string Due(Deadline d, bool zh) => d switch
    {
        { Due: { } day } => FeelDate.Format(day),
        { CalendarMissing: { } year } => zh ? $"缺少{year}年日历" : $"calendar of {year} missing",
        { Limit: null } => "",
        { CountsFrom: null } => zh ? "起算日未载明" : "its start is not stated",
        _ => zh ? "起算日未知" : "its start is not known",
    };

    /// <summary>The JSON.</summary>
    public static string WriteJson(Deadlines deadlines, Language language)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        return JsonText.Of(new JObject
        {
            ["title"] = deadlines.Title.In(language), ["accepted"] = FeelDate.Format(deadlines.Accepted),
            ["confirmedBy"] = deadlines.ConfirmedBy is { } c ? new JObject { ["level"] = c.Level, ["kind"] = c.Kind, ["cite"] = new JArray(c.Cites) } : null,
            ["steps"] = new JArray(deadlines.Steps.Select(d => new JObject
            {
                ["step"] = d.Step, ["label"] = d.Label.In(language), ["limit"] = d.Limit, ["days"] = d.WorkingDays ? "working" : "calendar", ["start"] = Day(d.Start), ["due"] = Day(d.Due),
                ["calendarMissing"] = d.CalendarMissing, ["cite"] = new JArray(d.Cites),
            })),
        });
    }

    private static string? Day(NodaTime.LocalDate? day) => day is { } d ? FeelDate.Format(d) : null;
}
