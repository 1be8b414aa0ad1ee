using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>What a caseload says about one household: its facts, or why they cannot be used.</summary>
/// <param name="Id">The number of the household; empty for a row that does not say whose it is.</param>
/// <param name="Weight">How many households it stands for: above 0, and 1 where the caseload does not say.</param>
/// <param name="Facts">The facts; null when they are rejected.</param>
/// <param name="Rejections">Every reason; empty when the facts can be used.</param>
public sealed record CaseloadHousehold(string Id, Number Weight, Facts? Facts, IReadOnlyList<Rejection> Rejections)
{
    /// <summary>Whether the facts can be used.</summary>
    public bool IsAccepted => Facts is not null;
}

/// <summary>How many rows of a table there were, and what became of them.</summary>
/// <param name="File">The file or sheet.</param>
/// <param name="Read">Rows read, without empty ones.</param>
/// <param name="Accepted">Rows of households that can be used.</param>
/// <param name="Rejected">The others: rows with a mistake, and rows of a household in which another row has one.</param>
public sealed record TableCount(string File, long Read, long Accepted, long Rejected);

/// <summary>What became of a caseload so far. Read is always the sum of accepted and rejected.</summary>
/// <param name="Households">Households read.</param>
/// <param name="Accepted">Those whose facts can be used.</param>
/// <param name="Rejected">The others.</param>
/// <param name="Unassigned">Rows that belong to no household, counted in the tables only.</param>
/// <param name="Tables">The rows, table by table.</param>
public sealed record CaseloadCounts(long Households, long Accepted, long Rejected, long Unassigned, IReadOnlyList<TableCount> Tables)
{
    /// <summary>Whether every row can be used.</summary>
    public bool IsClean => Rejected == 0 && Unassigned == 0 && Tables.All(t => t.Rejected == 0);
}
