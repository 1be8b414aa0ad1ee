using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Impact;

/// <summary>One version of the rules that a caseload is decided with. The first is what all others are compared with.</summary>
/// <param name="Name">How people call it.</param>
/// <param name="Rules">Its rules in the month.</param>
/// <param name="OnlyCost">Whether only its cost is wanted: a part of a reform, to tell which change costs how much.</param>
internal sealed record Variant(string Name, MonthRules Rules, bool OnlyCost = false)
{
    /// <summary>How a report calls it.</summary>
    public LocalText Title { get; init; } = new("现行规则", "the rules as they are");

    /// <summary>Turns facts into those of the rules' own vocabulary; where it is the caseload's, into themselves.</summary>
    public Func<Facts, Facts> Own { get; init; } = static facts => facts;

    /// <summary>Whether it is decided for itself and compared with nothing: another month of a budget.</summary>
    public bool IsAlone { get; init; }

    /// <summary>What it is compared with in a month before the one that is decided; null where it is no such variant.</summary>
    public BackMonth? Back { get; init; }

    /// <summary>The programmes that it may decide otherwise than the first; none of the first itself.</summary>
    public IReadOnlySet<string> Touched { get; init; } = new HashSet<string>();
}
