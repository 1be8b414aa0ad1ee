using System.Text;
using Eligibility.Diagnostics;

namespace Eligibility.Caseload;

/// <summary>Writes a template as a folder of CSV tables, with the byte order mark by which spreadsheets know UTF-8.</summary>
internal static class TemplateFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>False, with a diagnostic, when it cannot be written.</summary>
    public static bool Write(TemplatePlan plan, string path, DiagnosticBag bag)
    {
        if (!WholeFile.MakeFolder(path, bag)) return false;
        foreach (var table in plan.Tables)
        {
            var text = Line(table.Columns.Select(c => c.Label)) + Line(table.Columns.Select(c => c.Key));
            if (!Put(table.Entity.Name + ".csv", text)) return false;
        }
        var guide = new StringBuilder($"{plan.Place.Zh}　名册模板\n\n");
        foreach (var line in TemplatePlan.Guide) guide.Append(line).Append('\n');
        foreach (var table in plan.Tables)
        {
            guide.Append('\n').Append(table.Entity.Name).Append(".csv　").Append(table.Entity.Label.Zh).Append('\n');
            foreach (var c in table.Columns)
                guide.Append("  ").AppendJoin("　", new[] { c.Label, c.Key, TemplatePlan.Form(c), "空：" + TemplatePlan.WhenEmpty(c), TemplatePlan.Origin(c), TemplatePlan.Note(c) }.Where(t => t.Length > 0)).Append('\n');
        }
        return Put(TableNames.Guide + ".txt", guide.ToString());

        bool Put(string name, string text) => WholeFile.Write(Path.Combine(path, name), s => s.Write([.. Utf8.GetPreamble(), .. Utf8.GetBytes(text)]), bag);
    }

    private static string Line(IEnumerable<string> cells) => string.Join(",", cells.Select(CsvText.Cell)) + "\r\n";
}
