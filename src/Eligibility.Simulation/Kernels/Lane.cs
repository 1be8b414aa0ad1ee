using System.Linq.Expressions;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Kernels;

/// <summary>What a kernel holds of an expression while it is compiled: where its value stands, and what is proved of it.</summary>
internal abstract record Lane;

/// <summary>A condition. It is unknown where it is neither true nor false.</summary>
/// <param name="True">Whether it certainly holds.</param>
/// <param name="False">Whether it certainly does not; null where it is proved never to be unknown.</param>
internal sealed record FlagLane(Expression True, Expression? False) : Lane
{
    public static FlagLane Of(bool value) => new(Code.Constant(value), null);

    public static readonly FlagLane Unknown = new(Code.Constant(false), Code.Constant(false));

    /// <summary>Where it certainly does not hold.</summary>
    public Expression Not => False ?? Code.Not(True);

    /// <summary>Where it is unknown; null where that is proved never to be.</summary>
    public Expression? Open => False is null ? null : Code.And(Code.Not(True), Code.Not(False));
}

/// <summary>What a value is.</summary>
internal enum ValueLaneKind
{
    Number,
    Date,
    Months,
    Text,
}

/// <summary>A value that is kept as a whole number.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Of a number: the numerator, in steps of 10 to the minus its scale. 64 bits wide, or 128 where its bound demands.</param>
/// <param name="Known">Whether it is known; null where it is proved to be. What is not known has a value in bounds.</param>
/// <param name="None">Whether it does not exist; null where it is proved to.</param>
internal sealed record ValueLane(ValueLaneKind Kind, Expression Value, Expression? Known, Expression? None = null) : Lane
{
    /// <summary>Decimals of a number.</summary>
    public int Scale { get; init; }

    /// <summary>The value is proved to be less than 2 to this power in size.</summary>
    public int Bits { get; init; }

    /// <summary>The denominator, greater than 0 and 64 bits wide; null where it is 1.</summary>
    public Expression? Den { get; init; }

    /// <summary>The denominator is proved to be less than 2 to this power.</summary>
    public int DenBits { get; init; }

    /// <summary>Whether it is proved to be greater than 0.</summary>
    public bool IsPositive { get; init; }

    /// <summary>Whether it is proved not to be less than 0.</summary>
    public bool IsNatural { get => field || IsPositive || Value is ConstantExpression { Value: >= 0L }; init; }

    public static ValueLane Number(Expression value, int scale, int bits, Expression? known) => new(ValueLaneKind.Number, value, known) { Scale = scale, Bits = bits };

    /// <summary>Whether it is known and exists.</summary>
    public Expression? Present => None is null ? Known : Code.And(Known, Code.Not(None));
}

/// <summary>One instance of an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Row">Its row; some row where it is not known.</param>
/// <param name="Known">Whether it is known; null where it is proved to be.</param>
/// <param name="Parent">The row of the instance that holds it, where that is at hand.</param>
internal sealed record RowLane(EntityDeclaration Entity, Expression Row, Expression? Known, Expression? Parent = null) : Lane;

/// <summary>Null.</summary>
internal sealed record NullLane : Lane;

/// <summary>What to do with an element of a list: <paramref name="possible"/> says where it is only possible, null where it is certain.</summary>
internal delegate void EachElement(Lane element, Expression? possible);

/// <summary>A list that is gone through, never built.</summary>
/// <param name="Known">Whether it is known; null where it is proved to be.</param>
/// <param name="ForEach">Writes the loop.</param>
internal sealed record ListLane(Expression? Known, Action<EachElement> ForEach) : Lane
{
    /// <summary>Of instances that one attribute of an instance holds: the entity, and the row of the instance that holds them.</summary>
    public (EntityDeclaration Entity, Expression Holder)? Source { get; init; }

    /// <summary>Of such a list: the conditions that an element must meet to be in it, in turn.</summary>
    public IReadOnlyList<Func<Lane, FlagLane>> Filters { get; init; } = [];

    /// <summary>Whether it is proved to have an element: every household has a person.</summary>
    public bool IsNeverEmpty { get; init; }

    /// <summary>Elements that are written out; null for any other list.</summary>
    public IReadOnlyList<Lane>? Items { get; init; }
}

/// <summary>A kernel cannot compute this: the item is left to the evaluator, with the reason.</summary>
internal sealed class NoKernelException(string reason) : Exception(reason);
