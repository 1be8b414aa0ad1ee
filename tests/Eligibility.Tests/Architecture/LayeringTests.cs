using System.Text.RegularExpressions;

namespace Eligibility.Tests.Architecture;

/// <summary>Dependencies point one way, from the folders of the engine that stand higher to those below; the exceptions are named with their reason.</summary>
public class LayeringTests
{
    /// <summary>Lowest first. Folders in one step may use each other: types name what the vocabulary declares, and declarations have types.</summary>
    private static readonly string[][] Layers =
    [
        ["Text"], ["Diagnostics"], ["Values", "Vocabulary"], ["Feel"], ["RuleSets"], ["Evaluation"], ["Statements"], ["Lints", "Scenarios", "Schemas", "Explanation", "Coverage"], ["Receipts", "Mutation"],
    ];

    /// <summary>Files that look upward, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Text/"] = "Diagnostics", // the readers of JSON and YAML report what they cannot read
        ["Diagnostics/DiagnosticBag."] = "Feel, Vocabulary, Values", // one method per mistake: its parameters are what the mistake is about
    };

    [Fact]
    public void No_folder_uses_one_above_it()
    {
        var root = Repository.PathOf("src/Eligibility");
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)).ToArray();
        Assert.True(files.Length > 150, $"only {files.Length} files were looked at");
        var wrong = new List<string>();
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            var own = Array.FindIndex(Layers, l => l.Contains(name.Split('/')[0]));
            if (own < 0) continue; // the surface at the root stands on everything
            foreach (Match use in Regex.Matches(File.ReadAllText(file), @"^using (?:static )?Eligibility\.(\w+)", RegexOptions.Multiline))
            {
                var other = Array.FindIndex(Layers, l => l.Contains(use.Groups[1].Value));
                if (other <= own || Exceptions.Any(e => name.StartsWith(e.Key, StringComparison.Ordinal) && e.Value.Contains(use.Groups[1].Value, StringComparison.Ordinal))) continue;
                wrong.Add($"{name} uses {use.Groups[1].Value}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_source_file_is_longer_than_five_hundred_lines()
    {
        var files = Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToArray();
        Assert.True(files.Length > 170, $"only {files.Length} files were looked at");
        Assert.DoesNotContain(files, f => File.ReadLines(f).Count() > 500);
    }

    [Fact]
    public void The_engine_has_the_packages_it_may_have_and_no_others()
    {
        var packages = Regex.Matches(File.ReadAllText(Repository.PathOf("src/Eligibility/Eligibility.csproj")), "PackageReference Include=\"([^\"]+)\"").Select(m => m.Groups[1].Value);
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Newtonsoft.Json", "NodaTime", "YamlDotNet"], packages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_README_shows_the_lines_that_are_compiled_and_run()
    {
        var source = File.ReadAllText(Repository.PathOf("tests/Eligibility.Tests/Hosting/EmbedIt.cs")).ReplaceLineEndings("\n");
        var begin = source.IndexOf("// embed-begin\n", StringComparison.Ordinal) + "// embed-begin\n".Length;
        var lines = source[begin..source.IndexOf("        // embed-end", StringComparison.Ordinal)].TrimEnd().Split('\n').Select(l => l.Length > 8 ? l[8..] : l);
        Assert.Contains(string.Join('\n', lines), File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
