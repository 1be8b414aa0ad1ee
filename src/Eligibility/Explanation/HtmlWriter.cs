using System.Text;
using Eligibility.Text;

namespace Eligibility.Explanation;

/// <summary>Writes HTML. Whatever is said is escaped: only tags and attributes, which are ours, go in as they are.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes an element around what <paramref name="inside"/> writes; <paramref name="tag"/> may carry attributes.</summary>
    public void Around(string tag, Action inside)
    {
        _text.Append('<').Append(tag).Append(">\n");
        inside();
        _text.Append("</").Append(NameOf(tag)).Append(">\n");
    }

    /// <summary>Writes an element that holds a text.</summary>
    public void Element(string tag, string text) => _text.Append('<').Append(tag).Append('>').Append(Escape(text)).Append("</").Append(NameOf(tag)).Append(">\n");

    /// <summary>Writes markup of ours.</summary>
    public void Markup(string markup) => _text.Append(markup).Append('\n');

    /// <summary>Writes a list of texts; nothing when there is none.</summary>
    public void List(IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        Around("ul", () =>
        {
            foreach (var i in items) Element("li", i);
        });
    }

    /// <summary>Writes a table; nothing when it has no row. The first cell of a row is its heading.</summary>
    public void Table<T>(string caption, IReadOnlyList<string> columns, IReadOnlyList<T> rows, Func<T, IReadOnlyList<string>> cells, IReadOnlyList<string>? foot = null, string kind = "")
    {
        if (rows.Count == 0) return;
        Around(kind.Length == 0 ? "table" : $"table class=\"{kind}\"", () =>
        {
            Element("caption", caption);
            Around("thead", () => Row(columns, _ => "th scope=\"col\""));
            Around("tbody", () =>
            {
                foreach (var row in rows) Row(cells(row), i => i == 0 ? "th scope=\"row\"" : "td");
            });
            if (foot is not null) Around("tfoot", () => Row(foot, i => i == 0 ? "th scope=\"row\"" : $"td colspan=\"{columns.Count - 1}\""));
        });
    }

    public override string ToString() => _text.ToString();

    private void Row(IReadOnlyList<string> cells, Func<int, string> tag) => Around("tr", () =>
    {
        for (var i = 0; i < cells.Count; i++) Element(tag(i), cells[i]);
    });

    private static string NameOf(string tag) => tag.Split(' ')[0];

    private static string Escape(string text) => HiddenCharacters.Replace(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
}
