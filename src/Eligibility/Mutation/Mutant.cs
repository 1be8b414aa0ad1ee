using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Text;

namespace Eligibility.Mutation;

/// <summary>What is changed in a rule, one thing at a time.</summary>
internal enum MutationKind
{
    /// <summary>Whether equality counts, or equal against unequal.</summary>
    Comparison,

    /// <summary>A figure in a formula.</summary>
    Constant,

    /// <summary>A value of a parameter.</summary>
    ParameterValue,

    /// <summary>The day from which a value of a parameter holds.</summary>
    EffectiveDate,

    /// <summary>Whether an end of a range belongs to it.</summary>
    Boundary,

    /// <summary>Two neighbouring rows of a table of which the first match counts.</summary>
    RowOrder,

    /// <summary>The two branches of an if.</summary>
    Branches,

    /// <summary>All against any.</summary>
    Logic,

    /// <summary>An override that is left out, so that what is inherited stands.</summary>
    Override,
}

/// <summary>A rule file with one thing changed.</summary>
/// <param name="File">The file as it is.</param>
/// <param name="Kind">What sort of change.</param>
/// <param name="Item">The item in which it is made, as the bound rules name it; parameters begin with <c>$</c>.</param>
/// <param name="At">Where.</param>
/// <param name="Change">What was written, and what stands there instead; the same wherever in the file the item stands.</param>
/// <param name="Build">Makes the changed file; null, with diagnostics, when it cannot be read.</param>
internal sealed record Mutant(RuleFile File, MutationKind Kind, string Item, Location At, string Change, Func<DiagnosticBag, RuleFile?> Build)
{
    /// <summary>The item as people know it: <c>when:topUp</c>, <c>route:single</c>.</summary>
    public string Name => Item.TrimStart('#', '$');
}
