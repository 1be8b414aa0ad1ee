using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>Chooses what a family is told of one programme's decision.</summary>
internal sealed class FamilyMaker(Answer answer, ProgrammeAnswer programme)
{
    private const int Reasons = 2;

    private readonly Words _words = answer.Words;

    private HouseholdRun Run => Decision.Run;

    private Decision Decision => programme.Decision;

    public FamilyProgramme Make()
    {
        var why = Why();
        return new(programme, Decided())
        {
            Why = why,
            Basis = Basis(),
            Standards = [.. Standards()],
            Provided = [.. Decision.Warnings.Where(w => w.Kind is WarningKind.Conditional or WarningKind.Assumed).Select(w => _words.Say(w.Text))],
            Unclear = [.. Decision.Missing.Where(m => m.Kind != MissingKind.Fact).Select(m => _words.Say(m.Text)).Distinct()],
            Sms = Sms.Of(programme, why, _words),
        };
    }

    private string Decided()
    {
        var outcome = _words.Outcome(Decision.Outcome);
        if (Decision.Outcome != Outcome.Eligible) return outcome;
        return programme.Amount is { } amount ? _words.Say($"{outcome}，每月 {amount}", $"{outcome}, {amount} a month") : _words.Say($"{outcome}，金额还不能确定", $"{outcome}, the amount is not known yet");
    }

    /// <summary>
    /// Sentences of criteria that the outcome rests on, those with figures first: of what is met, for a person who is covered; of what is not
    /// met or not known, for anybody.
    /// </summary>
    private string[] Why()
    {
        var wanted = Decision.Outcome switch { Outcome.Eligible => FindingOutcome.Met, Outcome.Ineligible => FindingOutcome.NotMet, _ => FindingOutcome.Unknown };
        var covered = Decision.Covered.Select(c => c.Person).ToHashSet(StringComparer.Ordinal);
        // A criterion about a person speaks for those who are covered; what stands below a person is told by no name.
        bool Speaks(Finding f, RuleItem item) => item.Entity.Parent is null || wanted != FindingOutcome.Met || item.Entity != Decision.Rules.First(ItemKind.Entitled).Entity || covered.Contains(f.Person!);
        var items = Rests().Where(s => s.Item.Kind == ItemKind.Criterion && s.Item.Owner == Decision.Rules).Select(s => s.Item).Distinct().ToDictionary(i => i.Name, StringComparer.Ordinal);
        var speaking = Decision.Findings.Where(f => f.Outcome == wanted && items.TryGetValue(f.Criterion, out var item) && Speaks(f, item)).GroupBy(f => f.Criterion)
            .OrderBy(g => HasFigure(items[g.Key], wanted) ? 0 : 1).Take(Reasons);
        if (wanted != FindingOutcome.Unknown) return [.. speaking.SelectMany(g => g.GroupBy(f => _words.Say(f.Sentence.Value)).Select(same => Names(same, items) + same.Key))];
        // What is missing is listed once for the whole answer; here it is enough to name what cannot be told.
        var open = speaking.Select(g => Names(g, items) + _words.Say(items[g.Key].Label)).ToArray();
        return open.Length == 0 ? [] : [_words.Say("还不能判断：", "cannot be told yet: ") + string.Join(_words.Say("；", "; "), open)];
    }

    private string Names(IEnumerable<Finding> same, Dictionary<string, RuleItem> items) =>
        same.First().Person is null ? "" : string.Join(_words.Comma, same.Select(f => NameOf(items[f.Criterion], f.Person!)).Distinct()) + _words.Colon;

    private static bool HasFigure(RuleItem item, FindingOutcome outcome) =>
        outcome != FindingOutcome.Unknown && (outcome == FindingOutcome.Met ? item.Met! : item.NotMet!).Zh.Any(p => p.Expression is { } e && e.Type.Present.Equals(FeelType.Number));

    private string NameOf(RuleItem item, string key) => Run.Instances(item).First(i => DecisionMaker.KeyOf(i) == key).DisplayName;

    /// <summary>What the outcome and the payments that are made rest on.</summary>
    private IReadOnlyList<DerivationStep> Rests() => Derivation.OfOutcome(Run, Decision.Rules).Steps;

    private string Basis()
    {
        var paid = Decision.Rules.Payments.Where(i => Decision.Payments.Any(p => p.Benefit == i.Name)).SelectMany(i => i.Definition!.Cites);
        var cites = paid.Any() ? paid : Deciding().SelectMany(i => i.Definition!.Cites);
        var by = cites.Distinct().GroupBy(c => c.Source.ShortName).Select(g => $"{g.Key} {string.Join(_words.Comma, g.Select(c => c.Article).Where(a => a.Length > 0).Distinct())}".TrimEnd());
        var since = Run.Rules.Gaps.ContainsKey(Decision.Programme) ? "" : _words.Say($"（规则{_words.Day(Decision.RuleSetVersion)}起施行）", $" (rules in force from {_words.Day(Decision.RuleSetVersion)})");
        var texts = string.Join(_words.Say("；", "; "), by);
        return texts.Length == 0 ? since.Trim(' ', '（', '）', '(', ')') : texts + since;
    }

    private IEnumerable<RuleItem> Deciding()
    {
        var wanted = Decision.Outcome == Outcome.Eligible ? FindingOutcome.Met : Decision.Outcome == Outcome.Ineligible ? FindingOutcome.NotMet : FindingOutcome.Unknown;
        var names = Decision.Findings.Where(f => f.Outcome == wanted).Select(f => f.Criterion).ToHashSet(StringComparer.Ordinal);
        return Rests().Select(s => s.Item).Where(i => i.Kind == ItemKind.Criterion && i.Owner == Decision.Rules && names.Contains(i.Name)).Distinct();
    }

    private IEnumerable<string> Standards()
    {
        if (Decision.Outcome == Outcome.Undetermined) yield break;
        var derivation = Derivation.OfOutcome(Run, Decision.Rules);
        foreach (var p in derivation.Parameters.Where(p => p.Owner == Decision.Rules && Display.IsMoney(p.Unit)).OrderBy(p => p.Index))
            foreach (var v in AuditValue.Of(p, derivation.KeysOf(p), Run, _words))
                yield return _words.Say($"{p.Label.Zh} {v.Figure}，{_words.Day(v.Value.From)}起", $"{p.Label.En} {v.Figure}, from {_words.Day(v.Value.From)}");
    }
}
