using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.RuleSets.Editing;

/// <summary>Adds values to the series of a file: behind the last value of the parameter, or as a parameter that only binds values.</summary>
internal sealed class NewValues(YamlMap root, SourceText text, TextEdits edits, DiagnosticBag bag)
{
    /// <param name="rows">Rows without an id. Those that agree on everything but key and value are one entry.</param>
    public void Add(IReadOnlyList<ValueRow> rows)
    {
        foreach (var parameter in rows.GroupBy(r => r.Parameter))
        {
            var entries = parameter.GroupBy(r => string.Join('\n', r.Cells.Where((_, i) => ValueFields.All[i] != ValueFields.Value))).Select(g => Entry([.. g])).ToArray();
            var items = root.Get("parameters") is YamlSequence { IsFlow: false } s ? s : null;
            var own = items?.Items.OfType<YamlMap>().Where(m => m.Get("name") is YamlScalar n && n.Text == parameter.Key).ToArray() ?? [];
            if (own.LastOrDefault(m => m.Get("values") is YamlSequence { IsFlow: false }) is { } with && with.Get("values") is YamlSequence values)
                edits.InsertLinesAfter(values.Location.Span.End - 1, entries.Select(e => $"{Indent(values.Location)}- {e}"));
            else if (own.Length == 0 && items is not null)
                edits.InsertLinesAfter(items.Location.Span.End - 1, [$"{Indent(items.Location)}- name: {parameter.Key}", $"{Indent(items.Location)}  values:", .. entries.Select(e => $"{Indent(items.Location)}    - {e}")]);
            else bag.SheetCellNotHere(parameter.First().Row, parameter.Key);
        }
    }

    private string Indent(Location at) => new(' ', text.PositionOf(at.Span.Start).Column - 1);

    private static string Entry(IReadOnlyList<ValueRow> rows)
    {
        var fields = ValueFields.All.Where(f => f != ValueFields.NoteInEnglish)
            .Select(f => (f, f == ValueFields.Value ? ValueOf([.. rows.Select(r => (Keys(r), r[f]))]) : EntryEditor.Write(f, rows[0]))).Where(x => x.Item2.Length > 0);
        return $"{{ {string.Join(", ", fields.Select(x => $"{x.f}: {x.Item2}"))} }}";
    }

    private static string[] Keys(ValueRow row) => row.Key.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One value, or a map by the first key of maps by the others.</summary>
    private static string ValueOf(IReadOnlyList<(string[] Keys, string Text)> leaves)
    {
        if (leaves.All(l => l.Keys.Length == 0)) return leaves[0].Text.Length == 0 ? "" : YamlText.Scalar(leaves[0].Text);
        var parts = leaves.GroupBy(l => l.Keys.FirstOrDefault() ?? "").Select(g => $"{YamlText.Scalar(g.Key)}: {ValueOf([.. g.Select(l => (l.Keys.Skip(1).ToArray(), l.Text))])}");
        return $"{{ {string.Join(", ", parts)} }}";
    }
}
