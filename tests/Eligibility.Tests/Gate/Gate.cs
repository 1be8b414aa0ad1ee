using System.Text;
using Eligibility.Cli;

namespace Eligibility.Tests.Gate;

/// <summary>Runs the tool as a user would, on a copy of the real rules, and holds what every answer owes: time, memory, no stack trace.</summary>
internal sealed class Gate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-gate-");

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Exit code and everything printed.</summary>
    public (int Exit, string Printed) Run(params string[] args)
    {
        using var output = new StringWriter();
        var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), ThreadClock.Now);
        var exit = Tool.Run(args, output, output, TimeProvider.System);
        var took = ThreadClock.Now - began;
        var printed = output.ToString();
        Assert.True(took < TimeSpan.FromSeconds(2), $"took {took} of processor time");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 512L << 20, "allocated more than 512 MB");
        Assert.DoesNotContain("   at Eligibility.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", printed, StringComparison.Ordinal);
        return (exit, printed);
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A decision on facts that are given as text.</summary>
    public (int Exit, string Printed) Decide(byte[] facts, string knownAt = "2024-08-31", string month = "2024-08") =>
        Run("decide", Write("facts.json", facts), "--month", month, "--known-at", knownAt, "--rules", Repository.PathOf("rules"), "--lang", "en");

    /// <summary>A copy of the real rules, scenarios left out, in which files are changed or added.</summary>
    public string Rules(params (string Name, byte[] Bytes)[] files)
    {
        var root = Path.Combine(_folder.FullName, "rules");
        var real = Repository.PathOf("rules");
        foreach (var file in Directory.EnumerateFiles(real, "*.yaml", SearchOption.AllDirectories).Where(f => !f.EndsWith(".scenarios.yaml", StringComparison.Ordinal)))
            Write(Path.Combine("rules", Path.GetRelativePath(real, file)), File.ReadAllBytes(file));
        foreach (var (name, bytes) in files) Write(Path.Combine("rules", name), bytes);
        return root;
    }
}
