using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.RuleSets.Editing;

/// <summary>Changes an entry of a series, <c>{ from: 2024-07-01, value: 1450, cite: … }</c>, key by key.</summary>
internal sealed class EntryEditor(YamlMap map)
{
    /// <summary>What the entry says under a field, as one text; empty where it says nothing. The value, which may be several, is not asked for here.</summary>
    public string TextOf(string field) => field switch
    {
        ValueFields.Cite => Joined(map.Get(field)),
        ValueFields.Note => map.Get(field) is YamlMap note ? Joined(note.Get("zh")) : Joined(map.Get(field)),
        ValueFields.NoteInEnglish => map.Get(ValueFields.Note) is YamlMap note ? Joined(note.Get("en")) : "",
        _ => Joined(map.Get(field)),
    };

    /// <summary>A scalar, or the scalars of a list parted by semicolons; empty for anything else.</summary>
    public static string Joined(YamlNode? node) => node switch
    {
        YamlScalar s => s.Text,
        YamlSequence s => string.Join("; ", s.Items.OfType<YamlScalar>().Select(i => i.Text)),
        _ => "",
    };

    /// <summary>Changes the entry as its rows ask: several where the value has keys, and these must agree on everything but the value.</summary>
    public void Change(IReadOnlyList<(ValueRow Was, ValueRow Wanted, YamlScalar? Value)> rows, TextEdits edits, DiagnosticBag bag)
    {
        if (rows.Count == 0) return;
        foreach (var (was, wanted, value) in rows.Where(r => r.Was[ValueFields.Value] != r.Wanted[ValueFields.Value]))
        {
            if (value is null) Set(ValueFields.Value, wanted, edits, bag);
            else if (wanted[ValueFields.Value].Length == 0 && rows.Count > 1) bag.SheetCellNotHere(wanted.Row, ValueFields.Value);
            else if (wanted[ValueFields.Value].Length == 0) Set(ValueFields.Value, wanted, edits, bag);
            else edits.Replace(value.Location.Span, YamlText.Scalar(wanted[ValueFields.Value], value.Style));
        }
        // The two halves of a note are one key of the file, and are written together.
        foreach (var field in ValueFields.All.Where(f => f is not (ValueFields.Value or ValueFields.NoteInEnglish)))
        {
            bool Differs(ValueRow was, ValueRow wanted) => was[field] != wanted[field] || (field == ValueFields.Note && was[ValueFields.NoteInEnglish] != wanted[ValueFields.NoteInEnglish]);
            var changed = rows.Where(r => Differs(r.Was, r.Wanted)).ToArray();
            if (changed.Length == 0) continue;
            if (rows.Any(r => Differs(changed[0].Wanted, r.Wanted))) bag.SheetRowsDisagree(changed[0].Wanted.Row, field);
            else Set(field, changed[0].Wanted, edits, bag);
        }
    }

    private void Set(string field, ValueRow row, TextEdits edits, DiagnosticBag bag)
    {
        var at = IndexOf(field);
        var text = Write(field, row);
        if (at >= 0 && text.Length > 0)
        {
            var node = map.Entries[at].Value;
            edits.Replace(node.Location.Span, field is not (ValueFields.Cite or ValueFields.Note) && node is YamlScalar s ? YamlText.Scalar(row[field], s.Style) : text);
        }
        else if (!map.IsFlow)
        {
            bag.SheetCellNotHere(row.Row, field);
        }
        else if (at > 0)
        {
            edits.Replace(TextSpan.FromBounds(map.Entries[at - 1].Value.Location.Span.End, map.Entries[at].Value.Location.Span.End), "");
        }
        else if (at == 0)
        {
            bag.SheetCellNotHere(row.Row, field);
        }
        else
        {
            // Behind the last key that stands before it in the usual order.
            var before = Enumerable.Range(0, map.Entries.Count).LastOrDefault(i => ValueFields.IndexOf(Known(map.Entries[i].Key.Text)) < ValueFields.IndexOf(field));
            edits.Replace(new TextSpan(map.Entries[before].Value.Location.Span.End, 0), $", {field}: {text}");
        }
    }

    private static string Known(string key) => ValueFields.All.Contains(key) ? key : ValueFields.From;

    private int IndexOf(string field)
    {
        for (var i = 0; i < map.Entries.Count; i++)
            if (map.Entries[i].Key.Text == field) return i;
        return -1;
    }

    /// <summary>A field of a row as the file writes it; empty when the row says nothing.</summary>
    public static string Write(string field, ValueRow row) => field switch
    {
        ValueFields.Cite => row[field].Length == 0 ? "" : YamlText.Cites(row[field]),
        ValueFields.Note when row[ValueFields.NoteInEnglish].Length > 0 => $"{{ zh: {YamlText.Scalar(row[field])}, en: {YamlText.Scalar(row[ValueFields.NoteInEnglish])} }}",
        _ => row[field].Length == 0 ? "" : YamlText.Scalar(row[field]),
    };
}
