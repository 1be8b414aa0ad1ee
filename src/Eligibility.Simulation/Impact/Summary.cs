using System.Globalization;
using System.Text;
using Eligibility.Values;

namespace Eligibility.Simulation.Impact;

/// <summary>The result in a screenful: what a reform leaves as it is stands on one line.</summary>
internal static class Summary
{
    /// <summary>So many of the things that are missing are named.</summary>
    private const int MostMissing = 3;

    public static string Of(ResultView result)
    {
        var (text, tally) = (new StringBuilder(), result.Tally);
        string Say(string zh, string en) => result.Say(zh, en);
        if (result.IsPartial) text.Append(Say("部分结果：测算没有完成。\n", "PARTIAL: the simulation did not end.\n"));
        if (result.IsSynthetic) text.Append(Say("合成名册：不是真实的家庭。\n", "A synthetic caseload: no real households.\n"));
        text.Append(Say($"{result.PlaceName} {result.Month}，按 {result.KnownAt} 所知\n", $"{result.PlaceName}, {result.Month}, as known on {result.KnownAt}\n"));
        var (read, decided, rejected, left) = (Whole(tally["households"] + tally["rejected"]), Whole(tally["households"]), Whole(tally["rejected"]), Whole(tally["left"]));
        text.Append(Say($"读入 {read} 户：测算 {decided}，不可用 {rejected}；由逐户计算决定 {left}\n", $"read {read} households: decided {decided}, rejected {rejected}; by the evaluator {left}\n"));
        foreach (var v in result.Variants)
        {
            var more = v.Index == 0 ? "" : $"{Say("（", " (")}{Figures.Difference(v.CostDifference)}{Say("）", ")")}";
            text.Append(Say($"\n{v.Title}：每月 {Figures.Money(v.Cost)} 元{more}，每年 {Figures.Money(v.Cost * 12)} 元\n", $"\n{v.Title}: {Figures.Money(v.Cost)} yuan a month{more}, {Figures.Money(v.Cost * 12)} a year\n"));
            foreach (var p in v.Programmes.Where(p => p.NoRules is null && (v.Index == 0 || v.Touches(p.Key))))
            {
                Programme(p, v.Index == 0 ? null : result.Baseline.Find(p.Key), result, text);
                Moved(p.Key, v, result, text);
            }
            if (v.Index == 0) Names(Say("本月没有生效的规则", "no rules in force in this month"), v.Programmes.Where(p => p.NoRules is not null), result, text);
            else Changes(v, result, text);
            Arrears(v, result, text);
        }
        foreach (var (_, changes, cost) in result.Attributions)
        {
            var million = Number.FromFraction(1, Reading.Weights.One);
            var fen = Attribution.LargestRemainder([.. Attribution.Shares(changes.Count, cost).Select(s => s * million)]);
            text.Append(Say("\n各项改动的影响（每月，元）\n", "\nWhat each change costs a month, in yuan\n"));
            for (var i = 0; i < changes.Count; i++) text.Append(CultureInfo.InvariantCulture, $"  {changes[i]}  {Figures.FenDifference(fen[i])}\n");
        }
        return text.ToString();
    }

    private static void Programme(ProgrammeView p, ProgrammeView? before, ResultView result, StringBuilder text)
    {
        var (households, persons, cost) = (Figures.Count(p.Households), Figures.Count(p.Persons), Figures.Money(p.Cost));
        var more = before is null || before.Cost == p.Cost ? "" : $"{result.Say("（", " (")}{Figures.Difference(p.Cost - before.Cost)}{result.Say("）", ")")}";
        text.Append("  ").Append(result.Say($"{p.Title}：{households} 户 {persons} 人，每月 {cost} 元{more}", $"{p.Title}: {households} households, {persons} persons, {cost} yuan a month{more}"));
        if (p.Undetermined != 0) text.Append(result.Say($"；无法判断 {Figures.Count(p.Undetermined)} 户", $"; undetermined {Figures.Count(p.Undetermined)}"));
        if (p.UnknownAmounts != 0) text.Append(result.Say($"；金额不明 {Figures.Count(p.UnknownAmounts)} 户", $"; amount not known {Figures.Count(p.UnknownAmounts)}"));
        text.Append('\n');
        if (p.Missing.Count == 0 || before is not null) return;
        var named = p.Missing.Take(MostMissing).Select(m => result.Say($"{result.Label(m.What)} {Figures.Count(m.Households)} 户", $"{result.Label(m.What)} ({Figures.Count(m.Households)})"));
        var rest = p.Missing.Count <= MostMissing ? "" : result.Say($"等 {p.Missing.Count} 项", $" and {p.Missing.Count - MostMissing} more");
        text.Append("    ").Append(result.Say("缺：", "missing: ")).AppendJoin(result.Say("、", ", "), named).Append(rest).Append('\n');
    }

