using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Mutation;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Tests.RuleSets;
using Eligibility.Text;

namespace Eligibility.Tests.Mutation;

/// <summary>Of a small rule set every mutant is known by hand, and which of them two scenarios notice.</summary>
public class MutationTests
{
    private const string File = "000000/card/2020-01-01.yaml";

    // Who has paid in less than the fee gets 1 a month, or 2 with more than three shelves.
    private static readonly (string Name, string Body) Small = Toy.Rules(File,
        Toy.Parameter("fee", "from: 2020-01-01, value: 10"), Toy.Derived("low = deposit < fee"),
        "routes: [ { name: all, label: 全部, when: low, cite: s } ]\n", Toy.Payers, Toy.Benefit("if shelves > 3 then 2 else 1"));

    /// <summary>One cent below the fee is paid 1; the fee itself is too much.</summary>
    private const string TwoScenarios = """
        scenarios:
          - { name: below, source: s, jurisdiction: "000000", month: 2024-08, knownAt: 2024-12-31, facts: { deposit: 9.99, shelves: 3, loans: [], readers: [ { number: "1" } ] }, expect: { card: { outcome: eligible, payable: 1.00 } } }
          - { name: at, source: s, jurisdiction: "000000", month: 2024-08, knownAt: 2024-12-31, facts: { deposit: 10, shelves: 3, loans: [], readers: [ { number: "1" } ] }, expect: { card: { outcome: ineligible } } }
        """;

    private static IReadOnlyList<Scenario> Scenarios(RuleBook book, string text = TwoScenarios)
    {
        var bag = new DiagnosticBag();
        var scenarios = ScenarioReader.Read(new RuleSourceFile("000000/card/2020-01-01.scenarios.yaml", Encoding.UTF8.GetBytes(text), RuleSourceKind.Scenarios), book.Vocabulary, _ => null, bag);
        Assert.Empty(bag);
        Assert.All(scenarios, s => Assert.Empty(ScenarioRunner.Run(book, s).Mismatches));
        return scenarios;
    }

    private static string Said(MutantResult r) => $"{r.Mutant.At.Line} {r.Mutant.Name} {r.Mutant.Kind} {r.Mutant.Change}: {r.Fate}";

    private static IReadOnlyList<MutantResult> Run(RuleBook book, IReadOnlyList<Scenario> scenarios, int threads = 1) => MutationRun.Of(book, scenarios, _ => true, threads);

    /// <summary>The changes to the formula of one derived value, after the number of its line.</summary>
    private static string[] Changes(string formula, params string[] more)
    {
        var book = Toy.Book(Toy.Rules(File, Toy.Derived(["x = " + formula, .. more]), Toy.Route));
        return [.. MutantFinder.Of(book.Library.Files[0], new WholeNumbers(book.Library)).Where(m => m.Item == "x").Select(m => m.Change)];
    }

