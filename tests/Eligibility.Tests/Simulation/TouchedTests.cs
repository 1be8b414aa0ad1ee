using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Simulation.Impact;
using NodaTime;

namespace Eligibility.Tests.Simulation;

/// <summary>Which programmes a change can decide otherwise.</summary>
public class TouchedTests
{
    private static readonly RuleQuestion Asked = new("110000", new YearMonth(2024, 8), new LocalDate(2024, 8, 31), new LocalDate(2024, 8, 31), false);

    private static IReadOnlySet<string> TouchedBy(string set)
    {
        var bag = new DiagnosticBag();
        var (variants, _) = Reforms.Of(RealRules.Book, Asked, new ReformRequest([set], [], [], false), bag) ?? throw new InvalidOperationException(string.Join("\n", bag.Sorted()));
        Assert.Empty(variants[0].Touched);
        return variants[1].Touched;
    }

    [Fact]
    public void The_line_touches_what_reads_it_and_no_allowance_by_age()
    {
        var touched = TouchedBy("guaranteeLine=1500");
        // The subsidy for the disabled in hardship asks whether somebody draws the minimum living guarantee; the allowance by age asks for nothing but the age.
        Assert.Contains("minimumLiving", touched);
        Assert.Contains("disabilityLivingSubsidy", touched);
        Assert.DoesNotContain("oldAgeAllowance", touched);
    }

    [Fact]
    public void The_same_value_touches_nothing_else_than_what_it_is_set_in()
    {
        // A value that is assumed is another rule even where it is the same number; what does not read it stays.
        Assert.DoesNotContain("oldAgeAllowance", TouchedBy("guaranteeLine=1450"));
        Assert.Contains("minimumLiving", TouchedBy("guaranteeLine=1450"));
    }

    [Fact]
    public void The_rules_themselves_touch_nothing()
    {
        var rules = RealRules.Book.RulesOf(Asked, new DiagnosticBag())!;
        Assert.Empty(Touched.Of(rules, rules));
        var gap = rules.WithGap("oldAgeAllowance", new Eligibility.Values.Missing(Eligibility.Values.MissingKind.Version, "oldAgeAllowance", null, Eligibility.Text.LocalText.Same("none")));
        Assert.Contains("oldAgeAllowance", Touched.Of(rules, gap));
    }
}
