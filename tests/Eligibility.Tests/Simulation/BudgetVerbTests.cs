using Eligibility.Tests.Goldens;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Simulation;

/// <summary>
/// A year of the border families: five persons in the zone at 96 yuan, one of them with the pension of 120 and another who turns 60 in March 2014. The rates are attested for 2013 only, so they are taken
/// beyond that.
/// </summary>
public sealed class BudgetVerbTests : IDisposable
{
    private readonly SmallRoll _roll = new();

    public BudgetVerbTests() =>
        _roll.Write("member", "household,id,birthDate", "1,1,1954-03-15", "1,2,1940-01-01", "2,1,1980-01-01", "2,2,1982-01-01", "2,3,2010-01-01", "3,1,1990-01-01", "4,1,1990-01-01", "5,1,1990-01-01");

    public void Dispose() => _roll.Dispose();

    private (int Code, string Out, string Error) Budget(params string[] more) =>
        SmallRoll.Run(["budget", _roll.In("roll"), "--rules", Repository.PathOf("rules"), "--place", "451481", "--year", "2014", "--accept-unattested", "--out", _roll.In("budget"), .. more.Contains("--known-at") ? Array.Empty<string>() : ["--known-at", "2013-12-31"], .. more]);

    private JObject Json(params string[] more)
    {
        Assert.Equal(0, Budget(more).Code);
        return JObject.Parse(File.ReadAllText(_roll.In("budget/budget.json")));
    }

    private static JToken Programme(JObject budget, string name) => budget["programmes"]!.Single(p => (string)p["programme"]! == name);

    private static string[] Forecasts(JToken programme) => [.. programme["months"]!.Select(m => (string)m["forecast"]!)];

    /// <summary>A profile with the lines that a test is about; the rest of it plays no part in a budget.</summary>
    private string Profile(string flows)
    {
        File.WriteAllText(_roll.In("profile.yaml"), File.ReadAllText(Repository.PathOf("seeds/profiles/pingxiang-border.yaml")) + "\nflows:\n" + flows + "\n");
        return _roll.In("profile.yaml");
    }

