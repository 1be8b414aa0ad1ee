using System.Text;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>An assessment as plain text: outcome, amount with its arithmetic, criteria, articles, readings, what is missing.</summary>
public sealed class TextAnswer
{
    private readonly Answer _answer;
    private readonly Words _words;
    private readonly bool _audit;
    private readonly StringBuilder _text = new();

    private TextAnswer(Answer answer, bool audit)
    {
        _answer = answer;
        _words = answer.Words;
        _audit = audit;
    }

    /// <summary>The text of an assessment for whoever decides. Lines end in LF.</summary>
    public static string Write(Assessment assessment, Language language) => Write(assessment, language, Reader.Approver);

    /// <summary>The text of an assessment for one kind of reader. Lines end in LF.</summary>
    public static string Write(Assessment assessment, Language language, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (reader == Reader.Family) return FamilyText.Write(FamilyAnswer.Of(assessment, language));
        var text = new TextAnswer(Answer.Of(assessment, language), reader == Reader.Auditor);
        text.Write();
        return text._text.ToString();
    }

    private string Say(string zh, string en) => _words.Say(zh, en);

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private void Write()
    {
        var a = _answer.Assessment;
        Line(Say($"{_answer.Place}（{a.Jurisdiction}）　{_words.Month(a.Month)}　按{FeelDate.Format(a.KnownAt)}所知的规则",
            $"{_answer.Place} ({a.Jurisdiction}), {_words.Month(a.Month)}, by the rules known on {FeelDate.Format(a.KnownAt)}"));
        foreach (var p in _answer.Programmes) Write(p);
        if (_answer.NotApplicable.Count > 0)
        {
            Line();
            Line(Say("不涉及的项目", "Programmes that do not apply"));
            foreach (var r in _answer.NotApplicable) Line($"  {r.Title}{_words.Colon}{r.Text}{_words.Cites(r.Cites)}");
        }
        Totals();
    }

    private void Write(ProgrammeAnswer p)
    {
        var d = p.Decision;
        Line();
        Line($"■ {p.Title}{_words.Colon}{Outcome(p)}");
        foreach (var x in p.Payments)
        {
            var by = Say($"，{x.Payer}{(x.ToAccount ? "，记入服务账户" : "发放")}", $", paid by {x.Payer}{(x.ToAccount ? " to a service account" : "")}");
            Line($"  {x.Label}{Of(x.Who)} {x.Amount}{_words.Colon}{x.Arithmetic}{by}{_words.Cites(x.Cites)}");
        }
        if (p.Together is not null) Line($"  {Say("合计", "together")} {p.Together}");
        if (p.Covered.Count > 0) Line($"  {Say("保障对象", "Covered")}{_words.Colon}{string.Join(_words.Comma, p.Covered)}");
        if (p.Steps.Count > 0) Line(Say("  计算", "  Computation"));
        foreach (var s in p.Steps) Line($"    {s.Label}{Of(s.Whose)} = {s.Arithmetic}{_words.Cites(s.Cites)}");
        if (p.Findings.Count > 0) Line(Say("  条件", "  Criteria"));
        foreach (var f in p.Findings) Line($"    {Mark(f.Outcome)} {(f.Persons.Count == 0 ? "" : string.Join(_words.Comma, f.Persons) + _words.Colon)}{f.Text}{_words.Cites(f.Cites)}");
        if (d.Missing.Count > 0) Line(Say("  缺少", "  Missing"));
        foreach (var m in d.Missing) Line($"    ? {_words.Say(m.Text)}{(m.ObtainFrom is { } from ? Say($"（取自：{from.Zh}）", $" (from: {from.En})") : "")}");
        Cautions(p);
        var confirmed = p.ConfirmedBy is { } c ? Say($"；由{c}审核确认", $"; confirmed by the {c}") + _words.Cites(d.ConfirmedBy!.Cites) : "";
        Line(Say($"  依据 {d.RuleSetId}（{FeelDate.Format(d.RuleSetVersion)}起施行，{d.RuleSetHash}）{confirmed}", $"  Rules {d.RuleSetId} (in force from {FeelDate.Format(d.RuleSetVersion)}, {d.RuleSetHash}){confirmed}"));
        if (_audit) AuditText.Write(Audit.Of(_answer, p), _words, _text);
    }

    private string Of(string? name) => name is null ? "" : _words.Brackets(name);

    private static string Mark(FindingOutcome outcome) => outcome switch { FindingOutcome.Met => "✓", FindingOutcome.NotMet => "✗", _ => "?" };

    private string Outcome(ProgrammeAnswer p)
    {
        var outcome = _words.Outcome(p.Decision.Outcome);
        if (p.Decision.Outcome != Eligibility.Outcome.Eligible) return outcome;
        return outcome + Of(p.Way) + (p.Amount is { } amount ? Say($"，每月 {amount}", $", {amount} a month") : Say("，金额未知", ", amount not known"));
    }

    private void Cautions(ProgrammeAnswer p)
    {
        if (p.Cautions.Count + p.Conflicts.Count > 0) Line(Say("  注意", "  Note"));
        foreach (var c in p.Cautions) Line($"    ! {c.Kind}{_words.Colon}{c.Text}{_words.Cites(c.Cites)}");
        if (p.Conflicts.Count == 0) return;
        var cites = p.Conflicts.SelectMany(c => c.Cites).Distinct();
        Line(Say($"    ! 与其他文件不一致 {p.Conflicts.Count} 处，均按本地规定计算，逐条见规则原文说明（show）：{string.Join("、", cites)}",
            $"    ! other texts say otherwise in {p.Conflicts.Count} places; the local text was followed, `show` lists each: {string.Join(", ", cites)}"));
    }

    private void Totals()
    {
        if (_answer.Totals.Count == 0) return;
        Line();
        Line(Say("合计", "Totals"));
        foreach (var t in _answer.Totals)
        {
            var account = t.ToAccount ? Say("（记入服务账户）", " (to a service account)") : "";
            Line($"  {t.Payer}{account} {t.Amount}{(t.Complete ? "" : Say("，另有金额未知的项目", ", and amounts that are not known"))}");
        }
    }
}
