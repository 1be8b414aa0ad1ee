using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Explanation;
using Eligibility.Text;

namespace Eligibility.Tests.RuleSets;

/// <summary>A fragment laid on top: whatever it touches is said to be assumed.</summary>
public class OverlayTests
{
    private static readonly (string Name, string Body) Base = Toy.Rules("000000/lending/2020-01-01.yaml",
        Toy.Parameter("fee", "from: 2020-01-01, published: unknown, value: 100\nfrom: 2024-01-01, published: 2023-12-01, value: 120"), Toy.Derived("extra = shelves"), Toy.Pays("fee + extra"));

    private const string Title = "title: { zh: 减半, en: the half }\n";

    [Fact]
    public void Every_output_says_that_it_is_assumed()
    {
        var book = With("parameters: [ { name: fee, values: [ { from: 2020-01-01, published: unknown, value: 50 } ] } ]\n");
        var answer = book.Ask(month: "2021-08");
        Assert.Equal("53.00", answer["lending"].Says());
        Assert.Contains(answer["lending"].Warnings, w => w.Kind == WarningKind.Assumed && w.Name == "half");
        Assert.Contains("以假设“减半”为前提", TextAnswer.Write(answer, Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("The result assumes: the half", TextAnswer.Write(answer, Language.English), StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"assumed\"", JsonAnswer.Write(answer, Language.English), StringComparison.Ordinal);
        var words = RulesInWords.Write(answer.Run.Rules, "lending", Language.Chinese, _ => null);
        Assert.Contains("减半（假设）", words, StringComparison.Ordinal);
        Assert.Contains("50.00 元/月，2020-01-01起，公布日期不明 〔000000〕（假设）", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-08", "103.00")]
    [InlineData("2024-08", "53.00")]
    public void An_added_value_wins_over_one_of_the_same_start(string month, string amount) =>
        Assert.Equal(amount, With("parameters: [ { name: fee, values: [ { from: 2024-01-01, published: unknown, value: 50 } ] } ]\n").Ask(month: month)["lending"].Says());

    [Theory]
    [InlineData("2021-12", "103.00")]
    [InlineData("2022-01", "53.00")]
    [InlineData("2023-12", "53.00")]
    [InlineData("2024-01", "123.00")]
    public void An_added_value_holds_from_its_start_to_the_next_one(string month, string amount) =>
        Assert.Equal(amount, With("parameters: [ { name: fee, values: [ { from: 2022-01-01, published: unknown, value: 50 } ] } ]\n").Ask(month: month)["lending"].Says());

    [Fact]
    public void A_fragment_for_the_future_alters_no_earlier_month()
    {
        var book = With("parameters: [ { name: fee, values: [ { from: 2030-01-01, published: unknown, value: 1 } ] } ]\n");
        foreach (var month in new[] { "2020-01", "2024-08", "2029-12" })
            Assert.Equal(Toy.Book(Base).Ask(month: month)["lending"].Says(), book.Ask(month: month)["lending"].Says());
        Assert.Equal("4.00", book.Ask(month: "2030-01")["lending"].Says());
    }

    [Fact]
    public void A_fragment_may_replace_formulas_and_add_routes_and_payments()
    {
        var book = With(
            "derived: [ { name: extra, label: 外, formula: shelves * 2, override: true } ]\n",
            "routes: [ { name: assumedWay, label: 新, when: 'deposit > 5' } ]\n",
            "benefits: [ { name: more, label: 加, payer: desk, amount: '1000' } ]\n");
        var decision = book.Ask()["lending"];
        Assert.Equal(("1126.00", "assumedWay"), (decision.Says(), decision.Route));
        Assert.Single(decision.Warnings, w => w.Kind == WarningKind.Assumed);
    }

    [Fact]
    public void A_fragment_of_a_place_below_holds_there_only()
    {
        var book = Toy.Book(Base, ("100100/lending/overlays/half.yaml", Title + "derived: [ { name: extra, label: 外, formula: '0', override: true } ]\n")).WithOverlay("half");
        Assert.Equal("120.00", book.Ask("100101")["lending"].Says());
        Assert.Equal("123.00", book.Ask("100000")["lending"].Says());
        Assert.DoesNotContain(book.Ask("100000")["lending"].Warnings, w => w.Kind == WarningKind.Assumed);
    }

    [Fact]
    public void A_fragment_changes_the_hash_and_nothing_in_the_book_it_was_laid_on()
    {
        var book = Toy.Book(Base, Fragment("derived: [ { name: extra, label: 外, formula: '0', override: true } ]\n"));
        var before = book.Ask()["lending"];
        Assert.NotEqual(before.RuleSetHash, book.WithOverlay("half").Ask()["lending"].RuleSetHash);
        Assert.Equal(("123.00", before.RuleSetHash), (book.Ask()["lending"].Says(), book.Ask()["lending"].RuleSetHash));
    }

    [Fact]
    public void A_fragment_that_does_not_exist_is_a_question_that_cannot_be_asked()
    {
        var e = Assert.Throws<QuestionException>(() => With("").WithOverlay("haf"));
        Assert.Equal("Q007", Assert.Single(e.Diagnostics).Code);
        Assert.Contains("Did you mean `half`?", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("derived: [ { name: extr, label: 外, formula: '0', override: true } ]\n", "R029")]
    [InlineData("derived: [ { name: more, label: 外, formula: shelfs } ]\n", "X030")]
    [InlineData("parameters: [ { name: fees, values: [ { from: 2020-01-01, published: unknown, value: 1 } ] } ]\n", "R046")]
    [InlineData("parameters: [ { name: fee, values: [ { from: 2020-01-01, published: unknown, value: 0.001 } ] } ]\n", "R041")]
    public void A_fragment_of_the_library_that_does_not_fit_is_found_when_the_rules_are_checked_and_when_it_is_asked_for(string body, string code)
    {
        var book = Toy.Book(Base, Fragment(body));
        var bag = new DiagnosticBag();
        StackCheck.RunOverlays(book, bag);
        Assert.Equal([code], bag.Select(d => d.Code));
        var e = Assert.Throws<RuleBookException>(() => book.WithOverlay("half").Ask());
        Assert.Equal([code], e.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_fragment_of_a_place_without_rules_of_its_own_is_checked_too()
    {
        var bag = new DiagnosticBag();
        StackCheck.RunOverlays(Toy.Book(Base, ("100100/lending/overlays/half.yaml", Title + "derived: [ { name: more, label: 外, formula: shelfs } ]\n")), bag);
        Assert.Equal(["X030"], bag.Select(d => d.Code));
    }

    private static (string, string) Fragment(params string[] body) => ("000000/lending/overlays/half.yaml", Title + string.Concat(body));

    private static RuleBook With(params string[] body) => Toy.Book(Base, Fragment(body)).WithOverlay("half");
}
