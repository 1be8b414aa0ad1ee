using System.Globalization;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>
/// Splits a formula into words and signs. It reports what is wrong inside one word (an open string, a bad escape); a wrong
/// spelling of a sign is marked on the token instead, because a sign may turn out to be part of a name.
/// </summary>
internal sealed partial class Lexer
{
    private static readonly Dictionary<string, string> ForeignOperators = new()
    {
        ["=="] = "=", ["==="] = "=", ["!=="] = "!=", ["&&"] = "and", ["||"] = "or", ["<>"] = "!=", ["=>"] = ">=", ["=<"] = "<=", ["..."] = "..",
        ["&"] = "and", ["|"] = "or", ["^"] = "**",
    };

    private readonly SourceFragment _fragment;
    private readonly string _text;
    private readonly DiagnosticBag _bag;
    private readonly List<Token> _tokens = [];
    private int _position;

    private Lexer(SourceFragment fragment, DiagnosticBag bag)
    {
        _fragment = fragment;
        _text = fragment.Text;
        _bag = bag;
    }

    /// <summary>All tokens in order; the last one is <see cref="TokenKind.End"/>, empty, just behind the last word or sign.</summary>
    public static Token[] Lex(SourceFragment fragment, DiagnosticBag bag)
    {
        var lexer = new Lexer(fragment, bag);
        while (lexer.SkipSpaceAndComments()) lexer.ReadToken();
        var end = lexer._tokens.Count == 0 ? 0 : lexer._tokens[^1].Span.End;
        lexer._tokens.Add(new Token(TokenKind.End, new TextSpan(end, 0), ""));
        return [.. lexer._tokens];
    }

    private char Peek(int ahead = 0) => _position + ahead is var at && at >= 0 && at < _text.Length ? _text[at] : '\0';

    private void Add(TokenKind kind, int start, string text, Spelling spelling = Spelling.Feel) =>
        _tokens.Add(new Token(kind, TextSpan.FromBounds(start, _position), text, spelling));

    private bool SkipSpaceAndComments()
    {
        while (_position < _text.Length)
        {
            if (FeelCharacters.IsSpace(_text[_position])) _position++;
            else if (Peek() == '/' && Peek(1) == '/')
            {
                while (_position < _text.Length && !FeelCharacters.IsLineEnd(_text[_position])) _position++;
            }
            else if (Peek() == '/' && Peek(1) == '*')
            {
                var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                if (end < 0) _bag.OpenComment(_fragment.At(new TextSpan(_position, 2)));
                _position = end < 0 ? _text.Length : end + 2;
            }
            else
            {
                return true;
            }
        }
        return false;
    }

    private void ReadToken()
    {
        var c = Peek();
        if (char.IsDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)) && Peek(-1) != '.')) ReadNumber();
        else if (c == '"' || FeelCharacters.IsForeignQuote(c)) ReadString();
        else if (Rune.TryGetRuneAt(_text, _position, out var rune) && FeelCharacters.IsNameStart(rune)) ReadWord();
        else ReadSign();
    }

    private void ReadWord()
    {
        var start = _position;
        SkipNameParts();
        var word = _text[start.._position];
        Add(Token.IsKeyword(word) ? TokenKind.Keyword : TokenKind.Name, start, word);
    }

    private void SkipNameParts()
    {
        while (_position < _text.Length && Rune.TryGetRuneAt(_text, _position, out var rune) && FeelCharacters.IsNamePart(rune))
            _position += rune.Utf16SequenceLength;
    }

    private void ReadNumber()
    {
        var start = _position;
        SkipDigits();
        if (Peek() == '.' && char.IsDigit(Peek(1)))
        {
            _position++;
            SkipDigits();
        }
        if (Peek() is 'e' or 'E' && (char.IsDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsDigit(Peek(2)))))
        {
            _position += 2;
            SkipDigits();
        }
        var numberEnd = _position;
        // What sticks to a number makes it no number (5元, 2024.08.31): taken as one word, it is one mistake.
        for (SkipNameParts(); Peek() == '.' && char.IsDigit(Peek(1)); SkipNameParts()) _position++;
        var written = _text[start.._position];
        if (_position > numberEnd)
        {
            Add(TokenKind.MalformedNumber, start, written);
            return;
        }
        var ascii = string.Concat(written.Select(d => char.IsDigit(d) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(d)) : d));
        Add(TokenKind.Number, start, ascii, ascii == written ? Spelling.Feel : Spelling.FullWidth);
    }

    private void SkipDigits()
    {
        while (char.IsDigit(Peek())) _position++;
    }

    private void ReadSign()
    {
        var start = _position;
        // The longest sign wins; what is written with full-width characters is looked up by its ASCII spelling.
        for (var length = Math.Min(3, _text.Length - start); length > 0; length--)
        {
            var written = _text.Substring(start, length);
            var ascii = string.Concat(written.Select(c => FeelCharacters.AsciiSpelling(c) ?? (char.IsAscii(c) ? c.ToString() : "\0")));
            var foreign = ForeignOperators.TryGetValue(ascii, out var feel);
            if (!foreign && !IsSign(ascii)) continue;
            _position += length;
            var text = feel ?? ascii;
            var spelling = foreign ? Spelling.Foreign : ascii == written ? Spelling.Feel : Spelling.FullWidth;
            var kind = text == "?" ? TokenKind.Name : Token.IsKeyword(text) ? TokenKind.Keyword : TokenKind.Sign;
            Add(kind, start, text, spelling);
            return;
        }
        ReadUnknown();
    }

    private static bool IsSign(string text) => text is "(" or ")" or "[" or "]" or "{" or "}" or "," or ":" or "." or ".." or "+" or "-" or "*" or "/" or "**"
        or "=" or "!=" or "<" or "<=" or ">" or ">=" or "@" or "!" or "%" or "'" or "?";

    private void ReadUnknown()
    {
        var start = _position;
        // A run of them is one mistake.
        do _position += char.IsSurrogatePair(_text, _position) ? 2 : 1;
        while (_position < _text.Length && IsUnknown(_position));
        var written = _text[start.._position];
        Add(TokenKind.Unknown, start, written);
        _bag.UnknownCharacter(_fragment.At(_tokens[^1].Span), written);
    }

    private bool IsUnknown(int at)
    {
        var c = _text[at];
        if (FeelCharacters.IsSpace(c) || char.IsDigit(c) || c == '"' || FeelCharacters.IsForeignQuote(c)) return false;
        if (Rune.TryGetRuneAt(_text, at, out var rune) && FeelCharacters.IsNameStart(rune)) return false;
        var ascii = FeelCharacters.AsciiSpelling(c) ?? c.ToString();
        return !IsSign(ascii) && !ForeignOperators.ContainsKey(ascii);
    }
}
