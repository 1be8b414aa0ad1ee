using Eligibility.Simulation.Impact;

namespace Eligibility.Simulation.Report;

/// <summary>The figures by which the field judges a programme: the average level paid, its part of the line, and how many are covered.</summary>
internal static class IndicatorSection
{
    public static IEnumerable<ReportSection> Of(ReportNames names)
    {
        var result = names.Result;
        var rows = result.Programmes.Where(p => p.NoRules is null && result.Variants.Any(v => v.Find(p.Key)?.Persons > 0)).SelectMany(p => Rows(p, names)).ToArray();
        if (rows.Length == 0) yield break;
        yield return new ReportSection(names.Say("指标", "Indicators"),
        [
            new ReportNote(names.Say("平均水平只算金额已知的家庭；覆盖面是享受的人（户）占名册的比例，不是占人口的比例。", "Averages are over households whose amount is known; coverage is the part of the caseload that is covered, not of the population.")),
            new ReportTable(names.Say("平均水平和覆盖面（每月）", "Average level and coverage (a month)"), names.Say("指标", "indicators"),
                [names.Say("项目", "programme"), names.Say("指标", "indicator"), .. result.Variants.Select(names.Short)], rows) { Widths = [36, 32, .. result.Variants.Select(_ => 32 / result.Variants.Count)] },
        ]);
    }

    private static IEnumerable<IReadOnlyList<ReportCell>> Rows(ProgrammeView programme, ReportNames names)
    {
        var all = names.Result.Variants.Select(v => v.Find(programme.Key)).ToArray();
        var tally = names.Result.Tally;
        IReadOnlyList<ReportCell> Row(string what, Func<ProgrammeView, ReportCell> cell) => [new ReportCell(programme.Title), new ReportCell(what), .. all.Select(p => p is null ? ReportCell.Nothing : cell(p))];
        if (all.Any(p => p?.Benefits.Count > 0))
        {
            yield return Row(names.Say("人均补差水平（元/人）", "average level per person (yuan)"), p => ReportCell.Mean(p.PaidWithAmounts, p.PersonsWithAmounts));
            yield return Row(names.Say("户均（元/户）", "average per household (yuan)"), p => ReportCell.Mean(p.PaidWithAmounts, p.HouseholdsWithAmounts));
        }
        if (all.Any(p => p?.Line > 0)) yield return Row(names.Say("人均补差水平占保障标准", "average level as part of the line"), p => ReportCell.Percent(p.PaidByLine, p.Line));
        yield return Row(names.Say("覆盖面（人）", "coverage (persons)"), p => ReportCell.Percent(p.Persons, tally["persons"]));
        yield return Row(names.Say("覆盖面（户）", "coverage (households)"), p => ReportCell.Percent(p.Households, tally["weight"]));
    }
}