    [Fact]
    public void Two_scenarios_notice_what_they_should_and_nothing_else()
    {
        var book = Toy.Book(Small);
        string[] expected =
        [
            "fee EffectiveDate from 2020-01-01 → 2020-02-01: Survived", // both scenarios ask about 2024; a month earlier there are no rules
            "fee ParameterValue 2020-01-01 10 → 10.01: Killed", // 10 < 10.01
            "fee ParameterValue 2020-01-01 10 → 9.99: Killed", // 9.99 is not below 9.99
            "fee ParameterValue 2020-01-01 10 → 10.1: Killed",
            "fee ParameterValue 2020-01-01 10 → 9.9: Killed",
            "low Comparison deposit < fee → deposit <= fee: Killed", // 10 <= 10
            "amount:pay Comparison shelves > 3 → shelves >= 3: Killed", // three shelves would be paid 2
            "amount:pay Constant shelves > 3 → shelves > 4: Survived", // three are not more than either
            "amount:pay Constant shelves > 3 → shelves > 2: Killed",
            "amount:pay Branches if shelves > 3 then 2 else 1 → if shelves > 3 then 1 else 2: Killed",
            "amount:pay Constant if shelves > 3 then 2 else 1 → if shelves > 3 then 2.01 else 1: Survived", // nobody has more than three
            "amount:pay Constant if shelves > 3 then 2 else 1 → if shelves > 3 then 1.99 else 1: Survived",
            "amount:pay Constant if shelves > 3 then 2 else 1 → if shelves > 3 then 2.02 else 1: Survived",
            "amount:pay Constant if shelves > 3 then 2 else 1 → if shelves > 3 then 1.98 else 1: Survived",
            "amount:pay Constant if shelves > 3 then 2 else 1 → if shelves > 3 then 2 else 1.01: Killed",
            "amount:pay Constant if shelves > 3 then 2 else 1 → if shelves > 3 then 2 else 0.99: Killed",
        ];
        Assert.Equal(expected, Run(book, Scenarios(book)).Select(r => Said(r)[(Said(r).IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public void What_comes_out_does_not_depend_on_the_threads_nor_on_the_run()
    {
        var book = Toy.Book(Small, Toy.Rules("000000/extra/2020-01-01.yaml", Toy.Derived("high = deposit > 5 and shelves < 9"), Toy.Route));
        var scenarios = Scenarios(book);
        var one = Run(book, scenarios).Select(Said).ToArray();
        Assert.True(one.Length > 17, $"only {one.Length}");
        Assert.Equal(one, Run(book, scenarios, 2).Select(Said));
        Assert.Equal(one, Run(book, scenarios, 2).Select(Said));
    }

    [Theory]
    [InlineData("from: 2020-01-01, value: 10", "2020-02-01")]
    [InlineData("from: 2019-12-01, value: 10", "")] // the rules begin on 2020-01-01
    [InlineData("from: 2019-12-15, value: 10", "2020-01-15")]
    [InlineData("from: 2020-01-02, value: 10", "2019-12-02 2020-02-02")]
    [InlineData("from: 2019-11-01, value: 10\nfrom: 2019-12-01, value: 11", "2019-12-01 2019-11-01")] // which of the two is the later one
    [InlineData("from: 2019-10-01, value: 10\nfrom: 2020-03-31, value: 11", "2020-02-29 2020-04-30")]
    public void A_start_is_moved_by_a_month_where_that_says_something(string values, string moved)
    {
        var book = Toy.Book(Toy.Rules(File, Toy.Parameter("fee", values), Toy.Route));
        var changes = MutantFinder.Of(book.Library.Files[0], new WholeNumbers(book.Library)).Where(m => m.Kind == MutationKind.EffectiveDate).Select(m => m.Change.Split(" → ")[1]);
        Assert.Equal(moved.Length == 0 ? [] : moved.Split(' '), changes);
    }

    [Fact]
    public void Without_a_scenario_nothing_is_noticed()
    {
        var book = Toy.Book(Small);
        Assert.All(Run(book, []), r => Assert.Equal(Fate.NotReached, r.Fate));
    }

    [Fact]
    public void A_scenario_that_does_not_read_an_item_does_not_count_as_reaching_it()
    {
        var book = Toy.Book(Small);
        var results = Run(book, [.. Scenarios(book).Where(s => s.Name == "at")]); // ineligible: the amount is never asked for
        Assert.All(results.Where(r => r.Mutant.Name == "amount:pay"), r => Assert.Equal(Fate.NotReached, r.Fate));
        Assert.Equal(Fate.Killed, results.Single(r => r.Mutant.Name == "low").Fate);
    }

    [Fact]
    public void What_does_not_load_is_counted_apart()
    {
        // closedOn may be missing: only behind `!= null` may it be compared.
        var book = Toy.Book(Toy.Rules(File, Toy.Derived("closed = closedOn != null and closedOn < month.start"), "routes: [ { name: all, label: 全部, when: closed, cite: s } ]\n"));
        var results = Run(book, []).ToDictionary(r => r.Mutant.Change, r => r.Fate);
        Assert.Equal(Fate.Refused, results["closedOn != null → closedOn = null"]);
        Assert.Equal(Fate.NotReached, results["closedOn < month.start → closedOn <= month.start"]);
    }

    [Fact]
    public void An_override_that_is_left_out_leaves_what_is_inherited()
    {
        var north = Toy.Rules("100000/card/2020-01-01.yaml", "extends: \"000000\"\n", "derived: [ { name: low, label: 低, formula: deposit <= fee, override: true, cite: s } ]\n");
        var book = Toy.Book(Small, north);
        const string Scenario = """
            scenarios:
              - { name: at, source: s, jurisdiction: "100000", month: 2024-08, knownAt: 2024-12-31, facts: { deposit: 10, shelves: 3, loans: [], readers: [ { number: "1" } ] }, expect: { card: { outcome: eligible } } }
            """;
        string[] expected = ["low Override override → (none): Killed", "low Comparison deposit <= fee → deposit < fee: Killed"];
        Assert.Equal(expected, Run(book, Scenarios(book, Scenario)).Where(r => r.Mutant.File.Jurisdiction == "100000").Select(r => Said(r)[(Said(r).IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Theory]
    [InlineData("deposit = 5.5", "deposit = 5.5 → deposit != 5.5|deposit = 5.5 → deposit = 5.51|deposit = 5.5 → deposit = 5.49|deposit = 5.5 → deposit = 5.555|deposit = 5.5 → deposit = 5.445")]
    [InlineData("shelves != 2", "shelves != 2 → shelves = 2|shelves != 2 → shelves != 3|shelves != 2 → shelves != 1")] // shelves are counted
    [InlineData("count(loans) >= 1", "count(loans) >= 1 → count(loans) > 1|count(loans) >= 1 → count(loans) >= 2|count(loans) >= 1 → count(loans) >= 0")]
    [InlineData("weight - 2 > 1", "weight - 2 > 1 → weight - 2 >= 1|weight - 2 → weight - 2.01|weight - 2 → weight - 1.99|weight - 2 → weight - 2.02|weight - 2 → weight - 1.98|weight - 2 > 1 → weight - 2 > 1.01|weight - 2 > 1 → weight - 2 > 0.99")] // the 1 does not make the weight whole
    [InlineData("deposit > 0", "deposit > 0 → deposit >= 0|deposit > 0 → deposit > 0.01|deposit > 0 → deposit > (-0.01)")] // a hundredth of nothing is nothing
    [InlineData("blocked and deposit < weight or blocked", "blocked and deposit < weight or blocked → blocked and deposit < weight and blocked|blocked and deposit < weight → blocked or deposit < weight|deposit < weight → deposit <= weight")]
    [InlineData("deposit between weight and shelves", "deposit between weight and shelves → (deposit > weight and deposit <= shelves)|deposit between weight and shelves → (deposit >= weight and deposit < shelves)")]
    [InlineData("shelves in [weight..deposit)", "shelves in [weight..deposit) → shelves in (weight..deposit)|shelves in [weight..deposit) → shelves in [weight..deposit]")]
    [InlineData("if blocked then deposit else deposit", "")] // the same either way
    [InlineData("branch = \"centre\"", "branch = \"centre\" → branch != \"centre\"")]
    [InlineData("deposit", "")]
    public void A_formula_is_changed_in_these_ways(string formula, string changes) =>
        Assert.Equal(changes.Length == 0 ? [] : changes.Split('|'), Changes(formula));

    [Fact]
    public void What_rests_on_counts_is_counted_and_what_is_divided_is_not()
    {
        Assert.Equal(3, Changes("twice > 4", "twice = shelves * 2").Length); // >= and ±1
        Assert.Equal(5, Changes("half > 4", "half = shelves / 2").Length); // >=, ±0.01 and ±1 %
    }

    [Fact]
    public void Two_changes_that_read_alike_can_be_told_apart() =>
        Assert.Equal(["deposit < weight → deposit <= weight", "deposit < weight → deposit <= weight (2)"], Changes("(deposit < weight) = (deposit < weight)").Where(c => c.StartsWith("deposit", StringComparison.Ordinal)));

    [Theory]
    [InlineData("first", 2)]
    [InlineData("unique", 0)]
    [InlineData("collect sum", 0)]
    public void Rows_change_places_only_where_the_first_counts(string hit, int swaps)
    {
        var last = hit == "unique" ? "> 5" : "-  ";
        var book = Toy.Book(Toy.Rules(File, Toy.Route, $"derived:\n  - name: x\n    label: x\n    cite: s\n    table:\n      hit: {hit}\n      rows: |\n        | shelves | x |\n        | < 3     | 1 |\n        | [3..5]  | 2 |\n        | {last}     | 3 |\n"));
        var mutants = MutantFinder.Of(book.Library.Files[0], new WholeNumbers(book.Library));
        Assert.Equal(swaps, mutants.Count(m => m.Kind == MutationKind.RowOrder));
        Assert.Contains(mutants, m => m.Change == "< 3 → <= 3" && m.Kind == MutationKind.Boundary);
        Assert.Contains(mutants, m => m.Change == "[3..5] → [3..5)" && m.Kind == MutationKind.Boundary);
        foreach (var m in mutants)
        {
            var bag = new DiagnosticBag();
            var changed = m.Build(bag);
            Assert.True(!bag.HasErrors && changed is not null, $"{m.Change}: {string.Join("; ", bag)}");
            Assert.NotEqual(book.Library.Files[0].Source.Content, changed.Source.Content);
        }
        if (swaps == 0) return;
        var swapped = mutants.First(m => m.Kind == MutationKind.RowOrder).Build([])!;
        Assert.Equal(["2", "1", "3"], swapped.Derived[0].Table!.Rows.Select(r => r.Output.Fragment.Text));
    }

    [Fact]
    public void Every_mutant_of_the_library_is_another_text_in_one_place()
    {
        var library = RealRules.Book.Library;
        var whole = new WholeNumbers(library);
        var mutants = library.Files.SelectMany(f => MutantFinder.Of(f, whole)).ToArray();
        Assert.True(mutants.Length > 2000, $"only {mutants.Length}");
        Assert.Equal(mutants.Length, mutants.DistinctBy(m => (m.File, m.Name, m.Change)).Count());
    }
}
