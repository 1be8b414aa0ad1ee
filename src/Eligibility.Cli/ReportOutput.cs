using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Report;

namespace Eligibility.Cli;

/// <summary>Writes the report of a simulation beside its result.</summary>
internal static class ReportOutput
{
    /// <summary>False, with a diagnostic, when it cannot be written; what stood under the name stays.</summary>
    /// <param name="folder">The folder of the results.</param>
    /// <param name="label">What is put into the names where the run was not ended; empty otherwise.</param>
    /// <param name="result">The result.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static bool Write(string folder, string label, ResultView result, DiagnosticBag bag)
    {
        var report = ReportMaker.Of(result);
        return OutputFile.Write(Path.Combine(folder, $"report{label}.html"), ReportHtml.Write(report, result.Language), bag)
            && WholeFile.Write(Path.Combine(folder, $"report{label}.xlsx"), stream => ReportWorkbook.Write(report, result.Language, stream), bag);
    }
}
