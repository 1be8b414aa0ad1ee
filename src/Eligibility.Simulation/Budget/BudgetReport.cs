using Eligibility.Caseload.Population;
using Eligibility.Evaluation;
using Eligibility.Simulation.Impact;
using Eligibility.Text;
using NodaTime;

namespace Eligibility.Simulation.Budget;

/// <summary>A budget with all that its readers are told: what was asked, of which caseload, under which assumptions.</summary>
/// <param name="Rules">The rules of January to December.</param>
/// <param name="Year">What was computed.</param>
/// <param name="Tally">The households that were counted.</param>
/// <param name="Flows">How rolls change.</param>
/// <param name="Funding">How far the approved sum goes; null when none was stated.</param>
/// <param name="IsSynthetic">Whether the caseload is made up.</param>
/// <param name="IsPartial">Whether not every household was decided.</param>
internal sealed record BudgetReport(IReadOnlyList<MonthRules> Rules, BudgetYear Year, Tally Tally, IReadOnlyList<Flow> Flows, BudgetFunding? Funding, bool IsSynthetic, bool IsPartial)
{
    private readonly IReadOnlyDictionary<string, LocalText> _labels = ResultFrame.LabelsOf(Rules);

    public YearMonth First => Rules[0].Month;

    public LocalDate KnownAt => Rules[0].KnownAt;

    /// <summary>The programmes that have rules in some month, or money: the others are named and nothing more.</summary>
    public IReadOnlyList<ProgrammeBudget> Shown { get; } = [.. Year.Programmes.Where(p => p.Approved is not null || p.Months.Any(m => m.InForce || m.Spent is not null))];

    public IEnumerable<ProgrammeBudget> WithoutRules => Year.Programmes.Except(Shown);

    /// <summary>How people call what is missing; its key where it has no other name.</summary>
    public LocalText Label(string kindAndKey) => _labels.TryGetValue(kindAndKey, out var label) ? label : LocalText.Same(kindAndKey[(kindAndKey.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    /// <summary>The overlays that were laid on the rules.</summary>
    public IEnumerable<string> Assumed => Rules.SelectMany(m => m.Plan.Rules.Programmes).SelectMany(p => p.Merged.Overlays).Select(o => o.OverlayName ?? o.Source.Name).Distinct();
}
