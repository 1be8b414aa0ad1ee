using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>A parameter of an operation. An optional one may be left out of a call.</summary>
internal sealed record OperationParameter(string Name, FeelType Type, bool IsOptional = false);

/// <summary>
/// One row of the operation table: name, parameter types, result type and computation stand in one place, so that the
/// checker and every evaluator agree. A computation that has no result returns an unknown value with a fault.
/// </summary>
internal sealed class Operation
{
    public required string Name { get; init; }

    public required IReadOnlyList<OperationParameter> Parameters { get; init; }

    /// <summary>Whether the last parameter takes any number of arguments, as <c>sum(1, 2, 3)</c>; they arrive as one list.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>The type of the result for these argument types.</summary>
    public required Func<IReadOnlyList<FeelType>, FeelType> ResultOf { get; init; }

    /// <summary>
    /// Whether the operation itself looks at unknown and null arguments. A strict one is not called with them: unknown arguments
    /// make it unknown with all their causes, and null ones make it null.
    /// </summary>
    public bool IsStrict { get; init; } = true;

    public Func<Value, Value>? Apply1 { get; init; }

    public Func<Value, Value, Value>? Apply2 { get; init; }

    /// <summary>Arguments in order; optional ones that were left out are null.</summary>
    public Func<Value[], Value>? Apply { get; init; }

    /// <summary>Calls whichever form the row has, without the strictness rule.</summary>
    public Value Call(Value[] arguments) =>
        Apply1 is not null ? Apply1(arguments[0]) : Apply2 is not null ? Apply2(arguments[0], arguments[1]) : Apply!(arguments);

    public override string ToString() => $"{Name}({string.Join(", ", Parameters.Select(p => p.Type))})";
}

/// <summary>The faults that operations report as unknown values.</summary>
internal static class Faults
{
    public static readonly Value DivisionByZero = Make("divisionByZero", "除数为零", "division by zero");
    public static readonly Value OutOfRange = Make("outOfRange", "数值超出可计算的范围", "a number beyond the range that can be computed");
    public static readonly Value TooLong = Make("budget", "计算量超过限额", "the computation exceeds its budget");
    public static readonly Value NoSuchDate = Make("noSuchDate", "没有这一天", "a date that does not exist");
    public static readonly Value NotConvertible = Make("notConvertible", "文字不能转换", "a text that cannot be converted");
    public static readonly Value NotComparable = Make("notComparable", "不能比较", "values that cannot be compared");
    public static readonly Value NegativePayment = Make("negativePayment", "应付金额为负数", "an amount to pay that is negative");
    public static readonly Value NotWholeFen = Make("notWholeFen", "应付金额不是整分", "an amount to pay that is not whole fen");
    public static readonly Value NoRow = Make("noRow", "没有一行符合", "no row of the table matches");
    public static readonly Value SeveralRows = Make("severalRows", "不止一行符合", "more than one row of the table matches");

    private static Value Make(string name, string zh, string en) => Value.Unknown(new Missing(MissingKind.Fault, name, null, new LocalText(zh, en)));
}
