using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Mutation;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Tests.RuleSets;
using Eligibility.Text;

namespace Eligibility.Tests.Mutation;

/// <summary>What scenarios meet of a small rule set, counted by hand.</summary>
public class ScenarioCoverageTests
{
    private const string File = "000000/card/2020-01-01.yaml";

    private static ScenarioCoverage Coverage((string Name, string Body) rules, params string[] facts)
    {
        var book = Toy.Book(rules);
        var text = "scenarios:\n" + string.Concat(facts.Select(f => $"  - {{ name: n, source: s, jurisdiction: \"000000\", month: 2024-08, knownAt: 2024-12-31, facts: {{ loans: [], {(f.Contains("readers", StringComparison.Ordinal) ? "" : "readers: [ { number: \"1\" } ], ")}{f} }}, expect: {{ card: {{ outcome: eligible }} }} }}\n"));
        var bag = new DiagnosticBag();
        var scenarios = facts.Length == 0 ? [] : ScenarioReader.Read(new RuleSourceFile("000000/card/2020-01-01.scenarios.yaml", Encoding.UTF8.GetBytes(text), RuleSourceKind.Scenarios), book.Vocabulary, _ => null, bag);
        Assert.Empty(bag);
        return ScenarioCoverage.Of(book, scenarios, _ => true);
    }

    private static string[] Open(ScenarioCoverage c) => [.. c.Open.Select(p => $"{p.Item} {p.What} {p.Part}".TrimEnd())];

    // low: evaluated, true, false; the route: the same; the amount: evaluated, its if true and false. Nine in all.
    private static readonly (string, string) Small = Toy.Rules(File, Toy.Derived("low = deposit < 10"), "routes: [ { name: all, label: 全部, when: low, cite: s } ]\n", Toy.Payers, Toy.Benefit("if shelves > 3 then 2 else 1"));

    [Fact]
    public void Without_scenarios_nothing_is_met()
    {
        var c = Coverage(Small);
        Assert.Equal((0, 9), (c.Covered, c.Total));
    }

    [Theory]
    [InlineData("deposit: 5, shelves: 3", "low false|route:all false|amount:pay true shelves > 3")]
    [InlineData("deposit: 10, shelves: 9", "low true|route:all true|amount:pay evaluated|amount:pay false shelves > 3|amount:pay true shelves > 3")]
    [InlineData("deposit: null, shelves: 9", "low false|low true|route:all false|route:all true|amount:pay false shelves > 3")] // not known whether it is paid: the amount is asked for all the same
    public void One_scenario_meets_what_it_reads(string facts, string open)
    {
        var c = Coverage(Small, facts);
        Assert.Equal(open.Split('|').Order(StringComparer.Ordinal), Open(c).Order(StringComparer.Ordinal));
        Assert.Equal(9 - open.Split('|').Length, c.Covered);
    }

    [Fact]
    public void Three_scenarios_meet_everything()
    {
        var c = Coverage(Small, "deposit: 5, shelves: 3", "deposit: 5, shelves: 4", "deposit: 10, shelves: 3");
        Assert.Empty(Open(c));
        Assert.EndsWith("total: 9/9 100.0 %\n", c.Text(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first", "shelves: 2", "[3..5]|-")]
    [InlineData("first", "shelves: 5", "< 3|-")]
    [InlineData("first", "shelves: 6", "< 3|[3..5]")]
    [InlineData("unique", "shelves: 5", "< 3|> 5")]
    [InlineData("unique", "shelves: 6", "< 3|[3..5]")]
    [InlineData("collect sum", "shelves: 2", "[3..5]")] // the dash counts besides
    [InlineData("collect sum", "shelves: 6", "< 3|[3..5]")]
    public void The_rows_that_match_are_met(string hit, string facts, string open)
    {
        var last = hit == "unique" ? "> 5" : "-";
        var c = Coverage(Toy.Rules(File, Toy.Route, Toy.Payers, $"benefits:\n  - name: pay\n    label: 给付\n    payer: desk\n    cite: s\n    table:\n      hit: {hit}\n      rows: |\n        | shelves | x |\n        | < 3 | 1 |\n        | [3..5] | 2 |\n        | {last} | 3 |\n"), facts);
        Assert.Equal(open.Split('|'), c.Open.Where(p => p.What == "row").Select(p => p.Part.Split('|')[1].Trim()));
    }

    [Theory]
    [InlineData("covered", "")] // whoever is not covered is not asked
    [InlineData("student", "when:pay false")]
    public void A_payment_to_those_covered_cannot_find_one_who_is_not(string when, string open)
    {
        var rules = Toy.Rules(File, Toy.Route, Toy.Payers, Toy.Benefit("1", $", per: reader, when: {when}"));
        var c = Coverage(rules, "readers: [ { number: \"1\", student: true } ]");
        Assert.Equal(open.Length == 0 ? [] : [open], Open(c).Where(p => p != "route:all false"));
    }

    [Fact]
    public void An_if_in_a_branch_that_is_not_taken_is_not_met()
    {
        var c = Coverage(Toy.Rules(File, Toy.Pays("if deposit < 10 then 1 else if shelves > 3 then 2 else 3")), "deposit: 5, shelves: 4");
        Assert.Equal(["amount:pay false deposit < 10", "amount:pay false shelves > 3", "amount:pay true shelves > 3", "route:all false"], Open(c).Order(StringComparer.Ordinal));
    }
}
