using Eligibility.Explanation;
using Eligibility.Text;

namespace Eligibility.Tests.Explanation;

/// <summary>What a family is told, asked and not asked.</summary>
public class FamilyTests
{
    private static FamilyAnswer Tell(Assessment a, Language language = Language.Chinese) => FamilyAnswer.Of(a, language);

    [Fact]
    public void A_family_is_asked_only_for_what_it_alone_can_state()
    {
        var answer = Tell(Households.Unknown());
        // In the vocabulary legalObligors come from the family's own statement; incomes from the data check; the certificate from the federation.
        Assert.Equal(["家庭以外的法定赡养、抚养、扶养义务人"], answer.Asked);
        Assert.Contains(answer.Visited, v => v.Contains("长期共同居住", StringComparison.Ordinal));
        Assert.Contains(answer.Checked, c => c.StartsWith("信息核对：", StringComparison.Ordinal) && c.Contains("收入（甲）", StringComparison.Ordinal));
        Assert.Contains(answer.Checked, c => c.StartsWith("残疾人联合会：", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Asked.Concat(answer.Visited), a => a.Contains("收入", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_missing_is_named_once_and_nothing_else()
    {
        var a = Households.Unknown();
        var named = Tell(a).Asked.Concat(Tell(a).Visited).Concat(Tell(a).Checked).ToArray();
        var missing = a.Decisions.Where(d => d.NotApplicable is null).SelectMany(d => d.Missing).Where(m => m.Kind == Eligibility.Values.MissingKind.Fact).Select(m => m.Text.Zh).Distinct().ToArray();
        Assert.True(missing.Length > 20, $"{missing.Length}");
        Assert.All(missing, m => Assert.Single(named, n => n == m || n.Contains("：" + m, StringComparison.Ordinal) || n.Contains("、" + m, StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_nothing_is_missing_nothing_is_asked()
    {
        var answer = Tell(Households.Ask("beijing/family-with-child", "2024-08", "2024-08-31"));
        Assert.Empty(answer.Asked.Concat(answer.Visited).Concat(answer.Checked));
    }

    [Fact]
    public void A_remedy_is_named_only_where_a_text_names_it_and_never_with_a_deadline()
    {
        var remedy = Assert.Single(Tell(Households.Ask("beijing/elderly-couple", "2024-08", "2024-08-31")).Remedies);
        Assert.Equal("北京市城乡居民最低生活保障、北京市城乡低收入家庭救助", remedy.Title);
        Assert.Equal(["京民社救发〔2018〕445号 十五(八)"], remedy.Cites);
        Assert.DoesNotContain(remedy.Text, char.IsDigit);
        Assert.Empty(Tell(Households.Ask("pingxiang/border-household", "2013-12", "2024-01-01")).Remedies);
    }

    [Fact]
    public void A_refusal_gives_the_criterion_that_failed_and_not_those_that_were_met()
    {
        var dibao = Tell(Households.Ask("beijing/refused-family", "2024-08", "2024-08-31")).Programmes.Single(p => p.Programme.Decision.Programme == "minimumLiving");
        Assert.Equal("不符合条件", dibao.Decided);
        // 6,000 less 80 % of 1,450 is 4,840, for three persons
        Assert.Equal(["家庭月人均收入 1,613.33（=4840÷3） 元，不低于低保标准 1,450.00 元"], dibao.Why);
    }

    [Fact]
    public void An_amount_that_is_not_known_is_not_printed_as_nothing()
    {
        var text = TextAnswer.Write(Households.Ask("pingxiang/border-household", "2013-12", "2024-01-01"), Language.Chinese, Reader.Family);
        Assert.Contains("农村居民最低生活保障：符合条件，金额还不能确定", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0.00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_told_as_one_and_covers_nobody()
    {
        var answer = Tell(Households.Ask("pingxiang/border-household", "2012-11", "2024-01-01"));
        Assert.All(answer.Programmes, p =>
        {
            Assert.Equal("尚不能确定", p.Decided);
            Assert.Empty(p.Programme.Covered);
            Assert.StartsWith("该月没有", Assert.Single(p.Unclear), StringComparison.Ordinal);
            Assert.Equal("", p.Basis);
        });
    }

    [Fact]
    public void What_rests_on_another_decision_says_so() =>
        Assert.Equal(["以“北京市城乡居民最低生活保障”获得审核确认为前提"],
            Tell(Households.Ask("beijing/elderly-couple", "2024-08", "2024-08-31")).Programmes.Single(p => p.Programme.Decision.Programme == "hardshipElderlySubsidy").Provided);

    [Theory]
    [MemberData(nameof(Households.Data), MemberType = typeof(Households))]
    public void Every_reason_is_a_sentence_of_the_decision(string file, string month, string knownAt)
    {
        foreach (var p in Tell(Households.Ask(file, month, knownAt), Language.English).Programmes)
        {
            var wanted = p.Programme.Decision.Outcome switch { Outcome.Eligible => FindingOutcome.Met, Outcome.Ineligible => FindingOutcome.NotMet, _ => FindingOutcome.Unknown };
            if (wanted != FindingOutcome.Unknown) Assert.NotEmpty(p.Why);
            if (wanted != FindingOutcome.Unknown)
                Assert.All(p.Why, w => Assert.Contains(p.Programme.Findings, f => f.Outcome == wanted && w.EndsWith(f.Text, StringComparison.Ordinal)));
        }
    }
}