    [Fact]
    public void Every_month_is_decided_with_the_ages_of_its_persons()
    {
        var budget = Json();
        // 5 × 96 = 480 in each month: 5,760 in the year.
        Assert.Equal(Enumerable.Repeat("480", 12), Forecasts(Programme(budget, "borderAllowance")));
        Assert.Equal("5760", (string)Programme(budget, "borderAllowance")["forecast"]!);
        // Who turns 60 on March 15 draws the pension from April: 3 × 120 + 9 × 240 = 2,520.
        Assert.Equal([.. Enumerable.Repeat("120", 3), .. Enumerable.Repeat("240", 9)], Forecasts(Programme(budget, "basePension")));
        Assert.Equal("8280", (string)budget["forecast"]!);
        // The family of which it is not known where it lives is counted as open and not as nothing.
        Assert.All(Programme(budget, "borderAllowance")["months"]!, m => Assert.Equal(("1", "borderZone"), ((string)m["undetermined"]!, (string)m["missing"]![0]!["name"]!)));
        Assert.Equal((true, false), ((bool)Programme(budget, "borderAllowance")["least"]!, (bool)Programme(budget, "basePension")["least"]!));
        Assert.Equal(("5", "1"), ((string)budget["householdsRead"]!, (string)budget["householdsRejected"]!));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_answer_is_for_people(string language)
    {
        File.WriteAllText(_roll.In("spent.csv"), "月份,项目,金额\n2014-01,borderAllowance,\"500.00\"\n2014-02,凭祥市陆地边境0—3公里边民生活补助,470\n");
        var (code, text, _) = Budget("--lang", language, "--approved", "6000", "--approved", "borderAllowance=5700", "--priority", "basePension", "--spent", _roll.In("spent.csv"));
        Assert.Equal(0, code);
        Golden.Verify(text, language);
        var page = File.ReadAllText(_roll.In("budget/budget.html"));
        Assert.Contains(language == "zh" ? "≥\u00a08,280.00 元" : "≥\u00a0¥8,280.00", page, StringComparison.Ordinal);
        // Nothing was spent in March as far as anybody says: no figure, and not 0.
        Assert.Contains("<th scope=\"row\">2014-03</th>\n<td class=\"n\">≥\u00a0600.00</td>\n<td class=\"n\">—</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_enters_and_leaves_makes_a_roll_grow_from_the_month_of_knowledge_on()
    {
        var budget = Json("--profile", Profile("  - { programme: borderAllowance, entering: 200, leaving: 100, source: none but this test }"));
        // One in a hundred more each month: January 480 × 1.01, December 480 × 1.01¹², without rounding.
        var months = Forecasts(Programme(budget, "borderAllowance"));
        Assert.Equal(("484.8", "540.87601446334546591737648"), (months[0], months[11]));
        Assert.Equal("2.02", (string)Programme(budget, "borderAllowance")["months"]![0]!["households"]!); // households 1 and 2, × 1.01
        Assert.Equal("120", Forecasts(Programme(budget, "basePension"))[0]); // its roll is not said to change
    }

    [Fact]
    public void Months_that_were_known_already_do_not_grow()
    {
        var budget = Json("--profile", Profile("  - { programme: borderAllowance, entering: 200, leaving: 100, status: assumed }"), "--known-at", "2014-12-31");
        Assert.Equal("480", Forecasts(Programme(budget, "borderAllowance"))[11]);
    }

    [Fact]
    public void What_was_spent_replaces_the_forecast_of_its_month_only()
    {
        File.WriteAllText(_roll.In("spent.csv"), "month,programme,amount\n2014-01,borderAllowance,400\n2014-01,borderAllowance,100\n2013-12,borderAllowance,999\n");
        // 400 + 100 + 11 × 480 = 5,780; December of the year before is not in it.
        Assert.Equal("5780", (string)Programme(Json("--spent", _roll.In("spent.csv")), "borderAllowance")["outlook"]!);
    }

    [Fact]
    public void A_value_that_is_set_holds_in_every_month() =>
        // 5 × 100 × 12 = 6,000
        Assert.Equal("6000", (string)Programme(Json("--set", "borderAllowancePerPerson=100"), "borderAllowance")["forecast"]!);

    [Fact]
    public void A_value_that_is_not_attested_leaves_the_months_open()
    {
        Assert.Equal(0, SmallRoll.Run(["budget", _roll.In("roll"), "--rules", Repository.PathOf("rules"), "--place", "451481", "--year", "2014", "--known-at", "2013-12-31", "--out", _roll.In("budget")]).Code);
        var allowance = Programme(JObject.Parse(File.ReadAllText(_roll.In("budget/budget.json"))), "borderAllowance");
        // Households 1, 2 and 4: the rate is missing. Household 3 lives outside and gets nothing whatever the rate.
        Assert.All(allowance["months"]!, m => Assert.Equal(("0", "3"), ((string)m["forecast"]!, (string)m["undetermined"]!)));
        Assert.True((bool)allowance["least"]!);
    }

    [Theory]
    [InlineData("--year", "14", "S057")]
    [InlineData("--approved", "1.005", "S057")]
    [InlineData("--approved", "-1", "S057")]
    [InlineData("--approved", "borderAlowance=1", "S057")]
    [InlineData("--priority", "minimum", "S057")]
    [InlineData("--spent", "nowhere.csv", "Q008")]
    [InlineData("--profile", "nowhere.yaml", "Q008")]
    [InlineData("--set", "nothing=1", "S051")]
    [InlineData("--known-at", "yesterday", "Q")]
    public void What_cannot_be_read_is_refused(string option, string value, string code)
    {
        string[] args = ["budget", _roll.In("roll"), "--rules", Repository.PathOf("rules"), "--place", "451481", "--out", _roll.In("refused"), option, value, .. option == "--year" ? Array.Empty<string>() : ["--year", "2014"]];
        var (exit, _, error) = SmallRoll.Run(args);
        Assert.Equal(2, exit);
        Assert.Contains(code, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_roll.In("refused/budget.json")));
    }

    [Theory]
    [InlineData("  - { programme: minimumLivin, entering: 1, leaving: 1, status: assumed }", "S057")]
    [InlineData("  - { programme: borderAllowance, entering: 1, leaving: 1 }", "S041")]
    [InlineData("  - { programme: borderAllowance, entering: 1, leaving: 10001, status: assumed }", "S040")]
    [InlineData("  - { programme: borderAllowance, entering: -1, leaving: 1, status: assumed }", "S040")]
    [InlineData("  - { programme: borderAllowance, entering: 1, leaving: 1, status: assumed }\n  - { programme: borderAllowance, entering: 1, leaving: 1, status: assumed }", "S040")]
    public void A_flow_that_makes_no_sense_is_refused(string flows, string code)
    {
        var (exit, _, error) = Budget("--profile", Profile(flows));
        Assert.Equal(2, exit);
        Assert.Contains(code, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Payments_without_a_programme_are_refused_by_row()
    {
        File.WriteAllText(_roll.In("spent.csv"), "month,programme,amount\n2014-01,nothing,400\n2014-13,borderAllowance,1\n2014-01,borderAllowance,1.001\n");
        var (exit, _, error) = Budget("--spent", _roll.In("spent.csv"));
        Assert.Equal(2, exit);
        Assert.Contains("3", error, StringComparison.Ordinal);
        Assert.Contains("programme: nothing", error, StringComparison.Ordinal);
    }
}
