using Eligibility.Simulation.Budget;
using Eligibility.Text;
using Eligibility.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Eligibility.Tests.Simulation;

/// <summary>An approved sum goes to the programmes in order, month after month.</summary>
public class BudgetFundingTests
{
    private static ProgrammeBudget Programme(string name, params int[] months) => new(name, LocalText.Same(name),
        [.. months.Select((m, i) => new BudgetMonth(new YearMonth(2026, i + 1), true, [new BenefitCost("pay", LocalText.Same("pay"), LocalText.Same("desk"), m)], Number.Zero, Number.Zero, Number.Zero, [], null))], null);

    private static string Of(BudgetFunding funding) => string.Join("; ", funding.Programmes.Select(f => $"{f.Programme.Programme} {f.Funded} short {f.Unfunded} from {f.ShortFrom?.Month.Month}").Append($"left {funding.Left}"));

    [Theory]
    // Needs: a 10 and 20, b 5 and 5, that is 40.
    [InlineData(40, "a", "a 30 short 0 from ; b 10 short 0 from ; left 0")]
    [InlineData(50, "a", "a 30 short 0 from ; b 10 short 0 from ; left 10")]
    // January takes 15; of the 10 that are left February gives all to a.
    [InlineData(25, "a", "a 20 short 10 from 2; b 5 short 5 from 2; left 0")]
    // b first: January 5 and 10, February 5 and what is left, 5.
    [InlineData(25, "b", "b 10 short 0 from ; a 15 short 15 from 2; left 0")]
    [InlineData(0, "", "a 0 short 30 from 1; b 0 short 10 from 1; left 0")]
    public void A_sum_goes_as_far_as_it_goes(int approved, string first, string expected) =>
        Assert.Equal(expected, Of(BudgetFunding.Of(new BudgetYear([Programme("a", 10, 20), Programme("b", 5, 5)]), approved, first.Length == 0 ? [] : [first])));

    [Fact]
    public void Nothing_is_made_or_lost()
    {
        var months = Gen.ArrayOf(Gen.Choose(0, 50), 3);
        Check.QuickThrowOnFailure(Prop.ForAll((from a in months from b in months from c in months from sum in Gen.Choose(0, 400) select (a, b, c, sum)).ToArbitrary(), x =>
        {
            var funding = BudgetFunding.Of(new BudgetYear([Programme("a", x.a), Programme("b", x.b), Programme("c", x.c)]), x.sum, ["c"]);
            var funded = funding.Programmes.Aggregate(Number.Zero, (s, f) => s + f.Funded);
            return funded + funding.Left == x.sum && funding.Programmes.All(f => f.Unfunded.Sign >= 0 && (f.Unfunded.Sign == 0) == (f.ShortFrom is null)) && funding.Programmes[0].Programme.Programme == "c";
        }));
    }
}
