using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>Functions on numbers. The rounding functions take their scale as number of decimals.</summary>
internal static class Numeric
{
    public static IEnumerable<Operation> Rows() =>
    [
        Unary("abs", T.Number, T.Number, static a => Value.From(a.Number.Abs())),
        Unary("abs", T.MonthsDuration, T.MonthsDuration, static a => Value.FromMonths(Math.Abs(a.Months))),
        Unary("abs", T.DaysDuration, T.DaysDuration, static a => Value.FromSeconds(Math.Abs(a.Seconds))),
        Binary("modulo", T.Number, T.Number, T.Number, static (a, b) => Number.TryModulo(a.Number, b.Number, out var r) ? Value.From(r) : Faults.DivisionByZero, "dividend", "divisor"),
        Unary("odd", T.Number, T.Boolean, static a => Value.From(IsMultipleOfTwo(a.Number) is false), "number"),
        Unary("even", T.Number, T.Boolean, static a => Value.From(IsMultipleOfTwo(a.Number) is true), "number"),
        Rounding("decimal", RoundingMode.HalfEven, required: true),
        Rounding("floor", RoundingMode.Floor, required: false),
        Rounding("ceiling", RoundingMode.Ceiling, required: false),
        Rounding("round up", RoundingMode.Up, required: true),
        Rounding("round down", RoundingMode.Down, required: true),
        Rounding("round half up", RoundingMode.HalfUp, required: true),
        Rounding("round half down", RoundingMode.HalfDown, required: true),
    ];

    private static Operation Rounding(string name, RoundingMode mode, bool required) => new()
    {
        Name = name,
        Parameters = [new("n", T.Number), new("scale", T.Number, IsOptional: !required)],
        ResultOf = _ => T.Number,
        IsStrict = true,
        Apply = a => Round(a[0], a[1], mode),
    };

    /// <summary>Null for a number that is not whole: it is neither odd nor even.</summary>
    private static bool? IsMultipleOfTwo(Number n) => n.IsInteger && Number.TryModulo(n, 2, out var r) ? r.Sign == 0 : null;

    private static Value Round(Value n, Value scale, RoundingMode mode)
    {
        var places = 0;
        // The standard bounds scales at 6,111 and 6,176 decimals; ours is the digit budget.
        if (!scale.IsNull && !(scale.Number.TryToInt32(out places) && Math.Abs((long)places) <= 6176)) return Faults.OutOfRange;
        return places > Number.MaxDigits || places < -Number.MaxDigits ? Faults.OutOfRange : Value.From(n.Number.Round(mode, places));
    }
}
