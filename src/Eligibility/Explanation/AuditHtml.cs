using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>The auditor's part of a programme as HTML.</summary>
internal static class AuditHtml
{
    public static void Write(Audit audit, Words words, HtmlWriter html)
    {
        html.Table(words.Say("规则文件", "Rule files"), [words.Say("文件", "File"), words.Say("标题", "Title"), words.Say("时间", "Dates"), "SHA-256"], audit.Files,
            f => [f.File.Source.Name, words.Say(f.File.Title), f.File.IsOverlay ? words.Say("假设", "assumed") : AuditText.InForce(f, words) + words.Comma + words.Published(f.File.Published), f.Hash], kind: "files");
        html.Table(words.Say("所用数值", "Values used"), [words.Say("数值", "Parameter"), words.Say("所用值", "Value"), words.Say("时间", "Dates"), words.Say("可靠程度", "Status"), words.Say("依据", "Article")], audit.Values,
            v => [words.Say(v.Parameter.Label) + (v.Key is null ? "" : words.Brackets(v.Key)), v.Figure, Dates(v, words), words.Status(v.Value.Status) + (v.Value.Note is { } n ? words.Colon + words.Say(n) : ""),
                ApproverHtml.Cites([.. v.Cites, v.Place], words)], kind: "values");
        html.Table(words.Say("公式与结果", "Formulas and results"), [words.Say("项目", "Item"), words.Say("结果", "Result"), words.Say("公式", "Formula"), words.Say("依据", "Article")], audit.Steps,
            s => [s.Label, s.Results, s.Formula + (s.Feel is null ? "" : $"{words.Say("；", "; ")}FEEL: {s.Feel.Trim()}"),
                ApproverHtml.Cites([.. s.Cites, s.Place], words)], kind: "formulas");
        html.Table(words.Say("本引擎的理解", "Our interpretations"), [words.Say("项目", "Item"), words.Say("理解", "Reading"), words.Say("是否涉及", "Whether it matters"), words.Say("依据", "Article")], audit.Readings,
            r => [r.Label, r.Note, AuditText.Matters(r, words), ApproverHtml.Cites(r.Cites, words)], kind: "readings");
    }

    private static string Dates(AuditValue v, Words words) =>
        words.Say($"{FeelDate.Format(v.Value.From)}起", $"from {FeelDate.Format(v.Value.From)}") + words.Say("，", ", ") + words.Published(v.Value.Published)
        + (v.Value.AttestedThrough is { } t ? words.Say($"，查证到{FeelDate.Format(t)}", $", attested through {FeelDate.Format(t)}") : "");
}
