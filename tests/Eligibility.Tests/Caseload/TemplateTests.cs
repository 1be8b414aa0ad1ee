using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Tests.Vocabulary;

namespace Eligibility.Tests.Caseload;

/// <summary>A template holds what the rules of the place read, can be opened in a spreadsheet, and is read back when it is filled in.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly Gate.Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public void A_template_has_the_columns_that_the_rules_read_and_is_read_back(string format)
    {
        var path = Template(format);
        var bag = new DiagnosticBag();
        var reader = CaseloadReader.Open(path, Vocabularies.Real, bag);
        Assert.Empty(bag);
        Assert.Empty(reader!.Read(bag));
        var columns = reader.Tables.SelectMany(t => t.Header!.Bound.Select(c => $"{t.Entity.Name}.{c.Key}")).ToList();
        // The rules of Beijing read all of these; nothing there asks for a dwelling, or how far somebody lives from the border.
        Assert.Superset(new HashSet<string> { "household.propertyConforms", "member.birthDate", "member.hukou", "income.kind", "income.amount", "disability.grade", "legalObligor.duty", "obligorHousehold.personCount", "grant.persons", "member.incomes" }, columns.ToHashSet());
        Assert.DoesNotContain("household.borderZone", columns);
        Assert.DoesNotContain(reader.Tables, t => t.Entity.Name == "dwelling");
        Assert.Equal("家庭编号", reader.Tables[0].Header!.Texts[0]);
    }

    [Fact]
    public void The_border_town_gets_its_own_columns()
    {
        var path = Path.Combine(_gate.Folder, "border");
        Assert.Equal(0, _gate.Run("caseload", "template", "--place", "451481", "--month", "2013-12", "--known-at", "2024-01-01", "--format", "csv", "--out", path, "--rules", Repository.PathOf("rules")).Exit);
        Assert.Contains("borderZone", File.ReadAllText(Path.Combine(path, "household.csv")), StringComparison.Ordinal);
        // Only Beijing deducts what a household pays.
        Assert.False(File.Exists(Path.Combine(path, "transferPaid.csv")));
    }

    [Fact]
    public void Every_column_of_the_workbook_says_what_may_stand_in_it()
    {
        using var document = SpreadsheetDocument.Open(Template("xlsx"), isEditable: false);
        var sheets = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToList();
        Assert.Equal("说明", sheets[0].Name!.Value);
        Assert.Equal(SheetStateValues.Hidden, sheets[^1].State!.Value);
        foreach (var sheet in sheets.Skip(1).SkipLast(1))
        {
            var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!);
            var validations = part.Worksheet.Descendants<DataValidation>().ToList();
            Assert.Equal(part.Worksheet.Descendants<Row>().First().Elements<Cell>().Count(), validations.Count);
            Assert.All(validations, v => Assert.InRange(v.Prompt!.Value!.Length, 4, 255));
            Assert.All(validations, v => Assert.InRange(v.PromptTitle!.Value!.Length, 1, 32));
        }
    }

    [Fact]
    public void Nothing_is_written_over_other_files_and_a_folder_that_is_not_there_is_told()
    {
        var path = Template("csv");
        Assert.Equal(2, _gate.Run("caseload", "template", "--place", "110000", "--format", "csv", "--out", path, "--rules", Repository.PathOf("rules")).Exit);
        var (exit, printed) = _gate.Run("caseload", "template", "--place", "110000", "--out", Path.Combine(_gate.Folder, "no", "where.xlsx"), "--rules", Repository.PathOf("rules"));
        Assert.Equal(2, exit);
        Assert.Contains("Q009", printed, StringComparison.Ordinal);
    }

    private string Template(string format)
    {
        var path = Path.Combine(_gate.Folder, format == "csv" ? "template" : "template.xlsx");
        var (exit, printed) = _gate.Run("caseload", "template", "--place", "110000", "--month", "2024-08", "--known-at", "2024-08-31", "--format", format, "--out", path, "--rules", Repository.PathOf("rules"));
        Assert.True(exit == 0, printed);
        return path;
    }
}
