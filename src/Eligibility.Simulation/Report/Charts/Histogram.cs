using Eligibility.Explanation;

namespace Eligibility.Simulation.Report.Charts;

/// <summary>How many households fall into each of a row of equal spans: standing columns, the series of a span on top of each other.</summary>
/// <param name="Key">Its name, once in a page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What is to be seen, for who cannot see it.</param>
/// <param name="First">Where the first span begins.</param>
/// <param name="Span">How wide each is.</param>
/// <param name="Series">The households in each span, millionths.</param>
/// <param name="Unit">What the spans are measured in.</param>
/// <param name="Across">What the spans say, beside their unit.</param>
/// <param name="Households">What the columns count in.</param>
internal sealed record Histogram(string Key, string Title, string Description, Int128 First, Int128 Span, IReadOnlyList<BarSeries> Series, ChartUnit Unit, string Across, ChartUnit Households) : Chart(Key, Title, Description)
{
    private const int Left = 190;
    private const int Plot = 480;

    public override void Write(HtmlWriter html)
    {
        var spans = Series.Count == 0 ? 0 : Series[0].Values.Count;
        var totals = Enumerable.Range(0, spans).Select(i => Series.Aggregate(Int128.Zero, (sum, s) => sum + s.Values[i])).ToArray();
        var scale = ChartScale.Of(0, totals.DefaultIfEmpty(Int128.Zero).Max(), Households.One, 5);
        string[] names = [.. Series.Select(s => s.Name)];
        var top = LegendHeight(names) + 56;
        var bottom = top + Plot;
        Around(html, bottom + 120, Series.Count, () =>
        {
            Legend(html, names);
            Text(html, 0, top - 22, Households.Name);
            foreach (var mark in scale.Marks)
            {
                var y = scale.Place(mark, bottom, top);
                Line(html, Left, y, Width, y, mark == 0);
                Text(html, Left - 16, y + 12, Households.Text(mark, 0), "end");
            }
            var width = (Width - Left) / Math.Max(1, spans);
            // Not every edge has room for its figure.
            var decimals = Unit.DecimalsOf(Span);
            var every = Enumerable.Range(1, Math.Max(1, spans)).First(n => Enumerable.Range(0, spans + 1).All(i => WidthOf(Edge(i, decimals)) + 30 < width * n) || n == Math.Max(1, spans));
            for (var i = 0; i <= spans; i++)
            {
                // The marks are counted from 0, so that it has its figure wherever it lies.
                var fromZero = (long)((First + (Span * i)) / Span);
                if (fromZero % every == 0) Text(html, Left + (i * width), bottom + 44, Edge(i, decimals), i == 0 ? "start" : i == spans ? "end" : "middle");
                Line(html, Left + (i * width), bottom, Left + (i * width), bottom + (fromZero % every == 0 ? 12 : 6), true);
            }
            Text(html, Width, bottom + 98, Across, "end");
            for (var i = 0; i < spans; i++)
            {
                var below = Int128.Zero;
                for (var s = 0; s < Series.Count; s++)
                {
                    if (Series[s].Values[i] == 0) continue;
                    var (from, to) = (scale.Place(below, bottom, top), scale.Place(below + Series[s].Values[i], bottom, top));
                    Bar(html, Left + (i * width) + 3, to, width - 6, from - to, s);
                    below += Series[s].Values[i];
                }
            }
        });
    }

    private string Edge(int i, int decimals) => Unit.Text(First + (Span * i), decimals);
}
