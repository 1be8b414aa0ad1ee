using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Eligibility.Simulation.Report;

/// <summary>The cell formats of a report's workbook, by their index.</summary>
internal static class ReportSheetStyles
{
    public const uint Plain = 0;
    public const uint Title = 1;
    public const uint Header = 2;
    public const uint Wrapped = 3;

    /// <summary>Of these, the one after each is the same in bold: for the line of totals.</summary>
    public const uint Text = 4;
    public const uint Count = 6;
    public const uint Part = 8;
    public const uint Money = 10;
    public const uint Percent = 12;

    private const uint CountFormat = 3;
    private const uint MoneyFormat = 4;
    private const uint PartFormat = 164;
    private const uint PercentFormat = 165;

    /// <summary>The format of a cell; a count that is not whole shows its decimals.</summary>
    public static uint Of(ReportCell cell) => cell.Value is not { } value ? Text : cell.Kind switch
    {
        CellKind.Count => value.Scale == 0 ? Count : Part,
        CellKind.Money => Money,
        CellKind.Percent => Percent,
        _ => Text,
    };

    public static void AddTo(WorkbookPart workbook)
    {
        var grey = new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7EAEE" }) { PatternType = PatternValues.Solid });
        var cells = new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 2, ApplyFont = true },
            new CellFormat(Wrap()) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            new CellFormat(Wrap()) { ApplyAlignment = true });
        foreach (var format in new uint[] { 0, CountFormat, PartFormat, MoneyFormat, PercentFormat })
        {
            foreach (var bold in new[] { false, true })
            {
                var cell = new CellFormat { NumberFormatId = format, FontId = bold ? 1u : 0, FillId = bold ? 2u : 0, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = bold, ApplyAlignment = true };
                cell.Append(format == 0 ? Wrap() : new Alignment { Vertical = VerticalAlignmentValues.Top });
                cells.Append(cell);
            }
        }
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = PartFormat, FormatCode = "#,##0.0#####" }, new NumberingFormat { NumberFormatId = PercentFormat, FormatCode = "0.0%" }),
            new Fonts(new Font(Size(11), Face()), new Font(new Bold(), Size(11), Face()), new Font(new Bold(), Size(14), Face())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), grey),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            cells);
    }

    private static FontSize Size(int points) => new() { Val = points };

    private static FontName Face() => new() { Val = "微软雅黑" };

    private static Alignment Wrap() => new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };
}
