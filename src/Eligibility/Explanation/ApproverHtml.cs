using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>The calculation sheet of whoever decides, as HTML; with the auditor's tables behind each programme where they are wanted.</summary>
internal static class ApproverHtml
{
    public static void Write(Answer answer, HtmlWriter html, bool audit)
    {
        var words = answer.Words;
        if (answer.Totals.Count > 0)
            html.Table(words.Say("合计", "Totals"), [words.Say("发放部门", "Paid by"), words.Say("每月", "Each month"), words.Say("说明", "Remark")], answer.Totals,
                t => [t.Payer, t.Amount, (t.ToAccount ? words.Say("记入服务账户", "to a service account") : "") + (t.Complete ? "" : (t.ToAccount ? words.Comma : "") + words.Say("另有金额未知的项目", "and amounts that are not known"))]);
        foreach (var p in answer.Programmes)
        {
            html.Around($"section class=\"{ClassOf(p)}\"", () =>
            {
                Programme(p, words, html);
                if (audit) AuditHtml.Write(Audit.Of(answer, p), words, html);
            });
        }
        if (answer.NotApplicable.Count == 0) return;
        html.Element("h2", words.Say("不涉及的项目", "Programmes that do not apply"));
        html.List([.. answer.NotApplicable.Select(r => $"{r.Title}{words.Colon}{r.Text}{words.Cites(r.Cites)}")]);
    }

    public static string ClassOf(ProgrammeAnswer p) => p.Decision.Outcome switch { Outcome.Eligible => "eligible", Outcome.Ineligible => "ineligible", _ => "undetermined" };

    private static void Programme(ProgrammeAnswer p, Words words, HtmlWriter html)
    {
        var d = p.Decision;
        html.Element("h2", p.Title);
        html.Element("p class=\"decided\"", words.Outcome(d.Outcome) + (p.Way is { } way ? words.Brackets(way) : "")
            + (p.Amount is { } amount ? words.Say($"，每月 {amount}", $", {amount} a month") : d.Outcome == Outcome.Eligible ? words.Say("，金额未知", ", amount not known") : ""));
        if (p.Covered.Count > 0) html.Element("p", $"{words.Say("保障对象", "Covered")}{words.Colon}{string.Join(words.Comma, p.Covered)}");
        html.Table(words.Say("待遇", "Payments"), [words.Say("项目", "Payment"), words.Say("计算", "Computation"), words.Say("发放", "Paid by"), words.Say("依据", "Article")], p.Payments,
            x => [x.Label + Of(x.Who, words), x.Arithmetic, x.Payer + (x.ToAccount ? words.Say("，记入服务账户", " to a service account") : ""), Cites(x.Cites, words)],
            p.Together is { } sum ? [words.Say("合计", "Together"), sum] : null, "pay");
        html.Table(words.Say("计算", "Computation"), [words.Say("数值", "Figure"), words.Say("计算", "Computation"), words.Say("依据", "Article")], p.Steps,
            s => [s.Label + Of(s.Whose, words), s.Arithmetic, Cites(s.Cites, words)], kind: "steps");
        html.Table(words.Say("条件", "Criteria"), [words.Say("结果", "Result"), words.Say("条件", "Criterion"), words.Say("依据", "Article")], p.Findings,
            f => [Mark(f.Outcome, words), (f.Persons.Count == 0 ? "" : string.Join(words.Comma, f.Persons) + words.Colon) + f.Text, Cites(f.Cites, words)], kind: "findings");
        Lines(words.Say("缺少", "Missing"), [.. d.Missing.Select(m => words.Say(m.Text) + (m.ObtainFrom is { } from ? words.Brackets(words.Say("取自：", "from: ") + words.Say(from)) : ""))]);
        Lines(words.Say("注意", "Note"), [.. p.Cautions.Select(c => $"{c.Kind}{words.Colon}{c.Text}{words.Cites(c.Cites)}")]);
        Lines(words.Say("与其他文件不一致之处，均按本地规定计算", "Where another text says otherwise; the local text was followed"), [.. p.Conflicts.Select(c => c.Text + words.Cites(c.Cites))]);
        html.Element("p", words.Say($"规则 {d.RuleSetId}，{FeelDate.Format(d.RuleSetVersion)}起施行", $"Rules {d.RuleSetId}, in force from {FeelDate.Format(d.RuleSetVersion)}")
            + (p.ConfirmedBy is { } by ? words.Say($"；由{by}审核确认", $"; confirmed by the {by}") + words.Cites(d.ConfirmedBy!.Cites) : ""));

        void Lines(string heading, IReadOnlyList<string> lines)
        {
            if (lines.Count == 0) return;
            html.Element("h3", heading);
            html.List(lines);
        }
    }

    private static string Of(string? name, Words words) => name is null ? "" : words.Brackets(name);

    /// <summary>The articles, those of one instrument behind its name.</summary>
    public static string Cites(IReadOnlyList<string> cites, Words words) => string.Join(words.Say("；", "; "), cites.Select(Split).GroupBy(c => c.Source)
        .Select(g => $"{g.Key} {string.Join(words.Comma, g.Select(c => c.Article))}".TrimEnd()));

    private static (string Source, string Article) Split(string cite) => cite.LastIndexOf(' ') is > 0 and var at ? (cite[..at], cite[(at + 1)..]) : (cite, "");

    /// <summary>A sign and a word: the sign alone may be lost in print or not be read aloud.</summary>
    private static string Mark(FindingOutcome outcome, Words words) => outcome switch
    {
        FindingOutcome.Met => words.Say("✓ 符合", "✓ met"),
        FindingOutcome.NotMet => words.Say("✗ 不符合", "✗ not met"),
        _ => words.Say("? 不能判断", "? cannot be told"),
    };
}
