using Eligibility.Explanation;
using Eligibility.Text;

namespace Eligibility.Tests.Explanation;

/// <summary>Every figure that a person sees can be worked out again from what stands beside it.</summary>
public class PrintedFiguresTests
{
    [Theory]
    [MemberData(nameof(Households.Data), MemberType = typeof(Households))]
    public void Every_printed_computation_is_right(string file, string month, string knownAt)
    {
        foreach (var (view, text) in Households.Views(Households.Ask(file, month, knownAt)).Where(v => !v.View.StartsWith("json", StringComparison.Ordinal)))
            Assert.All(PrintedFigures.Of(text), e => Assert.True(e.Holds, $"{view}: {e}"));
    }

    public static TheoryData<Reader, Language> Readers
    {
        get
        {
            var data = new TheoryData<Reader, Language>();
            foreach (var reader in Enum.GetValues<Reader>())
                foreach (var language in Enum.GetValues<Language>()) data.Add(reader, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void The_computations_of_the_family_with_a_child_are_found_in_every_view(Reader reader, Language language)
    {
        var answer = Households.Ask("beijing/family-with-child", "2024-08", "2024-08-31");
        foreach (var text in new[] { TextAnswer.Write(answer, language, reader), HtmlAnswer.Write(answer, language, reader) })
        {
            // (1450 - 800) * 3, a quarter of 1450, and their sum, as the notice and the rules have them
            var found = PrintedFigures.Of(text).Select(e => e.ToString().Replace('（', '(').Replace('）', ')').Replace(" ", "", StringComparison.Ordinal)).ToArray();
            Assert.Contains("(1,450.00−800.00)×3=1,950.00", found);
            Assert.Contains("25%×1,450.00=362.50", found);
            Assert.Contains("1,950.00+362.50=2,312.50", found);
            if (reader != Reader.Family) Assert.Contains("2,400.00÷3=800.00", found);
        }
    }

    [Theory]
    [InlineData("甲 = （1,450.00 − 800.00）× 3 = 1,950.00，民政部门", "（1,450.00 − 800.00）× 3 = 1,950.00", true)]
    [InlineData("甲（乙） = 6,000.00 − 80% × 1,450.00 = 4,840.00 〔", "6,000.00 − 80% × 1,450.00 = 4,840.00", true)]
    [InlineData("x = 4,840.00 ÷ 3 ≈ 1,613.33 [a]", "4,840.00 ÷ 3 ≈ 1,613.33", true)]
    [InlineData("x = 4,840.00 ÷ 3 ≈ 1,613.34 [a]", "4,840.00 ÷ 3 ≈ 1,613.34", false)]
    [InlineData("为 1,613.33（=4840÷3） 元", "4840÷3 ≈ 1,613.33", true)]
    [InlineData("（1,450.00 − 10.00）× 3 = 4,320.01", "（1,450.00 − 10.00）× 3 = 4,320.01", false)]
    [InlineData("25% × 1,450.00 = 362.51，", "25% × 1,450.00 = 362.51", false)]
    [InlineData("(25% × 1,450.00 = 362.50), paid", "25% × 1,450.00 = 362.50", true)]
    public void The_search_reads_what_is_printed_and_sees_what_is_wrong(string line, string equation, bool holds)
    {
        var found = Assert.Single(PrintedFigures.Of(line));
        Assert.Equal((equation, holds), (found.ToString(), found.Holds));
    }
}
