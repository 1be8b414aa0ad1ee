using Eligibility.Diagnostics;

namespace Eligibility.Cli;

/// <summary>Writes a file that the user named, whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>
    /// Puts the text under <paramref name="path"/> as UTF-8. It is written beside it first and moved when it is complete, so that under the name
    /// stands the old file or the new one. False, with a diagnostic, when the folder or the file cannot be written.
    /// </summary>
    public static bool Write(string path, string text, DiagnosticBag bag)
    {
        string? partial = null;
        try
        {
            var whole = Path.GetFullPath(path);
            partial = Path.Combine(Path.GetDirectoryName(whole) ?? whole, $".{Path.GetFileName(whole)}.{Environment.ProcessId}.partial");
            File.WriteAllText(partial, text);
            File.Move(partial, whole, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.CannotWrite(null, path);
            if (partial is not null) Remove(partial);
            return false;
        }
    }

    private static void Remove(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It could not be written, so that there is nothing to remove; the mistake is reported already.
        }
    }
}
