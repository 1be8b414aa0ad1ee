using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using NodaTime;

namespace Eligibility.Tests.Simulation;

/// <summary>The comparison of kernel and evaluator notices a bug in either: one formula is changed for one of them only.</summary>
public class PlantedBugTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_comparison_that_is_off_by_its_end_is_caught(bool inKernel) => Assert.NotEmpty(Differences(inKernel, Off));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rounding_in_the_other_direction_is_caught(bool inKernel) => Assert.NotEmpty(Differences(inKernel, Down));

    [Fact]
    public void Without_a_bug_there_is_no_difference() => Assert.Empty(Differences(true, e => e, isPlanted: false));

    private static List<string> Differences(bool inKernel, Func<BoundExpression, BoundExpression> plant, bool isPlanted = true)
    {
        var (right, wrong) = (Rules(), Rules());
        foreach (var item in wrong.Plan.Rules.Order) item.Bound = Rewrite(item.Bound, plant);
        var (kernel, evaluator) = inKernel ? (wrong, right) : (right, wrong);
        var found = new List<string>();
        var households = new RandomHouseholds(kernel, 7);
        for (var i = 0; i < (isPlanted ? 30 : 2) && found.Count == 0; i++) EqualityTests.Compare(kernel, evaluator, households, 200, found);
        return found;
    }

    private static MonthRules Rules()
    {
        var bag = new DiagnosticBag();
        // An overlay that changes nothing: the book binds a plan of its own.
        var set = Eligibility.Simulation.Impact.SetOption.Read("guaranteeLine=1450", RealRules.Book.RulesOf("110000", new YearMonth(2024, 8), new LocalDate(2024, 8, 31), false, bag)!, bag)!;
        return RealRules.Book.With([set]).RulesOf("110000", new YearMonth(2024, 8), new LocalDate(2024, 8, 31), false, bag)!;
    }

    private static BoundExpression Off(BoundExpression e) => e is BoundOperation { Operation.Name: ">=" } o
        ? o with { Operation = OperationTable.Find(">", TypingMode.Rule).First(r => r.Parameters[0].Type == o.Operation.Parameters[0].Type) } : e;

    private static BoundExpression Down(BoundExpression e) => e is BoundOperation { Operation.Name: "round half up" } o ? o with { Operation = OperationTable.Find("round down", TypingMode.Rule)[0] } : e;

    private static BoundExpression Rewrite(BoundExpression e, Func<BoundExpression, BoundExpression> plant)
    {
        BoundExpression R(BoundExpression x) => Rewrite(x, plant);
        return plant(e switch
        {
            BoundOperation o => o with { Arguments = [.. o.Arguments.Select(R)] },
            BoundLogic l => l with { Left = R(l.Left), Right = R(l.Right) },
            BoundIf i => i with { Condition = R(i.Condition), Then = R(i.Then), Else = R(i.Else) },
            BoundQuantified q => q with { Condition = R(q.Condition) },
            BoundFilter f => f with { Condition = R(f.Condition) },
            BoundIn i => i with { Tests = [.. i.Tests.Select(R)] },
            _ => e,
        });
    }
}
