using Eligibility.Tests.RuleSets;

namespace Eligibility.Tests.Statements;

/// <summary>What changes inside a month: by the first day, the last, by days, or an error where the rules name none.</summary>
public class MidMonthTests
{
    private const string Rounded = ", rounding: { mode: half up, to: 0.01, cite: s }";

    private static string Basis(string basis) => basis == "none" ? "" : $"monthBasis: {basis}\n";

    // August has 31 days: 11 before the 12th, 20 from it. (100 × 11 + 130 × 20) ÷ 31 = 3700 ÷ 31 = 119.354… → 119.35.

    [Theory]
    [InlineData("first", "100.00 130.00")]
    [InlineData("last", "130.00 130.00")]
    [InlineData("split", "119.35 130.00")]
    [InlineData("none", "? version fee 130.00")]
    public void A_value_that_changes_inside_the_month(string basis, string amounts)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Basis(basis),
            Toy.Parameter("fee", "from: 2024-01-01, published: unknown, value: 100\nfrom: 2024-08-12, published: unknown, value: 130"), Toy.Pays("fee", Rounded)));
        Assert.Equal(amounts, book.State(Cases.One(Cases.Card(0)), "2024-08", "2024-09").Says());
        Assert.Equal(amounts.Split(" 130")[0], book.Ask(month: "2024-08", facts: Cases.Card(0))["lending"].Says());
    }

    [Theory]
    [InlineData("first", "100.00 130.00")]
    [InlineData("last", "130.00 130.00")]
    [InlineData("split", "119.35 130.00")]
    [InlineData("none", "? version lending 130.00")]
    public void Facts_that_change_inside_the_month(string basis, string amounts)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Basis(basis), Toy.Pays("deposit", Rounded)));
        var file = Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(100)), ("2024-08-12", "2024-08-13", Cases.Card(130)));
        Assert.Equal(amounts, book.State(file, "2024-08", "2024-09").Says());
    }

    [Theory]
    [InlineData("first", "100.00")]
    [InlineData("last", "130.00")]
    [InlineData("split", "119.35")]
    [InlineData("none", "? version lending")]
    public void Rules_that_change_inside_the_month(string basis, string amount)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Basis(basis), Toy.Pays("100", Rounded)), Toy.Rules("000000/lending/2024-08-12.yaml", Basis(basis), Toy.Pays("130", Rounded)));
        Assert.Equal(amount, book.State(Cases.One(Cases.Card(0)), "2024-08", "2024-08").Says());
    }

    [Fact]
    public void Where_no_day_is_named_what_comes_out_alike_either_way_is_decided()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("deposit")));
        var file = Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(100)), ("2024-08-12", "2024-08-13", Cases.Card(100, more: ", \"shelves\": 3")));
        Assert.Equal("100.00", book.State(file, "2024-08", "2024-08").Says());
    }

    [Fact]
    public void Somebody_who_comes_in_the_month_is_paid_by_days()
    {
        // 31 a month to each reader; the second comes on the 17th: 15 days, 31 × 15 ÷ 31 = 15.
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Basis("split"), Toy.Route, Toy.Payers, Toy.Benefit("31", ", per: reader" + Rounded)));
        var both = """{ "deposit": 0, "loans": [], "readers": [ { "number": "1" }, { "number": "2" } ] }""";
        var month = book.State(Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(0)), ("2024-08-17", "2024-08-17", both)), "2024-08", "2024-08").Months[0].Find("lending")!;
        Assert.Equal("1 31.00, 2 15.00", string.Join(", ", month.Payments.Select(p => $"{p.Person} {p.Amount}")));
        Assert.Equal("1—16 31.00, 17—31 62.00", string.Join(", ", month.Segments.Select(s => $"{s.From.Day}—{s.To.Day} {s.Decision.AmountIfKnown}")));
    }

    [Fact]
    public void Several_changes_make_several_segments_and_one_rounding()
    {
        // Fee 31 to the 10th, 62 from the 11th; the second reader from the 21st (11 days).
        // Reader 1: (31 × 10 + 62 × 21) ÷ 31 = 52; reader 2: 62 × 11 ÷ 31 = 22.
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Basis("split"),
            Toy.Parameter("fee", "from: 2024-01-01, published: unknown, value: 31\nfrom: 2024-08-11, published: unknown, value: 62"), Toy.Route, Toy.Payers, Toy.Benefit("fee", ", per: reader" + Rounded)));
        var both = """{ "deposit": 0, "loans": [], "readers": [ { "number": "1" }, { "number": "2" } ] }""";
        var month = book.State(Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(0)), ("2024-08-21", "2024-08-21", both)), "2024-08", "2024-08").Months[0].Find("lending")!;
        Assert.Equal("1 52.00, 2 22.00", string.Join(", ", month.Payments.Select(p => $"{p.Person} {p.Amount}")));
        Assert.Equal("74.00", month.Payable.ToString());
    }

    [Fact]
    public void A_segment_without_entitlement_pays_nothing_for_its_days()
    {
        // Entitled for the 11 days before the 12th only: 31 × 11 ÷ 31 = 11.
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Basis("split"), "routes: [ { name: all, label: 全部, when: 'deposit >= 10', cite: s } ]\n", Toy.Payers, Toy.Benefit("31", Rounded)));
        var file = Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(10)), ("2024-08-12", "2024-08-12", Cases.Card(9)));
        var month = book.State(file, "2024-08", "2024-08").Months[0].Find("lending")!;
        Assert.Equal((Outcome.Eligible, "11.00"), (month.Outcome, month.Payable.ToString()));
    }

    [Fact]
    public void A_segment_that_is_not_known_leaves_the_month_open()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Basis("split"), Toy.Pays("deposit", Rounded)));
        var file = Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(10)), ("2024-08-12", "2024-08-12", """{ "loans": [], "readers": [ { "number": "1" } ] }"""));
        Assert.Equal("? fact deposit", book.State(file, "2024-08", "2024-08").Says());
    }

    [Fact]
    public void Rules_that_pay_by_days_do_not_load_without_a_rounding_clause()
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml", Basis("split"), Toy.Pays("100")));
        var mistake = Assert.Single(bag);
        Assert.Equal("R041", mistake.Code);
        Assert.Contains("split", mistake.Message.En + mistake.Advice.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first", "first", "1.00 2.00")]
    [InlineData("last", "last", "2.00 2.00")]
    [InlineData("first", "last", "? version lending 2.00")] // the two places count by different days
    public void A_household_that_moves_inside_the_month_is_decided_by_the_day_that_both_places_name(string there, string here, string amounts)
    {
        var book = Toy.Book(Toy.Rules("100000/lending/2020-01-01.yaml", Basis(there), Toy.Pays("1")), Toy.Rules("200000/lending/2020-01-01.yaml", Basis(here), Toy.Pays("2")));
        string At(string place) => Cases.Card(0, more: $", \"jurisdiction\": \"{place}\"");
        var file = Cases.Of(("2024-01-01", "2024-01-05", At("100000")), ("2024-08-12", "2024-08-13", At("200000")));
        Assert.Equal(amounts, book.State(file, "2024-08", "2024-09", place: null).Says());
    }
}
