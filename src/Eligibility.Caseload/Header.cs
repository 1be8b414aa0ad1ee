using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>The header of a table: what each of its columns says.</summary>
/// <param name="Table">The columns that the table may have.</param>
/// <param name="Texts">The headers as written.</param>
/// <param name="Bound">What each column is.</param>
/// <param name="Row">The row of the header, from one.</param>
internal sealed record Header(Columns Table, IReadOnlyList<string> Texts, IReadOnlyList<Column> Bound, long Row)
{
    /// <summary>A header stands in one of the first rows, under titles at the most.</summary>
    public const int SearchedRows = 10;

    /// <summary>The column that says whose row it is.</summary>
    public int HouseholdIndex { get; } = IndexIn(Bound, Table.Household);

    /// <summary>For each entity between the household and the row, the column that names the one meant; -1 where there is only one.</summary>
    public IReadOnlyList<(EntityDeclaration Entity, int Index)> Owners { get; } =
        [.. Table.Around.Skip(1).Select(a => (a, a.Key is null ? -1 : IndexIn(Bound, Table.Owners.First(o => o.Owner == a))))];

    /// <summary>The column of the row's own key; -1 when it has none.</summary>
    public int KeyIndex { get; } = Table.Entity.Key is { } key && Table.Find(key.Name) is { } column ? IndexIn(Bound, column) : -1;

    /// <summary>The column of the weight; -1 when there is none.</summary>
    public int WeightIndex { get; } = Bound.ToList().FindIndex(c => c.Role == ColumnRole.Weight);

    /// <summary>Whether a row is the header: it names the column of the household.</summary>
    public static bool Is(Columns table, IEnumerable<string> cells) => cells.Any(c => table.Find(c) == table.Household);

    /// <summary>Whether the row below is the same header once more, in keys or in Chinese: templates have both.</summary>
    public bool Repeats(IReadOnlyList<string> cells)
    {
        var same = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0) continue;
            if (i >= Bound.Count || Table.Find(cells[i]) is not { } column || column != Bound[i]) return false;
            same++;
        }
        return same > 0;
    }

    /// <summary>Binds a header row. Mistakes are reported; the header can then still be used to find more.</summary>
    public static Header Bind(Columns table, IReadOnlyList<string> cells, long row, string file, DiagnosticBag bag)
    {
        var source = new SourceText(file, new string('\n', (int)row - 1) + string.Join(",", cells));
        var bound = new Column[cells.Count];
        var unread = new List<string>();
        var offset = (int)row - 1;
        for (var i = 0; i < cells.Count; i++)
        {
            var at = source.At(new TextSpan(offset, cells[i].Length));
            offset += cells[i].Length + 1;
            bound[i] = table.Find(cells[i]) ?? Column.Unread;
            if (bound[i] == Column.Unread)
            {
                if (cells[i].Length > 0 && NearestName.Find(cells[i], table.Headers) is { } nearest) bag.MisspeltColumn(at, cells[i], nearest);
                else if (cells[i].Length > 0) unread.Add(cells[i]);
            }
            else if (Array.IndexOf(bound, bound[i]) < i) bag.DuplicateColumn(at, cells[i]);
        }
        var whole = source.At(new TextSpan((int)row - 1, 0));
        foreach (var missing in table.All.Where(c => c.Required && !bound.Contains(c))) bag.MissingColumn(whole, missing.Key, missing.Label);
        if (unread.Count > 0) bag.UnreadColumns(whole, unread);
        return new Header(table, cells, bound, row);
    }

    private static int IndexIn(IReadOnlyList<Column> bound, Column column)
    {
        for (var i = 0; i < bound.Count; i++)
            if (bound[i] == column) return i;
        return -1;
    }
}
