using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>The parts that dates and durations have by name.</summary>
internal static class Properties
{
    private static readonly string[] DateParts = ["year", "month", "day", "weekday"];
    private static readonly string[] MonthParts = ["years", "months"];
    private static readonly string[] DayParts = ["days", "hours", "minutes", "seconds"];
    private static readonly string[] RangeParts = ["start", "end", "start included", "end included"];

    public static IEnumerable<string> NamesOf(FeelType type) =>
        type == FeelType.Date ? DateParts : type == FeelType.MonthsDuration ? MonthParts : type == FeelType.DaysDuration ? DayParts : type is RangeType ? RangeParts : [];

    /// <summary>The type of a part, or null when the type has no such part.</summary>
    public static FeelType? TypeOf(FeelType type, string name) => type is not RangeType && NamesOf(type).Contains(name) ? FeelType.Number : null;

    /// <summary>The part of a known value; null when it has none of that name.</summary>
    public static Value Get(Value v, string name)
    {
        switch (v.Kind)
        {
            case ValueKind.Context: return v.Context.Get(name) ?? Value.Null;
            case ValueKind.Date:
                var d = v.Date;
                return name switch
                {
                    "year" => Value.From((Number)d.Year),
                    "month" => Value.From((Number)d.Month),
                    "day" => Value.From((Number)d.Day),
                    "weekday" => Value.From((Number)(int)d.DayOfWeek),
                    _ => Value.Null,
                };
            case ValueKind.MonthsDuration:
                return name switch { "years" => N(v.Months / 12), "months" => N(v.Months % 12), _ => Value.Null };
            case ValueKind.DaysDuration:
                var s = v.Seconds;
                return name switch
                {
                    "days" => N(s / 86400), "hours" => N(s % 86400 / 3600), "minutes" => N(s % 3600 / 60), "seconds" => N(s % 60), _ => Value.Null,
                };
            case ValueKind.Range:
                var r = v.Range;
                return name switch
                {
                    "start" => r.Low, "end" => r.High, "start included" => Value.From(r.LowIncluded), "end included" => Value.From(r.HighIncluded), _ => Value.Null,
                };
            case ValueKind.Entity:
                return v.Entity.Declaration.Attribute(name) is { } a ? v.Entity.Slots[a.Slot] : Value.Null;
            default: return Value.Null;
        }
    }

    private static Value N(long n) => Value.From((Number)n);
}
