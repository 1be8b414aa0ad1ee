using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Receipts;

/// <summary>Reads a receipt.</summary>
internal static class ReceiptReader
{
    /// <summary>Whether a JSON text is a receipt at all, so that a tool can take either kind of file.</summary>
    public static bool IsReceipt(FactNode root) => root.Get("receipt") is not null;

    /// <summary>The receipt; null, with what is wrong, when it cannot be used.</summary>
    public static Receipt? Read(ReadOnlySpan<byte> utf8, string name, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var root = JsonDocumentReader.Read(name, utf8, own, out var source);
        var receipt = root is null ? null : Read(FactNode.From(root, source), own);
        bag.AddRange(own);
        return own.HasErrors ? null : receipt;
    }

    private static Receipt? Read(FactNode root, DiagnosticBag bag)
    {
        if (root.Get("receipt") is not { Kind: FactNodeKind.Number } format)
        {
            bag.NoReceipt(root.Place);
            return null;
        }
        if (format.Text != "1")
        {
            bag.ReceiptFormat(format.Location, format.Text);
            return null;
        }
        YearMonth month = default;
        LocalDate knownAt = default;
        if (!FeelDate.TryParseMonth(Text("month"), out month)) Missing("month");
        if (!FeelDate.TryParse(Text("knownAt"), out knownAt)) Missing("knownAt");
        foreach (var key in new[] { "facts", "digest", "engine" }.Where(k => Text(k).Length == 0)) Missing(key);
        var files = Items("files").Select(f => new ReceiptFile(Of(f, "name"), Of(f, "hash"), string.Join('\n', (f.Get("lines")?.Items ?? []).Select(l => l.Text)))).ToArray();
        var records = Items("decisions").Select(d => new DecisionRecord(Of(d, "programme"), Of(d, "ruleSet"),
            [.. (d.Get("record")?.Entries ?? []).Select(e => new KeyValuePair<string, string>(e.Key, e.Value.Text))])).ToArray();
        if (files.Length == 0 || files.Any(f => RuleDirectory.KindOf(f.Name) is null)) Missing("files");
        if (bag.HasErrors) return null;
        return new Receipt
        {
            Month = month, KnownAt = knownAt, Jurisdiction = root.Get("jurisdiction") is { Kind: FactNodeKind.String } j ? j.Text : null,
            AcceptUnattested = root.Get("acceptUnattested") is { Text: "true" }, Engine = Text("engine"), Digest = Text("digest"), Facts = Text("facts"),
            Overlays = [.. (root.Get("overlays")?.Items ?? []).Select(i => i.Text)], Files = files, Records = records,
        };

        string Text(string key) => Of(root, key);
        void Missing(string key) => bag.ReceiptPart((root.Get(key) ?? root).Place, key);
        IReadOnlyList<FactNode> Items(string key) => root.Get(key) is { Kind: FactNodeKind.Array } a ? a.Items : [];
    }

    private static string Of(FactNode node, string key) => node.Get(key) is { Kind: FactNodeKind.String } s ? s.Text : "";
}
