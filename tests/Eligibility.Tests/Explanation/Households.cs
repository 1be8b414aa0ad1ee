using System.Text;
using Eligibility.Explanation;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.Explanation;

/// <summary>The example households, decided, and facts made of them.</summary>
internal static class Households
{
    public static readonly (string File, string Month, string KnownAt)[] Seeds =
    [
        ("beijing/family-with-child", "2024-08", "2024-08-31"), ("beijing/family-with-child", "2024-08", "2024-08-20"), ("beijing/family-with-nonlocal-wife", "2024-08", "2024-08-31"),
        ("beijing/elderly-couple", "2024-08", "2024-08-31"), ("beijing/two-earners", "2024-08", "2024-08-31"), ("beijing/old-couple-care", "2024-08", "2024-08-31"),
        ("beijing/refused-family", "2024-08", "2024-08-31"), ("pingxiang/border-household", "2013-12", "2024-01-01"), ("pingxiang/border-household", "2013-05", "2024-01-01"),
        ("pingxiang/border-household", "2012-11", "2024-01-01"),
    ];

    public static TheoryData<string, string, string> Data
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (file, month, knownAt) in Seeds) data.Add(file, month, knownAt);
            return data;
        }
    }

    public static Assessment Ask(string file, string month, string knownAt) => Decide(Repository.Text($"seeds/{file}.json"), month, knownAt);

    public static Assessment Decide(string json, string month = "2024-08", string knownAt = "2024-08-31")
    {
        Assert.True(FeelDate.TryParseMonth(month, out var m));
        Assert.True(FeelDate.TryParse(knownAt, out var k));
        return RealRules.Book.Assess(Facts.Parse(Encoding.UTF8.GetBytes(json), "facts.json", RealRules.Book.Vocabulary), m, k);
    }

    /// <summary>One person of whom nothing is known but the day of birth.</summary>
    public static Assessment Unknown(string name = "甲") =>
        Decide($$"""{ "jurisdiction": "110000", "members": [ { "id": "1", "name": {{Newtonsoft.Json.JsonConvert.ToString(name)}}, "birthDate": "1940-01-01" } ] }""");

    /// <summary>Every view of an answer, by name.</summary>
    public static IEnumerable<(string View, string Text)> Views(Assessment a)
    {
        foreach (var language in new[] { Language.Chinese, Language.English })
            foreach (var reader in Enum.GetValues<Reader>())
            {
                yield return ($"text {reader} {language}", TextAnswer.Write(a, language, reader));
                yield return ($"html {reader} {language}", HtmlAnswer.Write(a, language, reader));
                yield return ($"json {reader} {language}", JsonAnswer.Write(a, language, reader, derivation: true));
            }
    }
}
