using Eligibility.Diagnostics;
using Eligibility.Lints;
using NodaTime;

namespace Eligibility.Tests.Rules;

/// <summary>Lints that stand in the library on purpose, because what they say is true of the practice that is recorded.</summary>
public class KnownLintTests
{
    private static readonly Diagnostic[] Lints = Run();

    private static Diagnostic[] Run()
    {
        var bag = new DiagnosticBag();
        Linter.Run(RealRules.Book, new LocalDate(2026, 9, 30), bag);
        return [.. bag.Sorted()];
    }

    /// <summary>0.5 &lt; r &lt; 0.6, p &lt; 2 L and p (1 − r) ≥ L: what is left of less than two lines after more than half cannot be a line.</summary>
    [Fact]
    public void The_one_condition_that_can_never_hold_is_Linkous_test_of_unavoidable_spending()
    {
        var lint = Assert.Single(Lints, d => d.Code == "L006");
        Assert.Contains("townRule", lint.Message.En, StringComparison.Ordinal);
        Assert.Contains("231025/rigidExpenditureHousehold", lint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_months_for_which_Linkou_has_no_line_are_found()
    {
        var gaps = Lints.Where(d => d.Code == "L001" && d.ToString().Contains("231025/minimumLiving", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, gaps.Length);
        Assert.All(gaps, d => Assert.Contains("after 2025-12-31 and before 2026-04-01", d.Message.En, StringComparison.Ordinal));
    }
}
