using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Caseload;

/// <summary>The rows of one household, and the places of its cells for diagnostics.</summary>
/// <param name="Id">The household.</param>
/// <param name="Rows">The rows of each table.</param>
internal sealed record HouseholdGroup(string Id, IReadOnlyList<(Table Table, List<TableRow> Rows)> Rows)
{
    private readonly List<(Table Table, TableRow Row, int Column)> _places = [];

    /// <summary>The place of a cell, or of a row with the column -1, as diagnostics hold it: its offset is that in the list of places.</summary>
    public Location At(Table table, TableRow row, int column = -1)
    {
        _places.Add((table, row, column));
        return table.Source.At(new TextSpan(_places.Count - 1, 0));
    }

    public Rejection Reject(Diagnostic diagnostic, Location? at)
    {
        if (at is not { } found || found.Span.Start >= _places.Count || !ReferenceEquals(found.Source, _places[found.Span.Start].Table.Source))
            return new Rejection(Rows.Count > 0 ? Rows[0].Table.File : "", 0, diagnostic.Path, Id, diagnostic);
        var (table, row, column) = _places[found.Span.Start];
        return new Rejection(table.File, row.Number, column < 0 ? null : table.Header!.Texts[column], Id, diagnostic);
    }
}
