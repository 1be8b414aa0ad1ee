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
/// Dates pack year, month and day so that they compare as integers; days-and-time durations are a number of seconds.
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

    public static Value From(LocalDate date) => From((CalendarDate)date);

    public static Value From(CalendarDate date) => new(ValueKind.Date, null, ((long)date.Year << 9) + (date.Month << 5) + date.Day);

    public static Value FromMonths(long months) => new(ValueKind.MonthsDuration, null, months);

    public static Value FromSeconds(Number seconds) => new(ValueKind.DaysDuration, seconds.Big, seconds.Num, seconds.Den);

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

    public CalendarDate Date => CalendarDate.TryCreate(_a >> 9, _a >> 5 & 15, _a & 31, out var date) ? date : throw new InvalidOperationException($"{Kind} is no date");

    public long Months => _a;

    public Number Seconds => new(_ref, _a, _b);

    /// <summary>The packed form of a date: order and equality are those of the date.</summary>
    public long Packed => _a;

    public FeelList List => (FeelList)_ref!;

    public RangeValue Range => (RangeValue)_ref!;

    public ContextValue Context => (ContextValue)_ref!;

    public EntityRecord Entity => (EntityRecord)_ref!;

    /// <summary>Whether the value may be large: a text, a collection, a number of more than 64 bits. What is not, costs nothing to copy or compare.</summary>
    public bool MayBeLarge => _ref is not null;

    /// <summary>How much there is to the value when it is gone through: 1 for a plain one, for collections all that is in them, repetitions included.</summary>
    public int Weight => Kind switch
    {
        ValueKind.List => List.Weight,
        ValueKind.Context => Context.Weight,
        ValueKind.Range => 3,
        ValueKind.String => 1 + (Text.Length / 32),
        // The schoolbook cost of computing with so many digits.
        ValueKind.Number or ValueKind.DaysDuration when _ref is not null => 1 + ((int)((long)Number.DigitCount * Number.DigitCount / 4_000)),
        _ => 1,
    };

    /// <summary>How deep collections stand inside each other: 0 for a plain value.</summary>
    public int Depth => Kind switch { ValueKind.List => List.Depth, ValueKind.Context => Context.Depth, ValueKind.Range => 1, _ => 0 };

    /// <summary>Whether two known values are the same value: FEEL equality with lists and contexts compared by content.</summary>
    public static bool Same(Value a, Value b)
    {
        if (a.Kind != b.Kind) return false;
        switch (a.Kind)
        {
            case ValueKind.Null: return true;
            case ValueKind.Number or ValueKind.DaysDuration: return a.Number == b.Number;
            case ValueKind.String: return a.Text == b.Text;
            case ValueKind.List:
                var (x, y) = (a.List, b.List);
                if (x.Count != y.Count || x.HasPossible || y.HasPossible) return false;
                for (var i = 0; i < x.Count; i++)
                    if (!Same(x[i], y[i])) return false;
                return true;
            case ValueKind.Range:
                return a.Range.SameAs(b.Range);
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
            ValueKind.Number or ValueKind.DaysDuration => a.Number.CompareTo(b.Number),
            ValueKind.String => string.CompareOrdinal(a.Text, b.Text),
            ValueKind.Date or ValueKind.MonthsDuration => a._a.CompareTo(b._a),
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
