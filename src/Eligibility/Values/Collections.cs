namespace Eligibility.Values;

/// <summary>A list. An element whose membership is not known (its filter condition was unknown) is *possible*.</summary>
internal sealed class FeelList
{
    public static readonly FeelList Empty = new([]);

    private readonly Causes?[]? _possible;

    public FeelList(Value[] items, Causes?[]? possible = null)
    {
        Items = items;
        _possible = possible;
        (Weight, Depth) = Measure.Of(items);
    }

    public Value[] Items { get; }

    public int Count => Items.Length;

    public bool HasPossible => _possible is not null;

    /// <summary>See <see cref="Value.Weight"/>.</summary>
    public int Weight { get; }

    /// <summary>See <see cref="Value.Depth"/>.</summary>
    public int Depth { get; }

    public Value this[int index] => Items[index];

    /// <summary>Why the element is only possible; null when it certainly belongs.</summary>
    public Causes? PossibleBecause(int index) => _possible?[index];

    /// <summary>All reasons for which elements are only possible; null when all are certain.</summary>
    public Causes? AllPossible()
    {
        Causes? all = null;
        if (_possible is null) return null;
        foreach (var c in _possible)
            if (c is not null) all = all is null ? c : all.With(c);
        return all;
    }
}

/// <summary>A range of an ordered kind; an end that is null is open.</summary>
internal sealed record RangeValue(Value Low, bool LowIncluded, Value High, bool HighIncluded)
{
    /// <summary>Whether a known value lies inside; null when it cannot be compared with the ends.</summary>
    public bool? Contains(Value value)
    {
        if (!Low.IsNull)
        {
            if (Value.Compare(value, Low) is not { } c) return null;
            if (c < 0 || (c == 0 && !LowIncluded)) return false;
        }
        if (!High.IsNull)
        {
            if (Value.Compare(value, High) is not { } c) return null;
            if (c > 0 || (c == 0 && !HighIncluded)) return false;
        }
        return true;
    }

    /// <summary>Whether both have the same ends, included alike.</summary>
    public bool SameAs(RangeValue other) =>
        LowIncluded == other.LowIncluded && HighIncluded == other.HighIncluded && Value.Same(Low, other.Low) && Value.Same(High, other.High);

    public override string ToString()
    {
        if (High.IsNull && !Low.IsNull) return $"({(LowIncluded ? ">=" : ">")} {Low})";
        if (Low.IsNull && !High.IsNull) return $"({(HighIncluded ? "<=" : "<")} {High})";
        return $"{(LowIncluded ? '[' : '(')}{Low}..{High}{(HighIncluded ? ']' : ')')}";
    }
}

/// <summary>Named values in order, each name once.</summary>
internal sealed class ContextValue
{
    private readonly Dictionary<string, Value>? _byKey;

    public ContextValue(IReadOnlyList<KeyValuePair<string, Value>> entries)
    {
        Entries = entries;
        // Few entries are found faster by looking at each.
        if (entries.Count > 8) _byKey = new Dictionary<string, Value>(entries, StringComparer.Ordinal);
        (Weight, Depth) = Measure.Of([.. entries.Select(e => e.Value)]);
    }

    public IReadOnlyList<KeyValuePair<string, Value>> Entries { get; }

    /// <summary>See <see cref="Value.Weight"/>.</summary>
    public int Weight { get; }

    /// <summary>See <see cref="Value.Depth"/>.</summary>
    public int Depth { get; }

    /// <summary>The value of an entry; null when there is none of that name.</summary>
    public Value? Get(string key)
    {
        if (_byKey is not null) return _byKey.TryGetValue(key, out var value) ? value : null;
        foreach (var e in Entries)
            if (e.Key == key) return e.Value;
        return null;
    }

    /// <summary>The context with an entry replaced, or added at the end.</summary>
    public ContextValue With(string key, Value value) => new(Get(key) is null
        ? [.. Entries, new(key, value)]
        : [.. Entries.Select(e => e.Key == key ? new(key, value) : e)]);

    public bool SameAs(ContextValue other) =>
        Entries.Count == other.Entries.Count && Entries.All(e => other.Get(e.Key) is { } v && Value.Same(e.Value, v));

    public override string ToString() => "{" + string.Join(", ", Entries.Select(e => $"{Value.Quote(e.Key)}: {e.Value}")) + "}";
}

/// <summary>How much is in a collection.</summary>
internal static class Measure
{
    private const int Most = int.MaxValue / 4;

    public static (int Weight, int Depth) Of(ReadOnlySpan<Value> items)
    {
        var (weight, depth) = (1L + items.Length, 1);
        foreach (var item in items)
        {
            if (!item.MayBeLarge) continue;
            weight += item.Weight - 1;
            depth = Math.Max(depth, item.Depth + 1);
        }
        return ((int)Math.Min(weight, Most), depth);
    }
}

/// <summary>Equality of values by content, for tables of them.</summary>
internal sealed class ValueComparer : IEqualityComparer<Value>
{
    public static readonly ValueComparer Instance = new();

    public bool Equals(Value x, Value y) => Value.Same(x, y);

    public int GetHashCode(Value v)
    {
        switch (v.Kind)
        {
            case ValueKind.Number or ValueKind.DaysDuration: return HashCode.Combine(v.Kind, v.Number);
            case ValueKind.String: return string.GetHashCode(v.Text, StringComparison.Ordinal);
            case ValueKind.Boolean or ValueKind.Date or ValueKind.MonthsDuration: return HashCode.Combine(v.Kind, v.Packed);
            case ValueKind.List:
                var list = new HashCode();
                foreach (var item in v.List.Items) list.Add(GetHashCode(item));
                return list.ToHashCode();
            case ValueKind.Context: return v.Context.Entries.Aggregate(0, (h, e) => h ^ HashCode.Combine(e.Key, GetHashCode(e.Value)));
            case ValueKind.Range: return HashCode.Combine(GetHashCode(v.Range.Low), GetHashCode(v.Range.High));
            default: return (int)v.Kind;
        }
    }
}
