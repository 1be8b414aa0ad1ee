using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Simulation.Report.Charts;

namespace Eligibility.Simulation.Report;

/// <summary>Who gets more and less by one reform, and how much.</summary>
internal static class ChangeSection
{
    /// <summary>So many columns of the histogram at most.</summary>
    private const int MostSpans = 18;

    private static readonly int[] Percents = [10, 25, 50, 75, 90];

    public static ReportSection Of(VariantView v, ReportNames names)
    {
        var title = names.Say("谁受影响", "Who is affected") + (names.Result.Variants.Count == 2 ? "" : names.Say($"：{names.Long(v)}", $": {names.Long(v)}"));
        var parts = new List<ReportPart>
        {
            new ReportNote(names.Say("合计只算调整涉及的、发放待遇的项目；同一户在几个项目的增减互抵。人数是前或后享受的人。", "Together: the programmes that the reform touches and that pay anything; what a household gains in one and loses in another is set off. Persons are those covered before or after.")),
            Programmes(v, names),
        };
        if (ChangeWords.Moving.All(c => v.Households(c) == 0)) parts.Add(new ReportNote(names.Say("没有确知待遇改变的家庭。", "No household is known to get another amount.")));
        else parts.Add(new ReportChart(Spread(v, names)));
        parts.Add(Amounts(v, names));
        return new ReportSection(title, parts);
    }

    private static ReportTable Programmes(VariantView v, ReportNames names)
    {
        IReadOnlyList<ReportCell> Row(string title, string programme) => [new ReportCell(title), .. ChangeWords.Order.Select(c => ReportCell.Count(v.Households(c, programme)))];
        return new ReportTable(
            names.Say("各项目有多少户变化（户）", "Households that change, by programme"), SheetName(v, names, names.Say("变化户数", "households")),
            [names.Say("项目", "programme"), .. ChangeWords.Order.Select(c => ChangeWords.Of(c, names.Result))],
            [.. names.Result.Programmes.Where(p => p.NoRules is null && v.Touches(p.Key)).Select(p => Row(p.Title, p.Key))])
        {
            Foot = Row(names.Say("合计", "together"), Comparison.Together),
            Widths = [30, .. Enumerable.Repeat(10, 7)],
        };
    }

    private static ReportTable Amounts(VariantView v, ReportNames names) => new(
        names.Say("合计每月增减的金额（元）", "Together: by how much the monthly amount changes (yuan)"), SheetName(v, names, names.Say("增减金额", "amounts")),
        ["", names.Say("户", "households"), names.Say("人", "persons"), names.Say("每月共", "a month together"), names.Say("平均每户", "mean"), .. Percents.Select(p => p == 50 ? names.Say("中位数", "median") : names.Say($"{p}%分位", $"{p}th percentile"))],
        [.. ChangeWords.Order.Select(c => Amounts(c, v, names))]) { Widths = [13, 9, 9, 14, 11, 11, 11, 11, 11] };

    private static IReadOnlyList<ReportCell> Amounts(Change change, VariantView v, ReportNames names)
    {
        var moves = ChangeWords.Moving.Contains(change);
        return
        [
            new ReportCell(ChangeWords.Of(change, names.Result)), ReportCell.Count(v.Households(change)), change == Change.Neither ? ReportCell.Nothing : ReportCell.Count(v.Persons(change)),
            moves ? ReportCell.Difference(v.Fen(change)) : ReportCell.Nothing, moves ? ReportCell.MeanDifference(v.Fen(change), v.Households(change)) : ReportCell.Nothing,
            .. Percents.Select(p => ReportCell.FenDifference(names.Result.Tally.Percentile($"{v.ChangesIn()}/differences/{change}", p))),
        ];
    }

    private static Histogram Spread(VariantView v, ReportNames names)
    {
        IEnumerable<KeyValuePair<long, Int128>> Of(params Change[] changes) => changes.SelectMany(c => names.Result.Tally.Histograms.GetValueOrDefault($"{v.ChangesIn()}/differences/{c}") ?? []);
        var all = new Tally();
        all.Add("all", Of([.. ChangeWords.Moving]));
        // One in a hundred at either end is drawn in the outermost columns, so that a single family does not flatten the rest.
        Int128 low = all.Percentile("all", 1)!.Value, high = all.Percentile("all", 99)!.Value;
        // What is lost never stands in a column of what is gained.
        (low, high) = (all.Histograms["all"].Keys.First() < 0 ? Int128.Min(low, -1) : 0, all.Histograms["all"].Keys.Last() > 0 ? Int128.Max(high, 1) : 0);
        var span = ChartScale.StepOf(high - low, 100, MostSpans - 2);
        var first = ChartScale.Down(low, span);
        var count = Math.Max(1, (int)((ChartScale.Up(high, span) - first) / span));
        var cut = all.Histograms["all"].Keys.Any(f => f < first || f >= first + (span * count) || (f == first + (span * count) && f > high));
        BarSeries Series(string name, IEnumerable<KeyValuePair<long, Int128>> differences)
        {
            var spans = new Int128[count];
            foreach (var (fen, weight) in differences) spans[(int)Int128.Clamp((fen - first >= 0 ? fen - first : 0) / span, 0, count - 1)] += weight;
            return new BarSeries(name, spans);
        }
        var (unit, median) = (ChartUnit.Fen(names.Language), all.Percentile("all", 50)!.Value);
        return new Histogram($"spread{v.Index}", names.Say("每户每月增减多少", "By how much households gain and lose a month"),
            names.Say($"横轴是每月增减的元数，纵轴是户数；中位数 {Figures.FenDifference(median)} 元。", $"Yuan more or less in a month across, households up; the median is {Figures.FenDifference(median)} yuan."),
            first, span,
            [
                Series($"{ChangeWords.Of(Change.Gaining, names.Result)}{names.Say("、", ", ")}{ChangeWords.Of(Change.Losing, names.Result)}", Of(Change.Gaining, Change.Losing)),
                Series($"{ChangeWords.Of(Change.Entering, names.Result)}{names.Say("、", ", ")}{ChangeWords.Of(Change.Leaving, names.Result)}", Of(Change.Entering, Change.Leaving)),
            ],
            unit, names.Say("每月增减（元）", "change a month (yuan)") + (cut ? names.Say("；最外两格含更远的", "; the outermost columns hold what lies beyond") : ""), ChartUnit.Households(names.Language));
    }

    /// <summary>The name of a sheet of one reform.</summary>
    public static string SheetName(VariantView v, ReportNames names, string name) => names.Result.Variants.Count == 2 ? name : $"{names.Short(v)} {name}";
}
