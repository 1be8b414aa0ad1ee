using System.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>The auditor's part of a programme as text: it follows what the approver reads.</summary>
internal static class AuditText
{
    public static void Write(Audit audit, Words words, StringBuilder text)
    {
        Section(audit.Files, "规则文件", "Rule files", f => Of(f, words));
        Section(audit.Values, "所用数值", "Values used", v => Of(v, words));
        Section(audit.Steps, "公式与结果", "Formulas and results", s => Of(s, words));
        Section(audit.Readings, "本引擎的理解", "Our interpretations", r => $"{words.Brackets(Matters(r, words)).TrimStart()}{words.Say("", " ")}{r.Label}{words.Colon}{r.Note}{words.Cites(r.Cites)}");
        Section(audit.Conflicts, "与其他文件不一致之处", "Where another text says otherwise", c => $"{c.Text}{words.Cites(c.Cites)}");

        void Section<T>(IReadOnlyList<T> items, string zh, string en, Func<T, string> line)
        {
            if (items.Count == 0) return;
            text.Append("  ").Append(words.Say(zh, en)).Append('\n');
            foreach (var item in items) text.Append("    ").Append(line(item)).Append('\n');
        }
    }

    public static string Matters(AuditReading r, Words words) => r.Matters switch { true => words.Say("涉及本户", "matters here"), false => words.Say("不涉及本户", "does not matter here"), _ => words.Say("是否涉及不能确定", "cannot be told whether it matters") };

    private static string Of(AuditFile f, Words words) => string.Join(words.Say("，", ", "), Parts(f, words));

    private static IEnumerable<string> Parts(AuditFile f, Words words)
    {
        yield return $"{f.File.Jurisdiction} {words.Say(f.File.Title)}{(f.File.IsOverlay ? words.Brackets(words.Say("假设", "assumed")) : "")}{words.Colon}{f.File.Source.Name}";
        if (!f.File.IsOverlay)
        {
            yield return InForce(f, words);
            yield return words.Published(f.File.Published);
        }
        yield return $"SHA-256 {f.Hash}";
    }

    /// <summary>From when, and until when where that is limited.</summary>
    public static string InForce(AuditFile f, Words words)
    {
        var to = f.File.To is { } end ? words.Say($"至{FeelDate.Format(end)}", $" through {FeelDate.Format(end)}") : "";
        return words.Say($"{FeelDate.Format(f.File.From)}起施行{to}", $"in force from {FeelDate.Format(f.File.From)}{to}");
    }

    private static string Of(AuditValue v, Words words)
    {
        var through = v.Value.AttestedThrough is { } t ? words.Say($"，查证到{FeelDate.Format(t)}", $", attested through {FeelDate.Format(t)}") : "";
        var note = v.Value.Note is { } n ? words.Colon + words.Say(n) : "";
        return $"{words.Say(v.Parameter.Label)}{(v.Key is null ? "" : words.Brackets(v.Key))}{words.Colon}{v.Figure}{words.Say("，", ", ")}{words.Say($"{FeelDate.Format(v.Value.From)}起", $"from {FeelDate.Format(v.Value.From)}")}"
            + $"{words.Say("，", ", ")}{words.Published(v.Value.Published)}{through}{words.Say("，", ", ")}{words.Status(v.Value.Status)}{note}{words.Say("，", ", ")}{v.Place}{words.Cites(v.Cites)}";
    }

    private static string Of(AuditStep s, Words words)
    {
        var feel = s.Feel is null ? "" : $"{words.Say("；", "; ")}FEEL `{s.Feel.ReplaceLineEndings(" ").Trim()}`";
        return $"{s.Label}{(s.Results.Contains(words.Colon, StringComparison.Ordinal) ? words.Colon : " = ")}{s.Results}{words.Say("；", "; ")}{s.Formula}{feel}{words.Say("；", "; ")}{s.RuleSet}{words.Say("，", ", ")}{s.Place}{words.Cites(s.Cites)}";
    }
}
