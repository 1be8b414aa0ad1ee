using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>Functions on contexts.</summary>
internal static class Contexts
{
    private static readonly T Keys = T.ListOf(T.String);

    private static readonly T Entries = T.ListOf(new ContextType([("key", T.String), ("value", T.Any)]));

    public static IEnumerable<Operation> Rows() =>
    [
        Binary("get value", T.Context, T.String, T.Any, static (m, key) => m.Context.Get(key.Text) ?? Value.Null, "m", "key"),
        Binary("get value", T.Context, Keys, T.Any, static (m, keys) => Lists.Certain(keys.List, items => Descend(m, items)), "m", "key"),
        Unary("get entries", T.Context, Entries, static m => Value.From(m.Context.Entries.Select(e => Value.From(new ContextValue([new("key", Value.From(e.Key)), new("value", e.Value)])))), "m"),
        Unary("context", T.ListOf(T.Context), T.Context, static l => Lists.Certain(l.List, FromEntries), "entries"),
        Put("key", T.String, static (context, key, value) => Value.From(context.Context.With(key.Text, value))),
        Put("keys", Keys, static (context, keys, value) => Lists.Certain(keys.List, items => PutDeep(context, items, value))),
        Unary("context merge", T.ListOf(T.Context), T.Context, static l => Lists.Certain(l.List, Merge), "contexts"),
    ];

    /// <summary>The value that is put may be null or unknown; the context and the keys may not.</summary>
    private static Operation Put(string name, T type, Func<Value, Value, Value, Value> apply) => new()
    {
        Name = "context put",
        Parameters = [new("context", T.Context), new(name, type), new("value", T.Any)],
        ResultOf = _ => T.Context,
        IsStrict = false,
        Apply = a => a[0].Kind <= ValueKind.Unknown ? a[0] : a[1].Kind <= ValueKind.Unknown ? a[1] : apply(a[0], a[1], a[2]),
    };

    private static Value Descend(Value context, ReadOnlySpan<Value> keys)
    {
        if (keys.IsEmpty) return Value.Null;
        foreach (var key in keys)
        {
            if (context.Kind != ValueKind.Context || key.Kind != ValueKind.String) return Value.Null;
            context = context.Context.Get(key.Text) ?? Value.Null;
        }
        return context;
    }

    /// <summary>Puts a value under a path of keys; null when the path leads through something that is no context.</summary>
    private static Value PutDeep(Value context, ReadOnlySpan<Value> keys, Value value)
    {
        if (keys.IsEmpty || keys[0].Kind != ValueKind.String || context.Kind != ValueKind.Context) return Value.Null;
        var key = keys[0].Text;
        if (keys.Length == 1) return Value.From(context.Context.With(key, value));
        var inner = PutDeep(context.Context.Get(key) ?? Value.Null, keys[1..], value);
        return inner.Kind == ValueKind.Context ? Value.From(context.Context.With(key, inner)) : Value.Null;
    }

    private static Value FromEntries(Value[] items)
    {
        var entries = new List<KeyValuePair<string, Value>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Kind != ValueKind.Context || item.Context.Get("key") is not { Kind: ValueKind.String } key || item.Context.Get("value") is not { } value) return Value.Null;
            if (!keys.Add(key.Text)) return Value.Null;
            entries.Add(new(key.Text, value));
        }
        return Value.From(new ContextValue(entries));
    }

    /// <summary>All entries; of several with one key the last counts.</summary>
    private static Value Merge(Value[] contexts)
    {
        var entries = new OrderedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var context in contexts)
        {
            if (context.Kind != ValueKind.Context) return Value.Null;
            foreach (var (key, value) in context.Context.Entries) entries[key] = value;
        }
        return Value.From(new ContextValue([.. entries]));
    }
}
