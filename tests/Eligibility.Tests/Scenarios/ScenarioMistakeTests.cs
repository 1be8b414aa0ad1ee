using System.Text;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Tests.RuleSets;

namespace Eligibility.Tests.Scenarios;

/// <summary>A scenario that is wrong, in what it asks or in what it expects, must not pass.</summary>
public class ScenarioMistakeTests
{
    // A card pays the desk 3 for each shelf, 1.25 goes to each student; who has no deposit is not covered.
    private static readonly RuleBook Book = Toy.Book(Toy.Rules(
        "000000/lending/2020-01-01.yaml",
        Toy.Derived("third = deposit / 3", "studies per reader = student"),
        "criteria: [ { name: enough, label: 押金, formula: deposit >= 10, met: 够, notMet: 不够, cite: s } ]\n",
        "classes: [ { name: full, label: 全额 } ]\n",
        "routes: [ { name: all, label: 全部, when: enough, class: full, cite: s } ]\n",
        Toy.Payers,
        "benefits:\n  - { name: shelf, label: 架, payer: desk, amount: 3 * shelves, cite: s }\n",
        "  - { name: study, label: 学, per: reader, payer: desk, when: student, amount: '1.25', cite: s }\n"));

    private const string Right = """
        outcome: eligible
        class: full
        route: all
        covered: ["1"]
        payable: 10.25
        payments: [ { benefit: shelf, amount: 9 }, { benefit: study, reader: "1", amount: 1.25 } ]
        findings: { enough: met }
        missing: []
        values: { third: { value: 3.33, rounded: true }, "studies@1": true }
        warnings: []
        """;

    [Fact]
    public void What_is_right_in_every_part_passes() => Assert.Empty(Mismatches(Right));

