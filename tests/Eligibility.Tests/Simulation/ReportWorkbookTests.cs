using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Eligibility.Tests.Simulation;

/// <summary>The workbook of a simulation: a sheet for each table, figures as numbers, and nothing that a sheet would compute.</summary>
public sealed class ReportWorkbookTests : IDisposable
{
    private readonly SmallRoll _roll = new();

    public void Dispose() => _roll.Dispose();

    private string Workbook(string target, params string[] more)
    {
        Assert.Equal(0, _roll.Simulate(target, more).Code);
        return _roll.In($"{target}/report.xlsx");
    }

    private static IReadOnlyList<string[]> Rows(SpreadsheetDocument book, string sheet)
    {
        var part = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Id!);
        return [.. part.Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => (c.CellValue is null ? "'" : "") + c.InnerText).ToArray())];
    }

    [Fact]
    public void Figures_are_numbers_and_texts_are_texts()
    {
        using var book = SpreadsheetDocument.Open(Workbook("cells", "--set", "borderAllowancePerPerson=90"), false);
        var rows = Rows(book, "项目支出");
        Assert.Equal(["'项目", "'现行（元）", "'调整后（元）", "'差额"], rows[2]);
        // 5 × 96 = 480, 5 × 90 = 450; with the pension of 120 together 600 and 570.
        Assert.Equal(["'凭祥市陆地边境0—3公里边民生活补助", "480", "450", "-30"], rows[4]);
        Assert.Equal(["'合计", "600", "570", "-30"], rows[^1]);
        // 5 of the 7 persons of the caseload: 5 ÷ 7 does not terminate, and a sheet gets eight decimals.
        Assert.Contains(Rows(book, "指标"), r => r.Length > 2 && r[1] == "'覆盖面（人）" && r[2] == "0.71428571");
    }

    [Theory]
    [InlineData]
    [InlineData("--set", "borderAllowancePerPerson=90")]
    [InlineData("--set", "borderAllowancePerPerson=90", "--set", "minimumLiving.averageSubsidyLevel[area=rural]=100")]
    [InlineData("--set", "borderAllowancePerPerson=90", "--set", "borderAllowancePerPerson=100", "--side-by-side", "--lang", "en")]
    public void It_is_a_valid_workbook_with_a_sheet_for_each_table(params string[] more)
    {
        using var book = SpreadsheetDocument.Open(Workbook("valid", more), false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => e.Description));
        var sheets = book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!).ToArray();
        Assert.Equal(sheets.Length, sheets.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(sheets, s => Assert.InRange(s.Length, 1, 31));
        var tables = File.ReadAllText(_roll.In("valid/report.html")).Split("<table").Length - 1;
        Assert.Equal(tables + 1, sheets.Length);
        Assert.Empty(book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public void A_household_named_like_a_formula_stays_a_text()
    {
        _roll.Write("household", "household,area,borderZone", "=1+1,rural,true");
        _roll.Write("member", "household,id,birthDate", "=1+1,1,1970-01-01");
        using var book = SpreadsheetDocument.Open(Workbook("formula", "--set", "borderAllowancePerPerson=90"), false);
        Assert.Contains(Rows(book, "减少的家庭"), r => r[0] == "'=1+1");
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public void The_same_result_is_the_same_file()
    {
        var first = File.ReadAllBytes(Workbook("once", "--set", "borderAllowancePerPerson=90"));
        Assert.Equal(first, File.ReadAllBytes(Workbook("twice", "--set", "borderAllowancePerPerson=90", "--threads", "3")));
    }

    [Fact]
    public void What_cannot_be_written_is_told_and_leaves_nothing_half_written()
    {
        Directory.CreateDirectory(_roll.In("full/report.xlsx"));
        var (code, _, error) = _roll.Simulate("full");
        Assert.Equal(2, code);
        Assert.Contains("report.xlsx", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_roll.In("full"), "*.partial"));
    }

    [Fact]
    public void No_households_make_a_workbook_too()
    {
        _roll.Write("household", "household,area,borderZone");
        _roll.Write("member", "household,id,birthDate");
        using var book = SpreadsheetDocument.Open(Workbook("none", "--set", "borderAllowancePerPerson=100"), false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => e.Description));
    }
}
