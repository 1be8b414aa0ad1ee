using Eligibility.RuleSets;
using NodaTime;

namespace Eligibility.Statements;

/// <summary>One thing more that is known: rule files, values or facts of one day, and the first day on which any of it holds.</summary>
internal readonly record struct KnowledgeStep(DifferenceCause Cause, LocalDate Day, LocalDate Reaches);

/// <summary>
/// The way from what was known to what is known now, one publication after the other: of each day the rule files first, then the values, and at the end the facts by the days of
/// their reports. The order is always this one, so that two runs tell the same causes apart in the same way.
/// </summary>
internal static class KnowledgeSteps
{
    public static IReadOnlyList<KnowledgeStep> Between(RuleBook book, CaseFile file, IEnumerable<string> places, LocalDate earliest, LocalDate now)
    {
        var chain = places.SelectMany(p => book.Library.Jurisdictions.Chain(p)).Select(j => j.Code).ToHashSet(StringComparer.Ordinal);
        var files = book.Library.Files.Where(f => chain.Contains(f.Jurisdiction)).ToArray();
        var values = files.Concat(book.ActiveOverlays).SelectMany(f => f.Parameters).SelectMany(p => p.Values);
        var steps = Steps(DifferenceCause.Law, files).Concat(Steps(DifferenceCause.Value, values)).OrderBy(s => s.Day).ThenBy(s => s.Cause);
        return [.. steps, .. Steps(DifferenceCause.Facts, file.Snapshots).OrderBy(s => s.Day)];

        IEnumerable<KnowledgeStep> Steps(DifferenceCause cause, IEnumerable<ITimed> entries) =>
            entries.Where(e => e.Published > earliest && e.Published <= now).GroupBy(e => e.Published!.Value).Select(day => new KnowledgeStep(cause, day.Key, day.Min(e => e.From)));
    }

    /// <summary>What is known of a month that was decided on a day, once everything up to and with a step has become known.</summary>
    public static Knowledge After(IReadOnlyList<KnowledgeStep> steps, int count, LocalDate decided)
    {
        var (law, values, facts) = (decided, decided, decided);
        for (var i = 0; i < count; i++)
        {
            var day = steps[i].Day;
            switch (steps[i].Cause)
            {
                case DifferenceCause.Law: law = LocalDate.Max(law, day); break;
                case DifferenceCause.Value: values = LocalDate.Max(values, day); break;
                default: facts = LocalDate.Max(facts, day); break;
            }
        }
        return new Knowledge(law, values, facts);
    }
}
