using System.Text;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Tests.Vocabulary;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Tests.Caseload;

/// <summary>Caseloads that a test writes, and what is read of them.</summary>
internal sealed class Caseloads : IDisposable
{
    /// <summary>Two households in the words of the library vocabulary, a domain that has nothing to do with the law.</summary>
    public static readonly (string Name, string Text)[] Good =
    [
        ("card.csv", "card,branch,deposit,shelves,closedOn\nA1,centre,100.50,,\nA2,港口,,\"1,450\",2020/3/4\n"),
        ("reader.csv", "card,number,called,born,student\nA1,1,甲,1931-05-02,是\nA1,2,乙,1931年5月2日,\nA2,1,丙,19310502,否\n"),
        ("visit.csv", "card,reader,minutes\nA1,2,30\nA1,2,45\nA2,1,5\n"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-caseload-");

    /// <summary>What opening reported, warnings too.</summary>
    public DiagnosticBag Bag { get; } = new();

    /// <summary>The counts of the last reading.</summary>
    public CaseloadCounts Counts { get; private set; } = new(0, 0, 0, 0, []);

    /// <summary>How many runs the last reading sorted on disk.</summary>
    public int RunsWritten { get; private set; }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    public Caseloads Write(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files) Write(name, Encoding.UTF8.GetBytes(text));
        return this;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Everything that is in the caseload; null when it cannot be opened. Counts are checked on the way: read is accepted and rejected, nothing gets lost.</summary>
    public IReadOnlyList<CaseloadHousehold>? Read(string? path = null, Words? words = null, CaseloadOptions? options = null)
    {
        if (CaseloadReader.Open(path ?? Folder, words ?? Vocabularies.Library, Bag, options) is not { } reader)
        {
            Assert.True(Bag.HasErrors, "refused without a reason");
            return null;
        }
        var households = reader.Read(Bag).ToList();
        Counts = reader.Counts;
        RunsWritten = reader.RunsWritten;
        Assert.Equal(Counts.Households, Counts.Accepted + Counts.Rejected);
        Assert.Equal(Counts.Accepted, households.Count(h => h.IsAccepted));
        foreach (var table in Counts.Tables) Assert.Equal(table.Read, table.Accepted + table.Rejected);
        Assert.All(households, h => Assert.Equal(h.Facts is null, h.Rejections.Count > 0));
        Assert.All(households.SelectMany(h => h.Rejections), r => Assert.True(r.Row > 0 && r.File.Length > 0, r.ToString()));
        return households;
    }

    /// <summary>Rejected rows as "file:row column code", in order.</summary>
    public string[] Rejected(string? path = null, CaseloadOptions? options = null) =>
        [.. Read(path, options: options)!.SelectMany(h => h.Rejections).Select(r => $"{r.File}:{r.Row} {r.Column ?? "-"} {r.Diagnostic.Code}")];

    /// <summary>The codes of what stopped the caseload as a whole or warns about it.</summary>
    public string[] Codes() => [.. Bag.Sorted().Select(d => d.Code)];
}
