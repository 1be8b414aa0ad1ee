using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility;

/// <summary>One month of a statement.</summary>
/// <param name="Month">The month.</param>
/// <param name="Assessment">What was decided; null when no facts hold in the month.</param>
/// <param name="Gap">Why nothing could be decided; null when something was.</param>
/// <param name="FactsFrom">The day from which the facts hold that counted at the month's beginning; null when they always held or there are none.</param>
/// <param name="FactsReported">The day on which they were reported; null when they were always known.</param>
public sealed record StatementMonth(YearMonth Month, Assessment? Assessment, LocalText? Gap, LocalDate? FactsFrom, LocalDate? FactsReported)
{
    /// <summary>Whether the place was merged into another since the month before, or inside this one.</summary>
    public bool AfterMerger { get; init; }

    /// <summary>The decisions of the month, by programme; empty when there is a gap.</summary>
    public IReadOnlyList<Decision> Decisions => Assessment?.Decisions ?? [];

    /// <summary>The decision of a programme; null when the place has no such programme in the month.</summary>
    public Decision? Find(string programme) => Assessment?.Find(programme);
}

/// <summary>A decision before which those concerned must be heard.</summary>
/// <param name="Month">The first month with less, or with nothing.</param>
/// <param name="Programme">The programme's key.</param>
/// <param name="Title">Its official name.</param>
/// <param name="IsTermination">Whether nobody is covered any more; otherwise less is paid.</param>
/// <param name="Note">What the rules add; null when nothing.</param>
/// <param name="Cites">The articles.</param>
public sealed record HearingDuty(YearMonth Month, string Programme, LocalText Title, bool IsTermination, LocalText? Note, IReadOnlyList<string> Cites);

/// <summary>An amount that falls in the month of a merger of places.</summary>
/// <param name="Month">The month.</param>
/// <param name="Programme">The programme's key.</param>
/// <param name="Title">Its official name.</param>
/// <param name="Person">The key of the person; null for what is paid to the household, or where the amount cannot be told.</param>
/// <param name="Before">Yuan in the month before; null when an amount cannot be told.</param>
/// <param name="After">Yuan in the month; null when an amount cannot be told.</param>
public sealed record MergerLoss(YearMonth Month, string Programme, LocalText Title, string? Person, Money? Before, Money? After);

/// <summary>The sum of a programme over the months of a statement.</summary>
/// <param name="Programme">The programme's key.</param>
/// <param name="Title">Its official name.</param>
/// <param name="Amount">The sum of the known amounts.</param>
/// <param name="Complete">False when the amount of some month is not known.</param>
public sealed record StatementTotal(string Programme, LocalText Title, Money Amount, bool Complete);

/// <summary>
/// What a household was entitled to month by month, as known on one day. Every month is decided with the roll that the months before it left behind. Immutable.
/// </summary>
/// <param name="KnownAt">Nothing published or reported later is used.</param>
/// <param name="Months">The months, in order.</param>
public sealed record Statement(LocalDate KnownAt, IReadOnlyList<StatementMonth> Months)
{
    /// <summary>
    /// Everybody whose amount falls in the month of a merger of places, and every programme of which it cannot be told: empty when nobody is worse off.
    /// </summary>
    public IReadOnlyList<MergerLoss> LossesByMerger()
    {
        var losses = new List<MergerLoss>();
        for (var i = 1; i < Months.Count; i++)
        {
            if (!Months[i].AfterMerger) continue;
            foreach (var before in Months[i - 1].Decisions)
            {
                var after = Months[i].Find(before.Programme);
                if (before.AmountIfKnown is null || (after is not null && after.AmountIfKnown is null))
                {
                    if (before.Outcome != Outcome.Ineligible) losses.Add(new MergerLoss(Months[i].Month, before.Programme, before.Title, null, null, null));
                    continue;
                }
                foreach (var who in before.Payments.Select(p => p.Person).Distinct())
                {
                    var (then, now) = (SumOf(before, who), SumOf(after, who));
                    if (now.CompareTo(then) < 0) losses.Add(new MergerLoss(Months[i].Month, before.Programme, before.Title, who, then, now));
                }
            }
        }
        return losses;
    }

    /// <summary>Every month in which a programme pays less than in the month before, or nobody is covered any more, where its rules demand that those concerned be heard first (听取意见).</summary>
    public IReadOnlyList<HearingDuty> Hearings()
    {
        var duties = new List<HearingDuty>();
        for (var i = 1; i < Months.Count; i++)
        {
            foreach (var before in Months[i - 1].Decisions.Where(d => d.Outcome == Outcome.Eligible && d.AmountIfKnown is { Yuan.Sign: > 0 }))
            {
                if (Months[i].Find(before.Programme) is not { } now || now.Rules.Merged.Procedure?.Definition.Hearing is not { } hearing) continue;
                var ends = now.Outcome == Outcome.Ineligible;
                var falls = now.AmountIfKnown is { } amount && amount.CompareTo(before.AmountIfKnown!.Value) < 0;
                if ((ends && hearing.BeforeTermination) || (!ends && falls && hearing.BeforeReduction))
                    duties.Add(new HearingDuty(Months[i].Month, now.Programme, now.Title, ends, hearing.Note, Evaluation.DecisionMaker.Cites(hearing.Cites)));
            }
        }
        return duties;
    }

    private static Money SumOf(Decision? d, string? person) => (d?.Payments ?? []).Where(p => p.Person == person).Aggregate(default(Money), (sum, p) => sum + p.Amount);

    /// <summary>What the overlays assume that were laid on the rules; empty when there were none.</summary>
    public IReadOnlyList<LocalText> Assumptions { get; init; } = [];

    /// <summary>The sums, by programme; one that pays nothing and only recognises somebody is left out.</summary>
    public IReadOnlyList<StatementTotal> Totals()
    {
        var totals = new SortedDictionary<string, StatementTotal>(StringComparer.Ordinal);
        foreach (var d in Months.SelectMany(m => m.Decisions).Where(d => d.Rules.PaysAnything))
        {
            var sum = totals.GetValueOrDefault(d.Programme) ?? new StatementTotal(d.Programme, d.Title, default, true);
            var amount = d.AmountIfKnown ?? d.Payments.Aggregate(default(Money), (a, p) => a + p.Amount);
            totals[d.Programme] = sum with { Title = d.Title, Amount = sum.Amount + amount, Complete = sum.Complete && d.AmountIfKnown is not null };
        }
        return [.. totals.Values.Where(t => t.Amount.Yuan.Sign != 0 || !t.Complete)];
    }
}
