namespace Eligibility.Tests.RuleSets;

/// <summary>A figure that depends on a fact: each combination is a series of its own, and none stands in for another.</summary>
public class KeyedParameterTests
{
    [Theory]
    [InlineData("\"centre\"", "10.00")]
    [InlineData("\"harbour\"", "20.00")]
    [InlineData("null", "? fact branch")]
    public void The_fact_picks_the_value(string branch, string amount) => Check("from: 2020-01-01, published: unknown, value: { centre: 10, harbour: 20 }", branch, amount);

    [Theory]
    [InlineData("\"centre\"", "10.00")]
    [InlineData("\"harbour\"", "? parameter fee@harbour")]
    [InlineData("null", "? fact branch")]
    public void A_combination_without_a_value_is_never_defaulted(string branch, string amount) => Check("from: 2020-01-01, published: unknown, value: { centre: 10 }", branch, amount);

    [Fact]
    public void An_unknown_fact_does_not_matter_where_every_combination_has_the_same_value() =>
        Check("from: 2020-01-01, published: unknown, value: { centre: 10, harbour: 10 }", "null", "10.00");

    [Theory]
    [InlineData("\"centre\"", "true", "1.00")]
    [InlineData("\"centre\"", "false", "2.00")]
    [InlineData("\"harbour\"", "true", "3.00")]
    [InlineData("\"harbour\"", "false", "? parameter fee@harbour, false")]
    [InlineData("\"harbour\"", "null", "? fact student@1")]
    [InlineData("null", "null", "? fact branch; ? fact student@1")]
    public void Two_facts_pick_together(string branch, string student, string amount)
    {
        var book = Toy.Book(Toy.Rules(
            "000000/lending/2020-01-01.yaml",
            Toy.Parameter("fee", "from: 2020-01-01, published: unknown, value: { centre: { 'true': 1, 'false': 2 }, harbour: { 'true': 3 } }", "    by: [branch, student]\n"),
            Toy.Route, Toy.Payers, Toy.Benefit("fee", ", per: reader")));
        var facts = Toy.Card.Replace("\"centre\"", branch, StringComparison.Ordinal).Replace("\"student\": true", $"\"student\": {student}", StringComparison.Ordinal);
        Assert.Equal(amount, book.Ask(facts: facts)["lending"].Says());
    }

    [Theory]
    [InlineData("centre", "2019-12", "? parameter fee@centre")]
    [InlineData("centre", "2023-06", "10.00")]
    [InlineData("centre", "2023-07", "? parameter fee@centre")]
    [InlineData("harbour", "2023-07", "? parameter fee@harbour")]
    [InlineData("harbour", "2024-01", "21.00")]
    public void A_recalled_value_without_keys_ends_every_combination(string branch, string month, string amount) => Check(
        """
        from: 2020-01-01, published: unknown, value: { centre: 10, harbour: 20 }
        from: 2023-07-01, recalled: true
        from: 2024-01-01, published: unknown, value: { harbour: 21 }
        """, $"\"{branch}\"", amount, month);

    [Theory]
    [InlineData("centre", "10.00")]
    [InlineData("harbour", "25.00")]
    public void A_layer_owns_only_the_combinations_it_gives(string branch, string amount)
    {
        const string by = "    by: [branch]\n";
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Parameter("fee", "from: 2020-01-01, published: unknown, value: { centre: 10, harbour: 20 }", by), Toy.Pays("fee")),
            Toy.Rules("100000/lending/2020-01-01.yaml", "extends: \"000000\"\n", "parameters: [ { name: fee, values: [ { from: 2021-01-01, published: unknown, value: { harbour: 25 }, cite: s } ] } ]\n"));
        Assert.Equal(amount, book.Ask("100000", facts: Toy.Card.Replace("centre", branch, StringComparison.Ordinal))["lending"].Says());
    }

    [Theory]
    [InlineData("\"centre\"", "fee 10.00: a; fee (10.00)")]
    [InlineData("\"harbour\"", "fee 20.00: b; fee (20.00)")]
    [InlineData("null", "fee 10.00: a; fee (10.00); fee 20.00: b; fee (20.00)")]
    public void Only_the_value_that_was_used_is_warned_of(string branch, string warnings)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml",
            Toy.Parameter("fee", "from: 2020-01-01, published: unknown, value: { centre: 10 }, status: secondHand, note: a\nfrom: 2020-01-01, published: unknown, value: { harbour: 20 }, status: secondHand, note: b",
                "    by: [branch]\n"), Toy.Pays("fee")));
        var decision = book.Ask(facts: Toy.Card.Replace("\"centre\"", branch, StringComparison.Ordinal))["lending"];
        Assert.Equal(warnings, string.Join("; ", decision.Warnings.Select(w => w.Text.En)));
    }

    private static void Check(string values, string branch, string amount, string month = "2024-08") => Assert.Equal(
        amount,
        Toy.Book(Toy.Rules("000000/lending/2015-01-01.yaml", Toy.Parameter("fee", values, "    by: [branch]\n"), Toy.Pays("fee")))
            .Ask(month: month, facts: Toy.Card.Replace("\"centre\"", branch, StringComparison.Ordinal))["lending"].Says());
}
