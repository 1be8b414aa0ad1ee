using Eligibility.Diagnostics;
using Eligibility.Tests.Gate;

namespace Eligibility.Tests.Cli;

/// <summary><c>elig explain</c> prints the texts that the tests of the kinds are checked against.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly Gate.Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void A_code_is_explained_with_its_example_put_right()
    {
        var (exit, printed) = _gate.Run("explain", "x030", "--lang", "en");
        Assert.Equal(0, exit);
        Assert.Equal("""
            error X030: an unknown name

            No attribute, item or parameter in scope has this name; a different case counts too.

            Wrong:
                incomePerCapta < guaranteeLine

            Right:
                incomePerCapita < guaranteeLine

            """.ReplaceLineEndings(), printed.Replace(BindingKinds.UnknownName.Meaning.En, "No attribute, item or parameter in scope has this name; a different case counts too.", StringComparison.Ordinal)
            .Replace(BindingKinds.UnknownName.Title.En, "an unknown name", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_code_can_be_explained_and_is_listed(string lang)
    {
        var list = _gate.Run("explain", "--lang", lang).Printed;
        foreach (var kind in DiagnosticKinds.All)
        {
            var (exit, printed) = _gate.Run("explain", kind.Code, "--lang", lang);
            Assert.Equal(0, exit);
            foreach (var text in new[] { kind.Title, kind.Meaning }) Assert.Contains(lang == "zh" ? text.Zh : text.En, printed, StringComparison.Ordinal);
            foreach (var line in kind.Example.Split('\n').Concat(kind.Fix.Split('\n'))) Assert.Contains("    " + line, printed, StringComparison.Ordinal);
            Assert.Contains($"{kind.Code}  {(lang == "zh" ? kind.Title.Zh : kind.Title.En)}", list, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("X300", "Did you mean `X03")] // one exchange away
    [InlineData("X30", "Did you mean `X03")]
    [InlineData("nonsense", "`elig explain` lists every code.")]
    public void An_unknown_code_is_refused_with_the_nearest_one(string code, string advice)
    {
        var (exit, printed) = _gate.Run("explain", code, "--lang", "en");
        Assert.Equal(2, exit);
        Assert.Contains("error Q011", printed, StringComparison.Ordinal);
        Assert.Contains(advice, printed, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_kinds_have_one_code() => Assert.Equal(DiagnosticKinds.All.Count, DiagnosticKinds.All.Select(k => k.Code).Distinct().Count());
}
