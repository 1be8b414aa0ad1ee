using System.Text;

namespace Eligibility.Feel;

/// <content>Classes in square brackets.</content>
internal sealed partial class PatternTranslator
{
    /// <summary>A class from its opening bracket on; null when it is not valid.</summary>
    private CharacterSet? ReadClass()
    {
        _position++;
        var negated = Peek() == '^';
        if (negated) _position++;
        var basic = new StringBuilder();
        var astral = new List<(int From, int To)>();
        var allAstral = false;
        string? subtracted = null;
        var start = _position;
        while (Peek() != ']' || _position == start)
        {
            if (_position >= _pattern.Length || Peek() == ']') return null;
            if (Peek() == '-' && Peek(1) == '[')
            {
                _position++;
                // What is taken away may not reach beyond the basic plane: no alphabet that rules are written in does.
                if (ReadClass() is not { Astral.Count: 0, Subtracted: null } inner || Peek() != ']' || negated) return null;
                subtracted = inner.IsNegated ? "^" + inner.Basic : inner.Basic + Halves;
                break;
            }
            if (Peek() == '\\' && SingleCharacter(Peek(1)) is null)
            {
                if (ReadEscape() is not { } set) return null;
                // In a class the opposite of a set is written by the platform's own escape.
                if ((set.IsNegated ? Opposite(set.Basic) : set.Basic) is not { } members) return null;
                basic.Append(members);
                allAstral |= set.IsNegated || set.HasAllAstral;
                continue;
            }
            if (ReadCharacter() is not { } from) return null;
            var to = from;
            if (Peek() == '-' && Peek(1) is not (']' or '['))
            {
                _position++;
                if (ReadCharacter() is not { } last || last < from) return null;
                to = last;
            }
            Add(basic, astral, from, to);
        }
        _position++;
        return new CharacterSet(basic.ToString()) { IsNegated = negated, HasAllAstral = allAstral, Subtracted = subtracted, Astral = astral };
    }

    private static string? Opposite(string basic) => basic switch
    {
        @" \t\n\r" => @"\x00-\x08\x0B\x0C\x0E-\x1F!-\uFFFF",
        @"\p{Nd}" => @"\P{Nd}",
        _ when basic.StartsWith(@"\p{", StringComparison.Ordinal) && basic.IndexOf('}', StringComparison.Ordinal) == basic.Length - 1 => @"\P" + basic[2..],
        _ => null,
    };

    /// <summary>A character of a class, by itself or escaped; null when there is none.</summary>
    private int? ReadCharacter()
    {
        var c = Peek();
        if (c == '\\')
        {
            var escaped = SingleCharacter(Peek(1));
            _position += 2;
            return escaped;
        }
        if (c == '[' || _position >= _pattern.Length) return null;
        if (char.IsSurrogate(c) && !char.IsSurrogatePair(_pattern, _position)) return null;
        var code = char.ConvertToUtf32(_pattern, _position);
        _position += code > 0xFFFF ? 2 : 1;
        return code;
    }

    private static void Add(StringBuilder basic, List<(int From, int To)> astral, int from, int to)
    {
        if (from <= 0xFFFF) basic.Append(Hex(from)).Append(to == from ? "" : "-" + Hex(Math.Min(to, 0xFFFF)));
        if (to > 0xFFFF) astral.Add((Math.Max(from, 0x10000), to));
    }
}
