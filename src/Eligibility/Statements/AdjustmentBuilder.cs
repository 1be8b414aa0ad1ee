using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Statements;

/// <summary>Compares what was decided with what would be decided now, one step of knowledge after the other, so that each part of a difference has its cause.</summary>
internal sealed class AdjustmentBuilder(RuleBook book, CaseFile file, Decided decided, string? place, bool acceptUnattested, LocalDate now)
{
    /// <summary>Of one month: the amounts of a stage by payment, and the decision they come from.</summary>
    private sealed record Stage(KnowledgeStep? Step, StatementMonth Month);

    private readonly List<AdjustmentLine> _lines = [];
    private readonly List<OpenDifference> _open = [];
    private readonly SortedDictionary<string, (LocalText Title, List<YearMonth> Months)> _newlyEligible = new(StringComparer.Ordinal);

    public Adjustments Build(YearMonth from, YearMonth to)
    {
        var builder = new StatementBuilder(book, file, place, acceptUnattested);
        var earliest = Months(from, to).Select(m => decided.DayOf(m)!.Value).Min();
        var steps = KnowledgeSteps.Between(book, file, file.Snapshots.Select(s => place ?? s.Facts.Jurisdiction).OfType<string>().Distinct(), earliest, now);
        var stages = new List<StatementBuilder.Path>();
        for (var i = 0; i <= steps.Count; i++)
        {
            var count = i;
            stages.Add(builder.Build(from, to, m => KnowledgeSteps.After(steps, count, decided.DayOf(m)!.Value), stages.LastOrDefault(), i == 0 ? default : steps[i - 1].Reaches));
        }
        var index = 0;
        foreach (var month in Months(from, to))
        {
            var ofMonth = stages.Select((s, i) => new Stage(i == 0 ? null : steps[i - 1], s.Months[index])).ToList();
            if (decided.Facts.TryGetValue(month, out var facts)) ofMonth.Insert(0, Written(month, facts));
            Compare(month, ofMonth);
            index++;
        }
        return new Adjustments(now, from, to, _lines, _open, [.. _newlyEligible.Select(n => new NewlyEligible(n.Key, n.Value.Title, n.Value.Months))]) { Assumptions = [.. book.ActiveOverlays.Select(o => o.Title)] };
    }

    private static IEnumerable<YearMonth> Months(YearMonth from, YearMonth to)
    {
        for (var m = from; m <= to; m = m.PlusMonths(1)) yield return m;
    }

    /// <summary>The stage before the first: the facts that were written down with the decision, where the case knows others.</summary>
    private Stage Written(YearMonth month, Facts facts)
    {
        var assessment = new MonthDecider(book, month, decided.DayOf(month)!.Value, acceptUnattested).Decide(new Situation(book.Own(facts), place ?? facts.Jurisdiction));
        return new Stage(null, new StatementMonth(month, assessment, null, null, null));
    }

    private void Compare(YearMonth month, List<Stage> stages)
    {
        // A programme that only recognises somebody pays nothing that could differ.
        var programmes = stages.SelectMany(s => s.Month.Decisions).Where(d => d.NotApplicable is null && d.Rules.PaysAnything).Select(d => d.Programme).Distinct().Order(StringComparer.Ordinal);
        foreach (var programme in decided.Paid is { } paid ? programmes.Where(p => paid.Any(x => x.Programme == p)) : programmes) Compare(month, programme, stages);
    }

    private void Compare(YearMonth month, string programme, List<Stage> stages)
    {
        var decisions = stages.Select(s => s.Month.Find(programme)).ToArray();
        var (then, last) = (decisions[0], decisions[^1]);
        var title = (last ?? then ?? decisions.First(d => d is not null)!).Title;
        var missing = new[] { decided.Paid is null ? then : null, last }.OfType<Decision>().Where(d => d.AmountIfKnown is null).SelectMany(d => d.Missing).DistinctBy(m => (m.Kind, m.Name, m.Of)).ToArray();
        // Without rules then and now there is nothing that could differ, unless it was granted all the same.
        if (HasNoRules(then) && HasNoRules(last) && OnRoll(programme, month, null) != true) return;
        if (missing.Length > 0)
        {
            _open.Add(new OpenDifference(month, programme, title, missing));
            return;
        }
        if (then?.Outcome == Outcome.Ineligible && last?.Outcome == Outcome.Eligible && OnRoll(programme, month, null) != true)
        {
            if (!_newlyEligible.TryGetValue(programme, out var found)) _newlyEligible[programme] = found = (title, []);
            found.Months.Add(month);
        }
        var payments = decisions.OfType<Decision>().SelectMany(d => d.Payments).Select(p => (p.Benefit, p.Person))
            .Concat((decided.Paid ?? []).Where(p => p.Month == month && p.Programme == programme).Select(p => (p.Benefit, p.Person))).Distinct().OrderBy(p => p.Benefit, StringComparer.Ordinal).ThenBy(p => p.Person, StringComparer.Ordinal);
        foreach (var (benefit, person) in payments) Compare(month, programme, title, benefit, person, stages, decisions);
    }

