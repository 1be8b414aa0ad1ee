using Eligibility.Tests.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Tests.Statements;

/// <summary>What is owed or overpaid for past months: by cause, and by the clause of the notice that made the difference.</summary>
public class AdjustmentTests
{
    // The fee is 10 from 2023; a notice of April 20 raises it (or lowers it) from January on.
    private static RuleBook Book(string clause, string value = "12", string per = "") => Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: first\n", Sources(clause),
        Fee($"from: 2024-01-01, published: 2024-04-20, value: {value}, cite: n 一"), Toy.Route, Toy.Payers, Toy.Benefit("fee", per)));

    private static string Sources(string clause) => $"sources: {{ s: {{ title: 章程, text: s.txt }}, n: {{ title: 通知, number: 〔2024〕1号, text: n.txt{(clause.Length == 0 ? "" : ", arrears: { " + clause + " }")} }} }}\n";

    private static string Fee(params string[] more) =>
        $"parameters:\n  - name: fee\n    label: 费\n    unit: CNY/month\n    values:\n      - {{ from: 2023-01-01, published: 2022-12-01, value: 10, cite: s }}\n{string.Concat(more.Select(m => $"      - {{ {m} }}\n"))}";

    private static readonly CaseFile OnRoll = Cases.One(Cases.Card(0, Cases.Loan("2023-06-01")));

    private static Adjustments JanuaryToApril(RuleBook book, CaseFile file) => book.Adjust(file, "2024-01", "2024-04", "2024-04-19");

    [Theory]
    [InlineData("", "2023-06-01", null, "0.00", "8.00")] // no clause: 4 months × 2, nothing owed
    [InlineData("onRollIn: any, months: all, cite: 二", "2023-06-01", null, "8.00", "0.00")]
    [InlineData("onRollIn: 2024-04, months: granted, cite: 二", "2023-06-01", null, "8.00", "0.00")]
    [InlineData("onRollIn: 2024-04, months: granted, cite: 二", "2024-03-01", null, "4.00", "4.00")] // granted in March: two months
    [InlineData("onRollIn: 2024-04, months: granted, cite: 二", "2023-06-01", "2024-03-31", "0.00", "8.00")] // off the roll before April
    [InlineData("onRollIn: 2024-04, months: all, cite: 二", "2024-04-01", null, "8.00", "0.00")]
    [InlineData("onRollIn: any, months: all, except: [pay], cite: 二", "2023-06-01", null, "0.00", "8.00")]
    [InlineData("onRollIn: any, months: all, benefits: [pay], cite: 二", "2023-06-01", null, "8.00", "0.00")]
    public void What_is_owed_is_what_the_notices_clause_says(string clause, string since, string? until, string owed, string shown)
    {
        var adjustments = JanuaryToApril(Book(clause), Cases.One(Cases.Card(0, Cases.Loan(since, until))));
        Assert.Equal((owed, shown), (adjustments.Yuan(DifferenceStanding.Owed), adjustments.Yuan(DifferenceStanding.Information)));
        Assert.Equal("0.00", adjustments.Yuan(DifferenceStanding.Overpaid));
    }

    [Fact]
    public void The_articles_of_the_value_and_of_the_clause_are_named()
    {
        var part = JanuaryToApril(Book("onRollIn: any, months: all, cite: 二"), OnRoll).Lines[0].Parts.Single();
        Assert.Equal(["〔2024〕1号 一", "〔2024〕1号 二"], part.Cites);
        Assert.Equal((DifferenceCause.Value, new LocalDate(2024, 4, 20)), (part.Cause, part.KnownOn));
    }

    [Fact]
    public void A_value_that_falls_is_not_asked_back()
    {
        var adjustments = JanuaryToApril(Book("onRollIn: any, months: all, cite: 二", "9"), OnRoll);
        Assert.Equal(("0.00", "-4.00"), (adjustments.Yuan(DifferenceStanding.Overpaid), adjustments.Yuan(DifferenceStanding.Information)));
    }

    [Fact]
    public void Whether_it_is_owed_is_open_while_the_roll_is_not_known()
    {
        var adjustments = JanuaryToApril(Book("onRollIn: 2024-04, months: granted, cite: 二"), Cases.One("""{ "deposit": 0, "readers": [ { "number": "1" } ] }"""));
        Assert.Equal(("0.00", "8.00"), (adjustments.Yuan(DifferenceStanding.Owed), adjustments.Yuan(DifferenceStanding.Open)));
    }

    [Fact]
    public void Of_two_readers_only_the_one_on_the_roll_is_owed()
    {
        var file = Cases.One("""{ "deposit": 0, "loans": [ { "service": "lending", "readers": ["2"], "since": "2023-06-01" } ], "readers": [ { "number": "1" }, { "number": "2", "called": "白" } ] }""");
        var adjustments = JanuaryToApril(Book("onRollIn: 2024-04, months: granted, cite: 二", per: ", per: reader"), file);
        Assert.Equal(("8.00", "8.00"), (adjustments.Yuan(DifferenceStanding.Owed), adjustments.Yuan(DifferenceStanding.Information)));
        Assert.Equal("白", adjustments.Lines.First(l => l.Parts[0].Standing == DifferenceStanding.Owed).PersonName);
    }

    [Fact]
    public void Nothing_differs_before_the_notice_and_in_months_decided_after_it()
    {
        Assert.Empty(Book("").Adjust(OnRoll, "2023-10", "2023-12", "2024-04-19").Lines);
        Assert.Empty(Book("").Adjust(OnRoll, "2024-01", "2024-04", "2024-04-20").Lines);
        Assert.Empty(Book("").Adjust(OnRoll, "2024-01", "2024-04", "2024-04-19", "2024-04-19").Lines);
    }

    [Fact]
    public void Two_notices_are_told_apart()
    {
        // 10, then 12 by the notice of March 10 (with a clause), then 13 by that of April 20 (without): of January 2 are owed, 1 is information.
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: first\n",
            "sources: { s: { title: 章程, text: s.txt }, a: { title: 通知甲, text: a.txt, arrears: { onRollIn: any, months: all, cite: 二 } }, b: { title: 通知乙, text: b.txt } }\n",
            Fee("from: 2024-01-01, published: 2024-03-10, value: 12, cite: a 一", "from: 2024-01-01, published: 2024-04-20, value: 13, cite: b 一"), Toy.Pays("fee")));
        Assert.Equal("2024-01 value 2.00 owed; 2024-01 value 1.00 information", book.Adjust(OnRoll, "2024-01", "2024-01", "2024-03-09").Says());
        Assert.Equal("2024-01 value 1.00 information", book.Adjust(OnRoll, "2024-01", "2024-01", "2024-03-10").Says());
    }

    [Fact]
    public void A_new_rule_file_is_a_cause_of_its_own()
    {
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: first\n", Toy.Pays("10")),
            Toy.Rules("000000/lending/2024-02-01.yaml", "published: 2024-04-20\nmonthBasis: first\n", Sources("onRollIn: any, months: all, cite: 二"), Toy.Pays("15")));
        Assert.Equal("2024-02 law 5.00 owed; 2024-03 law 5.00 owed", book.Adjust(OnRoll, "2024-01", "2024-03", "2024-04-19").Says());
    }

    [Fact]
    public void A_rule_file_that_brings_its_own_values_is_told_as_one_cause()
    {
        // Between the file and its values, which became known on the same day, nothing could have been decided.
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: first\n", Toy.Pays("10")),
            Toy.Rules("000000/lending/2024-02-01.yaml", "published: 2024-04-20\nmonthBasis: first\n", Sources("onRollIn: any, months: all, cite: 二"),
                "parameters: [ { name: rate, label: 率, unit: CNY/month, values: [ { from: 2024-02-01, published: 2024-04-20, value: 15, cite: n 一 } ] } ]\n", Toy.Pays("rate")));
        Assert.Equal("2024-02 law 5.00 owed", book.Adjust(OnRoll, "2024-02", "2024-02", "2024-04-19").Says());
    }

    private static readonly RuleBook PaysDeposit = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: first\n", Toy.Pays("deposit")));

    [Theory]
    [InlineData(20, true, "2024-02 facts 10.00 owed; 2024-03 facts 10.00 owed")]
    [InlineData(4, true, "2024-02 facts -6.00 overpaid; 2024-03 facts -6.00 overpaid")]
    [InlineData(20, false, "2024-02 facts 10.00 information; 2024-03 facts 10.00 information")] // not on the roll
    [InlineData(10, true, "")]
    public void Facts_that_were_reported_late(int deposit, bool onRoll, string parts)
    {
        var roll = onRoll ? Cases.Loan("2023-06-01") : "";
        var file = Cases.Of(("2024-01-01", "2024-01-05", Cases.Card(10, roll)), ("2024-02-01", "2024-04-10", Cases.Card(deposit, roll)));
        Assert.Equal(parts, PaysDeposit.Adjust(file, "2024-01", "2024-03", "2024-03-31").Says());
    }

    private static Adjustments Paid(RuleBook book, CaseFile file, int amount, string decided, string month = "2024-01")
    {
        Money.TryFromYuan(amount, out var yuan);
        var paid = Decided.Amounts([new PaidAmount(Cases.Month(month), "lending", "pay", null, yuan)], new Dictionary<YearMonth, LocalDate> { [Cases.Month(month)] = Cases.Day(decided) });
        return book.Adjust(file, Cases.Month(month), Cases.Month(month), paid, Cases.Day("2024-12-31"), "000000");
    }

    [Theory]
    [InlineData(9, "2024-01 correction 1.00 owed; 2024-01 value 2.00 owed")] // paid 9, decided 10, now 12
    [InlineData(11, "2024-01 correction -1.00 overpaid; 2024-01 value 2.00 owed")]
    [InlineData(10, "2024-01 value 2.00 owed")]
    [InlineData(12, "2024-01 correction -2.00 overpaid; 2024-01 value 2.00 owed")] // paid what is due now, without a reason then: both are said, and they come to nothing
    [InlineData(0, "2024-01 correction 10.00 owed; 2024-01 value 2.00 owed")]
    public void What_was_paid_otherwise_than_decided_is_a_correction(int paid, string parts)
    {
        var adjustments = Paid(Book("onRollIn: any, months: all, cite: 二"), OnRoll, paid, "2024-04-19");
        Assert.Equal(parts, adjustments.Says());
        Assert.Equal($"{12 - paid}.00", adjustments.Lines.Single().Parts.Aggregate(default(Money), (sum, p) => sum + p.Amount).ToString());
    }

    [Fact]
    public void Only_the_programmes_that_payments_name_are_compared()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("10")), Toy.Rules("000000/reading/2020-01-01.yaml", Toy.Pays("7")));
        Assert.Equal("2024-01 correction 1.00 owed", Paid(book, OnRoll, 9, "2024-04-19").Says());
    }

    [Fact]
    public void A_payment_that_the_rules_do_not_know_is_overpaid()
    {
        Money.TryFromYuan(3, out var three);
        var paid = Decided.Amounts([new PaidAmount(Cases.Month("2024-01"), "lending", "bonus", "1", three)], new Dictionary<YearMonth, LocalDate>(), Cases.Day("2024-01-31"));
        var adjustments = PaysDeposit.Adjust(Cases.One(Cases.Card(10, Cases.Loan("2023-06-01"))), Cases.Month("2024-01"), Cases.Month("2024-01"), paid, Cases.Day("2024-12-31"), "000000");
        Assert.Equal("2024-01 correction -3.00 overpaid; 2024-01 correction 10.00 owed", adjustments.Says());
    }

    [Fact]
    public void A_household_refused_by_the_old_value_is_listed_and_owed_nothing()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: first\n", Sources("onRollIn: any, months: all, cite: 二"),
            Fee("from: 2024-01-01, published: 2024-04-20, value: 12, cite: n 一"), "routes: [ { name: all, label: 全部, when: 'deposit < fee', cite: s } ]\n", Toy.Payers, Toy.Benefit("fee - deposit + deposit")));
        var adjustments = book.Adjust(Cases.One(Cases.Card(11)), "2024-01", "2024-02", "2024-04-19");
        var listed = Assert.Single(adjustments.NewlyEligible);
        Assert.Equal(["2024-01", "2024-02"], listed.Months.Select(FeelDate.Format));
        Assert.Equal(("0.00", "24.00"), (adjustments.Yuan(DifferenceStanding.Owed), adjustments.Yuan(DifferenceStanding.Information)));
        // On the threshold nothing changes: 12 is not below 12.
        Assert.Empty(book.Adjust(Cases.One(Cases.Card(12)), "2024-01", "2024-02", "2024-04-19").NewlyEligible);
    }

    [Theory]
    [InlineData("2024-07-01", "")] // no rules in the months asked about: there is nothing that could differ
    [InlineData("2024-02-01", "2024-01")] // on its roll all the same in January: what was paid there cannot be judged
    public void A_programme_without_rules_then_and_now_is_open_only_for_who_is_on_its_roll(string from, string open)
    {
        var book = Toy.Book(Toy.Rules($"000000/lending/{from}.yaml", Toy.Pays("7")));
        var facts = from == "2024-02-01" ? Cases.Card(10, Cases.Loan("2023-06-01")) : Cases.Card(10);
        var adjustments = book.Adjust(Cases.One(facts), "2024-01", "2024-01", "2024-01-31");
        Assert.Equal(open, string.Join(' ', adjustments.Open.Select(o => FeelDate.Format(o.Month))));
    }

    [Fact]
    public void What_cannot_be_told_then_or_now_is_listed_as_open()
    {
        var file = Cases.Of(("2024-01-01", "2024-01-05", """{ "loans": [], "readers": [ { "number": "1" } ] }"""), ("2024-01-01", "2024-04-10", Cases.Card(20)));
        var open = Assert.Single(PaysDeposit.Adjust(file, "2024-01", "2024-01", "2024-03-31").Open);
        Assert.Equal(["deposit"], open.Missing.Select(m => m.Name));
    }

    [Fact]
    public void An_overlay_may_assume_a_clause_that_the_notice_has_not()
    {
        var book = Book("").With([Overlay("programme: lending\njurisdiction: \"000000\"\ntitle: { zh: 假设补发, en: back pay assumed }\nsources: { n: { title: 通知, text: n.txt, arrears: { onRollIn: any, months: all } } }\n")]);
        var adjustments = JanuaryToApril(book, OnRoll);
        Assert.Equal("8.00", adjustments.Yuan(DifferenceStanding.Owed));
        Assert.Contains("assumed", adjustments.Lines[0].Parts[0].Reason.En, StringComparison.Ordinal);
    }

    internal static Eligibility.RuleSets.RuleFile Overlay(string yaml)
    {
        var bag = new Eligibility.Diagnostics.DiagnosticBag();
        var root = Eligibility.Text.YamlReader.Read("overlay.yaml", System.Text.Encoding.UTF8.GetBytes(yaml), bag);
        var file = Eligibility.RuleSets.RuleFileReader.Read(root, root!.Location.Source, true, "assumed", bag);
        Assert.Empty(bag);
        return file!;
    }

    [Theory]
    [InlineData("C011", null, "2024-12-31")]
    [InlineData("C012", "2025-01-01", "2024-12-31")]
    public void A_question_that_cannot_be_asked_is_refused(string code, string? decided, string now)
    {
        var day = decided is null ? Decided.Amounts([], new Dictionary<YearMonth, LocalDate>()) : Decided.On(Cases.Day(decided));
        var e = Assert.Throws<QuestionException>(() => PaysDeposit.Adjust(OnRoll, Cases.Month("2024-01"), Cases.Month("2024-01"), day, Cases.Day(now), "000000"));
        Assert.Equal(code, Assert.Single(e.Diagnostics).Code);
    }

    [Theory]
    [InlineData("onRollIn: sometime, months: all, cite: 二", "R025")]
    [InlineData("onRollIn: any, months: few, cite: 二", "R025")]
    [InlineData("onRollIn: any, cite: 二", "R021")]
    [InlineData("months: all, cite: 二", "R021")]
    [InlineData("onRollIn: any, months: all", "R021")] // a clause is an article
    [InlineData("onRollIn: any, months: all, cite: 二, status: interpretation", "R033")]
    [InlineData("onRollIn: any, months: all, cite: 二, benefits: [pya]", "R048")]
    [InlineData("onRollIn: any, months: all, cite: 二, benefit: pay", "R020")]
    [InlineData("onRollIn: any, months: all, cite: 二, benefits: [pay], except: [pay]", "R025")]
    public void A_clause_that_cannot_be_read_does_not_load(string clause, string code)
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml", Sources(clause), Toy.Pays("1")));
        Assert.Equal([code], bag.Select(d => d.Code).Distinct());
    }
}
