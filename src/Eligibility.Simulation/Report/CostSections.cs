using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Report.Charts;

namespace Eligibility.Simulation.Report;

/// <summary>What is paid: by programme, benefit and payer.</summary>
internal static class CostSections
{
    public static IEnumerable<ReportSection> Of(ReportNames names)
    {
        var result = names.Result;
        var programmes = result.Programmes.Where(p => p.NoRules is null).ToArray();
        var parts = new List<ReportPart>();
        // One reform stands in the headline already; several are put side by side.
        if (result.Variants.Count > 2) parts.Add(Overview(names));
        if (Chart(programmes, names) is { } chart) parts.Add(new ReportChart(chart));
        parts.Add(new ReportTable(names.Say("各项目每月支出", "Monthly cost by programme"), names.Say("项目支出", "cost by programme"), names.CostColumns(names.Say("项目", "programme")),
            [.. programmes.Select(p => (IReadOnlyList<ReportCell>)[new ReportCell(p.Title), .. names.Costs(v => v.Find(p.Key)?.Cost ?? 0)])])
        {
            Foot = [new ReportCell(names.Say("合计", "together")), .. names.Costs(v => v.Cost)],
            Widths = Widths(names, 30),
        });
        parts.Add(Covered(programmes, names));
        if (programmes.FirstOrDefault(p => p.UnknownAmounts != 0) is not null)
            parts.Add(new ReportNote(names.Say("金额不明或无法判断的家庭，只计入已知的部分；见“无法判断的家庭”。", "Of households whose amount is not known, only what is known is counted: see the section on what is undetermined.")));
        if (result.Programmes.Where(p => p.NoRules is not null).ToArray() is { Length: > 0 } gaps)
            parts.Add(new ReportNote(names.Say("本月没有生效的规则：", "No rules in force in this month: ") + string.Join(names.Say("、", "; "), gaps.Select(p => p.Title)) + names.Say("。", ".")));
        yield return new ReportSection(names.Say("支出", "Cost"), parts);
        yield return new ReportSection(names.Say("待遇和发放部门", "Benefits and payers"), [Benefits(programmes, names), Payers(programmes, names)]);
    }

    private static ReportTable Overview(ReportNames names)
    {
        var result = names.Result;
        IReadOnlyList<ReportCell> Row(string name, Func<VariantView, ReportCell> cell, ReportCell? now = null) => [new ReportCell(name), now ?? cell(result.Baseline), .. result.Reforms.Select(cell)];
        return new ReportTable(
            names.Say("一览", "At a glance"), names.Say("一览", "at a glance"), ["", .. result.Variants.Select(names.Long)],
            [
                Row(names.Say("每月支出（元）", "monthly cost (yuan)"), v => ReportCell.Money(v.Cost)),
                Row(names.Say("比现行（元）", "against now (yuan)"), v => ReportCell.Difference(v.CostDifference), ReportCell.Nothing),
                Row(names.Say("比现行", "against now"), v => ReportCell.PercentChange(result.Baseline.Cost, v.Cost), ReportCell.Nothing),
                Row(names.Say("每年支出（元）", "yearly cost (yuan)"), v => ReportCell.Money(v.Cost * 12)),
                Row(names.Say("每年比现行（元）", "a year against now (yuan)"), v => ReportCell.Difference(v.CostDifference * 12), ReportCell.Nothing),
                .. ChangeWords.Order.SelectMany(c => new[]
                {
                    Row(names.Say($"合计{ChangeWords.Of(c, result)}（户）", $"together {ChangeWords.Of(c, result)} (households)"), v => ReportCell.Count(v.Households(c)), ReportCell.Nothing),
                    Row(names.Say($"合计{ChangeWords.Of(c, result)}（人）", $"together {ChangeWords.Of(c, result)} (persons)"), v => ReportCell.Count(v.Persons(c)), ReportCell.Nothing),
                }.Take(c == Change.Neither ? 1 : 2)),
            ]) { Widths = [28, .. result.Variants.Select(_ => 72 / result.Variants.Count)] };
    }

