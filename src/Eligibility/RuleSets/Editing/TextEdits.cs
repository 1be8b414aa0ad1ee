using System.Text;
using Eligibility.Text;

namespace Eligibility.RuleSets.Editing;

/// <summary>Replacements in a text that do not overlap; applied together, so that no offset moves before it is used.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(TextSpan Span, string Replacement)> _edits = [];

    public bool IsEmpty => _edits.Count == 0;

    /// <summary>The end of lines that the text uses.</summary>
    public string LineEnd { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public void Replace(TextSpan span, string replacement) => _edits.Add((span, replacement));

    /// <summary>Adds lines behind the one in which an offset lies.</summary>
    public void InsertLinesAfter(int offset, IEnumerable<string> lines)
    {
        var end = text.IndexOf('\n', offset);
        var added = string.Concat(lines.Select(l => l + LineEnd));
        if (end >= 0) Replace(new TextSpan(end + 1, 0), added);
        else Replace(new TextSpan(text.Length, 0), LineEnd + added[..^LineEnd.Length]);
    }

    /// <summary>The bytes with everything replaced; a byte order mark stays.</summary>
    public byte[] Apply(byte[] bytes)
    {
        var result = new StringBuilder(text);
        // From the end to the start; of insertions at one place the last comes first, so that they stand in the order in which they were asked for.
        foreach (var (span, replacement) in _edits.Select((e, i) => (e, i)).OrderByDescending(x => x.e.Span.Start).ThenByDescending(x => x.i).Select(x => x.e))
            result.Remove(span.Start, span.Length).Insert(span.Start, replacement);
        var utf8 = Encoding.UTF8.GetBytes(result.ToString());
        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? [.. Encoding.UTF8.Preamble, .. utf8] : utf8;
    }
}
