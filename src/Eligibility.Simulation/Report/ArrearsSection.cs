using Eligibility.Simulation.Impact;

namespace Eligibility.Simulation.Report;

/// <summary>What is paid back for the months before the one that is decided, where a reform holds from earlier.</summary>
internal static class ArrearsSection
{
    public static IEnumerable<ReportSection> Of(VariantView v, ReportNames names)
    {
        if (v.BackMonths.Count == 0) yield break;
        string[] standings = [nameof(DifferenceStanding.Owed), nameof(DifferenceStanding.Information), nameof(DifferenceStanding.Open)];
        IEnumerable<ReportCell> Cells(IEnumerable<string> months)
        {
            foreach (var s in standings)
            {
                var sums = months.Select(m => v.Arrears(m, s)).ToArray();
                yield return ReportCell.Money(sums.Aggregate(Int128.Zero, (a, b) => a + b.Fen));
                // A household may be there in several months, so that households are not added up.
                yield return sums.Length == 1 ? ReportCell.Count(sums[0].Households) : ReportCell.Nothing;
            }
            yield return months.Count() == 1 ? ReportCell.Count(v.Arrears(months.Single(), ArrearsCounter.Unknown).Households) : ReportCell.Nothing;
        }

        yield return new ReportSection(names.Say($"以前月份的补发（{names.Short(v)}）", $"Arrears of earlier months ({names.Short(v)})"),
        [
            new ReportNote(names.Say(
                $"改动自 {v.BackMonths[0]} 起，早于所测算的月份。应补发的，只是通知自己的补发条款所及的差额，逐户按在册记录判断；没有条款的差额仅供参考。",
                $"The change holds from {v.BackMonths[0]}, before the month that is decided. Owed is only what the notice's own clause about back pay reaches, household by household by the roll; a difference without a clause is for information.")),
            new ReportTable(names.Say("以前月份的差额", "Differences of earlier months"), names.Say("补发", "arrears"),
                [
                    names.Say("月份", "month"), names.Say("应补发（元）", "owed (yuan)"), names.Say("户", "households"), names.Say("仅供参考（元）", "for information (yuan)"), names.Say("户", "households"),
                    names.Say("不能确定（元）", "not determined (yuan)"), names.Say("户", "households"), names.Say("金额不明（户）", "amount not known (households)"),
                ],
                [.. v.BackMonths.Select(m => (IReadOnlyList<ReportCell>)[new ReportCell(m), .. Cells([m])])])
            {
                Foot = [new ReportCell(names.Say("合计", "together")), .. Cells(v.BackMonths)],
                Widths = [12, 17, 8, 17, 8, 17, 8, 13],
            },
        ]);
    }
}
