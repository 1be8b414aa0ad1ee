using Eligibility.Diagnostics;
using Eligibility.Text;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>Finds out in which form a caseload is, and opens its tables.</summary>
internal sealed class CaseloadOpener(string path, Words words, DiagnosticBag bag, CaseloadOptions options)
{
    private static readonly byte[] Zip = [0x50, 0x4B];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    public static CaseloadReader? Open(string path, Words words, DiagnosticBag bag, CaseloadOptions options)
    {
        var own = new DiagnosticBag();
        CaseloadReader? reader = null;
        try
        {
            reader = new CaseloadOpener(path, words, own, options).Open();
        }
        catch (BrokenWorkbookException)
        {
            own.BrokenWorkbook(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            own.CannotOpen(path);
        }
        bag.AddRange(own);
        return own.HasErrors ? null : reader;
    }

    private CaseloadReader? Open()
    {
        if (Directory.Exists(path)) return Folder();
        var start = new byte[4];
        using (var stream = File.OpenRead(path))
        {
            var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            start = start[..length];
        }
        if (start.AsSpan().StartsWith(Zip)) return FromWorkbook();
        if (start.AsSpan().StartsWith(OldOffice)) return Not(new("旧的 .xls 工作簿，或有密码", "an old .xls workbook, or one with a password"));
        if (start.Length == 0) return Not(new("文件是空的", "the file is empty"));
        if (start.AsSpan().TrimStart([(byte)0xEF, (byte)0xBB, (byte)0xBF, (byte)' ', (byte)'\r', (byte)'\n']) is [(byte)'{', ..])
            return new CaseloadReader([new JsonLinesTable(path, Path.GetFileName(path), words)], words, options, File.Exists(path + "." + CaseloadReader.SyntheticMarker));
        return Not(path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? new("一张 CSV 表，而名册是放各表的文件夹", "a single CSV table, where a caseload is the folder of all of them")
            : new("既不是工作簿，也不是 JSON Lines", "neither a workbook nor JSON Lines"));
    }

    private CaseloadReader? Not(LocalText why)
    {
        bag.NotACaseload(path, why);
        return null;
    }

    private CaseloadReader? Folder()
    {
        var files = Directory.GetFiles(path).Where(f => f.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        var tables = Tables(files.Select(f => (Path.GetFileNameWithoutExtension(f), f)), (file, columns) => CsvTable.Open(file, Path.GetFileName(file), columns, bag), Path.GetFileName);
        return tables is null ? null : new CaseloadReader(tables, words, options, File.Exists(Path.Combine(path, CaseloadReader.SyntheticMarker)));
    }

    private CaseloadReader? FromWorkbook()
    {
        if (Workbook.Open(path, bag) is not { } workbook) return null;
        var tables = Tables(workbook.Sheets, (part, columns) => SheetTable.Open(workbook, part, workbook.Sheets.First(s => s.Part == part).Name, columns, bag), part => workbook.Sheets.First(s => s.Part == part).Name);
        return tables is null ? null : new CaseloadReader(tables, words, options, isSynthetic: File.Exists(path + "." + CaseloadReader.SyntheticMarker));
    }

    /// <summary>Opens what is named after an entity, the root first. Null when a table cannot be used.</summary>
    private List<Table>? Tables(IEnumerable<(string Name, string Handle)> found, Func<string, Columns, Table?> open, Func<string, string?> shown)
    {
        var tables = new List<Table>();
        var names = TableNames.Of(words);
        foreach (var (name, handle) in found)
        {
            var at = new SourceText(shown(handle) ?? name, "").At(default);
            if (names.GetValueOrDefault(Table.Clean(name)) is { } columns)
            {
                if (tables.Exists(t => t.Entity == columns.Entity)) bag.DuplicateColumn(at, name);
                else if (open(handle, columns) is { } table) tables.Add(table);
            }
            else if (name is TableNames.Guide or TableNames.Lists)
            {
                continue;
            }
            else if (NearestName.Find(name, names.Keys) is { } nearest)
            {
                bag.MisspeltTable(at, nearest);
            }
            else
            {
                bag.UnreadTable(at);
            }
        }
        if (bag.HasErrors) return null;
        if (!tables.Exists(t => t.Entity == words.Root))
        {
            bag.NoRootTable(path, words.Root.Name, words.Root.Label.Zh);
            return null;
        }
        return [.. tables.OrderBy(t => t.Entity == words.Root ? -1 : t.Entity.Index)];
    }
}
