using Eligibility.Diagnostics;

namespace Eligibility.Tests.RuleSets;

/// <summary>Amounts are exact, rounded only by a clause, whole fen by proof, never negative, and unknown where no text states them.</summary>
public class PaymentTests
{
    [Theory]
    [InlineData("up", "3.34", "2.01", "0.02")]
    [InlineData("down", "3.33", "2.00", "0.01")]
    [InlineData("half up", "3.33", "2.01", "0.02")]
    [InlineData("half down", "3.33", "2.00", "0.01")]
    [InlineData("half even", "3.33", "2.00", "0.02")]
    [InlineData("floor", "3.33", "2.00", "0.01")]
    [InlineData("ceiling", "3.34", "2.01", "0.02")]
    public void Each_mode_rounds_to_the_fen(string mode, string third, string half, string odd)
    {
        Assert.Equal(third, Rounded("10 / 3", mode, "0.01"));
        Assert.Equal(half, Rounded("2.005", mode, "0.01"));
        Assert.Equal(odd, Rounded("0.015", mode, "0.01"));
    }

    [Theory]
    [InlineData("up", "0.1", "123.50")]
    [InlineData("half up", "1", "123.00")]
    [InlineData("up", "10", "130.00")]
    [InlineData("down", "10", "120.00")]
    [InlineData("half up", "0.05", "123.45")]
    [InlineData("up", "0.05", "123.50")]
    [InlineData("floor", "5", "120.00")]
    [InlineData("half even", "0.5", "123.50")]
    public void A_step_may_be_any_multiple_of_a_fen(string mode, string to, string amount) => Assert.Equal(amount, Rounded("123.456", mode, to));

    [Fact]
    public void Rounding_up_adds_nothing_to_what_is_whole_already() => Assert.Equal("2.00", Rounded("(632 - 1894 / 3) * 3", "up", "1"));

    [Theory]
    [InlineData("fee * shelves")] // 12.5, one decimal, times a whole number
    [InlineData("fee * 0.5")]
    [InlineData("deposit")]
    [InlineData("deposit - fee * 3 + 1")]
    [InlineData("fee / 2")]
    [InlineData("floor(fee / 3)")]
    [InlineData("decimal(deposit / 7, 2)")]
    [InlineData("round half up(deposit / 7, 1)")]
    [InlineData("if deposit > 5 then fee else 0.01")]
    [InlineData("sum(fines.amount) + count(readers)")]
    [InlineData("sum(for f in fines return f.amount * 2)")]
    [InlineData("sum(fines[amount > 1].amount)")]
    [InlineData("abs(fee) + sum([fee, 1.25])")]
    [InlineData("age(readers[1].born, month.end)")]
    public void A_payment_proved_whole_fen_needs_no_rounding(string amount) => Assert.DoesNotContain(Mistakes(amount), d => d.Code == "R041");

    [Theory]
    [InlineData("deposit / 3", "`/` may not terminate")]
    [InlineData("deposit / shelves", "`/` may not terminate")]
    [InlineData("deposit * 0.5", "up to 3 decimals")]
    [InlineData("deposit / 4", "up to 4 decimals")]
    [InlineData("fee * 0.25", "up to 3 decimals")]
    [InlineData("weight", "up to 3 decimals")]
    [InlineData("0.001", "up to 3 decimals")]
    [InlineData("if deposit > 5 then fee else deposit / 3", "`/` may not terminate")]
    [InlineData("decimal(deposit / 7, 3)", "up to 3 decimals")]
    [InlineData("decimal(deposit, shelves)", "`decimal` may not terminate")]
    [InlineData("third * 3", "`/` may not terminate")]
    [InlineData("sum(for f in fines return f.amount / 3)", "`/` may not terminate")]
    [InlineData("1.1 ** 3", "`**` may not terminate")]
    public void A_payment_that_may_not_be_whole_fen_is_refused_with_the_reason(string amount, string reason)
    {
        var mistake = Assert.Single(Mistakes(amount));
        Assert.Equal("R041", mistake.Code);
        Assert.Contains(reason, mistake.Message.En, StringComparison.Ordinal);
        Assert.Empty(Mistakes(amount, ", rounding: { mode: half up, to: 0.01, cite: s }"));
    }

