using Eligibility.Evaluation;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Statements;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Simulation.Impact;

/// <summary>That a variant is a reform in a month before the one that is decided: what it adds there may be paid back (补发).</summary>
/// <param name="Reform">The reform, by its place among the variants.</param>
/// <param name="Before">The rules as they are in that month, likewise.</param>
internal sealed record BackMonth(int Reform, int Before);

/// <summary>
/// Counts what a reform that holds from an earlier month comes to for one such month, and what of it is owed: by the clause of the notice that its values
/// cite, household by household, as `adjust` would say. Used by one thread.
/// </summary>
/// <param name="variant">The reform in that month.</param>
/// <param name="before">The programmes of the rules as they are.</param>
/// <param name="after">Those of the reform.</param>
internal sealed class ArrearsCounter(Variant variant, IReadOnlyList<ProgrammeCounter> before, IReadOnlyList<ProgrammeCounter> after)
{
    /// <summary>What the tally says where it is not known how much there is.</summary>
    public const string Unknown = "unknown";

    private static readonly DifferenceStanding[] Standings = Enum.GetValues<DifferenceStanding>();

    private readonly (ProgrammeCounter Before, ProgrammeCounter After, int IndexBefore, int IndexAfter)[] _pairs =
    [
        .. before.Select((b, i) => (b, a: after.ToList().FindIndex(x => x.Verdicts.Rules.Programme == b.Verdicts.Rules.Programme), i)).Where(x => x.a >= 0 && variant.Touched.Contains(x.b.Verdicts.Rules.Programme) && !x.b.IsGapped && !after[x.a].IsGapped)
            .Select(x => (x.b, after[x.a], x.i, x.a)),
    ];

    private readonly SortedDictionary<string, Int128> _sums = new(StringComparer.Ordinal);

    /// <param name="h">The household.</param>
    /// <param name="standingsBefore">What it gets without the reform.</param>
    /// <param name="standingsAfter">What it gets with it.</param>
    /// <param name="chunk">Where its facts are.</param>
    /// <param name="kernelsBefore">The evaluator of the rules as they are.</param>
    /// <param name="kernelsAfter">That of the reform.</param>
    public void Count(Household h, Standing[] standingsBefore, Standing[] standingsAfter, Chunk chunk, KernelPair kernelsBefore, KernelPair kernelsAfter)
    {
        (HouseholdRun Before, HouseholdRun After)? runs = null;
        foreach (var p in _pairs)
        {
            var (b, a) = (standingsBefore[p.IndexBefore], standingsAfter[p.IndexAfter]);
            if (b.Fen is null || a.Fen is null)
            {
                Add(p.Before, Unknown, 0, h.Weight);
                continue;
            }
            if (!Reasons.Differ(p.Before.Verdicts, p.After.Verdicts, h.Row)) continue;
            runs ??= (kernelsBefore.Exactly(chunk, h.Row), kernelsAfter.Exactly(chunk, h.Row));
            var (then, now) = (DecisionMaker.Decide(runs.Value.Before, p.Before.Verdicts.Rules), DecisionMaker.Decide(runs.Value.After, p.After.Verdicts.Rules));
            var fen = new long[Standings.Length];
            foreach (var (standing, difference) in Differences(then, now)) fen[(int)standing] += difference;
            foreach (var standing in Standings.Where(s => fen[(int)s] != 0)) Add(p.Before, standing.ToString(), fen[(int)standing], h.Weight);
        }
    }

    private IEnumerable<(DifferenceStanding Standing, long Fen)> Differences(Decision then, Decision now)
    {
        var judge = new ArrearsJudge(then, now, (m, p) => ArrearsJudge.Shows(now.Run.Facts, now.Programme, m, p));
        foreach (var (benefit, person) in then.Payments.Concat(now.Payments).Select(p => (p.Benefit, p.Person)).Distinct())
        {
            Money Of(Decision d) => d.Payments.Where(p => p.Benefit == benefit && p.Person == person).Aggregate(default(Money), (sum, p) => sum + p.Amount);
            var difference = Of(now) - Of(then);
            if (difference.Yuan.Sign == 0) continue;
            yield return (judge.Judge(DifferenceCause.Value, difference, variant.Rules.Month, benefit, person).Standing, (long)(difference.Yuan * 100).Numerator);
        }
    }

    private void Add(ProgrammeCounter programme, string standing, long fen, long weight)
    {
        var name = $"{programme.Verdicts.Rules.Programme}/{standing}";
        _sums[name] = _sums.GetValueOrDefault(name) + ((Int128)fen * weight);
        _sums[$"{name}/households"] = _sums.GetValueOrDefault($"{name}/households") + weight;
    }

    public void AddTo(Tally tally)
    {
        foreach (var (name, sum) in _sums) tally.Add($"{NameOf(variant.Back!.Reform, variant.Rules.Month)}/{name}", sum);
    }

    /// <summary>The name in the tally of what a reform comes to in an earlier month.</summary>
    public static string NameOf(int reform, YearMonth month) => $"v{reform}/arrears/{FeelDate.Format(month)}";
}
