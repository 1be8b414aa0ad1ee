using Eligibility.Diagnostics;
using Eligibility.Lints;
using Eligibility.Tests.RuleSets;
using NodaTime;

namespace Eligibility.Tests.Lints;

/// <summary>Each lint says what it proves, and is silent about a file that differs only in that.</summary>
public class LintTests
{
    private const string Head = "000000/card/2020-01-01.yaml";
    private static readonly LocalDate Today = new(2024, 12, 31);

    /// <summary>The lints of some files as "code name-or-text", without those that every toy file has.</summary>
    private static string[] Lints(params (string Name, string Body)[] files)
    {
        var bag = new DiagnosticBag();
        Linter.Run(Toy.Book(files), Today, bag);
        Assert.False(bag.HasErrors);
        return [.. bag.Sorted().Where(d => d.Code is not ("L007" or "L010")).Select(d => d.Code)];
    }

    private static string[] Series(string values) => Lints(Toy.Rules(Head, Toy.Route, Toy.Parameter("fee", values)));

    [Theory]
    [InlineData("from: 2020-01-01, to: 2020-12-31, value: 10\nfrom: 2021-01-01, to: 2021-12-31, value: 11", "")]
    [InlineData("from: 2020-01-01, to: 2020-11-30, value: 10\nfrom: 2021-01-01, to: 2021-12-31, value: 11", "L001")]
    [InlineData("from: 2020-01-01, to: 2021-01-01, value: 10\nfrom: 2021-01-01, to: 2021-12-31, value: 11", "L002")]
    [InlineData("from: 2020-01-01, value: 10", "L003")]
    [InlineData("from: 2020-01-01, value: 10, attestedThrough: 2024-12-31", "")]
    [InlineData("from: 2020-01-01, value: 10\nfrom: 2021-01-01, recalled: true", "")]
    [InlineData("from: 2020-01-01, value: 100\nfrom: 2021-01-01, to: 2021-12-31, value: 150", "")]
    [InlineData("from: 2020-01-01, value: 100\nfrom: 2021-01-01, to: 2021-12-31, value: 150.01", "L004")]
    [InlineData("from: 2020-01-01, value: 150.01\nfrom: 2021-01-01, to: 2021-12-31, value: 100", "L004")]
    [InlineData("from: 2020-01-01, value: 10, attestedThrough: 2022-12-31", "")]
    [InlineData("from: 2020-01-01, value: 10, attestedThrough: 2022-12-30", "L005")]
    public void A_series_is_asked_about_gaps_overlaps_open_ends_steps_and_age(string values, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Series(values).Distinct());

    private static string[] Condition(string formula, string line = "632") => Lints(Toy.Rules(Head, Toy.Parameter("line", $"from: 2020-01-01, to: 2030-12-31, value: {line}"),
        Toy.Derived("p = deposit / shelves", "r = weight", $"rigid = {formula}"), "routes: [ { name: all, label: 全部, when: rigid, cite: s } ]\n"));

    [Theory]
    [InlineData("0.5 < r and r < 0.6 and p < 2 * line and p * (1 - r) >= line", "L006")] // p(1−r) < 2 line × 0.5 = line
    [InlineData("0.5 <= r and r < 0.6 and p <= 2 * line and p * (1 - r) >= line", "")] // holds at the corner: p = 2 line, r = 0.5
    [InlineData("0.4 < r and r < 0.6 and p < 2 * line and p * (1 - r) >= line", "")]
    [InlineData("p < line and p > line", "L006")]
    [InlineData("p <= line and p >= line", "")]
    [InlineData("p < line and p >= line", "L006")]
    [InlineData("deposit < 0", "L006")] // the vocabulary says min: 0
    [InlineData("deposit <= 0", "")]
    [InlineData("deposit > 500", "L006")]
    [InlineData("p < line or p > line", "")]
    public void A_condition_that_can_never_hold_is_found_and_nothing_else(string formula, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Condition(formula).Distinct());

