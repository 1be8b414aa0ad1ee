using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Explanation;

/// <summary>Reads an <see cref="Answer"/> out of an assessment.</summary>
internal sealed class AnswerMaker(Assessment assessment, Language language)
{
    private readonly Words _words = new(language);

    public Answer Make()
    {
        var decisions = assessment.Decisions;
        return new(assessment, _words,
            [.. decisions.Where(d => d.NotApplicable is null).OrderBy(d => d.Outcome).ThenBy(d => d.Rules.First(ItemKind.Eligible).Order).Select(Programme)],
            [.. decisions.Where(d => d.NotApplicable is not null).Select(d => new Reason(_words.Say(d.Title), _words.Say(d.NotApplicable!), DecisionMaker.Cites(d.Rules.Merged.Applies!.Definition.Cites)))],
            [.. assessment.Totals().Select(Total)]);
    }

    private ProgrammeAnswer Programme(Decision d)
    {
        var cautions = d.Warnings.ToLookup(w => w.Kind == WarningKind.Conflict, w => new Caution(_words.Kind(w.Kind), _words.Say(w.Text), w.Cites));
        return new(d)
        {
            Title = _words.Say(d.Title),
            Way = Way(d),
            Amount = d is { Outcome: Outcome.Eligible, AmountIfKnown: { } m } ? _words.Money(m) : null,
            Payments = [.. d.Payments.Select(p => Payment(d, p))],
            Together = d.Payments.Count > 1 && d.AmountIfKnown is { } total
                ? $"{string.Join(" + ", d.Payments.Select(p => p.Amount.Yuan.ToDisplay(true, language)))} = {_words.Money(total)}" : null,
            Covered = [.. d.Covered.Select(c => NameOf(d, d.Rules.First(ItemKind.Entitled).Entity, c.Person))],
            Steps = [.. Steps(d)],
            Findings = [.. Findings(d)],
            Cautions = [.. cautions[false]],
            Conflicts = [.. cautions[true]],
            ConfirmedBy = d.ConfirmedBy is { Level: not null } c ? _words.Level(c) : null,
        };
    }

    private string? Way(Decision d)
    {
        var route = d.Route is null ? d.Covered.Select(c => c.Route).Distinct().SingleOrDefault() : d.Route;
        return d.Outcome == Outcome.Eligible && d.Rules.Merged.Routes.FirstOrDefault(r => r.Definition.Name == route)?.Definition.Label is { } label ? _words.Say(label) : null;
    }

    private PaymentLine Payment(Decision d, Payment p)
    {
        // Of a month paid by days the person may be there in an earlier part only.
        var (from, item, instance) = new[] { d }.Concat(d.Segments.Select(s => s.Decision)).Select(x => Find(x, p)).First(f => f.Instance is not null);
        var payer = d.Rules.Merged.PayerLabel(p.Payer) is { } label ? _words.Say(label) : p.Payer;
        return new(_words.Say(p.Label), p.Person is null ? null : instance!.DisplayName, _words.Money(p.Amount), d.Segments.Count > 0 ? ByDays(d, p) : Arithmetic(from.Run, item!, instance!, p), payer, p.ToAccount,
            DecisionMaker.Cites(item!.Definition!.Cites));
    }

    private static (Decision From, RuleItem? Item, EntityRecord? Instance) Find(Decision d, Payment p)
    {
        var item = d.Rules.Payments.FirstOrDefault(i => i.Name == p.Benefit);
        return (d, item, item is null ? null : d.Run.Instances(item).FirstOrDefault(i => p.Person is null ? i.Parent is null : DecisionMaker.KeyOf(i) == p.Person));
    }

    private string Arithmetic(HouseholdRun run, RuleItem item, EntityRecord instance, Payment p)
    {
        var exact = item.Of!;
        var figures = Prose.WithValues(exact.Bound, run, instance, language);
        var value = run[exact, instance].Number;
        var result = value.ToDisplay(true, language);
        return figures == result ? $"{result}{Rounding(item, value, p)}" : $"{figures} = {result}{Rounding(item, value, p)}";
    }

    private string Rounding(RuleItem item, Number exact, Payment p)
    {
        var paid = p.Amount.Yuan.ToDisplay(true, language);
        var clause = ((BenefitDefinition)item.Definition!).Rounding is { } r ? RoundingText.Of(r, language) : "";
        return exact == p.Amount.Yuan ? "" : _words.Say($" ≈ {paid}（{clause}）", $" ≈ {paid} ({clause})");
    }

    /// <summary>"(100.00 × 11 + 130.00 × 20) ÷ 31 = …": the exact amount of each part of the month by its days.</summary>
    private string ByDays(Decision d, Payment p)
    {
        var days = assessment.Month.Calendar.GetDaysInMonth(assessment.Month.Year, assessment.Month.Month);
        var (parts, sum, item) = (new List<string>(), Number.Zero, (RuleItem?)null);
        foreach (var s in d.Segments)
        {
            if (Find(s.Decision, p) is not { Item: { } found, Instance: { } instance } || MonthInSegments.Exact(s.Decision.Run, found, instance) is not { } exact) continue;
            var length = MonthInSegments.Days(s);
            (item, sum) = (found, sum + (exact * length));
            parts.Add($"{exact.ToDisplay(true, language)} × {length}");
        }
        Number.TryDivide(sum, days, out var value);
        return $"{(parts.Count > 1 ? _words.Say("（", "(") : "")}{string.Join(" + ", parts)}{(parts.Count > 1 ? _words.Say("）", ")") : "")} ÷ {days} = {value.ToDisplay(true, language)}{Rounding(item!, value, p)}";
    }

    /// <summary>The computed figures, each with its arithmetic; what came to nothing is left out, and so is what only counts years.</summary>
    private IEnumerable<StepLine> Steps(Decision d)
    {
        foreach (var s in Derivation.Of(d.Run, d.Rules).Steps)
        {
            if (s.Item.Kind != ItemKind.Derived || s.Item.Owner != d.Rules || s.Item.Unit is null || s.Value.Kind != ValueKind.Number || s.Value.Number.Sign == 0) continue;
            yield return new(_words.Say(s.Item.Label), s.Instance.Parent is null ? null : s.Instance.DisplayName, StepText.Arithmetic(s, d.Run, language), DecisionMaker.Cites(s.Item.Definition!.Cites));
        }
    }

    private IEnumerable<FindingLine> Findings(Decision d)
    {
        // The same sentence about several persons is said once.
        foreach (var group in d.Findings.GroupBy(f => (f.Criterion, f.Outcome, Text: _words.Say(f.Sentence.Value))))
        {
            var entity = d.Rules.Items.First(i => i.Kind == ItemKind.Criterion && i.Name == group.Key.Criterion).Entity;
            var first = group.First();
            yield return new(group.Key.Outcome, first.Person is null ? [] : [.. group.Select(f => NameOf(d, entity, f.Person!))], group.Key.Text, first.Cites);
        }
    }

    private static string NameOf(Decision d, EntityDeclaration entity, string key) => d.Run.Facts.Instances(entity).First(i => DecisionMaker.KeyOf(i) == key).DisplayName;

    private TotalLine Total(PayerTotal t)
    {
        var label = assessment.Decisions.Select(d => d.Rules.Merged.PayerLabel(t.Payer)).FirstOrDefault(l => l is not null);
        return new(label is null ? t.Payer : _words.Say(label), t.ToAccount, _words.Money(t.Amount), t.Complete);
    }
}
