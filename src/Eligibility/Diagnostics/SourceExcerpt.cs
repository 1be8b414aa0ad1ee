using System.Text;
using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>A source line and the carets under a place in it, aligned by display columns and cut to a readable width.</summary>
internal readonly record struct SourceExcerpt(string Line, string Carets)
{
    private const int MaxColumns = 160;
    private const int ColumnsBefore = 40;
    private const int TabStop = 4;

    // Of a line of megabytes only what can come into the window is looked at.
    private const int CharactersBefore = 200;
    private const int CharactersBehind = 400;

    /// <summary>The excerpt of the first line of a place; null when that line is blank and shows nothing.</summary>
    public static SourceExcerpt? Of(Location location)
    {
        var content = location.Source.Content;
        var line = location.Source.LineSpan(location.Line);
        if (content.AsSpan(line.Start, line.Length).IsWhiteSpace()) return null;
        var start = Math.Min(location.Span.Start, line.End);
        var end = Math.Clamp(location.Span.End, start, line.End);
        var from = Math.Max(line.Start, start - CharactersBefore);
        var to = Math.Min(line.End, start + CharactersBehind);
        if (from > line.Start && char.IsLowSurrogate(content[from])) from++;
        if (to < line.End && char.IsLowSurrogate(content[to])) to--;

        var cells = Layout(content.AsSpan(from, to - from), from, out var columns);
        var first = ColumnOf(cells, start, columns);
        var behind = Math.Max(ColumnOf(cells, end, columns), first + 1);
        var cutLeft = from > line.Start;
        if (!cutLeft && to == line.End && columns <= MaxColumns) return Compose(cells, 0, int.MaxValue, first, behind);

        // A line that is too long begins at its beginning if the place can be seen so, else a little before the place.
        var window = cutLeft || Math.Min(behind, first + ColumnsBefore) > MaxColumns - 2 ? Math.Max(first - ColumnsBefore, 0) : 0;
        return Compose(cells, window, window + MaxColumns - 2, first, behind, cutLeft || window > 0, to < line.End || columns > window + MaxColumns - 2);
    }

    private static SourceExcerpt Compose(List<Cell> cells, int from, int to, int first, int behind, bool cutLeft = false, bool cutRight = false)
    {
        var line = new StringBuilder(cutLeft ? "…" : "");
        var start = -1;
        foreach (var cell in cells)
        {
            if (cell.Column < from || cell.Column + cell.Width > to) continue;
            // A wide character may straddle the left edge: the line begins where the first whole character does.
            if (start < 0) start = cell.Column;
            line.Append(cell.Text);
        }
        if (cutRight) line.Append('…');
        var indent = Math.Max(first - Math.Max(start, 0), 0) + (cutLeft ? 1 : 0);
        var length = Math.Max(Math.Min(behind, to) - first, 1);
        return new SourceExcerpt(line.ToString(), new string(' ', indent) + new string('^', length));
    }

    private static List<Cell> Layout(ReadOnlySpan<char> text, int offset, out int columns)
    {
        var cells = new List<Cell>(text.Length);
        columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var hidden = rune.IsBmp && HiddenCharacters.Contains((char)rune.Value);
            var (shown, width) = rune.Value == '\t' ? (new string(' ', TabStop - (columns % TabStop)), TabStop - (columns % TabStop))
                : hidden ? ("\uFFFD", 1) : (rune.ToString(), DisplayWidth.Of(rune));
            cells.Add(new Cell(offset, columns, width, shown));
            columns += width;
            offset += rune.Utf16SequenceLength;
        }
        return cells;
    }

    private static int ColumnOf(List<Cell> cells, int offset, int columns)
    {
        foreach (var cell in cells)
        {
            if (cell.Offset >= offset) return cell.Column;
        }
        return columns;
    }

    private readonly record struct Cell(int Offset, int Column, int Width, string Text);
}
