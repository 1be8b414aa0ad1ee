using System.Diagnostics;
using System.IO.Compression;
using Eligibility.Cli;
using Eligibility.Tests.RuleSets;

namespace Eligibility.Tests.RuleWorkbooks;

/// <summary>Export, change and import as a bureau does it, through the tool.</summary>
public sealed class ImportTests : IDisposable
{
    private const string File = "100000/card/2020-01-01.yaml";
    private static readonly string? Office = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(p => Path.Combine(p, "soffice")).FirstOrDefault(System.IO.File.Exists);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-import-");

    public ImportTests()
    {
        // Who has paid in less than the fee gets 1 a month, or 2 with more than three shelves.
        foreach (var source in Toy.Sources(Toy.Rules(File,
            Toy.Parameter("fee", "from: 2020-01-01, value: 10\nfrom: 2024-07-01, value: 12.5"), Toy.Derived("low = deposit < fee"),
            "routes: [ { name: all, label: 全部, when: low, cite: s } ]\n", Toy.Payers,
            "benefits:\n  - name: pay\n    label: 给付\n    payer: desk\n    table:\n      hit: first\n      rows: |\n        | shelves | pay |\n        | > 3     | 2   |\n        | -       | 1   |\n    cite: s\n")))
            Write(Path.Combine("rules", source.Name), System.Text.Encoding.UTF8.GetString(source.Bytes));
        Write("examples/ten.json", """{ "jurisdiction": "100000", "deposit": 10, "shelves": 4, "loans": [], "readers": [ { "number": "1" } ] }""");
        Assert.Equal(0, Run("export", "100000", "--xlsx", Book, "--rules", Rules).Exit);
    }

    private string Book => PathOf("book.xlsx");

    private string Rules => PathOf("rules");

