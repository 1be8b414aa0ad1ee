using System.Buffers;
using System.Globalization;
using System.Text;
using Eligibility.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Eligibility.Text;

/// <summary>Texts, and the place of each of their characters.</summary>
internal sealed partial class YamlReader
{
    /// <summary>What may make a text harmful; a tab does only before the first word of a line.</summary>
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(HiddenCharacters.All.Where(c => c is not ('\n' or '\r')).ToArray());

    /// <summary>The text with what would only cause further errors taken out, each of it reported: invisible characters, tabs before the first word of a line.</summary>
    private static string Harmless(SourceText source, DiagnosticBag bag)
    {
        var content = source.Content;
        if (!content.AsSpan().ContainsAny(Suspicious)) return content;
        StringBuilder? copy = null;
        var isIndentation = true;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\t' && isIndentation)
            {
                // A line of nothing but white space has no indentation.
                var word = content.AsSpan(i).IndexOfAnyExcept(' ', '\t');
                if (word >= 0 && content[i + word] is not ('\n' or '\r')) bag.YamlTab(source.At(new TextSpan(i, 1)));
                (copy ??= new StringBuilder(content))[i] = ' ';
            }
            else if (IsHidden(c))
            {
                if (i == 0 || !IsHidden(content[i - 1])) bag.YamlHiddenCharacter(source.At(new TextSpan(i, 1)), c);
                (copy ??= new StringBuilder(content))[i] = '\uFFFD';
            }
            isIndentation = c is '\n' or '\r' || (isIndentation && (c is ' ' or '\t'));
        }
        return copy?.ToString() ?? content;
    }

    private static bool IsHidden(char c) => c != '\t' && Suspicious.Contains(c);

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlStyle.Literal,
            ScalarStyle.Folded => YamlStyle.Folded,
            _ => YamlStyle.Plain,
        };
        var start = IndexOf(scalar.Start);
        var end = Math.Max(start, IndexOf(scalar.End));
        var isBlock = style is YamlStyle.Literal or YamlStyle.Folded;
        // A block ends at the beginning of the next line with something on it; what is shown ends with its last word.
        var shown = isBlock ? start + _text.AsSpan(start, end - start).TrimEnd().Length : end;
        var location = At(start, shown - start);
        if (style == YamlStyle.Folded) _bag.YamlFolded(At(start, 1));
        else if (!isBlock && _text.AsSpan(start, end - start).ContainsAny('\n', '\r')) _bag.YamlSeveralLines(location);
        var fragment = style == YamlStyle.Plain && end - start == scalar.Value.Length
            ? new SourceFragment(_source, scalar.Value, start)
            : new SourceFragment(_source, scalar.Value, OffsetsOf(scalar.Value, style, start, end));
        if (style == YamlStyle.DoubleQuoted) CheckEscapes(fragment);
        return new YamlScalar(scalar.Value, fragment, location)
        {
            Style = style,
            IsMissing = style == YamlStyle.Plain && scalar.Value.Length == 0,
            HasTrailingComment = style == YamlStyle.Plain && scalar.Value.Length > 0 && CommentFollows(end),
        };
    }

    /// <summary>A value that is not there belongs behind its key and the colon, wherever the package noticed it.</summary>
    private YamlScalar PlaceBehind(YamlScalar key, YamlScalar missing)
    {
        var place = key.Location.Span.End;
        if (place < _text.Length && _text[place] == ':') place++;
        return missing with { Location = At(place, 0), Fragment = new SourceFragment(_source, "", place) };
    }

    private bool CommentFollows(int end)
    {
        var rest = _text.AsSpan(end);
        var word = rest.IndexOfAnyExcept(' ', '\t');
        return word > 0 && rest[word] == '#';
    }

    /// <summary>Escapes can bring in what the text itself may not hold.</summary>
    private void CheckEscapes(SourceFragment fragment)
    {
        for (var i = 0; i < fragment.Text.Length; i++)
        {
            if (IsHidden(fragment.Text[i])) _bag.YamlHiddenCharacter(fragment.At(new TextSpan(i, 1)), fragment.Text[i]);
        }
    }

    private int[] OffsetsOf(string value, YamlStyle style, int start, int end)
    {
        var offsets = new int[value.Length + 1];
        var known = style switch
        {
            YamlStyle.Literal => TryLines(value, offsets, start, end),
            YamlStyle.SingleQuoted => TryQuoted(value, offsets, start, end, '\''),
            YamlStyle.DoubleQuoted => TryQuoted(value, offsets, start, end, '"'),
            _ => false,
        };
        // What is refused anyway (folded, over several lines, with an anchor) only needs places somewhere inside it.
        for (var i = 0; !known && i < offsets.Length; i++) offsets[i] = Math.Min(start + i, end);
        return offsets;
    }

    /// <summary>A literal block: each line of the value is the tail of a line of the file, from the one behind the <c>|</c> on.</summary>
    private bool TryLines(string value, int[] offsets, int start, int end)
    {
        var line = BehindBreak(LineEnd(start));
        for (var at = 0; ;)
        {
            var length = value.AsSpan(at).IndexOf('\n') is var next && next >= 0 ? next : value.Length - at;
            var lineEnd = LineEnd(line);
            var first = lineEnd - length;
            if (first < line || lineEnd > Math.Max(end, start) || !_text.AsSpan(first, length).SequenceEqual(value.AsSpan(at, length))) return false;
            for (var i = 0; i <= length; i++) offsets[at + i] = first + i;
            at += length + 1;
            if (at > value.Length) return true;
            line = BehindBreak(lineEnd);
            // Behind the last line break nothing is left to align.
            if (at == value.Length)
            {
                offsets[at] = line;
                return true;
            }
        }
    }

    private bool TryQuoted(string value, int[] offsets, int start, int end, char quote)
    {
        if (end - start < 2 || _text[start] != quote || _text[end - 1] != quote) return false;
        var at = start + 1;
        for (var i = 0; i < value.Length;)
        {
            if (at >= end - 1) return false;
            var (length, units) = quote == '"' && _text[at] == '\\' ? EscapeAt(at) : quote == '\'' && _text[at] == quote ? (2, 1) : (1, 1);
            for (; units > 0 && i < value.Length; units--) offsets[i++] = at;
            at += length;
        }
        offsets[value.Length] = at;
        return at == end - 1;
    }

    /// <summary>How long the escape at an offset is, and how many UTF-16 units it stands for.</summary>
    private (int Length, int Units) EscapeAt(int at) => _text[at + 1] switch
    {
        'x' => (4, 1),
        'u' => (6, 1),
        'U' => (10, int.TryParse(_text.AsSpan(at + 2, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code > 0xFFFF ? 2 : 1),
        _ => (2, 1),
    };

    private int LineEnd(int from)
    {
        var length = _text.AsSpan(from).IndexOfAny('\n', '\r');
        return length < 0 ? _text.Length : from + length;
    }

    private int BehindBreak(int lineEnd) => lineEnd + 1 < _text.Length && _text[lineEnd] == '\r' && _text[lineEnd + 1] == '\n'
        ? lineEnd + 2
        : Math.Min(lineEnd + 1, _text.Length);
}
