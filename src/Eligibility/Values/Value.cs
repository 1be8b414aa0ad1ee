using System.Globalization;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Values;

internal enum ValueKind : byte
{
    /// <summary>Not computed yet: the state of a fresh array, never seen by an operation.</summary>
    Pending,

    Null,
    Unknown,
    Boolean,
    Number,
    String,
    Date,
    MonthsDuration,
    DaysDuration,
    List,
    Range,
    Context,
    Entity,
}

/// <summary>
/// A value of the expression language. One struct for all kinds, so that numbers, booleans and dates cost no allocation.
/// Days-and-time durations count seconds; dates pack year, month and day so that they compare as integers.
/// </summary>
internal readonly struct Value
{
    private readonly object? _ref;
    private readonly long _a;
    private readonly long _b;

    private Value(ValueKind kind, object? reference, long a, long b = 0)
    {
        Kind = kind;
        _ref = reference;
        _a = a;
        _b = b;
    }

    public ValueKind Kind { get; }

    public static readonly Value Null = new(ValueKind.Null, null, 0);

    public static readonly Value True = new(ValueKind.Boolean, null, 1);

    public static readonly Value False = new(ValueKind.Boolean, null, 0);

    public static readonly Value Zero = From(default(Number));

    public static Value From(bool value) => value ? True : False;

    public static Value From(Number number) => new(ValueKind.Number, number.Big, number.Num, number.Den);

    public static Value From(string text) => new(ValueKind.String, text, 0);

    public static Value From(LocalDate date) => new(ValueKind.Date, null, PackDate(date));

    public static Value FromMonths(long months) => new(ValueKind.MonthsDuration, null, months);

    public static Value FromSeconds(long seconds) => new(ValueKind.DaysDuration, null, seconds);

    public static Value From(FeelList list) => new(ValueKind.List, list, 0);

    public static Value From(IEnumerable<Value> items) => new(ValueKind.List, new FeelList([.. items]), 0);

    public static Value From(RangeValue range) => new(ValueKind.Range, range, 0);

    public static Value From(ContextValue context) => new(ValueKind.Context, context, 0);

    public static Value From(EntityRecord entity) => new(ValueKind.Entity, entity, 0);

    public static Value Unknown(Causes causes) => new(ValueKind.Unknown, causes, 0);

    public static Value Unknown(Missing missing) => new(ValueKind.Unknown, Values.Causes.Of(missing), 0);

    public bool IsUnknown => Kind == ValueKind.Unknown;

    public bool IsNull => Kind == ValueKind.Null;

    public bool IsTrue => Kind == ValueKind.Boolean && _a == 1;

    public bool IsFalse => Kind == ValueKind.Boolean && _a == 0;

    public Causes Causes => (Causes)_ref!;

    public Number Number => new(_ref, _a, _b);

    public string Text => (string)_ref!;

    public LocalDate Date => new((int)(_a >> 9), (int)(_a >> 5 & 15), (int)(_a & 31));

    public long Months => _a;

    public long Seconds => _a;

    /// <summary>The packed form of a date: order and equality are those of the date.</summary>
    public long Packed => _a;

    public FeelList List => (FeelList)_ref!;

    public RangeValue Range => (RangeValue)_ref!;

    public ContextValue Context => (ContextValue)_ref!;

    public EntityRecord Entity => (EntityRecord)_ref!;

    private static long PackDate(LocalDate d) => ((long)d.Year << 9) + (d.Month << 5) + d.Day;

    /// <summary>Whether two known values are the same value: FEEL equality with lists and contexts compared by content.</summary>
    public static bool Same(Value a, Value b)
    {
        if (a.Kind != b.Kind) return false;
        switch (a.Kind)
        {
            case ValueKind.Null: return true;
            case ValueKind.Number: return a.Number == b.Number;
            case ValueKind.String: return a.Text == b.Text;
            case ValueKind.List:
                var (x, y) = (a.List, b.List);
                if (x.Count != y.Count || x.HasPossible || y.HasPossible) return false;
                for (var i = 0; i < x.Count; i++)
                    if (!Same(x[i], y[i])) return false;
                return true;
            case ValueKind.Range:
                var (p, q) = (a.Range, b.Range);
                return p.LowIncluded == q.LowIncluded && p.HighIncluded == q.HighIncluded && Same(p.Low, q.Low) && Same(p.High, q.High);
            case ValueKind.Context:
                return a.Context.SameAs(b.Context);
            case ValueKind.Entity: return ReferenceEquals(a._ref, b._ref);
            case ValueKind.Unknown: return false;
            default: return a._a == b._a;
        }
    }

    /// <summary>Order of two known values of the same ordered kind; null when they have none.</summary>
    public static int? Compare(Value a, Value b)
    {
        if (a.Kind != b.Kind) return null;
        return a.Kind switch
        {
            ValueKind.Number => a.Number.CompareTo(b.Number),
            ValueKind.String => string.CompareOrdinal(a.Text, b.Text),
            ValueKind.Date or ValueKind.MonthsDuration or ValueKind.DaysDuration => a._a.CompareTo(b._a),
            _ => null,
        };
    }

    /// <summary>The value as FEEL text that reads back as the same value; entities print their key.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Unknown => $"unknown({string.Join(", ", Causes.Items.Select(m => m.Name))})",
        ValueKind.Boolean => IsTrue ? "true" : "false",
        ValueKind.Number => Number.ToString(),
        ValueKind.String => Quote(Text),
        ValueKind.Date => $"date(\"{FeelDate.Format(Date)}\")",
        ValueKind.MonthsDuration or ValueKind.DaysDuration => $"duration(\"{FeelDuration.Format(this)}\")",
        ValueKind.List => "[" + string.Join(", ", List.Items.Select(v => v.ToString())) + "]",
        ValueKind.Range => Range.ToString(),
        ValueKind.Context => Context.ToString(),
        _ => Entity.DisplayName,
    };

    internal static string Quote(string text)
    {
        var sb = new System.Text.StringBuilder("\"");
        foreach (var c in text)
        {
            switch (c)
            {
                case '"': sb.Append("\\\""); break;
                case '\\': sb.Append("\\\\"); break;
                case '\n': sb.Append("\\n"); break;
                case '\r': sb.Append("\\r"); break;
                case '\t': sb.Append("\\t"); break;
                default:
                    if (char.IsControl(c)) sb.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    else sb.Append(c);
                    break;
            }
        }
        return sb.Append('"').ToString();
    }
}

