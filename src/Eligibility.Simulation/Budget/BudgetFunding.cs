using Eligibility.Values;

namespace Eligibility.Simulation.Budget;

/// <summary>How far an approved sum goes when the programmes are paid in an order (优先拨付): month after month, in each month the first programme first.</summary>
/// <param name="Left">What is left of the sum at the end of the year, in yuan.</param>
/// <param name="Programmes">The programmes in the order in which they are paid.</param>
internal sealed record BudgetFunding(Number Left, IReadOnlyList<ProgrammeFunding> Programmes)
{
    /// <param name="year">The year. A month counts with what was paid in it, else with its forecast.</param>
    /// <param name="approved">The sum, in yuan.</param>
    /// <param name="priority">The programmes that are paid first, in this order; the others follow in their own.</param>
    public static BudgetFunding Of(BudgetYear year, Number approved, IReadOnlyList<string> priority)
    {
        var order = priority.Select(name => year.Programmes.First(p => p.Programme == name)).Concat(year.Programmes.Where(p => !priority.Contains(p.Programme))).ToArray();
        var funded = order.Select(_ => Number.Zero).ToArray();
        var shortFrom = new int?[order.Length];
        for (var m = 0; m < order.Max(p => p.Months.Count); m++)
        {
            for (var i = 0; i < order.Length; i++)
            {
                var need = order[i].Months[m].Spent ?? order[i].Months[m].Cost;
                var paid = need <= approved ? need : approved;
                approved -= paid;
                funded[i] += paid;
                if (paid < need) shortFrom[i] ??= m;
            }
        }
        return new BudgetFunding(approved, [.. order.Select((p, i) => new ProgrammeFunding(p, funded[i], shortFrom[i] is { } m ? p.Months[m] : null))]);
    }
}

/// <summary>What a programme gets of the sum.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Funded">How much of its need is paid, in yuan.</param>
/// <param name="ShortFrom">The first month whose need is not paid whole; null when all are.</param>
internal sealed record ProgrammeFunding(ProgrammeBudget Programme, Number Funded, BudgetMonth? ShortFrom)
{
    public Number Unfunded => Programme.Outlook - Funded;
}
