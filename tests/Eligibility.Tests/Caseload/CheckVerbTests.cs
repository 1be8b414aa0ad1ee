using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Caseload;

/// <summary>What <c>elig caseload check</c> prints and how it ends.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private readonly Gate.Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void A_clean_caseload_ends_with_0_and_says_what_is_not_in_it()
    {
        _gate.Write("roll/household.csv", "household\nH1\n");
        _gate.Write("roll/member.csv", "household,id,birthDate\nH1,1,1950-01-01\n");
        var (exit, printed) = Check("text", "--lang", "en");
        Assert.Equal(0, exit);
        Assert.Contains("1 households read: 1 accepted, 0 rejected; 0 more rows belong to none.\n  household.csv: 1 rows read, 1 accepted, 0 rejected\n", printed, StringComparison.Ordinal);
        Assert.Contains("household·property conforms to the limits", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_rows_are_listed_with_file_row_column_code_and_advice()
    {
        _gate.Write("roll/household.csv", "household,area\nH1,urban\nH2,市区\n");
        _gate.Write("roll/member.csv", "household,id,birthDate\nH1,1,1950-01-01\nH2,1,5/2/31\n=H9,1,\n");
        var (exit, printed) = Check("text");
        Assert.Equal(3, exit);
        Assert.StartsWith("member.csv 第 4 行 “household”（=H9）: S019: household.csv 表里没有 “=H9” 这一户。\n  = 在那张表里补上这一户，或改正编号。\n", printed, StringComparison.Ordinal);
        Assert.Contains("household.csv 第 3 行 “area”（H2）: F028: ", printed, StringComparison.Ordinal);
        Assert.Contains("member.csv 第 3 行 “birthDate”（H2）: S025: ", printed, StringComparison.Ordinal);
        Assert.Contains("读入 3 户：可用 1 户，不可用 2 户；另有 0 行不知属于哪一户。", printed, StringComparison.Ordinal);
        var json = JObject.Parse(Check("json").Printed);
        Assert.Equal(["=H9 4", "H2 3", "H2 3"], json["rejections"]!.Select(r => $"{r["household"]} {r["row"]}"));
        Assert.Equal("""{"read":3,"accepted":1,"rejected":2}""", json["households"]!.ToString(Newtonsoft.Json.Formatting.None));
        var csv = Check("csv", "--lang", "en").Printed.Split('\n');
        Assert.Equal("file,row,column,household,code,message,advice", csv[0]);
        // What a stranger wrote must not become a formula in the spreadsheet in which the list is opened.
        Assert.StartsWith("member.csv,4,household,'=H9,S019,", csv[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "S010")]
    [InlineData("empty.xlsx", "S001")]
    public void What_is_no_caseload_is_bad_input(string name, string code)
    {
        _gate.Write("empty.xlsx", "");
        var (exit, printed) = _gate.Run("caseload", "check", Path.Combine(_gate.Folder, name), "--place", "110000", "--month", "2024-08", "--known-at", "2024-08-31", "--rules", Repository.PathOf("rules"));
        Assert.Equal(2, exit);
        Assert.Contains(code, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("119999", "2024-08", "Q002")]
    [InlineData("110000", "2024-13", "Q004")]
    public void A_place_or_month_that_there_is_not_is_bad_input(string place, string month, string code)
    {
        var (exit, printed) = _gate.Run("caseload", "check", _gate.Folder, "--place", place, "--month", month, "--known-at", "2024-08-31", "--rules", Repository.PathOf("rules"));
        Assert.Equal(2, exit);
        Assert.Contains(code, printed, StringComparison.Ordinal);
    }

    private (int Exit, string Printed) Check(string format, params string[] more) => _gate.Run(
        ["caseload", "check", Path.Combine(_gate.Folder, "roll"), "--place", "110000", "--month", "2024-08", "--known-at", "2024-08-31", "--rules", Repository.PathOf("rules"), "--format", format, .. more]);
}
