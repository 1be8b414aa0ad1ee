using System.Numerics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Report.Charts;
using Eligibility.Values;

namespace Eligibility.Simulation.Report;

/// <summary>Cost and change by what tells households apart, and persons by age.</summary>
internal static class SplitSections
{
    public static IEnumerable<ReportSection> Of(ReportNames names)
    {
        var parts = new List<ReportPart>();
        var (told, silent) = (names.Result.Splits.Where(s => s.TellsApart).ToArray(), names.Result.Splits.Where(s => !s.TellsApart).ToArray());
        if (names.IsComparing) parts.Add(new ReportNote(names.Say("差额包括只知道一部分金额的家庭；“多”“少”只算确知的家庭。", "Differences include households of whose amount only a part is known; better and worse off are only those of whom it is certain.")));
        foreach (var split in told)
        {
            if (names.IsComparing && split.Groups.Count > 1) parts.Add(new ReportChart(Chart(split, names)));
            parts.Add(Table(split, names));
            if (split.Name == Split.Means.Name)
                parts.Add(new ReportNote(names.Say("按现行规则核定的收入由低到高分成十组，各组户数尽量相等；每 10 元一档，同一档的家庭不拆开，一档户数多的占几组。", "Ten groups by the income found under the rules as they are, lowest first, as equal as may be; incomes are taken in spans of ten yuan, no span is torn apart, and one in which many stand makes several groups.")));
        }
        if (Ages(names) is { Rows.Count: > 0 } ages) parts.Add(ages);
        if (silent.Length > 0) parts.Add(new ReportNote(names.Say("名册没有说明，未分组：", "Not told by the caseload, and so not split by: ") + string.Join(names.Say("、", ", "), silent.Select(s => s.Label)) + names.Say("。", ".")));
        if (names.Result.TooManyGroups.ToArray() is { Length: > 0 } many)
            parts.Add(new ReportNote(names.Say($"超过 {Split.MostGroups} 组，未分组：", $"More than {Split.MostGroups} groups, and so not split by: ") + string.Join(names.Say("、", ", "), many) + names.Say("。", ".")));
        if (parts.Any(p => p is ReportTable)) yield return new ReportSection(names.Say("哪些家庭", "Which households"), parts);
    }

    private static ReportTable Table(SplitView split, ReportNames names)
    {
        var reforms = names.Result.Reforms.ToArray();
        var (last, one) = (reforms.Length - 1, reforms.Length == 1);
        string Of(VariantView v, string what) => one ? what : $"{names.Short(v)}{names.Say("", " ")}{what}";
        string[] columns =
        [
            split.Label, names.Say("户", "households"), .. last > 0 ? [] : new[] { names.Say("人", "persons") }, names.Say("现行（元）", "now (yuan)"),
            .. names.IsComparing ? [] : new[] { names.Say("平均每户（元）", "per household (yuan)") },
            .. reforms.SelectMany(v => new[] { Of(v, names.Say("差额（元）", "difference (yuan)")), Of(v, names.Say("平均每户（元）", "per household (yuan)")) }),
            .. one ? [names.Say("多（户）", "better off"), names.Say("少（户）", "worse off")] : Array.Empty<string>(),
        ];
        return new ReportTable(names.Say($"按{split.Label}", $"By {split.Label}"), names.Say($"按{split.Label}", $"by {split.Label}"), columns,
            [.. split.Groups.Select(g => (IReadOnlyList<ReportCell>)
            [
                new ReportCell(g.Label), ReportCell.Count(g.Households), .. last > 0 ? [] : new[] { ReportCell.Count(g.Persons) }, ReportCell.Money(g.Variants[0].Paid),
                .. names.IsComparing ? [] : new[] { ReportCell.Mean(g.Variants[0].Paid, g.Households) },
                .. g.Variants.Skip(1).SelectMany(v => new[] { ReportCell.Difference(v.Paid - g.Variants[0].Paid), ReportCell.MeanDifference(v.Paid - g.Variants[0].Paid, g.Households) }),
                .. one ? [ReportCell.Count(g.Variants[1].Better), ReportCell.Count(g.Variants[1].Worse)] : Array.Empty<ReportCell>(),
            ])]) { Widths = last < 0 ? [] : [25, .. Enumerable.Repeat(75 / (columns.Length - 1), columns.Length - 1)] };
    }

    private static BarChart Chart(SplitView split, ReportNames names)
    {
        var series = names.Result.Reforms.Select((v, i) => new BarSeries(names.Short(v), [.. split.Groups.Select(g => MeanFen(g.Variants[i + 1].Paid - g.Variants[0].Paid, g.Households))])).ToArray();
        return new BarChart($"split-{split.Name.Replace('.', '-')}", names.Say($"按{split.Label}：平均每户每月增减", $"By {split.Label}: mean change of a household a month"),
            names.Say("数字见下表。", "The figures stand in the table below."), [.. split.Groups.Select(g => g.Label)], series, ChartUnit.Fen(names.Language), 2);
    }

    /// <summary>The mean in fen, rounded half up as the table has it.</summary>
    private static Int128 MeanFen(Int128 weightedFen, Int128 households) => (Int128)Number.FromFraction((BigInteger)weightedFen, (BigInteger)households).Round(RoundingMode.HalfUp, 0).Numerator;

    /// <summary>Persons by age: how many there are, and how many of them are covered by any programme.</summary>
    private static ReportTable Ages(ReportNames names)
    {
        Int128 Of(string whom, int band) => names.Result.Tally[$"{whom}/age/{band:D2}"];
        string LabelOf(int band) => band == AgeCounter.UnknownBand ? names.Say("不明", "not known")
            : band == AgeCounter.OldestBand ? names.Say($"{band * 10}岁及以上", $"{band * 10} and older")
            : names.Say($"{band * 10}—{(band * 10) + 9}岁", $"{band * 10} to {(band * 10) + 9}");
        return new ReportTable(names.Say("按年龄：享受任一项目的人数", "By age: persons covered by any programme"), names.Say("按年龄", "by age"),
            [names.Say("年龄", "age"), names.Say("人", "persons"), names.Say("现行享受", "covered now"), names.Say("占比", "share"), .. names.Result.Reforms.SelectMany(v => new[] { names.Say($"{names.Short(v)}享受", $"covered {names.Short(v)}"), names.Say("增减", "change") })],
            [.. Enumerable.Range(0, AgeCounter.UnknownBand + 1).Where(b => Of("all", b) != 0).Select(b => (IReadOnlyList<ReportCell>)
            [
                new ReportCell(LabelOf(b)), ReportCell.Count(Of("all", b)), ReportCell.Count(Of("v0", b)), ReportCell.Percent(Of("v0", b), Of("all", b)),
                .. names.Result.Reforms.SelectMany(v => new[] { ReportCell.Count(Of($"v{v.Index}", b)), ReportCell.CountDifference(Of($"v{v.Index}", b) - Of("v0", b)) }),
            ])]);
    }
}
