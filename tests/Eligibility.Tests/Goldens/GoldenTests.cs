using System.Text.RegularExpressions;
using Eligibility.Explanation;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Tests.Goldens;

/// <summary>What a clerk and an integrator are shown, word for word.</summary>
public class GoldenTests
{
    private static Assessment Ask(string file, string month, string knownAt, string? overlay = null)
    {
        var book = overlay is null ? RealRules.Book : RealRules.Book.WithOverlay(overlay);
        var facts = Facts.Parse(File.ReadAllBytes(Repository.PathOf($"seeds/{file}.json")), file, book.Vocabulary);
        Assert.True(FeelDate.TryParseMonth(month, out var m));
        Assert.True(FeelDate.TryParse(knownAt, out var k));
        return book.Assess(facts, m, k);
    }

    [Theory]
    [InlineData("beijing/family-with-child", "2024-08", "2024-08-31", "2312.50")]
    [InlineData("beijing/family-with-child", "2024-08", "2024-08-20", "2133.75")]
    [InlineData("beijing/family-with-nonlocal-wife", "2024-08", "2024-08-31", "1662.50")]
    [InlineData("beijing/elderly-couple", "2024-08", "2024-08-31", "2695.00")]
    [InlineData("beijing/elderly-couple", "2024-08", "2024-08-20", "2524.50")]
    [InlineData("beijing/two-earners", "2024-08", "2024-08-31", "1422.50")]
    [InlineData("beijing/two-earners", "2024-08", "2024-08-20", "1254.75")]
    [InlineData("beijing/old-couple-care", "2024-08", "2024-08-31", "0.00")]
    [InlineData("beijing/refused-family", "2024-08", "2024-08-31", "0.00")]
    [InlineData("pingxiang/border-household", "2013-12", "2024-01-01", "unknown")]
    [InlineData("pingxiang/border-household", "2013-05", "2024-01-01", "unknown")]
    [InlineData("pingxiang/border-household", "2012-12", "2024-01-01", "unknown")]
    [InlineData("pingxiang/border-household", "2012-11", "2024-01-01", "unknown")]
    public void The_answer_in_Chinese(string file, string month, string knownAt, string dibao)
    {
        var answer = Ask(file, month, knownAt);
        Assert.Equal(dibao, answer["minimumLiving"].AmountIfKnown?.ToString() ?? "unknown");
        Golden.Verify(TextAnswer.Write(answer, Language.Chinese), $"{Path.GetFileName(file)}_{month}_{knownAt}");
    }

    [Fact]
    public void The_answer_in_English() => Golden.Verify(TextAnswer.Write(Ask("beijing/family-with-child", "2024-08", "2024-08-31"), Language.English));

    [Fact]
    public void The_answer_under_an_assumption()
    {
        var answer = Ask("pingxiang/border-household", "2013-12", "2024-01-01", "average-level-as-amount");
        Assert.Equal("420.00", answer["minimumLiving"].Payable.ToString());
        Golden.Verify(TextAnswer.Write(answer, Language.Chinese));
    }

    [Fact]
    public void The_answer_for_machines() => Golden.Verify(JsonAnswer.Write(Ask("beijing/family-with-child", "2024-08", "2024-08-31"), Language.Chinese));

    public static TheoryData<string, string, string, string> Sets => new()
    {
        { "110000", "minimumLiving", "2024-08", "2024-08-31" }, { "110000", "lowIncomeHousehold", "2024-08", "2024-08-31" }, { "110000", "oldAgeAllowance", "2024-08", "2024-08-31" },
        { "451481", "minimumLiving", "2013-12", "2024-01-01" }, { "000000", "minimumLiving", "2020-08", "2024-08-31" },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_rules_read_aloud(string place, string programme, string month, string knownAt)
    {
        var text = Show(place, programme, month, knownAt, Language.Chinese);
        Golden.Verify(text, $"{place}_{programme}_{month}");
        // No key stands in what is read aloud: no word of Latin letters but those of the law's own figures.
        var keys = Keys().ToHashSet(StringComparer.Ordinal);
        Assert.True(keys.Count > 300, $"only {keys.Count} keys were looked for");
        Assert.DoesNotContain(Regex.Matches(text, "[A-Za-z][A-Za-z0-9]*").Select(m => m.Value), keys.Contains);
    }

    [Fact]
    public void The_rules_read_aloud_in_English() => Golden.Verify(Show("110000", "minimumLiving", "2024-08", "2024-08-31", Language.English));

    private static string Show(string place, string programme, string month, string knownAt, Language language)
    {
        FeelDate.TryParseMonth(month, out var m);
        FeelDate.TryParse(knownAt, out var k);
        var rules = RealRules.Book.RulesOf(place, m, k, false, new Eligibility.Diagnostics.DiagnosticBag())!;
        return RulesInWords.Write(rules, programme, language, code => RealRules.Book.Library.Jurisdictions.Find(code)?.Name);
    }

    private static IEnumerable<string> Keys()
    {
        foreach (var e in RealRules.Book.Vocabulary.Entities)
        {
            yield return e.Name;
            foreach (var a in e.Attributes)
            {
                yield return a.Name;
                foreach (var c in a.Codes) yield return c.Name;
            }
        }
        foreach (var f in RealRules.Book.Library.Files)
        {
            yield return f.Programme;
            foreach (var name in f.Items.Select(i => i.Name).Concat(f.Classes.Select(c => c.Name)).Concat(f.Payers.Select(p => p.Name)).Concat(f.Sources.Keys)) yield return name;
        }
    }

    [Fact]
    public void No_approved_text_is_left_that_no_test_owns()
    {
        var methods = typeof(GoldenTests).GetMethods().Select(m => $"GoldenTests.{m.Name}").Concat(typeof(GoldenTests).Assembly.GetTypes().SelectMany(t => t.GetMethods().Select(m => $"{t.Name}.{m.Name}"))).ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFiles(Repository.PathOf("tests/Eligibility.Tests/Goldens"), "*.verified.txt");
        Assert.True(files.Length >= 20, $"only {files.Length} approved texts were looked at");
        Assert.All(files, f => Assert.Contains(methods, m => Path.GetFileName(f).StartsWith(m, StringComparison.Ordinal)));
    }
}