    [Fact]
    public void A_condition_that_can_never_hold_is_told_once_where_it_stands()
    {
        var bag = new DiagnosticBag();
        Linter.Run(Toy.Book(Toy.Rules(Head, Toy.Derived("never = deposit < 0", "holds = deposit > 1"), "routes: [ { name: all, label: 全部, when: never and holds, cite: s } ]\n")), Today, bag);
        Assert.Contains("`never`", Assert.Single(bag, d => d.Code == "L006").Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_conditions_that_can_hold_alone_and_never_together_are_told_where_they_meet()
    {
        var bag = new DiagnosticBag();
        Linter.Run(Toy.Book(Toy.Rules(Head, Toy.Derived("little = deposit < 1", "much = deposit > 2"), "routes: [ { name: all, label: 全部, when: little and much, cite: s } ]\n")), Today, bag);
        Assert.Contains("`all`", Assert.Single(bag, d => d.Code == "L006").Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_over_an_unbound_parameter_is_not_judged() =>
        Assert.Empty(Lints(Toy.Rules(Head, "parameters:\n  - { name: line, label: line, unit: CNY/month, cite: s }\n", Toy.Derived("never = shelves < line and shelves > 2 * line"),
            "routes: [ { name: all, label: 全部, when: never, cite: s } ]\n")));

    [Theory]
    [InlineData("CNY/month", "CNY/year", "monthly + yearly", "L008")]
    [InlineData("CNY/month", "CNY/year", "monthly - yearly", "L008")]
    [InlineData("CNY/person/month", "CNY/month", "monthly + yearly", "")] // heads are no unit of their own
    [InlineData("CNY/month", "CNY/month", "monthly + yearly", "")]
    [InlineData("CNY/month", "CNY/year", "monthly * 12 + yearly * 1", "L008")] // a factor changes the figure, not the unit it is said to have
    public void Different_units_are_not_added(string first, string second, string formula, string code)
    {
        var body = $"parameters:\n  - {{ name: monthly, label: m, unit: {first}, cite: s }}\n  - {{ name: yearly, label: y, unit: {second}, cite: s }}\n";
        Assert.Equal(code.Length == 0 ? [] : [code], Lints(Toy.Rules(Head, body, Toy.Derived($"total = {formula}"), Toy.Route)).Distinct());
    }

    [Fact]
    public void An_unused_name_is_found_and_a_used_one_is_not()
    {
        var bag = new DiagnosticBag();
        Linter.Run(Toy.Book(Toy.Rules(Head, Toy.Derived("used = deposit", "spare = shelves"), "routes: [ { name: all, label: 全部, when: used > 0, cite: s } ]\n")), Today, bag);
        Assert.Equal("spare", Assert.Single(bag, d => d.Code == "L007").Message.En.Split('`')[1]);
    }

    [Theory]
    [InlineData("deposit < 10", "deposit <= 10", true)]
    [InlineData("deposit < 10", "deposit < 10", false)]
    [InlineData("deposit < 10", "deposit < 11", false)]
    public void A_layer_that_only_lets_equality_count_is_asked_about(string below, string above, bool asked)
    {
        var codes = Lints(Toy.Rules(Head, Toy.Derived($"low = {below}"), Toy.Route),
            Toy.Rules("100000/card/2020-01-01.yaml", "extends: \"000000\"\n", $"derived:\n  - {{ name: low, label: low, formula: {Toy.Quoted(above)}, cite: s, override: true }}\n"));
        Assert.Equal(asked ? ["L009"] : [], codes.Distinct());
    }

    [Theory]
    [InlineData("[ { by: 复核人员, on: 2023-12-31, against: s } ]", "")] // a year ago to the day
    [InlineData("[ { by: 复核人员, on: 2023-12-30, against: s } ]", "L013")]
    [InlineData("[ { by: 复核人员, on: 2024-12-31, against: s }, { by: 复核人员, on: 2020-01-01, against: s } ]", "")] // the newest counts, wherever it stands
    [InlineData("[ { by: 复核人员, on: 2024-06-30, against: s 五 } ]", "L014")] // the route cites the whole instrument, the value 六
    [InlineData("[ { by: 复核人员, on: 2024-06-30, against: [s 五, s 六] } ]", "L014")]
    public void A_review_is_asked_about_its_age_and_what_it_read(string reviewed, string code)
    {
        var body = "parameters:\n  - name: fee\n    label: 费\n    unit: CNY/month\n    values: [ { from: 2020-01-01, to: 2030-12-31, published: 2020-01-01, value: 10, cite: s 六 } ]\n";
        Assert.Equal(code.Length == 0 ? [] : [code], Lints(Toy.Rules(Head, body, Toy.Route, $"reviewed: {reviewed}\n")).Distinct());
    }

    [Fact]
    public void A_value_published_after_the_last_review_was_not_compared()
    {
        var body = "parameters:\n  - name: fee\n    label: 费\n    unit: CNY/month\n    values: [ { from: 2020-01-01, to: 2030-12-31, published: 2024-07-01, value: 10, cite: s } ]\n";
        Assert.Equal(["L013"], Lints(Toy.Rules(Head, body, Toy.Route, "reviewed: [ { by: 复核人员, on: 2024-06-30, against: s } ]\n")));
        Assert.Empty(Lints(Toy.Rules(Head, body, Toy.Route, "reviewed: [ { by: 复核人员, on: 2024-07-01, against: s } ]\n")));
    }

    [Theory]
    [InlineData("reviewed: [ { by: 复核人员, against: s } ]", "on")]
    [InlineData("reviewed: [ { on: 2024-06-30, against: s } ]", "by")]
    [InlineData("reviewed: [ { by: 复核人员, on: 2024-06-30 } ]", "against")]
    [InlineData("reviewed: [ { by: 复核人员, on: 2024-06-30, against: t } ]", "`t`")]
    [InlineData("reviewed: [ { by: 复核人员, on: 2024-13-30, against: s } ]", "2024-13-30")]
    [InlineData("reviewed: [ { by: 复核人员, on: 2024-06-30, against: s, until: 2025-01-01 } ]", "until")]
    public void A_review_that_does_not_say_who_when_or_what_is_refused(string reviewed, string found)
    {
        Toy.Load(out var bag, Toy.Rules(Head, Toy.Route, reviewed + "\n"));
        Assert.True(bag.HasErrors);
        Assert.Contains(bag, d => d.Message.En.Contains(found, StringComparison.Ordinal));
    }

    private static string[] Table(string hit, string rows) =>
        Lints(Toy.Rules(Head, $"derived:\n  - name: t\n    label: t\n    cite: s\n    table:\n      hit: {hit}\n      rows: |\n{string.Concat(rows.Split('\n').Select(r => "        " + r.Trim() + "\n"))}",
            "routes: [ { name: all, label: 全部, when: t > 0, cite: s } ]\n"));

    [Theory]
    [InlineData("first", "| blocked | amount |\n| true | 1 |\n| - | 0 |", "")]
    [InlineData("first", "| blocked | amount |\n| true | 1 |", "L011")]
    [InlineData("unique", "| blocked | amount |\n| true | 1 |\n| false | 0 |", "")]
    [InlineData("unique", "| blocked | amount |\n| true | 1 |\n| - | 0 |", "L012")]
    [InlineData("first", "| branch | amount |\n| \"centre\" | 1 |", "L011")]
    [InlineData("first", "| shelves | amount |\n| [1..5) | 1 |\n| >= 5 | 2 |", "")]
    [InlineData("first", "| shelves | amount |\n| [1..5) | 1 |\n| > 5 | 2 |", "L011")]
    [InlineData("unique", "| shelves | amount |\n| [1..5] | 1 |\n| >= 5 | 2 |", "L012")]
    [InlineData("collect sum", "| shelves | amount |\n| [1..5] | 1 |\n| >= 5 | 2 |", "")]
    [InlineData("unique", "| shelves | amount |\n| < deposit | 1 |\n| >= deposit | 2 |", "")] // not constant: not judged
    public void A_table_is_asked_about_gaps_and_overlaps(string hit, string rows, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Table(hit, rows).Distinct());

    [Fact]
    public void Missing_English_is_asked_about_once_an_item()
    {
        var bag = new DiagnosticBag();
        Linter.Run(Toy.Book(Toy.Rules(Head, "derived:\n  - { name: a, label: 甲, formula: deposit, cite: s }\n  - { name: b, label: { zh: 乙, en: second }, formula: a, cite: s }\n",
            "routes: [ { name: all, label: { zh: 全部, en: all }, when: b > 0, cite: s } ]\n")), Today, bag);
        Assert.Equal("L010", Assert.Single(bag, d => d.Code != "L007").Code);
    }

    [Fact]
    public void Every_lint_has_a_text_for_people_and_a_case_here()
    {
        Assert.All(LintKinds.All, k => Assert.All([k.Title.Zh, k.Title.En, k.Meaning.Zh, k.Meaning.En, k.Example, k.Fix], t => Assert.NotEmpty(t)));
        Assert.Equal(Enumerable.Range(1, 14).Select(i => $"L{i:D3}"), LintKinds.All.Select(k => k.Code));
    }
}
