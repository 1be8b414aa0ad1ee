using Eligibility.Feel;
using Eligibility.Values;

namespace Eligibility.Evaluation;

/// <summary>Which types a value has at run time: <c>instance of</c>, and the choice of a row where types are not known before.</summary>
internal static class Conformance
{
    public static bool Is(Value v, FeelType type) => type switch
    {
        { IsAny: true } => !v.IsNull,
        ListType l => v.Kind == ValueKind.List && v.List.Items.All(i => l.Element.IsAny || l.Element.IsError || Is(i, l.Element)),
        RangeType r => v.Kind == ValueKind.Range
            && (r.Element.IsAny || ((v.Range.Low.IsNull || Is(v.Range.Low, r.Element)) && (v.Range.High.IsNull || Is(v.Range.High, r.Element)))),
        ContextType c => v.Kind == ValueKind.Context && c.Fields.All(f => v.Context.Get(f.Name) is { } x && Is(x, f.Type)),
        OptionalType o => v.IsNull || Is(v, o.Inner),
        EntityType e => v.Kind == ValueKind.Entity && v.Entity.Declaration == e.Declaration,
        CodeType => v.Kind == ValueKind.String,
        _ => v.Kind == KindOf(type),
    };

    /// <summary>The arguments as the row takes them, a single value made a list where one is wanted; null when they do not fit.</summary>
    public static Value[]? Arrange(Operation row, Value[] values)
    {
        if (values.Length != row.Parameters.Count) return null;
        Value[]? arranged = null;
        for (var i = 0; i < values.Length; i++)
        {
            var (v, wanted) = (values[i], row.Parameters[i].Type);
            if (v.IsNull || wanted.IsAny || Is(v, wanted)) continue;
            if (wanted is not ListType list || v.Kind == ValueKind.List) return null;
            if (!list.Element.IsAny && !Is(v, list.Element)) return null;
            arranged ??= [.. values];
            arranged[i] = Value.From([v]);
        }
        return arranged ?? values;
    }

    private static ValueKind KindOf(FeelType type)
    {
        if (type == FeelType.Null) return ValueKind.Null;
        if (type == FeelType.Boolean) return ValueKind.Boolean;
        if (type == FeelType.Number) return ValueKind.Number;
        if (type == FeelType.String) return ValueKind.String;
        if (type == FeelType.Date) return ValueKind.Date;
        return type == FeelType.MonthsDuration ? ValueKind.MonthsDuration : ValueKind.DaysDuration;
    }
}