    private static BarChart? Chart(IReadOnlyList<ProgrammeView> programmes, ReportNames names)
    {
        var paying = programmes.Where(p => names.Result.Variants.Any(v => v.Find(p.Key)?.Cost > 0)).ToArray();
        if (paying.Length == 0) return null;
        var series = names.Result.Variants.Select(v => new BarSeries(names.Short(v), [.. paying.Select(p => v.Find(p.Key)?.Cost ?? 0)])).ToArray();
        var title = names.Say("各项目每月支出", "Monthly cost by programme");
        var most = paying.MaxBy(p => p.Cost)!;
        return new BarChart("cost", title, names.Say($"支出最多的是{most.Title}，现行每月 {Figures.Money(most.Cost)} 元。数字见下表。", $"{most.Title} costs most, now {Figures.Money(most.Cost)} yuan a month. The figures stand in the table below."),
            [.. paying.Select(p => p.Title)], series, ChartUnit.Money(series.SelectMany(s => s.Values).Max(), names.Language), 2);
    }

    private static ReportTable Covered(IReadOnlyList<ProgrammeView> programmes, ReportNames names) => new(
        names.Say("各项目享受的户数和人数", "Households and persons covered, by programme"), names.Say("享受户数人数", "covered"),
        [names.Say("项目", "programme"), .. names.Result.Variants.SelectMany(v => new[] { names.Say($"{names.Short(v)}（户）", $"{names.Short(v)} (households)"), names.Say($"{names.Short(v)}（人）", $"{names.Short(v)} (persons)") })],
        [.. programmes.Select(p => (IReadOnlyList<ReportCell>)
        [
            new ReportCell(p.Title), .. names.Result.Variants.SelectMany(v => new[] { ReportCell.Count(v.Find(p.Key)?.Households ?? 0), ReportCell.Count(v.Find(p.Key)?.Persons ?? 0) }),
        ])]) { Widths = [30, .. Enumerable.Repeat(70 / (2 * names.Result.Variants.Count), 2 * names.Result.Variants.Count)] };

    private static ReportTable Benefits(IReadOnlyList<ProgrammeView> programmes, ReportNames names)
    {
        var benefits = programmes.SelectMany(p => names.Result.Variants.Select(v => v.Find(p.Key)).OfType<ProgrammeView>().SelectMany(x => x.Benefits).DistinctBy(b => b.Key).Select(b => (Programme: p, Benefit: b)));
        return new ReportTable(names.Say("各项待遇每月支出", "Monthly cost by benefit"), names.Say("待遇支出", "cost by benefit"), names.CostColumns(names.Say("待遇", "benefit"), names.Say("项目", "programme"), names.Say("发放", "payer")),
            [.. benefits.Select(b => (IReadOnlyList<ReportCell>)
            [
                new ReportCell(b.Benefit.Label), new ReportCell(b.Programme.Title), new ReportCell(Payer(b.Benefit, names)),
                .. names.Costs(v => v.Find(b.Programme.Key)?.Benefits.FirstOrDefault(x => x.Key == b.Benefit.Key)?.Paid ?? 0),
            ])]) { Widths = names.IsComparing ? [18, 20, 12, .. Enumerable.Repeat(50 / ((2 * names.Result.Variants.Count) - 1), (2 * names.Result.Variants.Count) - 1)] : [] };
    }

    private static ReportTable Payers(IReadOnlyList<ProgrammeView> programmes, ReportNames names)
    {
        string Of(BenefitView b) => Payer(b, names);
        var payers = programmes.SelectMany(p => names.Result.Variants.Select(v => v.Find(p.Key)).OfType<ProgrammeView>()).SelectMany(p => p.Benefits).Select(Of).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new ReportTable(names.Say("各部门每月支出", "Monthly cost by payer"), names.Say("部门支出", "cost by payer"), names.CostColumns(names.Say("发放", "payer")),
            [.. payers.Select(payer => (IReadOnlyList<ReportCell>)
                [new ReportCell(payer), .. names.Costs(v => v.Programmes.SelectMany(p => p.Benefits).Where(b => Of(b) == payer).Aggregate(Int128.Zero, (sum, b) => sum + b.Paid))])]) { Widths = Widths(names, 30) };
    }

    private static string Payer(BenefitView b, ReportNames names) => b.IsToAccount ? names.Say($"{b.PayerLabel}（记入账户）", $"{b.PayerLabel} (to an account)") : b.PayerLabel;

    private static IReadOnlyList<int> Widths(ReportNames names, int first)
    {
        var others = (2 * names.Result.Variants.Count) - 1;
        return [first, .. Enumerable.Repeat((100 - first) / others, others)];
    }
}
