using Eligibility.Simulation.Impact;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Simulation.Budget;

/// <summary>The sentences and figures of a budget in one language, the same on a screen and on a page.</summary>
/// <param name="report">The budget.</param>
/// <param name="language">The language of its readers.</param>
internal sealed class BudgetWords(BudgetReport report, Language language)
{
    /// <summary>So many of the things that are missing are named.</summary>
    private const int MostMissing = 3;

    public Language Language => language;

    public string Say(string zh, string en) => language == Language.Chinese ? zh : en;

    /// <summary>What separates the members of a list.</summary>
    public string Comma => Say("、", ", ");

    public string Colon => Say("：", ": ");

    public string Place => Say($"{report.Rules[0].PlaceName.Zh}（{report.Rules[0].Place}）", $"{report.Rules[0].PlaceName.En} ({report.Rules[0].Place})");

    public static string Count(Int128 number) => Figures.Fixed(Number.FromFraction((System.Numerics.BigInteger)number, 1), 0);

    public static string Money(Number? yuan) => yuan is { } y ? Figures.Fixed(y, 2) : "";

    /// <summary>A sum in which somebody's amount is not known is a least one.</summary>
    public static string Money(Number yuan, bool open) => (open ? "≥ " : "") + Money(yuan);

    public static string Signed(Number? yuan) => yuan is { } y ? (y.Sign > 0 ? "+" : "") + Money(y) : "";

    public static string Households(Number households) => Figures.Fixed(households, households.IsInteger ? 0 : 1);

    /// <summary>Whether the sum of a month is a least one.</summary>
    public bool IsOpen(int month) => report.Shown.Any(p => p.Months[month] is { } m && (!m.InForce || m.Open.Sign > 0));

    /// <summary>Whether the sum of the year is.</summary>
    public bool IsYearOpen => report.Shown.Any(p => p.IsOpen);

    public bool HasSpent => Enumerable.Range(0, report.Rules.Count).Any(m => report.Year.Spent(m) is not null);

    /// <summary>What was spent beyond the forecast, of the programmes for which a figure was stated; null where none was.</summary>
    public Number? Variance(int month)
    {
        var stated = report.Shown.Select(p => p.Months[month]).Where(m => m.Spent is not null).ToArray();
        return stated.Length == 0 ? null : BudgetYear.Sum(stated.Select(m => m.Spent!.Value - m.Cost));
    }

    /// <summary>What is not determined of a programme: the months, at most how many households, and what is missing.</summary>
    public IEnumerable<(string Months, string Households, string Missing)> Open(ProgrammeBudget p)
    {
        var without = p.Months.Where(m => !m.InForce).Select(m => m.Month).ToArray();
        if (without.Length > 0) yield return (Spans(without), "", Say("没有生效的规则", "no rules in force"));
        var months = p.Months.Where(m => m.Open.Sign > 0).ToArray();
        if (months.Length == 0) yield break;
        var most = months.MaxBy(m => m.Open)!;
        var named = most.Missing.Take(MostMissing).Select(m => Say($"{report.Label(m.What).Zh} {Households(m.Households)} 户", $"{report.Label(m.What).En} ({Households(m.Households)})"));
        var rest = most.Missing.Count > MostMissing ? Say($"等 {most.Missing.Count} 项", $" and {most.Missing.Count - MostMissing} more") : "";
        yield return (Spans(months.Select(m => m.Month)), Households(most.Open), string.Join(Comma, named) + rest);
    }

    /// <summary>What the forecast takes for granted.</summary>
    public IEnumerable<string> Assumptions()
    {
        yield return Say("假定：年龄逐月计算，其余事实和在册记录按名册不变；只用已公布的数值。", "Assumed: persons age from month to month, all other facts and the roll stay as they are on the caseload; only published values are used.");
        foreach (var f in report.Flows)
        {
            var title = report.Year.Programmes.FirstOrDefault(p => p.Programme == f.Programme)?.Title ?? LocalText.Same(f.Programme);
            var (entering, leaving) = (Percent(f.Entering), Percent(f.Leaving));
            yield return Say($"{title.Zh}：每月新增 {entering}%、退出 {leaving}%（{f.Source ?? "假定"}）", $"{title.En}: each month {entering}% enter and {leaving}% leave ({f.Source ?? "assumed"})");
        }
        foreach (var overlay in report.Assumed) yield return Say($"规则的假设：{overlay}", $"overlay: {overlay}");
        if (report.Rules[0].Asked.AcceptUnattested) yield return Say("查证期限以后的数值也使用。", "Values are used beyond the last day on which a source attests them.");
    }

    /// <summary>Months that follow each other as one span.</summary>
    private string Spans(IEnumerable<YearMonth> months)
    {
        var spans = new List<(YearMonth From, YearMonth To)>();
        foreach (var month in months)
        {
            if (spans.Count > 0 && spans[^1].To.PlusMonths(1) == month) spans[^1] = (spans[^1].From, month);
            else spans.Add((month, month));
        }
        return string.Join(Comma, spans.Select(s => s.From == s.To ? FeelDate.Format(s.From) : Say($"{FeelDate.Format(s.From)} 至 {FeelDate.Format(s.To)}", $"{FeelDate.Format(s.From)} to {FeelDate.Format(s.To)}")));
    }

    private static string Percent(int tenThousandths) => Number.FromFraction(tenThousandths, 100).ToFixed(2);
}
