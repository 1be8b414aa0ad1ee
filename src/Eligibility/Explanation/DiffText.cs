using System.Text;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>A change of rules as a clerk reads it: what the rules said and say, and the households whose result changes.</summary>
internal sealed class DiffText(Language language, bool all)
{
    /// <summary>How many households of a kind are listed unless all are asked for.</summary>
    private const int Shown = 10;

    private readonly Words _words = new(language);
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Line(string text = "") => _text.Append(text).Append('\n');

    public void Line(string zh, string en) => Line(_words.Say(zh, en));

    /// <summary>The two sides of one programme.</summary>
    public void Sides(RuleSetAt before, RuleSetAt after)
    {
        Line($"- {Side(before)}");
        Line($"+ {Side(after)}");
    }

    private string Side(RuleSetAt side)
    {
        var title = side.Book.Library.FilesOf(side.Place, side.Programme).OrderBy(f => f.From).LastOrDefault()?.Title;
        var name = title is null ? "" : _words.Say(title) + _words.Brackets($"{side.Place}/{side.Programme}");
        return name.Length == 0
            ? _words.Say($"{side.Place}/{side.Programme}，{_words.Month(side.Month)}，按{FeelDate.Format(side.KnownAt)}所知", $"{side.Place}/{side.Programme}, {_words.Month(side.Month)}, as known on {FeelDate.Format(side.KnownAt)}")
            : _words.Say($"{name}，{_words.Month(side.Month)}，按{FeelDate.Format(side.KnownAt)}所知", $"{name}, {_words.Month(side.Month)}, as known on {FeelDate.Format(side.KnownAt)}");
    }

    /// <summary>What the rules said and say, under the headings of the rules.</summary>
    public void Changes(IReadOnlyList<WordsChange> changes)
    {
        foreach (var section in changes.GroupBy(c => c.Section))
        {
            Line();
            if (section.Key.Length > 0) Line(section.Key);
            foreach (var c in section)
            {
                Signed('-', c.Before);
                Signed('+', c.After);
            }
        }
    }

    private void Signed(char sign, string? text)
    {
        if (text is null) return;
        foreach (var line in text.TrimEnd('\n').Split('\n')) Line($"{sign} {line.Trim()}");
    }

    /// <summary>The households whose result changes, files before scenarios.</summary>
    /// <param name="changes">Them.</param>
    /// <param name="asked">How many were decided on both sides.</param>
    public void Results(IReadOnlyList<ResultChange> changes, int asked)
    {
        Line();
        Line($"结果改变的例户和情景：{changes.Count} 个（共 {asked} 个）", $"Example households and scenarios whose result changes: {changes.Count} of {asked}");
        foreach (var kind in changes.GroupBy(c => c.Example.Scenario is not null).OrderBy(g => g.Key))
        {
            var listed = all ? kind.ToArray() : [.. kind.Take(Shown)];
            foreach (var c in listed) Line($"  {Name(c.Example)}{_words.Colon}{Whole(c)}");
            if (kind.Count() > listed.Length) Line($"  ……另有 {kind.Count() - listed.Length} 个，用 --all 列出", $"  … and {kind.Count() - listed.Length} more: --all lists them");
        }
    }

    private string Name(Example e) => e.Scenario is { } s ? _words.Say($"情景“{e.Name}”", $"scenario \"{e.Name}\"") + $" ({s.Location.Source.Name}:{s.Location.Line})" : e.Name;

    private string Whole(ResultChange c)
    {
        var (before, after) = (Result(c.Before), Result(c.After));
        return before == after ? before + _words.Say("，其中已知的待遇有变化", ", and what is known of its payments changes") : $"{before} → {after}{Difference(c)}";
    }

    private string Result(Decision? d)
    {
        if (d is null) return _words.Say("问题不成立", "not a question there");
        if (d.NotApplicable is not null) return _words.Say("不适用", "does not apply");
        var name = d.Class is { } c && d.Rules.Merged.ClassLabel(c) is { } label ? _words.Brackets(_words.Say(label)).Trim() : "";
        var amount = !d.Rules.PaysAnything || d.Outcome == Outcome.Ineligible ? "" : d.AmountIfKnown is { } m ? $" {_words.Money(m)}" : _words.Say("，金额尚不能确定", ", the amount undetermined");
        return _words.Outcome(d.Outcome) + (name.Length == 0 ? "" : _words.Say(name, $" {name}")) + (d.Outcome == Outcome.Undetermined && d.AmountIfKnown is null ? "" : amount);
    }

    private static string Difference(ResultChange c)
    {
        if (c.Before?.AmountIfKnown is not { } before || c.After?.AmountIfKnown is not { } after || before == after) return "";
        var difference = after.Yuan - before.Yuan;
        return difference.Sign > 0 ? $" (+{difference.ToDisplay(true, Language.English)})" : $" ({difference.ToDisplay(true, Language.English)})";
    }
}
