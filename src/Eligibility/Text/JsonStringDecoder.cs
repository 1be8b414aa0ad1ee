using System.Buffers;
using System.Globalization;
using System.Text;

namespace Eligibility.Text;

/// <summary>The first thing wrong inside a string, at an offset between its quotes.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters it is written with: six for an escape such as <c>\u202E</c>.</param>
/// <param name="Character">The character meant.</param>
/// <param name="IsLoneSurrogate">Half of a character beyond U+FFFF; else a character that does not show.</param>
/// <param name="Count">How many such things the string has.</param>
internal sealed record JsonStringProblem(int Start, int Length, char Character, bool IsLoneSurrogate, int Count);

/// <summary>Resolves the escapes of a JSON string whose syntax has been checked, and finds characters that could disguise a name.</summary>
internal static class JsonStringDecoder
{
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(HiddenCharacters.All + "\\");

    /// <summary>The text that the characters between the quotes stand for; half a surrogate pair becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<char> raw, out JsonStringProblem? problem)
    {
        problem = null;
        var plain = raw.IndexOfAny(NotPlain);
        if (plain < 0) return raw.ToString();
        var text = new StringBuilder(raw.Length).Append(raw[..plain]);
        for (var i = plain; i < raw.Length;)
        {
            var (c, length) = Unescape(raw[i..]);
            var lone = false;
            if (length > 1 && char.IsSurrogate(c))
            {
                var (low, lowLength) = i + length < raw.Length ? Unescape(raw[(i + length)..]) : default;
                lone = !(char.IsHighSurrogate(c) && lowLength > 1 && char.IsLowSurrogate(low));
                if (!lone)
                {
                    text.Append(c).Append(low);
                    i += length + lowLength;
                    continue;
                }
            }
            if (lone || HiddenCharacters.Contains(c))
                problem = problem is null ? new JsonStringProblem(i, length, c, lone, 1) : problem with { Count = problem.Count + 1 };
            text.Append(lone ? '\uFFFD' : c);
            i += length;
        }
        return text.ToString();
    }

    /// <summary>The code unit at the start, and how many characters spell it.</summary>
    private static (char Value, int Length) Unescape(ReadOnlySpan<char> rest)
    {
        if (rest[0] != '\\') return (rest[0], 1);
        return rest[1] switch
        {
            'b' => ('\b', 2),
            'f' => ('\f', 2),
            'n' => ('\n', 2),
            'r' => ('\r', 2),
            't' => ('\t', 2),
            'u' => ((char)ushort.Parse(rest.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), 6),
            var same => (same, 2),
        };
    }
}
