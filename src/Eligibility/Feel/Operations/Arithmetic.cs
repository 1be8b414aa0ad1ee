using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>The rows of <c>+ - * / **</c> and negation.</summary>
internal static class Arithmetic
{
    public static IEnumerable<Operation> Rows() =>
    [
        Binary("+", T.Number, T.Number, T.Number, static (a, b) => Bounded(a.Number + b.Number)),
        Binary("+", T.String, T.String, T.String, static (a, b) => a.Text.Length + b.Text.Length > Strings.MaxLength ? Faults.TooLong : Value.From(a.Text + b.Text)),
        Binary("+", T.Date, T.MonthsDuration, T.Date, static (a, b) => PlusMonths(a, b.Months)),
        Binary("+", T.MonthsDuration, T.Date, T.Date, static (a, b) => PlusMonths(b, a.Months)),
        Binary("+", T.Date, T.DaysDuration, T.Date, static (a, b) => PlusSeconds(a, b.Seconds)),
        Binary("+", T.DaysDuration, T.Date, T.Date, static (a, b) => PlusSeconds(b, a.Seconds)),
        Binary("+", T.MonthsDuration, T.MonthsDuration, T.MonthsDuration, static (a, b) => Months(a.Months + (Number)b.Months)),
        Binary("+", T.DaysDuration, T.DaysDuration, T.DaysDuration, static (a, b) => Seconds(a.Seconds + b.Seconds)),
        Binary("-", T.Number, T.Number, T.Number, static (a, b) => Bounded(a.Number - b.Number)),
        Binary("-", T.Date, T.Date, T.DaysDuration, static (a, b) => Value.FromSeconds((a.Date.DayNumber - b.Date.DayNumber) * 86_400L)),
        Binary("-", T.Date, T.MonthsDuration, T.Date, static (a, b) => PlusMonths(a, -b.Months)),
        Binary("-", T.Date, T.DaysDuration, T.Date, static (a, b) => PlusSeconds(a, -b.Seconds)),
        Binary("-", T.MonthsDuration, T.MonthsDuration, T.MonthsDuration, static (a, b) => Months(a.Months - (Number)b.Months)),
        Binary("-", T.DaysDuration, T.DaysDuration, T.DaysDuration, static (a, b) => Seconds(a.Seconds - b.Seconds)),
        Binary("*", T.Number, T.Number, T.Number, Multiply, strict: false),
        Binary("*", T.MonthsDuration, T.Number, T.MonthsDuration, static (a, b) => Months(a.Months * b.Number)),
        Binary("*", T.Number, T.MonthsDuration, T.MonthsDuration, static (a, b) => Months(b.Months * a.Number)),
        Binary("*", T.DaysDuration, T.Number, T.DaysDuration, static (a, b) => Seconds(a.Seconds * b.Number)),
        Binary("*", T.Number, T.DaysDuration, T.DaysDuration, static (a, b) => Seconds(b.Seconds * a.Number)),
        Binary("/", T.Number, T.Number, T.Number, static (a, b) => Number.TryDivide(a.Number, b.Number, out var q) ? Bounded(q) : Faults.DivisionByZero),
        Binary("/", T.MonthsDuration, T.Number, T.MonthsDuration, static (a, b) => Number.TryDivide(a.Months, b.Number, out var q) ? Months(q) : Faults.DivisionByZero),
        Binary("/", T.DaysDuration, T.Number, T.DaysDuration, static (a, b) => Number.TryDivide(a.Seconds, b.Number, out var q) ? Seconds(q) : Faults.DivisionByZero),
        Binary("/", T.MonthsDuration, T.MonthsDuration, T.Number, static (a, b) => Number.TryDivide(a.Months, b.Months, out var q) ? Value.From(q) : Faults.DivisionByZero),
        Binary("/", T.DaysDuration, T.DaysDuration, T.Number, static (a, b) => Number.TryDivide(a.Seconds, b.Seconds, out var q) ? Value.From(q) : Faults.DivisionByZero),
        Binary("**", T.Number, T.Number, T.Number, Power),
        Unary("negate", T.Number, T.Number, static a => Value.From(-a.Number)),
        Unary("negate", T.MonthsDuration, T.MonthsDuration, static a => Value.FromMonths(-a.Months)),
        Unary("negate", T.DaysDuration, T.DaysDuration, static a => Value.FromSeconds(-a.Seconds)),
    ];

    /// <summary>A result within the digit budget, or the fault that says it is not.</summary>
    internal static Value Bounded(Number n) => n.Big is not null && n.DigitCount > Number.MaxDigits ? Faults.OutOfRange : Value.From(n);

    /// <summary>Nothing times what is not known is nothing.</summary>
    private static Value Multiply(Value a, Value b)
    {
        if (a.Kind == ValueKind.Number && b.Kind == ValueKind.Number) return Bounded(a.Number * b.Number);
        if (a.Kind == ValueKind.Number && a.Number.Sign == 0 && b.IsUnknown) return a;
        if (b.Kind == ValueKind.Number && b.Number.Sign == 0 && a.IsUnknown) return b;
        if (a.IsNull || b.IsNull) return Value.Null;
        if (a.IsUnknown && b.IsUnknown) return Value.Unknown(a.Causes.With(b.Causes));
        return a.IsUnknown ? a : b;
    }

    private static Value Power(Value a, Value b)
    {
        if (!b.Number.TryToInt32(out var exponent)) return Faults.OutOfRange;
        if (a.Number.Sign == 0 && exponent < 0) return Faults.DivisionByZero;
        return a.Number.TryPower(exponent, Number.MaxDigits, out var result) ? Value.From(result) : Faults.OutOfRange;
    }

    private static Value PlusMonths(Value date, long months) => date.Date.TryPlusMonths(months, out var d) ? Value.From(d) : Faults.OutOfRange;

    /// <summary>A date has no time of day: a duration that is not whole days moves it by the days it fills, downward.</summary>
    private static Value PlusSeconds(Value date, Number seconds)
    {
        Number.TryDivide(seconds, 86_400, out var days);
        return days.Floor().TryToInt64(out var whole) && date.Date.TryPlusDays(whole, out var d) ? Value.From(d) : Faults.OutOfRange;
    }

    /// <summary>Whole months: what is left of one is dropped, as the standard has it.</summary>
    private static Value Months(Number months) =>
        months.Abs() <= FeelDuration.Max && months.Round(RoundingMode.Down, 0).TryToInt64(out var m) ? Value.FromMonths(m) : Faults.OutOfRange;

    /// <summary>Seconds to the nanosecond, the smallest part that the standard asks for: so every duration has a text.</summary>
    private static Value Seconds(Number seconds) => seconds.Abs() <= FeelDuration.Max ? Value.FromSeconds(seconds.Round(RoundingMode.Down, 9)) : Faults.OutOfRange;
}
