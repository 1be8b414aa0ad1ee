using System.Text;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>An assessment as plain text for whoever decides: outcome, amount with its arithmetic, criteria, articles, readings, what is missing.</summary>
public sealed class TextAnswer
{
    private readonly Assessment _assessment;
    private readonly Language _language;
    private readonly StringBuilder _text = new();

    private TextAnswer(Assessment assessment, Language language)
    {
        _assessment = assessment;
        _language = language;
    }

    private bool Zh => _language == Language.Chinese;

    /// <summary>The text of an assessment. Lines end in LF.</summary>
    public static string Write(Assessment assessment, Language language)
    {
        var answer = new TextAnswer(assessment, language);
        answer.Write();
        return answer._text.ToString();
    }

    private string Say(string zh, string en) => Zh ? zh : en;

    private string Say(LocalText text) => text.In(_language);

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private void Write()
    {
        var a = _assessment;
        var place = Say(a.PlaceName);
        Line(Say($"{place}（{a.Jurisdiction}）　{a.Month.Year}年{a.Month.Month}月　按{FeelDate.Format(a.KnownAt)}所知的规则",
            $"{place} ({a.Jurisdiction}), {FeelDate.Format(a.Month)}, by the rules known on {FeelDate.Format(a.KnownAt)}"));
        var applicable = a.Decisions.Where(d => d.NotApplicable is null).OrderBy(d => d.Outcome).ThenBy(d => d.Rules.First(ItemKind.Eligible).Order).ToArray();
        foreach (var d in applicable) Write(d);
        var rest = a.Decisions.Where(d => d.NotApplicable is not null).ToArray();
        if (rest.Length > 0)
        {
            Line();
            Line(Say("不涉及的项目", "Programmes that do not apply"));
            foreach (var d in rest) Line($"  {Say(d.Title)}{Say("：", ": ")}{Say(d.NotApplicable!)}{Cites(DecisionMaker.Cites(d.Rules.Merged.Applies!.Definition.Cites))}");
        }
        Totals();
    }

    private void Write(Decision d)
    {
        Line();
        Line($"{Say("■ ", "■ ")}{Say(d.Title)}{Say("：", ": ")}{Outcome(d)}");
        foreach (var p in d.Payments) Payment(d, p);
        if (d.Payments.Count > 1 && d.AmountIfKnown is { } total)
            Line($"  {Say("合计", "together")} {string.Join(" + ", d.Payments.Select(p => p.Amount.Yuan.ToDisplay(true, _language)))} = {Money(total)}");
        Covered(d);
        Steps(d);
        Findings(d);
        if (d.Missing.Count > 0)
        {
            Line(Say("  缺少", "  Missing"));
            foreach (var m in d.Missing) Line($"    ? {Say(m.Text)}{(m.ObtainFrom is { } from ? Say($"（取自：{from.Zh}）", $" (from: {from.En})") : "")}");
        }
        Warnings(d);
        var by = d.ConfirmedBy is { Level: not null } c ? Say($"；由{Level(c)}审核确认", $"; confirmed by the {Level(c)}") + Cites(c.Cites) : "";
        Line(Say($"  依据 {d.RuleSetId}（{FeelDate.Format(d.RuleSetVersion)}起施行，{d.RuleSetHash}）{by}", $"  Rules {d.RuleSetId} (in force from {FeelDate.Format(d.RuleSetVersion)}, {d.RuleSetHash}){by}"));
    }

    private string Outcome(Decision d)
    {
        var route = d.Route is null ? d.Covered.Select(c => c.Route).Distinct().SingleOrDefault() : d.Route;
        var label = d.Rules.Merged.Routes.FirstOrDefault(r => r.Definition.Name == route)?.Definition.Label;
        var way = label is null ? "" : Say($"（{label.Zh}）", $" ({label.En})");
        return d.Outcome switch
        {
            Eligibility.Outcome.Eligible when d.AmountIfKnown is { } m => Say($"符合条件{way}，每月 {Money(m)}", $"eligible{way}, {Money(m)} a month"),
            Eligibility.Outcome.Eligible => Say($"符合条件{way}，金额未知", $"eligible{way}, amount not known"),
            Eligibility.Outcome.Ineligible => Say("不符合条件", "not eligible"),
            _ => Say("尚不能确定", "undetermined"),
        };
    }

