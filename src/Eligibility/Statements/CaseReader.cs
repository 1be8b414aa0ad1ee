using System.Globalization;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Statements;

/// <summary>Reads a case file: snapshots of facts, whole or as changes to the one before.</summary>
internal sealed class CaseReader(Vocabulary.Vocabulary vocabulary, DiagnosticBag bag)
{
    private const string SnapshotsKey = "snapshots";
    private static readonly string[] Keys = ["from", "to", "reported", "withdrawn", "facts", "changes"];

    public static CaseFile? Read(ReadOnlySpan<byte> utf8, string name, Vocabulary.Vocabulary vocabulary, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var root = JsonDocumentReader.Read(name, utf8, own, out var source);
        CaseFile? result = null;
        if (root is not null)
        {
            var node = FactNode.From(root, source);
            if (node.Get(SnapshotsKey) is { } list) result = new CaseReader(vocabulary, own).Read(node, list);
            else if (Facts.Read(node, vocabulary, own) is { } facts) result = new CaseFile(facts);
        }
        bag.AddRange(own);
        return own.HasErrors ? null : result;
    }

    private CaseFile? Read(FactNode root, FactNode list)
    {
        foreach (var e in root.Entries.Where(e => e.Key is not (SnapshotsKey or Facts.SchemaKey))) bag.UnknownCaseKey(e.KeyLocation, e.Key, NearestName.Find(e.Key, [SnapshotsKey]), "$." + e.Key);
        if (list.Kind != FactNodeKind.Array || list.Items.Count == 0)
        {
            bag.NoSnapshots(list.Place);
            return null;
        }
        var snapshots = new List<(FactSnapshot Snapshot, Location At)>();
        FactNode? before = null;
        for (var i = 0; i < list.Items.Count; i++)
            if (ReadSnapshot(list.Items[i], string.Create(CultureInfo.InvariantCulture, $"$.{SnapshotsKey}[{i}]"), ref before) is { } read) snapshots.Add((read, list.Items[i].Place));
        Check(snapshots);
        return new CaseFile([.. snapshots.Select(s => s.Snapshot)]);
    }

    private FactSnapshot? ReadSnapshot(FactNode node, string path, ref FactNode? before)
    {
        if (node.Kind != FactNodeKind.Object)
        {
            bag.SnapshotShape(node.Place, path);
            return null;
        }
        foreach (var e in node.Entries.Where(e => !Keys.Contains(e.Key))) bag.UnknownCaseKey(e.KeyLocation, e.Key, NearestName.Find(e.Key, Keys), $"{path}.{e.Key}");
        var (from, to, reported) = (Day(node, "from", path, required: true), Day(node, "to", path, required: false), Day(node, "reported", path, required: true));
        var withdrawn = node.Get("withdrawn") is { Kind: FactNodeKind.Boolean, Text: "true" };
        if (to < from) bag.SnapshotDates(node.Get("to")!.Location, FeelDate.Format(to!.Value), $"{path}.to");
        var facts = FactsOf(node, path, before, withdrawn);
        if (facts is null) return null;
        before = facts;
        if (Facts.Read(facts, vocabulary, bag) is not { } read || from is not { } start || reported is not { } day) return null;
        // What lies after the day of the report was not yet known then.
        FactDates.Check(read, day, day, bag);
        return new FactSnapshot(read, start, to, day, withdrawn);
    }

    private FactNode? FactsOf(FactNode node, string path, FactNode? before, bool withdrawn)
    {
        var (whole, changes) = (node.Get("facts"), node.Get("changes"));
        if (withdrawn && whole is null && changes is null && before is not null) return before;
        if (whole is null == changes is null || (changes is not null && (before is null || changes.Kind != FactNodeKind.Array)))
        {
            bag.FactsOrChanges((changes ?? node).Place, before is null, path);
            return null;
        }
        return whole ?? before!.With(changes!.Items.Select((c, i) => Change(c, $"{path}.changes[{i}]")).OfType<FactChange>(), vocabulary, bag);
    }

    private FactChange? Change(FactNode node, string path)
    {
        var (at, value, remove) = (node.Get("at"), node.Get("value"), node.Get("remove") is { Kind: FactNodeKind.Boolean, Text: "true" });
        foreach (var e in node.Entries.Where(e => e.Key is not ("at" or "value" or "remove"))) bag.UnknownCaseKey(e.KeyLocation, e.Key, NearestName.Find(e.Key, ["at", "value", "remove"]), $"{path}.{e.Key}");
        if (at is { Kind: FactNodeKind.String } && value is null == remove) return new FactChange(at.Text, at.Location, value);
        bag.ChangeShape(node.Place, path);
        return null;
    }

    private LocalDate? Day(FactNode snapshot, string key, string path, bool required)
    {
        var node = snapshot.Get(key);
        if (node is null && !required) return null;
        if (node is { Kind: FactNodeKind.String } && FeelDate.TryParse(node.Text, out var day)) return day;
        bag.SnapshotDay(node?.Location ?? snapshot.Place, node?.Text, key, $"{path}.{key}");
        return null;
    }

    /// <summary>Two snapshots of the same start and report contradict each other; one whose stated end reaches into the next does too.</summary>
    private void Check(List<(FactSnapshot Snapshot, Location At)> snapshots)
    {
        for (var i = 0; i < snapshots.Count; i++)
        {
            var s = snapshots[i].Snapshot;
            foreach (var (other, at) in snapshots.Take(i).Where(o => o.Snapshot.From == s.From && o.Snapshot.Published == s.Published))
                bag.SnapshotsContradict(snapshots[i].At, FeelDate.Format(other.From), FeelDate.Format(other.Published!.Value), at);
            foreach (var (next, at) in snapshots.Where(o => s.To is not null && o.Snapshot.From > s.From && o.Snapshot.From <= s.To))
                bag.SnapshotsOverlap(snapshots[i].At, FeelDate.Format(s.To!.Value), FeelDate.Format(next.From), at);
        }
    }
}
