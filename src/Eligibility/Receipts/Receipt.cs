using System.Security.Cryptography;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.Receipts;
using Eligibility.RuleSets;
using Eligibility.Values;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace Eligibility;

/// <summary>
/// A decision with everything that it rests on: the question, the facts, the text of every rule file of the place, and what came out. It can be decided again anywhere, later, after the
/// files have changed. Its digest finds accidents, not forgery. Immutable.
/// </summary>
public sealed record Receipt
{
    /// <summary>The version of the format.</summary>
    internal const int Format = 1;

    internal Receipt()
    {
    }

    /// <summary>The month decided.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>The day whose knowledge counted.</summary>
    public required LocalDate KnownAt { get; init; }

    /// <summary>The place that was asked for; null when it was the one that the facts state.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Whether values were used beyond the last day on which a source attests them.</summary>
    public bool AcceptUnattested { get; init; }

    /// <summary>The version of the engine that made it; of no account for the digest.</summary>
    public required string Engine { get; init; }

    /// <summary>The digest as written down.</summary>
    public required string Digest { get; init; }

    /// <summary>The facts as canonical JSON.</summary>
    internal string Facts { get; init; } = "";

    /// <summary>Names of the overlays that were laid, in their order.</summary>
    internal IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>The files, each with the hash that was written down for it.</summary>
    internal IReadOnlyList<ReceiptFile> Files { get; init; } = [];

    internal IReadOnlyList<DecisionRecord> Records { get; init; } = [];

    internal static string EngineVersion => typeof(Receipt).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The question in one line, for the digest.</summary>
    internal string Question => $"{FeelDate.Format(Month)} {FeelDate.Format(KnownAt)} {Jurisdiction} {(AcceptUnattested ? "accept-unattested " : "")}{string.Join(' ', Overlays)}";

    /// <summary>The digest of what the receipt holds; another than <see cref="Digest"/> when it was altered.</summary>
    internal string ComputeDigest() => DecisionRecord.Digest(Question, Facts, Records);

    /// <summary>Reads a receipt. Throws <see cref="Vocabulary.FactsException"/> with what is wrong when it is none.</summary>
    /// <param name="json">The text of the receipt.</param>
    public static Receipt Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var bag = new DiagnosticBag();
        return ReceiptReader.Read(Encoding.UTF8.GetBytes(json), "receipt", bag) ?? throw new Vocabulary.FactsException(bag);
    }

    /// <summary>The receipt as JSON.</summary>
    public string ToJson() => JsonText.Of(new JObject
    {
        ["receipt"] = Format,
        ["engine"] = Engine,
        ["month"] = FeelDate.Format(Month),
        ["knownAt"] = FeelDate.Format(KnownAt),
        ["jurisdiction"] = Jurisdiction,
        ["acceptUnattested"] = AcceptUnattested,
        ["overlays"] = new JArray(Overlays),
        // As text: a reader that makes numbers of it would change them.
        ["facts"] = Facts,
        ["decisions"] = new JArray(Records.Select(r => new JObject { ["programme"] = r.Programme, ["ruleSet"] = r.RuleSet, ["record"] = new JObject(r.Entries.Select(e => new JProperty(e.Key, e.Value))) })),
        ["digest"] = Digest,
        ["files"] = new JArray(Files.Select(f => new JObject { ["name"] = f.Name, ["hash"] = f.Hash, ["lines"] = new JArray(f.Text.Split('\n')) })),
    });

    /// <summary>The payments that were decided, and a nil payment for each programme of which nothing was, so that it is known to have been decided.</summary>
    internal IEnumerable<PaidAmount> Payments()
    {
        foreach (var r in Records.Where(r => r.Entries.Any(e => e is { Key: "payable", Value.Length: > 0 })))
        {
            foreach (var e in r.Entries.Where(e => e.Key.StartsWith("payment ", StringComparison.Ordinal)))
            {
                var (name, amount) = (e.Key["payment ".Length..].Split('@', 2), e.Value.Split(' ')[0]);
                if (Number.TryParse(amount, out var n) && Money.TryFromYuan(n, out var money)) yield return new PaidAmount(Month, r.Programme, name[0], name.Length > 1 ? name[1] : null, money);
            }
            yield return new PaidAmount(Month, r.Programme, "", null, default);
        }
    }

    /// <summary>The receipt of an assessment that a book made.</summary>
    internal static Receipt Of(RuleBook book, Assessment assessment)
    {
        var asked = assessment.Run.Rules.Asked;
        var receipt = new Receipt
        {
            Month = asked.Month,
            KnownAt = asked.KnownAt,
            Jurisdiction = assessment.AskedPlace == assessment.Run.Facts.Jurisdiction ? null : assessment.AskedPlace,
            AcceptUnattested = asked.AcceptUnattested,
            Engine = EngineVersion,
            Digest = "",
            Facts = assessment.Run.Facts.ToJson(),
            Overlays = [.. book.ActiveOverlays.Select(o => o.Source.Name)],
            Files = ReceiptFile.Of(book, assessment),
            Records = [.. assessment.Decisions.Select(DecisionRecord.Of)],
        };
        return receipt with { Digest = receipt.ComputeDigest() };
    }
}

/// <summary>A rule file inside a receipt.</summary>
/// <param name="Name">Its name in the rules directory.</param>
/// <param name="Hash">The hash written down for it.</param>
/// <param name="Text">Its text.</param>
internal sealed record ReceiptFile(string Name, string Hash, string Text)
{
    public RuleSourceFile Source => new(Name, Encoding.UTF8.GetBytes(Text), RuleDirectory.KindOf(Name) ?? RuleSourceKind.Rules);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>Vocabulary, places, and every rule file of the place and of those it lies in: so that versions and gaps come out as they did.</summary>
    public static IReadOnlyList<ReceiptFile> Of(RuleBook book, Assessment assessment)
    {
        var library = book.Library;
        var chain = assessment.Decisions.Select(d => d.Run.Rules.Place).Append(assessment.Jurisdiction).Distinct().SelectMany(library.Jurisdictions.Chain).Select(j => j.Code).ToHashSet(StringComparer.Ordinal);
        var files = library.Files.Where(f => chain.Contains(f.Jurisdiction)).Concat(book.ActiveOverlays).Select(f => f.Source);
        return [.. library.Common.Concat(files).Select(s => new ReceiptFile(s.Name, HashOf(s.Content), s.Content)).DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }
}
