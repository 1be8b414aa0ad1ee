using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>Puts the facts of a household together from its rows. Everything is looked at, so that all mistakes are found at once.</summary>
internal sealed class HouseholdBuilder(Words words, CaseloadOptions options)
{
    /// <summary>A household of more rows is a mistake of the caseload.</summary>
    public const int MaxRows = 10_000;

    public CaseloadHousehold Build(HouseholdGroup group)
    {
        var bag = new DiagnosticBag();
        var weight = Number.One;
        var root = group.Rows is [{ Table: JsonLinesTable table }] ? JsonLine(group, table, bag, ref weight) : Rows(group, bag, ref weight);
        // A row that could not be read whole explains whatever else seems to be missing.
        var facts = root is null || group.Rows.Any(t => t.Rows.Any(r => r.Faults.Count > 0)) ? null : Facts.Read(root, words, bag);
        if (facts is not null && options.KnownAt is { } knownAt) FactDates.Check(facts, knownAt, options.Month?.OnDayOfMonth(1) ?? knownAt, bag);
        if (!bag.HasErrors) return new CaseloadHousehold(group.Id, weight, facts, []);
        return new CaseloadHousehold(group.Id, weight, null, [.. bag.Sorted().Select(d => Rejected(group, d, root))]);
    }

    private static Rejection Rejected(HouseholdGroup group, Diagnostic d, FactNode? root)
    {
        if (group.Rows is [{ Table: JsonLinesTable table, Rows: [var row, ..] }] && (d.Location is null || d.Location.Value.Source.Content.Length > 0))
            return new Rejection(table.File, row.Number, d.Path, group.Id, d);
        return group.Reject(d, d.Location ?? PathInFacts.Find(root, d.Path));
    }

    private FactNode? JsonLine(HouseholdGroup group, JsonLinesTable table, DiagnosticBag bag, ref Number weight)
    {
        foreach (var (first, row) in group.Rows[0].Rows.Skip(1).Select(r => (group.Rows[0].Rows[0], r))) bag.DuplicateHousehold(group.At(table, row), group.Id, first.Number);
        var line = group.Rows[0].Rows[0];
        foreach (var fault in line.Faults) bag.RowFault(group.At(table, line), fault.Kind, fault.Found);
        if (bag.HasErrors || JsonDocumentReader.Read(table.File, System.Text.Encoding.UTF8.GetBytes(line.Cells[0]), bag, out var source) is not { } json) return null;
        var facts = FactNode.From(json, source);
        if (words.Root.Attribute(Columns.WeightKey) is null && facts.Get(Columns.WeightKey) is { Kind: not FactNodeKind.Null } w) weight = Weight(w.Text, w.Location, bag);
        bool IsOurs(string key) => key == words.Root.Name || (key == Columns.WeightKey && words.Root.Attribute(Columns.WeightKey) is null);
        return facts.Kind == FactNodeKind.Object ? facts.WithEntries([.. facts.Entries.Where(e => !IsOurs(e.Key))]) : facts;
    }

    private FactNode? Rows(HouseholdGroup group, DiagnosticBag bag, ref Number weight)
    {
        if (group.Id.Length > 0 && group.Rows.Sum(r => r.Rows.Count) > MaxRows)
        {
            bag.TooManyRows(group.At(group.Rows[0].Table, group.Rows[0].Rows.FirstOrDefault() ?? group.Rows.First(r => r.Rows.Count > 0).Rows[0]), group.Id, MaxRows);
            return null;
        }
        foreach (var (table, row) in group.Rows.SelectMany(r => r.Rows.Select(x => (r.Table, x))))
            foreach (var fault in row.Faults) bag.RowFault(group.At(table, row, fault.Column), fault.Kind, fault.Found);
        if (group.Id.Length == 0)
        {
            foreach (var (table, rows) in group.Rows)
                foreach (var row in rows.Where(r => !r.IsSpoilt)) bag.MissingHousehold(group.At(table, row, table.Header!.HouseholdIndex));
            return null;
        }
        var found = Roots(group, bag);
        if (found is not { } root) return null;
        if (root.Table.Header!.WeightIndex is var w and >= 0 && root.Row.Cells[w] is { Length: > 0 } text) weight = Weight(text, group.At(root.Table, root.Row, w), bag);
        return new Tree(words, group, bag).Build(root.Table, root.Row);
    }

    private (Table Table, TableRow Row)? Roots(HouseholdGroup group, DiagnosticBag bag)
    {
        var (table, rows) = group.Rows.First(r => r.Table.Entity == words.Root);
        var whole = rows.Where(r => !r.IsSpoilt).ToList();
        foreach (var second in whole.Skip(1)) bag.DuplicateHousehold(group.At(table, second, table.Header!.HouseholdIndex), group.Id, whole[0].Number);
        if (whole.Count > 0) return (table, whole[0]);
        // A spoilt row of the household has been reported, and explains why there is none.
        if (rows.Count == 0)
            foreach (var (other, orphans) in group.Rows)
                foreach (var orphan in orphans.Where(r => !r.IsSpoilt)) bag.OrphanRow(group.At(other, orphan, other.Header!.HouseholdIndex), group.Id, table.File);
        return null;
    }

    private static Number Weight(string text, Location at, DiagnosticBag bag)
    {
        if (CellText.Plain(text) is { } plain && Number.TryParse(plain, out var weight) && weight.Sign > 0) return weight;
        bag.BadWeight(at, text);
        return Number.One;
    }
}
