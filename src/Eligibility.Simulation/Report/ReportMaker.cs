using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Text;

namespace Eligibility.Simulation.Report;

/// <summary>Makes a report of a result: the same for a whole run and for merged parts, since nothing but the frame and the tally goes into it.</summary>
internal static class ReportMaker
{
    public static ReportDocument Of(ResultView result)
    {
        var names = new ReportNames(result);
        return new ReportDocument(
            names.IsComparing ? result.Say("救助标准调整测算报告", "What a change of assistance does: a simulation") : result.Say("救助支出测算报告", "What assistance costs: a simulation"),
            result.Say($"{result.PlaceName}（{result.Place}）　{result.Month}　按 {result.KnownAt} 所知的规则", $"{result.PlaceName} ({result.Place}), {result.Month}, by the rules known on {result.KnownAt}"),
            [.. Warnings(result)],
            names.IsComparing ? [.. result.Reforms.Select(v => HeadlineMaker.Of(v, names))] : [HeadlineMaker.OfRules(names)],
            [
                .. CostSections.Of(names),
                .. IndicatorSection.Of(names),
                .. result.Reforms.Select(v => ChangeSection.Of(v, names)),
                .. SplitSections.Of(names),
                .. result.Reforms.SelectMany(v => ArrearsSection.Of(v, names)),
                .. AttributionSection.Of(names),
                .. result.Reforms.Select(v => LoserSection.Of(v, names)),
                .. OpenSections.Of(names),
            ],
            [.. Footer(result)]);
    }

    private static IEnumerable<string> Warnings(ResultView result)
    {
        if (result.IsPartial) yield return result.Say("部分结果：测算没有完成，以下数字只包括已经测算的家庭。", "PARTIAL: the simulation did not end. The figures are of the households decided so far.");
        if (result.IsSynthetic) yield return result.Say("合成名册：不是真实的家庭，数字不能用作预算。", "A synthetic caseload: no household is real, and no figure is fit for a budget.");
        if (result.AcceptsUnattested) yield return result.Say("接受了没有来源证明到本月的参数值。", "Values were accepted that no source attests for this month.");
    }

    private static IEnumerable<string> Footer(ResultView result)
    {
        var tally = result.Tally;
        string Whole(Int128 n) => Figures.Count(n * Weights.One);
        yield return result.Say(
            $"名册：{(result.IsSynthetic ? "合成" : "真实")}；读入 {Whole(tally["households"] + tally["rejected"])} 户，测算 {Whole(tally["households"])} 户，不可用 {Whole(tally["rejected"])} 户；代表 {Figures.Count(tally["weight"])} 户 {Figures.Count(tally["persons"])} 人。",
            $"Caseload: {(result.IsSynthetic ? "synthetic" : "real")}; {Whole(tally["households"] + tally["rejected"])} households read, {Whole(tally["households"])} decided, {Whole(tally["rejected"])} rejected; they stand for {Figures.Count(tally["weight"])} households and {Figures.Count(tally["persons"])} persons.");
        yield return result.Say(
            $"计算：{result.Plan.Columns} 条公式按列计算，{result.Plan.OneByOne.Count} 条逐户计算{(result.Plan.OneByOne.Count == 0 ? "" : $"（{string.Join("、", result.Plan.OneByOne)}）")}；由逐户计算决定 {Whole(tally["left"])} 户。金额精确到分，只按规则中的取整条款取整；表中金额四舍五入到分，百分数保留一位小数。",
            $"Computation: {result.Plan.Columns} formulas over columns, {result.Plan.OneByOne.Count} one by one{(result.Plan.OneByOne.Count == 0 ? "" : $" ({string.Join(", ", result.Plan.OneByOne)})")}; {Whole(tally["left"])} households were decided by the evaluator. Amounts are exact to the fen and rounded only where a rule says so; the tables round amounts to the fen and percentages to one decimal.");
        foreach (var v in result.Variants)
        {
            var programmes = v.Programmes.Where(p => p.NoRules is null && (v.Index == 0 || result.Baseline.Find(p.Key)?.Hash != p.Hash)).Select(p => $"{p.Title} {p.Version} {p.Hash}").ToArray();
            var asked = v.Name.Length == 0 ? "" : result.Say($"（{v.Name}）", $" ({v.Name})");
            if (programmes.Length > 0) yield return $"{result.Say("规则", "Rules")}{result.Say("：", ": ")}{v.Title}{asked}{result.Say("：", ": ")}{string.Join(result.Say("；", "; "), programmes)}";
        }
    }
}

/// <summary>How a report calls its variants, and what all its sections ask of the result.</summary>
internal sealed class ReportNames(ResultView result)
{
    public ResultView Result => result;

    public Language Language => result.Language;

    public bool IsComparing { get; } = result.Variants.Count > 1;

    public string Say(string zh, string en) => result.Say(zh, en);

    /// <summary>The name of a variant that fits into a heading.</summary>
    public string Short(VariantView v) => v.Index == 0 ? Say("现行", "now")
        : result.Variants.Count == 2 ? Say("调整后", "after")
        : Say($"方案{NumberOf(v)}", $"reform {NumberOf(v)}");

    /// <summary>Its name where there is room.</summary>
    public string Long(VariantView v) => v.Index == 0 || result.Variants.Count == 2 ? v.Title : $"{Short(v)}{Say("：", ": ")}{v.Title}";

    /// <summary>The headings of a table that shows what each variant pays and how much more that is.</summary>
    public IReadOnlyList<string> CostColumns(params string[] first) =>
    [
        .. first, Say("现行（元）", "now (yuan)"),
        .. result.Reforms.SelectMany(v => new[] { Say($"{Short(v)}（元）", $"{Short(v)} (yuan)"), Say("差额", "difference") }),
    ];

    /// <summary>The cells below them.</summary>
    public IEnumerable<ReportCell> Costs(Func<VariantView, Int128> cost) =>
        [ReportCell.Money(cost(result.Baseline)), .. result.Reforms.SelectMany(v => new[] { ReportCell.Money(cost(v)), ReportCell.Difference(cost(v) - cost(result.Baseline)) })];

    private int NumberOf(VariantView v) => result.Variants.ToList().IndexOf(v);
}
