using Eligibility.Text;

namespace Eligibility.RuleSets.Editing;

/// <summary>A table drawn with bars, as it stands in a file. A row that stays keeps its line; one that changes is drawn in the widths of the header.</summary>
internal sealed class TableBlock
{
    private readonly IReadOnlyList<(SourceFragment Line, IReadOnlyList<SourceFragment> Cells)> _lines;

    public TableBlock(string id, string file, string item, string hit, SourceFragment rows)
    {
        _lines = TableReader.Split(rows);
        Cells = new TableCells(id, file, item, hit, Texts(_lines[0].Cells), [.. _lines.Skip(1).Select(l => Texts(l.Cells))]);
    }

    public TableCells Cells { get; }

    private static string[] Texts(IReadOnlyList<SourceFragment> cells) => [.. cells.Select(c => c.Text)];

    public void Change(TableCells wanted, TextEdits edits)
    {
        var source = _lines[0].Line.Source;
        var header = source.PositionOf(_lines[0].Line.At(new TextSpan(0, 1)).Span.Start);
        var indent = new string(' ', header.Column - 1);
        var widths = Cells.Header.Select((_, c) => Cells.Rows.Append(Cells.Header).Max(r => DisplayWidth.Of(r[c]))).ToArray();
        var used = new bool[Cells.Rows.Count];
        var drawn = wanted.Rows.Select(row =>
        {
            for (var i = 0; i < used.Length; i++)
            {
                if (used[i] || !Cells.Rows[i].SequenceEqual(row)) continue;
                used[i] = true;
                return _lines[i + 1].Line.Text.TrimEnd();
            }
            return $"| {string.Join(" | ", row.Select((c, i) => c + new string(' ', Math.Max(0, widths[i] - DisplayWidth.Of(c)))))} |";
        });
        var (first, last) = (LineOf(_lines.Count > 1 ? 1 : 0), LineOf(_lines.Count - 1));
        edits.Replace(TextSpan.FromBounds(source.LineSpan(first).Start, source.LineSpan(last).End), string.Join(edits.LineEnd, drawn.Select(l => indent + l)));
    }

    private int LineOf(int index) => _lines[index].Line.At(new TextSpan(0, 1)).Line;
}
