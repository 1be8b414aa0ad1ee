using System.Text.RegularExpressions;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Report;
using Eligibility.Tests.Goldens;
using Eligibility.Text;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Simulation;

/// <summary>The page of a simulation: what it says, and that nothing makes it say anything else.</summary>
public sealed partial class ReportTests : IDisposable
{
    private readonly SmallRoll _roll = new();

    public void Dispose() => _roll.Dispose();

    private string Page(string target, params string[] more)
    {
        Assert.Equal(0, _roll.Simulate(target, more).Code);
        return File.ReadAllText(_roll.In($"{target}/report.html"));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_page_of_a_small_caseload(string lang)
    {
        // The looks are the same for every report, and the hashes of the rules change with any rule.
        var page = Hash().Replace(Style().Replace(Page("small", "--set", "borderAllowancePerPerson=90", "--lang", lang), ""), "$1…");
        Golden.Verify(page, lang);
    }

    [Fact]
    public void The_first_screen_says_what_it_costs_and_whom()
    {
        var page = Page("first", "--set", "borderAllowancePerPerson=90");
        // 5 persons × 96 = 480 and a pension of 120 are 600 a month; 5 × 6 = 30 less are 570, and 30 × 12 = 360 less in a year. 30 of 600 is 5 %.
        Assert.Contains("每月支出由 600.00 元变为 570.00 元（−5.0%），全年少支出 360.00 元。", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"figure\">0 / 2</p>", page, StringComparison.Ordinal);
        // 2 × 6 = 12 and 3 × 6 = 18: the greater loss stands first.
        Assert.True(page.IndexOf("288.00→270.00", StringComparison.Ordinal) < page.IndexOf("192.00→180.00", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_in_it_is_loaded_or_run()
    {
        var page = Page("plain", "--set", "borderAllowancePerPerson=100", "--set", "borderAllowancePerPerson=120", "--side-by-side");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)(href=|src=|@import|url\\((?!#))", page);
        Assert.DoesNotMatch(" on[a-z]+=", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_says_in_words_what_it_shows()
    {
        var page = Page("charts", "--set", "borderAllowancePerPerson=100", "--set", "borderAllowancePerPerson=120", "--side-by-side");
        var charts = Chart().Matches(page).Select(m => m.Value).ToArray();
        Assert.True(charts.Length >= 3, $"only {charts.Length} charts");
        Assert.All(charts, c => Assert.Matches("<title id=\"[a-z0-9-]+\">.+</title>\n<desc id=\"[a-z0-9-]+\">.+</desc>", c));
        var ids = Id().Matches(page).Select(m => m.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Names_are_escaped()
    {
        // The reform's name is what the user typed; the household's is whatever stands in the caseload.
        _roll.Write("household", "household,area,borderZone", "<script>x,rural,true");
        _roll.Write("member", "household,id,birthDate", "<script>x,1,1970-01-01");
        var page = Page("names", "--set", "borderAllowancePerPerson=90");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;x", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_changes_there_is_no_chart_of_changes()
    {
        var page = Page("same", "--set", "borderAllowancePerPerson=96");
        Assert.Contains("没有确知待遇改变的家庭。", page, StringComparison.Ordinal);
        Assert.Contains("没有确知会减少的家庭。", page, StringComparison.Ordinal);
        Assert.Contains("每月支出不变，仍为 600.00 元。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("每户每月增减多少", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_households_make_a_page_without_charts()
    {
        _roll.Write("household", "household,area,borderZone");
        _roll.Write("member", "household,id,birthDate");
        var page = Page("none", "--set", "borderAllowancePerPerson=100");
        Assert.DoesNotContain("<svg", page, StringComparison.Ordinal);
        Assert.Contains("每月支出不变，仍为 0.00 元。", page, StringComparison.Ordinal);
        Assert.Contains("读入 0 户", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_the_page_says_what_is_missing()
    {
        _roll.Write("household", "household,area,borderZone", "1,rural,");
        _roll.Write("member", "household,id,birthDate", "1,1,");
        var page = Page("unknown", "--set", "borderAllowancePerPerson=100");
        Assert.Contains("居住在陆地边境0—3公里范围内", page, StringComparison.Ordinal);
        Assert.Contains("无法判断 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_stopped_says_so()
    {
        _roll.Simulate("stopped", "--set", "borderAllowancePerPerson=100");
        var result = ResultFile.Read(File.ReadAllText(_roll.In("stopped/result.json")))!;
        string Of(bool partial) => ReportHtml.Write(ReportMaker.Of(new ResultView((JObject)result["frame"]!, ResultFile.TallyOf(result), partial, Language.Chinese)), Language.Chinese);
        Assert.Equal(File.ReadAllText(_roll.In("stopped/report.html")), Of(false));
        Assert.Contains("<p class=\"warning\">部分结果：", Of(true), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_is_told_and_leaves_nothing_half_written()
    {
        Directory.CreateDirectory(_roll.In("full/report.html"));
        var (code, _, error) = _roll.Simulate("full");
        Assert.Equal(2, code);
        Assert.Contains("report.html", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_roll.In("full"), "*.partial"));
        Assert.Empty(Directory.GetFileSystemEntries(_roll.In("full/report.html")));
    }

    [Fact]
    public void Rejected_rows_are_counted_by_reason()
    {
        var page = Page("rejected");
        Assert.Contains("1 户的数据不可用，没有测算；逐行的说明见 rejected.csv。", page, StringComparison.Ordinal);
        Assert.Contains("名册：真实；读入 5 户，测算 4 户，不可用 1 户；代表 4 户 7 人。", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<style>.*?</style>\n", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@"(\d{4}-\d\d-\d\d )[0-9a-f]{16}")]
    private static partial Regex Hash();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Chart();

    [GeneratedRegex(" id=\"[^\"]+\"")]
    private static partial Regex Id();
}
