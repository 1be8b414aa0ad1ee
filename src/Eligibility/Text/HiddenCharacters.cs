using System.Buffers;

namespace Eligibility.Text;

/// <summary>
/// Characters that take no visible room or move others: with them two different names can look the same, and a message can
/// rewrite the screen it is printed on.
/// </summary>
internal static class HiddenCharacters
{
    /// <summary>Controls; marks and overrides of writing direction; characters without width; line separators.</summary>
    public static readonly string All = string.Concat(
        Enumerable.Range(0x00, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Append(0x061C)
            .Concat(Enumerable.Range(0x200B, 5)).Concat(Enumerable.Range(0x2028, 7)).Concat(Enumerable.Range(0x2066, 4)).Append(0xFEFF)
            .Select(c => (char)c));

    private static readonly SearchValues<char> Values = SearchValues.Create(All);

    /// <summary>Whether the character is one of <see cref="All"/>.</summary>
    public static bool Contains(char c) => Values.Contains(c);

    /// <summary>The text with each of them replaced by U+FFFD, and line breaks by a space.</summary>
    public static string Replace(string text)
    {
        if (!text.AsSpan().ContainsAny(Values)) return text;
        return string.Concat(text.Select(c => c is '\n' or '\r' ? ' ' : Contains(c) ? '\uFFFD' : c));
    }
}
