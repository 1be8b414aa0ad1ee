using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Xunit.Abstractions;

namespace Eligibility.Tests.Simulation;

/// <summary>What the library's rules can be computed by kernels, formula by formula.</summary>
public class KernelPlanTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_programme_of_the_library_is_decided_by_kernels()
    {
        var against = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var rules in EqualityTests.RuleSets())
        {
            var pair = new KernelPair(rules, new Layout(rules.Plan.Rules.Vocabulary), new Texts());
            foreach (var line in pair.Explain().Where(l => l.Contains("evaluator:", StringComparison.Ordinal))) output.WriteLine($"{rules.Place} {rules.Month} {line}");
            foreach (var p in rules.Plan.Rules.Programmes.Where(p => pair.ReasonAgainst(p) is not null)) against.Add($"{rules.Place} {p.Programme} {pair.ReasonAgainst(p)}");
        }
        Assert.Empty(against);
    }
}
