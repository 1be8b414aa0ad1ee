using Eligibility.Simulation.Impact;

namespace Eligibility.Simulation.Report;

/// <summary>The households that a reform leaves with less, those that lose most first.</summary>
internal static class LoserSection
{
    public static ReportSection Of(VariantView v, ReportNames names)
    {
        var title = names.Say("谁会减少", "Who gets less") + (names.Result.Variants.Count == 2 ? "" : names.Say($"：{names.Long(v)}", $": {names.Long(v)}"));
        var weight = names.Result.Tally[$"v{v.Index}/losers"];
        if (!names.Result.Tally.Losers.TryGetValue($"v{v.Index}", out var list) || weight == 0)
            return new ReportSection(title, [new ReportNote(names.Say("没有确知会减少的家庭。", "No household is known to get less."))]);
        var count = list.Losers.Count;
        return new ReportSection(title,
        [
            new ReportNote(names.Say(
                $"{Figures.Count(weight)} 户得到更少。以下是减少最多的 {count} 户；每一户的变化和原因见 {ReportFiles.Households}。",
                $"{Figures.Count(weight)} households get less. These are the {count} that lose most; what changes for each household, and why, stands in {ReportFiles.Households}.")),
            .. list.Losers.All(l => l.After is not null && l.Before is not null) ? [] : new[] { new ReportNote(names.Say("“—”表示另有项目的金额不明；减少的是已知的部分。", "— stands where the amount of another programme is not known; the loss is what is known of it.")) },
            new ReportTable(names.Say("减少最多的家庭（元/月）", "The households that lose most (yuan a month)"), ChangeSection.SheetName(v, names, names.Say("减少的家庭", "losers")),
                [names.Say("户号", "household"), names.Say("现行", "now"), names.Short(v), names.Say("减少", "loss"), names.Say("原因", "reason")],
                [.. list.Losers.Select(l => (IReadOnlyList<ReportCell>)[new ReportCell(l.Household), ReportCell.Fen(l.Before), ReportCell.Fen(l.After), ReportCell.Fen(l.Loss), new ReportCell(l.Reason.In(names.Language))])]) { Widths = [16, 13, 13, 13, 45] },
        ]);
    }
}

/// <summary>The names of what is written beside a report.</summary>
internal static class ReportFiles
{
    public const string Households = "households.csv";
    public const string Rejected = "rejected.csv";
}
