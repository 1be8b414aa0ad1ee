using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>The parts that dates, durations, ranges and contexts have by name.</summary>
internal static class Properties
{
    private static readonly string[] DateParts = ["year", "month", "day", "weekday"];
    private static readonly string[] MonthParts = ["years", "months"];
    private static readonly string[] DayParts = ["days", "hours", "minutes", "seconds"];
    private static readonly string[] RangeParts = ["start", "end", "start included", "end included"];

    /// <summary>The names that may stand behind the dot.</summary>
    public static IEnumerable<string> NamesOf(FeelType type) => type switch
    {
        RangeType => RangeParts,
        ContextType c => c.Fields.Select(f => f.Name),
        _ when type == FeelType.Date => DateParts,
        _ when type == FeelType.MonthsDuration => MonthParts,
        _ when type == FeelType.DaysDuration => DayParts,
        _ => [],
    };

    /// <summary>The type of a part, or null when the type has no such part. The end of a range may be open.</summary>
    public static FeelType? TypeOf(FeelType type, string name) => type switch
    {
        ContextType c => c.Field(name),
        RangeType r when name is "start" or "end" => new OptionalType(r.Element),
        RangeType when name is "start included" or "end included" => FeelType.Boolean,
        _ => NamesOf(type).Contains(name) ? FeelType.Number : null,
    };

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
                    "weekday" => Value.From((Number)d.DayOfWeek),
                    _ => Value.Null,
                };
            case ValueKind.MonthsDuration:
                return name switch { "years" => N(v.Months / 12), "months" => N(v.Months % 12), _ => Value.Null };
            case ValueKind.DaysDuration:
                var (days, hours, minutes, seconds) = FeelDuration.Split(v.Seconds);
                return name switch
                {
                    "days" => Value.From(days), "hours" => Value.From(hours), "minutes" => Value.From(minutes), "seconds" => Value.From(seconds), _ => Value.Null,
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
