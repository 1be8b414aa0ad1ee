using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Simulation.Report;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary>Writes a report as a page and as a workbook.</summary>
internal static class ReportOutput
{
    /// <summary>False, with a diagnostic, when it cannot be written; what stood under the name stays.</summary>
    /// <param name="folder">The folder of the results.</param>
    /// <param name="name">The name of both files, without what tells them apart.</param>
    /// <param name="report">The report.</param>
    /// <param name="language">The language it is in.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static bool Write(string folder, string name, ReportDocument report, Language language, DiagnosticBag bag) =>
        OutputFile.Write(Path.Combine(folder, $"{name}.html"), ReportHtml.Write(report, language), bag)
        && WholeFile.Write(Path.Combine(folder, $"{name}.xlsx"), stream => ReportWorkbook.Write(report, language, stream), bag);
}
