using Eligibility.Diagnostics;

namespace Eligibility.Cli;

/// <summary>Reads a file that the user named.</summary>
internal static class InputFile
{
    /// <summary>The bytes; empty, with a diagnostic, when the file cannot be read.</summary>
    public static byte[] Read(string path, DiagnosticBag bag)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.NoSuchFile(null, path);
            return [];
        }
    }
}
