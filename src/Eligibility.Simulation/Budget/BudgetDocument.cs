using System.Globalization;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Simulation.Report;
using Eligibility.Simulation.Report.Charts;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Simulation.Budget;

/// <summary>A budget as a report that can be handed on.</summary>
internal sealed class BudgetDocument
{
    private const int MonthsOfQuarter = 3;

    /// <summary>A space at which no line is broken.</summary>
    private const char NoBreak = '\u00a0';

    private readonly BudgetReport _report;
    private readonly BudgetWords _words;

    private BudgetDocument(BudgetReport report, Language language)
    {
        _report = report;
        _words = new BudgetWords(report, language);
    }

    public static ReportDocument Of(BudgetReport report, Language language) => new BudgetDocument(report, language).Make();

    private BudgetYear Year => _report.Year;

    private string Say(string zh, string en) => _words.Say(zh, en);

    private ReportDocument Make() => new(
        Say($"{_report.First.Year}年度救助资金预算测算", $"Budget of assistance for {_report.First.Year}"),
        Say($"{_words.Place}　按 {FeelDate.Format(_report.KnownAt)} 所知的规则", $"{_words.Place}, by the rules known on {FeelDate.Format(_report.KnownAt)}"),
        [.. Warnings()],
        [Headline()],
        [MonthsSection(), ProgrammesSection(), PayersSection(), .. Funding(), .. OpenSection(), .. Missing()],
        [.. Footer()]);

    private IEnumerable<string> Warnings()
    {
        if (_report.IsPartial) yield return Say("部分结果：测算没有完成，以下数字只包括已经测算的家庭。", "PARTIAL: the computation did not end. The figures are of the households decided so far.");
        if (_report.IsSynthetic) yield return Say("合成名册：不是真实的家庭，数字不能用作预算。", "A synthetic caseload: no household is real, and no figure is fit for a budget.");
        if (_words.IsYearOpen) yield return Say("有尚不能确定的家庭或月份，没有计入：标“≥”的是最低数。", "Some households or months are not determined and not counted: sums marked ≥ are least ones.");
    }

    private Headline Headline()
    {
        var approved = _report.Funding is { } f ? f.Left + BudgetYear.Sum(f.Programmes.Select(p => p.Funded)) : _report.Shown.All(p => p.Approved is null) ? (Number?)null : BudgetYear.Sum(_report.Shown.Select(p => p.Approved ?? Number.Zero));
        var figures = new List<KeyFigure>
        {
            new(Say("全年预计", "forecast of the year"), Yuan(Year.Year, _words.IsYearOpen), []),
        };
        if (_words.HasSpent) figures.Add(new KeyFigure(Say("实际加余月预计", "spent and still to pay"), Yuan(Year.Outlook, _words.IsYearOpen), []));
        if (approved is { } sum) figures.Add(new KeyFigure(Say("批复预算", "approved"), Yuan(sum, false), [Say($"结余（−为缺口） {BudgetWords.Signed(sum - Year.Outlook)}", $"left (− is short) {BudgetWords.Signed(sum - Year.Outlook)}")]));
        return new Headline(Say("全年", "The year"), Say($"按现有名册和已公布的标准，全年支出{(_words.IsYearOpen ? "至少" : "")} {BudgetWords.Money(Year.Year)} 元。", $"By this caseload and the values published, the year costs {(_words.IsYearOpen ? "at least " : "")}{BudgetWords.Money(Year.Year)} yuan."), figures);
    }

    private string Yuan(Number yuan, bool open) => (open ? "≥" + NoBreak : "") + Say($"{BudgetWords.Money(yuan)} 元", $"¥{BudgetWords.Money(yuan)}");

