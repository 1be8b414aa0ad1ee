using System.Globalization;
using System.Text;
using Eligibility.Explanation;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Simulation.Budget;

/// <summary>A budget in a screenful: the months, the programmes, what is open, what is assumed, and how far the approved sum goes.</summary>
internal sealed class BudgetText
{
    private readonly BudgetReport _report;
    private readonly BudgetWords _words;
    private readonly StringBuilder _text = new();

    private BudgetText(BudgetReport report, Language language)
    {
        _report = report;
        _words = new BudgetWords(report, language);
    }

    public static string Of(BudgetReport report, Language language)
    {
        var text = new BudgetText(report, language);
        text.Head();
        text.Months();
        text.Programmes();
        text.Open();
        text.Funding();
        text.Line();
        var assumptions = text._words.Assumptions().ToArray();
        for (var i = 0; i < assumptions.Length; i++) text.Line((i == 0 ? "" : "  ") + assumptions[i]);
        return text._text.ToString();
    }

    private BudgetYear Year => _report.Year;

    private string Say(string zh, string en) => _words.Say(zh, en);

    private string TitleOf(ProgrammeBudget p) => p.Title.In(_words.Language);

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private void Head()
    {
        if (_report.IsPartial) Line(Say("部分结果：测算没有完成。", "PARTIAL: the computation did not end."));
        if (_report.IsSynthetic) Line(Say("合成名册：不是真实的家庭。", "A synthetic caseload: no real households."));
        Line(Say($"{_words.Place}{_report.First.Year}年度预算测算，按 {FeelDate.Format(_report.KnownAt)} 所知的规则", $"{_words.Place}, budget of {_report.First.Year}, by the rules known on {FeelDate.Format(_report.KnownAt)}"));
        var (households, rejected) = (_report.Tally["households"], _report.Tally["rejected"]);
        var (read, decided, unusable) = (BudgetWords.Count(households + rejected), BudgetWords.Count(households), BudgetWords.Count(rejected));
        Line(Say($"读入 {read} 户：测算 {decided}，不可用 {unusable}", $"read {read} households: decided {decided}, rejected {unusable}"));
    }

    private void Months()
    {
        var table = _words.HasSpent ? new TextTable(false, true, true, true) : new TextTable(false, true);
        string[] Row(params string[] cells) => _words.HasSpent ? cells : cells[..2];
        table.Row(Row(Say("月份", "month"), Say("预计（元）", "forecast, yuan"), Say("实际支出", "spent"), Say("差异", "variance")));
        for (var m = 0; m < _report.Rules.Count; m++)
            table.Row(Row(FeelDate.Format(_report.Rules[m].Month), BudgetWords.Money(Year.Forecast(m), _words.IsOpen(m)), BudgetWords.Money(Year.Spent(m)), BudgetWords.Signed(_words.Variance(m))));
        table.Row(Row(Say("全年", "year"), BudgetWords.Money(Year.Year, _words.IsYearOpen), "", ""));
        Line();
        table.WriteTo(_text);
    }

    private void Programmes()
    {
        var table = new TextTable(false, true, true, true, true);
        table.Row(Say("项目", "programme"), Say("全年预计（元）", "forecast of the year"), Say("实际加余月预计", "spent and still to pay"), Say("批复预算", "approved"), Say("结余（−为缺口）", "left (− is short)"));
        foreach (var p in _report.Shown)
            table.Row(TitleOf(p), BudgetWords.Money(p.Year, p.IsOpen), BudgetWords.Money(p.Outlook, p.IsOpen), BudgetWords.Money(p.Approved), BudgetWords.Signed(p.Approved - p.Outlook));
        Line();
        table.WriteTo(_text);
        if (_report.WithoutRules.Any()) Line(Say("全年没有生效的规则：", "no rules in force all year: ") + string.Join(Say("、", "; "), _report.WithoutRules.Select(TitleOf)));
    }

    private void Open()
    {
        if (!_words.IsYearOpen) return;
        Line();
        Line(Say("尚不能确定（没有计入，所以上面是最低数）", "Not determined (not counted, so that the sums above are least ones)"));
        foreach (var p in _report.Shown)
        foreach (var (months, households, missing) in _words.Open(p))
            Line($"  {TitleOf(p)}{_words.Colon}{months}{(households.Length == 0 ? " " + missing : Say($"，最多 {households} 户；缺 {missing}", $", at most {households} households; missing: {missing}"))}");
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
            table.Row((i + 1).ToString(CultureInfo.InvariantCulture), TitleOf(f.Programme), BudgetWords.Money(f.Funded), BudgetWords.Money(f.Unfunded), f.ShortFrom is { } m ? FeelDate.Format(m.Month) : "—");
        }
        table.WriteTo(_text);
        Line(Say($"年末剩余 {BudgetWords.Money(funding.Left)} 元", $"left at the end of the year: {BudgetWords.Money(funding.Left)} yuan"));
    }
}
