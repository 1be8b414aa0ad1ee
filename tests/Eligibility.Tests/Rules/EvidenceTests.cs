using Eligibility.RuleSets;

namespace Eligibility.Tests.Rules;

/// <summary>Every figure of the library ends in a text that was read, or in a dossier line marked verified or second-hand; none is recalled.</summary>
public class EvidenceTests
{
    /// <summary>The file names of the texts that are held, as their index lists them.</summary>
    private static readonly string[] Texts =
    [
        "cn-2026-social-assistance-law.md", "cn-2014-interim-measures-social-assistance.md", "cn-1999-urban-minimum-living.md", "cn-2006-rural-five-guarantees.md", "cn-2012-minimum-living-approval.md",
        "cn-2021-minimum-living-confirmation.md", "cn-2021-extreme-poverty-recognition.md", "cn-2024-rigid-expenditure-household.md", "cn-2020-opinions-social-assistance-reform.md",
        "cn-2022-notice-social-assistance-safety-net.md", "cn-2023-opinions-low-income-monitoring.md", "cn-2018-elderly-rights-law.md", "110000-2018-dibao-rules.txt", "110000-2024-minimum-living-allowance.txt",
        "110000-2019-elderly-subsidy.txt", "110000-2017-special-hardship-support.txt", "110000-2016-disability-two-subsidies.txt", "110000-2014-resident-pension-base.txt", "110000-2026-resident-pension.txt",
        "110000-2020-temporary-assistance.txt", "110000-2026-distressed-children-living.txt", "440100-2025-standards.txt", "440100-2021-extreme-poverty-support.txt", "440100-2021-temporary-assistance.txt",
        "440100-2026-disability-subsidies.txt", "310000-2024-social-assistance.md", "330000-2020-social-assistance.md", "500000-2016-minimum-living.md",
    ];

    public static TheoryData<string> Files => [.. RealRules.Book.Library.Files.Concat(RealRules.Book.Library.Overlays).Select(f => f.Source.Name)];

    private static RuleFile File(string name) => RealRules.Book.Library.Files.Concat(RealRules.Book.Library.Overlays).Single(f => f.Source.Name == name);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_source_is_a_text_that_is_held_or_a_verified_line(string name)
    {
        foreach (var source in File(name).Sources.Values)
        {
            var held = source.Text is not null && Texts.Contains(source.Text);
            var line = source.Dossier is not null && (source.Dossier.EndsWith(" V", StringComparison.Ordinal) || source.Dossier.EndsWith(" V2", StringComparison.Ordinal));
            Assert.True(held || line, $"{name}: source {source.Key} names neither a text that is held nor a line marked V or V2 (text: {source.Text}, dossier: {source.Dossier})");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_value_cites_and_says_how_sure_it_is(string name)
    {
        foreach (var parameter in File(name).Parameters)
        {
            foreach (var value in parameter.Values)
            {
                if (value.HoldsNothing)
                {
                    Assert.True(value.Value.IsNull, $"{name}: the recalled value of {parameter.Name} from {value.From} must not be held");
                    continue;
                }
                Assert.True(value.Cites.Count > 0 || File(name).IsOverlay, $"{name}: {parameter.Name} from {value.From} cites nothing");
                Assert.True(value.Status == RuleStatus.Verified || value.Note is not null, $"{name}: {parameter.Name} from {value.From} is {value.Status} without a note");
                Assert.True(value.Status != RuleStatus.Verified || value.Cites.All(c => c.Source.Text is not null), $"{name}: {parameter.Name} from {value.From} is called verified, but its text is not held");
            }
        }
    }

    [Fact]
    public void There_are_values_to_look_at() => Assert.True(RealRules.Book.Library.Files.Sum(f => f.Parameters.Sum(p => p.Values.Count)) >= 15);
}
