using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.RuleSets;
using Eligibility.RuleSets.Editing;
using Eligibility.Values;

namespace Eligibility.Caseload.Rules;

/// <summary>Writes the rules of a place as a workbook: values and tables to be changed, formulas to be seen.</summary>
internal sealed class RuleWorkbook
{
    /// <summary>Empty rows below the values that can be filled in.</summary>
    private const int RoomForMore = 200;

    private static readonly string[] GuideText =
    [
        "“数值”：每个参数的每一条数值。可以改日期、数值、出处和说明；要加一条，就在下面空行里写规则文件、参数（键）和内容，编号留空。公布过的数值不删，失效的写“止”。",
        "“表格”：规则里的判断表。可以改格子、加行、删行；表头和编号不要改。格子里是 FEEL，写法与规则文件相同。",
        "“公式”：其余公式，只供查看，要改就改规则文件。",
        "改完保存，运行 elig import 本文件 --dry-run：先看改动、受影响的例户和情景；不带 --dry-run 才写进规则文件。没有改的行，规则文件一个字节也不变。",
        "性质：空 已核对原文；secondHand 转引；interpretation 本引擎的理解；observedPractice 实际做法；assumed 假设。出处有几条的用分号隔开。",
    ];

    private static readonly Words Units = new(Text.Language.Chinese);

    private readonly RuleLibrary _library;
    private readonly IReadOnlyList<EditableFile> _files;
    private readonly IReadOnlyList<RuleSourceFile> _sources;

    private RuleWorkbook(RuleLibrary library, IReadOnlyList<EditableFile> files, IReadOnlyList<RuleSourceFile> sources)
    {
        _library = library;
        _files = files;
        _sources = sources;
    }

    /// <summary>False, with a diagnostic, when it cannot be written.</summary>
    /// <param name="library">The rules, for the labels.</param>
    /// <param name="place">The place whose files are exported.</param>
    /// <param name="sources">The files of the rules directory.</param>
    /// <param name="path">Where to write.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static bool Write(RuleLibrary library, string place, IReadOnlyList<RuleSourceFile> sources, string path, DiagnosticBag bag)
    {
        var names = library.Files.Where(f => f.Jurisdiction == place).Select(f => f.Source.Name).ToHashSet(StringComparer.Ordinal);
        var own = sources.Where(s => names.Contains(s.Name)).ToArray();
        var files = own.Select(s => EditableFile.Read(s, bag)).OfType<EditableFile>().ToArray();
        return !bag.HasErrors && WholeFile.Write(path, stream => new RuleWorkbook(library, files, own).Write(stream), bag);
    }

    private void Write(Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        SheetStyles.AddTo(workbook);
        SheetParts.Add(workbook, RuleSheets.Guide, Sheet([110], [RowOf((SheetStyles.Title, "规则的数值和表格")), .. GuideText.Select(t => RowOf((SheetStyles.Wrapped, t)))], 1), SheetStateValues.Visible);
        SheetParts.Add(workbook, RuleSheets.Values, Sheet([.. RuleSheets.Leading.Select(c => c.Width), .. RuleSheets.Fields.Select(f => f.Width)], Values(), 2), SheetStateValues.Visible);
        SheetParts.Add(workbook, RuleSheets.Tables, Sheet([30, 22, 22, 22, 22, 22, 22, 40], Tables(), 0), SheetStateValues.Visible);
        SheetParts.Add(workbook, RuleSheets.Formulas, Sheet([30, 24, 10, 90, 30], Formulas(), 1), SheetStateValues.Visible);
        SheetParts.Add(workbook, RuleSheets.Files, Sheet([50, 24], [.. _sources.Select(s => RowOf((SheetStyles.Plain, s.Name), (SheetStyles.Plain, RuleDirectory.HashOf([s]))))], 0), SheetStateValues.Hidden);
        workbook.Workbook.Save();
    }

