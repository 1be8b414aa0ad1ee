using Eligibility.Cli;
using Eligibility.Explanation;
using Eligibility.Tests.Goldens;
using Eligibility.Tests.RuleSets;

namespace Eligibility.Tests.Explanation;

/// <summary>What changes between two versions of the rules, in words, and for whom: on a small rule set whose every result is worked out by hand.</summary>
public sealed class DiffTests : IDisposable
{
    private const string File = "000000/card/2020-01-01.yaml";

    // 1 a month for each shelf to who has paid in less than the fee.
    private static readonly string[] Body =
    [
        Toy.Parameter("fee", "from: 2020-01-01, to: 2024-06-30, value: 10\nfrom: 2024-07-01, value: 12"), Toy.Derived("low = deposit < fee"),
        "routes: [ { name: all, label: 全部, when: low, cite: s } ]\n", Toy.Payers, Toy.Benefit("shelves"),
    ];

    private const string Scenarios = """
        scenarios:
          - { name: eleven, source: s, jurisdiction: "000000", month: 2024-06, knownAt: 2024-12-31, facts: { jurisdiction: "000000", deposit: 11, shelves: 3, loans: [], readers: [ { number: "1" } ] }, expect: { card: { outcome: ineligible } } }
          - { name: twelve, source: s, jurisdiction: "000000", month: 2024-07, knownAt: 2024-12-31, facts: { jurisdiction: "000000", deposit: 12, shelves: 3, loans: [], readers: [ { number: "1" } ] }, expect: { card: { outcome: ineligible } } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-diff-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Rules(string name, Func<string, string>? change = null, bool scenarios = true)
    {
        foreach (var source in Toy.Sources(Toy.Rules(File, Body)))
        {
            var text = System.Text.Encoding.UTF8.GetString(source.Bytes);
            Write(Path.Combine(name, source.Name), source.Name == File && change is not null ? change(text) : text);
        }
        if (scenarios) Write(Path.Combine(name, "000000/card/2020-01-01.scenarios.yaml"), Scenarios);
        return Path.Combine(_folder.FullName, name);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }

    private string Examples()
    {
        // 11 is below 12 and not below 10: three shelves are 3.00 from July. 9 is below both. The last is no household.
        Write("examples/eleven.json", """{ "jurisdiction": "000000", "deposit": 11, "shelves": 3, "loans": [], "readers": [ { "number": "1" } ] }""");
        Write("examples/nine.json", """{ "jurisdiction": "000000", "deposit": 9, "shelves": 3, "loans": [], "readers": [ { "number": "1" } ] }""");
        Write("examples/other.json", """{ "this": "is something else" }""");
        return Path.Combine(_folder.FullName, "examples");
    }

    private (int Exit, string Printed) Diff(params string[] args)
    {
        using var output = new StringWriter();
        var exit = Tool.Run(["diff", .. args, "--known-at", "2024-12-31", "--examples", Examples()], output, output, TimeProvider.System);
        return (exit, output.ToString());
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Two_months_of_one_rule_set(string language)
    {
        var (exit, printed) = Diff("000000/card@2024-06", "000000/card@2024-07", "--rules", Rules("rules"), "--lang", language);
        Assert.Equal(0, exit);
        Golden.Verify(printed, language);
    }

    [Fact]
    public void Two_months_in_which_nothing_changes()
    {
        var (exit, printed) = Diff("000000/card@2024-05", "000000/card@2024-06", "--rules", Rules("rules"), "--lang", "en");
        Assert.Equal(0, exit);
        Assert.Contains("Both sides read the same.", printed, StringComparison.Ordinal);
        Assert.Contains("changes: 0 of 4", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_with_a_day_of_knowledge_of_its_own()
    {
        // The fee of 12 is known from July 20 on: the day before, no value is known for July.
        var rules = Rules("rules", t => t.Replace("from: 2024-07-01, value: 12", "from: 2024-07-01, published: 2024-07-20, value: 12", StringComparison.Ordinal));
        var (exit, printed) = Diff("000000/card@2024-07@2024-07-19", "000000/card@2024-07@2024-07-20", "--rules", rules, "--lang", "en");
        Assert.Equal(0, exit);
        Assert.Contains("eleven.json: undetermined → eligible 3.00 yuan", printed, StringComparison.Ordinal);
        Assert.Contains("as known on 2024-07-19", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Two_directories(string language)
    {
        // Until June the fee is 11.50 instead of 10: from 2020-01 on the words differ, from July on both say 12.
        var (exit, printed) = Diff(Rules("before"), Rules("after", t => t.Replace("value: 10", "value: 11.5", StringComparison.Ordinal)), "--lang", language);
        Assert.Equal(0, exit);
        Golden.Verify(printed, language);
    }

    [Fact]
    public void A_comment_changes_a_file_but_no_word_of_the_rules()
    {
        var (_, printed) = Diff(Rules("before"), Rules("after", t => t + "# a remark\n"), "--lang", "en");
        Assert.Contains("the rules read the same in every month", printed, StringComparison.Ordinal);
        Assert.Contains("changes: 0 of 2", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_without_scenarios_is_compared_by_those_of_the_other_side()
    {
        var (exit, printed) = Diff(Rules("before"), Rules("after", t => t.Replace("value: 10", "value: 11.5", StringComparison.Ordinal), scenarios: false), "--lang", "en");
        Assert.Equal(0, exit);
        Assert.Contains("scenario \"eleven\" (000000/card/2020-01-01.scenarios.yaml:2): not eligible → eligible 3.00 yuan", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_with_a_mistake_is_refused_with_the_mistake()
    {
        var (exit, printed) = Diff(Rules("before"), Rules("after", t => t.Replace("deposit < fee", "deposit < fees", StringComparison.Ordinal)), "--lang", "en");
        Assert.Equal(2, exit);
        Assert.Contains("fees", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Files that differ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_moves_is_the_same_item()
    {
        RuleWords a = new("s", "a", "1 ", "x\n"), b = new("s", "b", "2 ", "y\n"), c = new("t", "a", "", "z\n");
        Assert.Empty(RulesDiff.Of([a, b, c], [c, b with { Lead = "1 " }, a with { Lead = "2 " }]));
        Assert.Equal([new WordsChange("s", null, "w\n"), new WordsChange("s", "x\n", null)], RulesDiff.Of([a, b], [b, a with { Key = "d", Text = "w\n" }]));
    }

    [Fact]
    public void Two_items_of_one_name_are_told_apart_by_their_order()
    {
        RuleWords first = new("s", "n", "", "x\n"), second = new("s", "n", "", "y\n");
        Assert.Equal([new WordsChange("s", "y\n", "v\n")], RulesDiff.Of([first, second], [first, second with { Text = "v\n" }]));
        Assert.Equal([new WordsChange("s", "y\n", null)], RulesDiff.Of([first, second], [first]));
    }
}
