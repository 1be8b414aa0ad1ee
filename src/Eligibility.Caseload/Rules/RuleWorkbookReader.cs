using DocumentFormat.OpenXml.Spreadsheet;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.RuleSets.Editing;
using Eligibility.Values;

namespace Eligibility.Caseload.Rules;

/// <summary>Reads a workbook of rules back and gives the files as they become.</summary>
internal static class RuleWorkbookReader
{
    private static readonly string[] Days = [ValueFields.From, "to", "published", "attestedThrough"];

    /// <summary>The rules directory with what the workbook changes; a file that it does not change is the same object. Null, with every mistake, when there is one.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="sources">The files of the rules directory as they are.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static IReadOnlyList<RuleSourceFile>? Apply(string path, IReadOnlyList<RuleSourceFile> sources, DiagnosticBag bag)
    {
        if (Workbook.Open(path, bag) is not { } workbook) return null;
        try
        {
            return Apply(workbook, path, sources, bag);
        }
        catch (BrokenWorkbookException)
        {
            bag.BrokenWorkbook(path);
            return null;
        }
    }

    private static IReadOnlyList<RuleSourceFile>? Apply(Workbook workbook, string path, IReadOnlyList<RuleSourceFile> sources, DiagnosticBag bag)
    {
        var files = Sheet(workbook, path, RuleSheets.Files, bag).Where(r => r.Cells.Count >= 2 && r.Cells[0].Length > 0).ToDictionary(r => r.Cells[0], r => r.Cells[1], StringComparer.Ordinal);
        var (values, tables) = (Sheet(workbook, path, RuleSheets.Values, bag), Sheet(workbook, path, RuleSheets.Tables, bag));
        if (bag.HasErrors) return null;
        var editable = new Dictionary<string, EditableFile>(StringComparer.Ordinal);
        foreach (var (name, hash) in files)
        {
            if (sources.FirstOrDefault(s => s.Name == name) is not { } source || RuleDirectory.HashOf([source]) != hash) bag.RulesMovedOn(name);
            else if (EditableFile.Read(source, bag) is { } file) editable[name] = file;
        }
        if (bag.HasErrors) return null;
        var original = editable.Values.SelectMany(f => f.Values).ToDictionary(v => v.Id, StringComparer.Ordinal);
        var rows = ValueRows(path, values, original, bag);
        var blocks = Blocks(tables, editable.Values.SelectMany(f => f.Tables).ToDictionary(t => t.Id, StringComparer.Ordinal));
        foreach (var row in rows.Where(r => !editable.ContainsKey(r.File))) bag.SheetRowUnknown(row.Row, row.File);
        foreach (var block in blocks.Where(b => !editable.ContainsKey(b.File))) bag.SheetRowUnknown(block.Row, block.Id);
        var changed = sources.Select(s => editable.TryGetValue(s.Name, out var file) ? file.With([.. rows.Where(r => r.File == s.Name)], [.. blocks.Where(b => b.File == s.Name)], bag) : s).ToArray();
        return bag.HasErrors ? null : changed;
    }

    private sealed record SheetRow(long Number, IReadOnlyList<string> Cells)
    {
        public string this[int column] => column < Cells.Count ? Cells[column] : "";

        public bool IsEmpty => Cells.All(c => c.Length == 0);
    }

    private static List<SheetRow> Sheet(Workbook workbook, string path, string name, DiagnosticBag bag)
    {
        var (_, part) = workbook.Sheets.FirstOrDefault(s => s.Name == name);
        if (part is null)
        {
            bag.NoRuleSheets(path, name);
            return [];
        }
        return [.. Workbook.Guarded(workbook.Rows(part)).Select(r => new SheetRow(r.Number, Cells(r.Row, workbook)))];
    }

    private static List<string> Cells(Row row, Workbook workbook)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var index = CellNumbers.Place(cell.CellReference?.Value ?? "")?.Column ?? cells.Count;
            while (cells.Count < index) cells.Add("");
            cells.Add(TextOf(cell, workbook).Trim());
        }
        return cells;
    }

    /// <summary>What a cell says. An error, such as of a formula that failed, stays visible as its own text, which no rule accepts.</summary>
    private static string TextOf(Cell cell, Workbook workbook)
    {
        var text = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.InlineString) return cell.InlineString?.InnerText ?? "";
        if (type == CellValues.SharedString) return workbook.SharedString(text);
        if (type == CellValues.Boolean) return text == "1" ? "true" : "false";
        if (type != CellValues.Number || text.Length == 0) return text;
        var plain = CellNumbers.Plain(text);
        return workbook.IsDate(cell.StyleIndex?.Value ?? 0) && int.TryParse(plain, out var days) && CellText.Serial(days, workbook.From1904) is { } day ? FeelDate.Format(day) : plain;
    }

    private static List<ValueRow> ValueRows(string path, List<SheetRow> sheet, Dictionary<string, ValueRow> original, DiagnosticBag bag)
    {
        var header = sheet.FindIndex(r => r[0] == RuleSheets.IdKey);
        string[] expected = [.. RuleSheets.Leading.Select(c => c.Key), .. ValueFields.All];
        if (header < 0 || !expected.Select((k, i) => sheet[header][i] == k).All(same => same))
        {
            bag.NoRuleSheets(path, RuleSheets.Values);
            return [];
        }
        var rows = new List<ValueRow>();
        foreach (var r in sheet.Skip(header + 1).Where(r => !r.IsEmpty))
        {
            var was = original.GetValueOrDefault(r[0]);
            var cells = ValueFields.All.Select((f, i) => Cell(f, r[RuleSheets.Leading.Count + i], was?.Cells[i])).ToArray();
            // Where a row stands is said by its number; what the columns to be seen say does not count.
            rows.Add(was is null
                ? new ValueRow(r[0], r[RuleSheets.FileColumn], r[RuleSheets.ParameterColumn], r[RuleSheets.KeyColumn], cells, r.Number)
                : was with { Cells = cells, Row = r.Number });
        }
        return rows;
    }

    /// <summary>A text as the file would have it: a number that is the same keeps how it was written, and days are written in one way.</summary>
    private static string Cell(string field, string text, string? was)
    {
        if (was is not null && was != text && Number.TryParse(was, out var old) && Number.TryParse(text, out var now) && old == now) return was;
        return Days.Contains(field) && CellText.Day(text) is { } day ? day : text;
    }

    private static List<TableCells> Blocks(List<SheetRow> sheet, Dictionary<string, TableCells> original)
    {
        var blocks = new List<TableCells>();
        for (var i = 0; i < sheet.Count; i++)
        {
            if (sheet[i][0].Length == 0) continue;
            var id = sheet[i][0];
            var was = original.GetValueOrDefault(id) ?? new TableCells(id, id.Split('#')[0], "", "", [], []);
            // The line below names the inputs; the rows go on until one is empty or another table begins.
            var rows = sheet.Skip(i + 2).TakeWhile(r => r[0].Length == 0 && !r.IsEmpty).ToArray();
            blocks.Add(was with { Rows = [.. rows.Select((r, n) => (IReadOnlyList<string>)[.. was.Header.Select((_, c) => r[c + 1])])], Row = sheet[i].Number });
        }
        return blocks;
    }
}
