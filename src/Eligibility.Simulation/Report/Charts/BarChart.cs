using Eligibility.Explanation;

namespace Eligibility.Simulation.Report.Charts;

/// <summary>Values under one name, one for each category.</summary>
internal sealed record BarSeries(string Name, IReadOnlyList<Int128> Values);

/// <summary>Lying bars, in groups: a row for each category, in it a bar for each series, the figure at its end.</summary>
/// <param name="Key">Its name, once in a page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What is to be seen, for who cannot see it.</param>
/// <param name="Categories">What the rows are.</param>
/// <param name="Series">What the bars are.</param>
/// <param name="Unit">What the axis counts in.</param>
/// <param name="Decimals">Decimals of the figures at the bars.</param>
internal sealed record BarChart(string Key, string Title, string Description, IReadOnlyList<string> Categories, IReadOnlyList<BarSeries> Series, ChartUnit Unit, int Decimals) : Chart(Key, Title, Description)
{
    private const int LabelWidth = 520;
    private const int FigureWidth = 230;
    private const int BarHeight = 44;
    private const int Gap = 26;
    private const int LineHeight = 40;

    public override void Write(HtmlWriter html)
    {
        var all = Series.SelectMany(s => s.Values).DefaultIfEmpty(Int128.Zero).ToArray();
        var scale = ChartScale.Of(all.Min(), all.Max(), Unit.One / 100);
        var labels = Categories.Select(c => Lines(c, LabelWidth)).ToArray();
        var row = Math.Max((BarHeight * Series.Count) + Gap, (labels.Select(l => l.Count).DefaultIfEmpty(1).Max() * LineHeight) + 12);
        string[] names = [.. Series.Select(s => s.Name)];
        var legend = LegendHeight(names);
        var bottom = legend + (row * Categories.Count) + 10;
        Around(html, bottom + 120, Series.Count, () =>
        {
            Legend(html, names);
            var (left, right) = (LabelWidth + 20 + (scale.Low < 0 ? FigureWidth : 0), Width - FigureWidth);
            foreach (var mark in scale.Marks)
            {
                var x = scale.Place(mark, left, right);
                Line(html, x, legend, x, bottom, mark == 0);
                Text(html, x, bottom + 42, Unit.Text(mark, Unit.DecimalsOf(scale.Step)), "middle");
            }
            Text(html, right, bottom + 92, Unit.Name, "end");
            for (var c = 0; c < Categories.Count; c++) Row(html, c, labels[c], scale, legend + (c * row), row, left, right);
        });
    }

    private void Row(HtmlWriter html, int category, IReadOnlyList<string> label, ChartScale scale, int top, int height, int left, int right)
    {
        for (var i = 0; i < label.Count; i++) Text(html, LabelWidth, top + (height / 2) + 12 + (i * LineHeight) - ((label.Count - 1) * LineHeight / 2), label[i], "end");
        var first = top + ((height - (BarHeight * Series.Count)) / 2);
        for (var s = 0; s < Series.Count; s++)
        {
            var value = Series[s].Values[category];
            var (zero, end, y) = (scale.Place(0, left, right), scale.Place(value, left, right), first + (s * BarHeight));
            Bar(html, Math.Min(zero, end), y + 4, Math.Abs(end - zero), BarHeight - 8, s);
            Text(html, value < 0 ? end - 12 : end + 12, y + 34, Unit.Text(value, Decimals), value < 0 ? "end" : "start");
        }
    }
}