    private string Money(Money m) => Say($"{m.Yuan.ToDisplay(true, _language)} 元", $"{m.Yuan.ToDisplay(true, _language)} yuan");

    private void Payment(Decision d, Payment p)
    {
        var item = d.Rules.Items.First(i => i.Kind == ItemKind.Benefit && i.Name == p.Benefit);
        var run = _assessment.Run;
        var instance = run.Instances(item).First(i => p.Person is null ? i.Parent is null : DecisionMaker.KeyOf(i) == p.Person);
        var who = p.Person is null ? "" : Say($"（{instance.DisplayName}）", $" ({instance.DisplayName})");
        var payer = d.Rules.Merged.PayerLabel(p.Payer);
        var by = Say($"，{payer?.Zh ?? p.Payer}{(p.ToAccount ? "，记入服务账户" : "发放")}", $", paid by {payer?.En ?? p.Payer}{(p.ToAccount ? " to a service account" : "")}");
        var exact = item.Of!;
        var figures = Prose.WithValues(exact.Bound, run, instance, _language);
        var value = run[exact, instance].Number;
        var result = value.ToDisplay(true, _language);
        var paid = p.Amount.Yuan.ToDisplay(true, _language);
        var rounding = value == p.Amount.Yuan ? "" : Say($" ≈ {paid}（{Rounding(item)}）", $" ≈ {paid} ({Rounding(item)})");
        var arithmetic = figures == result ? $"{result}{rounding}" : $"{figures} = {result}{rounding}";
        Line($"  {Say(p.Label)}{who} {Money(p.Amount)}{Say("：", ": ")}{arithmetic}{by}{Cites(DecisionMaker.Cites(item.Definition!.Cites))}");
    }

    private string Rounding(RuleItem item) => ((BenefitDefinition)item.Definition!).Rounding is { } r ? RoundingText.Of(r, _language) : "";

    private void Covered(Decision d)
    {
        if (d.Covered.Count == 0) return;
        var persons = d.Covered.Select(c => _assessment.Run.Facts.Instances(d.Rules.First(ItemKind.Entitled).Entity).First(i => DecisionMaker.KeyOf(i) == c.Person).DisplayName);
        Line(Say($"  保障对象：{string.Join("、", persons)}", $"  Covered: {string.Join(", ", persons)}"));
    }

    /// <summary>The computed figures that the decision rests on, each with its arithmetic; what came to nothing is left out, and so is what only counts years.</summary>
    private void Steps(Decision d)
    {
        var run = _assessment.Run;
        var lines = new List<string>();
        foreach (var s in Derivation.Of(run, d.Rules).Steps)
        {
            if (s.Item.Kind != ItemKind.Derived || s.Item.Owner != d.Rules || s.Item.Unit is null || s.Value.Kind != ValueKind.Number || s.Value.Number.Sign == 0) continue;
            var (result, figures) = (StepText.Result(s, _language), StepText.WithValues(s, run, _language));
            var whose = s.Instance.Parent is null ? "" : Say($"（{s.Instance.DisplayName}）", $" ({s.Instance.DisplayName})");
            var sign = s.Value.Number.Scale is null ? "≈" : "=";
            lines.Add($"    {Say(s.Item.Label)}{whose} = {(figures == result ? result : $"{figures} {sign} {StepText.Short(s, _language)}")}{Cites(DecisionMaker.Cites(s.Item.Definition!.Cites))}");
        }
        if (lines.Count == 0) return;
        Line(Say("  计算", "  Computation"));
        foreach (var line in lines) Line(line);
    }

