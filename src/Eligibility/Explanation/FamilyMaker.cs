using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Explanation;

/// <summary>Chooses what a family is told of one programme's decision.</summary>
internal sealed class FamilyMaker(Answer answer, ProgrammeAnswer programme)
{
    private const int Reasons = 2;

    private readonly Words _words = answer.Words;

    private HouseholdRun Run => answer.Assessment.Run;

    private Decision Decision => programme.Decision;

    public FamilyProgramme Make()
    {
        var missing = Decision.Missing;
        var (asked, visited) = (missing.Where(m => Comes(m, "ownStatement")).ToArray(), missing.Where(m => Comes(m, "homeVisit")).ToArray());
        var why = Why();
        return new(programme, Decided())
        {
            Why = why,
            Basis = Basis(),
            Standards = [.. Standards()],
            Asked = Texts(asked),
            Visited = Texts(visited),
            Checked = Texts(missing.Where(m => m.Kind == MissingKind.Fact).Except(asked).Except(visited), m => m.ObtainFrom is { } from ? _words.Brackets(_words.Say(from)) : ""),
            Unclear = Texts(missing.Where(m => m.Kind != MissingKind.Fact)),
            Remedy = Decision.Rules.Merged.Procedure?.Definition.Remedy is { } r ? new("", _words.Say(r.Text), DecisionMaker.Cites(r.Cites)) : null,
            Sms = Sms.Of(programme, why, _words),
        };
    }

    private static bool Comes(Missing m, string from) => m.Kind == MissingKind.Fact && m.ObtainFrom == ObtainFrom.Label(from);

    private string[] Texts(IEnumerable<Missing> missing, Func<Missing, string>? more = null) => [.. missing.Select(m => _words.Say(m.Text) + more?.Invoke(m)).Distinct()];

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
        var speaking = Decision.Findings.Where(f => f.Outcome == wanted && items.TryGetValue(f.Criterion, out var item) && Speaks(f, item)).Select(f => (f.Criterion, f.Outcome, Text: _words.Say(f.Sentence.Value), f.Person)).ToArray();
        return [.. speaking.GroupBy(f => (f.Criterion, f.Text)).OrderBy(g => HasFigure(items[g.Key.Criterion], wanted) ? 0 : 1).Take(Reasons)
            .Select(g => g.First().Person is null ? g.Key.Text : string.Join(_words.Comma, g.Select(f => NameOf(items[f.Criterion], f.Person!))) + _words.Colon + g.Key.Text)];
    }

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
