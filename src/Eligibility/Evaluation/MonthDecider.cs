using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Evaluation;

/// <summary>What holds of a household from a day on: its facts, and the code of the place whose rules are asked for (null when nobody said).</summary>
internal readonly record struct Situation(Facts Facts, string? Place);

/// <summary>
/// Decides one month. Where nothing changes inside it, one run of the rules does. Where facts, place, rules or values do, each programme
/// decides by the day that its rules name: the first, the last, every segment by its days, or, where they name none, only what comes out alike either way.
/// </summary>
internal sealed class MonthDecider(RuleBook book, YearMonth month, LocalDate knownAt, bool acceptUnattested, LocalDate? lawKnownAt = null)
{
    private readonly LocalDate _first = month.OnDayOfMonth(1);
    private readonly LocalDate _last = MonthRules.LastDay(month);

    private RuleQuestion Asked => new("", month, knownAt, lawKnownAt ?? knownAt, acceptUnattested);

    /// <summary>Every programme, for a household of which nothing changes inside the month.</summary>
    public Assessment Decide(Situation situation) => Decide([(_first, situation)]);

    /// <summary>Every programme, for a household whose situation changes on the days given; the first of them is not after the month's first.</summary>
    public Assessment Decide(IReadOnlyList<(LocalDate From, Situation Situation)> situations)
    {
        if (situations.Count > 1 || PlaceChanges(situations[0].Situation)) return DecideChanging(situations);
        var run = RunOf(situations[0].Situation, null);
        var decisions = new List<Decision>();
        foreach (var p in run.Rules.Programmes) decisions.Add(Decide(run, p, situations));
        return new Assessment(run, decisions) { AskedPlace = situations[0].Situation.Place };
    }

    /// <summary>One programme only; null when the place has no such programme.</summary>
    public Decision? Decide(Situation situation, string programme, out MonthRules rules)
    {
        if (PlaceChanges(situation))
        {
            var whole = Decide(situation);
            rules = whole.Run.Rules;
            return whole.Find(programme);
        }
        var run = RunOf(situation, null);
        rules = run.Rules;
        return rules.Plan.Rules.Find(programme) is { } found ? Decide(run, found, [(_first, situation)]) : null;
    }

    private bool PlaceChanges(Situation situation) =>
        situation.Place is { } code && book.Library.Jurisdictions.Find(code) is { } place && (place.ValidTo < _last || place.ValidFrom > _first);

    private HouseholdRun RunOf(Situation s, LocalDate? day) => new(book.RulesOf(s.Facts, s.Place, Asked with { Day = day }), s.Facts);

    private Decision Decide(HouseholdRun run, ProgrammeRules p, IReadOnlyList<(LocalDate From, Situation Situation)> situations)
    {
        if (p.Basis != MonthBasis.Split || RuleChanges(run.Rules, p) is not { Count: > 0 } days) return DecisionMaker.Decide(run, p);
        return InSegments(p.Programme, situations, days) ?? DecisionMaker.Decide(run, p);
    }

    private Assessment DecideChanging(IReadOnlyList<(LocalDate From, Situation Situation)> situations)
    {
        var (first, last) = (RunOf(At(situations, _first), _first), RunOf(At(situations, _last), _last));
        var decisions = new List<Decision>();
        foreach (var programme in first.Rules.Programmes.Concat(last.Rules.Programmes).Select(p => p.Programme).Distinct().Order(StringComparer.Ordinal))
        {
            var (before, after) = (first.Rules.Plan.Rules.Find(programme), last.Rules.Plan.Rules.Find(programme));
            var basis = before is null ? after!.Basis : after is null || before.Basis == after.Basis ? before.Basis : MonthBasis.NotStated;
            var decision = basis switch
            {
                MonthBasis.First => before is null ? null : DecisionMaker.Decide(first, before),
                MonthBasis.Last => after is null ? null : DecisionMaker.Decide(last, after),
                MonthBasis.Split => InSegments(programme, situations, ChangeDays(situations, first.Rules, last.Rules, programme)),
                _ => Alike(first, before, last, after),
            };
            if (decision is not null) decisions.Add(decision);
        }
        return new Assessment(first, decisions) { AskedPlace = situations[0].Situation.Place };
    }

