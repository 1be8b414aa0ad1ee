using Eligibility.Vocabulary;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Eligibility.Hosting;

/// <summary>Assesses households with the host's current book, measured and logged without personal data. Safe to use from many threads.</summary>
/// <param name="source">The book.</param>
/// <param name="metrics">What is measured.</param>
/// <param name="time">The clock that measures; it decides nothing.</param>
/// <param name="log">Gets place, month, counts and time: never a fact, a name or a number of a person.</param>
public sealed partial class AssessmentService(RuleBookSource source, EligibilityMetrics metrics, TimeProvider time, ILogger<AssessmentService> log)
{
    /// <summary>As <see cref="RuleBook.Assess"/>, with the book that is current when the call begins; it throws the same.</summary>
    /// <param name="facts">The household.</param>
    /// <param name="month">The month to decide.</param>
    /// <param name="knownAt">Nothing published after this day is used.</param>
    /// <param name="jurisdiction">The place whose rules apply; null takes the one the facts state.</param>
    /// <param name="acceptUnattested">Whether values may be used beyond the last day on which a source attests them.</param>
    public Assessment Assess(Facts facts, YearMonth month, LocalDate knownAt, string? jurisdiction = null, bool acceptUnattested = false)
    {
        var book = source.Current;
        var began = time.GetTimestamp();
        var assessment = book.Assess(facts, month, knownAt, jurisdiction, acceptUnattested);
        var elapsed = time.GetElapsedTime(began);
        metrics.Record(assessment, elapsed);
        Assessed(log, assessment.Jurisdiction, month, assessment.Decisions.Count(d => d.Outcome == Outcome.Eligible), assessment.Decisions.Count(d => d.Outcome == Outcome.Undetermined),
            assessment.Decisions.Count, book.ContentHash, (long)elapsed.TotalMicroseconds);
        return assessment;
    }

    [LoggerMessage(10, LogLevel.Information, "Assessed {Place} {Month}: {Eligible} eligible, {Undetermined} undetermined of {Programmes} programmes, book {Hash}, {Microseconds} µs")]
    private static partial void Assessed(ILogger log, string place, YearMonth month, int eligible, int undetermined, int programmes, string hash, long microseconds);
}
