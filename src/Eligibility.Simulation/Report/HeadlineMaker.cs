using System.Numerics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Values;

namespace Eligibility.Simulation.Report;

/// <summary>Says in a few figures what a reform means.</summary>
internal static class HeadlineMaker
{
    /// <summary>From so many yuan on a headline counts in a greater unit.</summary>
    private const int Great = 100_000_000;

    public static Headline Of(VariantView v, ReportNames names)
    {
        var (result, before) = (names.Result, names.Result.Baseline);
        // Where the rules of one programme only are others, its households say more than a sum in which other programmes leave much unknown.
        var changed = v.Programmes.Where(p => before.Find(p.Key)?.Hash != p.Hash && p.NoRules is null).ToArray();
        var key = changed.Length == 1 ? changed[0].Key : Comparison.Together;
        var (gain, lose) = (v.Households(Change.Entering, key) + v.Households(Change.Gaining, key), v.Households(Change.Leaving, key) + v.Households(Change.Losing, key));
        string Some(Change change) => $"{ChangeWords.Of(change, result)} {Figures.Count(v.Households(change, key))}";
        return new Headline(
            names.Say($"{names.Long(v)}（假设，不是现行规定）", $"{names.Long(v)} (an assumption, not the rules in force)"),
            Sentence(v, names),
            [
                new(names.Say("每月支出", "monthly cost"), Money(v.Cost, names), [names.Say($"现行 {Money(before.Cost, names)}", $"now {Money(before.Cost, names)}")]),
                new(names.Say("每月增减", "change a month"), Signed(v.CostDifference, names), [Figures.PercentChange(before.Cost, v.Cost)]),
                new(names.Say("每年增减", "change a year"), Signed(v.CostDifference * 12, names), [names.Say($"每年支出 {Money(v.Cost * 12, names)}", $"{Money(v.Cost * 12, names)} a year"), names.Say($"现行 {Money(before.Cost * 12, names)}", $"now {Money(before.Cost * 12, names)}")]),
                new(names.Say($"得到更多 / 更少（户）{(changed.Length == 1 ? $"：{changed[0].Title}" : "")}", $"better / worse off (households){(changed.Length == 1 ? $": {changed[0].Title}" : "")}"), $"{Figures.Count(gain)} / {Figures.Count(lose)}",
                [
                    $"{Some(Change.Entering)}{names.Say("，", ", ")}{Some(Change.Gaining)}",
                    $"{Some(Change.Leaving)}{names.Say("，", ", ")}{Some(Change.Losing)}",
                    Some(Change.Undetermined),
                ]),
            ]);
    }

    /// <summary>What the rules cost, where nothing is compared.</summary>
    public static Headline OfRules(ReportNames names)
    {
        var (v, tally) = (names.Result.Baseline, names.Result.Tally);
        return new Headline(
            v.Title,
            names.Say($"每月支出 {Figures.Money(v.Cost)} 元，全年 {Figures.Money(v.Cost * 12)} 元。", $"{Figures.Money(v.Cost)} yuan a month, {Figures.Money(v.Cost * 12)} a year."),
            [
                new(names.Say("每月支出", "monthly cost"), Money(v.Cost, names), []),
                new(names.Say("每年支出", "yearly cost"), Money(v.Cost * 12, names), []),
                new(names.Say("名册户数", "households in the caseload"), Figures.Count(tally["weight"]), []),
                new(names.Say("名册人数", "persons in the caseload"), Figures.Count(tally["persons"]), []),
            ]);
    }

    private static string Sentence(VariantView v, ReportNames names)
    {
        var (before, more) = (names.Result.Baseline.Cost, v.CostDifference);
        var percent = before == 0 ? "" : names.Say($"（{Figures.PercentChange(before, v.Cost)}）", $" ({Figures.PercentChange(before, v.Cost)})");
        var year = Figures.Money(Int128.Abs(more) * 12);
        var cost = more == 0
            ? names.Say($"每月支出不变，仍为 {Figures.Money(before)} 元。", $"The monthly cost stays at {Figures.Money(before)} yuan.")
            : names.Say($"每月支出由 {Figures.Money(before)} 元变为 {Figures.Money(v.Cost)} 元{percent}，全年{(more > 0 ? "多" : "少")}支出 {year} 元。",
                $"The monthly cost goes from {Figures.Money(before)} to {Figures.Money(v.Cost)} yuan{percent}, {year} {(more > 0 ? "more" : "less")} in a year.");
        var moved = names.Result.Programmes.Select(p => (p.Title, Moved: Moved(v, p.Key, names))).Where(p => p.Moved.Length > 0).Select(p => $"{p.Title}{names.Say("：", ": ")}{p.Moved}").ToArray();
        return cost + names.Say("", " ") + (moved.Length == 0 ? names.Say("没有确知待遇改变的家庭", "No household is known to get another amount") + (more == 0 ? "" : names.Say("，增减来自原来无法判断或金额不明的家庭", "; the difference comes from households that are undetermined, or whose amount is not known, as the rules are")) + names.Say("。", ".") : string.Join(names.Say("；", "; "), moved) + names.Say("。", "."));
    }

    private static string Moved(VariantView v, string programme, ReportNames names) => string.Join(names.Say("、", ", "), ChangeWords.Moving.Where(c => v.Households(c, programme) != 0)
        .Select(c => names.Say($"{ChangeWords.Of(c, names.Result)} {Figures.Count(v.Households(c, programme))} 户", $"{Figures.Count(v.Households(c, programme))} {ChangeWords.Of(c, names.Result)}")));

    private static string Signed(Int128 weightedFen, ReportNames names) => (weightedFen > 0 ? "+" : "") + Money(weightedFen, names);

    private static string Money(Int128 weightedFen, ReportNames names)
    {
        Int128 yuan = 100 * Weights.One;
        if (Int128.Abs(weightedFen) < Great * yuan) return names.Say($"{Figures.Money(weightedFen)} 元", $"¥{Figures.Money(weightedFen)}");
        string In(int unit) => Figures.Fixed(Number.FromFraction((BigInteger)weightedFen, (BigInteger)(yuan * unit)), 2);
        return names.Say($"{In(10_000)} 万元", $"¥{In(1_000_000)} m");
    }
}