/// <summary>A list. An element whose membership is not known (its filter condition was unknown) is *possible*.</summary>
internal sealed class FeelList(Value[] items, Causes?[]? possible = null)
{
    public static readonly FeelList Empty = new([]);

    public Value[] Items { get; } = items;

    public int Count => Items.Length;

    public bool HasPossible => possible is not null;

    public Value this[int index] => Items[index];

    /// <summary>Why the element is only possible; null when it certainly belongs.</summary>
    public Causes? PossibleBecause(int index) => possible?[index];

    /// <summary>All reasons for which elements are only possible; null when all are certain.</summary>
    public Causes? AllPossible()
    {
        Causes? all = null;
        if (possible is null) return null;
        foreach (var c in possible)
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

    public override string ToString()
    {
        if (High.IsNull && !Low.IsNull) return $"({(LowIncluded ? ">=" : ">")} {Low})";
        if (Low.IsNull && !High.IsNull) return $"({(HighIncluded ? "<=" : "<")} {High})";
        return $"{(LowIncluded ? '[' : '(')}{Low}..{High}{(HighIncluded ? ']' : ')')}";
    }
}

/// <summary>Named values in order.</summary>
internal sealed class ContextValue(IReadOnlyList<KeyValuePair<string, Value>> entries)
{
    public IReadOnlyList<KeyValuePair<string, Value>> Entries { get; } = entries;

    public Value? Get(string key)
    {
        foreach (var e in Entries)
            if (e.Key == key) return e.Value;
        return null;
    }

    public bool SameAs(ContextValue other) =>
        Entries.Count == other.Entries.Count && Entries.All(e => other.Get(e.Key) is { } v && Value.Same(e.Value, v));

    public override string ToString() => "{" + string.Join(", ", Entries.Select(e => $"{Value.Quote(e.Key)}: {e.Value}")) + "}";
}
