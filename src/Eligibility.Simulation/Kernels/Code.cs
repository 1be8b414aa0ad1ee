using System.Linq.Expressions;
using static System.Linq.Expressions.Expression;

namespace Eligibility.Simulation.Kernels;

/// <summary>Expressions in their simplest form. Null stands for what is always true: known, existing.</summary>
internal static class Code
{
    private static readonly ConstantExpression True = Expression.Constant(true);
    private static readonly ConstantExpression False = Expression.Constant(false);

    public static Expression Constant(bool value) => value ? True : False;

    public static Expression Constant(long value) => Expression.Constant(value);

    public static bool IsTrue(Expression e) => e is ConstantExpression { Value: true };

    public static bool IsFalse(Expression e) => e is ConstantExpression { Value: false };

    public static Expression Not(Expression e) => e switch
    {
        ConstantExpression { Value: bool b } => Constant(!b),
        UnaryExpression { NodeType: ExpressionType.Not } n => n.Operand,
        _ => Expression.Not(e),
    };

    /// <summary>Both; null where both are proved.</summary>
    public static Expression? And(Expression? a, Expression? b, params ReadOnlySpan<Expression?> more)
    {
        var both = a is null ? b : b is null ? a : Both(a, b);
        foreach (var next in more) both = both is null ? next : next is null ? both : Both(both, next);
        return both;
    }

    public static Expression Both(Expression a, Expression b)
    {
        if (IsFalse(a) || IsFalse(b)) return False;
        return IsTrue(a) ? b : IsTrue(b) ? a : Expression.And(a, b);
    }

    public static Expression Either(Expression a, Expression b)
    {
        if (IsTrue(a) || IsTrue(b)) return True;
        return IsFalse(a) ? b : IsFalse(b) ? a : Expression.Or(a, b);
    }

    /// <summary>The one or the other, by a condition.</summary>
    public static Expression Select(Expression condition, Expression then, Expression otherwise)
    {
        if (ReferenceEquals(then, otherwise) || IsTrue(condition)) return then;
        if (IsFalse(condition)) return otherwise;
        if (then is ConstantExpression { Value: long x } && otherwise is ConstantExpression { Value: long y } && x == y) return then;
        if (then.Type == typeof(long) && IsCheap(then) && IsCheap(otherwise))
        {
            // Without a branch: who is old or poor cannot be foreseen, and a wrong guess costs more than both values.
            var mask = Call(typeof(KernelMath), nameof(KernelMath.Mask), null, condition);
            if (otherwise is ConstantExpression { Value: 0L }) return Expression.And(then, mask);
            return ExclusiveOr(otherwise, Expression.And(ExclusiveOr(then, otherwise), mask));
        }
        return then.Type == typeof(bool) ? Either(Both(condition, then), Both(Not(condition), otherwise)) : Condition(condition, then, otherwise);
    }

    private static bool IsCheap(Expression e) => e is ConstantExpression or ParameterExpression;

    /// <summary>The value in the width that so many bits need.</summary>
    public static Expression Widened(Expression e, int bits)
    {
        if (bits <= 62) return e;
        if (bits > 125) throw new NoKernelException("a number may need more than 128 bits");
        if (e.Type == typeof(Int128)) return e;
        return e is ConstantExpression { Value: long v } ? Expression.Constant((Int128)v) : Convert(e, typeof(Int128));
    }

    public static Expression Multiply(Expression a, Expression b, int bits)
    {
        if (a is ConstantExpression { Value: long x } && b is ConstantExpression { Value: long y } && bits <= 62) return Constant(x * y);
        if (a is ConstantExpression { Value: 1L }) return Widened(b, bits);
        return b is ConstantExpression { Value: 1L } ? Widened(a, bits) : Expression.Multiply(Widened(a, bits), Widened(b, bits));
    }

    /// <summary>The value 0 in the width of another.</summary>
    public static Expression Zero(Expression like) => like.Type == typeof(Int128) ? Expression.Constant(Int128.Zero) : Expression.Constant(0L);

    /// <summary>An element of an array.</summary>
    public static Expression At(Expression array, Expression index) => ArrayAccess(array, index);

    public static Expression Row(Expression row, int plus) => Expression.Add(row, Expression.Constant(plus));
}
