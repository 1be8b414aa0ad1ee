using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Eligibility.Explanation;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.Explanation;

/// <summary>The page stands alone, is well-formed and harmless whatever a name holds.</summary>
public class HtmlTests
{
    public static TheoryData<Reader, Language> Readers => PrintedFiguresTests.Readers;

    [Theory]
    [MemberData(nameof(Readers))]
    public void The_page_is_well_formed_and_needs_nothing_from_elsewhere(Reader reader, Language language)
    {
        foreach (var (file, month, knownAt) in Households.Seeds)
        {
            var html = HtmlAnswer.Write(Households.Ask(file, month, knownAt), language, reader);
            var page = Parse(html);
            Assert.Equal(language == Language.Chinese ? "zh-CN" : "en", page.Attribute("lang")?.Value);
            Assert.Single(page.Descendants("h1"));
            Assert.NotEmpty(page.Descendants("h2"));
            Assert.All(page.Descendants("table"), t => Assert.False(string.IsNullOrWhiteSpace(t.Element("caption")?.Value)));
            Assert.All(page.Descendants("th"), th => Assert.Contains(th.Attribute("scope")?.Value, new[] { "col", "row" }));
            Assert.All(page.Descendants("tbody").Elements("tr"), r => Assert.Equal(r.Parent!.Parent!.Element("thead")!.Descendants("th").Count(), r.Elements().Count()));
            Assert.DoesNotMatch("<(script|link|img|iframe|object)|https?:|@import|url\\(", html);
            Assert.Contains(knownAt, page.Descendants("footer").Single().Value, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void The_footer_names_every_rule_set_with_its_hash(Reader reader, Language language)
    {
        var answer = Households.Ask("beijing/elderly-couple", "2024-08", "2024-08-31");
        var footer = Parse(HtmlAnswer.Write(answer, language, reader)).Descendants("footer").Single().Value;
        Assert.All(answer.Decisions, d => Assert.Contains($"{d.RuleSetId} {d.RuleSetVersion:uuuu-MM-dd} {d.RuleSetHash}", footer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"'><img src=x onerror=alert(1)>")]
    [InlineData("</td></table><style>*{display:none}</style>")]
    [InlineData("&lt;b&gt; & ']]>-->")]
    public void A_name_is_text_and_nothing_else(string name)
    {
        var plain = Repository.Text("seeds/beijing/family-with-child.json");
        var quoted = Newtonsoft.Json.JsonConvert.ToString(name)[1..^1];
        var answer = Households.Decide(plain.Replace("丈夫", quoted, StringComparison.Ordinal));
        foreach (var reader in Enum.GetValues<Reader>())
        {
            var page = Parse(HtmlAnswer.Write(answer, Language.Chinese, reader));
            var expected = Parse(HtmlAnswer.Write(Households.Decide(plain), Language.Chinese, reader));
            Assert.Equal(expected.Descendants().Select(e => e.Name.LocalName), page.Descendants().Select(e => e.Name.LocalName));
            Assert.Equal(expected.Value.Replace("丈夫", name, StringComparison.Ordinal), page.Value);
        }
    }

    [Fact]
    public void A_name_that_turns_the_writing_round_is_refused_and_would_not_be_printed()
    {
        var e = Assert.Throws<FactsException>(() => Households.Unknown("甲\u202E乙"));
        Assert.Contains("U+202E", e.Message, StringComparison.Ordinal);
        var html = new HtmlWriter();
        html.Element("p", "甲\u202E乙\u200B");
        Assert.Equal("<p>甲\uFFFD乙\uFFFD</p>\n", html.ToString());
    }

    [Fact]
    public void A_mark_is_never_alone()
    {
        var marked = 0;
        foreach (var (file, month, knownAt) in Households.Seeds)
            foreach (var cell in Parse(HtmlAnswer.Write(Households.Ask(file, month, knownAt), Language.Chinese, Reader.Approver)).Descendants("th").Select(e => e.Value).Where(v => v[0] is '✓' or '✗' or '?'))
            {
                Assert.Contains(cell, new[] { "✓ 符合", "✗ 不符合", "? 不能判断" });
                marked++;
            }
        Assert.True(marked > 80, $"{marked}");
    }

    [Fact]
    public void Large_print_is_larger_and_says_the_same()
    {
        var answer = Households.Ask("beijing/refused-family", "2024-08", "2024-08-31");
        var (plain, large) = (HtmlAnswer.Write(answer, Language.Chinese, Reader.Family), HtmlAnswer.Write(answer, Language.Chinese, Reader.Family, largePrint: true));
        Assert.Equal(plain, large.Replace("class=\"family large\"", "class=\"family\"", StringComparison.Ordinal));
        Assert.NotEqual(plain, large);
        // 18 points are what guides for large print ask for.
        Assert.Matches(@"html\.family\.large \{ font-size: 18pt; \}", large);
    }

    private static XElement Parse(string html)
    {
        // Only the doctype and the empty elements keep the page from being XML.
        var xml = Regex.Replace(html[(html.IndexOf('\n', StringComparison.Ordinal) + 1)..], "(<meta [^>]*)>", "$1/>");
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }
}
