using System.Numerics;
using Eligibility.Caseload.Population;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Impact;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Simulation.Budget;

/// <summary>
/// Makes a year of what a caseload costs in each month. Persons age with the months; the roll grows and shrinks as the profile states, from the month of
/// knowledge on: after n months everything is (1 + entering − leaving)ⁿ times as much, in exact fractions.
/// </summary>
/// <param name="months">The rules of January to December.</param>
/// <param name="tally">The months counted, as the variants of one simulation in this order.</param>
/// <param name="flows">How rolls change.</param>
internal sealed class BudgetForecast(IReadOnlyList<MonthRules> months, Tally tally, IReadOnlyList<Flow> flows)
{
    /// <param name="approved">The approved budget line of each programme that has one, in yuan.</param>
    /// <param name="spent">What was paid, by programme and month, in yuan.</param>
    public BudgetYear Of(IReadOnlyDictionary<string, Number> approved, IReadOnlyDictionary<(string Programme, YearMonth Month), Number> spent)
    {
        var programmes = months.SelectMany(m => m.Plan.Rules.Programmes).Where(p => p.PaysAnything).DistinctBy(p => p.Programme).OrderBy(p => p.Programme, StringComparer.Ordinal);
        return new BudgetYear([.. programmes.Select(p => new ProgrammeBudget(p.Programme, p.Merged.Top.Title, [.. months.Select((m, i) => MonthOf(m, i, p.Programme, spent))],
            approved.TryGetValue(p.Programme, out var line) ? line : null))]);
    }

    private BudgetMonth MonthOf(MonthRules rules, int index, string programme, IReadOnlyDictionary<(string, YearMonth), Number> spent)
    {
        var paid = spent.TryGetValue((programme, rules.Month), out var s) ? s : (Number?)null;
        if (rules.Plan.Rules.Find(programme) is not { } p || rules.Gaps.ContainsKey(programme)) return new BudgetMonth(rules.Month, false, [], Number.Zero, Number.Zero, Number.Zero, [], paid);
        var (name, growth) = ($"v{index}/{programme}", Growth(programme, rules));
        Number Weight(Int128 millionths) => Number.FromFraction((BigInteger)millionths, Reading.Weights.One) * growth;
        var open = Weight(tally[$"{name}/outcome/{Outcome.Undetermined}"] + tally[$"{name}/unknownAmounts"]);
        var missing = tally.Sums.Where(t => t.Key.StartsWith($"{name}/missing/", StringComparison.Ordinal)).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => (t.Key[$"{name}/missing/".Length..], Weight(t.Value)));
        return new BudgetMonth(rules.Month, true, [.. p.Payments.Select(i => Benefit(p, i, name, growth))], Weight(tally[$"{name}/outcome/{Outcome.Eligible}"]), Weight(tally[$"{name}/persons"]), open, [.. missing], paid);
    }

    private BenefitCost Benefit(ProgrammeRules rules, RuleItem item, string name, Number growth)
    {
        var payer = ((BenefitDefinition)item.Definition!).Payer;
        return new BenefitCost(item.Name, item.Label, rules.Merged.PayerLabel(payer) ?? LocalText.Same(payer), Number.FromFraction((BigInteger)tally[$"{name}/paid/{item.Name}"], 100 * Reading.Weights.One) * growth);
    }

    private Number Growth(string programme, MonthRules rules)
    {
        if (flows.FirstOrDefault(f => f.Programme == programme) is not { } flow) return Number.One;
        var months = Math.Max(0, Period.Between(rules.KnownAt.ToYearMonth().OnDayOfMonth(1), rules.Month.OnDayOfMonth(1), PeriodUnits.Months).Months);
        var (numerator, denominator) = (BigInteger.Pow(Caseload.Population.Share.Whole + flow.Entering - flow.Leaving, months), BigInteger.Pow(Caseload.Population.Share.Whole, months));
        return Number.FromFraction(numerator, denominator);
    }
}