    [Fact]
    public void A_value_with_too_many_decimals_is_refused_even_where_it_is_no_longer_in_force()
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml",
            Toy.Parameter("fee", "from: 2010-01-01, published: unknown, value: 12.345\nfrom: 2020-01-01, published: unknown, value: 12"), Toy.Pays("fee")));
        Assert.Equal(["R041"], bag.Select(d => d.Code));
    }

    [Fact]
    public void A_negative_amount_is_a_fault_and_not_a_debt()
    {
        var answer = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("deposit - 20"))).Ask();
        var decision = answer["lending"];
        Assert.Equal((Outcome.Eligible, "? fault negativePayment@pay"), (decision.Outcome, decision.Says()));
        Assert.Empty(decision.Payments);
        Assert.Equal(("0.00", false), (answer.Totals().Single().Amount.ToString(), answer.Totals().Single().Complete));
        Assert.Contains("negativePayment", Assert.Throws<InvalidOperationException>(() => decision.Payable).Message + decision.Missing[0].Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_division_by_zero_is_a_fault_with_its_name_and_only_where_it_counts()
    {
        const string zero = """{ "deposit": 0, "shelves": 3, "loans": [], "readers": [ { "number": "1" } ] }""";
        Assert.Equal("? fault divisionByZero", Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("floor(10 / deposit)"))).Ask(facts: zero)["lending"].Says());
        Assert.Equal("5.00", Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("if deposit = 0 then 5 else floor(10 / deposit)"))).Ask(facts: zero)["lending"].Says());
    }

    [Theory]
    [InlineData("deposit > 5", "? amount sum", false)]
    [InlineData("deposit > 50", "ineligible", true)]
    public void An_amount_that_no_text_states_leaves_the_entitlement_and_says_so(string when, string says, bool complete)
    {
        var answer = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Payers, $"routes: [ {{ name: all, label: 全部, when: '{when}', cite: s }} ]\n", Toy.Benefit("7"),
            "notStated: [ { name: sum, note: { zh: 没有写明, en: nobody says }, cite: s } ]\n")).Ask();
        Assert.Equal(says, answer["lending"].Says());
        Assert.Equal(complete ? [] : ["desk 7.00 False"], answer.Totals().Select(t => $"{t.Payer} {t.Amount} {t.Complete}"));
    }

    [Fact]
    public void Credits_to_an_account_are_never_added_to_cash()
    {
        var answer = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Route, Toy.Payers,
            "benefits:\n  - { name: a, label: 甲, payer: desk, amount: '7', cite: s }\n  - { name: b, label: 乙, payer: desk, form: account, amount: '5', cite: s }\n")).Ask();
        Assert.Equal(["desk False 7.00", "desk True 5.00"], answer.Totals().Select(t => $"{t.Payer} {t.ToAccount} {t.Amount}"));
        Assert.Equal("12.00", answer["lending"].Says());
    }

    [Fact]
    public void A_payment_of_nothing_is_no_payment() => Assert.Empty(Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("0"))).Ask()["lending"].Payments);

    private static string Rounded(string amount, string mode, string to) =>
        Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays(amount, $", rounding: {{ mode: {mode}, to: {to}, cite: s }}"))).Ask()["lending"].Says();

    private static DiagnosticBag Mistakes(string amount, string more = "")
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml",
            Toy.Parameter("fee", "from: 2020-01-01, published: unknown, value: 12.5"), Toy.Derived("third = deposit / 3"), Toy.Pays(amount, more)));
        return bag;
    }
}
