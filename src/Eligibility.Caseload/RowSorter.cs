using System.Text;
using Eligibility.Diagnostics;

namespace Eligibility.Caseload;

/// <summary>Brings the rows of a table into the order of households: on disk when they do not fit, so that memory stays bounded.</summary>
internal sealed class RowSorter(int charactersInMemory, string folder)
{
    /// <summary>How many characters of cells are held before a run is written.</summary>
    public const int DefaultCharacters = 32 * 1024 * 1024;

    /// <summary>How many rows of sorting went through the disk, for tests.</summary>
    public int RunsWritten { get; private set; }

    /// <summary>The rows, those of one household in the order of the file.</summary>
    /// <exception cref="SpoolException">The temporary folder cannot be written to.</exception>
    public IEnumerable<TableRow> InOrder(Table table) => table.IsSorted() ? table.Rows() : Sort(table);

    private IEnumerable<TableRow> Sort(Table table)
    {
        var runs = new List<FileStream>();
        try
        {
            var held = new List<TableRow>();
            var size = 0L;
            foreach (var row in table.Rows())
            {
                held.Add(row);
                size += 32 + row.Cells.Sum(c => c.Length);
                if (size < charactersInMemory) continue;
                runs.Add(Write(held));
                held.Clear();
                size = 0;
            }
            held.Sort(ByHousehold);
            foreach (var row in Merge([.. runs.Select(Read), held])) yield return row;
        }
        finally
        {
            foreach (var run in runs) run.Dispose();
        }
    }

    private static int ByHousehold(TableRow a, TableRow b) =>
        HouseholdOrder.Instance.Compare(a.Household, b.Household) is var order and not 0 ? order : a.Number.CompareTo(b.Number);

    private static IEnumerable<TableRow> Merge(IReadOnlyList<IEnumerable<TableRow>> runs)
    {
        var heads = runs.Select(r => r.GetEnumerator()).Where(e => e.MoveNext()).ToList();
        var queue = new PriorityQueue<IEnumerator<TableRow>, TableRow>(Comparer<TableRow>.Create(ByHousehold));
        foreach (var head in heads) queue.Enqueue(head, head.Current);
        while (queue.TryDequeue(out var head, out var row))
        {
            yield return row;
            if (head.MoveNext()) queue.Enqueue(head, head.Current);
        }
    }

    private FileStream Write(List<TableRow> rows)
    {
        rows.Sort(ByHousehold);
        var path = Path.Combine(folder, $"elig-{Guid.NewGuid():N}.rows");
        try
        {
            // The file goes with the stream; where a file in use can lose its name it has none from the start, so that it goes with a killed process too.
            var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            try
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                writer.Write(rows.Count);
                foreach (var row in rows) Write(writer, row);
                writer.Flush();
            }
            catch
            {
                stream.Dispose();
                throw;
            }
            stream.Position = 0;
            RunsWritten++;
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A limit on the size of files comes as an argument that is out of range.
            throw new SpoolException(folder);
        }
    }

    private static void Write(BinaryWriter writer, TableRow row)
    {
        writer.Write(row.Household);
        writer.Write(row.Number);
        writer.Write(row.Cells.Length);
        foreach (var cell in row.Cells) writer.Write(cell);
        writer.Write(row.Faults.Count);
        foreach (var fault in row.Faults)
        {
            writer.Write(fault.Column);
            writer.Write(fault.Kind.Code);
            writer.Write(fault.Found);
        }
    }

    private static IEnumerable<TableRow> Read(FileStream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (household, number) = (reader.ReadString(), reader.ReadInt64());
            var cells = new string[reader.ReadInt32()];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.ReadString();
            var faults = new RowFault[reader.ReadInt32()];
            for (var i = 0; i < faults.Length; i++)
            {
                var (column, code) = (reader.ReadInt32(), reader.ReadString());
                faults[i] = new RowFault(column, CaseloadKinds.All.First(k => k.Code == code), reader.ReadString());
            }
            yield return new TableRow(household, number, cells, faults);
        }
    }
}

/// <summary>The temporary folder cannot be written to: a sort on disk cannot go on.</summary>
internal sealed class SpoolException(string folder) : Exception(folder)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;
}
