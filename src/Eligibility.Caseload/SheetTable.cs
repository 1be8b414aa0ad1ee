using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>A sheet of a workbook.</summary>
internal sealed class SheetTable : Table
{
    private readonly Workbook _workbook;
    private readonly string _part;
    private readonly IReadOnlyList<MergedRegion> _merged;
    private readonly long _firstRow;

    private SheetTable(Workbook workbook, string part, string file, Header header, long firstRow, IReadOnlyList<MergedRegion> merged)
        : base(file, header.Table.Entity)
    {
        _workbook = workbook;
        _part = part;
        _firstRow = firstRow;
        _merged = merged;
        Header = header;
    }

    /// <summary>Finds the header. Null, with the reasons, when the sheet cannot be used.</summary>
    public static SheetTable? Open(Workbook workbook, string part, string file, Columns columns, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        Header? header = null;
        var firstRow = 0L;
        foreach (var (number, cells) in Workbook.Guarded(workbook.Rows(part).Select(r => (r.Number, Texts(r.Row, workbook)))))
        {
            if (header is null && Header.Is(columns, cells)) firstRow = (header = Header.Bind(columns, cells, number, file, own)).Row + 1;
            else if (header is not null && header.Repeats(cells)) firstRow = number + 1;
            if (header is not null && number > header.Row) break;
            if (number >= Header.SearchedRows) break;
        }
        if (header is null) own.NoCaseloadHeader(new SourceText(file, "").At(default), columns.Household.Key, columns.Household.Label);
        bag.AddRange(own);
        return header is null || own.HasErrors ? null : new SheetTable(workbook, part, file, header, firstRow, [.. Workbook.Guarded(MergedIn(workbook, part))]);
    }

    public override IEnumerable<TableRow> Rows() => Workbook.Guarded(ReadRows());

    private IEnumerable<TableRow> ReadRows()
    {
        var width = Header!.Bound.Count;
        foreach (var (number, row) in _workbook.Rows(_part))
        {
            if (number < _firstRow) continue;
            var (cells, faults) = (new string[width], new List<RowFault>());
            Array.Fill(cells, "");
            var read = Spread(row, _workbook, Header);
            var empty = true;
            for (var i = 0; i < read.Count; i++)
            {
                if (read[i].Fault is { } fault && (i >= width || Header.Bound[i] == Column.Unread)) read[i] = default;
                else if (read[i].Fault is not null) faults.Add(new RowFault(i, read[i].Fault!, read[i].Text));
                empty &= (read[i].Text ?? "").Length == 0;
                if (i < width) cells[i] = read[i].Fault is null ? Clean(read[i].Text ?? "") : "";
            }
            foreach (var region in _merged.Where(m => m.Covers(number, width))) faults.Add(new RowFault(-1, CaseloadKinds.MergedCells, region.Name));
            if (empty && faults.Count == 0) continue;
            yield return new TableRow(cells[Header.HouseholdIndex], number, cells, faults);
        }
    }

    /// <summary>Cells merged into one.</summary>
    private sealed record MergedRegion(string Name, int FirstColumn, long FirstRow, long LastRow)
    {
        public bool Covers(long row, int width) => row >= FirstRow && row <= LastRow && FirstColumn < width;
    }

    /// <summary>What a cell says, as text.</summary>
    private readonly record struct CellContent(string Text, DiagnosticKind? Fault);

    private static IEnumerable<MergedRegion> MergedIn(Workbook workbook, string part)
    {
        using var document = workbook.Open();
        using var reader = OpenXmlReader.Create((WorksheetPart)document.WorkbookPart!.GetPartById(part));
        while (reader.Read())
        {
            if (reader.ElementType != typeof(MergeCell) || !reader.IsStartElement || reader.LoadCurrentElement() is not MergeCell { Reference.Value: { } name }) continue;
            var ends = name.Split(':');
            if (CellNumbers.Place(ends[0]) is { } first && CellNumbers.Place(ends[^1]) is { } last) yield return new MergedRegion(name, first.Column, first.Row, last.Row);
        }
    }

    private static string[] Texts(Row row, Workbook workbook) => [.. Spread(row, workbook, null).Select(c => Clean(c.Text ?? ""))];

    private static List<CellContent> Spread(Row row, Workbook workbook, Header? header)
    {
        var cells = new List<CellContent>();
        foreach (var cell in row.Elements<Cell>())
        {
            var index = CellNumbers.Place(cell.CellReference?.Value ?? "")?.Column ?? cells.Count;
            while (cells.Count < index) cells.Add(new CellContent("", null));
            cells.Add(Content(cell, workbook, header is not null && index < header.Bound.Count ? header.Bound[index] : null));
        }
        return cells;
    }

    private static CellContent Content(Cell cell, Workbook workbook, Column? column)
    {
        var type = cell.DataType?.Value ?? CellValues.Number;
        var text = cell.CellValue?.Text ?? "";
        if (type == CellValues.InlineString) return new(cell.InlineString?.InnerText ?? "", null);
        if (type == CellValues.Error) return new(text, CaseloadKinds.ErrorCell);
        if (cell.CellFormula is { } formula && text.Length == 0 && type != CellValues.String) return new("=" + formula.Text, CaseloadKinds.FormulaWithoutValue);
        if (type == CellValues.SharedString) return new(workbook.SharedString(text), null);
        if (type == CellValues.Boolean) return new(text == "1" ? "true" : "false", null);
        return type == CellValues.Number && text.Length > 0 ? OfNumber(CellNumbers.Plain(text), workbook.IsDate(cell.StyleIndex?.Value ?? 0), workbook.From1904, column) : new(text, null);
    }

    /// <summary>A spreadsheet keeps dates as numbers, and whatever looks like a number too: what it is depends on the column.</summary>
    private static CellContent OfNumber(string text, bool styledAsDate, bool from1904, Column? column)
    {
        var type = column?.Attribute?.Type;
        if (type is not null && type.Equals(FeelType.Date) && column!.Role == ColumnRole.Fact)
        {
            var isSerial = styledAsDate || text.Length == 5;
            return isSerial && int.TryParse(text, out var days) && CellText.Serial(days, from1904) is { } date ? new(FeelDate.Format(date), null) : new(text, null);
        }
        if (styledAsDate && column is not null && column.Role != ColumnRole.Unread) return new(text, CaseloadKinds.TurnedDate);
        var isText = column is { Role: ColumnRole.Household or ColumnRole.Owner or ColumnRole.Place } || (type is not null && (type.Equals(FeelType.String) || type is ListType));
        return isText && text.TrimStart('-').Length > CellNumbers.Digits ? new(text, CaseloadKinds.LostDigits) : new(text, null);
    }
}
