using System.Text;
using System.Text.RegularExpressions;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Explanation;

/// <summary>
/// The rules of a programme in one month as prose: what a clerk can read aloud. No key of a rule file stands in it; each item names
/// the layer it comes from and its article.
/// </summary>
internal sealed partial class RulesInWords
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    private readonly MonthRules _month;
    private readonly ProgrammeRules _rules;
    private readonly Language _language;
    private readonly Func<string, LocalText?> _placeName;
    private readonly List<RuleWords> _entries = [];
    private readonly StringBuilder _text = new();
    private (string Section, string Key, string Lead) _entry = ("", "", "");
    private int _section;

    private RulesInWords(MonthRules month, ProgrammeRules rules, Language language, Func<string, LocalText?> placeName)
    {
        _month = month;
        _rules = rules;
        _language = language;
        _placeName = placeName;
    }

    private bool Zh => _language == Language.Chinese;

    private MergedRules Merged => _rules.Merged;

    /// <param name="month">The rules of the month.</param>
    /// <param name="programme">The programme's key.</param>
    /// <param name="language">The language.</param>
    /// <param name="placeName">The name of a place by its code, for the layers.</param>
    public static string Write(MonthRules month, string programme, Language language, Func<string, LocalText?> placeName)
    {
        return string.Concat(Entries(month, programme, language, placeName).Select(e => e.Lead + e.Text));
    }

    /// <summary>The same item by item, so that two versions can be compared.</summary>
    public static IReadOnlyList<RuleWords> Entries(MonthRules month, string programme, Language language, Func<string, LocalText?> placeName)
    {
        var words = new RulesInWords(month, month.Plan.Rules.Find(programme)!, language, placeName);
        words.Write();
        words.Entry("");
        return words._entries;
    }

    /// <summary>Begins an item; what is written from here belongs to it.</summary>
    /// <param name="key">What finds it in another version; empty for headings.</param>
    /// <param name="lead">What stands before its text without being part of it.</param>
    private void Entry(string key, string lead = "")
    {
        if (_text.Length > 0) _entries.Add(new RuleWords(_entry.Section, _entry.Key, _entry.Lead, _text.ToString()));
        _text.Clear();
        _entry = (_entry.Section, key, lead);
    }

    private string Say(string zh, string en) => Zh ? zh : en;

    private string Say(LocalText text) => text.In(_language);

    private void Line(string text = "") => _text.Append(text).Append('\n');

    /// <summary>An item of one line.</summary>
    private void Each(string key, string line)
    {
        Entry(key);
        Line(line);
    }

    private void Section(string zh, string en)
    {
        Entry("");
        _entry.Section = Say(zh, en);
        Line();
        _section++;
        Line(Say($"{Numerals[_section - 1]}、{zh}", $"{_section}. {en}"));
    }

    private void Write()
    {
        Line(Say($"{Merged.Top.Title.Zh}　{_month.Month.Year}年{_month.Month.Month}月　按{FeelDate.Format(_month.KnownAt)}所知",
            $"{Merged.Top.Title.En}, {FeelDate.Format(_month.Month)}, as known on {FeelDate.Format(_month.KnownAt)}"));
        if (_month.Gaps.TryGetValue(_rules.Programme, out var gap))
        {
            Entry("gap");
            Line(Say(gap.Text));
            return;
        }
        Layers();
        Applies();
        Parameters();
        Derived();
        Criteria();
        Routes();
        Exclusions();
        Benefits();
        Procedure();
        Conflicts();
    }

    private void Layers()
    {
        Section("依据的文件", "The files that speak");
        foreach (var f in Merged.Files)
        {
            Entry($"{f.Jurisdiction} {f.OverlayName}");
            var published = f.Published is { } p ? Say($"，{FeelDate.Format(p)}公布", $", published {FeelDate.Format(p)}") : Say("，公布日期不明", ", day of publication not known");
            var kind = f.IsOverlay ? Say("（假设）", " (assumed)") : "";
            Line($"  {Layer(f)}{Say("：", ": ")}{Say(f.Title)}{kind}{(f.IsOverlay ? "" : Say($"，{FeelDate.Format(f.From)}起施行{published}", $", in force from {FeelDate.Format(f.From)}{published}"))}");
            if (f.CurrentThrough is { } through) Line($"    {Say($"现行有效查证到{FeelDate.Format(through)}", $"shown to be current through {FeelDate.Format(through)}")}{Say("：", ": ")}{Say(f.CurrencyNote!)}");
            if (f.Reviews.Count > 0) Line($"    {Reviewed(f, f.Reviews[^1])}");
        }
        foreach (var r in Merged.Removals) Each($"remove {r.Definition.Name}", $"  {Say("不沿用下层的一项规定", "One inherited provision does not apply")}{Cites(r.Definition.Cites)}");
    }

    private string Reviewed(RuleFile file, Review review)
    {
        var against = string.Join(Say("、", ", "), review.Against);
        // A note names items by their keys, for who looks into the file; here they are called as everywhere.
        var labels = _rules.Items.Select(i => (i.Name, i.Label)).Concat(_rules.Parameters.Select(p => (p.Name, p.Label))).Concat(file.Items.Select(i => (i.Name, i.Label))).DistinctBy(i => i.Name).ToDictionary(i => i.Name, i => i.Label, StringComparer.Ordinal);
        var note = review.Note is { } n ? Say("：", ": ") + Key().Replace(Say(n), m => labels.TryGetValue(m.Value, out var label) ? Say($"“{label.Zh}”", $"“{label.En}”") : m.Value) : "";
        return Say($"{FeelDate.Format(review.On)}由{review.By.Zh}对照{against}复核", $"compared with {against} on {FeelDate.Format(review.On)} by the {review.By.En}") + note;
    }

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Key();

    private string Layer(RuleFile file) => _placeName(file.Jurisdiction) is { } name ? Say(name) : file.Jurisdiction;

    private string Title(string key) => _month.Plan.Rules.Find(key) is { } p ? Say(p.Merged.Top.Title) : key;

    /// <summary>What a key that stands in a fact is called: the title of a programme, or the label of a route.</summary>
    private LocalText? TitleOf(string key) =>
        _month.Plan.Rules.Find(key)?.Merged.Top.Title ?? Merged.Routes.FirstOrDefault(r => r.Definition.Name == key)?.Definition.Label;

    private string Words(BoundExpression e, EntityDeclaration? self = null) => Prose.Of(e, _language, TitleOf, self);

    private void Applies()
    {
        if (Merged.Applies is not { } a) return;
        Section("适用范围", "Whom the programme concerns");
        Entry("applies");
        Line($"  {Words(_rules.First(ItemKind.Applies).Bound)}{Say("。", ".")}{Source(a.File, a.Definition.Cites)}");
    }

    private void Parameters()
    {
        if (_rules.Parameters.Count == 0) return;
        Section("标准和数值", "Standards and figures");
        foreach (var p in _rules.Parameters)
        {
            var used = _month.Used[p];
            var unit = new Words(_language).Unit(p.Unit);
            Entry(p.Name);
            if (used.Count == 0)
            {
                var missing = _month.Parameters[p.Index].Plain;
                Line($"  {Say(missing.Causes.Items[0].Text)}{Source(p.File, p.Definition.Cites)}");
                continue;
            }
            foreach (var m in used)
            {
                var v = m.Definition;
                Entry($"{p.Name} {v.Key}");
                var key = v.Key.Length == 0 ? "" : Say($"（{KeyLabel(p, v.Key)}）", $" ({KeyLabel(p, v.Key)})");
                var published = v.Published is { } d ? Say($"，{FeelDate.Format(d)}公布", $", published {FeelDate.Format(d)}") : Say("，公布日期不明", ", day of publication not known");
                var through = v.AttestedThrough is { } t ? Say($"，查证到{FeelDate.Format(t)}", $", attested through {FeelDate.Format(t)}") : "";
                Line($"  {Say(p.Label)}{key}{Say("：", ": ")}{Display.Of(v.Value, _language, Display.IsMoney(p.Unit))}{unit}{Say($"，{FeelDate.Format(v.From)}起", $", from {FeelDate.Format(v.From)}")}{published}{through}"
                    + $"{Source(m.File, v.Cites)}{Status(v.Status, v.Note)}");
            }
        }
    }

    private string KeyLabel(RuleParameter p, string key)
    {
        var parts = key.Split(", ");
        for (var i = 0; i < parts.Length; i++)
            if (_month.Plan.Rules.Vocabulary.Entities.Select(e => e.Attribute(p.By[i])).FirstOrDefault(a => a is not null)?.Code(parts[i]) is { } code) parts[i] = Say(code.Label);
        return string.Join(Say("、", ", "), parts);
    }

    private void Derived()
    {
        var items = _rules.Items.Where(i => i.Kind == ItemKind.Derived).ToArray();
        if (items.Length == 0) return;
        Section("计算口径", "How figures are computed");
        foreach (var i in items) Item(i, i.Bound);
    }

    private void Item(RuleItem i, BoundExpression bound)
    {
        Entry($"{i.Entity.Name} {i.Name}");
        var whose = i.Entity.Parent is null ? "" : Say($"（每一{i.Entity.Label.Zh}）", $" (each {i.Entity.Label.En})");
        Line($"  {Say(i.Label)}{whose}{Say("：", ": ")}{Words(bound, i.Entity)}{Say("。", ".")}{Source(i.File, i.Definition!.Cites)}{Status(i.Definition.Status, i.Definition.Note)}");
        foreach (var r in i.Definition.Interpretations)
            Line($"    {Say("本引擎的理解：", "Our interpretation: ")}{Say(r.Note)}{Cites(r.Cites)}");
    }

    private void Criteria()
    {
        var items = _rules.Items.Where(i => i.Kind == ItemKind.Criterion).ToArray();
        if (items.Length == 0) return;
        Section("条件", "Conditions");
        foreach (var i in items) Item(i, i.Bound);
    }

    private void Routes()
    {
        Section("如何纳入", "Ways in");
        var n = 0;
        foreach (var m in Merged.Routes)
        {
            var test = _rules.Items.First(i => i.Kind == ItemKind.RouteTest && i.Name == $"#route:{m.Definition.Name}");
            var covers = _rules.Items.FirstOrDefault(i => i.Kind == ItemKind.RouteCovers && i.Of == test);
            var whom = test.Entity.Parent is not null ? Say($"该{test.Entity.Label.Zh}本人", $"that {test.Entity.Label.En} alone") : covers is null ? Say("全部家庭人员", "everybody in the household") : Words(covers.Bound);
            var cls = m.Definition.Class is { } c && Merged.ClassLabel(c) is { } label ? Say($"，列为{label.Zh}", $", as {label.En}") : "";
            n++;
            Entry($"route {m.Definition.Name}", $"  {Say($"（{n}）", $"({n}) ")}");
            Line($"{Say(m.Definition.Label)}{Say("：", ": ")}{Words(test.Bound)}{Say($"的，纳入{whom}{cls}。", $": covers {whom}{cls}.")}{Source(m.File, m.Definition.Cites)}{Status(m.Definition.Status, m.Definition.Note)}");
        }
        if (n > 1) Each("order", Say("  以上依次适用，先符合者优先；有家庭整体符合的，不再逐人判断。", "  They are tried in this order; where the household comes in as a whole, its members are not tried one by one."));
    }

    private void Exclusions()
    {
        if (Merged.Exclusions.Count == 0) return;
        Section("不重复享受", "Not together with");
        foreach (var m in Merged.Exclusions)
            Each($"exclusion {m.Definition.Programme} {m.Definition.OfPerson}", $"  {Say(m.Definition.OfPerson ? "享受者本人已享受的：" : "家庭已享受的：", m.Definition.OfPerson ? "for a person who draws: " : "for a household that draws: ")}{Title(m.Definition.Programme)}{Source(m.File, m.Definition.Cites)}");
    }

    private void Benefits()
    {
        Section("待遇", "Payments");
        foreach (var i in _rules.Items.Where(i => i.Kind == ItemKind.Benefit))
        {
            var b = (BenefitDefinition)i.Definition!;
            Entry($"benefit {b.Name}");
            var payer = Merged.PayerLabel(b.Payer) is { } label ? Say(label) : b.Payer;
            var when = _rules.Items.FirstOrDefault(x => x.Name == $"#when:{b.Name}") is { } w && Words(w.Bound) is var words && w.Bound is not BoundItem { Item: RuleItem { Kind: ItemKind.Entitled } } ? Say($"{words}的，", $"where {words}: ") : "";
            var each = i.Entity.Parent is null ? "" : Say("每人", "each person ");
            var rounding = b.Rounding is { } r ? Say("；", "; ") + RoundingText.Of(r, _language) + Cites(r.Cites) + Status(r.Status, r.Note) : "";
            var form = b.ToAccount ? Say("，记入服务账户，不与现金相加", ", credited to a service account, not cash") : "";
            Line($"  {Say(b.Label)}{Say("：", ": ")}{when}{each}{Say("每月 ", "monthly ")}{Words(i.Of!.Bound)}{Say($"，由{payer}发放", $", paid by {payer}")}{form}{Source(i.File, b.Cites)}{Status(b.Status, b.Note)}{rounding}");
        }
        foreach (var m in Merged.NotStated) Each($"notStated {m.Definition.Name}", $"  {Say("未载明：", "Not stated: ")}{Say(m.Definition.Note)}{Source(m.File, m.Definition.Cites)}");
        if (Merged.Benefits.Count == 0 && Merged.NotStated.Count == 0) Each("noCash", Say("  没有现金待遇。", "  No cash is paid."));
    }

    private void Procedure()
    {
        if (Merged.Procedure is not { } m) return;
        Section("程序", "Procedure");
        var p = m.Definition;
        if (p.Level is not null)
            Each("confirmedBy", $"  {Say($"由{LevelName(p)}审核确认", $"confirmed by the {LevelName(p)}")}{Source(m.File, p.ConfirmedByCites)}");
        if (Merged.UnpermittedDelegation is { } d)
            Each("delegation", $"  {Say("权限下放须有上级规定，本库没有，下放不予认定", "delegation needs a permission from above, none is held, and it is not recognised")}{(d.Definition.Note is { } note ? Say("：", ": ") + Say(note) : "")}{Cites(d.Definition.Cites)}");
        foreach (var s in p.Steps.Where(s => s.Kind is null || s.Kind == p.Kind))
        {
            var limit = s.Limit is { } days ? Say($"：{days}{(s.WorkingDays ? "个工作日" : "天")}内", $": within {days} {(s.WorkingDays ? "working days" : "days")}") : "";
            Each($"step {s.Name}", $"  {Say(s.Label)}{limit}{Cites(s.Cites)}");
        }
        if (p.Hearing is { } h)
        {
            var (zh, en) = (h.BeforeReduction && h.BeforeTermination ? "调减、终止" : h.BeforeReduction ? "调减" : "终止", h.BeforeReduction && h.BeforeTermination ? "a reduction or termination" : h.BeforeReduction ? "a reduction" : "a termination");
            Each("hearing", $"  {Say($"作出{zh}决定前应当听取救助对象的意见", $"before {en} the views of those concerned must be heard")}{(h.Note is { } note ? Say("：", ": ") + Say(note) : "")}{Cites(h.Cites)}");
        }
        foreach (var (text, cites) in p.Notes) Each($"note {text.En}", $"  {Say(text)}{Cites(cites)}");
        if (p.Remedy is { } remedy) Each("remedy", $"  {Say(remedy.Text)}{Cites(remedy.Cites)}");
    }

    private string LevelName(ProcedureDefinition p) => (p.Level, p.Kind) switch
    {
        ("county", _) => Say("县级民政部门", "county civil-affairs department"),
        ("township", "entrusted") => Say("乡镇人民政府（街道办事处）受委托", "township, entrusted by the county"),
        ("township", "delegated") => Say("乡镇人民政府（街道办事处）（权限下放）", "township, by delegated authority"),
        ("township", _) => Say("乡镇人民政府（街道办事处）", "township"),
        _ => p.Level!,
    };

    private void Conflicts()
    {
        var conflicts = _rules.Items.Where(i => i.Definition is not null && i.Kind is ItemKind.Derived or ItemKind.Criterion or ItemKind.RouteTest or ItemKind.Benefit)
            .SelectMany(i => i.Definition!.Conflicts.Select(c => (i.Label, c))).ToArray();
        if (conflicts.Length == 0) return;
        Section("与其他文件不一致之处", "Where another text says otherwise");
        foreach (var (label, c) in conflicts) Each($"conflict {label.En} {c.Cite}", $"  {Say(label)}{Say("：", ": ")}{Say(c.Note)}{Cites([c.Cite])}");
    }

    private string Source(RuleFile file, IReadOnlyList<Citation> cites)
    {
        var layer = Layer(file);
        return cites.Count == 0 ? Say($" 〔{layer}〕", $" [{layer}]") : Say($" 〔{layer}：{string.Join("；", cites)}〕", $" [{layer}: {string.Join("; ", cites)}]");
    }

    private string Cites(IReadOnlyList<Citation> cites) => cites.Count == 0 ? "" : Say($" 〔{string.Join("；", cites)}〕", $" [{string.Join("; ", cites)}]");

    private string Status(RuleStatus status, LocalText? note)
    {
        var name = status switch
        {
            RuleStatus.SecondHand => Say("转引", "second-hand"),
            RuleStatus.Interpretation => Say("本引擎的理解", "our interpretation"),
            RuleStatus.ObservedPractice => Say("实际做法", "observed practice"),
            RuleStatus.Assumed => Say("假设", "assumed"),
            _ => null,
        };
        if (name is null) return "";
        return note is null ? Say($"（{name}）", $" ({name})") : Say($"（{name}：{note.Zh}）", $" ({name}: {note.En})");
    }
}

/// <summary>One item of rules in words.</summary>
/// <param name="Section">The heading under which it stands; empty above the first one.</param>
/// <param name="Key">What finds the item in another version; empty for headings.</param>
/// <param name="Lead">What stands before the text without being part of it, such as a number.</param>
/// <param name="Text">Its lines, each with its end.</param>
internal sealed record RuleWords(string Section, string Key, string Lead, string Text);
