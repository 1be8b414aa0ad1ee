using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>The rows of one household as a tree: each under the row that it belongs to.</summary>
internal sealed class Tree(Words words, HouseholdGroup group, DiagnosticBag bag)
{
    private readonly Dictionary<string, Branch> _byAddress = new(StringComparer.Ordinal);

    private sealed record Branch(Table Table, TableRow Row, List<Branch> Children);

    public FactNode Build(Table table, TableRow row)
    {
        var root = new Branch(table, row, []);
        _byAddress[""] = root;
        // Tables come in the order of the vocabulary's tree, so that whatever a row belongs to is there before it.
        foreach (var (child, rows) in group.Rows.Where(r => r.Rows.Count > 0 && r.Table.Entity != words.Root).OrderBy(r => r.Table.Header!.Table.Around.Count))
            foreach (var r in rows)
                if (!r.IsSpoilt) Place(child, r);
        return Facts(root);
    }

    private void Place(Table table, TableRow row)
    {
        var address = "";
        var header = table.Header!;
        foreach (var (ancestor, column) in header.Owners)
        {
            var key = column < 0 ? "." : row.Cells[column];
            var inner = Address(address, ancestor, key);
            if (!_byAddress.ContainsKey(inner))
            {
                // Where a row of the table above is spoilt, it may be the one that is looked for.
                var above = group.Rows.Where(r => r.Table.Entity == ancestor).SelectMany(r => r.Rows).ToList();
                if (above.Any(r => r.IsSpoilt)) return;
                var keys = _byAddress.Where(b => b.Value.Table.Entity == ancestor).Select(b => b.Key[(b.Key.LastIndexOf('\u001f') + 1)..]);
                bag.UnknownParentRow(group.At(table, row, column), key == "." ? "" : key, ancestor.Label, NearestName.Find(key, keys));
                return;
            }
            address = inner;
        }
        var entity = table.Entity;
        var branch = new Branch(table, row, []);
        if (header.Table.IsKept)
        {
            var own = Address(address, entity, header.KeyIndex < 0 ? "." : row.Cells[header.KeyIndex]);
            if (!own.EndsWith('\u001f') && !_byAddress.TryAdd(own, branch))
            {
                var first = _byAddress[own].Row.Number;
                if (header.KeyIndex >= 0) bag.DuplicateRowKey(group.At(table, row, header.KeyIndex), row.Cells[header.KeyIndex], entity.Label, first);
                else bag.SecondRow(group.At(table, row), entity.Label, first);
                return;
            }
        }
        _byAddress[address].Children.Add(branch);
    }

    private static string Address(string outer, EntityDeclaration entity, string key) => $"{outer}\u001f{entity.Name}\u001f{key}";

    private FactNode Facts(Branch branch)
    {
        var (table, row) = (branch.Table, branch.Row);
        var at = group.At(table, row);
        var entries = new List<FactEntry>();
        var states = new Dictionary<AttributeDeclaration, (string Text, Location At)>();
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var column = table.Header!.Bound[i];
            if (row.Cells[i].Length == 0) continue;
            if (column.Role == ColumnRole.Place) entries.Add(new FactEntry(column.Key, at, FactNode.Scalar(row.Cells[i], group.At(table, row, i))));
            else if (column.Role == ColumnRole.ListState) states[column.Attribute!] = (row.Cells[i], group.At(table, row, i));
            else if (column.Role == ColumnRole.Fact && CellText.Read(column.Attribute!, row.Cells[i], group.At(table, row, i), bag) is { } fact)
                entries.Add(new FactEntry(column.Key, at, fact));
        }
        foreach (var attribute in table.Entity.Attributes)
        {
            if (attribute.Type is EntityType nested && branch.Children.Find(c => c.Table.Entity == nested.Declaration) is { } one) entries.Add(new FactEntry(attribute.Name, at, Facts(one)));
            if (attribute.Type is not ListType { Element: EntityType e }) continue;
            if (List(attribute, e.Declaration, branch, states.TryGetValue(attribute, out var state) ? state : null, at) is { } list) entries.Add(new FactEntry(attribute.Name, at, list));
        }
        return FactNode.Object(entries, at);
    }

    /// <summary>
    /// The list of an attribute. What the row itself says comes first; else a table that has rows is complete, so that there is nothing where it has none, and
    /// without such a table nothing is known.
    /// </summary>
    private FactNode? List(AttributeDeclaration attribute, EntityDeclaration entity, Branch branch, (string Text, Location At)? said, Location at)
    {
        var items = branch.Children.Where(c => c.Table.Entity == entity).ToList();
        if (said is { } state)
        {
            if (CellText.IsUnknown(state.Text) && items.Count == 0) return FactNode.Scalar(null, state.At);
            if (CellText.IsNone(state.Text) && items.Count == 0) return FactNode.Array([], state.At);
            if (!CellText.IsListed(state.Text) && !CellText.IsNone(state.Text) && !CellText.IsUnknown(state.Text)) bag.BadListState(state.At, state.Text, attribute.Label);
            else if (CellText.IsListed(state.Text) == (items.Count == 0)) bag.ListContradicts(state.At, state.Text, attribute.Label, items.Count);
        }
        else if (items.Count == 0 && !group.Rows.Any(r => r.Table.Entity == entity && r.Table.HasRows))
        {
            return null;
        }
        return FactNode.Array([.. items.Select(Facts)], at);
    }
}
