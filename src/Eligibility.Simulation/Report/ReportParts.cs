using Eligibility.Simulation.Report.Charts;

namespace Eligibility.Simulation.Report;

/// <summary>Something that a report shows.</summary>
internal abstract record ReportPart;

/// <summary>A sentence.</summary>
internal sealed record ReportNote(string Text) : ReportPart;

/// <summary>A chart. Its figures stand in a table of the same section too.</summary>
internal sealed record ReportChart(Chart Chart) : ReportPart;

/// <summary>A table; on a sheet of its own in a workbook.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Sheet">A short name for the sheet.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The cells; the first of a row is its heading.</param>
internal sealed record ReportTable(string Title, string Sheet, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows) : ReportPart
{
    /// <summary>The line below: all rows together.</summary>
    public IReadOnlyList<ReportCell>? Foot { get; init; }

    /// <summary>Percent of the width for each column; empty for equal ones.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];
}

/// <summary>A heading with what stands below it.</summary>
internal sealed record ReportSection(string Title, IReadOnlyList<ReportPart> Parts);

/// <summary>A figure on the first page.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Notes">What stands below it.</param>
internal sealed record KeyFigure(string Label, string Figure, IReadOnlyList<string> Notes);

/// <summary>What a reform means in a few figures.</summary>
/// <param name="Title">The reform.</param>
/// <param name="Sentence">All of it in a sentence.</param>
/// <param name="Figures">The figures.</param>
internal sealed record Headline(string Title, string Sentence, IReadOnlyList<KeyFigure> Figures);

/// <summary>A report: what every form of it shows.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Question">Place, month and day of knowledge.</param>
/// <param name="Warnings">What a reader must know before any figure.</param>
/// <param name="Headlines">What each reform means; of a report without a reform, what the rules cost.</param>
/// <param name="Sections">Everything else.</param>
/// <param name="Footer">Where it comes from.</param>
internal sealed record ReportDocument(string Title, string Question, IReadOnlyList<string> Warnings, IReadOnlyList<Headline> Headlines, IReadOnlyList<ReportSection> Sections, IReadOnlyList<string> Footer);
