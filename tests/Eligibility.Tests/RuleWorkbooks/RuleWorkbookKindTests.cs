using Eligibility.Diagnostics;

namespace Eligibility.Tests.RuleWorkbooks;

/// <summary>No kind of mistake without its texts, and none without a test beside this one that shows it.</summary>
public class RuleWorkbookKindTests
{
    public static TheoryData<string> Codes => [.. RuleWorkbookKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_is_shown_and_says_how_to_put_it_right(string code)
    {
        var kind = RuleWorkbookKinds.All.Single(k => k.Code == code);
        Assert.EndsWith("。", kind.Meaning.Zh, StringComparison.Ordinal);
        Assert.EndsWith(".", kind.Meaning.En, StringComparison.Ordinal);
        Assert.NotEqual(kind.Example, kind.Fix);
        Assert.Contains(Repository.Files("tests/Eligibility.Tests/RuleWorkbooks", "*.cs"), f => Repository.Text(f).Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_that_is_declared_is_listed_once()
    {
        var declared = typeof(RuleWorkbookKinds).GetFields().Where(f => f.FieldType == typeof(DiagnosticKind)).Select(f => ((DiagnosticKind)f.GetValue(null)!).Code).ToList();
        Assert.Equal(declared.Order(), RuleWorkbookKinds.All.Select(k => k.Code).Order());
    }
}
