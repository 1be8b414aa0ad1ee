using Eligibility.Evaluation;
using Eligibility.Values;
using NodaTime;

namespace Eligibility;

/// <summary>What a payer would pay the household in total.</summary>
/// <param name="Payer">The payer's key.</param>
/// <param name="ToAccount">Whether these are credits to a service account; they are never added to cash.</param>
/// <param name="Amount">The sum of the known payments.</param>
/// <param name="Complete">False when some amount of this payer is not known.</param>
public sealed record PayerTotal(string Payer, bool ToAccount, Money Amount, bool Complete);

/// <summary>The decisions of every programme of a place on one household in one month, as known on one day. Immutable.</summary>
public sealed class Assessment
{
    internal Assessment(HouseholdRun run, IReadOnlyList<Decision> decisions)
    {
        Run = run;
        Decisions = decisions;
    }

    internal HouseholdRun Run { get; }

    /// <summary>The place that was asked for, which may have been merged into another since; null when the facts' was taken.</summary>
    internal string? AskedPlace { get; init; }

    /// <summary>The month decided.</summary>
    public YearMonth Month => Run.Rules.Month;

    /// <summary>The day whose knowledge counts: nothing published later is used.</summary>
    public LocalDate KnownAt => Run.Rules.KnownAt;

    /// <summary>The name of the place whose rules were applied.</summary>
    public Text.LocalText PlaceName => Run.Rules.PlaceName;

    /// <summary>The code of the place whose rules were applied.</summary>
    public string Jurisdiction => Run.Rules.Place;

    /// <summary>One decision for every programme of the place, by key.</summary>
    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>The decision of a programme. Throws <see cref="KeyNotFoundException"/> when the place has no such programme.</summary>
    public Decision this[string programme] => Find(programme) ?? throw new KeyNotFoundException($"{Jurisdiction} has no programme {programme}");

    /// <summary>The decision of a programme, or null when the place has no such programme.</summary>
    public Decision? Find(string programme) => Decisions.FirstOrDefault(d => d.Programme == programme);

    /// <summary>The totals by payer, cash and account apart, in order of the payers' keys.</summary>
    public IReadOnlyList<PayerTotal> Totals()
    {
        var totals = new SortedDictionary<(string Payer, bool ToAccount), (Money Amount, bool Complete)>();
        foreach (var d in Decisions)
        {
            foreach (var b in d.Rules.Merged.Benefits.Select(b => (b.Definition.Payer, b.Definition.ToAccount)).Distinct())
            {
                var (sum, complete) = totals.GetValueOrDefault(b, (default, true));
                foreach (var p in d.Payments.Where(p => p.Payer == b.Payer && p.ToAccount == b.ToAccount)) sum += p.Amount;
                totals[b] = (sum, complete && d.AmountIfKnown is not null);
            }
        }
        return [.. totals.Where(t => t.Value.Amount.Yuan.Sign != 0 || !t.Value.Complete).Select(t => new PayerTotal(t.Key.Payer, t.Key.ToAccount, t.Value.Amount, t.Value.Complete))];
    }
}
