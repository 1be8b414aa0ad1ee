using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>Functions on single numbers.</summary>
internal static class Numeric
{
    // The scales that the standard allows.
    private const int MostDecimals = 6_176;
    private const int MostZeros = 6_111;

    public static IEnumerable<Operation> Rows() =>
    [
        Unary("abs", T.Number, T.Number, static a => Value.From(a.Number.Abs())),
        Unary("abs", T.MonthsDuration, T.MonthsDuration, static a => Value.FromMonths(Math.Abs(a.Months))),
        Unary("abs", T.DaysDuration, T.DaysDuration, static a => Value.FromSeconds(a.Seconds.Abs())),
        Binary("modulo", T.Number, T.Number, T.Number, static (a, b) => Number.TryModulo(a.Number, b.Number, out var r) ? Arithmetic.Bounded(r) : Faults.DivisionByZero, "dividend", "divisor"),
        Unary("odd", T.Number, T.Boolean, static a => Value.From(IsMultipleOfTwo(a.Number) is false), "number"),
        Unary("even", T.Number, T.Boolean, static a => Value.From(IsMultipleOfTwo(a.Number) is true), "number"),
        Unary("floor", T.Number, T.Number, static a => Value.From(a.Number.Floor())),
        Unary("ceiling", T.Number, T.Number, static a => Value.From(a.Number.Ceiling())),
        Rounding("floor", RoundingMode.Floor),
        Rounding("ceiling", RoundingMode.Ceiling),
        Rounding("decimal", RoundingMode.HalfEven),
        Rounding("round up", RoundingMode.Up),
        Rounding("round down", RoundingMode.Down),
        Rounding("round half up", RoundingMode.HalfUp),
        Rounding("round half down", RoundingMode.HalfDown),
    ];

    private static Operation Rounding(string name, RoundingMode mode) =>
        Binary(name, T.Number, T.Number, T.Number, (n, scale) => Round(n.Number, scale.Number, mode), "n", "scale");

    /// <summary>Null for a number that is not whole: it is neither odd nor even.</summary>
    private static bool? IsMultipleOfTwo(Number n) => n.IsInteger && Number.TryModulo(n, 2, out var r) ? r.Sign == 0 : null;

    /// <summary>Rounds to so many decimals; of a scale that is not whole, the whole part counts.</summary>
    private static Value Round(Number n, Number scale, RoundingMode mode)
    {
        if (!scale.Round(RoundingMode.Down, 0).TryToInt32(out var places) || places is > MostDecimals or < -MostZeros) return Faults.OutOfRange;
        if (n.Scale is { } exact && exact <= places) return Value.From(n);
        if (places > Number.MaxDigits) return Faults.OutOfRange;
        // No number has as many digits as this: it is nearer to zero than to anything else, or becomes larger than any number may be.
        if (places < -Number.MaxDigits) return mode is RoundingMode.Up || (mode is RoundingMode.Floor && n.Sign < 0) || (mode is RoundingMode.Ceiling && n.Sign > 0) ? Faults.OutOfRange : Value.Zero;
        return Arithmetic.Bounded(n.Round(mode, places));
    }
}
