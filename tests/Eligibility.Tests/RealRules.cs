using Eligibility.Diagnostics;
using Eligibility.Scenarios;

namespace Eligibility.Tests;

/// <summary>The rules of the repository, loaded once for all tests.</summary>
internal static class RealRules
{
    private static readonly Lazy<RuleBook> BookOnce = new(() => RuleBook.Load(Repository.PathOf("rules")));

    private static readonly Lazy<IReadOnlyList<Scenario>> ScenariosOnce = new(() =>
    {
        var bag = new DiagnosticBag();
        var scenarios = ScenarioSuite.Read(Repository.PathOf("rules"), Book, bag);
        Assert.Empty(bag);
        return scenarios;
    });

    public static RuleBook Book => BookOnce.Value;

    public static IReadOnlyList<Scenario> Scenarios => ScenariosOnce.Value;
}
