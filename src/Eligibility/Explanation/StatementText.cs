using System.Text;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>A statement as a table for whoever decides: month, programme, payment, and the version and values behind it where they change.</summary>
public sealed class StatementText
{
    private readonly Statement _statement;
    private readonly Words _words;
    private readonly StringBuilder _text = new();
    private readonly TextTable _table = new(false, false, false, false, true, false);
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, string> _lastBasis = new(StringComparer.Ordinal);

    private StatementText(Statement statement, Language language)
    {
        _statement = statement;
        _words = new Words(language);
    }

    /// <summary>The text of a statement. Lines end in LF.</summary>
    public static string Write(Statement statement, Language language)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var text = new StatementText(statement, language);
        text.Write();
        return text._text.ToString();
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private string Figure(Money m) => m.Yuan.ToDisplay(true, _words.Language);

    private void Write()
    {
        var known = FeelDate.Format(_statement.KnownAt);
        var (from, to) = (FeelDate.Format(_statement.Months[0].Month), FeelDate.Format(_statement.Months[^1].Month));
        var places = _statement.Months.Select(m => m.Assessment).OfType<Assessment>().Select(a => $"{_words.Say(a.PlaceName)}{_words.Say("（", " (")}{a.Jurisdiction}{_words.Say("）", ")")}").Distinct().ToArray();
        Line(_words.Say($"{string.Join(" → ", places)}　{from} 至 {to}　按{known}所知的规则和事实", $"{string.Join(" -> ", places)}, {from} to {to}, by the rules and facts known on {known}"));
        foreach (var a in _statement.Assumptions) Line(_words.Assumption(a));
        Line();
        _table.Row(_words.Say("月份", "month"), _words.Say("项目", "programme"), _words.Say("待遇", "payment"), _words.Say("人员", "person"), _words.Say("金额（元）", "yuan"), _words.Say("依据和数值（变动时）", "basis and values (where they change)"));
        var involved = _statement.Months.SelectMany(m => m.Decisions).Where(d => d.NotApplicable is null).Select(d => d.Programme).ToHashSet();
        foreach (var month in _statement.Months) Write(month, involved);
        _table.WriteTo(_text);
        for (var i = 0; i < _notes.Count; i++) Line($"{(i == 0 ? "\n" : "")}  [{i + 1}] {_notes[i]}");
        Totals();
        var hearings = _statement.Hearings();
        if (hearings.Count > 0) Line();
        foreach (var h in hearings)
        {
            var note = h.Note is null ? "" : _words.Brackets(_words.Say(h.Note));
            Line(_words.Say($"! {FeelDate.Format(h.Month)} {h.Title.Zh}：作出{(h.IsTermination ? "终止" : "调减")}决定前应当听取救助对象的意见{note}", $"! {FeelDate.Format(h.Month)} {h.Title.En}: before the {(h.IsTermination ? "termination" : "reduction")} the views of those concerned must be heard{note}") + _words.Cites(h.Cites));
        }
    }

    private void Write(StatementMonth month, HashSet<string> involved)
    {
        var first = FeelDate.Format(month.Month);
        if (month.Gap is { } gap) _table.Row(first, "", _words.Say("没有事实", "no facts") + Note(_words.Say(gap)), "", "", "");
        foreach (var d in month.Decisions.Where(d => involved.Contains(d.Programme)))
        {
            Write(d, month, first);
            first = "";
        }
    }

    private void Write(Decision d, StatementMonth month, string first)
    {
        var (title, basis) = (_words.Say(d.Title), Basis(d, month));
        if (month.AfterMerger && first.Length > 0) first += _words.Say("（合并后）", " (after merger)");
        if (d.Payments.Count == 0 || d.AmountIfKnown is null) Next(Outcome(d), "", d.AmountIfKnown is { } none && d.Outcome == Eligibility.Outcome.Eligible ? Figure(none) : "");
        foreach (var p in d.Payments) Next(_words.Say(p.Label), p.Person is null ? "" : NameOf(d, p.Person), Figure(p.Amount));
        if (d.Payments.Count > 1 && d.AmountIfKnown is { } total) Next(_words.Say("小计", "together"), "", Figure(total));

        void Next(string what, string who, string amount)
        {
            _table.Row(first, title, what, who, amount, basis);
            first = title = basis = "";
        }
    }

