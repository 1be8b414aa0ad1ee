using Eligibility.Coverage;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Tests.RuleSets;
using Eligibility.Tests.Text;

namespace Eligibility.Tests.Coverage;

/// <summary>What the rules cover, article by article, and every reading that is ours: complete, true and up to date.</summary>
public class CoverageTests
{
    /// <summary>The codes that the tests here show.</summary>
    public static IEnumerable<string> Shown => ["R060", "R061", "R062", "R063"];

    private static IReadOnlyList<RegisteredInstrument> Real
    {
        get
        {
            var bag = new DiagnosticBag();
            var instruments = ArticleRegistry.Read(RealRules.Book.Library.ArticlesFile!, bag);
            Assert.Empty(bag);
            return instruments;
        }
    }

    [Fact]
    public void Every_article_of_every_instrument_is_cited_or_left_out_with_a_reason()
    {
        var bag = new DiagnosticBag();
        CoverageReport.Check(RealRules.Book.Library, Real, bag);
        Assert.Empty(bag);
        Assert.True(Real.Sum(i => i.Articles.Count) > 600, "fewer articles than the texts have");
        Assert.All(Real.SelectMany(i => i.Articles), a => Assert.True(a.NotEncoded is null || a.NotEncoded.En != a.NotEncoded.Zh, a.Name));
    }

    [Fact]
    public void The_committed_reports_are_up_to_date()
    {
        Assert.Equal(CoverageReport.Write(RealRules.Book.Library, Real), Repository.Text("rules/COVERAGE.md").ReplaceLineEndings("\n"));
        Assert.Equal(InterpretationReport.Write(RealRules.Book.Library), Repository.Text("rules/INTERPRETATIONS.md").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_interpretation_of_the_rules_stands_in_the_list()
    {
        var report = Repository.Text("rules/INTERPRETATIONS.md");
        var readings = RealRules.Book.Library.Files.SelectMany(f => f.Items).SelectMany(i => i.Interpretations).ToArray();
        Assert.True(readings.Length > 50, $"only {readings.Length} readings");
        Assert.All(readings, r => Assert.Contains(r.Note.Zh, report, StringComparison.Ordinal));
    }

    private const string Cites = "derived: [ { name: a, label: a, formula: '1', cite: s 三(二)1 }, { name: b, label: b, formula: '1', cite: [ s 四, s 三 ] } ]\n";

    private const string Registry = "instruments:\n  - key: s\n    title: 章程\n    text: statutes.txt\n    articles:\n";

    private static DiagnosticBag Check(string articles, out string text)
    {
        (text, _) = (Registry + articles, 0);
        var bag = new DiagnosticBag();
        var book = RuleBook.TryLoad([.. Toy.Sources(Toy.Rules("000000/lending/2020-01-01.yaml", Cites, "routes: []\n")), Toy.Source("articles.yaml", text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal))], bag)!;
        CoverageReport.Check(book.Library, ArticleRegistry.Read(book.Library.ArticlesFile!, bag), bag);
        return bag;
    }

    [Theory]
    [InlineData("      - { article: 三, about: 甲 }\n      - { article: 四, about: 乙 }\n      - { article: «五», about: 丙 }\n", "R060")]
    [InlineData("      - { article: 三, about: 甲 }\n      - { article: «四», about: 乙, notEncoded: 无 }\n", "R061")]
    [InlineData("      - { article: 三, about: 甲 }\n", "R062")]
    [InlineData("      - { article: 三, about: 甲 }\n      - { article: 四, about: 乙 }\n      - { article: «四», about: 乙 }\n", "R053")]
    [InlineData("      - { article: 三, about: 甲 }\n      - { article: 四, about: 乙, «notEncode»: 无 }\n", "R020")]
    [InlineData("      - { article: 三, about: 甲 }\n      - «{» article: 四 }\n", "R021")]
    [InlineData("      - { article: 三, about: 甲 }\n      - { article: 四, about: 乙 }\n", "")]
    public void A_registry_that_does_not_fit_the_citations_is_refused_at_its_place(string articles, string code)
    {
        var bag = Check(articles, out var text);
        if (code.Length == 0)
        {
            Assert.Empty(bag);
            return;
        }
        var mistake = Assert.Single(bag);
        Assert.Equal(code, mistake.Code);
        Assert.NotEmpty(mistake.Advice.En);
        if (text.Contains('«', StringComparison.Ordinal)) Assert.Equal(Marked.Parse(text).Span, mistake.Location!.Value.Span);
    }

    [Fact]
    public void An_instrument_whose_text_is_held_must_be_registered()
    {
        var bag = new DiagnosticBag();
        var book = RuleBook.TryLoad([.. Toy.Sources(Toy.Rules("000000/lending/2020-01-01.yaml", Cites))], bag)!;
        CoverageReport.Check(book.Library, [], bag);
        Assert.Equal("R063", Assert.Single(bag).Code);
    }

    [Theory]
    [InlineData("十三(三)", "十三")]
    [InlineData("三.3", "三")]
    [InlineData("二(一)1", "二")]
    [InlineData("附件2", "附件2")]
    [InlineData("", "")]
    public void A_citation_belongs_to_the_article_at_its_head(string cited, string article) => Assert.Equal(article, CitedArticle.TopOf(cited));

    [Fact]
    public void The_report_says_in_which_months_a_value_is_held_and_what_ends_it()
    {
        var text = CoverageReport.Write(RealRules.Book.Library, []);
        Assert.Contains("1,450：2024-07-01 起 查证至 attested to 2024-12-31", text.Replace("1450：", "1,450：", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("2021-07-01 起未经核实 not verified", text, StringComparison.Ordinal);
    }
}
