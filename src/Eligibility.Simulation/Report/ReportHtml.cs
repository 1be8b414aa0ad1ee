using System.Globalization;
using Eligibility.Explanation;
using Eligibility.Text;

namespace Eligibility.Simulation.Report;

/// <summary>A report as one page for the screen and for A4 paper: it needs no other file and no network, runs no script and prints well in grey.</summary>
internal static class ReportHtml
{
    /// <summary>A table with more columns than this gets smaller letters, and columns as wide as what stands in them.</summary>
    private const int MostColumns = 8;

    /// <summary>The page. Every name and sentence in it is escaped. Lines end in LF.</summary>
    public static string Write(ReportDocument report, Language language)
    {
        var html = new HtmlWriter();
        html.Markup("<!DOCTYPE html>");
        html.Around($"html lang=\"{(language == Language.Chinese ? "zh-CN" : "en")}\"", () =>
        {
            html.Around("head", () =>
            {
                html.Markup("<meta charset=\"utf-8\">");
                html.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
                html.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
                html.Element("title", $"{report.Title} {report.Question}");
                html.Markup($"<style>\n{HtmlStyle.Css}\n{ReportStyle.Css}\n</style>");
            });
            html.Around("body", () =>
            {
                html.Around("header", () =>
                {
                    html.Element("h1", report.Title);
                    html.Element("p class=\"question\"", report.Question);
                    foreach (var w in report.Warnings) html.Element("p class=\"warning\"", w);
                });
                html.Around("main", () =>
                {
                    foreach (var h in report.Headlines) Headline(h, html);
                    foreach (var s in report.Sections) Section(s, html);
                });
                html.Around("footer", () =>
                {
                    foreach (var line in report.Footer) html.Element("p", line);
                });
            });
        });
        return html.ToString();
    }

    private static void Headline(Headline headline, HtmlWriter html) => html.Around("section class=\"headline\"", () =>
    {
        html.Element("h2", headline.Title);
        html.Element("p", headline.Sentence);
        html.Around("div class=\"figures\"", () =>
        {
            foreach (var f in headline.Figures)
            {
                html.Around("div", () =>
                {
                    html.Element("p class=\"label\"", f.Label);
                    html.Element("p class=\"figure\"", f.Figure);
                    foreach (var note in f.Notes) html.Element("p class=\"note\"", note);
                });
            }
        });
    });

    private static void Section(ReportSection section, HtmlWriter html) => html.Around("section", () =>
    {
        html.Element("h2", section.Title);
        foreach (var part in section.Parts)
        {
            switch (part)
            {
                case ReportNote n: html.Element("p", n.Text); break;
                case ReportChart c: c.Chart.Write(html); break;
                case ReportTable t: Table(t, html); break;
            }
        }
    });

    private static void Table(ReportTable table, HtmlWriter html)
    {
        if (table.Rows.Count == 0) return;
        // A column of figures is one whose cells are figures, or have none.
        var figures = table.Columns.Select((_, i) => i > 0 && table.Rows.All(r => r[i].Kind != CellKind.Text || ReferenceEquals(r[i], ReportCell.Nothing))).ToArray();
        html.Around("div class=\"scroll\"", () => html.Around(table.Columns.Count > MostColumns ? "table class=\"wide\"" : "table", () =>
        {
            html.Element("caption", table.Title);
            if (table.Widths.Count > 0 && table.Columns.Count <= MostColumns) html.Markup("<colgroup>" + string.Concat(table.Widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"<col style=\"width: {w}%\">"))) + "</colgroup>");
            html.Around("thead", () => html.Around("tr", () =>
            {
                for (var i = 0; i < table.Columns.Count; i++) html.Element(figures[i] ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"", table.Columns[i]);
            }));
            html.Around("tbody", () =>
            {
                foreach (var row in table.Rows) Row(row, figures, html);
            });
            if (table.Foot is { } foot) html.Around("tfoot", () => Row(foot, figures, html));
        }));
    }

    private static void Row(IReadOnlyList<ReportCell> cells, bool[] figures, HtmlWriter html) => html.Around("tr", () =>
    {
        for (var i = 0; i < cells.Count; i++) html.Element(i == 0 ? "th scope=\"row\"" : figures[i] ? "td class=\"n\"" : "td", cells[i].Text);
    });
}