    private string Outcome(Decision d) => d.Outcome switch
    {
        Eligibility.Outcome.Eligible when d.AmountIfKnown is not null => _words.Say("符合条件，本月不发放", "eligible, nothing paid this month"),
        Eligibility.Outcome.Eligible => _words.Say("符合条件，金额未知", "eligible, amount not known") + Notes(d),
        Eligibility.Outcome.Ineligible => d.NotApplicable is null ? _words.Say("不符合条件", "not eligible") : _words.Say("不涉及", "does not apply") + Note(_words.Say(d.NotApplicable)),
        _ => _words.Say("尚不能确定", "undetermined") + Notes(d),
    };

    /// <summary>Refers to the lines below the table that say what is missing: in the table they would drown the figures.</summary>
    private string Notes(Decision d) => string.Concat(d.Missing.Select(m => Note(_words.Say(m.Text))));

    private string Note(string text)
    {
        var number = _notes.IndexOf(text) + 1;
        if (number == 0)
        {
            _notes.Add(text);
            number = _notes.Count;
        }
        return $" [{number}]";
    }

    private static string NameOf(Decision d, string person) =>
        d.Run.Facts.Instances(d.Rules.First(ItemKind.Entitled).Entity).FirstOrDefault(i => DecisionMaker.KeyOf(i) == person)?.DisplayName ?? person;

    /// <summary>Version, facts, route and values; empty while they stay what they were in the month before.</summary>
    private string Basis(Decision d, StatementMonth month)
    {
        var parts = new List<string> { _words.Say($"{FeelDate.Format(d.RuleSetVersion)}版", $"version {FeelDate.Format(d.RuleSetVersion)}") };
        if (month.FactsFrom is { } from) parts.Add(_words.Say($"{FeelDate.Format(from)}起的事实", $"facts from {FeelDate.Format(from)}"));
        var way = d.Route ?? d.Covered.Select(c => c.Route).Distinct().SingleOrDefault();
        if (d.Rules.Merged.Routes.FirstOrDefault(r => r.Definition.Name == way)?.Definition.Label is { } route) parts.Add(_words.Say(route));
        if (d.Segments.Count > 0) parts.Add(_words.Say("按天分段：", "by days: ") + string.Join(_words.Say("、", ", "), d.Segments.Select(s => $"{s.From.Day}—{s.To.Day}")));
        if (d.Outcome != Eligibility.Outcome.Undetermined && d.NotApplicable is null) parts.AddRange(ValuesUsed.Of(d).Where(v => v.Entry.Definition.Value.Kind == ValueKind.Number).Select(v => ValueText.Of(v, _words.Language)));
        var basis = string.Join(_words.Say("；", "; "), parts);
        if (_lastBasis.GetValueOrDefault(d.Programme) == basis) return _words.Say("〃", "\"");
        return _lastBasis[d.Programme] = basis;
    }

    private void Totals()
    {
        var totals = _statement.Totals();
        if (totals.Count == 0) return;
        Line();
        Line(_words.Say("合计", "Totals"));
        foreach (var t in totals)
            Line($"  {_words.Say(t.Title)} {Figure(t.Amount)}{_words.Say(" 元", " yuan")}{(t.Complete ? "" : _words.Say("，另有金额未知的月份", ", and months whose amount is not known"))}");
    }

    /// <summary>Who is worse off in the month of a merger, a line each. Lines end in LF.</summary>
    public static string WriteLosses(IReadOnlyList<MergerLoss> losses, Language language)
    {
        ArgumentNullException.ThrowIfNull(losses);
        var words = new Words(language);
        var text = new StringBuilder("\n");
        if (losses.Count == 0) return text.Append(words.Say("地区合并当月没有人减少。", "Nobody's amount falls in the month of a merger.")).Append('\n').ToString();
        text.Append(words.Say("地区合并当月减少的：", "Amounts that fall in the month of a merger:")).Append('\n');
        foreach (var l in losses)
        {
            var who = l.Person is null ? "" : words.Brackets(l.Person);
            text.Append($"  {FeelDate.Format(l.Month)} {words.Say(l.Title)}{who}{words.Colon}");
            text.Append(l.Before is { } before && l.After is { } after ? $"{words.Money(before)} → {words.Money(after)}" : words.Say("金额未知，无法确认", "not known, so that it cannot be told")).Append('\n');
        }
        return text.ToString();
    }
}