    /// <summary>Where the rules name no day: what comes out on the first and on the last day, when that is the same; otherwise nothing is decided, and the reason is said.</summary>
    private Decision Alike(HouseholdRun first, ProgrammeRules? before, HouseholdRun last, ProgrammeRules? after)
    {
        if (before is not null && after is not null)
        {
            var (a, b) = (DecisionMaker.Decide(first, before), DecisionMaker.Decide(last, after));
            if (a.Outcome == b.Outcome && a.AmountIfKnown is { } x && b.AmountIfKnown is { } y && x == y && a.Payments.SequenceEqual(b.Payments)) return b;
        }
        var (run, rules) = after is null ? (first, before!) : (last, after);
        var open = run.Rules.WithGap(rules.Programme, Gaps.ChangesInside(rules.Programme, month, rules.Merged.Top.Title));
        return DecisionMaker.Decide(new HouseholdRun(open, run.Facts), rules);
    }

    /// <summary>Each segment of the month by its days; null when the programme is there on none of them.</summary>
    private Decision? InSegments(string programme, IReadOnlyList<(LocalDate From, Situation Situation)> situations, IReadOnlyCollection<LocalDate> changes)
    {
        LocalDate[] starts = [_first, .. changes.Where(d => d > _first && d <= _last).Distinct().Order()];
        var segments = new List<MonthSegment>();
        for (var i = 0; i < starts.Length; i++)
        {
            var run = RunOf(At(situations, starts[i]), starts[i]);
            if (run.Rules.Plan.Rules.Find(programme) is not { } p) continue;
            segments.Add(new MonthSegment(starts[i], i + 1 < starts.Length ? starts[i + 1].PlusDays(-1) : _last, DecisionMaker.Decide(run, p)));
        }
        return segments.Count switch { 0 => null, 1 when segments[0].From == _first && segments[0].To == _last => segments[0].Decision, _ => MonthInSegments.Combine(segments, month) };
    }

    private HashSet<LocalDate> ChangeDays(IReadOnlyList<(LocalDate From, Situation Situation)> situations, MonthRules first, MonthRules last, string programme)
    {
        var days = situations.Select(s => s.From).ToHashSet();
        foreach (var code in situations.Select(s => s.Situation.Place).OfType<string>().Distinct())
            for (var place = book.Library.Jurisdictions.Find(code); place?.ValidTo is { } to; place = place.Successor is { } next ? book.Library.Jurisdictions.Find(next) : null) days.Add(to.PlusDays(1));
        foreach (var rules in new[] { first, last })
            if (rules.Plan.Rules.Find(programme) is { } p) days.UnionWith(RuleChanges(rules, p));
        return days;
    }

    /// <summary>The days of the month, its first left out, on which a value or a version of the rules begins or ends.</summary>
    private HashSet<LocalDate> RuleChanges(MonthRules rules, ProgrammeRules p)
    {
        var entries = rules.Plan.Rules.Parameters.SelectMany(x => x.Values.Select(v => v.Definition)).Cast<ITimed>().Where(v => v.Published is null || v.Published <= knownAt)
            .Concat(p.Merged.Files.Where(f => !f.IsOverlay).Select(f => f.Jurisdiction).Distinct().SelectMany(place => book.Library.FilesOf(place, p.Programme)));
        return [.. entries.SelectMany(e => new[] { e.From, e.To?.PlusDays(1) ?? e.From }).Where(d => d > _first && d <= _last)];
    }

    private static Situation At(IReadOnlyList<(LocalDate From, Situation Situation)> situations, LocalDate day) => situations.Last(s => s.From <= day).Situation;
}
