using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using SheetColumns = DocumentFormat.OpenXml.Spreadsheet.Columns;

namespace Eligibility.Caseload;

/// <summary>What every workbook that is written here is made of.</summary>
internal static class SheetParts
{
    /// <summary>Puts a sheet behind the others.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="name">The name of the sheet.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="state">Whether it is seen; left out, it is.</param>
    /// <param name="id">The name of its part, for a workbook that is the same bytes every time; null for any.</param>
    public static void Add(WorkbookPart workbook, string name, Worksheet sheet, SheetStateValues? state = null, string? id = null)
    {
        var part = id is null ? workbook.AddNewPart<WorksheetPart>() : workbook.AddNewPart<WorksheetPart>(id);
        part.Worksheet = sheet;
        var sheets = workbook.Workbook.Sheets!;
        var entry = new Sheet { Name = name, SheetId = (uint)sheets.Count() + 1, Id = workbook.GetIdOfPart(part) };
        if (state is { } s) entry.State = s;
        sheets.Append(entry);
    }

    /// <summary>Columns by their widths in characters.</summary>
    public static SheetColumns ColumnsOf(IEnumerable<int> widths) => new(widths.Select((w, i) => new SheetColumn { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true }));

    /// <summary>A view whose first rows stay when one scrolls; 0 for none.</summary>
    public static SheetViews Frozen(int rows)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (rows > 0) view.Append(new Pane { VerticalSplit = rows, TopLeftCell = FormattableString.Invariant($"A{rows + 1}"), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        return new SheetViews(view);
    }

    /// <summary>A4 across; together with <see cref="OnePageWide"/> as wide as the paper.</summary>
    public static PageSetup Printed() => new() { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 };

    public static SheetProperties OnePageWide() => new(new PageSetupProperties { FitToPage = true });

    /// <summary>A text, with its spaces; never a formula.</summary>
    public static Cell TextCell(uint style, string text) =>
        new() { DataType = CellValues.InlineString, StyleIndex = style, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }) };
}
