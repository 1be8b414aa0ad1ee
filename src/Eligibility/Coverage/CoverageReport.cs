using System.Globalization;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Coverage;

/// <summary>What the library answers for, place by place, and what of the law it holds, article by article, as Markdown. Chinese first, with English beside it.</summary>
internal sealed class CoverageReport
{
    public const string FileName = "COVERAGE.md";

    private readonly RuleLibrary _library;
    private readonly IReadOnlyList<RegisteredInstrument> _instruments;
    private readonly StringBuilder _text = new();

    private CoverageReport(RuleLibrary library, IReadOnlyList<RegisteredInstrument> instruments)
    {
        _library = library;
        _instruments = instruments;
    }

    /// <summary>The text of the report. Lines end in LF.</summary>
    public static string Write(RuleLibrary library, IReadOnlyList<RegisteredInstrument> instruments)
    {
        var report = new CoverageReport(library, instruments);
        report.Head();
        foreach (var place in library.Files.GroupBy(f => f.Jurisdiction, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) report.Place(place.Key, [.. place]);
        report.Laws();
        return report._text.ToString();
    }

    /// <summary>Articles that are neither cited nor said to be left out, that are both, and citations of articles that are not registered.</summary>
    public static void Check(RuleLibrary library, IReadOnlyList<RegisteredInstrument> instruments, DiagnosticBag bag)
    {
        foreach (var instrument in instruments)
        {
            var cited = Cited(library, instrument).ToLookup(c => c.Top, StringComparer.Ordinal);
            foreach (var a in instrument.Articles)
            {
                if (a.NotEncoded is null && !cited.Contains(a.Name)) bag.ArticleWithoutReason(a.Location, instrument.Title, a.Name);
                if (a.NotEncoded is not null && cited.Contains(a.Name)) bag.ArticleCitedAndLeftOut(a.Location, instrument.Title, a.Name, cited[a.Name].First().File.Source.Name);
            }
            foreach (var unknown in cited.Where(c => c.Key.Length > 0 && instrument.Articles.All(a => a.Name != c.Key))) bag.ArticleNotRegistered(unknown.First().File.Source.At(default), instrument.Title, unknown.Key);
        }
        foreach (var source in library.Files.SelectMany(f => f.Sources.Values.Select(s => (f, s))).Where(x => x.s.Text is not null && !instruments.Any(i => i.Is(x.s))).DistinctBy(x => x.s.ShortName))
            bag.InstrumentNotRegistered(source.f.Source.At(default), source.s.ShortName);
    }

    private static IEnumerable<CitedArticle> Cited(RuleLibrary library, RegisteredInstrument instrument) => library.Files.SelectMany(CitedArticle.Of).Where(c => instrument.Is(c.Citation.Source));

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private void Head()
    {
        Line("# 规则库的范围 / What the rules cover");
        Line();
        Line("由 `elig coverage` 生成，不要手改。一个月份只有在有效的版本里、且所需数值已查证时才会得到金额，否则回答“尚不能确定”并写明缺什么。");
        Line("Made by `elig coverage`; do not edit. A month is answered with an amount only inside a version in force and where every value that it needs is attested; otherwise the answer is \"undetermined\" and names what is missing.");
        Line();
        Line($"{_library.Files.Count} 个规则文件 rule files，{_library.Files.Select(f => f.Jurisdiction).Distinct().Count()} 个地区 places，{_library.Programmes.Count} 个项目 programmes，{_library.Overlays.Count} 个假设 overlays。");
    }

    private void Place(string code, RuleFile[] files)
    {
        Line();
        Line($"## {code} {_library.Jurisdictions.Find(code)?.Name.Zh} {_library.Jurisdictions.Find(code)?.Name.En}");
        foreach (var programme in files.GroupBy(f => f.Programme, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line();
            Line($"### {programme.First().Title.Zh} / {programme.First().Title.En} (`{programme.Key}`)");
            Line();
            Line("| 版本 version | 公布 published | 建立在 builds on | 条款的性质 status of items | 与原文复核 compared with the texts |");
            Line("|---|---|---|---|---|");
            foreach (var f in programme.OrderBy(f => f.From)) Line($"| {Day(f.From)} — {Day(f.To)} | {(f.Published is { } p ? Day(p) : "不明 unknown")} | {f.Extends ?? (f.Amends is { } a ? Day(a) : "—")} | {Statuses(f)} | {(f.Reviews.Count == 0 ? "没有 never" : $"{Day(f.Reviews[^1].On)} {f.Reviews[^1].By.Zh}")} |");
            Values([.. programme.OrderBy(f => f.From)]);
        }
    }

    private static string Statuses(RuleFile f)
    {
        var all = f.Items.Select(i => i.Status).Concat(f.Parameters.SelectMany(p => p.Values).Where(v => !v.HoldsNothing).Select(v => v.Status)).ToArray();
        return string.Join(", ", Enum.GetValues<RuleStatus>().Select(s => (s, n: all.Count(x => x == s))).Where(x => x.n > 0).Select(x => $"{Word(x.s)} {x.n.ToString(CultureInfo.InvariantCulture)}"));
    }

    private static string Word(RuleStatus s) => s switch
    {
        RuleStatus.Verified => "已核对 verified",
        RuleStatus.SecondHand => "转引 second-hand",
        RuleStatus.Interpretation => "理解 interpretation",
        RuleStatus.ObservedPractice => "实际做法 observed",
        _ => "假设 assumed",
    };

    private void Values(RuleFile[] files)
    {
        var parameters = files.SelectMany(f => f.Parameters).GroupBy(p => p.Name, StringComparer.Ordinal).ToArray();
        if (parameters.Length == 0) return;
        Line();
        Line("| 数值 value | 有数值的月份 months with a value |");
        Line("|---|---|");
        foreach (var p in parameters)
        {
            var label = p.FirstOrDefault(x => !x.OnlyValues)?.Label.Zh ?? LabelOf(p.Key) ?? p.Key;
            var entries = p.SelectMany(x => x.Values).OrderBy(v => v.From).ThenBy(v => v.Key, StringComparer.Ordinal).ToArray();
            Line($"| {label} `{p.Key}` | {(entries.Length == 0 ? "没有 none" : string.Join("；", entries.Select(Entry)))} |");
        }
    }

    private string? LabelOf(string parameter) => _library.Files.SelectMany(f => f.Parameters).FirstOrDefault(x => x.Name == parameter && !x.OnlyValues)?.Label.Zh;

    private static string Entry(ParameterValue v)
    {
        var key = v.Key.Length == 0 ? "" : $"（{v.Key}）";
        if (v.HoldsNothing) return $"{Day(v.From)} 起未经核实 not verified{key}";
        if (v.Withdrawn) return $"{Day(v.From)} 起撤回 withdrawn{key}";
        var through = v.To is { } to ? $"至 to {Day(to)}" : v.AttestedThrough is { } a ? $"查证至 attested to {Day(a)}" : "";
        return $"{Display.Of(v.Value, Language.Chinese, false)}{key}：{Day(v.From)} 起 {through}{(v.Status == RuleStatus.Verified ? "" : $"（{Word(v.Status)}）")}".TrimEnd();
    }

    private void Laws()
    {
        Line();
        Line("# 逐条 / Article by article");
        foreach (var instrument in _instruments)
        {
            var cited = Cited(_library, instrument).ToLookup(c => c.Top, StringComparer.Ordinal);
            Line();
            Line($"## {(instrument.Number is { } n ? n + " " : "")}{instrument.Title}");
            Line();
            Line($"{instrument.Articles.Count(a => cited.Contains(a.Name))} / {instrument.Articles.Count} 条已编入 articles encoded");
            Line();
            Line("| 条 article | 内容 about | 编入何处，或为何没有 where, or why not |");
            Line("|---|---|---|");
            foreach (var a in instrument.Articles)
                Line($"| {a.Name} | {a.About.Zh} {a.About.En} | {(cited.Contains(a.Name) ? Where(cited[a.Name]) : $"未编入 not encoded：{a.NotEncoded?.Zh} {a.NotEncoded?.En}")} |");
        }
    }

    private static string Where(IEnumerable<CitedArticle> cited) =>
        string.Join("；", cited.GroupBy(c => c.File.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"`{g.Key}` {string.Join(", ", g.Select(c => c.What).Distinct().Take(6))}{(g.Select(c => c.What).Distinct().Count() > 6 ? " …" : "")}"));

    private static string Day(LocalDate? day) => day is { } d ? FeelDate.Format(d) : "";
}
