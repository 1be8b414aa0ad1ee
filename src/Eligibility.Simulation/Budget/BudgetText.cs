using System.Globalization;
using System.Text;
using Eligibility.Explanation;
using Eligibility.Simulation.Impact;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Simulation.Budget;

/// <summary>A budget in a screenful: the months, the programmes, what is open, what is assumed, and how far the approved sum goes.</summary>
internal sealed class BudgetText
{
    /// <summary>So many of the things that are missing are named.</summary>
    private const int MostMissing = 3;

    private readonly BudgetReport _report;
    private readonly Language _language;
    private readonly StringBuilder _text = new();

    private BudgetText(BudgetReport report, Language language)
    {
        _report = report;
        _language = language;
    }

    public static string Of(BudgetReport report, Language language)
    {
        var text = new BudgetText(report, language);
        text.Head();
        text.Months();
        text.Programmes();
        text.Open();
        text.Funding();
        text.Assumptions();
        return text._text.ToString();
    }

    private BudgetYear Year => _report.Year;

    private string Say(string zh, string en) => _language == Language.Chinese ? zh : en;

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private static string Count(Int128 number) => Figures.Fixed(Number.FromFraction((System.Numerics.BigInteger)number, 1), 0);

    private static string Money(Number? yuan) => yuan is { } y ? Figures.Fixed(y, 2) : "";

    /// <summary>A sum in which somebody's amount is not known is a least one.</summary>
    private static string Money(Number yuan, bool open) => (open ? "≥ " : "") + Money(yuan);

    private static string Signed(Number? yuan) => yuan is { } y ? (y.Sign > 0 ? "+" : "") + Money(y) : "";

    private void Head()
    {
        var place = _report.Rules[0];
        if (_report.IsPartial) Line(Say("部分结果：测算没有完成。", "PARTIAL: the computation did not end."));
        if (_report.IsSynthetic) Line(Say("合成名册：不是真实的家庭。", "A synthetic caseload: no real households."));
        Line(Say($"{place.PlaceName.Zh}（{place.Place}）{_report.First.Year}年度预算测算，按 {FeelDate.Format(_report.KnownAt)} 所知的规则", $"{place.PlaceName.En} ({place.Place}), budget of {_report.First.Year}, by the rules known on {FeelDate.Format(_report.KnownAt)}"));
        var (households, rejected) = (_report.Tally["households"], _report.Tally["rejected"]);
        Line(Say($"读入 {Count(households + rejected)} 户：测算 {Count(households)}，不可用 {Count(rejected)}", $"read {Count(households + rejected)} households: decided {Count(households)}, rejected {Count(rejected)}"));
    }

    private bool IsOpen(int month) => _report.Shown.Any(p => p.Months[month] is { } m && (!m.InForce || m.Open.Sign > 0));

    private void Months()
    {
        var paid = Enumerable.Range(0, _report.Rules.Count).Any(m => Year.Spent(m) is not null);
        var table = paid ? new TextTable(false, true, true, true) : new TextTable(false, true);
        string[] Row(params string[] cells) => paid ? cells : cells[..2];
        table.Row(Row(Say("月份", "month"), Say("预计（元）", "forecast, yuan"), Say("实际支出", "spent"), Say("差异", "variance")));
        for (var m = 0; m < _report.Rules.Count; m++)
            table.Row(Row(FeelDate.Format(_report.Rules[m].Month), Money(Year.Forecast(m), IsOpen(m)), Money(Year.Spent(m)), Signed(Variance(_report.Shown, m))));
        table.Row(Row(Say("全年", "year"), Money(Year.Year, _report.Shown.Any(p => p.IsOpen)), "", ""));
        Line();
        table.WriteTo(_text);
    }

    /// <summary>What was spent beyond the forecast, of the programmes for which a figure was stated.</summary>
    private static Number? Variance(IReadOnlyList<ProgrammeBudget> programmes, int month)
    {
        var stated = programmes.Select(p => p.Months[month]).Where(m => m.Spent is not null).ToArray();
        return stated.Length == 0 ? null : BudgetYear.Sum(stated.Select(m => m.Spent!.Value - m.Cost));
    }

    private void Programmes()
    {
        var table = new TextTable(false, true, true, true, true);
        table.Row(Say("项目", "programme"), Say("全年预计（元）", "forecast of the year"), Say("实际加余月预计", "spent and still to pay"), Say("批复预算", "approved"), Say("结余（−为缺口）", "left (− is short)"));
        foreach (var p in _report.Shown)
            table.Row(p.Title.In(_language), Money(p.Year, p.IsOpen), Money(p.Outlook, p.IsOpen), Money(p.Approved), Signed(p.Approved - p.Outlook));
        Line();
        table.WriteTo(_text);
        if (_report.WithoutRules.Any()) Line(Say("全年没有生效的规则：", "no rules in force all year: ") + string.Join(Say("、", "; "), _report.WithoutRules.Select(p => p.Title.In(_language))));
    }

