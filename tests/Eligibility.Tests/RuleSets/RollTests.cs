namespace Eligibility.Tests.RuleSets;

/// <summary>What other programmes read of a programme: its roll where it has one in the month, else whom it would cover.</summary>
public class RollTests
{
    // Lending covers students; reading pays 5 to each reader whom lending covers, 2 a card when anybody is, and half of what lending pays.
    private static readonly RuleBook Book = Toy.Book(
        Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Payers, "routes: [ { name: own, per: reader, label: 本人, when: student, cite: s } ]\n", Toy.Benefit("10", ", per: reader")),
        Toy.Rules("000000/reading/2020-01-01.yaml", Toy.Payers,
            "criteria: [ { name: some, label: 有人, formula: programmes.lending.covered, met: 有, notMet: 无, cite: s } ]\n",
            "routes: [ { name: own, per: reader, label: 本人, when: programmes.lending.covered, cite: s } ]\n",
            "benefits:\n  - { name: each, per: reader, label: 每, payer: desk, amount: '5', cite: s }\n  - { name: house, label: 户, payer: desk, when: programmes.lending.covered, amount: '2', cite: s }\n",
            "  - { name: half, label: 半, payer: desk, amount: 'programmes.lending.payable * 0.5', cite: s }\n"));

    private const string Readers = """ "readers": [ { "number": "1", "student": true }, { "number": "2", "student": false } ] """;

    [Fact]
    public void Without_a_grant_it_is_whom_the_rules_would_cover_and_the_decision_says_so()
    {
        var d = Decide("[]");
        Assert.Equal("1 12.00", $"{string.Join(',', d.Covered.Select(c => c.Person))} {d.Says()}");
        var warning = Assert.Single(d.Warnings, w => w.Kind == WarningKind.Conditional);
        Assert.Equal("Holds if rules of lending is confirmed", warning.Text.En);
    }

    [Fact]
    public void With_a_grant_in_force_it_is_those_whom_the_grant_names()
    {
        var d = Decide("""[ { "service": "lending", "readers": ["2"], "since": "2024-01-01" } ]""");
        Assert.Equal("2 12.00", $"{string.Join(',', d.Covered.Select(c => c.Person))} {d.Says()}");
        Assert.DoesNotContain(d.Warnings, w => w.Kind == WarningKind.Conditional);
    }

    [Theory]
    [InlineData("\"since\": \"2024-08-31\"", "2")]
    [InlineData("\"since\": \"2024-09-01\"", "1")]
    [InlineData("\"since\": \"2020-01-01\", \"until\": \"2024-08-01\"", "2")]
    [InlineData("\"since\": \"2020-01-01\", \"until\": \"2024-07-31\"", "1")]
    public void A_grant_counts_in_the_months_in_which_it_is_in_force(string days, string covered)
    {
        var d = Decide($$"""[ { "service": "lending", "readers": ["2"], {{days}} } ]""");
        Assert.Equal([covered], d.Covered.Select(c => c.Person));
        Assert.Equal(covered == "1", d.Warnings.Any(w => w.Kind == WarningKind.Conditional));
    }

    [Fact]
    public void A_grant_of_another_programme_changes_nothing() =>
        Assert.Equal(["1"], Decide("""[ { "service": "reading", "readers": ["2"], "since": "2024-01-01" } ]""").Covered.Select(c => c.Person));

    [Fact]
    public void An_unknown_roll_leaves_open_whoever_it_might_hold()
    {
        var d = Decide("null");
        Assert.Equal(Outcome.Undetermined, d.Outcome);
        Assert.Equal(["loans"], d.Missing.Select(m => m.Name));
    }

    [Fact]
    public void The_decision_of_the_programme_itself_does_not_read_its_own_roll()
    {
        var answer = Ask("""[ { "service": "lending", "readers": ["2"], "since": "2024-01-01" } ]""");
        Assert.Equal(["1"], answer["lending"].Covered.Select(c => c.Person));
    }

    [Fact]
    public void A_name_in_the_rules_that_the_engine_uses_itself_does_no_harm()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("g = 1", "g1 per reader = 2"), Toy.Pays("g")));
        Assert.Equal("1.00", book.Ask()["lending"].Says());
    }

    private static Decision Decide(string loans) => Ask(loans)["reading"];

    private static Assessment Ask(string loans) => Book.Ask(facts: $$"""{ "loans": {{loans}}, {{Readers}} }""");
}
