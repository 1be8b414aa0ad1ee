using Eligibility.Values;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>The list functions that need positions.</summary>
internal static partial class Lists
{
    private static IEnumerable<Operation> More() =>
    [
        new()
        {
            Name = "append", IsVariadic = true, Parameters = [new("list", AnyList), new("item", AnyList)],
            ResultOf = Same, IsStrict = false, Apply2 = static (l, i) => l.Kind != ValueKind.List ? l : Value.From(l.List.Items.Concat(i.List.Items)),
        },
        new()
        {
            Name = "sublist", Parameters = [new("list", AnyList), new("start position", T.Number), new("length", T.Number, IsOptional: true)],
            ResultOf = Same, Apply = static a => Certain(a[0].List, items => Sublist(items, a[1], a[2])),
        },
        new()
        {
            Name = "insert before", Parameters = [new("list", AnyList), new("position", T.Number), new("newItem", T.Any)], ResultOf = Same, IsStrict = false,
            Apply = static a => a[0].Kind != ValueKind.List || a[1].Kind != ValueKind.Number ? Value.Null
                : At(a[0].List.Items, a[1]) is { } p ? Value.From([.. a[0].List.Items[..p], a[2], .. a[0].List.Items[p..]]) : Faults.OutOfRange,
        },
        new()
        {
            Name = "remove", Parameters = [new("list", AnyList), new("position", T.Number)], ResultOf = Same,
            Apply2 = static (l, p) => At(l.List.Items, p) is { } i ? Value.From([.. l.List.Items[..i], .. l.List.Items[(i + 1)..]]) : Faults.OutOfRange,
        },
        new()
        {
            Name = "index of", Parameters = [new("list", AnyList), new("match", T.Any)], ResultOf = _ => Numbers, IsStrict = false,
            Apply2 = static (l, m) => l.Kind != ValueKind.List ? l : Certain(l.List, items => Value.From(
                items.Select((v, i) => (v, i)).Where(p => Value.Same(p.v, m)).Select(p => Value.From((Number)(p.i + 1))))),
        },
        List("flatten", AnyList, _ => AnyList, static l => Certain(l, static i => Value.From(Flat(i)))),
        List("duplicate values", AnyList, Same, static l => Certain(l, static i => Value.From(Distinct(i.Where(v => i.Count(w => Value.Same(v, w)) > 1))))),
    ];

    private static int? At(Value[] items, Value position)
    {
        if (!position.Number.TryToInt32(out var p)) return null;
        if (p < 0) p = items.Length + p + 1;
        return p >= 1 && p <= items.Length ? p - 1 : null;
    }

    private static Value Sublist(Value[] items, Value start, Value length)
    {
        if (At(items, start) is not { } from) return Faults.OutOfRange;
        if (length.IsNull) return Value.From(items[from..]);
        return length.Number.TryToInt32(out var n) && n >= 0 && n <= items.Length - from ? Value.From(items[from..(from + n)]) : Faults.OutOfRange;
    }

    private static IEnumerable<Value> Flat(IEnumerable<Value> items) => items.SelectMany(v => v.Kind == ValueKind.List ? Flat(v.List.Items) : [v]);
}
