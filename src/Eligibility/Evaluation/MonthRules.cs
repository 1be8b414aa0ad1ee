using Eligibility.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Evaluation;

/// <summary>What is asked of the rules: whose, for which month, and with whose knowledge.</summary>
/// <param name="Place">The code of the place.</param>
/// <param name="Month">The month.</param>
/// <param name="KnownAt">No value published after this day is used.</param>
/// <param name="LawKnownAt">No rule file published after this day is used; the same day, unless causes are told apart.</param>
/// <param name="AcceptUnattested">Whether values may be used beyond the last day on which a source attests them.</param>
/// <param name="Day">The one day of the month that counts; null where the rules' own basis decides.</param>
internal readonly record struct RuleQuestion(string Place, YearMonth Month, LocalDate KnownAt, LocalDate LawKnownAt, bool AcceptUnattested, LocalDate? Day = null)
{
    public LocalDate FirstDay => Day ?? Month.OnDayOfMonth(1);

    public LocalDate LastDay => Day ?? MonthRules.LastDay(Month);
}

/// <summary>A plan with the values that its parameters have in one month as known on one day.</summary>
internal sealed class MonthRules
{
    private MonthRules(Plan plan, in RuleQuestion asked, ResolvedParameter[] parameters, IReadOnlyDictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>> used,
        IReadOnlyDictionary<string, Missing> gaps)
    {
        Plan = plan;
        Asked = asked;
        Parameters = parameters;
        Used = used;
        Gaps = gaps;
        Start = Value.From(Month.OnDayOfMonth(1));
        End = Value.From(LastDay(Month));
        PreviousEnd = Value.From(Month.OnDayOfMonth(1).PlusDays(-1));
    }

    public RuleQuestion Asked { get; }

    public Plan Plan { get; }

    public YearMonth Month => Asked.Month;

    public LocalDate KnownAt => Asked.KnownAt;

    public string Place => Asked.Place;

    public required Text.LocalText PlaceName { get; init; }

    public ResolvedParameter[] Parameters { get; }

    /// <summary>The entries in force, for each parameter.</summary>
    public IReadOnlyDictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>> Used { get; }

    /// <summary>Programmes of which no version is in force, and why.</summary>
    public IReadOnlyDictionary<string, Missing> Gaps { get; }

    /// <summary>The programmes that are decided: one that a place above begins only later is not.</summary>
    public IReadOnlyList<ProgrammeRules> Programmes { get; init; } = [];

    public Value Start { get; }

    public Value End { get; }

    public Value PreviousEnd { get; }

    /// <summary>The same rules, but with one programme left open.</summary>
    public MonthRules WithGap(string programme, Missing gap) =>
        new(Plan, Asked, Parameters, Used, new Dictionary<string, Missing>(Gaps, StringComparer.Ordinal) { [programme] = gap }) { PlaceName = PlaceName, Programmes = Programmes };

    public static LocalDate LastDay(YearMonth month) => month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month));

    public static MonthRules Create(Plan plan, in RuleQuestion asked, Text.LocalText placeName, IReadOnlyDictionary<string, Missing> gaps, IReadOnlyList<ProgrammeRules>? programmes = null)
    {
        var used = new Dictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>>();
        var parameters = new ResolvedParameter[plan.Rules.Parameters.Count];
        foreach (var p in plan.Rules.Parameters) parameters[p.Index] = Resolve(p, asked, used);
        return new MonthRules(plan, asked, parameters, used, gaps) { PlaceName = placeName, Programmes = programmes ?? plan.Rules.Programmes };
    }

    private static ResolvedParameter Resolve(RuleParameter p, in RuleQuestion asked, Dictionary<RuleParameter, IReadOnlyList<Merged<ParameterValue>>> used)
    {
        var entries = new List<Merged<ParameterValue>>();
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var series in p.Values.GroupBy(v => v.Definition.Key, StringComparer.Ordinal)) values[series.Key] = InForce(p, series.Key, [.. series], asked, entries);
        used[p] = entries;
        if (p.By.Count == 0) return ResolvedParameter.Of(values.TryGetValue("", out var v) ? v : Value.Unknown(RuleSets.Gaps.OfParameter(p, "", null)));
        return new ResolvedParameter(Value.Unknown(RuleSets.Gaps.OfParameter(p, "", null)), values, key => Value.Unknown(RuleSets.Gaps.OfParameter(p, key, null)));
    }

    private static Value InForce(RuleParameter p, string key, IReadOnlyList<Merged<ParameterValue>> series, in RuleQuestion asked, List<Merged<ParameterValue>> entries)
    {
        var (first, last) = (asked.FirstDay, asked.LastDay);
        var definitions = series.Select(s => s.Definition).ToArray();
        var (atFirst, atLast) = (Timeline.Resolve(definitions, first, asked.KnownAt), Timeline.Resolve(definitions, last, asked.KnownAt));
        var (found, day) = (atFirst, first);
        if (atFirst.Entry != atLast.Entry)
        {
            switch (p.Owner.Merged.MonthBasis)
            {
                case MonthBasis.First: break;
                case MonthBasis.Last: (found, day) = (atLast, last); break;
                default: return Value.Unknown(RuleSets.Gaps.ChangesInside(p.Name, asked.Month, p.Label));
            }
        }
        if (found.Entry is not { } entry) return Value.Unknown(RuleSets.Gaps.OfParameter(p, key, found));
        if (entry.AttestedThrough < day && !asked.AcceptUnattested) return Value.Unknown(RuleSets.Gaps.Unattested(p, entry));
        entries.Add(series.First(s => ReferenceEquals(s.Definition, entry)));
        return entry.Value;
    }
}
