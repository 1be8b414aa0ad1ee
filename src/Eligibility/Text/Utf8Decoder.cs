using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Eligibility.Text;

/// <summary>Turns the bytes of a file into text and, where they are not UTF-8, guesses what else they are.</summary>
internal static class Utf8Decoder
{
    /// <summary>
    /// False, with a call of <paramref name="report"/> (the place, and the likely encoding if there is one), when the bytes are not
    /// UTF-8; <paramref name="source"/> is then a legible approximation.
    /// </summary>
    public static bool TryDecode(string name, ReadOnlySpan<byte> bytes, Action<Location, string?> report, out SourceText source)
    {
        if (Utf16Of(bytes) is { } utf16)
        {
            source = new SourceText(name, utf16.GetString(bytes).TrimStart('\uFEFF'));
            report(source.At(default), "UTF-16");
            return false;
        }
        source = new SourceText(name, Encoding.UTF8.GetString(bytes));
        if (Utf8.IsValid(bytes)) return true;
        // Exactly the valid bytes before the first bad one tell where it stands in the text with replacement characters.
        var scratch = ArrayPool<char>.Shared.Rent(bytes.Length);
        Utf8.ToUtf16(bytes, scratch, out _, out var place, replaceInvalidSequences: false);
        // A pair of GB18030 may by chance be a two-byte character of UTF-8, hardly a three-byte one, as all of Chinese is.
        var wasUtf8 = scratch.AsSpan(0, place).ContainsAnyInRange('\u0800', '\uFFFF');
        ArrayPool<char>.Shared.Return(scratch);
        report(source.At(new TextSpan(place, 1)), !wasUtf8 && LooksLikeGb18030(bytes) ? "GB18030" : null);
        return false;
    }

    /// <summary>By its byte order mark or, in a text that begins with an ASCII character, by the zero beside it.</summary>
    private static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2) return null;
        return (bytes[0], bytes[1]) switch
        {
            (0xFF, 0xFE) => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            (0xFE, 0xFF) => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            ( > 0 and < 0x80, 0) => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            (0, > 0 and < 0x80) => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            _ => null,
        };
    }

    /// <summary>Whether every byte beyond ASCII belongs to a pair or a quadruple of GB18030.</summary>
    private static bool LooksLikeGb18030(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }
            if (bytes[i] is 0x80 or 0xFF || i + 1 >= bytes.Length) return false;
            if (bytes[i + 1] is >= 0x40 and not (0x7F or 0xFF))
            {
                i += 2;
                continue;
            }
            if (i + 3 >= bytes.Length) return false;
            if (bytes[i + 1] is not (>= 0x30 and <= 0x39) || bytes[i + 2] is < 0x81 or 0xFF || bytes[i + 3] is not (>= 0x30 and <= 0x39)) return false;
            i += 4;
        }
        return true;
    }
}
