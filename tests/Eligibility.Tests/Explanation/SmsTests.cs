using System.Text.RegularExpressions;
using Eligibility.Explanation;
using Eligibility.Text;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Explanation;

/// <summary>A short message is short, whole, and says the outcome.</summary>
public partial class SmsTests
{
    private static readonly string[] Names = ["甲", "欧阳修远", "阿卜杜热合曼·买买提江·吐尔逊", "<b>\"O'Neil\"</b>", "𠮷田𠮷", new string('长', 80), "A very long name that a clerk typed in full 12345.67"];

    [Theory]
    [InlineData("beijing/family-with-child", "2024-08", "2024-08-31", "北京市城乡居民最低生活保障：符合条件，每月 2,312.50 元。家庭月人均收入 800.00 元，低于低保标准 1,450.00 元。")]
    [InlineData("pingxiang/border-household", "2013-12", "2024-01-01", "凭祥市陆地边境0—3公里边民生活补助：符合条件，每月 480.00 元。当月补助标准为每人每月 96.00 元。")]
    [InlineData("pingxiang/border-household", "2013-12", "2024-01-01", "凭祥市边境0—3公里农村居民最低生活保障：符合条件，金额未知。家庭居住在陆地边境0—3公里范围内。")]
    [InlineData("pingxiang/border-household", "2012-11", "2024-01-01", "凭祥市新型农村社会养老保险养老金：尚不能确定。")]
    public void What_a_family_is_sent(string file, string month, string knownAt, string message) =>
        Assert.Contains(message, SmsAnswer.Write(Households.Ask(file, month, knownAt), Language.Chinese).Select(m => m.Text));

    [Fact]
    public void What_a_family_is_sent_in_English() =>
        Assert.Contains("Beijing minimum living guarantee: eligible, 2,312.50 yuan a month.", SmsAnswer.Write(Households.Ask("beijing/family-with-child", "2024-08", "2024-08-31"), Language.English).Select(m => m.Text));

    [Fact]
    public void No_message_is_too_long_and_none_is_cut()
    {
        var seeds = Households.Seeds.Where(s => s.File.StartsWith("beijing", StringComparison.Ordinal)).Select(s => s.File).Distinct().Select(f => Repository.Text($"seeds/{f}.json")).ToArray();
        var numbers = (from n in Gen.Choose(1, 100) from scale in Gen.Choose(0, 30) from rest in Gen.Choose(0, 99) select $"{n}{new string('7', scale)}.{rest:00}").ToArbitrary();
        var facts = (from seed in Gen.Choose(0, seeds.Length - 1) from shuffle in Gen.Choose(0, int.MaxValue) from name in Gen.Elements(Names) from number in numbers.Generator select Changed(seeds[seed], shuffle, name, number)).ToArbitrary();
        var (messages, shortened) = (0, 0);
        Prop.ForAll(facts, json =>
        {
            var answer = Households.Decide(json);
            foreach (var language in Enum.GetValues<Language>())
            {
                var whole = TextAnswer.Write(answer, language, Reader.Family);
                foreach (var (programme, text) in SmsAnswer.Write(answer, language))
                {
                    messages++;
                    Assert.InRange(text.Length, 5, 70);
                    var outcome = new Words(language).Outcome(answer[programme].Outcome);
                    // Of the fullest wording it is a part that ends where a sentence ends: the title and the outcome with the amount, then whole reasons.
                    var rest = text[(text.IndexOf(outcome, StringComparison.Ordinal) + outcome.Length)..];
                    Assert.Contains(outcome, text, StringComparison.Ordinal);
                    Assert.EndsWith(language == Language.Chinese ? "。" : ".", text, StringComparison.Ordinal);
                    foreach (Match figure in Figure().Matches(rest)) Assert.Matches($@"(?<![\d,.]){Regex.Escape(figure.Value)}(?![\d,]|\.\d)", whole);
                    if (text.Length < 30) shortened++;
                    Assert.False(char.IsHighSurrogate(text[^2]), text);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240831, 1));
        Assert.True(messages > 1000 && shortened > 50, $"{messages} messages, {shortened} short ones");
    }

    /// <summary>The facts with some of them left out, persons renamed and money changed.</summary>
    private static string Changed(string json, int shuffle, string name, string number)
    {
        var random = new Random(shuffle);
        // Digits are kept: no number goes through a floating point type.
        var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(json)) { FloatParseHandling = Newtonsoft.Json.FloatParseHandling.Decimal };
        var facts = JObject.Load(reader);
        foreach (var member in facts["members"]!.OfType<JObject>())
        {
            member["name"] = name;
            foreach (var p in member.Properties().Where(p => p.Name is not ("id" or "name" or "birthDate")).ToArray())
                if (random.Next(8) == 0) p.Remove();
            foreach (var income in member["incomes"]?.OfType<JObject>() ?? [])
                if (random.Next(2) == 0) income["amount"] = new JRaw(number);
        }
        foreach (var p in facts.Properties().Where(p => p.Name is not ("jurisdiction" or "members")).ToArray())
            if (random.Next(8) == 0) p.Remove();
        return facts.ToString();
    }

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Figure();
}
