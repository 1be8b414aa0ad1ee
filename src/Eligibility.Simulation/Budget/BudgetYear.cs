using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Simulation.Budget;

/// <summary>A year as it is budgeted: what the rules give the households on the caseload, month by month (一次测算).</summary>
/// <param name="Programmes">The programmes that pay something, in the order of their keys.</param>
internal sealed record BudgetYear(IReadOnlyList<ProgrammeBudget> Programmes)
{
    /// <summary>Everything that is forecast for a month, in yuan, exact.</summary>
    /// <param name="month">Which month, from 0.</param>
    public Number Forecast(int month) => Sum(Programmes.Select(p => p.Months[month].Cost));

    /// <summary>What was paid in a month; null where no programme has a figure.</summary>
    /// <param name="month">Which month, from 0.</param>
    public Number? Spent(int month) => Programmes.All(p => p.Months[month].Spent is null) ? null : Sum(Programmes.Select(p => p.Months[month].Spent ?? Number.Zero));

    /// <summary>The forecast of the year.</summary>
    public Number Year => Sum(Programmes.Select(p => p.Year));

    /// <summary>What was paid, and the forecast for the months without a figure.</summary>
    public Number Outlook => Sum(Programmes.Select(p => p.Outlook));

    internal static Number Sum(IEnumerable<Number> numbers) => numbers.Aggregate(Number.Zero, (a, b) => a + b);
}

/// <summary>The months of one programme.</summary>
/// <param name="Programme">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Months">January to December.</param>
/// <param name="Approved">The budget line that was approved, in yuan; null when none was stated.</param>
internal sealed record ProgrammeBudget(string Programme, LocalText Title, IReadOnlyList<BudgetMonth> Months, Number? Approved)
{
    /// <summary>The forecast of the year, in yuan.</summary>
    public Number Year => BudgetYear.Sum(Months.Select(m => m.Cost));

    public Number Outlook => BudgetYear.Sum(Months.Select(m => m.Spent ?? m.Cost));

    /// <summary>Whether there is a month in which the amount of somebody is not known, so that every sum is a least one.</summary>
    public bool IsOpen => Months.Any(m => !m.InForce || m.Open.Sign > 0);
}

/// <summary>One month of one programme.</summary>
/// <param name="Month">The month.</param>
/// <param name="InForce">Whether rules are in force.</param>
/// <param name="Benefits">What each benefit costs.</param>
/// <param name="Households">Households that get it.</param>
/// <param name="Persons">Persons covered.</param>
/// <param name="Open">Households of whom it is not known whether, or how much, they get.</param>
/// <param name="Missing">What is not known of them, with the households that lack it, the most first.</param>
/// <param name="Spent">What was paid in it, in yuan; null when it was not stated.</param>
internal sealed record BudgetMonth(YearMonth Month, bool InForce, IReadOnlyList<BenefitCost> Benefits, Number Households, Number Persons, Number Open, IReadOnlyList<(string What, Number Households)> Missing, Number? Spent)
{
    /// <summary>What is forecast for it, in yuan: the amounts that are known.</summary>
    public Number Cost => BudgetYear.Sum(Benefits.Select(b => b.Cost));
}

/// <summary>What a benefit costs in a month.</summary>
/// <param name="Benefit">Its key.</param>
/// <param name="Label">Its label.</param>
/// <param name="Payer">Who pays it.</param>
/// <param name="Cost">In yuan, exact.</param>
internal sealed record BenefitCost(string Benefit, LocalText Label, LocalText Payer, Number Cost);
