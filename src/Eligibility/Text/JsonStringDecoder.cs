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
    // Controls; marks and overrides of writing direction; characters without width; line separators.
    private static readonly string Hidden = string.Concat(
        Enumerable.Range(0x00, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Append(0x061C)
            .Concat(Enumerable.Range(0x200B, 5)).Concat(Enumerable.Range(0x2028, 7)).Concat(Enumerable.Range(0x2066, 4)).Append(0xFEFF)
            .Select(c => (char)c));

    private static readonly SearchValues<char> HiddenCharacters = SearchValues.Create(Hidden);

    private static readonly SearchValues<char> NotPlain = SearchValues.Create(Hidden + "\\");

    /// <summary>Whether it is a control, has no width, or turns the writing direction: nothing that a name or code may hold.</summary>
    public static bool IsHidden(char c) => HiddenCharacters.Contains(c);

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
            if (lone || IsHidden(c))
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
