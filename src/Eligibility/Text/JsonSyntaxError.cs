using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eligibility.Diagnostics;

namespace Eligibility.Text;

/// <summary>
/// Says in words for people why a JSON text could not be read on: walks by the grammar from the end of the last good token to
/// the first character that does not fit.
/// </summary>
internal sealed partial class JsonSyntaxError(SourceText source, int from, JsonContainerNode? container, JsonTokenType last, DiagnosticBag bag)
{
    private static readonly LocalText Value = new("一个值", "a value");
    private static readonly LocalText ValueOrEnd = new("一个值或 ]", "a value or ]");
    private static readonly LocalText Key = new("双引号括起的键名", "a key in double quotes");
    private static readonly LocalText KeyOrEnd = new("双引号括起的键名或 }", "a key in double quotes or }");
    private static readonly LocalText EndOfFile = new("文件结束", "the end of the file");

    private readonly string _text = source.Content;
    private int _position = from;
    private bool _reported;

    private char Current => _text[_position];

    private bool AtEnd => _position >= _text.Length;

    private LocalText CommaOrEnd => container is JsonObjectNode ? new LocalText("逗号或 }", "a comma or }") : new LocalText("逗号或 ]", "a comma or ]");

    private char Closer => container is JsonObjectNode ? '}' : ']';

    /// <summary>Adds exactly one error.</summary>
    public void Report()
    {
        SkipSpace();
        if (last == JsonTokenType.None) CheckValue(Value);
        else if (container is null) Fail(EndOfFile);
        else if (last == JsonTokenType.PropertyName) CheckValue(Value);
        else if (last == JsonTokenType.StartArray) CheckValue(ValueOrEnd);
        else if (last == JsonTokenType.StartObject) CheckKey(KeyOrEnd);
        else CheckNext();
        // What is left is a value that is fine by itself, with something wrong behind it.
        if (!_reported)
        {
            SkipSpace();
            Fail(container is null ? EndOfFile : CommaOrEnd);
        }
    }

    private void CheckNext()
    {
        if (AtEnd || Current != ',')
        {
            Fail(CommaOrEnd);
            return;
        }
        var comma = new TextSpan(_position++, 1);
        SkipSpace();
        if (!AtEnd && Current == Closer) Add(comma, CommaOrEnd, JsonAdvice.TrailingComma);
        else if (container is JsonObjectNode) CheckKey(Key);
        else CheckValue(Value);
    }

    private void CheckKey(LocalText expected)
    {
        if (AtEnd || Current != '"')
        {
            Fail(expected);
            return;
        }
        CheckString();
        if (_reported) return;
        SkipSpace();
        Fail(new LocalText("键名后的冒号 :", "a colon behind the key"));
    }

    private void CheckValue(LocalText expected)
    {
        if (AtEnd) Fail(expected);
        else if (Current == '"') CheckString();
        else if (char.IsAsciiDigit(Current) || Current is '-' or '+' or '.')
        {
            var run = NumberRun().Match(_text, _position);
            if (Number().IsMatch(run.Value)) _position += run.Length;
            else if (_position + run.Length == _text.Length && run.Value is "-") Truncated(expected);
            else Add(new TextSpan(_position, run.Length), new LocalText("一个数", "a number"), JsonAdvice.Number);
        }
        else if (WordAt() is { } word && word is "true" or "false" or "null") _position += word.Length;
        else Fail(expected);
    }

    /// <summary>From the opening quote to behind the closing one, or an error.</summary>
    private void CheckString()
    {
        var open = _position++;
        for (; !AtEnd; _position++)
        {
            if (Current == '"')
            {
                _position++;
                return;
            }
            if (Current < ' ')
            {
                Add(TextSpan.FromBounds(open, _position), new LocalText("在同一行内结束的字符串", "a string that ends on its line"), JsonAdvice.Unclosed);
                return;
            }
            if (Current != '\\') continue;
            var escape = Escape().Match(_text, _position);
            if (escape.Success) _position += escape.Length - 1;
            else if (_position + 1 < _text.Length)
            {
                var length = Math.Min(_text[_position + 1] == 'u' ? BadHexLength() : 2, _text.Length - _position);
                Add(new TextSpan(_position, length), new LocalText("有效的转义", "a valid escape"), JsonAdvice.Escape);
                return;
            }
        }
        Truncated(new LocalText("字符串的结束引号 \"", "the closing quote of a string"), source.At(new TextSpan(open, 1)));
    }

    private int BadHexLength()
    {
        var length = 2;
        while (length < 6 && _position + length < _text.Length && char.IsAsciiHexDigit(_text[_position + length])) length++;
        return length;
    }

    private void Fail(LocalText expected)
    {
        if (AtEnd)
        {
            Truncated(expected);
            return;
        }
        var span = FoundAt();
        if (Current is ']' or '}' && container is not null && Current != Closer)
        {
            Add(span, expected, JsonAdvice.Closer(Closer), source.At(container.Span));
            return;
        }
        if (expected == CommaOrEnd && (Current is '"' or '{' or '[' || char.IsAsciiLetterOrDigit(Current)))
        {
            Add(span, expected, JsonAdvice.MissingComma);
            return;
        }
        Add(span, expected, JsonAdvice.For(_text.AsSpan(span.Start, span.Length), expected == EndOfFile));
    }

    /// <summary>What a person would call the thing at the current place: a word, a quoted text, a comment, else one character.</summary>
    private TextSpan FoundAt()
    {
        if (WordAt() is { } word) return new TextSpan(_position, word.Length);
        var length = char.IsHighSurrogate(Current) && _position + 1 < _text.Length ? 2 : 1;
        if (Current == '/' && _position + 1 < _text.Length && _text[_position + 1] is '/' or '*') length = 2;
        return new TextSpan(_position, length);
    }

    private string? WordAt()
    {
        var end = _position;
        // A word longer than this is not one that anybody would want repeated.
        while (end < _text.Length && end - _position < 40 && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')) end++;
        return end > _position ? _text[_position..end] : null;
    }

    private void SkipSpace()
    {
        while (!AtEnd && Current is ' ' or '\t' or '\n' or '\r') _position++;
    }

    private void Add(TextSpan span, LocalText expected, LocalText advice, Location? related = null)
    {
        _reported = true;
        var found = span.Length <= 40 ? _text.Substring(span.Start, span.Length) : string.Concat(_text.AsSpan(span.Start, 40), "…");
        bag.JsonSyntax(source.At(span), expected, found, advice, related);
    }

    private void Truncated(LocalText expected, Location? opened = null)
    {
        _reported = true;
        opened ??= container is null ? null : source.At(container.Span);
        bag.JsonTruncated(source.At(new TextSpan(_text.Length, 0)), expected, opened);
    }

    [GeneratedRegex(@"\G[-+.0-9A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberRun();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\G\\([""\\/bfnrt]|u[0-9A-Fa-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
