using Eligibility.Diagnostics;
using Eligibility.Receipts;
using Eligibility.RuleSets;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility;

/// <summary>What kind of thing differs in a replay.</summary>
public enum ReplayDifferenceKind
{
    /// <summary>The question, the facts or the digest over both and the result.</summary>
    Input,

    /// <summary>A rule file or a rule set.</summary>
    Rule,

    /// <summary>The value of a parameter.</summary>
    Value,

    /// <summary>What was decided.</summary>
    Result,
}

/// <summary>One thing that differs between a receipt and its replay.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Programme">The programme's key; null when it concerns all.</param>
/// <param name="Name">What differs.</param>
/// <param name="Recorded">As the receipt has it; null when it has no such thing.</param>
/// <param name="Replayed">As it came out again; null when there is no such thing.</param>
public sealed record ReplayDifference(ReplayDifferenceKind Kind, string? Programme, string Name, string? Recorded, string? Replayed);

/// <summary>A receipt decided again.</summary>
public sealed class Replay
{
    private readonly List<ReplayDifference> _differences = [];

    private Replay(Receipt receipt, Assessment assessment)
    {
        Receipt = receipt;
        Assessment = assessment;
    }

    /// <summary>The receipt.</summary>
    public Receipt Receipt { get; }

    /// <summary>What came out this time.</summary>
    public Assessment Assessment { get; }

    /// <summary>Everything that differs; empty when the replay is identical.</summary>
    public IReadOnlyList<ReplayDifference> Differences => _differences;

    /// <summary>Whether nothing differs.</summary>
    public bool IsIdentical => _differences.Count == 0;

    /// <summary>Decides a receipt again by the rules that it holds itself.</summary>
    /// <exception cref="RuleBookException">The rules in the receipt cannot be loaded: it was altered.</exception>
    /// <exception cref="FactsException">The facts in the receipt cannot be read: it was altered.</exception>
    /// <exception cref="QuestionException">The question can no longer be asked: it was altered.</exception>
    public static Replay Of(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var book = BookOf(receipt);
        foreach (var name in receipt.Overlays) book = book.WithOverlay(name);
        var replay = Against(receipt, book, receipt.KnownAt);
        foreach (var f in receipt.Files.Where(f => ReceiptFile.HashOf(f.Text) != f.Hash)) replay._differences.Insert(0, new ReplayDifference(ReplayDifferenceKind.Rule, null, f.Name, f.Hash, ReceiptFile.HashOf(f.Text)));
        return replay;
    }

    /// <summary>The rules that a receipt holds.</summary>
    internal static RuleBook BookOf(Receipt receipt)
    {
        var bag = new DiagnosticBag();
        return RuleBook.TryLoad([.. receipt.Files.Select(f => f.Source)], bag, bindAll: false) is { } loaded && !bag.HasErrors ? loaded.AsExcerpt() : throw new RuleBookException(bag);
    }

    /// <summary>Decides a receipt again by other rules, or with the knowledge of another day.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="book">The rules.</param>
    /// <param name="knownAt">The day of knowledge; null takes that of the receipt.</param>
    public static Replay By(Receipt receipt, RuleBook book, LocalDate? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(book);
        foreach (var name in receipt.Overlays) book = book.WithOverlay(name);
        return Against(receipt, book, knownAt ?? receipt.KnownAt);
    }

    private static Replay Against(Receipt receipt, RuleBook book, LocalDate knownAt)
    {
        var facts = Facts.Parse(receipt.Facts, book.Vocabulary);
        var replay = new Replay(receipt, book.Assess(facts, receipt.Month, knownAt, receipt.Jurisdiction, receipt.AcceptUnattested));
        replay.CompareInputs(facts, knownAt);
        replay.CompareRecords([.. replay.Assessment.Decisions.Select(DecisionRecord.Of)]);
        return replay;
    }

    private void CompareInputs(Facts facts, LocalDate knownAt)
    {
        Compare(ReplayDifferenceKind.Input, null, "knownAt", FeelDate.Format(Receipt.KnownAt), FeelDate.Format(knownAt));
        Compare(ReplayDifferenceKind.Input, null, "facts", Receipt.Facts, facts.ToJson());
        Compare(ReplayDifferenceKind.Input, null, "digest", Receipt.Digest, Receipt.ComputeDigest());
    }

    private void CompareRecords(IReadOnlyList<DecisionRecord> replayed)
    {
        foreach (var programme in Receipt.Records.Concat(replayed).Select(r => r.Programme).Distinct())
        {
            var (a, b) = (Receipt.Records.FirstOrDefault(r => r.Programme == programme), replayed.FirstOrDefault(r => r.Programme == programme));
            Compare(ReplayDifferenceKind.Rule, programme, "ruleSet", a?.RuleSet, b?.RuleSet);
            // A set that was only added or taken away is told once, not entry by entry.
            if (a is null || b is null) continue;
            var (x, y) = (Map(a), Map(b));
            foreach (var key in a.Entries.Concat(b.Entries).Select(e => e.Key).Distinct())
                Compare(key.StartsWith("value ", StringComparison.Ordinal) ? ReplayDifferenceKind.Value : ReplayDifferenceKind.Result, programme, key, x.GetValueOrDefault(key), y.GetValueOrDefault(key));
        }
    }

    private static Dictionary<string, string> Map(DecisionRecord r) => r.Entries.DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);

    private void Compare(ReplayDifferenceKind kind, string? programme, string name, string? recorded, string? replayed)
    {
        if (recorded != replayed) _differences.Add(new ReplayDifference(kind, programme, name, recorded, replayed));
    }
}
