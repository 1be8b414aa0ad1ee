using Eligibility.Explanation;
using Eligibility.Tests.Goldens;
using Eligibility.Text;

namespace Eligibility.Tests.Explanation;

/// <summary>What each reader is shown, word for word; the approver's text is held by <see cref="GoldenTests"/>.</summary>
public class ExplanationGoldenTests
{
    [Theory]
    [MemberData(nameof(Households.Data), MemberType = typeof(Households))]
    public void What_the_family_reads(string file, string month, string knownAt) => Golden.Verify(TextAnswer.Write(Households.Ask(file, month, knownAt), Language.Chinese, Reader.Family), $"{Path.GetFileName(file)}_{month}_{knownAt}");

    [Fact]
    public void What_a_family_of_whom_little_is_known_reads() => Golden.Verify(TextAnswer.Write(Households.Unknown(), Language.Chinese, Reader.Family));

    [Fact]
    public void What_the_family_reads_in_English() => Golden.Verify(TextAnswer.Write(Households.Ask("beijing/family-with-child", "2024-08", "2024-08-31"), Language.English, Reader.Family));

    [Fact]
    public void What_the_auditor_reads() => Golden.Verify(TextAnswer.Write(Households.Ask("pingxiang/border-household", "2013-12", "2024-01-01"), Language.Chinese, Reader.Auditor));

    [Fact]
    public void What_the_auditor_reads_in_English() => Golden.Verify(TextAnswer.Write(Households.Ask("pingxiang/border-household", "2013-12", "2024-01-01"), Language.English, Reader.Auditor));

    [Theory]
    [InlineData(Reader.Family)]
    [InlineData(Reader.Approver)]
    [InlineData(Reader.Auditor)]
    public void The_page(Reader reader) => Golden.Verify(HtmlAnswer.Write(Households.Ask("pingxiang/border-household", "2013-12", "2024-01-01"), Language.Chinese, reader), reader.ToString());

    [Fact]
    public void The_familys_answer_for_machines() => Golden.Verify(JsonAnswer.Write(Households.Ask("beijing/family-with-child", "2024-08", "2024-08-31"), Language.Chinese, Reader.Family));

    [Fact]
    public void The_short_messages() => Golden.Verify(string.Concat(Households.Seeds.SelectMany(s => SmsAnswer.Write(Households.Ask(s.File, s.Month, s.KnownAt), Language.Chinese)).Select(m => m.Text + "\n")));
}
