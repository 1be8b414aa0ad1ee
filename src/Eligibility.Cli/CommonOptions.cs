using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary>Options that several verbs share, and how their texts are read.</summary>
internal sealed class CommonOptions
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public Option<string> Rules { get; } = new("--rules") { Description = "规则目录 / the rules directory", DefaultValueFactory = _ => "rules" };

    public Option<string> Lang { get; } = Choice("--lang", "语言 / language: zh, en", "zh", "en");

    public Option<string> Month { get; } = new("--month") { Description = "所决定的月份 / the month to decide, 2024-08", Required = true };

    public Option<string?> KnownAt { get; } = new("--known-at") { Description = "按哪一天所知的规则，默认今天 / nothing published after this day is used; default today (Asia/Shanghai)" };

    public Option<string?> Place { get; } = new("--place") { Description = "地区代码，默认取自事实 / code of the place; default from the facts" };

    public Option<string[]> Overlay { get; } = new("--overlay") { Description = "叠加的假设，可多个 / an overlay by name, may be repeated", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = false };

    public Option<bool> AcceptUnattested { get; } = new("--accept-unattested") { Description = "接受查证期限之后的数值 / use values beyond the last day on which a source attests them" };

    public static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    public Language LanguageOf(ParseResult r) => r.GetValue(Lang) == "en" ? Language.English : Language.Chinese;

    public YearMonth? MonthOf(ParseResult r, DiagnosticBag bag)
    {
        var text = r.GetValue(Month) ?? "";
        if (FeelDate.TryParseMonth(text, out var month)) return month;
        bag.BadMonth(null, text);
        return null;
    }

    /// <summary>The day of knowledge; today in China when none is given.</summary>
    public LocalDate? KnownAtOf(ParseResult r, TimeProvider time, DiagnosticBag bag)
    {
        if (r.GetValue(KnownAt) is not { } text) return Today(time);
        if (FeelDate.TryParse(text, out var day)) return day;
        bag.BadDay(null, text);
        return null;
    }

    /// <summary>The day in China.</summary>
    public static LocalDate Today(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Shanghai).Date;

    public RuleBook LoadBook(ParseResult r)
    {
        // `check` binds everything; a question about one month binds what it needs.
        var book = RuleBook.LoadForOneQuestion(r.GetValue(Rules)!);
        foreach (var overlay in r.GetValue(Overlay) ?? []) book = book.WithOverlay(overlay);
        return book;
    }
}
