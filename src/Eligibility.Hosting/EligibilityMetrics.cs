using System.Diagnostics.Metrics;

namespace Eligibility.Hosting;

/// <summary>
/// What is measured, under the meter "Eligibility": decisions by programme and outcome, the time an assessment takes in microseconds, and the age of the
/// book in seconds. No measurement carries anything about a household.
/// </summary>
public sealed class EligibilityMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Eligibility";

    private readonly Counter<long> _decisions;
    private readonly Histogram<long> _duration;

    /// <summary>Made by the host.</summary>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="source">The book whose age is measured.</param>
    /// <param name="time">The clock.</param>
    public EligibilityMetrics(IMeterFactory meters, RuleBookSource source, TimeProvider time)
    {
        var meter = meters.Create(MeterName);
        _decisions = meter.CreateCounter<long>("eligibility.decisions", "{decision}", "decisions by programme and outcome");
        _duration = meter.CreateHistogram<long>("eligibility.assessment.duration", "us", "time one assessment took");
        meter.CreateObservableGauge("eligibility.book.age", () => (long)(time.GetUtcNow() - source.LoadedAt).TotalSeconds, "s", "age of the rule book");
    }

    internal void Record(Assessment assessment, TimeSpan elapsed)
    {
        _duration.Record((long)elapsed.TotalMicroseconds);
        foreach (var d in assessment.Decisions)
            _decisions.Add(1, new KeyValuePair<string, object?>("programme", d.Programme), new KeyValuePair<string, object?>("outcome", d.Outcome.ToString()));
    }
}
