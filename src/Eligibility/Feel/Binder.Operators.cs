using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content>Operators and conditions.</content>
internal sealed partial class Binder
{
    private BoundExpression BindBinary(BinarySyntax b)
    {
        var (left, right) = (Bind(b.Left), Bind(b.Right));
        return BindOperator(Printer.Spell(b.Operator), b.OperatorSpan, b.Span, [left, right]);
    }

    /// <summary>Chooses the row of an operator by the types of its operands.</summary>
    private BoundExpression BindOperator(string name, TextSpan operatorSpan, TextSpan span, BoundExpression[] operands)
    {
        if (operands.Any(o => o.Type.IsError)) return new BoundError(span);
        if (name is "=" or "!=") return BindEquality(name, operatorSpan, span, operands);
        if (IsRule && operands.FirstOrDefault(o => o.Type is OptionalType) is { } optional)
        {
            _bag.MayBeAbsent(At(optional.Span), Written(optional.Span));
            return new BoundError(span);
        }
        var rows = OperationTable.Find(name, Mode);
        foreach (var row in rows)
            if (row.Parameters.Zip(operands).All(p => Takes(p.First.Type, p.Second.Type))) return new BoundOperation(row, operands, row.ResultOf(operands), span);
        var candidates = rows.Where(r => !IsRule && r.Parameters.Zip(operands).All(p => CouldFit(p.Second.Type, p.First.Type))).ToArray();
        if (candidates.Length > 0) return new BoundDynamic(name, candidates, operands, span);
        _bag.OperatorMismatch(At(operatorSpan), name == "negate" ? "-" : name, [.. operands.Select(o => o.Type.ToString())]);
        return new BoundError(span);
    }

    /// <summary>Whether an operand fits; in a bare expression one that may be null does, since null is met at run time.</summary>
    private static bool Takes(FeelType wanted, FeelType given) => !given.IsAny && given.Present.Fits(wanted);

    private BoundExpression BindEquality(string name, TextSpan operatorSpan, TextSpan span, BoundExpression[] operands)
    {
        var (a, b) = (operands[0], operands[1]);
        if (IsRule || !(a.Type.IsAny || b.Type.IsAny))
        {
            if (FeelType.Common(a.Type, b.Type) is null && !IsRangeOrContext(a.Type, b.Type))
            {
                _bag.NotComparable(At(operatorSpan), a.Type.ToString(), b.Type.ToString());
                return new BoundError(span);
            }
            if (IsRule && IsNullTestOfPresent(a, b) is { } never)
            {
                _bag.NullTestOfPresent(At(never.Span), Written(never.Span));
                return new BoundError(span);
            }
            // Two optional values may both be absent: "both absent" is not "equal" in any rule we know, so a rule must say which it means.
            if (IsRule && (a.Type is OptionalType || b.Type is OptionalType) && !IsNullLiteral(a) && !IsNullLiteral(b))
            {
                var optional = a.Type is OptionalType ? a : b;
                _bag.MayBeAbsent(At(optional.Span), Written(optional.Span));
                return new BoundError(span);
            }
        }
        CheckCodes(a, b);
        return new BoundOperation(OperationTable.Single(name), operands, FeelType.Boolean, span);
    }

    private static bool IsRangeOrContext(FeelType a, FeelType b) => (a, b) is (RangeType, RangeType) or (ContextType, ContextType) or (ListType, ListType);

    private static bool IsNullLiteral(BoundExpression e) => e is BoundLiteral { Value.Kind: ValueKind.Null };

    private static BoundExpression? IsNullTestOfPresent(BoundExpression a, BoundExpression b)
    {
        if (IsNullLiteral(a) && !IsNullLiteral(b) && b.Type is not OptionalType) return b;
        return IsNullLiteral(b) && !IsNullLiteral(a) && a.Type is not OptionalType ? a : null;
    }

    /// <summary>A literal compared with a code must be one of the codes: a misspelt one would silently never match.</summary>
    private void CheckCodes(BoundExpression a, BoundExpression b)
    {
        if (b.Type.Present is CodeType && a is BoundLiteral or BoundList) (a, b) = (b, a);
        if (a.Type.Present is not CodeType code) return;
        foreach (var literal in b is BoundList list ? list.Items : [b])
        {
            if (literal is BoundLiteral { Value: { Kind: ValueKind.String } text } && code.Attribute.Code(text.Text) is null)
                _bag.UnknownCode(At(literal.Span), text.Text, code.Attribute.Name, [.. code.Attribute.Codes.Select(c => c.Name)]);
        }
    }

    private BoundExpression BindLogic(BinarySyntax b)
    {
        var isAnd = b.Operator == BinaryOperator.And;
        var left = BindCondition(b.Left);
        var right = Under(isAnd ? Narrowing.WhenTrue(left) : Narrowing.WhenFalse(left), () => BindCondition(b.Right));
        return left.Type.IsError || right.Type.IsError ? new BoundError(b.Span) : new BoundLogic(isAnd, left, right, b.Span);
    }

    /// <summary>In a rule a boolean; in a bare expression anything, since what is not a boolean counts as null there.</summary>
    private BoundExpression BindCondition(ExpressionSyntax syntax) => IsRule ? BindAs(syntax, FeelType.Boolean) : Bind(syntax);

    private T Under<T>(IEnumerable<string> present, Func<T> bind)
    {
        var added = present.Where(_present.Add).ToArray();
        var result = bind();
        _present.ExceptWith(added);
        return result;
    }

    private BoundExpression BindBetween(BetweenSyntax b)
    {
        var (value, low, high) = (Bind(b.Value), Bind(b.Low), Bind(b.High));
        if (value.Type.IsError || low.Type.IsError || high.Type.IsError) return new BoundError(b.Span);
        // What costs nothing to read is read twice; anything else is kept, or ranges inside ranges would double at each level.
        if (!BoundTree.Children(value).Any()) return BindInside(value, low, high, b.Span);
        var slot = Slots++;
        var test = BindInside(new BoundLocal(slot, "?", value.Type, value.Span), low, high, b.Span);
        return test.Type.IsError ? test : new BoundIn(value, slot, [test], b.Span);
    }

    private BoundExpression BindInside(BoundExpression value, BoundExpression low, BoundExpression high, TextSpan span)
    {
        var from = BindOperator(">=", span, span, [value, low]);
        var to = BindOperator("<=", span, span, [value, high]);
        return from.Type.IsError || to.Type.IsError ? new BoundError(span) : new BoundLogic(true, from, to, span);
    }

    private BoundExpression BindIf(IfSyntax i)
    {
        var condition = BindCondition(i.Condition);
        var then = Under(Narrowing.WhenTrue(condition), () => Bind(i.Then));
        var otherwise = Under(Narrowing.WhenFalse(condition), () => Bind(i.Else));
        if (condition.Type.IsError || then.Type.IsError || otherwise.Type.IsError) return new BoundError(i.Span);
        var type = FeelType.Common(then.Type, otherwise.Type);
        if (type is null && IsRule)
        {
            _bag.BranchesDiffer(At(i.Span), then.Type.ToString(), otherwise.Type.ToString());
            return new BoundError(i.Span);
        }
        return new BoundIf(condition, then, otherwise, type ?? FeelType.Any, i.Span);
    }

    private string Written(TextSpan span) => _fragment.Text.Substring(span.Start, Math.Min(span.Length, _fragment.Text.Length - span.Start));
}
