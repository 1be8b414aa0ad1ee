using Eligibility.Diagnostics;

namespace Eligibility.Caseload;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>False, with a diagnostic, when it cannot be written; what stood under the name stays.</summary>
    public static bool Write(string path, Action<Stream> write, DiagnosticBag bag)
    {
        string? partial = null;
        try
        {
            var whole = Path.GetFullPath(path);
            partial = Path.Combine(Path.GetDirectoryName(whole) ?? whole, $".{Path.GetFileName(whole)}.{Environment.ProcessId}.partial");
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite)) write(stream);
            File.Move(partial, whole, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.CannotWrite(null, path);
            if (partial is not null && File.Exists(partial)) File.Delete(partial);
            return false;
        }
    }

    /// <summary>Makes a folder, or takes one that is empty. False, with a diagnostic, when there are other files in it or it cannot be made.</summary>
    public static bool MakeFolder(string path, DiagnosticBag bag)
    {
        try
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                bag.FolderNotEmpty(path);
                return false;
            }
            Directory.CreateDirectory(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.CannotWrite(null, path);
            return false;
        }
    }
}
