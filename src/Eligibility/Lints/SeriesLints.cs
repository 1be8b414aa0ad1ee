using Eligibility.RuleSets;
using Eligibility.Diagnostics;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Lints;

/// <summary>Asks about the series of values of a file: gaps, overlaps, open ends, implausible steps, old attestations.</summary>
internal static class SeriesLints
{
    private static readonly Number Half = Number.FromFraction(1, 2);

    public static void Run(RuleFile file, LocalDate? today, DiagnosticBag bag)
    {
        foreach (var p in file.Parameters)
            foreach (var series in p.Values.Where(v => !v.Withdrawn).GroupBy(v => v.Key, StringComparer.Ordinal))
                Series(series.Key.Length == 0 ? p.Name : $"{p.Name} ({series.Key})", [.. series.GroupBy(v => v.From).Select(Latest).OrderBy(v => v.From)], today, bag);
    }

    private static ParameterValue Latest(IGrouping<LocalDate, ParameterValue> sameStart) => sameStart.OrderBy(v => v.Published).Last();

    private static void Series(string name, ParameterValue[] values, LocalDate? today, DiagnosticBag bag)
    {
        for (var i = 0; i + 1 < values.Length; i++)
        {
            var (value, next) = (values[i], values[i + 1]);
            if (value.To is { } to)
            {
                if (to.PlusDays(1) < next.From) bag.GapInValues(next.Location, name, FeelDate.Format(to), FeelDate.Format(next.From));
                if (to >= next.From) bag.OverlapInValues(value.Location, name, FeelDate.Format(to), FeelDate.Format(next.From));
            }
            Step(name, value, next, bag);
        }
        var last = values[^1];
        if (last is { To: null, AttestedThrough: null, HoldsNothing: false }) bag.OpenLastValue(last.Location, name);
        if (last.AttestedThrough is { } through && today is { } day && through.PlusYears(2) < day) bag.LongUnattested(last.Location, name, FeelDate.Format(through));
    }

    /// <summary>A value more than half above, or less than two thirds of, the one before. Values are still texts in a file, and read here.</summary>
    private static void Step(string name, ParameterValue before, ParameterValue after, DiagnosticBag bag)
    {
        if (NumberOf(before) is not { Sign: > 0 } a || NumberOf(after) is not { Sign: > 0 } b) return;
        if (b > a + a * Half || a > b + b * Half) bag.ImplausibleStep(after.Location, name, a.ToString(), b.ToString());
    }

    private static Number? NumberOf(ParameterValue v) => v.Value.Kind switch
    {
        ValueKind.Number => v.Value.Number,
        ValueKind.String when Number.TryParse(v.Value.Text, out var n) => n,
        _ => null,
    };
}