    [Theory]
    [InlineData("outcome: eligible", "outcome: ineligible", "ineligible <> eligible")]
    [InlineData("class: full", "class: half", "half <> full")]
    [InlineData("route: all", "route: null", "null <> all")]
    [InlineData("covered: [\"1\"]", "covered: []", "[] <> [1]")]
    [InlineData("covered: [\"1\"]", "covered: [\"1\", \"2\"]", "[1, 2] <> [1]")]
    [InlineData("payable: 10.25", "payable: 10.24", "10.24 <> 10.25")]
    [InlineData("payable: 10.25", "payable: null", "null <> 10.25")]
    [InlineData("{ benefit: shelf, amount: 9 }, ", "", "study 1 1.25 <> shelf 9.00; study 1 1.25")]
    [InlineData("amount: 9 }", "amount: 9.01 }", "shelf 9.01; study 1 1.25 <> shelf 9.00; study 1 1.25")]
    [InlineData("amount: 9 }", "amout: 9 }", "shelf ?; study 1 1.25 <> shelf 9.00; study 1 1.25")]
    [InlineData("reader: \"1\"", "reader: \"2\"", "shelf 9.00; study 2 1.25 <> shelf 9.00; study 1 1.25")]
    [InlineData("{ benefit: shelf, amount: 9 }", "{ benefit: shelf, amount: 9 }, { benefit: shelf, amount: 9 }", "shelf 9.00; shelf 9.00; study 1 1.25 <> shelf 9.00; study 1 1.25")]
    [InlineData("enough: met", "enough: notMet", "notMet <> met")]
    [InlineData("enough: met", "enogh: met", "a finding enogh <> none")]
    [InlineData("missing: []", "missing: [ { kind: fact, name: shelves } ]", "fact shelves <> ")]
    [InlineData("missing: []", "missing: [ shelves ]", "a list of maps <> ?")]
    [InlineData("missing: []", "missing: none", "a list of maps <> none")]
    [InlineData("value: 3.33", "value: 3.34", "3.34 <> 3.33")]
    [InlineData("value: 3.33", "value: 3", null)]
    [InlineData("value: 3.33", "value: 4", "4 <> 3")]
    [InlineData(", rounded: true", "", "3.33 <> 10/3")]
    [InlineData("\"studies@1\": true", "\"studies@1\": false", "false <> true")]
    [InlineData("\"studies@1\": true", "\"studies@2\": true", "a value studies@2 <> none of that name")]
    [InlineData("\"studies@1\": true", "studies: true", "a value studies <> none of that name")]
    [InlineData("third:", "thrid:", "a value thrid <> none of that name")]
    [InlineData("warnings: []", "warnings: [ looking ]", "[looking] <> []")]
    [InlineData("warnings: []", "warning: []", "one of the keys of an expectation <> `warning`")]
    [InlineData("findings: { enough: met }", "findings: met", "a map <> met")]
    public void A_wrong_expectation_fails(string right, string wrong, string? mismatch)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);
        var found = Mismatches(Right.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(mismatch is null ? [] : [mismatch], found);
    }

    [Fact]
    public void An_expectation_that_says_nothing_fails() => Assert.Equal(["an outcome at least <> nothing"], Run("household: one", "{ lending: {} }"));

    [Fact]
    public void A_programme_that_the_place_has_not_fails() => Assert.Equal(["lend <> no such programme in the place"], Run("household: one", "{ lend: { outcome: eligible } }"));

    [Fact]
    public void A_refusal_that_does_not_come_fails() => Assert.Equal(["F030 <> accepted"], Run("household: one", "{ diagnostics: [F030] }"));

    [Fact]
    public void A_refusal_with_another_code_fails()
    {
        var found = Assert.Single(Run("facts: { shelfs: 3 }", "{ diagnostics: [F099] }"));
        Assert.StartsWith("F099 <> cases.yaml:", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_are_refused_fail_where_a_decision_is_expected()
    {
        var found = Assert.Single(Run("facts: { shelfs: 3 }", "{ lending: { outcome: eligible } }"));
        Assert.StartsWith("accepted <> cases.yaml:", found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_compared_whole()
    {
        const string facts = "facts: { readers: [ { number: \"1\", student: false } ], deposit: 10 }";
        Assert.Equal([], Run(facts, "{ lending: { outcome: eligible, payable: null, missing: [ { kind: fact, name: shelves } ] } }"));
        Assert.Equal([" <> fact shelves"], Run(facts, "{ lending: { missing: [] } }"));
        Assert.Equal(["fact deposit; fact shelves <> fact shelves"], Run(facts, "{ lending: { missing: [ { kind: fact, name: shelves }, { kind: fact, name: deposit } ] } }"));
        Assert.Equal(["parameter shelves <> fact shelves"], Run(facts, "{ lending: { missing: [ { kind: parameter, name: shelves } ] } }"));
    }

    [Theory]
    [InlineData("household: one", "household: two", "R025")]
    [InlineData("    household: one\n", "", "R021")]
    [InlineData("source: by hand", "", "R021")]
    [InlineData("month: 2024-08", "month: 2024-13", "Q004")]
    [InlineData("knownAt: 2024-08-31", "knownAt: 2024-08-32", "R023")]
    [InlineData("expect: { lending: { outcome: eligible } }", "", "R021")]
    [InlineData("{ lending: { outcome: eligible } }", "{}", "R021")]
    [InlineData("{ lending: { outcome: eligible } }", "{ lending: eligible }", "R022")]
    [InlineData("{ lending: { outcome: eligible } }", "{ diagnostics: F030 }", "R022")]
    [InlineData("{ lending: { outcome: eligible } }", "{ diagnostics: [] }", "R022")]
    [InlineData("household: one", "household: one\n    houshold: one", "R020")]
    [InlineData("household: one", "household: one\n    with: [ { at: readers.7.born, value: 1950-01-01 } ]", "F036")]
    [InlineData("household: one", "household: one\n    with: [ { at: shelves } ]", "R021")]
    [InlineData("household: one", "household: one\n    overlay: { programme: lending, jurisdiction: \"000000\", derivd: [] }", "R020")]
    [InlineData("one: {", "one: { file: nowhere.json }\n  two: {", "Q008 R025")]
    public void A_mistake_in_a_scenario_file_is_told(string right, string wrong, string codes)
    {
        var text = Text("household: one", "{ lending: { outcome: eligible } }");
        Assert.Contains(right, text, StringComparison.Ordinal);
        var bag = new DiagnosticBag();
        Read(text.Replace(right, wrong, StringComparison.Ordinal), bag);
        Assert.Equal(codes, string.Join(' ', bag.Sorted().Select(d => d.Code).Order(StringComparer.Ordinal)));
        Assert.All(bag, d => Assert.Equal("cases.yaml", d.Location!.Value.Source.Name));
    }

    private static List<string> Mismatches(string expectation) => Run("household: one", "\n      lending:\n        " + expectation.Replace("\n", "\n        ", StringComparison.Ordinal));

    private static List<string> Run(string household, string expect)
    {
        var bag = new DiagnosticBag();
        var scenario = Assert.Single(Read(Text(household, expect), bag));
        Assert.Empty(bag);
        var result = ScenarioRunner.Run(Book, scenario);
        Assert.Equal(result.Mismatches.Count == 0, result.Passed);
        return [.. result.Mismatches.Select(m => $"{m.Expected} <> {m.Actual}")];
    }

    private static IReadOnlyList<Scenario> Read(string text, DiagnosticBag bag) =>
        ScenarioReader.Read(new RuleSourceFile("cases.yaml", Encoding.UTF8.GetBytes(text), RuleSourceKind.Scenarios), Book.Vocabulary, _ => null, bag);

    private static string Text(string household, string expect) =>
        $$"""
        households:
          one: { branch: centre, deposit: 10, shelves: 3, loans: [], readers: [ { number: "1", born: 1950-03-15, student: true } ] }
        scenarios:
          - name: a case
            source: by hand
            jurisdiction: "000000"
            month: 2024-08
            knownAt: 2024-08-31
            {{household}}
            expect: {{expect}}

        """;
}
