using System.Globalization;
using System.Text;

namespace Eligibility.Feel;

/// <summary>Which characters FEEL knows, and the ASCII spelling of those that a Chinese keyboard puts in their place.</summary>
internal static class FeelCharacters
{
    private static readonly Dictionary<char, string> AsciiSpellings = new()
    {
        ['（'] = "(", ['）'] = ")", ['〔'] = "(", ['〕'] = ")", ['【'] = "[", ['】'] = "]", ['［'] = "[", ['］'] = "]", ['｛'] = "{", ['｝'] = "}",
        ['，'] = ",", ['、'] = ",", ['：'] = ":", ['．'] = ".", ['。'] = ".", ['…'] = "..", ['～'] = "..",
        ['＋'] = "+", ['－'] = "-", ['−'] = "-", ['–'] = "-", ['—'] = "-", ['＊'] = "*", ['×'] = "*", ['∗'] = "*", ['／'] = "/", ['÷'] = "/",
        ['＜'] = "<", ['＞'] = ">", ['＝'] = "=", ['≤'] = "<=", ['≥'] = ">=", ['≠'] = "!=", ['≦'] = "<=", ['≧'] = ">=",
        ['！'] = "!", ['？'] = "?", ['＆'] = "&", ['｜'] = "|", ['％'] = "%", ['＠'] = "@", ['＾'] = "^", ['‘'] = "'", ['’'] = "'", ['＇'] = "'",
    };

    /// <summary>The ASCII spelling of a full-width or typographic sign; null for any other character.</summary>
    public static string? AsciiSpelling(char c) => AsciiSpellings.GetValueOrDefault(c);

    /// <summary>Whether this is a double quotation mark of another script: “ ” ＂ „ 「 」.</summary>
    public static bool IsForeignQuote(char c) => c is '“' or '”' or '＂' or '„' or '「' or '」';

    /// <summary>White space as FEEL has it, the ideographic space included, the invisible ones (zero width) not.</summary>
    public static bool IsSpace(char c) => c is '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' || char.GetUnicodeCategory(c) is
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether a line ends here, and with it a string or a <c>//</c> comment.</summary>
    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a name may begin with this: a letter of any script, an underscore, or a picture from beyond the basic plane.</summary>
    public static bool IsNameStart(Rune r) => r.Value == '_' || Rune.IsLetter(r) || Rune.GetUnicodeCategory(r) == UnicodeCategory.LetterNumber
        || (r.Value is >= 0x10000 and <= 0xEFFFF && Rune.GetUnicodeCategory(r) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNotAssigned);

    /// <summary>Whether a name may go on with this: what may begin one, digits, marks, connecting punctuation and the middle dot of transcribed names.</summary>
    public static bool IsNamePart(Rune r) => IsNameStart(r) || r.Value == 0xB7 || Rune.GetUnicodeCategory(r) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    /// <summary>Whether a text is one name without spaces or signs, such as <c>guaranteeLine</c> or <c>低保标准</c>.</summary>
    public static bool IsSimpleName(ReadOnlySpan<char> text)
    {
        var first = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (first ? !IsNameStart(rune) : !IsNamePart(rune)) return false;
            first = false;
        }
        return !first;
    }
}
