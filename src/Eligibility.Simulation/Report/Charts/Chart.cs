using System.Globalization;
using Eligibility.Explanation;
using Eligibility.Text;

namespace Eligibility.Simulation.Report.Charts;

/// <summary>A chart as SVG inside a page, 180 mm wide. Series differ by pattern, so that a grey printer loses nothing. What it shows stands in a table beside it too.</summary>
/// <param name="Key">Its name, once in a page: letters, digits and hyphens.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What is to be seen, for who cannot see it.</param>
internal abstract record Chart(string Key, string Title, string Description)
{
    /// <summary>Tenths of a millimetre.</summary>
    protected const int Width = 1800;

    protected const int Letter = 34;

    private const int Swatch = 40;

    private static readonly string[] Fills =
    [
        """<rect width="16" height="16" fill="#c9ced6"/>""",
        """<rect width="16" height="16" fill="#fff"/><path d="M0 16 16 0M-4 4 4 -4M12 20 20 12" stroke="#1d4e7a" stroke-width="5"/>""",
        """<rect width="16" height="16" fill="#5b6675"/>""",
        """<rect width="16" height="16" fill="#fff"/><circle cx="8" cy="8" r="4" fill="#1d4e7a"/>""",
        """<rect width="16" height="16" fill="#fff"/><path d="M0 8H16M8 0V16" stroke="#333" stroke-width="3"/>""",
    ];

    public abstract void Write(HtmlWriter html);

    /// <summary>Writes the frame around what is drawn, and the patterns.</summary>
    protected void Around(HtmlWriter html, int height, int series, Action draw) => html.Around("figure", () =>
    {
        html.Element("figcaption", Title);
        html.Around(Tag($"svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{Key}-t {Key}-d\""), () =>
        {
            html.Element($"title id=\"{Key}-t\"", Title);
            html.Element($"desc id=\"{Key}-d\"", Description);
            html.Markup("<defs>" + string.Concat(Enumerable.Range(0, series).Select(i => Tag($"<pattern id=\"{PatternOf(i)}\" width=\"16\" height=\"16\" patternUnits=\"userSpaceOnUse\">{Fills[i % Fills.Length]}</pattern>"))) + "</defs>");
            draw();
        });
    });

    /// <summary>Writes the swatches with what they stand for.</summary>
    protected void Legend(HtmlWriter html, IReadOnlyList<string> names)
    {
        if (names.Count < 2) return;
        foreach (var ((x, y), i) in PlacesOf(names).Select((p, i) => (p, i)))
        {
            Bar(html, x + 1, y + 3, Swatch - 2, 34, i);
            Text(html, x + Swatch + 16, y + 32, Fitting(names[i], Width - Swatch - 40));
        }
    }

    /// <summary>How high the legend is; one series needs none.</summary>
    protected static int LegendHeight(IReadOnlyList<string> names) => names.Count < 2 ? 10 : PlacesOf(names)[^1].Y + 64;

    /// <summary>Where each swatch stands: side by side while there is room.</summary>
    private static IReadOnlyList<(int X, int Y)> PlacesOf(IReadOnlyList<string> names)
    {
        var places = new List<(int X, int Y)>();
        var (x, y) = (0, 0);
        foreach (var name in names)
        {
            var width = Swatch + 16 + WidthOf(name) + 50;
            if (x > 0 && x + width > Width) (x, y) = (0, y + 48);
            places.Add((x, y));
            x += width;
        }
        return places;
    }

    protected void Bar(HtmlWriter html, int x, int y, int width, int height, int series) =>
        html.Markup(Tag($"<rect x=\"{x}\" y=\"{y}\" width=\"{Math.Max(0, width)}\" height=\"{Math.Max(0, height)}\" fill=\"url(#{PatternOf(series)})\" stroke=\"#222\" stroke-width=\"2\"/>"));

    protected static void Line(HtmlWriter html, int x1, int y1, int x2, int y2, bool isAxis) =>
        html.Markup(Tag($"<path d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"{(isAxis ? "#222" : "#ddd")}\" stroke-width=\"{(isAxis ? 3 : 2)}\"/>"));

    protected static void Text(HtmlWriter html, int x, int y, string text, string anchor = "start") =>
        html.Element(Tag($"text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{Letter}\""), text);

    /// <summary>About how wide a text is: a Chinese character as wide as it is high, others a little more than half.</summary>
    protected static int WidthOf(string text) => DisplayWidth.Of(text) * Letter * 11 / 20;

    /// <summary>The text, cut where it is too wide.</summary>
    protected static string Fitting(string text, int width)
    {
        if (WidthOf(text) <= width) return text;
        while (text.Length > 0 && WidthOf(text) > width - Letter) text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
        return text + "…";
    }

    /// <summary>The text in three lines at most, about as long as each other.</summary>
    protected static IReadOnlyList<string> Lines(string text, int width)
    {
        var wanted = (WidthOf(text) + width - 1) / width;
        var lines = new List<string>();
        while (lines.Count < 2 && WidthOf(text) > width)
        {
            var first = text;
            var room = Math.Min(width, (WidthOf(text) / Math.Max(2, wanted - lines.Count)) + (2 * Letter));
            while (first.Length > 1 && WidthOf(first) > room) first = first[..^(char.IsLowSurrogate(first[^1]) ? 2 : 1)];
            // Words are not torn where there are any.
            if (first.LastIndexOf(' ') is > 0 and var space && text[first.Length] != ' ') first = first[..space];
            lines.Add(first.TrimEnd());
            text = text[first.Length..].TrimStart();
        }
        return [.. lines, Fitting(text, width)];
    }

    protected static string Tag(FormattableString markup) => markup.ToString(CultureInfo.InvariantCulture);

    private string PatternOf(int series) => $"{Key}-p{series}";
}
