using Eligibility.Diagnostics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;

namespace Eligibility.Simulation.Report;

/// <summary>What could not be decided, and what could not be read.</summary>
internal static class OpenSections
{
    /// <summary>So many of the things that are missing are listed for a programme; the result file has all of them.</summary>
    private const int MostMissing = 8;

    public static IEnumerable<ReportSection> Of(ReportNames names)
    {
        var result = names.Result;
        var rows = result.Programmes.Where(p => p.NoRules is null).SelectMany(p => Missing(p, names)).ToArray();
        yield return new ReportSection(names.Say("无法判断的家庭", "What is undetermined"), rows.Length == 0
            ? [new ReportNote(names.Say("每一户在每个项目都能判断。", "Every household is decided in every programme."))]
            :
            [
                new ReportNote(names.Say("缺少的事实或标准，以及因此无法判断或金额不明的户数；一户可能缺几样。", "The facts or values that are missing, and how many households are undetermined or have an unknown amount because of each; a household may lack several.")),
                new ReportTable(names.Say("各项目无法判断和金额不明的户数", "Households undetermined or with an unknown amount, by programme"), names.Say("无法判断", "undetermined"),
                    [names.Say("项目", "programme"), .. result.Variants.SelectMany(v => new[] { names.Say($"{names.Short(v)}：无法判断", $"{names.Short(v)}: undetermined"), names.Say($"{names.Short(v)}：金额不明", $"{names.Short(v)}: amount not known") })],
                    [.. result.Programmes.Where(p => result.Variants.Any(v => v.Find(p.Key) is { } x && x.Undetermined + x.UnknownAmounts != 0)).Select(p => (IReadOnlyList<ReportCell>)
                        [new ReportCell(p.Title), .. result.Variants.SelectMany(v => new[] { ReportCell.Count(v.Find(p.Key)?.Undetermined ?? 0), ReportCell.Count(v.Find(p.Key)?.UnknownAmounts ?? 0) })])]) { Widths = [36, .. Enumerable.Repeat(32 / result.Variants.Count, 2 * result.Variants.Count)] },
                new ReportTable(names.Say("缺少什么（户）", "What is missing (households)"), names.Say("缺少什么", "missing"), [names.Say("项目", "programme"), names.Say("缺少", "missing"), .. result.Variants.Select(names.Short)], rows)
                    { Widths = [36, 34, .. result.Variants.Select(_ => 30 / result.Variants.Count)] },
            ]);
        var rejected = result.Tally["rejected"];
        if (rejected == 0) yield break;
        string TitleOf(string code) => DiagnosticKinds.All.FirstOrDefault(k => k.Code == code)?.Title.In(names.Language) ?? "";
        yield return new ReportSection(names.Say("不可用的家庭", "What cannot be used"),
        [
            new ReportNote(names.Say($"{Figures.Count(rejected * Weights.One)} 户的数据不可用，没有测算；逐行的说明见 {ReportFiles.Rejected}。", $"{Figures.Count(rejected * Weights.One)} households cannot be used and were not decided; {ReportFiles.Rejected} says why, row by row.")),
            new ReportTable(names.Say("不可用的原因", "Why they cannot be used"), names.Say("不可用", "rejected"), [names.Say("代码", "code"), names.Say("原因", "reason"), names.Say("户", "households")],
                [.. result.Tally.Sums.Where(s => s.Key.StartsWith("rejected/", StringComparison.Ordinal)).Select(s => (Code: s.Key["rejected/".Length..], s.Value))
                    .Select(s => (IReadOnlyList<ReportCell>)[new ReportCell(s.Code), new ReportCell(TitleOf(s.Code)), ReportCell.Count(s.Value * Weights.One)])]) { Widths = [15, 65, 20] },
        ]);
    }

    private static IEnumerable<IReadOnlyList<ReportCell>> Missing(ProgrammeView programme, ReportNames names)
    {
        var byVariant = names.Result.Variants.Select(v => (v.Find(programme.Key)?.Missing ?? []).ToDictionary(m => m.What, m => m.Households, StringComparer.Ordinal)).ToArray();
        var all = byVariant.SelectMany(m => m.Keys).Distinct().Select(what => (What: what, Most: byVariant.Max(m => m.GetValueOrDefault(what)))).OrderByDescending(x => x.Most).ThenBy(x => x.What, StringComparer.Ordinal).ToArray();
        foreach (var (what, _) in all.Take(MostMissing)) yield return [new ReportCell(programme.Title), new ReportCell(names.Result.Label(what)), .. byVariant.Select(m => ReportCell.Count(m.GetValueOrDefault(what)))];
        if (all.Length > MostMissing) yield return [new ReportCell(programme.Title), new ReportCell(names.Say($"另有 {all.Length - MostMissing} 项", $"{all.Length - MostMissing} more")), .. byVariant.Select(_ => ReportCell.Nothing)];
    }
}
