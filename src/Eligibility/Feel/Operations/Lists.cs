using Eligibility.Values;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>Functions from lists to lists, and what is in them. They need every element to be certain.</summary>
internal static class Lists
{
    private static readonly T AnyList = T.ListOf(T.Any);

    public static IEnumerable<Operation> Rows() =>
    [
        Row("list contains", [new("element", T.Any)], _ => T.Boolean, static a => Contains(a[0].List, a[1])),
        Row("index of", [new("match", T.Any)], _ => T.ListOf(T.Number), static a => OpenIn(a[1]) is { } open ? Value.Unknown(open) : Settled(a[0].List, items => Value.From(
            items.Select((v, i) => (Item: v, Index: i)).Where(p => Value.Same(p.Item, a[1])).Select(p => Value.From((Number)(p.Index + 1)))))),
        Row("append", [new("item", AnyList)], a => Joined([a[0].Type, a[1].Type]), static a => Certain(a[0].List, items => Value.From(items.Concat(a[1].List.Items))), variadic: true),
        Row("sublist", [new("start position", T.Number)], Same, static a => Positioned(a, (items, at) => Value.From(items[at..]))),
        Row("sublist", [new("start position", T.Number), new("length", T.Number)], Same, static a => Positioned(a, (items, at) =>
            a[2].Kind <= ValueKind.Unknown ? a[2] : a[2].Number.TryToInt32(out var n) && n >= 1 && n <= items.Length - at ? Value.From(items[at..(at + n)]) : Faults.OutOfRange)),
        Row("insert before", [new("position", T.Number), new("newItem", T.Any)], a => Joined([a[0].Type, T.ListOf(a[2].Type)]),
            static a => Positioned(a, (items, at) => Value.From([.. items[..at], a[2], .. items[at..]]))),
        Row("remove", [new("position", T.Number)], Same, static a => Positioned(a, (items, at) => Value.From([.. items[..at], .. items[(at + 1)..]]))),
        Row("list replace", [new("position", T.Number), new("newItem", T.Any)], a => Joined([a[0].Type, T.ListOf(a[2].Type)]),
            static a => Positioned(a, (items, at) => Value.From([.. items[..at], a[2], .. items[(at + 1)..]]))),
        Row("reverse", [], Same, static a => Certain(a[0].List, static items => Value.From(items.Reverse()))),
        Row("distinct values", [], Same, static a => Settled(a[0].List, static items => Value.From(Distinct(items)))),
        Row("flatten", [], a => T.ListOf(Innermost(a[0].Type)), static a => Settled(a[0].List, static items => Value.From(Flat(items)))),
        Gathering("concatenate", static list => Certain(list, static items => Value.From(items))),
        Gathering("union", static list => Settled(list, static items => Value.From(Distinct(items)))),
    ];

    /// <summary>What a function makes of a list whose elements are all known to be in it; otherwise unknown with every reason.</summary>
    public static Value Certain(FeelList list, Func<Value[], Value> apply)
    {
        var unknown = list.AllPossible();
        foreach (var v in list.Items)
            if (v.IsUnknown) unknown = unknown is null ? v.Causes : unknown.With(v.Causes);
        return unknown is null ? apply(list.Items) : Value.Unknown(unknown);
    }

    /// <summary>As <see cref="Certain"/>, for a function that compares elements or takes them apart: nothing inside them may be open either.</summary>
    private static Value Settled(FeelList list, Func<Value[], Value> apply) => OpenIn(Value.From(list)) is { } open ? Value.Unknown(open) : apply(list.Items);

    /// <summary>Everything for which a value is not known through and through; null when it is.</summary>
    public static Causes? OpenIn(Value v)
    {
        if (v.IsUnknown) return v.Causes;
        if (v.Kind is not (ValueKind.List or ValueKind.Context)) return null;
        var open = v.Kind == ValueKind.List ? v.List.AllPossible() : null;
        foreach (var part in v.Kind == ValueKind.List ? v.List.Items : v.Context.Entries.Select(e => e.Value))
            if (OpenIn(part) is { } more) open = open is null ? more : open.With(more);
        return open;
    }

    /// <summary>A row whose first parameter is a list; the others may be null, as elements of lists may.</summary>
    private static Operation Row(string name, OperationParameter[] others, Func<IReadOnlyList<BoundExpression>, T> result, Func<Value[], Value> apply, bool variadic = false) => new()
    {
        Name = name,
        Parameters = [new("list", AnyList), .. others],
        IsVariadic = variadic,
        ResultOf = result,
        IsStrict = false,
        Apply = a => a[0].Kind <= ValueKind.Unknown ? a[0] : apply(a),
    };

    private static Operation Gathering(string name, Func<FeelList, Value> finish) => new()
    {
        Name = name,
        Parameters = [new("list", AnyList)],
        IsVariadic = true,
        GathersOne = true,
        ResultOf = a => a[0] is BoundList l ? Joined([.. l.Items.Select(i => i.Type)]) : AnyList,
        Apply1 = a => Certain(a.List, lists => Array.Exists(lists, l => l.IsNull) ? Value.Null
            : finish(new FeelList([.. lists.SelectMany(l => l.Kind == ValueKind.List ? l.List.Items : [l])], PossibleOf(lists)))),
    };

    private static Causes?[]? PossibleOf(Value[] lists) => Array.Exists(lists, l => l.Kind == ValueKind.List && l.List.HasPossible)
        ? [.. lists.SelectMany(l => l.Kind == ValueKind.List ? Enumerable.Range(0, l.List.Count).Select(l.List.PossibleBecause) : [null])]
        : null;

    private static T Same(IReadOnlyList<BoundExpression> arguments) => arguments[0].Type is ListType list ? list : AnyList;

    private static T Joined(IReadOnlyList<T> lists)
    {
        T? element = null;
        foreach (var list in lists)
        {
            var next = list.Present is ListType l ? l.Element : list;
            element = element is null ? next : T.Common(element, next) ?? T.Any;
        }
        return T.ListOf(element ?? T.Any);
    }

    private static T Innermost(T type)
    {
        while (type.Present is ListType list) type = list.Element;
        return type;
    }

    /// <summary>The list and a position in it: from 1, or from its end when negative.</summary>
    private static Value Positioned(Value[] arguments, Func<Value[], int, Value> apply)
    {
        var position = arguments[1];
        if (position.Kind <= ValueKind.Unknown) return position;
        return Certain(arguments[0].List, items =>
        {
            if (!position.Number.TryToInt32(out var p)) return Faults.OutOfRange;
            var at = p < 0 ? items.Length + p : p - 1;
            return p != 0 && at >= 0 && at < items.Length ? apply(items, at) : Faults.OutOfRange;
        });
    }

    private static Value Contains(FeelList list, Value element)
    {
        Causes? unknown = null;
        for (var i = 0; i < list.Count; i++)
        {
            var e = Comparison.Equal(list[i], element);
            var possible = list.PossibleBecause(i);
            if (e.IsTrue && possible is null) return e;
            if (e.IsUnknown) unknown = unknown is null ? e.Causes : unknown.With(e.Causes);
            else if (e.IsTrue) unknown = unknown is null ? possible : unknown.With(possible!);
        }
        return unknown is null ? Value.False : Value.Unknown(unknown);
    }

    private static IEnumerable<Value> Distinct(IEnumerable<Value> items) => items.Distinct(ValueComparer.Instance);

    private static IEnumerable<Value> Flat(IEnumerable<Value> items) => items.SelectMany(v => v.Kind == ValueKind.List ? Flat(v.List.Items) : [v]);
}
