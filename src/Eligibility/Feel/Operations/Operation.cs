using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>A parameter of an operation. An optional one may be left out of a call.</summary>
internal sealed record OperationParameter(string Name, FeelType Type, bool IsOptional = false);

/// <summary>How strictly an expression is checked.</summary>
internal enum TypingMode
{
    /// <summary>A rule: every type is known beforehand, and null occurs only where it is tested.</summary>
    Rule,

    /// <summary>A bare expression: the standard's typing, where Any is allowed and null stands for what has no result.</summary>
    Bare,
}

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

    /// <summary>Whether even a single argument of a variadic row is one of several, though it is a list: <c>concatenate([1, 2])</c>.</summary>
    public bool GathersOne { get; init; }

    /// <summary>The type of the result for these arguments, which fit the row.</summary>
    public required Func<IReadOnlyList<BoundExpression>, FeelType> ResultOf { get; init; }

    /// <summary>The typing mode that the row is for; null for both. A rule has no null, so a few results differ from the standard's there.</summary>
    public TypingMode? OnlyIn { get; init; }

    /// <summary>Steps that a call takes beside going once through its arguments and its result; null for none.</summary>
    public Func<Value[], int>? ExtraSteps { get; init; }

    /// <summary>
    /// Whether the operation itself looks at unknown and null arguments. A strict one is not called with them: unknown arguments
    /// make it unknown with all their causes, and null ones make it null.
    /// </summary>
    public bool IsStrict { get; init; } = true;

    public Func<Value, Value>? Apply1 { get; init; }

    public Func<Value, Value, Value>? Apply2 { get; init; }

    /// <summary>Arguments in order; optional ones that were left out are null.</summary>
    public Func<Value[], Value>? Apply { get; init; }

    /// <summary>The position of a parameter; -1 when there is none of that name.</summary>
    public int IndexOf(string parameter)
    {
        for (var i = 0; i < Parameters.Count; i++)
            if (Parameters[i].Name == parameter) return i;
        return -1;
    }

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
    public static readonly Value BadPattern = Make("badPattern", "模式无效", "a pattern that is not valid");
    public static readonly Value NotComparable = Make("notComparable", "不能比较", "values that cannot be compared");
    public static readonly Value NegativePayment = Make("negativePayment", "应付金额为负数", "an amount to pay that is negative");
    public static readonly Value NotWholeFen = Make("notWholeFen", "应付金额不是整分", "an amount to pay that is not whole fen");
    public static readonly Value NoRow = Make("noRow", "没有一行符合", "no row of the table matches");
    public static readonly Value SeveralRows = Make("severalRows", "不止一行符合", "more than one row of the table matches");

    private static Value Make(string name, string zh, string en) => Value.Unknown(new Missing(MissingKind.Fault, name, null, new LocalText(zh, en)));
}
