namespace Eligibility.Simulation.Report;

/// <summary>What the page of a report adds to the looks of every page.</summary>
internal static class ReportStyle
{
    public const string Css = """
        html { font-size: 10pt; }
        .question { font-size: 1.1rem; }
        .warning { border: 2px dashed #000; padding: .25rem .6rem; font-weight: bold; break-inside: avoid; }
        .headline { border: 1.5px solid #000; padding: .5rem .7rem .6rem; margin: .7rem 0; break-inside: avoid; }
        .headline h2 { margin: 0 0 .2rem; padding: 0; border: 0; }
        section > p { break-after: avoid; }
        .figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: .5rem; margin-top: .5rem; }
        .figures > div { border-left: 3px solid #1d4e7a; padding-left: .5rem; }
        .figures .label { font-size: .86rem; }
        .figures .figure { font-size: 1.35rem; line-height: 1.3; font-weight: bold; white-space: nowrap; }
        .figures .note { font-size: .86rem; margin: 0; }
        table { font-size: .88rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
        thead th { vertical-align: bottom; hyphens: auto; }
        table.wide { table-layout: auto; font-size: .76rem; }
        table.wide :is(th, td) { padding: .15rem .25rem; }
        td.n { white-space: nowrap; }
        .n { text-align: right; overflow-wrap: normal; }
        tfoot th, tfoot td { font-weight: bold; background: #eee; }
        figure { margin: .8rem 0; break-inside: avoid; }
        figcaption { font-weight: bold; font-size: .88rem; margin-bottom: .3rem; }
        svg.chart { display: block; width: 100%; height: auto; font-family: inherit; }
        svg.chart text { fill: #000; }
        .scroll { overflow-x: auto; }
        footer p { margin: .1rem 0; }
        @media (max-width: 34rem) { .figures { grid-template-columns: repeat(2, 1fr); } .scroll table { min-width: 34rem; } }
        @media print { .scroll { overflow: visible; } section.page { break-before: page; } svg.chart { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;
}