    private void Warnings(Decision d)
    {
        if (d.Warnings.Count == 0) return;
        Line(Say("  注意", "  Note"));
        foreach (var w in d.Warnings.Where(w => w.Kind != WarningKind.Conflict)) Line($"    ! {Kind(w.Kind)}{Say("：", ": ")}{Say(w.Text)}{Cites(w.Cites)}");
        var conflicts = d.Warnings.Where(w => w.Kind == WarningKind.Conflict).ToArray();
        if (conflicts.Length > 0)
            Line(Say($"    ! 与其他文件不一致 {conflicts.Length} 处，均按本地规定计算，逐条见规则原文说明（show）：{string.Join("、", conflicts.SelectMany(w => w.Cites).Distinct())}",
                $"    ! other texts say otherwise in {conflicts.Length} places; the local text was followed, `show` lists each: {string.Join(", ", conflicts.SelectMany(w => w.Cites).Distinct())}"));
    }

    private void Findings(Decision d)
    {
        if (d.Findings.Count == 0) return;
        Line(Say("  条件", "  Criteria"));
        // The same sentence about several persons is said once.
        foreach (var group in d.Findings.GroupBy(f => (f.Criterion, f.Outcome, Text: Say(f.Sentence.Value))))
        {
            var mark = group.Key.Outcome switch { FindingOutcome.Met => "✓", FindingOutcome.NotMet => "✗", _ => "?" };
            var whose = group.First().Person is null ? "" : string.Join(Say("、", ", "), group.Select(f => NameOf(d, f))) + Say("：", ": ");
            Line($"    {mark} {whose}{group.Key.Text}{Cites(group.First().Cites)}");
        }
    }

    private string NameOf(Decision d, Finding f)
    {
        var entity = d.Rules.Items.First(i => i.Kind == ItemKind.Criterion && i.Name == f.Criterion).Entity;
        return _assessment.Run.Facts.Instances(entity).First(i => DecisionMaker.KeyOf(i) == f.Person).DisplayName;
    }

    private void Totals()
    {
        var totals = _assessment.Totals();
        if (totals.Count == 0) return;
        Line();
        Line(Say("合计", "Totals"));
        foreach (var t in totals)
        {
            var label = _assessment.Decisions.Select(d => d.Rules.Merged.PayerLabel(t.Payer)).FirstOrDefault(l => l is not null);
            var account = t.ToAccount ? Say("（记入服务账户）", " (to a service account)") : "";
            var open = t.Complete ? "" : Say("，另有金额未知的项目", ", and amounts that are not known");
            Line($"  {(label is null ? t.Payer : Say(label))}{account} {Money(t.Amount)}{open}");
        }
    }

    private string Cites(IReadOnlyList<string> cites) => cites.Count == 0 ? "" : Say($" 〔{string.Join("；", cites)}〕", $" [{string.Join("; ", cites)}]");

    private string Level(Confirmation c) => (c.Level, c.Kind) switch
    {
        (_, "delegated") => Say("乡镇人民政府（街道办事处）（权限下放）", "township, by delegated authority"),
        (_, "entrusted") => Say("乡镇人民政府（街道办事处）（受委托）", "township, entrusted by the county"),
        ("county", _) => Say("县级民政部门", "county civil-affairs department"),
        ("township", _) => Say("乡镇人民政府（街道办事处）", "township"),
        _ => c.Level ?? Say("未载明", "not stated"),
    };

    private string Kind(WarningKind kind) => kind switch
    {
        WarningKind.Interpretation => Say("本引擎的理解", "our interpretation"),
        WarningKind.SecondHand => Say("转引，未见原文", "second-hand, the text was not seen"),
        WarningKind.ObservedPractice => Say("实际做法，非条文", "observed practice, not a text"),
        WarningKind.Assumed => Say("假设", "assumed"),
        WarningKind.Conflict => Say("与其他文件不一致", "conflict with another text"),
        WarningKind.Unattested => Say("未查证", "not attested"),
        WarningKind.Currency => Say("效力待核实", "currency not verified"),
        WarningKind.Conditional => Say("有前提", "conditional"),
        _ => Say("公布日期不明", "publication not dated"),
    };
}
