namespace Eligibility.Caseload;

/// <summary>The lines of a stream as bytes, in bounded memory.</summary>
internal static class ByteLines
{
    /// <summary>A line without its end.</summary>
    /// <param name="Number">From one.</param>
    /// <param name="Bytes">The bytes; of a line longer than the limit only its beginning.</param>
    /// <param name="IsCut">Whether the line was longer than a row may be.</param>
    public readonly record struct Line(long Number, byte[] Bytes, bool IsCut);

    public static IEnumerable<Line> Of(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var line = new MemoryStream();
        var number = 1L;
        var cut = false;
        var pending = false;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            var start = 0;
            while (start < read)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, read - start);
                var stop = end < 0 ? read : end;
                var room = (int)Math.Min(stop - start, Table.MaxRowBytes - line.Length);
                line.Write(buffer, start, room);
                cut |= room < stop - start;
                pending = true;
                start = stop + 1;
                if (end < 0) continue;
                yield return Take(line, number++, ref cut);
                pending = false;
            }
        }
        if (pending) yield return Take(line, number, ref cut);
    }

    private static Line Take(MemoryStream line, long number, ref bool cut)
    {
        var bytes = line.ToArray();
        if (bytes is [.., (byte)'\r']) bytes = bytes[..^1];
        var taken = new Line(number, bytes, cut);
        line.SetLength(0);
        cut = false;
        return taken;
    }
}
