using Eligibility.Cli;
using Eligibility.Diagnostics;
using NodaTime;

namespace Eligibility.Tests.RuleSets;

/// <summary>Questions that cannot be asked, and questions whose answer is only that nothing is known: those are no mistakes.</summary>
public class QuestionMistakeTests
{
    private static readonly RuleBook Book = Toy.Book(
        Toy.Rules("100000/lending/2020-01-01.yaml", "published: 2019-11-12\n", Toy.Pays("1")), Toy.Rules("000000/reading/2022-01-01.yaml", "published: 2021-11-12\n", Toy.Pays("2")));

    /// <summary>The codes that the tests here show.</summary>
    public static IEnumerable<string> Shown => ["Q001", "Q002", "Q003", "Q004", "Q005", "Q006", "Q007", "Q008", "Q009", "Q010", "Q011", "Q030", "Q031", "Q032", "Q033"];

    [Theory]
    [InlineData("Q001", null, "2024-12-31", "No place is stated.")]
    [InlineData("Q002", "100001", "2024-12-31", "There is no place `100001`. Did you mean `100000`?")]
    [InlineData("Q002", "", "2024-12-31", "There is no place ``.")]
    [InlineData("Q006", "100000", "2019-11-11", "Nothing had been published by 2019-11-11 (the first was on 2019-11-12).")]
    public void A_question_that_cannot_be_asked_is_refused(string code, string? place, string knownAt, string message)
    {
        Eligibility.Values.FeelDate.TryParse(knownAt, out var day);
        var e = Assert.Throws<QuestionException>(() => Book.Assess(Toy.Facts(), new YearMonth(2024, 8), day, place));
        var mistake = Assert.Single(e.Diagnostics);
        Assert.Equal(code, mistake.Code);
        Assert.StartsWith(message, $"{mistake.Message.En} {mistake.Advice.En}", StringComparison.Ordinal);
        Assert.Contains(code, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_programme_that_no_place_has_is_refused() =>
        Assert.Equal("Q003", Assert.Single(Assert.Throws<QuestionException>(() => Book.Decide(Toy.Facts(), "lendin", new YearMonth(2024, 8), new LocalDate(2024, 12, 31), "100000")).Diagnostics).Code);

    [Fact]
    public void A_fragment_that_does_not_exist_is_refused() => Assert.Equal("Q007", Assert.Single(Assert.Throws<QuestionException>(() => Book.WithOverlay("half")).Diagnostics).Code);

    [Theory]
    [InlineData("1990-01")]
    [InlineData("2019-12")]
    public void A_month_before_any_rule_is_a_question_with_an_answer(string month)
    {
        var decision = Book.Ask("100000", month)["lending"];
        Assert.Equal((Outcome.Undetermined, "? version lending"), (decision.Outcome, decision.Says()));
    }

    [Fact]
    public void A_place_has_no_decision_of_a_programme_that_it_has_not()
    {
        var answer = Book.Ask("200000");
        Assert.Equal(["reading"], answer.Decisions.Select(d => d.Programme));
        Assert.Null(answer.Find("lending"));
        Assert.Throws<KeyNotFoundException>(() => answer["lending"]);
    }

    [Theory]
    [InlineData("Q002", "decide seeds/beijing/family-with-child.json --month 2024-08 --known-at 2024-08-31 --place 110001 --rules rules")]
    [InlineData("Q003", "show 110000/minimumLivin --month 2024-08 --known-at 2024-08-31 --rules rules")]
    [InlineData("Q004", "decide seeds/beijing/family-with-child.json --month 2024-13 --known-at 2024-08-31 --rules rules")]
    [InlineData("Q005", "decide seeds/beijing/family-with-child.json --month 2024-08 --known-at 2024-02-30 --rules rules")]
    [InlineData("Q006", "show 110000/minimumLiving --month 2024-08 --known-at 1990-01-01 --rules rules")]
    [InlineData("Q007", "show 110000/minimumLiving --month 2024-08 --known-at 2024-08-31 --overlay averge --rules rules")]
    [InlineData("Q008", "decide seeds/beijing/famly.json --month 2024-08 --known-at 2024-08-31 --rules rules")]
    [InlineData("Q009", "decide seeds/beijing/family-with-child.json --month 2024-08 --known-at 2024-08-31 --rules rules --out seeds/nowhere/page.txt")]
    [InlineData("Q010", "decide seeds/beijing/family-with-child.json --month 2024-08 --known-at 2024-08-31 --rules rules --large-print")]
    [InlineData("Q033", "diff 110000/minimumLiving 110000/minimumLiving@2024-07 --rules rules")]
    [InlineData("Q033", "diff 110000/minimumLiving@2024-06 seeds/nowhere --rules rules")]
    [InlineData("Q004", "diff 110000/minimumLiving@2024-06 110000/minimumLiving@2024-13 --rules rules")]
    [InlineData("Q005", "diff 110000/minimumLiving@2024-06 110000/minimumLiving@2024-07@2024-08-32 --rules rules")]
    [InlineData("Q003", "diff 110000/minimumLiving@2024-06 110000/minimumLivin@2024-07 --rules rules")]
    [InlineData("R049", "diff seeds/beijing seeds/guangzhou --rules rules")]
    [InlineData("R049", "decide seeds/beijing/family-with-child.json --month 2024-08 --known-at 2024-08-31 --rules seeds/rules")]
    [InlineData("R049", "check seeds/rules")]
    public void The_tool_refuses_such_a_question_with_exit_code_2(string code, string arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var words = arguments.Split(' ').Select(w => w.Contains('/') && !w.StartsWith("110000/", StringComparison.Ordinal) || w == "rules" ? Repository.PathOf(w) : w).ToArray();
        Assert.Equal(ExitCode.BadInput, Tool.Run(words, output, error, TimeProvider.System));
        Assert.Contains(code, output.ToString() + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }
}
