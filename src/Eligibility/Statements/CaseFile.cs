using System.Text;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Statements;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility;

/// <summary>
/// What is known of a household over time: snapshots of its facts, each with the day from which it holds and the day on which it was reported. Immutable. Of the snapshots
/// reported by a day of knowledge, the one with the latest start holds; of equal starts the one reported last, which corrects the other. A change may be reported before it takes
/// effect (somebody announces a job) or after it (somebody forgot to): both are allowed, and what was known when is kept apart.
/// </summary>
public sealed class CaseFile
{
    internal CaseFile(IReadOnlyList<FactSnapshot> snapshots) => Snapshots = snapshots;

    internal IReadOnlyList<FactSnapshot> Snapshots { get; }

    /// <summary>A case of one snapshot that holds at all times and was always known.</summary>
    public CaseFile(Facts facts)
        : this([new FactSnapshot(facts, LocalDate.MinIsoValue, null, null, false)])
    {
    }

    /// <summary>
    /// Reads a case from JSON: <c>{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": { … } }, { "from": …, "reported": …, "changes": [ { "at": "members.1.incomes", "value": [ … ] } ] } ] }</c>.
    /// Changes are laid on the snapshot that stands before theirs in the file. The facts of a single household, without snapshots, are a case too. Throws <see cref="FactsException"/> with every mistake.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <param name="vocabulary">What may be said and in which words, such as a rule book's.</param>
    public static CaseFile Parse(string json, Vocabulary.Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var bag = new DiagnosticBag();
        return Read(Encoding.UTF8.GetBytes(json), "case", vocabulary, bag) ?? throw new FactsException(bag);
    }

    /// <summary>The case; null, with every mistake in <paramref name="bag"/>, when there is one.</summary>
    internal static CaseFile? Read(ReadOnlySpan<byte> utf8, string name, Vocabulary.Vocabulary vocabulary, DiagnosticBag bag) => CaseReader.Read(utf8, name, vocabulary, bag);

    /// <summary>The snapshot that holds on a day as known on another; null when none does.</summary>
    internal FactSnapshot? On(LocalDate day, LocalDate knownAt) => Snapshots.Count == 1 && Snapshots[0].Published is null ? Snapshots[0] : Timeline.Resolve(Snapshots, day, knownAt).Entry;
}

/// <summary>Facts with the day from which they hold and the day on which they were reported.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="From">The first day on which they hold.</param>
/// <param name="To">The last; null while they hold until the next.</param>
/// <param name="Published">The day they were reported; null when they were always known.</param>
/// <param name="Withdrawn">Whether this takes a snapshot of the same start back.</param>
internal sealed record FactSnapshot(Facts Facts, LocalDate From, LocalDate? To, LocalDate? Published, bool Withdrawn) : ITimed
{
    public bool HoldsNothing => false;
}