    private static Worksheet Sheet(int[] widths, IEnumerable<Row> rows, int frozen)
    {
        // Nothing but the open cells can be changed.
        var shut = new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, InsertRows = false, DeleteRows = false, AutoFilter = false, Sort = false };
        return new Worksheet(SheetParts.Frozen(frozen), SheetParts.ColumnsOf(widths), new SheetData(rows), shut, SheetParts.Printed()) { SheetProperties = SheetParts.OnePageWide() };
    }

    private static Row RowOf(params (uint Style, string Text)[] cells) => new(cells.Select(c => SheetParts.TextCell(c.Style, c.Text)));

    private IEnumerable<Row> Values()
    {
        yield return RowOf([.. RuleSheets.Leading.Select(c => (SheetStyles.Header, c.Label)), .. RuleSheets.Fields.Select(f => (SheetStyles.Header, f.Label))]);
        yield return RowOf([.. RuleSheets.Leading.Select(c => (SheetStyles.Key, c.Key)), .. ValueFields.All.Select(f => (SheetStyles.Key, f))]);
        foreach (var file in _files)
        foreach (var v in file.Values)
        {
            var rules = _library.Files.First(f => f.Source.Name == v.File);
            var declared = _library.Files.Where(f => f.Programme == rules.Programme).SelectMany(f => f.Parameters).FirstOrDefault(p => p.Name == v.Parameter && !p.OnlyValues);
            string[] leading = [v.Id, rules.Title.Zh, declared?.Label.Zh ?? "", Units.Unit(declared?.Unit).Trim(), v.File, v.Parameter, v.Key];
            yield return new Row([.. leading.Select(t => SheetParts.TextCell(SheetStyles.Shut, t)), .. ValueFields.All.Select((f, i) => Field(f, v.Cells[i]))]);
        }
        var empty = RuleSheets.Leading.Select((_, i) => i >= RuleSheets.FileColumn).Concat(ValueFields.All.Select(_ => true)).ToArray();
        for (var i = 0; i < RoomForMore; i++) yield return new Row(empty.Select(open => new Cell { StyleIndex = open ? SheetStyles.OpenGeneral : SheetStyles.Shut }));
    }

    /// <summary>A value that is a number stands as one, so that it can be calculated with; everything else is text.</summary>
    private static Cell Field(string field, string text)
    {
        if (field == ValueFields.Value && text.Length is > 0 and <= CellNumbers.Digits && Number.TryParse(text, out var n) && n.ToString() == text)
            return new Cell { DataType = CellValues.Number, StyleIndex = SheetStyles.OpenGeneral, CellValue = new CellValue(text) };
        return SheetParts.TextCell(SheetStyles.Open, text);
    }

    private IEnumerable<Row> Tables()
    {
        foreach (var t in _files.SelectMany(f => f.Tables))
        {
            yield return RowOf((SheetStyles.Header, t.Id), (SheetStyles.Header, t.Item), (SheetStyles.Header, t.Hit));
            yield return RowOf([(SheetStyles.Shut, ""), .. t.Header.Select(h => (SheetStyles.Shut, h))]);
            foreach (var row in t.Rows) yield return RowOf([(SheetStyles.Shut, ""), .. row.Select(c => (SheetStyles.Open, c))]);
            yield return new Row();
        }
    }

    private IEnumerable<Row> Formulas()
    {
        yield return RowOf((SheetStyles.Header, "规则文件"), (SheetStyles.Header, "项"), (SheetStyles.Header, "部分"), (SheetStyles.Header, "公式"), (SheetStyles.Header, "出处"));
        foreach (var f in _files.SelectMany(f => f.Formulas)) yield return RowOf((SheetStyles.Shut, f.File), (SheetStyles.Shut, f.Item), (SheetStyles.Shut, f.Part), (SheetStyles.Shut, f.Text), (SheetStyles.Shut, f.Cite));
    }
}
