using Eligibility.Diagnostics;

namespace Eligibility.Caseload;

/// <summary>What was wrong with a row, or with one of its cells, when its table was read.</summary>
/// <param name="Column">The index of the cell; -1 when the row as a whole cannot be used.</param>
/// <param name="Kind">The kind of mistake.</param>
/// <param name="Found">What stood there.</param>
internal sealed record RowFault(int Column, DiagnosticKind Kind, string Found)
{
    /// <summary>Whether the cells stand under the wrong headers or cannot be read.</summary>
    public bool SpoilsRow => Column < 0;
}

/// <summary>A row of a table: cells are trimmed text, an empty one says nothing.</summary>
/// <param name="Household">The household it belongs to; empty when the row does not say.</param>
/// <param name="Number">Its row or line in the file, from one.</param>
/// <param name="Cells">The cells, in the order of the columns.</param>
/// <param name="Faults">What was wrong with it.</param>
internal sealed record TableRow(string Household, long Number, string[] Cells, IReadOnlyList<RowFault> Faults)
{
    public bool IsSpoilt => Faults.Count > 0 && Faults.Any(f => f.SpoilsRow);
}
