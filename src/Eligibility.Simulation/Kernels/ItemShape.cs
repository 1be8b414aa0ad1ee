using Eligibility.RuleSets;

namespace Eligibility.Simulation.Kernels;

/// <summary>How the value of an item is kept between kernels, so that others can load it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Lane">Its lane in its own kernel: what is null there is not kept.</param>
/// <param name="Constant">Whether it is the same for every row, and not kept at all.</param>
internal sealed record ItemShape(RuleItem Item, Lane Lane, bool Constant);

/// <summary>What the decisions read of an item.</summary>
internal enum OutputKind
{
    Flag,
    Text,

    /// <summary>Fen, and whether the amount is known.</summary>
    Payment,

    /// <summary>Only whether it is known.</summary>
    Known,

    /// <summary>Whole fen, what is less cut off: not paid, only to put households in order by.</summary>
    Measure,
}
