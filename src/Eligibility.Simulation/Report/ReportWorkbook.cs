using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Eligibility.Caseload;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Simulation.Report;

/// <summary>A report as a workbook: a sheet with the headlines, and one for each table. Figures are numbers; texts are never formulas. The same report gives the same bytes.</summary>
internal static class ReportWorkbook
{
    private const int LongestName = 31;

    /// <summary>Points.</summary>
    private const int LineHeight = 16;
    private const int TitleHeight = 22;

    /// <summary>Decimals of a figure that does not terminate: more than a sheet shows, and no more than it can hold.</summary>
    private const int MostDecimals = 8;

    // Packages hold when each part was written; a report of the same result is the same file.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ReportDocument report, Language language, Stream target)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            ReportSheetStyles.AddTo(workbook);
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            Add(workbook, NameOf(language == Language.Chinese ? "概要" : "summary", names), Summary(report));
            foreach (var table in report.Sections.SelectMany(s => s.Parts).OfType<ReportTable>().Where(t => t.Rows.Count > 0)) Add(workbook, NameOf(table.Sheet, names), Sheet(report, table));
            workbook.Workbook.Save();
        }
        package.Position = 0;
        using var read = new ZipArchive(package, ZipArchiveMode.Read);
        using var write = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in read.Entries)
        {
            var copy = write.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = NoTime;
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }

    private static void Add(WorkbookPart workbook, string name, Worksheet sheet) =>
        SheetParts.Add(workbook, name, sheet, id: FormattableString.Invariant($"sheet{workbook.Workbook.Sheets!.Count() + 1}"));

    private static Worksheet Summary(ReportDocument report)
    {
        var rows = new SheetData(TextRow(ReportSheetStyles.Title, report.Title), TextRow(ReportSheetStyles.Plain, report.Question));
        foreach (var w in report.Warnings) rows.Append(TextRow(ReportSheetStyles.Wrapped, w));
        foreach (var h in report.Headlines)
        {
            rows.Append(new Row(), TextRow(ReportSheetStyles.Header, h.Title, ""), TextRow(ReportSheetStyles.Wrapped, h.Sentence));
            foreach (var f in h.Figures) rows.Append(TextRow(ReportSheetStyles.Wrapped, f.Label, $"{f.Figure}{(f.Notes.Count == 0 ? "" : "\n" + string.Join("\n", f.Notes))}"));
        }
        rows.Append(new Row());
        foreach (var line in report.Footer) rows.Append(TextRow(ReportSheetStyles.Wrapped, line));
        return Page([100, 44], rows, 0);
    }

    private static Worksheet Sheet(ReportDocument report, ReportTable table)
    {
        var rows = new SheetData(
            TextRow(ReportSheetStyles.Title, table.Title),
            TextRow(ReportSheetStyles.Plain, string.Join("　", report.Warnings.Prepend(report.Question))),
            TextRow(ReportSheetStyles.Header, [.. table.Columns]));
        foreach (var row in table.Rows) rows.Append(new Row(row.Select(c => CellOf(c, false))));
        if (table.Foot is { } foot) rows.Append(new Row(foot.Select(c => CellOf(c, true))));
        var all = table.Foot is null ? table.Rows : [.. table.Rows, table.Foot];
        return Page([.. table.Columns.Select((c, i) => Math.Clamp(all.Select(r => DisplayWidth.Of(r[i].Text)).Append(DisplayWidth.Of(c)).Max() + 3, 10, 60))], rows, 3);
    }

    /// <summary>A sheet that prints on A4, as wide as the paper; its first rows stay when one scrolls.</summary>
    private static Worksheet Page(int[] widths, SheetData rows, int frozen)
    {
        foreach (var row in rows.Elements<Row>()) (row.CustomHeight, row.Height) = (true, HeightOf(row, widths));
        return new Worksheet(SheetParts.Frozen(frozen), SheetParts.ColumnsOf(widths), rows, SheetParts.Printed()) { SheetProperties = SheetParts.OnePageWide() };
    }

    /// <summary>A row as high as its longest text needs: not every program fits heights when it opens a file.</summary>
    private static int HeightOf(Row row, int[] widths)
    {
        var (lines, height) = (1, LineHeight);
        foreach (var (cell, width) in row.Elements<Cell>().Zip(widths))
        {
            if (cell.StyleIndex! == ReportSheetStyles.Title) height = TitleHeight;
            if (cell.InlineString is null || cell.StyleIndex! == ReportSheetStyles.Title || cell.StyleIndex! == ReportSheetStyles.Plain) continue;
            lines = Math.Max(lines, cell.InnerText.Split('\n').Sum(l => Math.Max(1, (DisplayWidth.Of(l) + width - 3) / (width - 2))));
        }
        return lines * height;
    }

    private static Row TextRow(uint style, params string[] cells) => new(cells.Select(c => TextCell(c, style)));

    /// <summary>A text; the characters that a page shows as hidden ones no sheet can hold.</summary>
    private static Cell TextCell(string text, uint style) => SheetParts.TextCell(style, string.Join('\n', text.Split('\n').Select(HiddenCharacters.Replace)));

    private static Cell CellOf(ReportCell cell, bool bold)
    {
        var style = ReportSheetStyles.Of(cell) + (bold ? 1u : 0);
        return cell.Value is { } value ? new Cell { StyleIndex = style, CellValue = new CellValue(Decimal(value)) } : TextCell(cell.Text, style);
    }

    private static string Decimal(Number value) => value.Scale is <= MostDecimals ? value.ToString() : value.Round(RoundingMode.HalfUp, MostDecimals).ToString();

    /// <summary>A name that a sheet may have, and that no other has.</summary>
    private static string NameOf(string name, HashSet<string> names)
    {
        var allowed = string.Concat(name.Select(c => @"[]:*?/\'".Contains(c, StringComparison.Ordinal) || HiddenCharacters.Contains(c) ? '-' : c));
        for (var n = 1; ; n++)
        {
            var end = n == 1 ? "" : FormattableString.Invariant($" {n}");
            var cut = allowed.Length + end.Length > LongestName ? allowed[..(LongestName - end.Length)] : allowed;
            if (char.IsHighSurrogate(cut[^1])) cut = cut[..^1];
            if (names.Add(cut + end)) return cut + end;
        }
    }
}
