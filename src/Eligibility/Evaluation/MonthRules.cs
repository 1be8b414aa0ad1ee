using Eligibility.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Evaluation;

/// <summary>A plan with the values that its parameters have in one month as known on one day.</summary>
internal sealed class MonthRules
{
    private MonthRules(Plan plan, YearMonth month, LocalDate knownAt, string place, ResolvedParameter[] parameters, IReadOnlyDictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>> used,
        IReadOnlyDictionary<string, Missing> gaps)
    {
        Plan = plan;
        Month = month;
        KnownAt = knownAt;
        Place = place;
        Parameters = parameters;
        Used = used;
        Gaps = gaps;
        Start = Value.From(month.OnDayOfMonth(1));
        End = Value.From(LastDay(month));
        PreviousEnd = Value.From(month.OnDayOfMonth(1).PlusDays(-1));
    }

    public Plan Plan { get; }

    public YearMonth Month { get; }

    public LocalDate KnownAt { get; }

    public string Place { get; }

    public required Text.LocalText PlaceName { get; init; }

    public ResolvedParameter[] Parameters { get; }

    /// <summary>The entries in force, for each parameter.</summary>
    public IReadOnlyDictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>> Used { get; }

    /// <summary>Programmes of which no version is in force, and why.</summary>
    public IReadOnlyDictionary<string, Missing> Gaps { get; }

    public Value Start { get; }

    public Value End { get; }

    public Value PreviousEnd { get; }

    public static LocalDate LastDay(YearMonth month) => month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month));

    public static MonthRules Create(Plan plan, YearMonth month, LocalDate knownAt, Vocabulary.Jurisdiction place, IReadOnlyDictionary<string, Missing> gaps, bool acceptUnattested)
    {
        var used = new Dictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>>();
        var parameters = new ResolvedParameter[plan.Rules.Parameters.Count];
        foreach (var p in plan.Rules.Parameters) parameters[p.Index] = Resolve(p, month, knownAt, acceptUnattested, used);
        return new MonthRules(plan, month, knownAt, place.Code, parameters, used, gaps) { PlaceName = place.Name };
    }

    private static ResolvedParameter Resolve(RuleParameter p, YearMonth month, LocalDate knownAt, bool acceptUnattested,
        Dictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>> used)
    {
        var entries = new List<Merged<ParameterValue>>();
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var series in p.Values.GroupBy(v => v.Definition.Key, StringComparer.Ordinal))
            values[series.Key] = InForce(p, series.Key, [.. series], month, knownAt, acceptUnattested, entries);
        used[p] = entries;
        if (p.By.Count == 0) return ResolvedParameter.Of(values.TryGetValue("", out var v) ? v : Value.Unknown(RuleSets.Gaps.OfParameter(p, "", null)));
        return new ResolvedParameter(Value.Unknown(RuleSets.Gaps.OfParameter(p, "", null)), values, key => Value.Unknown(RuleSets.Gaps.OfParameter(p, key, null)));
    }

    private static Value InForce(RuleParameter p, string key, IReadOnlyList<Merged<ParameterValue>> series, YearMonth month, LocalDate knownAt, bool acceptUnattested,
        List<Merged<ParameterValue>> entries)
    {
        var (first, last) = (month.OnDayOfMonth(1), LastDay(month));
        var definitions = series.Select(s => s.Definition).ToArray();
        var (atFirst, atLast) = (Timeline.Resolve(definitions, first, knownAt), Timeline.Resolve(definitions, last, knownAt));
        var (found, day) = (atFirst, first);
        if (atFirst.Entry != atLast.Entry)
        {
            switch (p.Owner.Merged.MonthBasis)
            {
                case MonthBasis.First: break;
                case MonthBasis.Last: (found, day) = (atLast, last); break;
                default: return Value.Unknown(RuleSets.Gaps.ChangesInside(p.Name, month, p.Label));
            }
        }
        if (found.Entry is not { } entry) return Value.Unknown(RuleSets.Gaps.OfParameter(p, key, found));
        if (entry.AttestedThrough < day && !acceptUnattested) return Value.Unknown(RuleSets.Gaps.Unattested(p, entry));
        entries.Add(series.First(s => ReferenceEquals(s.Definition, entry)));
        return entry.Value;
    }
}
