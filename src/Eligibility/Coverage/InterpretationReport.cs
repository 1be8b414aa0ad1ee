using System.Text;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Coverage;

/// <summary>Every reading of the law that is ours and not the text's, as Markdown, so that whoever knows better can say so.</summary>
internal static class InterpretationReport
{
    public const string FileName = "INTERPRETATIONS.md";

    /// <summary>The text of the report. Lines end in LF.</summary>
    public static string Write(RuleLibrary library)
    {
        var text = new StringBuilder();
        text.Append("# 本库的理解 / Readings that are ours\n\n由 `elig coverage` 生成，不要手改。条文没有写明或者可以两读的地方，本库按下面的理解计算，并在每个受影响的答复里说明。\n");
        text.Append("Made by `elig coverage`; do not edit. Where a text is silent or can be read in two ways the rules follow these readings, and every answer that one of them touches says so.\n");
        foreach (var f in library.Files.OrderBy(f => f.Source.Name, StringComparer.Ordinal))
        {
            var lines = Of(f).ToArray();
            if (lines.Length == 0) continue;
            text.Append($"\n## {library.Jurisdictions.Find(f.Jurisdiction)?.Name.Zh} {f.Title.Zh} / {f.Title.En} ({f.Id})\n\n| 事项 item | 理解 reading | 条文 article |\n|---|---|---|\n");
            foreach (var (item, note, cites) in lines) text.Append($"| {item} | {note.Zh} {(note.En == note.Zh ? "" : note.En)} | {string.Join("；", cites.Select(c => c.ToString()).Distinct())} |\n");
        }
        return text.ToString();
    }

    private static IEnumerable<(string Item, LocalText Note, IReadOnlyList<Citation> Cites)> Of(RuleFile f)
    {
        foreach (var i in f.Items)
        {
            var name = $"{i.Label.Zh} `{i.Name}`";
            if (i is { Status: RuleStatus.Interpretation, Note: { } note }) yield return (name, note, i.Cites);
            foreach (var r in i.Interpretations) yield return ($"{name} · `{r.Name}`", r.Note, r.Cites);
            if (i is BenefitDefinition { Rounding: { Status: RuleStatus.Interpretation, Note: { } rounding } clause }) yield return ($"{name} · 取整 rounding", rounding, clause.Cites);
            foreach (var v in (i as ParameterDefinition)?.Values ?? [])
                if (v is { Status: RuleStatus.Interpretation, Note: { } valued }) yield return ($"{name} {FeelDate.Format(v.From)}", valued, v.Cites);
        }
        foreach (var s in f.Sources.Values)
            if (s.Arrears is { Status: RuleStatus.Interpretation, Note: { } note } clause) yield return ("补发 back pay", note, [new Citation(s, clause.Article)]);
    }
}
