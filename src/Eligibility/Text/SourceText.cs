namespace Eligibility.Text;

/// <summary>A text with the name it is reported under. Lines end in LF, CR or CRLF; line and column count from one.</summary>
public sealed class SourceText
{
    private readonly Lazy<int[]> _lineStarts;

    /// <summary>Wraps <paramref name="content"/>; <paramref name="name"/> is a file name relative to what the reader opened, or a made-up one such as "expression".</summary>
    public SourceText(string name, string content)
    {
        Name = name;
        Content = content;
        _lineStarts = new Lazy<int[]>(() => FindLineStarts(content));
    }

    /// <summary>The name that diagnostics print, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>Line and column (both from one) of an offset.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var starts = _lineStarts.Value;
        var line = Array.BinarySearch(starts, offset);
        if (line < 0) line = ~line - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    /// <summary>The text of a line (from one), without its line end.</summary>
    public string LineText(int line)
    {
        var span = LineSpan(line);
        return Content.Substring(span.Start, span.Length);
    }

    /// <summary>Where a line (from one) stands, without its line end.</summary>
    public TextSpan LineSpan(int line)
    {
        var starts = _lineStarts.Value;
        var start = starts[line - 1];
        var end = line < starts.Length ? starts[line] : Content.Length;
        while (end > start && Content[end - 1] is '\r' or '\n') end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The place of a span in this text.</summary>
    public Location At(TextSpan span) => new(this, span);

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}
