using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.RuleSets.Editing;

/// <summary>A rule file as rows of a spreadsheet: values and tables can be changed there, formulas seen. What is not changed keeps its bytes.</summary>
internal sealed class EditableFile
{
    private static readonly string[] FormulaParts = ["formula", "when", "covers", "amount", "floor"];

    private readonly RuleSourceFile _source;
    private readonly YamlMap _root;
    private readonly SourceText _text;
    private readonly Dictionary<string, ValueEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableBlock> _blocks = new(StringComparer.Ordinal);

    private EditableFile(RuleSourceFile source, YamlMap root)
    {
        _source = source;
        _root = root;
        _text = root.Location.Source;
        Values = [.. ReadValues()];
        Tables = [.. ReadTables()];
        Formulas = [.. ReadFormulas()];
    }

    public string Name => _source.Name;

    /// <summary>Every value of every parameter, in the order of the file.</summary>
    public IReadOnlyList<ValueRow> Values { get; }

    public IReadOnlyList<TableCells> Tables { get; }

    public IReadOnlyList<FormulaCell> Formulas { get; }

    /// <summary>A file that is read without mistake; null otherwise.</summary>
    public static EditableFile? Read(RuleSourceFile source, DiagnosticBag bag) =>
        YamlReader.Read(source.Name, source.Bytes, bag) is YamlMap root ? new EditableFile(source, root) : null;

    /// <summary>The file with the rows as they are wanted; itself where nothing differs. What cannot be done is reported and left as it was.</summary>
    /// <param name="values">Every value of this file, those to be added without an id behind the others.</param>
    /// <param name="tables">Every table of this file.</param>
    /// <param name="bag">Takes what cannot be done.</param>
    public RuleSourceFile With(IReadOnlyList<ValueRow> values, IReadOnlyList<TableCells> tables, DiagnosticBag bag)
    {
        var edits = new TextEdits(_text.Content);
        var wanted = new Dictionary<string, ValueRow>(StringComparer.Ordinal);
        foreach (var row in values.Where(v => v.Id.Length > 0))
        {
            if (!_entries.ContainsKey(row.Id)) bag.SheetRowUnknown(row.Row, row.Id);
            else if (!wanted.TryAdd(row.Id, row)) bag.SheetRowTwice(row.Row, row.Id);
        }
        foreach (var was in Values.Where(v => !wanted.ContainsKey(v.Id))) bag.SheetRowRemoved(was.File, was.Parameter, was[ValueFields.From]);
        foreach (var entry in _entries.Values.Select(e => e.Entry).Distinct())
            entry.Change([.. Values.Where(v => _entries[v.Id].Entry == entry && wanted.ContainsKey(v.Id)).Select(v => (v, wanted[v.Id], _entries[v.Id].Value))], edits, bag);
        new NewValues(_root, _text, edits, bag).Add([.. values.Where(v => v.Id.Length == 0)]);
        foreach (var table in tables)
        {
            if (!_blocks.TryGetValue(table.Id, out var block)) bag.SheetRowUnknown(table.Row, table.Id);
            else if (!table.HasRowsOf(block.Cells)) block.Change(table, edits);
        }
        return edits.IsEmpty ? _source : _source with { Bytes = edits.Apply(_source.Bytes) };
    }

    private sealed record ValueEntry(EntryEditor Entry, YamlScalar? Value);

    private IEnumerable<(YamlMap Item, int Index)> Items(string section) =>
        _root.Get(section) is YamlSequence s ? s.Items.Select((n, i) => (n as YamlMap, i)).Where(x => x.Item1 is not null).Select(x => (x.Item1!, x.i)) : [];

    private IEnumerable<ValueRow> ReadValues()
    {
        foreach (var (parameter, p) in Items("parameters"))
        {
            var name = parameter.Get("name") is YamlScalar s ? s.Text : "";
            if (parameter.Get("values") is not YamlSequence values) continue;
            for (var v = 0; v < values.Items.Count; v++)
            {
                if (values.Items[v] is not YamlMap map) continue;
                var editor = new EntryEditor(map);
                var leaves = new List<(string Key, YamlScalar? Value)>();
                Leaves(map.Get("value"), "", leaves);
                if (leaves.Count == 0) leaves.Add(("", null));
                foreach (var (key, value) in leaves)
                {
                    var id = $"{Name}#{name}#{p}.{v}{(key.Length == 0 ? "" : "#" + key)}";
                    _entries[id] = new ValueEntry(editor, value);
                    yield return new ValueRow(id, Name, name, key, [.. ValueFields.All.Select(f => f == ValueFields.Value ? value?.Text ?? "" : editor.TextOf(f))]);
                }
            }
        }
    }

    private static void Leaves(YamlNode? node, string key, List<(string, YamlScalar?)> leaves)
    {
        if (node is YamlScalar s) leaves.Add((key, s));
        else if (node is YamlMap map)
            foreach (var e in map.Entries) Leaves(e.Value, key.Length == 0 ? e.Key.Text : $"{key}, {e.Key.Text}", leaves);
    }

    private IEnumerable<TableCells> ReadTables()
    {
        foreach (var section in new[] { "derived", "benefits" })
        foreach (var (item, i) in Items(section))
        {
            if (item.Get("table") is not YamlMap table || table.Get("rows") is not YamlScalar { Style: YamlStyle.Literal } rows || item.Get("name") is not YamlScalar name) continue;
            var block = new TableBlock($"{Name}#{section}.{i}#{name.Text}", Name, name.Text, table.Get("hit") is YamlScalar hit ? hit.Text : "", rows.Fragment);
            _blocks[block.Cells.Id] = block;
            yield return block.Cells;
        }
    }

    private IEnumerable<FormulaCell> ReadFormulas()
    {
        foreach (var (section, _) in _root.Entries)
        foreach (var (item, _) in Items(section.Text))
        {
            if (item.Get("name") is not YamlScalar name) continue;
            foreach (var part in FormulaParts)
                if (item.Get(part) is YamlScalar formula) yield return new FormulaCell(Name, name.Text, part, formula.Text, EntryEditor.Joined(item.Get(ValueFields.Cite)));
        }
    }
}
