using Eligibility.Diagnostics;
using Eligibility.RuleSets;

namespace Eligibility.Cli;

/// <summary>Writes rule files that a verb changed.</summary>
internal static class RuleFilesWriter
{
    /// <summary>Writes all files or none: each beside its place first, then all are moved onto it.</summary>
    public static bool Write(string root, IReadOnlyList<RuleSourceFile> files, DiagnosticBag bag)
    {
        var pending = new List<(string Beside, string Path)>();
        foreach (var path in files.Select(f => Path.Combine(root, f.Name)).Where(p => new FileInfo(p).IsReadOnly)) bag.CannotWrite(null, path);
        if (bag.HasErrors) return false;
        var at = root;
        try
        {
            foreach (var file in files)
            {
                at = Path.Combine(root, file.Name);
                // No rule file is called so: a reload in between does not see it.
                pending.Add((at + ".new~", at));
                File.WriteAllBytes(at + ".new~", file.Bytes);
            }
            foreach (var (beside, path) in pending) File.Move(beside, at = path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            foreach (var (beside, _) in pending) File.Delete(beside);
            bag.CannotWrite(null, at);
            return false;
        }
    }
}
