namespace Eligibility.Tests.RuleSets;

/// <summary>Which version of a file governs a month, and which version below it.</summary>
public class VersionTests
{
    private static (string, string) Fixed(string name, string amount, string head = "") => Toy.Rules(name, head, Toy.Derived($"sum = {amount}"), Toy.Pays("sum"));

    [Theory]
    [InlineData("2020-05", "? version lending")]
    [InlineData("2020-06", "1.00")]
    [InlineData("2022-12", "1.00")]
    [InlineData("2023-01", "? version lending")]
    [InlineData("2023-06", "2.00")]
    public void No_version_before_the_first_and_none_behind_an_end(string month, string amount)
    {
        var book = Toy.Book(Fixed("000000/lending/2020-06-01.yaml", "1", "inForce: { from: 2020-06-01, to: 2022-12-31 }\n"), Fixed("000000/lending/2023-06-01.yaml", "2"));
        var decision = book.Ask(month: month)["lending"];
        Assert.Equal(amount, decision.Says());
        Assert.Equal(amount[0] == '?' ? Outcome.Undetermined : Outcome.Eligible, decision.Outcome);
    }

    [Theory]
    [InlineData("2024-06-30", "1.00")]
    [InlineData("2024-07-01", "2.00")]
    public void A_version_is_not_known_before_it_is_published(string knownAt, string amount)
    {
        var book = Toy.Book(Fixed("000000/lending/2020-01-01.yaml", "1", "published: 2019-12-01\n"), Fixed("000000/lending/2024-01-01.yaml", "2", "published: 2024-07-01\n"));
        Assert.Equal(amount, book.Ask(month: "2024-03", knownAt: knownAt)["lending"].Says());
    }

    [Theory]
    [InlineData("2021-06", "11.00")]
    [InlineData("2022-06", "12.00")]
    public void The_version_below_is_that_of_the_evaluated_month(string month, string amount)
    {
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("base = 1")),
            Toy.Rules("000000/lending/2022-01-01.yaml", Toy.Derived("base = 2")),
            Toy.Rules("100000/lending/2021-01-01.yaml", "extends: \"000000\"\n", Toy.Pays("base + 10")));
        Assert.Equal(amount, book.Ask("100000", month)["lending"].Says());
    }

    [Fact]
    public void A_gap_below_leaves_the_layer_above_undetermined()
    {
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", "inForce: { from: 2020-01-01, to: 2021-12-31 }\n", Toy.Derived("base = 1")),
            Toy.Rules("100000/lending/2021-01-01.yaml", "extends: \"000000\"\n", Toy.Pays("base + 10")));
        Assert.Equal("11.00", book.Ask("100000", "2021-06")["lending"].Says());
        Assert.Equal("? version lending", book.Ask("100000", "2022-06")["lending"].Says());
    }

    [Fact]
    public void A_month_before_any_version_is_undetermined_although_the_versions_below_would_not_fit()
    {
        // The local file replaces an item that only the later version below has.
        var book = Toy.Book(
            Toy.Rules("000000/lending/2010-01-01.yaml", Toy.Pays("1")),
            Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("base = 1"), Toy.Pays("base")),
            Toy.Rules("100000/lending/2022-01-01.yaml", "extends: \"000000\"\n", Toy.Derived("base = 2").Replace(", cite: s", ", override: true, cite: s", StringComparison.Ordinal)));
        Assert.Equal("? version lending", book.Ask("100000", "2015-06")["lending"].Says());
        Assert.Equal("2.00", book.Ask("100000", "2023-06")["lending"].Says());
        Assert.Equal("1.00", book.Ask("000000", "2015-06")["lending"].Says());
    }

    [Fact]
    public void A_file_that_amends_builds_on_the_version_it_names()
    {
        var book = Toy.Book(
            Fixed("000000/lending/2020-01-01.yaml", "1"),
            Toy.Rules("000000/lending/2022-01-01.yaml", "amends: 2020-01-01\n", Toy.Derived("sum = 5").Replace(", cite: s", ", override: true, cite: s", StringComparison.Ordinal)));
        Assert.Equal("1.00", book.Ask(month: "2021-06")["lending"].Says());
        var decision = book.Ask(month: "2022-06")["lending"];
        Assert.Equal("5.00", decision.Says());
        Assert.Equal("2022-01-01", Eligibility.Values.FeelDate.Format(decision.RuleSetVersion));
    }

    [Fact]
    public void A_version_withdrawn_later_was_never_there()
    {
        var book = Toy.Book(
            Fixed("000000/lending/2020-01-01.yaml", "1", "published: 2019-12-01\n"),
            Fixed("000000/lending/2024-01-01.yaml", "2", "published: 2024-07-01\n"),
            Fixed("000000/lending/2024-01-01.yaml", "2", "published: 2024-09-01\nwithdrawn: true\n"));
        Assert.Equal("2.00", book.Ask(month: "2024-03", knownAt: "2024-08-31")["lending"].Says());
        Assert.Equal("1.00", book.Ask(month: "2024-03", knownAt: "2024-09-01")["lending"].Says());
    }

    [Theory]
    [InlineData("first", "1.00")]
    [InlineData("last", "2.00")]
    [InlineData(null, "? version lending")]
    public void A_version_that_begins_inside_a_month_counts_by_the_day_it_states(string? basis, string amount)
    {
        var book = Toy.Book(Fixed("000000/lending/2020-01-01.yaml", "1"), Fixed("000000/lending/2024-08-15.yaml", "2", basis is null ? "" : $"monthBasis: {basis}\n"));
        Assert.Equal(amount, book.Ask(month: "2024-08")["lending"].Says());
        Assert.Equal("2.00", book.Ask(month: "2024-09")["lending"].Says());
    }
}