    private ReportSection MonthsSection()
    {
        var months = Enumerable.Range(0, _report.Rules.Count).ToArray();
        var forecast = new BarSeries(Say("预计", "forecast"), [.. months.Select(m => Weighted(Year.Forecast(m)))]);
        var title = Say("各月预计支出", "Forecast by month");
        var chart = new BarChart("months", title, Say($"从 {BudgetWords.Money(months.Min(Year.Forecast))} 元到 {BudgetWords.Money(months.Max(Year.Forecast))} 元。数字见下表。", $"From {BudgetWords.Money(months.Min(Year.Forecast))} to {BudgetWords.Money(months.Max(Year.Forecast))} yuan. The figures stand in the table below."),
            [.. _report.Rules.Select(r => FeelDate.Format(r.Month))], [forecast], ChartUnit.Money(forecast.Values.Max(), _words.Language), 2);
        IReadOnlyList<string> columns = [Say("月份", "month"), Say("预计（元）", "forecast (yuan)"), .. _words.HasSpent ? new[] { Say("实际支出（元）", "spent (yuan)"), Say("差异（元）", "variance (yuan)") } : []];
        var table = new ReportTable(title, Say("各月", "by month"), columns,
            [.. months.Select(m => (IReadOnlyList<ReportCell>)[new ReportCell(FeelDate.Format(_report.Rules[m].Month)), Money(Year.Forecast(m), _words.IsOpen(m)), .. _words.HasSpent ? new[] { Money(Year.Spent(m)), Difference(_words.Variance(m)) } : []])])
        {
            Foot = [new ReportCell(Say("全年", "year")), Money(Year.Year, _words.IsYearOpen), .. _words.HasSpent ? new[] { ReportCell.Nothing, ReportCell.Nothing } : []],
        };
        return new ReportSection(title, [new ReportChart(chart), table]);
    }

    private ReportSection ProgrammesSection()
    {
        var hasLines = _words.HasSpent || _report.Shown.Any(p => p.Approved is not null);
        var quarters = Enumerable.Range(0, _report.Rules.Count / MonthsOfQuarter).ToArray();
        var byQuarter = new ReportTable(Say("各项目各季度预计（元）", "Forecast by programme and quarter (yuan), and households (hh.) in January and December"), Say("各项目", "by programme"),
            [Say("项目", "programme"), .. quarters.Select(q => Say($"{"一二三四"[q]}季度", $"quarter {q + 1}")), Say("全年", "year"), Say("1月户数", "Jan. (hh.)"), Say("12月户数", "Dec. (hh.)")],
            [.. _report.Shown.Select(p => (IReadOnlyList<ReportCell>)
            [
                new ReportCell(p.Title.In(_words.Language)), .. quarters.Select(q => Quarter(p, q)), Money(p.Year, p.IsOpen), Households(p.Months[0]), Households(p.Months[^1]),
            ])]) { Widths = [19, 13, 13, 13, 13, 15, 7, 7] };
        var lines = new ReportTable(Say("批复预算和执行（元）", "Approved and spent (yuan)"), Say("批复和执行", "approved"),
            [Say("项目", "programme"), Say("全年预计", "forecast"), Say("实际加余月预计", "spent and still to pay"), Say("批复预算", "approved"), Say("结余（−为缺口）", "left (− is short)")],
            [.. _report.Shown.Select(p => (IReadOnlyList<ReportCell>)[new ReportCell(p.Title.In(_words.Language)), Money(p.Year, p.IsOpen), Money(p.Outlook, p.IsOpen), Money(p.Approved), Difference(p.Approved - p.Outlook)])]);
        return new ReportSection(Say("各项目", "Programmes"), hasLines ? [byQuarter, lines] : [byQuarter]);
    }

    private static ReportCell Quarter(ProgrammeBudget p, int quarter)
    {
        var months = p.Months.Skip(quarter * MonthsOfQuarter).Take(MonthsOfQuarter).ToArray();
        return months.All(m => !m.InForce) ? ReportCell.Nothing : Money(BudgetYear.Sum(months.Select(m => m.Cost)), months.Any(m => !m.InForce || m.Open.Sign > 0));
    }

    private ReportSection PayersSection()
    {
        var payers = _report.Shown.SelectMany(p => p.Months).SelectMany(m => m.Benefits).GroupBy(b => b.Payer.In(_words.Language)).Select(g => (Payer: g.Key, Cost: BudgetYear.Sum(g.Select(b => b.Cost)))).OrderByDescending(p => p.Cost);
        var title = Say("发放部门", "Payers");
        return new ReportSection(title, [new ReportTable(Say("各部门全年预计", "Forecast of the year by payer"), title, [Say("发放", "payer"), Say("全年预计（元）", "forecast (yuan)")],
            [.. payers.Select(p => (IReadOnlyList<ReportCell>)[new ReportCell(p.Payer), Money(p.Cost)])]) { Widths = [60, 40] }]);
    }

