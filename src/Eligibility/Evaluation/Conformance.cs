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

    /// <summary>The arguments as the row takes them, a single value and the list of it standing for each other; null when they do not fit.</summary>
    public static Value[]? Arrange(Operation row, Value[] values)
    {
        if (values.Length != row.Parameters.Count) return null;
        Value[]? arranged = null;
        for (var i = 0; i < values.Length; i++)
        {
            var (v, wanted) = (values[i], row.Parameters[i].Type);
            if (v.IsNull || Fits(v, wanted)) continue;
            Value converted;
            if (wanted is ListType && v.Kind != ValueKind.List) converted = Value.From([v]);
            else if (v is { Kind: ValueKind.List, List.Count: 1 }) converted = v.List[0];
            else return null;
            if (!Fits(converted, wanted)) return null;
            arranged ??= [.. values];
            arranged[i] = converted;
        }
        return arranged ?? values;
    }

    /// <summary>Whether an operation can take the value: elements of a list may be null.</summary>
    private static bool Fits(Value v, FeelType type) => type.IsAny
        || (type.Present is ListType l ? v.Kind == ValueKind.List && v.List.Items.All(i => i.IsNull || Fits(i, l.Element)) : Is(v, type));

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
