using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Eligibility.Tests.Goldens;

/// <summary>
/// Texts that a person reads, approved by a person. Files follow Verify's convention: what is approved stands beside the test in
/// <c>Class.Method_parameter.verified.txt</c>; what came out otherwise is written to <c>.received.txt</c>. Nothing is approved by itself: ACCEPT_GOLDENS=1
/// rewrites the approved files, and changing one is a commit of its own with a sentence why.
/// </summary>
internal static class Golden
{
    public static void Verify(string actual, string parameter = "", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(parameter.Length == 0 ? "" : "_" + parameter)}";
        var approved = Path.Combine(Repository.PathOf("tests/Eligibility.Tests/Goldens"), name + ".verified.txt");
        var received = Path.ChangeExtension(approved, null)[..^".verified".Length] + ".received.txt";
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1") File.WriteAllText(approved, actual);
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        Assert.Fail($"{name} differs from what is approved (- approved, + received):\n{Difference(expected, actual)}");
    }

    private static string Difference(string expected, string actual)
    {
        var text = new StringBuilder();
        foreach (var line in new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(expected, actual).Lines.Where(l => l.Type != ChangeType.Unchanged).Take(60))
            text.Append(line.Type == ChangeType.Inserted ? "+ " : "- ").Append(line.Text).Append('\n');
        return text.ToString();
    }
}
