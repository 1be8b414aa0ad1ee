namespace Eligibility.Text;

/// <summary>
/// A formula or template cut out of a file, which still knows where each of its characters stands in that file: a quoted
/// scalar doubles its quotes and a block scalar drops its indentation, so offsets do not simply add.
/// </summary>
public sealed class SourceFragment
{
    private readonly int[]? _offsets;
    private readonly int _start;

    /// <summary>A fragment whose characters stand one after the other in <paramref name="source"/> from <paramref name="start"/>.</summary>
    public SourceFragment(SourceText source, string text, int start)
    {
        Source = source;
        Text = text;
        _start = start;
    }

    /// <summary>A fragment with the offset of each character, and of the end, in <paramref name="source"/>.</summary>
    public SourceFragment(SourceText source, string text, int[] offsets)
    {
        if (offsets.Length != text.Length + 1) throw new ArgumentException("one offset per character and one for the end", nameof(offsets));
        Source = source;
        Text = text;
        _offsets = offsets;
    }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The text as the language sees it.</summary>
    public string Text { get; }

    /// <summary>A fragment that is a text of its own, such as an expression typed at the command line.</summary>
    public static SourceFragment Whole(string name, string text) => new(new SourceText(name, text), text, 0);

    /// <summary>A part of this fragment that keeps its places.</summary>
    public SourceFragment Slice(TextSpan span) => _offsets is null
        ? new SourceFragment(Source, Text.Substring(span.Start, span.Length), _start + span.Start)
        : new SourceFragment(Source, Text.Substring(span.Start, span.Length), _offsets[span.Start..(span.End + 1)]);

    /// <summary>The place in the file of a span of <see cref="Text"/>.</summary>
    public Location At(TextSpan span)
    {
        if (_offsets is null) return Source.At(new TextSpan(_start + span.Start, span.Length));
        var start = _offsets[Math.Min(span.Start, Text.Length)];
        if (span.Length == 0) return Source.At(new TextSpan(start, 0));
        // An escape is underlined whole, but an underline never runs into the indentation of the next line.
        var last = _offsets[Math.Min(span.End, Text.Length) - 1];
        var end = _offsets[Math.Min(span.End, Text.Length)];
        if (end <= last || Source.Content.AsSpan(last, end - last).ContainsAny('\n', '\r')) end = last + 1;
        return Source.At(TextSpan.FromBounds(start, end));
    }
}
