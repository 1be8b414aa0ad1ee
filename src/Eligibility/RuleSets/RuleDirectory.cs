using System.Security.Cryptography;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.RuleSets;

/// <summary>Reads the files of a rules directory. Links are not followed, so that a circle of them ends.</summary>
internal static class RuleDirectory
{
    private const string Expected = "<jurisdiction>/<programme>/<yyyy-mm-dd>.yaml";

    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <summary>Every rule file below the directory (or, when asked for, every scenario file instead), sorted by name; what cannot be read is reported and left out.</summary>
    public static IReadOnlyList<RuleSourceFile> Read(string directory, DiagnosticBag bag, bool scenarios = false)
    {
        var files = new List<RuleSourceFile>();
        if (!Directory.Exists(directory)) bag.NoDirectory(null, directory);
        else Walk(directory, "", files, bag, 0, scenarios);
        return [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private static void Walk(string directory, string prefix, List<RuleSourceFile> files, DiagnosticBag bag, int depth, bool scenarios)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(directory, "*.y*ml", Plain))
            {
                var name = prefix + Path.GetFileName(path);
                if (KindOf(name) is not { } kind)
                {
                    // A file that is no part of the format would do nothing, and nobody would notice.
                    if (!scenarios) bag.WrongPlace(new SourceText(name, "").At(default), Expected);
                    continue;
                }
                // What is explained about mutations is no rule: no decision depends on it, and neither does the hash.
                if (kind != RuleSourceKind.Survivors && scenarios == (kind == RuleSourceKind.Scenarios)) ReadFile(path, name, kind, files, bag);
            }
            if (depth > 4) return;
            foreach (var path in Directory.EnumerateDirectories(directory, "*", Plain)) Walk(path, $"{prefix}{Path.GetFileName(path)}/", files, bag, depth + 1, scenarios);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            bag.NoDirectory(null, directory);
        }
    }

    private static void ReadFile(string path, string name, RuleSourceKind kind, List<RuleSourceFile> files, DiagnosticBag bag)
    {
        try
        {
            files.Add(new RuleSourceFile(name, File.ReadAllBytes(path), kind));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            bag.NoDirectory(null, path);
        }
    }

    /// <summary>What a file is, by its name; null for one that is no part of the format.</summary>
    public static RuleSourceKind? KindOf(string name)
    {
        if (!name.EndsWith(".yaml", StringComparison.Ordinal)) return null;
        if (name == "vocabulary.yaml") return RuleSourceKind.Vocabulary;
        if (name == "jurisdictions.yaml") return RuleSourceKind.Places;
        if (name == "articles.yaml") return RuleSourceKind.Articles;
        if (name == "survivors.yaml") return RuleSourceKind.Survivors;
        var parts = name.Split('/');
        if (parts.Length == 2 && parts[0] == "calendars") return RuleSourceKind.Calendar;
        if (name.EndsWith(".scenarios.yaml", StringComparison.Ordinal)) return RuleSourceKind.Scenarios;
        if (parts.Length == 4 && parts[2] == "overlays") return RuleSourceKind.Overlay;
        return parts.Length == 3 ? RuleSourceKind.Rules : null;
    }

    /// <summary>A hash over names and bytes: 16 hexadecimal digits of a SHA-256. It changes with a comment, which the hash of a rule set does not.</summary>
    public static string HashOf(IEnumerable<RuleSourceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var f in files)
        {
            // The length stands between name and bytes, so that no two directories read the same.
            hash.AppendData(Encoding.UTF8.GetBytes($"{f.Name}\n{f.Bytes.Length}\n"));
            hash.AppendData(f.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