    private IEnumerable<ReportSection> Funding()
    {
        if (_report.Funding is not { } funding) yield break;
        var rows = funding.Programmes.Select((f, i) => (f, i)).Where(x => _report.Shown.Contains(x.f.Programme)).Select(x => (IReadOnlyList<ReportCell>)
        [
            new ReportCell((x.i + 1).ToString(CultureInfo.InvariantCulture)), new ReportCell(x.f.Programme.Title.In(_words.Language)), Money(x.f.Funded), Money(x.f.Unfunded), x.f.ShortFrom is { } m ? new ReportCell(FeelDate.Format(m.Month)) : ReportCell.Nothing,
        ]);
        yield return new ReportSection(Say("优先拨付", "Paid in order"),
        [
            new ReportNote(Say($"批复总额逐月按次序拨付，前面的项目先足额；年末剩余 {BudgetWords.Money(funding.Left)} 元。", $"The approved sum is paid month by month in this order, each programme whole before the next; {BudgetWords.Money(funding.Left)} yuan are left at the end of the year.")),
            new ReportTable(Say("次序、可拨付和缺口", "Order, what is paid and what is short"), Say("优先拨付", "paid in order"), [Say("次序", "order"), Say("项目", "programme"), Say("可拨付（元）", "paid (yuan)"), Say("缺口（元）", "short (yuan)"), Say("缺口自", "short from")], [.. rows]) { Widths = [8, 42, 20, 16, 14] },
        ]);
    }

    private IEnumerable<ReportSection> OpenSection()
    {
        if (!_words.IsYearOpen) yield break;
        yield return new ReportSection(Say("尚不能确定", "What is not determined"),
        [
            new ReportTable(Say("没有计入的月份和家庭", "Months and households that are not counted"), Say("尚不能确定", "not determined"), [Say("项目", "programme"), Say("月份", "months"), Say("最多（户）", "at most (households)"), Say("缺少", "missing")],
                [.. _report.Shown.SelectMany(p => _words.Open(p).Select(o => (IReadOnlyList<ReportCell>)[new ReportCell(p.Title.In(_words.Language)), new ReportCell(o.Months), new ReportCell(o.Households.Length == 0 ? "—" : o.Households), new ReportCell(o.Missing)]))]) { Widths = [28, 24, 12, 36] },
        ]);
    }

    private IEnumerable<ReportSection> Missing()
    {
        if (!_report.WithoutRules.Any()) yield break;
        yield return new ReportSection(Say("全年没有生效的规则", "No rules in force all year"), [new ReportNote(string.Join(Say("、", "; "), _report.WithoutRules.Select(p => p.Title.In(_words.Language))))]);
    }

    private IEnumerable<string> Footer()
    {
        var (households, rejected) = (_report.Tally["households"], _report.Tally["rejected"]);
        var (read, decided, unusable) = (BudgetWords.Count(households + rejected), BudgetWords.Count(households), BudgetWords.Count(rejected));
        yield return Say($"名册：{(_report.IsSynthetic ? "合成" : "真实")}；读入 {read} 户，测算 {decided} 户，不可用 {unusable} 户。", $"Caseload: {(_report.IsSynthetic ? "synthetic" : "real")}; {read} households read, {decided} decided, {unusable} rejected.");
        foreach (var line in _words.Assumptions()) yield return line;
        foreach (var p in _report.Shown)
        {
            var versions = _report.Rules.Select(r => (r, Rules: r.Plan.Rules.Find(p.Programme))).Where(x => x.Rules is not null && !x.r.Gaps.ContainsKey(p.Programme)).Select(x => $"{FeelDate.Format(x.Rules!.Merged.Top.From)} {x.r.Plan.HashOf(x.Rules)}").Distinct().ToArray();
            if (versions.Length > 0) yield return $"{Say("规则", "Rules")}{_words.Colon}{p.Title.In(_words.Language)} {string.Join(_words.Comma, versions)}";
        }
    }

    private static Int128 Weighted(Number yuan) => (Int128)(yuan * (100 * Weights.One)).Round(RoundingMode.HalfUp, 0).Numerator;

    private static ReportCell Money(Number? yuan, bool open = false) => yuan is { } y ? new ReportCell(BudgetWords.Money(y, open).Replace(' ', NoBreak), CellKind.Money, y) : ReportCell.Nothing;

    private static ReportCell Difference(Number? yuan) => yuan is { } y ? new ReportCell(BudgetWords.Signed(y), CellKind.Money, y) : ReportCell.Nothing;

    private static ReportCell Households(BudgetMonth month) => month.InForce ? new ReportCell(BudgetWords.Households(month.Households), CellKind.Count, month.Households) : ReportCell.Nothing;
}
