using System.Globalization;
using System.Text;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>Strings and their escapes.</summary>
internal sealed partial class Lexer
{
    private void ReadString()
    {
        var start = _position;
        var opening = Peek();
        var spelling = opening == '"' ? Spelling.Feel : Spelling.FullWidth;
        var close = FindClose(start + 1, c => c == '"' || (opening != '"' && FeelCharacters.IsForeignQuote(c)));
        if (close < 0 && opening == '"')
        {
            // "text” was opened here and closed by a word processor.
            close = FindClose(start + 1, c => c == '”');
            if (close >= 0) spelling = Spelling.FullWidth;
        }
        var end = close < 0 ? LineEnd(start) : close;
        var value = Unescape(start + 1, end);
        _position = close < 0 ? end : close + 1;
        Add(TokenKind.String, start, value, spelling);
        if (close < 0) _bag.OpenString(_fragment.At(_tokens[^1].Span));
    }

    private int FindClose(int from, Func<char, bool> closes)
    {
        for (var i = from; i < _text.Length && !FeelCharacters.IsLineEnd(_text[i]); i++)
        {
            if (_text[i] == '\\') i++;
            else if (closes(_text[i])) return i;
        }
        return -1;
    }

    private int LineEnd(int from)
    {
        var end = from;
        while (end < _text.Length && !FeelCharacters.IsLineEnd(_text[end])) end++;
        while (end > from + 1 && FeelCharacters.IsSpace(_text[end - 1])) end--;
        return end;
    }

    private string Unescape(int from, int end)
    {
        if (_text.IndexOf('\\', from, end - from) < 0) return _text[from..end];
        var value = new StringBuilder();
        for (var i = from; i < end;)
        {
            if (_text[i] == '\\') i += ReadEscape(i, end, value);
            else value.Append(_text[i++]);
        }
        return value.ToString();
    }

    /// <summary>Appends what the escape at <paramref name="at"/> stands for and returns its length; a wrong one is reported and stands for nothing.</summary>
    private int ReadEscape(int at, int end, StringBuilder value)
    {
        var kind = at + 1 < end ? _text[at + 1] : '\0';
        switch (kind)
        {
            case 'n': value.Append('\n'); return 2;
            case 't': value.Append('\t'); return 2;
            case 'r': value.Append('\r'); return 2;
            case '"' or '\\' or '\'': value.Append(kind); return 2;
        }
        var length = 1 + (kind is 'u' ? 5 : kind is 'U' ? 7 : at + 1 < end && char.IsSurrogatePair(_text, at + 1) ? 2 : 1);
        if (kind is 'u' or 'U' && Hex(at + 2, length - 2, end) is { } code)
        {
            if (Rune.TryCreate(code, out var rune))
            {
                value.Append(rune.ToString());
                return length;
            }
            if (kind == 'u' && at + 12 <= end && _text[at + 6] == '\\' && _text[at + 7] == 'u' && Hex(at + 8, 4, end) is { } low
                && char.IsHighSurrogate((char)code) && char.IsLowSurrogate((char)low))
            {
                value.Append((char)code).Append((char)low);
                return 12;
            }
        }
        length = Math.Min(length, end - at);
        _bag.BadEscape(_fragment.At(new TextSpan(at, length)), _text.Substring(at, length));
        return length;
    }

    private int? Hex(int at, int digits, int end) => at + digits <= end
        && int.TryParse(_text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
