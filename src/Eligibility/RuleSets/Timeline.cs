using NodaTime;

namespace Eligibility.RuleSets;

/// <summary>
/// The one rule by which files, values and snapshots of facts resolve in two times: among the entries published on or before
/// known-at, the greatest start not after the day; equal start: the latest published. An entry whose end has passed leaves a gap.
/// </summary>
internal static class Timeline
{
    /// <summary>What was found, and the neighbours of the day when nothing was.</summary>
    /// <param name="Entry">The entry in force; null when there is none.</param>
    /// <param name="Before">The last entry that began on or before the day; it has ended when <paramref name="Entry"/> is null.</param>
    /// <param name="After">The first entry that begins after the day.</param>
    internal sealed record Found<T>(T? Entry, T? Before, T? After)
        where T : class, ITimed;

    public static Found<T> Resolve<T>(IEnumerable<T> entries, LocalDate day, LocalDate knownAt)
        where T : class, ITimed
    {
        T? before = null, after = null;
        foreach (var e in Visible(entries, knownAt))
        {
            if (e.From <= day)
            {
                if (before is null || e.From > before.From) before = e;
            }
            else if (after is null || e.From < after.From) after = e;
        }
        var inForce = before is { HoldsNothing: false } && (before.To is not { } to || to >= day) ? before : null;
        return new Found<T>(inForce, before, after);
    }

    /// <summary>One entry for each start: the latest published of those that are known; none where that one withdraws it.</summary>
    public static IEnumerable<T> Visible<T>(IEnumerable<T> entries, LocalDate knownAt)
        where T : class, ITimed
    {
        var latest = new Dictionary<LocalDate, T>();
        foreach (var e in entries)
        {
            if (e.Published > knownAt) continue;
            if (!latest.TryGetValue(e.From, out var other) || IsLater(e, other)) latest[e.From] = e;
        }
        return latest.Values.Where(e => !e.Withdrawn);
    }

    /// <summary>Whether one of two entries of the same start displaces the other; an unknown day of publication counts as the earliest.</summary>
    private static bool IsLater(ITimed a, ITimed b) => a.Published is { } x && (b.Published is not { } y || x >= y);
}
