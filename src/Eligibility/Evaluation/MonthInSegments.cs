using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Evaluation;

/// <summary>Puts the segments of a month together: each payment is its exact amount by the days of each segment, added up, and rounded once by its clause.</summary>
internal static class MonthInSegments
{
    public static Decision Combine(IReadOnlyList<MonthSegment> segments, YearMonth month)
    {
        var days = month.Calendar.GetDaysInMonth(month.Year, month.Month);
        // What a reader is shown beside the amounts is the last segment in which somebody is covered.
        var shown = (segments.LastOrDefault(p => p.Decision.Outcome == Outcome.Eligible) ?? segments[^1]).Decision;
        var outcome = segments.Any(p => p.Decision.Outcome == Outcome.Eligible) ? Outcome.Eligible
            : segments.Any(p => p.Decision.Outcome == Outcome.Undetermined) ? Outcome.Undetermined : Outcome.Ineligible;
        var missing = segments.SelectMany(p => p.Decision.Missing).Distinct().ToArray();
        var known = segments.All(p => p.Decision.AmountIfKnown is not null);
        var payments = known ? Payments(segments, days) : [];
        var total = default(Money);
        foreach (var p in payments) total += p.Amount;
        return shown with { Outcome = outcome, Missing = missing, Payments = payments, AmountIfKnown = known ? total : null, Segments = segments };
    }

    /// <summary>The number of its days.</summary>
    public static int Days(MonthSegment segment) => Period.DaysBetween(segment.From, segment.To) + 1;

    /// <summary>The amount of a payment before rounding; null when it is not paid to the instance.</summary>
    public static Number? Exact(HouseholdRun run, RuleItem payment, EntityRecord instance) =>
        run.Evaluate(((BoundIf)payment.Bound).Condition, instance).IsTrue && run[payment.Of!, instance] is { Kind: ValueKind.Number } exact ? exact.Number : null;

    private static List<Payment> Payments(IReadOnlyList<MonthSegment> segments, int days)
    {
        var sums = new Dictionary<(string Benefit, string? Person), (Number Exact, RuleItem Item)>();
        foreach (var segment in segments)
        {
            var run = segment.Decision.Run;
            var length = Days(segment);
            foreach (var item in segment.Decision.Rules.Payments)
            {
                foreach (var instance in run.Instances(item))
                {
                    if (Exact(run, item, instance) is not { } exact) continue;
                    var key = (item.Name, instance.Parent is null ? null : DecisionMaker.KeyOf(instance));
                    Number.TryDivide(exact * length, days, out var share);
                    sums[key] = (sums.TryGetValue(key, out var sum) ? sum.Exact + share : share, item);
                }
            }
        }
        var payments = new List<Payment>();
        foreach (var (key, (exact, item)) in sums)
        {
            var benefit = (BenefitDefinition)item.Definition!;
            // Loading demands the clause of every benefit that is paid by days.
            var rounded = exact.RoundTo(benefit.Rounding!.Mode, benefit.Rounding.To);
            if (rounded.Sign != 0 && Money.TryFromYuan(rounded, out var amount)) payments.Add(new Payment(key.Benefit, item.Label, key.Person, benefit.Payer, benefit.ToAccount, amount));
        }
        return payments;
    }
}
