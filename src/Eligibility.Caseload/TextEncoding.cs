using System.Text;
using System.Text.Unicode;

namespace Eligibility.Caseload;

/// <summary>In which encoding a text file is.</summary>
internal enum TextEncoding
{
    /// <summary>UTF-8 throughout, with or without a byte order mark; ASCII alone too.</summary>
    Utf8,

    /// <summary>UTF-8, but some lines are not.</summary>
    MostlyUtf8,

    /// <summary>GB18030, as spreadsheets in China save it; some lines may be UTF-8.</summary>
    Gb18030,

    /// <summary>UTF-16, by its byte order mark.</summary>
    Utf16,
}

/// <summary>Finds out the encoding of bytes: what is not UTF-8 is GB18030.</summary>
internal static class TextEncodings
{
    /// <summary>The encoding GB18030, which covers GBK and GB2312.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>A small file as text: UTF-8 with or without a byte order mark, else GB18030.</summary>
    public static string Decode(byte[] bytes)
    {
        var utf8 = bytes.AsSpan();
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        return Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : Gb18030.GetString(bytes);
    }

    /// <summary>The encoding of a stream, which is read to its end. Where lines differ, that of the first line that shows it.</summary>
    public static TextEncoding Detect(Stream stream)
    {
        // Nearly every table is UTF-8 throughout, which can be said of large pieces at once.
        if (IsUtf8(stream)) return TextEncoding.Utf8;
        stream.Position = 0;
        TextEncoding? first = null;
        var mixed = false;
        foreach (var line in ByteLines.Of(stream))
        {
            if (line.Number == 1 && line.Bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return TextEncoding.Utf16;
            if (IsUtf8(line.Bytes) is not { } utf8) continue;
            first ??= utf8 ? TextEncoding.Utf8 : TextEncoding.Gb18030;
            if (first == TextEncoding.Gb18030) return TextEncoding.Gb18030;
            mixed |= !utf8;
        }
        return mixed ? TextEncoding.MostlyUtf8 : TextEncoding.Utf8;
    }

    private static bool IsUtf8(Stream stream)
    {
        var buffer = new byte[1 << 18];
        var kept = 0;
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var length = kept + read;
            // A character may be cut at the end of a piece: its beginning is taken into the next.
            var whole = length;
            for (var back = 1; back <= Math.Min(3, length); back++)
            {
                var b = buffer[length - back];
                if (b < 0x80) break;
                if (b < 0xC0) continue;
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                if (needed > back) whole = length - back;
                break;
            }
            if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return false;
            kept = length - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
        return kept == 0;
    }

    /// <summary>Whether bytes are UTF-8 with a character beyond ASCII; null when they are ASCII and so say nothing.</summary>
    public static bool? IsUtf8(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) ? null : Utf8.IsValid(bytes);

    /// <summary>Whether bytes in a text of GB18030 are UTF-8 after all: Chinese in three bytes each, which GB18030 hits by chance hardly ever.</summary>
    public static bool IsStrayUtf8(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)0xE0, (byte)0xEF) && Utf8.IsValid(bytes);
}
