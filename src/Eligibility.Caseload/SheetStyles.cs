using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Eligibility.Caseload;

/// <summary>The few cell formats of the workbooks that are written here, by their index.</summary>
internal static class SheetStyles
{
    public const uint Plain = 0;
    public const uint Header = 1;
    public const uint Key = 2;
    public const uint AsText = 3;
    public const uint Date = 4;
    public const uint Money = 5;
    public const uint Title = 6;
    public const uint Wrapped = 7;

    /// <summary>Text that can be changed on a protected sheet.</summary>
    public const uint Open = 8;

    /// <summary>A number or text that can be changed on a protected sheet.</summary>
    public const uint OpenGeneral = 9;

    /// <summary>Text to be seen only, wrapped.</summary>
    public const uint Shut = 10;

    private const uint TextFormat = 49;
    private const uint MoneyFormat = 4;
    private const uint DateFormat = 164;

    public static void AddTo(WorkbookPart workbook)
    {
        var grey = new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7EAEE" }) { PatternType = PatternValues.Solid });
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" }),
            new Fonts(new Font(Size(11), Face()), new Font(new Bold(), Size(11), Face()), new Font(Size(9), new Color { Rgb = "FF4B5563" }, Face()), new Font(new Bold(), Size(16), Face())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), grey),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat(Wrap()) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
                new CellFormat { FontId = 2, FillId = 2, ApplyFont = true, ApplyFill = true },
                new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = DateFormat, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = MoneyFormat, ApplyNumberFormat = true },
                new CellFormat { FontId = 3, ApplyFont = true },
                new CellFormat(Wrap()) { ApplyAlignment = true },
                new CellFormat(Wrap(), Unlocked()) { NumberFormatId = TextFormat, ApplyNumberFormat = true, ApplyAlignment = true, ApplyProtection = true },
                new CellFormat(Wrap(), Unlocked()) { ApplyAlignment = true, ApplyProtection = true },
                new CellFormat(Wrap()) { FontId = 2, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true }));
    }

    private static Protection Unlocked() => new() { Locked = false };

    private static FontSize Size(int points) => new() { Val = points };

    // A face that spreadsheets in China have; others put their own for it.
    private static FontName Face() => new() { Val = "微软雅黑" };

    private static Alignment Wrap() => new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };
}