    private static bool HasNoRules(Decision? decision) => decision is null || (decision.Missing.Count > 0 && decision.Missing.All(m => m.Kind == MissingKind.Version && m.Name == decision.Programme));

    private void Compare(YearMonth month, string programme, LocalText title, string benefit, string? person, List<Stage> stages, Decision?[] decisions)
    {
        // A stage in which the programme's amount cannot be told is passed over: its cause is then told together with the next.
        var known = Enumerable.Range(0, stages.Count).Where(i => decisions[i] is null or { AmountIfKnown: not null }).ToArray();
        var before = Paid(month, programme, benefit, person) ?? AmountOf(decisions[known[0]], benefit, person);
        var total = AmountOf(decisions[known[^1]], benefit, person) - before;
        if (total.Yuan.Sign == 0 && decided.Paid is null && known.All(i => AmountOf(decisions[i], benefit, person) == before)) return;
        var parts = new List<DifferencePart>();
        var so_far = before;
        for (var k = 0; k < known.Length; k++)
        {
            var amount = AmountOf(decisions[known[k]], benefit, person);
            var delta = amount - so_far;
            so_far = amount;
            if (delta.Yuan.Sign == 0) continue;
            var steps = k == 0 ? [] : stages.Skip(known[k - 1] + 1).Take(known[k] - known[k - 1]).Select(s => s.Step).OfType<KnowledgeStep>().ToArray();
            var cause = k == 0 ? DifferenceCause.Correction : steps.Length == 0 ? DifferenceCause.Facts : steps.Min(s => s.Cause);
            parts.Add(Part(cause, steps.Length == 0 ? null : steps[^1].Day, delta, month, programme, benefit, person, k == 0 ? null : decisions[known[k - 1]], decisions[known[k]]));
        }
        if (parts.Count == 0) return;
        var shown = decisions.Reverse().OfType<Decision>().First();
        var label = decisions.Reverse().OfType<Decision>().SelectMany(d => d.Payments).FirstOrDefault(p => p.Benefit == benefit)?.Label
            ?? shown.Rules.Payments.FirstOrDefault(i => i.Name == benefit)?.Label ?? LocalText.Same(benefit);
        var name = person is null ? null : shown.Run.Facts.Instances(shown.Rules.First(ItemKind.Entitled).Entity).FirstOrDefault(i => DecisionMaker.KeyOf(i) == person)?.DisplayName ?? person;
        _lines.Add(new AdjustmentLine(month, programme, title, benefit, label, person, name, before, so_far, parts));
    }

    private Money? Paid(YearMonth month, string programme, string benefit, string? person)
    {
        if (decided.Paid is not { } paid) return null;
        return paid.Where(p => p.Month == month && p.Programme == programme && p.Benefit == benefit && p.Person == person).Aggregate(default(Money), (sum, p) => sum + p.Amount);
    }

    private static Money AmountOf(Decision? d, string benefit, string? person) =>
        d is null ? default : d.Payments.Where(p => p.Benefit == benefit && p.Person == person).Aggregate(default(Money), (sum, p) => sum + p.Amount);

    private DifferencePart Part(DifferenceCause cause, LocalDate? day, Money amount, YearMonth month, string programme, string benefit, string? person, Decision? before, Decision? after)
    {
        var judge = new ArrearsJudge(before, after, (m, p) => OnRoll(programme, m, p));
        var (standing, reason, cites) = cause switch
        {
            DifferenceCause.Law or DifferenceCause.Value => judge.Judge(cause, amount, month, benefit, person),
            DifferenceCause.Facts when amount.Yuan.Sign > 0 && OnRoll(programme, month, person) != true =>
                (OnRoll(programme, month, person) is null ? DifferenceStanding.Open : DifferenceStanding.Information, new LocalText("当月不在册", "not on the roll in the month"), (IReadOnlyList<string>)[]),
            DifferenceCause.Facts => (StandingOf(amount), new LocalText("事实后来才报告", "the facts were reported later"), []),
            _ => (StandingOf(amount), new LocalText("与当时的规则和事实算出的数不符", "it is not what the rules and facts of that day come to"), []),
        };
        return new DifferencePart(cause, day, amount, standing, reason, cites) { Note = judge.Note };
    }

    private static DifferenceStanding StandingOf(Money amount) => amount.Yuan.Sign > 0 ? DifferenceStanding.Owed : DifferenceStanding.Overpaid;

    /// <summary>Whether the roll, as recorded by now, shows the household (or a person) in a month; null when that is not known.</summary>
    private bool? OnRoll(string programme, YearMonth month, string? person) =>
        file.On(month.OnDayOfMonth(1), now) is { } snapshot ? ArrearsJudge.Shows(snapshot.Facts, programme, month, person) : null;
}