    /// <summary>How many come, go, get more or less in one programme; nothing where nobody does.</summary>
    private static void Moved(string programme, VariantView v, ResultView result, StringBuilder text)
    {
        var moved = ChangeWords.Moving.Where(c => v.Households(c, programme) != 0).Select(c => result.Say($"{ChangeWords.Of(c, result)} {Figures.Count(v.Households(c, programme))} 户", $"{ChangeWords.Of(c, result)} {Figures.Count(v.Households(c, programme))}")).ToArray();
        if (moved.Length > 0) text.Append("    ").AppendJoin(result.Say("、", ", "), moved).Append('\n');
    }

    private static void Changes(VariantView v, ResultView result, StringBuilder text)
    {
        Names(result.Say("不受影响", "not touched"), v.Programmes.Where(p => p.NoRules is null && !v.Touches(p.Key)), result, text);
        text.Append("  ").Append(result.Say("受影响的各项待遇合计：\n", "all touched benefits together:\n"));
        foreach (var change in ChangeWords.Order.Where(c => v.Households(c) != 0))
        {
            var (households, persons) = (Figures.Count(v.Households(change)), Figures.Count(v.Persons(change)));
            text.Append("    ").Append(result.Say($"{ChangeWords.Of(change, result)} {households} 户", $"{ChangeWords.Of(change, result)}: {households} households"));
            if (change != Change.Neither) text.Append(result.Say($" {persons} 人", $", {persons} persons"));
            if (result.Tally.Percentile($"{v.ChangesIn()}/differences/{change}", 50) is { } median)
                text.Append(result.Say($"，每月共 {Figures.Difference(v.Fen(change))} 元，中位数 {Figures.FenDifference(median)} 元", $", {Figures.Difference(v.Fen(change))} yuan a month, median {Figures.FenDifference(median)}"));
            text.Append('\n');
        }
    }

    private static void Arrears(VariantView v, ResultView result, StringBuilder text)
    {
        if (v.BackMonths.Count == 0) return;
        string Sum(DifferenceStanding standing) => Figures.Money(v.BackMonths.Aggregate(Int128.Zero, (sum, m) => sum + v.Arrears(m, standing.ToString()).Fen));
        var (owed, information, open) = (Sum(DifferenceStanding.Owed), Sum(DifferenceStanding.Information), Sum(DifferenceStanding.Open));
        text.Append(result.Say($"  {v.BackMonths[0]} 起的以前月份：应补发 {owed} 元；没有补发条款、仅供参考 {information} 元；不能确定 {open} 元\n",
            $"  earlier months from {v.BackMonths[0]}: owed {owed} yuan; for information, without a clause, {information}; not determined {open}\n"));
    }

    private static void Names(string what, IEnumerable<ProgrammeView> programmes, ResultView result, StringBuilder text)
    {
        var titles = programmes.Select(p => p.Title).ToArray();
        if (titles.Length > 0) text.Append("  ").Append(what).Append(result.Say("：", ": ")).AppendJoin(result.Say("、", "; "), titles).Append('\n');
    }

    private static string Whole(Int128 n) => Figures.Count(n * Reading.Weights.One);
}
