using System.Text;

namespace Eligibility.Cli;

/// <summary>A file that is written beside its name and moved under it when it is complete, so that nothing half-written stands there.</summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string _partial;

    public PartialFile(string folder, string name)
    {
        Folder = folder;
        _partial = Path.Combine(folder, $".{name}.{Environment.ProcessId}.partial");
        Writer = new StreamWriter(_partial, false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
    }

    public StreamWriter Writer { get; }

    private string Folder { get; }

    /// <summary>Puts it under its final name.</summary>
    public void Complete(string name)
    {
        Writer.Dispose();
        File.Move(_partial, Path.Combine(Folder, name), overwrite: true);
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose()
    {
        try
        {
            Writer.Dispose();
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            // The disk is full: what could not be written is removed below.
        }
        File.Delete(_partial);
    }
}
