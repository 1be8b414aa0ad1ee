using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Text;
using NodaTime;

namespace Eligibility.Cli;

/// <summary>Reads a caseload for a simulation and decides it, with a bar, and an end when the user asks for it.</summary>
/// <param name="Path">The caseload.</param>
/// <param name="Book">The rules, whose vocabulary it is read by.</param>
/// <param name="KnownAt">No fact may be dated later.</param>
/// <param name="Month">The month for which ages are checked.</param>
internal sealed record CaseloadRun(ToolContext Context, Language Language, string Path, RuleBook Book, LocalDate KnownAt, YearMonth Month)
{
    /// <summary>The result and whether the caseload is synthetic; null, with the reasons, when it cannot be read.</summary>
    /// <param name="simulator">What decides it.</param>
    /// <param name="folder">Where the lines and the rejections are written.</param>
    /// <param name="lines">Starts the lines of the households; null where they are not wanted.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public (SimulationResult Result, bool IsSynthetic)? Run(Simulator simulator, string folder, string? lines, DiagnosticBag bag)
    {
        try
        {
            Directory.CreateDirectory(folder);
            try
            {
                return Run(simulator, folder, lines, fast: true, bag);
            }
            catch (UnsortedException)
            {
                // Not in the order of households: read by the reader that sorts.
                return Run(simulator, folder, lines, fast: false, bag);
            }
        }
        // The runtime tells a limit on the size of files as an argument out of range.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" })
        {
            bag.CannotWrite(null, folder);
            return null;
        }
    }

    private (SimulationResult, bool)? Run(Simulator simulator, string folder, string? head, bool fast, DiagnosticBag bag)
    {
        var reading = new DiagnosticBag();
        if (CaseloadReader.Open(Path, Book.Vocabulary, reading, new CaseloadOptions { KnownAt = KnownAt, Month = Month }) is not { } reader)
        {
            bag.AddRange(reading);
            return null;
        }
        var source = fast ? FastReader.Open(reader, simulator.Layout, simulator.Texts, KnownAt, Month) : null;
        using var disposable = (IDisposable?)source ?? new ExactCaseload(reader.Read(reading));
        using var lines = head is null ? null : new PartialFile(folder, "households.csv");
        using var rejected = new PartialFile(folder, "rejected.csv");
        lines?.Writer.Write(head);
        rejected.Writer.Write("household,file,row,column,code,message,advice\n");
        using var stop = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += Stop;
        SimulationResult result;
        try
        {
            var caseload = (ICaseload)disposable;
            result = SimulationProgress.Show(Context, Language, caseload, progress => simulator.Run(caseload, lines?.Writer ?? TextWriter.Null, h => Reject(rejected.Writer, h), progress, stop.Token));
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
        bag.AddRange(reading);
        if (bag.HasErrors) return null;
        var label = result.Partial ? ".partial" : "";
        lines?.Complete($"households{label}.csv");
        rejected.Complete($"rejected{label}.csv");
        return (result, reader.IsSynthetic);
    }

    private void Reject(TextWriter writer, CaseloadHousehold household)
    {
        foreach (var r in household.Rejections)
            writer.Write(string.Join(',', CsvText.Cell(household.Id), CsvText.Cell(r.File), r.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), CsvText.Cell(r.Column ?? ""), r.Diagnostic.Code, CsvText.Cell(r.Diagnostic.Message.In(Language)),
                CsvText.Cell(r.Diagnostic.Advice.In(Language))) + "\n");
    }
}
