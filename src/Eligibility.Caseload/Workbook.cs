using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Eligibility.Diagnostics;

namespace Eligibility.Caseload;

/// <summary>A workbook that is read sheet by sheet, without its whole in memory.</summary>
internal sealed class Workbook
{
    /// <summary>A part larger than this when unpacked is not read.</summary>
    public const long MaxPart = 1L << 30;

    /// <summary>The part of shared texts is held in memory, and may have as much.</summary>
    public const long MaxStrings = 1L << 28;

    /// <summary>Beyond this size unpacked, a part may be at most <see cref="MaxRatio"/> times as large as it is packed; honest sheets stay far below.</summary>
    public const long HarmlessPart = 16L << 20;

    /// <summary>See <see cref="HarmlessPart"/>.</summary>
    public const long MaxRatio = 200;

    private readonly string _path;
    private readonly List<string> _shared = [];
    private readonly List<bool> _isDate = [];

    private Workbook(string path) => _path = path;

    /// <summary>Whether its serial numbers count from 1904.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Names of the sheets with the parts that hold them.</summary>
    public IReadOnlyList<(string Name, string Part)> Sheets { get; private set; } = [];

    /// <summary>Opens a workbook. Null, with the reason, when it cannot be read.</summary>
    public static Workbook? Open(string path, DiagnosticBag bag)
    {
        try
        {
            if (!IsHarmless(path, bag)) return null;
            var workbook = new Workbook(path);
            workbook.Read();
            return workbook;
        }
        catch (Exception e) when (IsDamage(e))
        {
            bag.BrokenWorkbook(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.CannotOpen(path);
        }
        return null;
    }

    /// <summary>Whether reading failed because of what is in the file: the library says so in many ways.</summary>
    public static bool IsDamage(Exception e) =>
        e is InvalidDataException or OpenXmlPackageException or FormatException or System.Xml.XmlException or ArgumentException or InvalidOperationException or InvalidCastException or KeyNotFoundException or OverflowException;

    /// <summary>The same elements; damage to the file that shows on the way is told as such.</summary>
    /// <exception cref="BrokenWorkbookException">The file is damaged.</exception>
    public static IEnumerable<T> Guarded<T>(IEnumerable<T> elements)
    {
        using var all = elements.GetEnumerator();
        while (true)
        {
            try
            {
                if (!all.MoveNext()) yield break;
            }
            catch (Exception e) when (IsDamage(e))
            {
                throw new BrokenWorkbookException();
            }
            yield return all.Current;
        }
    }

    public SpreadsheetDocument Open() => SpreadsheetDocument.Open(_path, isEditable: false);

    /// <summary>The rows of a sheet that say something, one after the other.</summary>
    /// <param name="part">The part that holds the sheet.</param>
    public IEnumerable<(long Number, Row Row)> Rows(string part)
    {
        using var document = Open();
        using var reader = OpenXmlReader.Create((WorksheetPart)document.WorkbookPart!.GetPartById(part));
        var number = 0L;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row) continue;
            number = row.RowIndex?.Value ?? number + 1;
            yield return (number, row);
        }
    }

    public string SharedString(string index) => int.TryParse(index, out var i) && i >= 0 && i < _shared.Count ? _shared[i] : "";

    public bool IsDate(uint style) => style < _isDate.Count && _isDate[(int)style];

    /// <summary>The sizes that the archive states are those to which it is unpacked at the most, so that looking at them is enough.</summary>
    private static bool IsHarmless(string path, DiagnosticBag bag)
    {
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            var most = entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? MaxStrings : MaxPart;
            var limit = Math.Min(most, Math.Max(HarmlessPart, entry.CompressedLength * MaxRatio));
            if (entry.Length <= limit) continue;
            bag.WorkbookTooLarge(path, entry.FullName, entry.Length, limit);
            return false;
        }
        return true;
    }

    private void Read()
    {
        using var document = Open();
        var part = document.WorkbookPart ?? throw new InvalidDataException("no workbook");
        From1904 = part.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        Sheets = [.. (part.Workbook.Sheets?.Elements<Sheet>() ?? []).Where(s => s.Id?.Value is { } id && part.GetPartById(id) is WorksheetPart).Select(s => (s.Name?.Value ?? "", s.Id!.Value!))];
        ReadStyles(part.WorkbookStylesPart?.Stylesheet);
        if (part.SharedStringTablePart is not { } strings) return;
        using var reader = OpenXmlReader.Create(strings);
        while (reader.Read())
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item) _shared.Add(TextOf(item));
    }

    // Readings beside the characters (phonetic runs) are no part of the text.
    private static string TextOf(SharedStringItem item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));

    private void ReadStyles(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(f => f.NumberFormatId is not null).ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "");
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            _isDate.Add(own.TryGetValue(id, out var code) ? ShowsDate(code) : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
        }
    }

    /// <summary>Whether a number format has a part of a date or time outside quotes and brackets.</summary>
    private static bool ShowsDate(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\\' or '_' or '*') i++;
            else if (c == '[') bracketed = true;
            else if (c == ']') bracketed = false;
            else if (!bracketed && char.ToLowerInvariant(c) is 'y' or 'm' or 'd' or 'h' or 's') return true;
        }
        return false;
    }
}

/// <summary>A workbook turned out to be damaged while it was read.</summary>
internal sealed class BrokenWorkbookException : Exception;
