using Eligibility.Diagnostics;
using Eligibility.Tests.Feel;
using Eligibility.Tests.RuleSets;

namespace Eligibility.Tests.Diagnostics;

/// <summary>No kind of mistake without its texts, and none without a test that shows where it is reported.</summary>
public class KindTests
{
    public static TheoryData<string> Codes => [.. Kinds.Select(k => k.Code)];

    private static IReadOnlyList<DiagnosticKind> Kinds => [.. RuleKinds.All, .. BindingKinds.All, .. QuestionKinds.All, .. FeelKinds.All, .. CaseKinds.All];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_says_what_it_means_and_how_to_put_it_right(string code)
    {
        var kind = Kinds.Single(k => k.Code == code);
        foreach (var text in new[] { kind.Title, kind.Meaning })
        {
            Assert.True(text.Zh.Length >= 3 && text.Zh.Any(c => c > 0x3000), text.Zh);
            Assert.True(text.En.Length >= 6 && text.En.All(c => c < 0x2100), text.En);
        }
        Assert.EndsWith("。", kind.Meaning.Zh, StringComparison.Ordinal);
        Assert.EndsWith(".", kind.Meaning.En, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(kind.Example));
        Assert.False(string.IsNullOrWhiteSpace(kind.Fix));
        Assert.NotEqual(kind.Example, kind.Fix);
    }

    [Fact]
    public void Every_kind_has_a_code_of_its_own() => Assert.Equal(Kinds.Count, Kinds.Select(k => k.Code).Distinct().Count());

    [Fact]
    public void Every_kind_that_is_declared_is_listed()
    {
        foreach (var (type, all) in new[] { (typeof(RuleKinds), RuleKinds.All), (typeof(BindingKinds), BindingKinds.All), (typeof(QuestionKinds), QuestionKinds.All), (typeof(FeelKinds), FeelKinds.All), (typeof(CaseKinds), CaseKinds.All) })
        {
            var declared = type.GetFields().Where(f => f.FieldType == typeof(DiagnosticKind)).Select(f => ((DiagnosticKind)f.GetValue(null)!).Code).Order();
            Assert.Equal(declared, all.Select(k => k.Code).Order());
        }
    }

    [Fact]
    public void No_kind_is_without_a_test_that_shows_its_place()
    {
        var shown = RuleMistakeTests.Shown.Concat(BindingMistakeTests.Shown).Concat(QuestionMistakeTests.Shown).Concat(ParserDiagnosticsTests.Shown).Concat(Coverage.CoverageTests.Shown).Concat(Statements.CaseMistakeTests.Shown).ToHashSet();
        Assert.Equal([], Kinds.Select(k => k.Code).Except(shown));
    }
}
