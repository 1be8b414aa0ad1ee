using System.Text;
using Eligibility.Cli;
using Eligibility.Diagnostics;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Tests.Statements;

/// <summary>Payments as a bureau has them: a CSV with keys or Chinese headers.</summary>
public sealed class PaidInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-paid-");

    public void Dispose() => _folder.Delete(recursive: true);

    private Decided? Read(byte[] bytes, out DiagnosticBag bag, LocalDate? day = null)
    {
        var path = Path.Combine(_folder.FullName, "paid.csv");
        File.WriteAllBytes(path, bytes);
        return PaidInput.Read([path], day, RealRules.Book, bag = new DiagnosticBag());
    }

    private const string Chinese = "月份,项目,待遇,人员编号,金额,决定日期\n2024-07,北京市城乡居民最低生活保障,最低生活保障金,,\"1,785.00\",2024-07-20\n2024-07,minimumLiving,topUp,3,348.75,2024-07-20\n";

    [Fact]
    public void Headers_and_names_may_be_keys_or_Chinese()
    {
        var decided = Read(Encoding.UTF8.GetBytes(Chinese), out var bag)!;
        Assert.Empty(bag);
        Assert.Equal(["basic  1785.00", "topUp 3 348.75"], decided.Paid!.Select(p => $"{p.Benefit} {p.Person} {p.Amount}"));
        Assert.Equal(new LocalDate(2024, 7, 20), decided.DayOf(new YearMonth(2024, 7)));
        Assert.Null(decided.DayOf(new YearMonth(2024, 8)));
    }

    [Fact]
    public void It_may_be_saved_by_a_spreadsheet_in_China()
    {
        foreach (var bytes in new[] { CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Chinese), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Chinese)], Encoding.UTF8.GetBytes(Chinese.Replace("\n", "\r\n", StringComparison.Ordinal)) })
        {
            Assert.Equal(2, Read(bytes, out var bag)!.Paid!.Count);
            Assert.Empty(bag);
        }
    }

    [Theory]
    [InlineData("月份,项目,待遇,金额,人员编码\n", "C013", 1, "人员编号")]
    [InlineData("month,month,programme,benefit,amount\n", "C013", 1, "month")]
    [InlineData("月份,项目,金额\n", "C014", 1, "补上")]
    [InlineData("month,programme,benefit,amount\n2024-8,minimumLiving,basic,1\n", "C015", 2, "2024-8")]
    [InlineData("month,programme,benefit,amount\n2024-08,minimumLivin,basic,1\n", "C015", 2, "minimumLivin")]
    [InlineData("month,programme,benefit,amount\n2024-08,minimumLiving,basik,1\n", "C015", 2, "basik")]
    [InlineData("month,programme,benefit,amount\n2024-08,minimumLiving,basic,-1\n", "C015", 2, "-1")]
    [InlineData("month,programme,benefit,amount\n2024-08,minimumLiving,basic,1.001\n", "C015", 2, "1.001")]
    [InlineData("month,programme,benefit,amount\n2024-08,minimumLiving,basic,一百\n", "C015", 2, "一百")]
    [InlineData("month,programme,benefit,amount\n2024-07,minimumLiving,basic,1\n2024-08,minimumLiving,basic\n", "C015", 3, "3 ≠ 4")]
    [InlineData("month,programme,benefit,amount,decidedOn\n2024-08,minimumLiving,basic,1,2024-02-30\n", "C015", 2, "2024-02-30")]
    [InlineData("month,programme,benefit,amount,decidedOn\n2024-08,minimumLiving,basic,1,2024-08-30\n2024-08,minimumLiving,topUp,1,2024-08-31\n", "C015", 3, "2024-08-31")]
    public void A_mistake_is_reported_in_its_row(string text, string code, int line, string said)
    {
        Assert.Null(Read(Encoding.UTF8.GetBytes(text), out var bag));
        var mistake = Assert.Single(bag);
        Assert.Equal((code, line), (mistake.Code, mistake.Location!.Value.Line));
        Assert.Contains(said, mistake.Message.Zh + mistake.Advice.Zh + mistake.Advice.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_that_cannot_be_used_is_told()
    {
        Read(Encoding.UTF8.GetBytes("month,programme,benefit,amount\nx,minimumLiving,basic,1\n2024-08,minimumLiving,basic,1\ny,minimumLiving,basic,z\n"), out var bag);
        Assert.Equal([2, 4, 4], bag.Select(d => d.Location!.Value.Line));
    }

    [Fact]
    public void Without_payments_a_day_is_needed()
    {
        var bag = new DiagnosticBag();
        Assert.Null(PaidInput.Read([], null, RealRules.Book, bag));
        Assert.Equal("C011", Assert.Single(bag).Code);
    }
}
