using System.Globalization;
using System.Text;

namespace Eligibility.Text;

/// <summary>How many columns a character takes in a terminal or a fixed-width font.</summary>
internal static class DisplayWidth
{
    // First and last of the blocks that Unicode (EastAsianWidth.txt) calls Wide or Fullwidth, and of the emoji blocks.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x2614, 0x2615), (0x2648, 0x2653), (0x2705, 0x2705),
        (0x274C, 0x274C), (0x2753, 0x2755), (0x2757, 0x2757), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E), (0x3041, 0x4DBF),
        (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
        (0xFFE0, 0xFFE6), (0x16FE0, 0x18CFF), (0x1B000, 0x1B2FF), (0x1F18E, 0x1F19A), (0x1F200, 0x1F64F), (0x1F680, 0x1F6FF),
        (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>How many columns a text takes.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>2 for East Asian wide and full-width characters, 0 for combining marks and invisible format characters, else 1.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300) return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        var low = 0;
        var high = Wide.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rune.Value < Wide[middle].First) high = middle - 1;
            else if (rune.Value > Wide[middle].Last) low = middle + 1;
            else return 2;
        }
        return 1;
    }
}
