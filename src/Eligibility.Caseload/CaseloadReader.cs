using Eligibility.Diagnostics;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>
/// Reads a caseload: a folder of CSV tables, an .xlsx workbook or a JSON Lines file. Households come one at a time, in the order of their numbers
/// whatever the order of the file, and in bounded memory. A row that cannot be used rejects its household and no other.
/// </summary>
public sealed class CaseloadReader
{
    /// <summary>The file in a folder by which a caseload says that it is made up.</summary>
    public const string SyntheticMarker = "SYNTHETIC";

    private readonly IReadOnlyList<Table> _tables;
    private readonly Words _words;
    private readonly CaseloadOptions _options;
    private readonly RowSorter _sorter;
    private readonly long[] _accepted;
    private readonly long[] _rejected;
    private long _households;
    private long _acceptedHouseholds;
    private long _unassigned;

    internal CaseloadReader(IReadOnlyList<Table> tables, Words words, CaseloadOptions options, bool isSynthetic)
    {
        _tables = tables;
        _words = words;
        _options = options;
        _sorter = new RowSorter(options.CharactersInMemory, options.TemporaryFolder);
        _accepted = new long[tables.Count];
        _rejected = new long[tables.Count];
        IsSynthetic = isSynthetic;
    }

    /// <summary>Whether the caseload is marked as made up; whatever is computed from it must say so.</summary>
    public bool IsSynthetic { get; }

    /// <summary>What was read so far.</summary>
    public CaseloadCounts Counts => new(_households, _acceptedHouseholds, _households - _acceptedHouseholds, _unassigned,
        [.. _tables.Select((t, i) => new TableCount(t.File, _accepted[i] + _rejected[i], _accepted[i], _rejected[i]))]);

    /// <summary>The tables, for whoever wants to know what is in them.</summary>
    internal IReadOnlyList<Table> Tables => _tables;

    internal int RunsWritten => _sorter.RunsWritten;

    /// <summary>
    /// Opens a caseload and reads its headers. Null, with every reason in <paramref name="bag"/>, when it cannot be used at all: what concerns a single row
    /// comes with its household.
    /// </summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="vocabulary">What may be said and in which words, such as a rule book's.</param>
    /// <param name="bag">Takes mistakes, and warnings about columns and tables that are not read.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    public static CaseloadReader? Open(string path, Words vocabulary, DiagnosticBag bag, CaseloadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(bag);
        return CaseloadOpener.Open(path, vocabulary, bag, options ?? new CaseloadOptions());
    }

    /// <summary>The households in order. May be enumerated once.</summary>
    /// <param name="bag">Takes what ends the reading before its end: a file that vanished, a full disk. What was read until then is counted.</param>
    public IEnumerable<CaseloadHousehold> Read(DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        using var households = Households().GetEnumerator();
        while (true)
        {
            try
            {
                if (!households.MoveNext()) yield break;
            }
            catch (SpoolException e)
            {
                bag.CannotSpool(e.Folder);
                yield break;
            }
            catch (BrokenWorkbookException)
            {
                bag.BrokenWorkbook(_tables[0].File);
                yield break;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                bag.CannotOpen(_tables[0].File);
                yield break;
            }
            yield return households.Current;
        }
    }

    private IEnumerable<CaseloadHousehold> Households()
    {
        var builder = new HouseholdBuilder(_words, _options);
        var rows = new IEnumerator<TableRow>[_tables.Count];
        var more = new bool[_tables.Count];
        try
        {
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = _sorter.InOrder(_tables[i]).GetEnumerator();
                more[i] = rows[i].MoveNext();
            }
            while (Next(rows, more) is { } id)
            {
                var group = new HouseholdGroup(id, [.. _tables.Select((t, i) => (t, Take(rows[i], ref more[i], id)))]);
                var household = builder.Build(group);
                Count(group, household);
                yield return household;
            }
        }
        finally
        {
            foreach (var r in rows) r?.Dispose();
        }
    }

    private static string? Next(IEnumerator<TableRow>[] rows, bool[] more)
    {
        string? least = null;
        for (var i = 0; i < rows.Length; i++)
            if (more[i] && (least is null || HouseholdOrder.Instance.Compare(rows[i].Current.Household, least) < 0)) least = rows[i].Current.Household;
        return least;
    }

    /// <summary>The rows of one household; of rows without one only a handful at a time, since there may be any number of them.</summary>
    private static List<TableRow> Take(IEnumerator<TableRow> rows, ref bool more, string id)
    {
        var taken = new List<TableRow>();
        while (more && rows.Current.Household == id && (id.Length > 0 || taken.Count < 100))
        {
            // Of a household with absurdly many rows the rest need not be held: it is rejected, and they are counted below.
            taken.Add(taken.Count <= HouseholdBuilder.MaxRows ? rows.Current : rows.Current with { Cells = [] });
            more = rows.MoveNext();
        }
        return taken;
    }

    private void Count(HouseholdGroup group, CaseloadHousehold household)
    {
        for (var i = 0; i < _tables.Count; i++) (household.IsAccepted ? _accepted : _rejected)[i] += group.Rows[i].Rows.Count;
        // The number of a spoilt row may be no number of a household at all.
        var isHousehold = group.Id.Length > 0 && group.Rows.Any(t => t.Rows.Any(r => !r.IsSpoilt || t.Table.Entity == _words.Root));
        if (isHousehold) _households++;
        else _unassigned += group.Rows.Sum(t => t.Rows.Count);
        if (household.IsAccepted) _acceptedHouseholds++;
    }
}
