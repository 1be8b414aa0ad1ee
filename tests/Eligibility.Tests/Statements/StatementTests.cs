using Eligibility.Tests.RuleSets;

namespace Eligibility.Tests.Statements;

/// <summary>Month after month, from snapshots of facts, with the roll that each month leaves to the next.</summary>
public class StatementTests
{
    private static readonly RuleBook PaysDeposit = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "monthBasis: first\n", Toy.Pays("deposit")));

    // 10 from January, reported at once; 20 from March, reported in May; 30 from June, announced in May; March corrected to 25 in July; the whole of March taken back in August.
    private static readonly CaseFile Changing = CaseFile.Parse($$"""
        { "snapshots": [
          { "from": "2024-01-01", "reported": "2024-01-05", "facts": {{Cases.Card(10)}} },
          { "from": "2024-03-01", "reported": "2024-05-10", "changes": [ { "at": "deposit", "value": 20 } ] },
          { "from": "2024-06-01", "reported": "2024-05-20", "changes": [ { "at": "deposit", "value": 30 } ] },
          { "from": "2024-03-01", "reported": "2024-07-01", "changes": [ { "at": "deposit", "value": 25 } ] },
          { "from": "2024-03-01", "reported": "2024-08-01", "withdrawn": true } ] }
        """, PaysDeposit.Vocabulary);

    [Theory]
    [InlineData("2024-01-04", "gap gap gap gap gap gap")]
    [InlineData("2024-01-05", "10.00 10.00 10.00 10.00 10.00 10.00")]
    [InlineData("2024-05-09", "10.00 10.00 10.00 10.00 10.00 10.00")]
    [InlineData("2024-05-10", "10.00 10.00 20.00 20.00 20.00 20.00")] // reported after it took effect
    [InlineData("2024-05-20", "10.00 10.00 20.00 20.00 20.00 30.00")] // reported before it takes effect
    [InlineData("2024-07-01", "10.00 10.00 25.00 25.00 25.00 30.00")] // a correction: the same start, reported later
    [InlineData("2024-08-01", "10.00 10.00 10.00 10.00 10.00 30.00")] // withdrawn
    public void Each_month_is_decided_by_the_snapshot_that_held_as_known_then(string knownAt, string amounts) =>
        Assert.Equal(amounts, PaysDeposit.State(Changing, "2024-01", "2024-06", knownAt).Says());

    [Fact]
    public void Months_before_the_first_snapshot_have_no_facts_and_say_from_when_there_are_some()
    {
        var month = PaysDeposit.State(Changing, "2023-12", "2024-01").Months[0];
        Assert.Empty(month.Decisions);
        Assert.Equal("no facts had been reported for 2023-12-01; the next hold from 2024-01-01", month.Gap!.En);
    }

    [Fact]
    public void The_facts_of_one_household_are_a_case_that_always_held() =>
        Assert.Equal("7.00 7.00", PaysDeposit.State(Cases.One(Cases.Card(7)), "2023-12", "2024-01").Says());

    [Fact]
    public void Each_month_is_decided_with_the_roll_that_the_month_before_left()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("if (some l in loans satisfies l.service = \"lending\" and l.since < month.start) then 4 else 10")));
        Assert.Equal("10.00 4.00 4.00", book.State(Cases.One(Cases.Card(0)), "2024-01", "2024-03").Says());
    }

    private const string DrawnBefore = "sum(loans[service = \"lending\" and (until = null or until >= month.start)].fee)";

    [Fact]
    public void What_was_drawn_before_is_the_amount_of_the_month_before()
    {
        // 80, then 10 less each month: 80, 70, 60.
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived($"drawn = {DrawnBefore}"), Toy.Pays("if drawn = 0 then 80 else drawn - 10")));
        Assert.Equal("80.00 70.00 60.00", book.State(Cases.One(Cases.Card(0)), "2024-01", "2024-03").Says());
        // The record of 50 ends where the statement begins to decide otherwise: 50 - 10 = 40, 40 - 10 = 30.
        Assert.Equal("40.00 30.00", book.State(Cases.One(Cases.Card(0, Cases.Loan("2023-01-01", fee: 50))), "2024-01", "2024-02").Says());
        // One that has ended says nothing of later months.
        Assert.Equal("80.00 70.00", book.State(Cases.One(Cases.Card(0, Cases.Loan("2023-01-01", "2023-12-31", 50))), "2024-01", "2024-02").Says());
    }

    [Fact]
    public void A_record_that_begins_later_takes_the_place_of_what_was_decided_before_it()
    {
        // Until April the statement counts down from 80; in May the office records 200 from then on: 200 - 10 = 190.
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived($"drawn = {DrawnBefore}"), Toy.Pays("if drawn = 0 then 80 else drawn - 10")));
        var file = Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(0)), ("2024-05-01", "2024-05-02", Cases.Card(0, Cases.Loan("2024-05-01", fee: 200))));
        Assert.Equal("80.00 70.00 60.00 50.00 190.00 180.00", book.State(file, "2024-01", "2024-06").Says());
    }

    [Fact]
    public void Who_is_found_not_to_qualify_leaves_the_roll_with_the_next_month()
    {
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", "monthBasis: first\n", "routes: [ { name: all, label: 全部, when: 'deposit >= 10', cite: s } ]\n", Toy.Payers, Toy.Benefit("3")),
            Toy.Rules("000000/reading/2020-01-01.yaml", "monthBasis: first\n", Toy.Payers, "routes: [ { name: own, per: reader, label: 本人, when: programmes.lending.covered, cite: s } ]\n", Toy.Benefit("1", ", per: reader")));
        var roll = Cases.Loan("2023-01-01", fee: 3);
        var statement = book.State(Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(10, roll)), ("2024-03-01", "2024-03-05", Cases.Card(5, roll))), "2024-01", "2024-04");
        Assert.Equal("3.00 3.00 ineligible ineligible", statement.Says());
        Assert.Equal("1.00 1.00 1.00 ineligible", statement.Says("reading"));
    }

    [Fact]
    public void A_month_that_stays_open_leaves_open_whether_there_was_a_grant()
    {
        const string seen = "if (some l in loans satisfies l.service = \"lending\" and l.since < month.start) then 4 else deposit";
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "monthBasis: first\n", Toy.Pays(seen)), Toy.Rules("000000/reading/2020-01-01.yaml", "monthBasis: first\n", Toy.Pays("deposit")));
        var unknown = """{ "loans": [], "readers": [ { "number": "1" } ] }""";
        var statement = book.State(Cases.Of(("2024-01-01", "2024-01-05", unknown), ("2024-02-01", "2024-02-05", Cases.Card(9))), "2024-01", "2024-03");
        Assert.Equal("? fact deposit ? fact deposit ? fact deposit", statement.Says());
        Assert.Equal("? fact deposit 9.00 9.00", statement.Says("reading"));
    }

    [Fact]
    public void An_unknown_roll_stays_unknown()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("if (some l in loans satisfies l.service = \"lending\") then 4 else 10")));
        Assert.Equal("? fact loans ? fact loans", book.State(Cases.One("""{ "readers": [ { "number": "1" } ] }"""), "2024-01", "2024-02").Says());
    }

    [Fact]
    public void The_total_says_when_a_month_is_not_in_it()
    {
        var file = Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(9)), ("2024-02-01", "2024-02-05", """{ "loans": [], "readers": [ { "number": "1" } ] }"""));
        var total = Assert.Single(PaysDeposit.State(file, "2024-01", "2024-02").Totals());
        Assert.Equal(("9.00", false), (total.Amount.ToString(), total.Complete));
    }

    [Theory]
    [InlineData("2024-03", "2024-02")]
    [InlineData("1900-01", "2024-02")]
    public void Months_in_the_wrong_order_or_too_many_are_refused(string from, string to) =>
        Assert.Equal("C010", Assert.Single(Assert.Throws<QuestionException>(() => PaysDeposit.State(Changing, from, to)).Diagnostics).Code);

    [Fact]
    public void A_case_before_any_law_is_undetermined_month_by_month()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-02-01.yaml", Toy.Pays("1")));
        Assert.Equal("? version lending ? version lending 1.00", book.State(Cases.One(Cases.Card(0)), "2019-12", "2020-02").Says());
    }
}
