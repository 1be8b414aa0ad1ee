using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Eligibility.Diagnostics;
using Eligibility.Values;

namespace Eligibility.Caseload;

/// <summary>Writes a template as a workbook: a sheet that explains, a sheet for each table with lists to choose from, and a hidden sheet with those lists.</summary>
internal static class TemplateWorkbook
{
    /// <summary>How far down the lists and formats reach.</summary>
    private const int LastRow = 20_000;
    private const int LongestPrompt = 250;

    private const int LineHeight = 16;
    private static readonly int[] GuideWidths = [18, 26, 24, 40, 14, 16, 30, 50];

    /// <summary>False, with a diagnostic, when it cannot be written.</summary>
    public static bool Write(TemplatePlan plan, string path, DiagnosticBag bag) => WholeFile.Write(path, stream => Write(plan, stream), bag);

    private static void Write(TemplatePlan plan, Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        SheetStyles.AddTo(workbook);
        SheetParts.Add(workbook, TableNames.Guide, Guide(plan), SheetStateValues.Visible);
        var lists = new List<IReadOnlyList<string>>();
        foreach (var table in plan.Tables) SheetParts.Add(workbook, table.Entity.Label.Zh, Sheet(table, lists), SheetStateValues.Visible);
        SheetParts.Add(workbook, TableNames.Lists, Lists(lists), SheetStateValues.Hidden);
        workbook.Workbook.Save();
    }

    private static Worksheet Guide(TemplatePlan plan)
    {
        var rows = new SheetData();
        rows.Append(RowOf(SheetStyles.Title, $"{plan.Place.Zh}　名册模板"));
        foreach (var line in TemplatePlan.Guide) rows.Append(RowOf(SheetStyles.Wrapped, line));
        rows.Append(new Row());
        rows.Append(RowOf(SheetStyles.Header, "表", "列", "键", "怎么填", "留空表示", "单位", "从哪里取得", "说明和依据"));
        foreach (var (table, c) in plan.Tables.SelectMany(t => t.Columns.Select(c => (t, c))))
        {
            rows.Append(Fitted(RowOf(SheetStyles.Wrapped, table.Entity.Label.Zh, c.Label, c.Key, TemplatePlan.Form(c), TemplatePlan.WhenEmpty(c),
                TemplatePlan.Unit(c), TemplatePlan.Origin(c), TemplatePlan.Note(c))));
        }
        // The sentences run over the width of the whole table.
        var merged = new MergeCells(Enumerable.Range(1, TemplatePlan.Guide.Count + 1).Select(r => new MergeCell { Reference = FormattableString.Invariant($"A{r}:H{r}") }));
        foreach (var row in rows.Elements<Row>().Skip(1).Take(TemplatePlan.Guide.Count)) (row.CustomHeight, row.Height) = (true, LineHeight);
        return new Worksheet(SheetParts.ColumnsOf(GuideWidths), rows, merged, SheetParts.Printed()) { SheetProperties = SheetParts.OnePageWide() };
    }

    private static Worksheet Sheet(TemplateTable table, List<IReadOnlyList<string>> lists)
    {
        var columns = new DocumentFormat.OpenXml.Spreadsheet.Columns();
        var validations = new DataValidations();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var c = table.Columns[i];
            var width = Math.Clamp(Text.DisplayWidth.Of(c.Label) + 3, 12, 44);
            columns.Append(new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true, Style = StyleOf(c) });
            validations.Append(Validation(c, i, lists));
        }
        var data = new SheetData(RowOf(SheetStyles.Header, [.. table.Columns.Select(c => c.Label)]), RowOf(SheetStyles.Key, [.. table.Columns.Select(c => c.Key)]));
        foreach (var row in data.Elements<Row>()) (row.CustomHeight, row.Height) = (true, LineHeight + 4);
        return new Worksheet(SheetParts.Frozen(2), columns, data, validations, SheetParts.Printed()) { SheetProperties = SheetParts.OnePageWide() };
    }

    private static DataValidation Validation(Column column, int index, List<IReadOnlyList<string>> lists)
    {
        var letters = CellNumbers.Letters(index);
        var prompt = string.Join("。", new[] { TemplatePlan.Form(column), "留空：" + TemplatePlan.WhenEmpty(column), TemplatePlan.Origin(column), TemplatePlan.Note(column) }.Where(t => t.Length > 0));
        var validation = new DataValidation
        {
            SequenceOfReferences = new ListValue<StringValue> { InnerText = FormattableString.Invariant($"{letters}3:{letters}{LastRow}") },
            AllowBlank = true,
            ShowInputMessage = true,
            PromptTitle = Cut(column.Label, 32),
            Prompt = Cut(prompt, LongestPrompt),
        };
        if (TemplatePlan.Choices(column) is { Count: > 0 } choices)
        {
            var place = lists.FindIndex(l => l.SequenceEqual(choices));
            if (place < 0)
            {
                place = lists.Count;
                lists.Add(choices);
            }
            var list = CellNumbers.Letters(place);
            (validation.Type, validation.ShowErrorMessage) = (DataValidationValues.List, true);
            validation.Append(new Formula1(FormattableString.Invariant($"{TableNames.Lists}!${list}$1:${list}${choices.Count}")));
        }
        else if (column.Role == ColumnRole.Fact && column.Attribute!.Type.Equals(FeelType.Number) && column.Attribute.Minimum is { } low)
        {
            (validation.Type, validation.ShowErrorMessage) = (column.Attribute.Decimals == 0 ? DataValidationValues.Whole : DataValidationValues.Decimal, true);
            validation.Operator = column.Attribute.Maximum is null ? DataValidationOperatorValues.GreaterThanOrEqual : DataValidationOperatorValues.Between;
            validation.Append(new Formula1(low.ToString()));
            if (column.Attribute.Maximum is { } high) validation.Append(new Formula2(high.ToString()));
        }
        return validation;
    }

    private static Worksheet Lists(List<IReadOnlyList<string>> lists)
    {
        var data = new SheetData();
        for (var r = 0; r < lists.Select(l => l.Count).DefaultIfEmpty(0).Max(); r++) data.Append(RowOf(SheetStyles.Plain, [.. lists.Select(l => r < l.Count ? l[r] : "")]));
        return new Worksheet(data);
    }

    private static uint StyleOf(Column c)
    {
        if (c.Role == ColumnRole.Fact && c.Attribute!.Type.Equals(FeelType.Date)) return SheetStyles.Date;
        if (c.Role == ColumnRole.Fact && c.Attribute!.Type.Equals(FeelType.Number)) return c.Attribute.Decimals == 2 ? SheetStyles.Money : SheetStyles.Plain;
        return c.Role == ColumnRole.Weight ? SheetStyles.Plain : SheetStyles.AsText;
    }

    private static Row RowOf(uint style, params string[] cells) => new(cells.Select(c => SheetParts.TextCell(style, c)));

    /// <summary>A row as high as its longest text needs: not every program fits heights when it opens a file.</summary>
    private static Row Fitted(Row row)
    {
        var lines = row.Elements<Cell>().Zip(GuideWidths, (c, w) => (Text.DisplayWidth.Of(c.InnerText) + w - 3) / (w - 2)).DefaultIfEmpty(1).Max();
        (row.CustomHeight, row.Height) = (true, Math.Max(1, lines) * LineHeight);
        return row;
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
