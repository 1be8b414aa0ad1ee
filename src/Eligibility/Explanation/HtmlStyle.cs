namespace Eligibility.Explanation;

/// <summary>The looks of the page: A4, black on white, lines instead of colours, so that a grey printer loses nothing.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        @page { size: A4; margin: 16mm 15mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
        * { box-sizing: border-box; }
        html { font-size: 10.5pt; }
        html.auditor { font-size: 9.5pt; }
        html.family { font-size: 13pt; }
        html.large { font-size: 15pt; }
        html.family.large { font-size: 18pt; }
        body { margin: 0 auto; padding: 1rem; max-width: 190mm; color: #000; background: #fff; line-height: 1.5; overflow-wrap: anywhere;
          font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Heiti SC", SimHei, SimSun, "Noto Sans", sans-serif; }
        h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .2rem; }
        h2 { font-size: 1.15rem; line-height: 1.35; margin: 1.4rem 0 .3rem; padding-top: .5rem; border-top: 2px solid #000; break-after: avoid; break-inside: avoid; }
        h3 { font-size: 1rem; margin: .8rem 0 .2rem; break-after: avoid; }
        p { margin: .25rem 0; }
        .decided { font-size: 1.15rem; font-weight: bold; border: 1.5px solid #000; padding: .25rem .6rem; break-inside: avoid; break-after: avoid; }
        .undetermined .decided { border-style: dashed; }
        .ineligible .decided { border-width: .5px; }
        table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .6rem 0; }
        caption { text-align: left; font-weight: bold; padding: .15rem 0; break-after: avoid; }
        th, td { border: .5px solid #555; padding: .18rem .4rem; text-align: left; vertical-align: top; font-weight: normal; }
        thead th, tfoot th, tfoot td { font-weight: bold; background: #eee; }
        thead { display: table-header-group; }
        tfoot { display: table-row-group; }
        tr { break-inside: avoid; }
        .pay :is(th, td):nth-child(1) { width: 25%; } .pay :is(th, td):nth-child(3) { width: 15%; } .pay :is(th, td):nth-child(4) { width: 25%; }
        .steps :is(th, td):nth-child(1) { width: 33%; } .steps :is(th, td):nth-child(3) { width: 28%; }
        .findings :is(th, td):nth-child(1) { width: 7.5rem; } .findings :is(th, td):nth-child(3) { width: 28%; }
        .files :is(th, td):nth-child(4) { width: 34%; }
        .values :is(th, td):nth-child(1) { width: 22%; } .values :is(th, td):nth-child(2) { width: 14%; }
        .formulas :is(th, td):nth-child(1) { width: 19%; } .formulas :is(th, td):nth-child(2) { width: 22%; } .formulas :is(th, td):nth-child(4) { width: 20%; }
        .readings :is(th, td):nth-child(2) { width: 46%; } .readings :is(th, td):nth-child(3) { width: 12%; }
        .values, .files, .formulas, .readings { font-size: .86rem; line-height: 1.4; }
        ul { margin: .2rem 0; padding-left: 1.3rem; }
        li { break-inside: avoid; }
        dl { margin: .4rem 0; display: grid; grid-template-columns: 7rem 1fr; gap: .2rem .6rem; }
        dt { font-weight: bold; }
        dd { margin: 0; }
        dd ul { margin: 0; padding-left: 1.1rem; }
        footer { margin-top: 1.5rem; padding-top: .4rem; border-top: .5px solid #000; font-size: .78rem; break-inside: avoid; }
        @media print { body { padding: 0; max-width: none; } thead th, tfoot th, tfoot td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        @media (max-width: 34rem) { dl { display: block; } dd { margin: 0 0 .4rem; } }
        """;
}
