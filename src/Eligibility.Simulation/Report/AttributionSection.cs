using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Simulation.Report.Charts;
using Eligibility.Values;

namespace Eligibility.Simulation.Report;

/// <summary>Which of several changes costs how much.</summary>
internal static class AttributionSection
{
    public static IEnumerable<ReportSection> Of(ReportNames names)
    {
        foreach (var (reform, changes, cost) in names.Result.Attributions)
        {
            var million = Number.FromFraction(1, Weights.One);
            var fen = Attribution.LargestRemainder([.. Attribution.Shares(changes.Count, cost).Select(s => s * million)]).Select(f => f * Weights.One).ToArray();
            var total = fen.Aggregate(Int128.Zero, (a, b) => a + b);
            IReadOnlyList<ReportCell> Row(string name, Int128 share, ReportCell alone) => [new ReportCell(name), ReportCell.Difference(share), ReportCell.Percent(share, total), alone];
            yield return new ReportSection(names.Say("各项改动的影响", "What each change costs"),
            [
                new ReportNote(names.Say("每项改动的份额，是它在所有先后次序中增加的支出的平均数，因此与次序无关，相加等于总的增减。", "The share of a change is the mean of what it adds over all orders in which the changes can be made: it does not depend on their order, and the shares add up to the whole.")),
                new ReportChart(new BarChart($"shares{reform.Index}", names.Say("各项改动每月增加的支出", "What each change adds a month"), names.Say("数字见下表。", "The figures stand in the table below."), changes, [new BarSeries(names.Short(reform), fen)],
                    ChartUnit.Money(fen.Select(Int128.Abs).Max(), names.Language), 2)),
                new ReportTable(names.Say("各项改动每月增加的支出", "What each change adds a month"), names.Say("各项改动", "changes"), [names.Say("改动", "change"), names.Say("份额（元）", "share (yuan)"), names.Say("占比", "of the whole"), names.Say("只做这一项（元）", "this one alone (yuan)")],
                    [.. changes.Select((c, i) => Row(c, fen[i], ReportCell.Difference(cost(1 << i) - cost(0))))])
                {
                    Foot = Row(names.Say("合计", "together"), total, ReportCell.Nothing),
                    Widths = [40, 20, 15, 25],
                },
            ]);
        }
    }
}
