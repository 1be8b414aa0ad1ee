using Eligibility.Tests.RuleSets;
using NodaTime;

namespace Eligibility.Tests.Statements;

/// <summary>Townships that were merged: whose rules hold from when, and nobody worse off in that month. The places are made up.</summary>
public class MergerTests
{
    private static RuleBook Book(string old, string merged, string basis = "first") => Cases.BookOfTownships(
        Toy.Rules("100100100/lending/2010-01-01.yaml", $"monthBasis: {basis}\n", Toy.Pays(old, ", rounding: { mode: half up, to: 0.01, cite: s }")),
        Toy.Rules("100100200/lending/2010-01-01.yaml", $"monthBasis: {basis}\n", Toy.Pays(merged, ", rounding: { mode: half up, to: 0.01, cite: s }")));

    private static CaseFile Registered(string place) => Cases.One(Cases.Card(0, more: $", \"jurisdiction\": \"{place}\""));

    // The merger took effect on December 20: 19 days before it, 12 from it. By days (10 × 19 + 8 × 12) ÷ 31 = 286 ÷ 31 = 9.225… → 9.23.
    [Theory]
    [InlineData("first", "10.00 10.00 8.00")]
    [InlineData("last", "10.00 8.00 8.00")]
    [InlineData("split", "10.00 9.23 8.00")]
    public void A_household_of_a_merged_township_has_the_successors_rules_from_the_merger_on(string basis, string amounts)
    {
        var statement = Book("10", "8", basis).State(Registered("100100100"), "2019-11", "2020-01", place: null);
        Assert.Equal(amounts, statement.Says());
        Assert.Equal(["100100100", "100100100", "100100200"], statement.Months.Select(m => m.Assessment!.Jurisdiction));
    }

    [Fact]
    public void Nobody_may_be_worse_off_in_the_month_of_the_merger()
    {
        var loss = Assert.Single(Book("10", "8").State(Registered("100100100"), "2019-11", "2020-02", place: null).LossesByMerger());
        Assert.Equal((new YearMonth(2020, 1), "10.00", "8.00"), (loss.Month, loss.Before.ToString(), loss.After.ToString()));
        Assert.Empty(Book("10", "10").State(Registered("100100100"), "2019-11", "2020-02", place: null).LossesByMerger());
        Assert.Empty(Book("10", "12").State(Registered("100100100"), "2019-11", "2020-02", place: null).LossesByMerger());
    }

    [Fact]
    public void An_amount_that_is_not_known_after_the_merger_cannot_be_said_not_to_fall()
    {
        var loss = Assert.Single(Book("10", "shelves").State(Registered("100100100"), "2019-12", "2020-01", place: null).LossesByMerger());
        Assert.Null(loss.After);
    }

    [Fact]
    public void A_loss_that_no_merger_made_is_not_laid_to_one()
    {
        // Moving, or a fact that changes in another month, is no merger.
        var file = Cases.Of(("2019-01-01", "2019-01-01", Cases.Card(10, more: ", \"jurisdiction\": \"100100200\"")), ("2020-01-01", "2020-01-01", Cases.Card(5, more: ", \"jurisdiction\": \"100100200\"")));
        Assert.Empty(Book("1", "deposit").State(file, "2019-11", "2020-02", place: null).LossesByMerger());
        var moved = Cases.Of(("2019-01-01", "2019-01-01", Cases.Card(0, more: ", \"jurisdiction\": \"100100200\"")), ("2020-01-01", "2020-01-01", Cases.Card(0, more: ", \"jurisdiction\": \"200000\"")));
        Assert.Empty(Book("1", "8").State(moved, "2019-11", "2020-02", place: null).LossesByMerger());
    }

    [Fact]
    public void A_register_that_was_brought_up_to_date_at_the_merger_changes_nothing()
    {
        var file = Cases.Of(("2019-01-01", "2019-01-01", Cases.Card(0, more: ", \"jurisdiction\": \"100100100\"")), ("2019-12-20", "2019-12-21", Cases.Card(0, more: ", \"jurisdiction\": \"100100200\"")));
        var statement = Book("10", "8").State(file, "2019-11", "2020-01", place: null);
        Assert.Equal("10.00 10.00 8.00", statement.Says());
        Assert.Equal(new YearMonth(2020, 1), Assert.Single(statement.LossesByMerger()).Month);
    }

    [Fact]
    public void A_village_goes_with_its_own_successor()
    {
        // The village's own rules add one yuan before the merger; its successor has none of its own and those of its township hold.
        var book = Cases.BookOfTownships(
            Toy.Rules("100100100/lending/2010-01-01.yaml", "monthBasis: first\n", Toy.Derived("sum = 10"), Toy.Pays("sum")),
            Toy.Rules("100100100201/lending/2010-01-01.yaml", "monthBasis: first\nextends: \"100100100\"\n", Toy.Derived("sum = 11").Replace(", cite: s", ", override: true, cite: s", StringComparison.Ordinal)),
            Toy.Rules("100100200/lending/2010-01-01.yaml", "monthBasis: first\n", Toy.Pays("8")));
        var statement = book.State(Registered("100100100201"), "2019-12", "2020-01", place: null);
        Assert.Equal("11.00 8.00", statement.Says());
        Assert.Equal(["100100100201", "100100200301"], statement.Months.Select(m => m.Assessment!.Jurisdiction));
        Assert.Single(statement.LossesByMerger());
    }

    [Fact]
    public void Both_sides_of_a_merger_replay()
    {
        var book = Book("10", "8");
        var facts = Eligibility.Vocabulary.Facts.Parse(Cases.Card(0, more: ", \"jurisdiction\": \"100100100\""), book.Vocabulary);
        foreach (var (month, amount) in new[] { (new YearMonth(2019, 11), "10.00"), (new YearMonth(2019, 12), "10.00"), (new YearMonth(2020, 1), "8.00") })
        {
            var answer = book.Assess(facts, month, new LocalDate(2024, 12, 31));
            Assert.Equal(amount, answer["lending"].Says());
            var replay = Replay.Of(Receipt.Parse(book.ReceiptOf(answer).ToJson()));
            Assert.True(replay.IsIdentical, string.Join("; ", replay.Differences));
            Assert.Equal(amount, replay.Assessment["lending"].Says());
        }
    }

    [Theory]
    [InlineData("100100300", "2020-01", "Q030", "100100400 Delta (synthetic)")] // a place that was not there yet: the one that was is named
    [InlineData("100100500", "2020-03", "Q031", "successor")] // a place that ended without one
    public void A_place_outside_its_time_is_refused(string place, string month, string code, string advice)
    {
        var book = Cases.BookOfTownships(Toy.Rules("000000/lending/2010-01-01.yaml", Toy.Pays("1")));
        var mistake = Assert.Single(Assert.Throws<QuestionException>(() => book.Ask(place, month)).Diagnostics);
        Assert.Equal(code, mistake.Code);
        Assert.Contains(advice, mistake.Advice.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_answers_within_its_time() =>
        Assert.Equal("1.00", Cases.BookOfTownships(Toy.Rules("000000/lending/2010-01-01.yaml", Toy.Pays("1"))).Ask("100100300", "2020-03")["lending"].Says());
}