    private string Yaml => System.IO.File.ReadAllText(Path.Combine(Rules, File));

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        System.IO.File.WriteAllText(PathOf(name), text);
    }

    private static (int Exit, string Printed) Run(params string[] args)
    {
        using var output = new StringWriter();
        var exit = Tool.Run([.. args, "--lang", "en"], output, output, TimeProvider.System);
        return (exit, output.ToString());
    }

    private (int Exit, string Printed) Import(params string[] options) => Run(["import", Book, "--rules", Rules, "--examples", PathOf("examples"), "--known-at", "2024-12-31", .. options]);

    /// <summary>Changes the XML of the workbook as a spreadsheet would.</summary>
    private void Edit(string old, string now)
    {
        using var zip = ZipFile.Open(Book, ZipArchiveMode.Update);
        var changed = 0;
        foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("worksheets", StringComparison.Ordinal)).ToArray())
        {
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            if (!text.Contains(old, StringComparison.Ordinal)) continue;
            changed++;
            using var stream = entry.Open();
            stream.SetLength(0);
            using var writer = new StreamWriter(stream);
            writer.Write(text.Replace(old, now, StringComparison.Ordinal));
        }
        Assert.True(changed > 0, $"no sheet says {old}");
    }

    [Fact]
    public void A_workbook_that_was_not_changed_changes_nothing()
    {
        var before = Yaml;
        var (exit, printed) = Import();
        Assert.Equal((0, "Nothing was changed; the rule files are as they were.\n"), (exit, printed.ReplaceLineEndings("\n")));
        Assert.Equal(before, Yaml);
    }

    [Fact]
    public void A_changed_value_is_shown_and_written_only_without_dry_run()
    {
        // From July the fee is 9 instead of 12.50: a deposit of 10 is no longer below it, and four shelves are paid 2.00 no more.
        Edit("<x:v>12.5</x:v>", "<x:v>9</x:v>");
        var before = Yaml;
        var (exit, printed) = Import("--dry-run");
        Assert.Equal(0, exit);
        Assert.Contains("+ fee: 9.00 yuan per month, from 2024-07-01", printed, StringComparison.Ordinal);
        Assert.Contains("ten.json: eligible 2.00 yuan → not eligible (-2.00)", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("wrote", printed, StringComparison.Ordinal);
        Assert.Equal(before, Yaml);
        Assert.Contains("wrote " + File, Import().Printed, StringComparison.Ordinal);
        Assert.Equal(before.Replace("value: 12.5,", "value: 9,", StringComparison.Ordinal), Yaml);
    }

    [Fact]
    public void A_changed_cell_of_a_table_is_written_into_its_line()
    {
        Edit("&gt; 3", "&gt; 2");
        var before = Yaml;
        Assert.Equal(0, Import().Exit);
        Assert.Equal(before.Replace("| > 3     | 2   |", "| > 2     | 2   |", StringComparison.Ordinal), Yaml);
    }

    [Fact]
    public void A_cell_that_is_no_formula_is_refused_with_its_line_and_nothing_is_written()
    {
        Edit("&gt; 3", "&gt; shelvs");
        var before = Yaml;
        var (exit, printed) = Import();
        Assert.Equal(2, exit);
        Assert.Contains(File, printed, StringComparison.Ordinal);
        Assert.Contains("shelvs", printed, StringComparison.Ordinal);
        Assert.Equal(before, Yaml);
    }

    [Fact]
    public void Rules_that_changed_after_the_export_are_not_put_back()
    {
        Write(Path.Combine("rules", File), Yaml + "# a remark\n");
        Edit("<x:v>12.5</x:v>", "<x:v>9</x:v>");
        var (exit, printed) = Import();
        Assert.Equal(2, exit);
        Assert.Contains("S091", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_no_value_has_is_refused()
    {
        Edit("#fee#0.1", "#fee#0.7");
        var (exit, printed) = Import();
        Assert.Equal(2, exit);
        Assert.Contains("S092", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("household.csv", "a,b\n1,2\n", "S013")]
    [InlineData("nowhere.xlsx", null, "S010")]
    public void Something_else_than_a_workbook_is_refused(string name, string? text, string code)
    {
        if (text is not null) Write(name, text);
        var (exit, printed) = Run("import", PathOf(name), "--rules", Rules);
        Assert.Equal(2, exit);
        Assert.Contains(code, printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_of_something_else_is_refused()
    {
        Assert.Equal(0, Run("caseload", "template", "--place", "110000", "--month", "2024-08", "--known-at", "2024-08-31", "--rules", Repository.PathOf("rules"), "--out", PathOf("template.xlsx")).Exit);
        var (exit, printed) = Run("import", PathOf("template.xlsx"), "--rules", Rules);
        Assert.Equal(2, exit);
        Assert.Contains("S090", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_without_rules_of_its_own_has_nothing_to_export()
    {
        var (exit, printed) = Run("export", "200000", "--xlsx", PathOf("none.xlsx"), "--rules", Rules);
        Assert.Equal(2, exit);
        Assert.Contains("Q002", printed, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(PathOf("none.xlsx")));
    }

    [OfficeFact]
    public void Opened_and_saved_by_an_office_program_nothing_changes_and_a_change_is_still_found()
    {
        Save();
        Assert.Contains("Nothing was changed", Import().Printed, StringComparison.Ordinal);
        Edit("<v>12.5</v>", "<v>9</v>");
        Assert.Contains("+ fee: 9.00 yuan per month", Import("--dry-run").Printed, StringComparison.Ordinal);
    }

    private void Save()
    {
        var start = new ProcessStartInfo(Office!, ["-env:UserInstallation=file://" + PathOf("profile"), "--headless", "--convert-to", "xlsx", "--outdir", PathOf("saved"), Book]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.WaitForExit(60_000);
        System.IO.File.Copy(PathOf("saved/book.xlsx"), Book, overwrite: true);
    }

    private sealed class OfficeFactAttribute : FactAttribute
    {
        public OfficeFactAttribute() => Skip = Office is null ? "LibreOffice (soffice) is not installed here" : null;
    }
}
