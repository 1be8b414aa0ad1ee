using CsvHelper;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Caseload;

/// <summary>A table in a CSV file.</summary>
internal sealed class CsvTable : Table
{
    private readonly string _path;
    private readonly char _separator;
    private readonly TextEncoding _encoding;
    private readonly long _firstRow;

    private CsvTable(string path, string file, Header header, long firstRow, char separator, TextEncoding encoding)
        : base(file, header.Table.Entity)
    {
        _path = path;
        _separator = separator;
        _encoding = encoding;
        _firstRow = firstRow;
        Header = header;
    }

    /// <summary>Reads the encoding and the header. Null, with the reasons, when the table cannot be used.</summary>
    public static CsvTable? Open(string path, string file, Columns columns, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var at = new SourceText(file, "").At(default);
        try
        {
            TextEncoding encoding;
            using (var stream = System.IO.File.OpenRead(path)) encoding = TextEncodings.Detect(stream);
            if (encoding == TextEncoding.Utf16) own.TableUtf16(at);
            else if (Find(path, file, columns, encoding, own) is { } found && !own.HasErrors) return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            own.CannotOpen(path);
        }
        finally
        {
            bag.AddRange(own);
        }
        return null;
    }

    /// <summary>The file and the line of its first row, where it is plain UTF-8 with commas: what a reader of bytes can take.</summary>
    internal (string Path, long FirstRow)? Plain => _encoding == TextEncoding.Utf8 && _separator == ',' ? (_path, _firstRow) : null;

    public override IEnumerable<TableRow> Rows() => Rows(Decoded(_path, _encoding), 0);

    /// <summary>The rows in a part of the file.</summary>
    /// <param name="part">Whole lines of UTF-8.</param>
    /// <param name="linesBefore">How many lines stand before them.</param>
    internal IEnumerable<TableRow> Rows(Stream part, long linesBefore)
    {
        CsvMalformedReason? broken = null;
        using var csv = Reader(part, _separator, reason => broken = reason);
        var width = Header!.Bound.Count;
        while (csv.Read())
        {
            var reason = broken;
            broken = null;
            var number = csv.LineNumber + linesBefore;
            if (number < _firstRow) continue;
            var cells = new string[width];
            var empty = true;
            for (var i = 0; i < width; i++)
            {
                cells[i] = i < csv.FieldCount ? Clean(csv.GetString(i)) : "";
                empty &= cells[i].Length == 0;
            }
            if (empty && csv.FieldCount == width) continue;
            yield return new TableRow(cells[Header.HouseholdIndex], number, cells, Faults(csv.FieldCount, width, reason, cells));
        }
    }

    public override IEnumerable<string> Households()
    {
        using var csv = Reader(_path, _separator, _encoding, null);
        while (csv.Read())
            if (csv.LineNumber >= _firstRow) yield return Header!.HouseholdIndex < csv.FieldCount ? Clean(csv.GetString(Header.HouseholdIndex)) : "";
    }

    private static RowFault[] Faults(int found, int width, CsvMalformedReason? broken, string[] cells)
    {
        // One mistake, one message: a broken quote explains a wrong width, and a wrong encoding both.
        if (cells.Any(c => c.Contains('\uFFFD', StringComparison.Ordinal))) return [new(-1, CaseloadKinds.MixedEncoding, string.Join(",", cells))];
        if (broken is not null) return [new(-1, CaseloadKinds.BrokenQuotes, string.Join(",", cells))];
        return found == width ? [] : [new(-1, CaseloadKinds.FieldCount, FormattableString.Invariant($"{found} ≠ {width}"))];
    }

    private static CsvTable? Find(string path, string file, Columns columns, TextEncoding encoding, DiagnosticBag bag)
    {
        var separator = SeparatorOf(path, encoding);
        using var csv = Reader(path, separator, encoding, null);
        Header? header = null;
        var firstRow = 0L;
        for (var searched = 0; header is null && searched < Header.SearchedRows && csv.Read(); searched++)
            if (Header.Is(columns, Cells(csv))) header = Header.Bind(columns, Cells(csv), csv.LineNumber, file, bag);
        if (header is null)
        {
            bag.NoCaseloadHeader(new SourceText(file, "").At(default), columns.Household.Key, columns.Household.Label);
            return null;
        }
        firstRow = header.Row + 1;
        if (csv.Read() && header.Repeats(Cells(csv))) firstRow = csv.LineNumber + 1;
        return new CsvTable(path, file, header, firstRow, separator, encoding);
    }

    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = Clean(csv.GetString(i));
        return cells;
    }

    /// <summary>The separator of the first lines: a comma wherever there is one, since a semicolon may stand inside a cell.</summary>
    private static char SeparatorOf(string path, TextEncoding encoding)
    {
        using var stream = Decoded(path, encoding);
        var start = new byte[4096];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var text = start.AsSpan(0, length);
        if (text.Contains((byte)',')) return ',';
        if (text.Contains((byte)'\t')) return '\t';
        return text.Contains((byte)';') ? ';' : ',';
    }

    private static Stream Decoded(string path, TextEncoding encoding)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return encoding == TextEncoding.Utf8 ? stream : new LineDecoder(stream, encoding == TextEncoding.Gb18030);
    }

    private static CsvReader Reader(string path, char separator, TextEncoding encoding, Action<CsvMalformedReason>? malformed) => Reader(Decoded(path, encoding), separator, malformed);

    private static CsvReader Reader(Stream stream, char separator, Action<CsvMalformedReason>? malformed) => CsvReader.Create(
        stream,
        new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            TrackLineNumbers = true,
            PoolStrings = true,
            // A quote that is never closed would else take the rest of the file with it.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = malformed is null ? null : m => malformed(m.Reason),
        },
        leaveOpen: false);
}
