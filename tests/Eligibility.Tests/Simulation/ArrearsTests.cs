using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Simulation;

/// <summary>
/// A change that holds from a month before the one that is decided. Two border families, of two persons and of three, and one of which it is not known where it lives; the first is on the roll. The rate
/// goes from 96 to 100 a person.
/// </summary>
public sealed class ArrearsTests : IDisposable
{
    private readonly SmallRoll _roll = new();

    public ArrearsTests() => _roll.Write("grant", "household,programme,from,to,persons", "1,borderAllowance,2013-12-01,,1;2");

    public void Dispose() => _roll.Dispose();

    private (int Code, string Out, string Error) Simulate(params string[] more) =>
        SmallRoll.Run(["simulate", _roll.In("roll"), "--rules", Repository.PathOf("rules"), "--place", "451481", "--month", "2014-03", "--known-at", "2014-03-31", "--accept-unattested", "--out", _roll.In("out"), .. more]);

    /// <summary>A reform from some day, with a notice whose clause says so.</summary>
    private string Notice(string clause, string from = "2014-01-01")
    {
        File.WriteAllText(_roll.In("notice.yaml"), $$"""
            programme: borderAllowance
            jurisdiction: "451481"
            title: { zh: 假设的通知, en: an assumed notice }
            sources:
              draft: { title: 假设的通知{{clause}} }
            parameters:
              - name: borderAllowancePerPerson
                values:
                  - { from: {{from}}, value: 100, cite: draft 一 }
            """);
        return _roll.In("notice.yaml");
    }

    private string[] Arrears(params string[] more)
    {
        var (code, _, error) = Simulate(more);
        Assert.True(code == 0, error);
        var change = JObject.Parse(File.ReadAllText(_roll.In("out/result.json")))["changes"]![0]!;
        return [.. change["arrears"]!.Select(a => $"{a["month"]} " + string.Join(", ", ((JObject)a["differences"]!).Properties().Select(p => $"{p.Name} {p.Value["amount"]} of {p.Value["households"]}")))];
    }

    [Fact]
    public void What_a_clause_reaches_is_owed_and_the_rest_is_information() =>
        // In each of January and February: family 1, on the roll, 2 × 4 = 8; family 2, not on it, 3 × 4 = 12; of family 4 it is not known.
        Assert.Equal(["2014-01 owed 8.00 of 1, information 12.00 of 1, unknown  of 1", "2014-02 owed 8.00 of 1, information 12.00 of 1, unknown  of 1"],
            Arrears("--overlay", Notice(", arrears: { onRollIn: any, months: granted }")));

    [Fact]
    public void Without_a_clause_nothing_is_owed()
    {
        string[] expected = ["2014-01 information 20.00 of 2, unknown  of 1", "2014-02 information 20.00 of 2, unknown  of 1"];
        Assert.Equal(expected, Arrears("--overlay", Notice("")));
        Assert.Equal(expected, Arrears("--set", "borderAllowancePerPerson=100@2014-01"));
    }

    [Fact]
    public void Who_must_be_on_the_roll_in_a_month_is_asked_in_that_month() =>
        Assert.Equal(["2014-02 information 20.00 of 2, unknown  of 1"], Arrears("--overlay", Notice(", arrears: { onRollIn: 2013-11, months: all }", "2014-02-01")));

    [Fact]
    public void Where_the_roll_is_not_known_it_is_open_what_is_owed()
    {
        File.Delete(_roll.In("roll/grant.csv"));
        Assert.Equal(["2014-02 open 20.00 of 2, unknown  of 1"], Arrears("--overlay", Notice(", arrears: { onRollIn: any, months: granted }", "2014-02-01")));
    }

    [Fact]
    public void A_change_from_the_month_that_is_decided_has_no_arrears()
    {
        Assert.Empty(Arrears("--set", "borderAllowancePerPerson=100"));
        Assert.Empty(Arrears("--set", "borderAllowancePerPerson=100@2014-03"));
        Assert.Empty(Arrears("--overlay", Notice(", arrears: { onRollIn: any, months: granted }", "2014-03-01")));
    }

    [Fact]
    public void A_reader_is_told()
    {
        var (_, text, _) = Simulate("--overlay", Notice(", arrears: { onRollIn: any, months: granted }"));
        Assert.Contains("2014-01 起的以前月份：应补发 16.00 元；没有补发条款、仅供参考 24.00 元；不能确定 0.00 元", text, StringComparison.Ordinal);
        var page = File.ReadAllText(_roll.In("out/report.html"));
        Assert.Contains("以前月份的补发", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">2014-02</th>\n<td class=\"n\">8.00</td>\n<td class=\"n\">1</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_add_up()
    {
        var notice = Notice(", arrears: { onRollIn: any, months: granted }");
        Simulate("--overlay", notice);
        var whole = File.ReadAllText(_roll.In("out/result.json"));
        foreach (var part in new[] { 1, 2 })
            Assert.Equal(0, SmallRoll.Run(["simulate", _roll.In("roll"), "--rules", Repository.PathOf("rules"), "--place", "451481", "--month", "2014-03", "--known-at", "2014-03-31", "--accept-unattested", "--overlay", notice, "--out", _roll.In($"part{part}"), "--shard", $"{part}/2"]).Code);
        Assert.Equal(0, SmallRoll.Run(["merge", _roll.In("part1"), _roll.In("part2"), "--out", _roll.In("merged")]).Code);
        Assert.Equal(whole, File.ReadAllText(_roll.In("merged/result.json")));
    }

    [Theory]
    [InlineData("2013-02", 2)] // thirteen months before March 2014
    [InlineData("2013-03", 0)]
    public void A_change_that_holds_from_too_long_ago_is_refused(string month, int code)
    {
        var (exit, _, error) = Simulate("--set", $"borderAllowancePerPerson=100@{month}");
        Assert.Equal(code, exit);
        Assert.Equal(code == 2, error.Contains("S058", StringComparison.Ordinal));
    }
}
