using System.Globalization;
using System.Text;

namespace Eligibility.Feel;

/// <summary>
/// Writes a regular expression of XPath in the dialect of the platform, or finds that it is none. The platform sees texts as UTF-16
/// units: a character beyond the basic plane is written as its two halves, and no class matches one half.
/// </summary>
internal sealed partial class PatternTranslator
{
    private const string Halves = @"\uD800-\uDFFF";
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private readonly string _pattern;
    private readonly string _flags;
    private readonly StringBuilder _out = new();
    private int _position;

    private PatternTranslator(string pattern, string flags) => (_pattern, _flags) = (flags.Contains('x', StringComparison.Ordinal) ? WithoutSpace(pattern) : pattern, flags);

    /// <summary>The translated pattern; null when it is not valid, or needs what cannot be matched without backtracking.</summary>
    public static string? Translate(string pattern, string flags)
    {
        var translator = new PatternTranslator(pattern, flags);
        while (translator._position < translator._pattern.Length)
            if (!translator.TranslateOne()) return null;
        return translator._out.ToString();
    }

    /// <summary>A pattern without its white space, but for that inside classes: what the flag x asks for.</summary>
    private static string WithoutSpace(string pattern)
    {
        var text = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length && (depth > 0 || !IsSpace(pattern[i + 1]))) text.Append(c).Append(pattern[++i]);
            else if (depth > 0 || !IsSpace(c)) text.Append(c);
            depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
        }
        return text.ToString();
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private char Peek(int ahead = 0) => _position + ahead < _pattern.Length ? _pattern[_position + ahead] : '\0';

    private bool Has(char flag) => _flags.Contains(flag, StringComparison.Ordinal);

    private bool TranslateOne()
    {
        var c = Peek();
        switch (c)
        {
            case '\\': return TranslateEscape();
            case '[': return TranslateClass();
            case '{': return TranslateCount();
            case ']' or '}': return false;
            case '(' when Peek(1) == '?' && Peek(2) != ':': return false;
            case '.': _out.Append(Has('s') ? $"(?:{Pair}|[^{Halves}])" : $@"(?:{Pair}|[^\n\r{Halves}])"); break;
            case '$' when !Has('m'): _out.Append(@"\z"); break;
            case '#' or ' ': _out.Append('\\').Append(c); break;
            default:
                if (char.IsSurrogate(c)) return TranslatePair();
                _out.Append(c);
                break;
        }
        _position++;
        return true;
    }

    private bool TranslatePair()
    {
        if (!char.IsSurrogatePair(_pattern, _position)) return false;
        _out.Append("(?:").Append(_pattern, _position, 2).Append(')');
        _position += 2;
        return true;
    }

    /// <summary><c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>; an open brace stands for nothing else.</summary>
    private bool TranslateCount()
    {
        var end = _pattern.IndexOf('}', _position);
        if (end < 0) return false;
        var parts = _pattern[(_position + 1)..end].Split(',');
        if (parts.Length > 2 || parts[0].Length is 0 or > 4 || parts[^1].Length > 4 || !parts.All(p => p.All(char.IsAsciiDigit))) return false;
        _out.Append(_pattern, _position, end + 1 - _position);
        _position = end + 1;
        return true;
    }

    private bool TranslateEscape()
    {
        if (SingleCharacter(Peek(1)) is not null)
        {
            _out.Append(_pattern, _position, 2);
            _position += 2;
            return true;
        }
        if (ReadEscape() is not { } set) return false;
        WriteSet(set);
        return true;
    }

    private bool TranslateClass()
    {
        if (ReadClass() is not { } set) return false;
        WriteSet(set);
        return true;
    }

    private void WriteSet(CharacterSet set)
    {
        var subtracted = set.Subtracted is { } s ? $"-[{s}]" : $"-[{Halves}]";
        var basic = set.IsNegated ? $"[^{set.Basic}{Halves}]" : set.Basic.Length == 0 ? "" : $"[{set.Basic}{subtracted}]";
        var astral = set.AstralPatterns();
        _out.Append("(?:").AppendJoin('|', basic.Length == 0 ? astral : [basic, .. astral]).Append(')');
    }

    /// <summary>The one character that stands behind a backslash for itself or for a control character; null for any other escape.</summary>
    private static char? SingleCharacter(char escape) => escape switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '-' or '[' or ']' or '^' or '$' => escape,
        _ => null,
    };

    /// <summary>An escape as the set of characters that it matches; null when there is no such escape.</summary>
    private CharacterSet? ReadEscape()
    {
        var c = Peek(1);
        _position += 2;
        switch (c)
        {
            case 's': return new CharacterSet(@" \t\n\r");
            case 'd': return new CharacterSet(@"\p{Nd}");
            case 'w': return new CharacterSet(@"\p{L}\p{M}\p{N}\p{S}") { HasAllAstral = true };
            case 'i': return new CharacterSet(@"\p{L}\p{Nl}_:");
            case 'c': return new CharacterSet(@"\p{L}\p{N}\p{M}_:.\-\u00B7");
            case 'S': return new CharacterSet(@" \t\n\r") { IsNegated = true };
            case 'D': return new CharacterSet(@"\p{Nd}") { IsNegated = true };
            case 'W': return new CharacterSet(@"\p{P}\p{Z}\p{Cc}\p{Cf}\p{Cn}\p{Co}");
            case 'I': return new CharacterSet(@"\p{L}\p{Nl}_:") { IsNegated = true };
            case 'C': return new CharacterSet(@"\p{L}\p{N}\p{M}_:.\-\u00B7") { IsNegated = true };
            case 'p' or 'P':
                var end = Peek() == '{' ? _pattern.IndexOf('}', _position) : -1;
                if (end < 0) return null;
                var name = _pattern[_position..(end + 1)];
                _position = end + 1;
                return c == 'p' ? new CharacterSet(@"\p" + name) : new CharacterSet(@"\p" + name) { IsNegated = true };
            default: return null;
        }
    }

    /// <summary>The characters that a class or an escape matches: those of the basic plane as the platform writes them, the others as ranges.</summary>
    private sealed record CharacterSet(string Basic)
    {
        public bool IsNegated { get; init; }

        public bool HasAllAstral { get; init; }

        /// <summary>What is taken away again, halves of pairs included.</summary>
        public string? Subtracted { get; init; }

        public IReadOnlyList<(int From, int To)> Astral { get; init; } = [];

        /// <summary>The characters beyond the basic plane as patterns of two halves.</summary>
        public IEnumerable<string> AstralPatterns()
        {
            if (HasAllAstral) return IsNegated ? [] : [Pair];
            if (IsNegated && Astral.Count == 0) return [Pair];
            return (IsNegated ? Complement() : Astral).SelectMany(Ranges);
        }

        private IEnumerable<(int From, int To)> Complement()
        {
            var next = 0x10000;
            foreach (var (from, to) in Astral.OrderBy(r => r.From))
            {
                if (from > next) yield return (next, from - 1);
                next = Math.Max(next, to + 1);
            }
            if (next <= 0x10FFFF) yield return (next, 0x10FFFF);
        }

        private static IEnumerable<string> Ranges((int From, int To) range)
        {
            var (first, last) = (char.ConvertFromUtf32(range.From), char.ConvertFromUtf32(range.To));
            if (first[0] == last[0]) return [$"{Hex(first[0])}[{Hex(first[1])}-{Hex(last[1])}]"];
            List<string> parts = [$@"{Hex(first[0])}[{Hex(first[1])}-\uDFFF]", $@"{Hex(last[0])}[\uDC00-{Hex(last[1])}]"];
            if (last[0] - first[0] > 1) parts.Add($@"[{Hex(first[0] + 1)}-{Hex(last[0] - 1)}][\uDC00-\uDFFF]");
            return parts;
        }
    }

    private static string Hex(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