    private void Open()
    {
        var open = _report.Shown.Where(p => p.IsOpen).ToArray();
        if (open.Length == 0) return;
        Line();
        Line(Say("尚不能确定（没有计入，所以上面是最低数）", "Not determined (not counted, so that the sums above are least ones)"));
        foreach (var p in open)
        {
            var without = p.Months.Where(m => !m.InForce).Select(m => m.Month).ToArray();
            if (without.Length > 0) Line($"  {p.Title.In(_language)}{Say("：", ": ")}{Spans(without)} {Say("没有生效的规则", "no rules in force")}");
            var months = p.Months.Where(m => m.Open.Sign > 0).ToArray();
            if (months.Length == 0) continue;
            var most = months.MaxBy(m => m.Open)!;
            var missing = string.Join(Say("、", ", "), most.Missing.Take(MostMissing).Select(m => Say($"{_report.Label(m.What).Zh} {Households(m.Households)} 户", $"{_report.Label(m.What).En} ({Households(m.Households)})")));
            var rest = most.Missing.Count > MostMissing ? Say($"等 {most.Missing.Count} 项", $" and {most.Missing.Count - MostMissing} more") : "";
            Line($"  {p.Title.In(_language)}{Say("：", ": ")}{Spans(months.Select(m => m.Month))}{Say($"，最多 {Households(most.Open)} 户；缺", $", at most {Households(most.Open)} households; missing: ")}{Say(" ", "")}{missing}{rest}");
        }
    }

    private static string Households(Number households) => Figures.Fixed(households, households.IsInteger ? 0 : 1);

    /// <summary>Months that follow each other as one span.</summary>
    private string Spans(IEnumerable<YearMonth> months)
    {
        var spans = new List<(YearMonth From, YearMonth To)>();
        foreach (var month in months)
        {
            if (spans.Count > 0 && spans[^1].To.PlusMonths(1) == month) spans[^1] = (spans[^1].From, month);
            else spans.Add((month, month));
        }
        return string.Join(Say("、", ", "), spans.Select(s => s.From == s.To ? FeelDate.Format(s.From) : Say($"{FeelDate.Format(s.From)} 至 {FeelDate.Format(s.To)}", $"{FeelDate.Format(s.From)} to {FeelDate.Format(s.To)}")));
    }

    private void Funding()
    {
        if (_report.Funding is not { } funding) return;
        var table = new TextTable(false, false, true, true, false);
        Line();
        Line(Say("批复总额按次序拨付", "The approved sum, paid in order"));
        table.Row(Say("次序", "order"), Say("项目", "programme"), Say("可拨付（元）", "paid, yuan"), Say("缺口", "short"), Say("自", "from"));
        for (var i = 0; i < funding.Programmes.Count; i++)
        {
            var f = funding.Programmes[i];
            if (!_report.Shown.Contains(f.Programme)) continue;
            table.Row((i + 1).ToString(CultureInfo.InvariantCulture), f.Programme.Title.In(_language), Money(f.Funded), Money(f.Unfunded), f.ShortFrom is { } m ? FeelDate.Format(m.Month) : "—");
        }
        table.WriteTo(_text);
        Line(Say($"年末剩余 {Money(funding.Left)} 元", $"left at the end of the year: {Money(funding.Left)} yuan"));
    }

    private void Assumptions()
    {
        Line();
        Line(Say("假定：年龄逐月计算，其余事实和在册记录按名册不变；只用已公布的数值。", "Assumed: persons age from month to month, all other facts and the roll stay as they are on the caseload; only published values are used."));
        foreach (var f in _report.Flows)
        {
            var title = Year.Programmes.FirstOrDefault(p => p.Programme == f.Programme)?.Title ?? LocalText.Same(f.Programme);
            var (entering, leaving) = (Percent(f.Entering), Percent(f.Leaving));
            Line(Say($"  {title.Zh}：每月新增 {entering}%、退出 {leaving}%（{f.Source ?? "假定"}）", $"  {title.En}: each month {entering}% enter and {leaving}% leave ({f.Source ?? "assumed"})"));
        }
        foreach (var overlay in _report.Assumed) Line(Say($"  规则的假设：{overlay}", $"  overlay: {overlay}"));
        if (_report.Rules[0].Asked.AcceptUnattested) Line(Say("  查证期限以后的数值也使用。", "  Values are used beyond the last day on which a source attests them."));
    }

    private static string Percent(int tenThousandths) => Number.FromFraction(tenThousandths, 100).ToFixed(2);
}
