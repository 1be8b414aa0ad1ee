using Eligibility.Diagnostics;

namespace Eligibility.Tests.Caseload;

/// <summary>No kind of mistake without its texts, and none without a test beside this one that shows it.</summary>
public class CaseloadKindTests
{
    public static TheoryData<string> Codes => [.. CaseloadKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_says_what_it_means_and_how_to_put_it_right(string code)
    {
        var kind = CaseloadKinds.All.Single(k => k.Code == code);
        foreach (var text in new[] { kind.Title, kind.Meaning })
        {
            Assert.True(text.Zh.Length >= 3 && text.Zh.Any(c => c > 0x3000), text.Zh);
            Assert.True(text.En.Length >= 6, text.En);
        }
        Assert.EndsWith("。", kind.Meaning.Zh, StringComparison.Ordinal);
        Assert.EndsWith(".", kind.Meaning.En, StringComparison.Ordinal);
        Assert.NotEqual(kind.Example, kind.Fix);
        var shown = Repository.Files("tests/Eligibility.Tests/Caseload", "*.cs").Where(f => Repository.Text(f).Contains(code, StringComparison.Ordinal)).ToList();
        Assert.True(shown.Count > 0, $"no test shows {code}");
    }

    [Fact]
    public void Every_kind_that_is_declared_is_listed_once()
    {
        var declared = typeof(CaseloadKinds).GetFields().Where(f => f.FieldType == typeof(DiagnosticKind)).Select(f => ((DiagnosticKind)f.GetValue(null)!).Code).ToList();
        Assert.Equal(declared.Order(), CaseloadKinds.All.Select(k => k.Code).Order());
        Assert.Equal(declared.Count, declared.Distinct().Count());
    }
}
