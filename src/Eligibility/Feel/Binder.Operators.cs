using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

internal sealed partial class Binder
{
    private static string Spelling(BinaryOperator op) => op switch
    {
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Power => "**",
        BinaryOperator.And => "and",
        _ => "or",
    };

    private BoundExpression BindBinary(BinarySyntax b)
    {
        var (left, right) = (Bind(b.Left), Bind(b.Right));
        return BindOperator(Spelling(b.Operator), b.OperatorSpan, b.Span, [left, right]);
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
        var rows = OperationTable.Find(name);
        foreach (var row in rows)
            if (Accepts(row, operands)) return new BoundOperation(row, operands, row.ResultOf([.. operands.Select(o => o.Type)]), span);
        if (!IsRule)
        {
            var candidates = rows.Where(r => Possibly(r, operands)).ToArray();
            if (candidates.Length > 0) return new BoundDynamic(name, candidates, operands, span);
        }
        _bag.OperatorMismatch(At(operatorSpan), name == "negate" ? "-" : name, [.. operands.Select(o => o.Type.ToString())]);
        return new BoundError(span);
    }

    private static bool Accepts(Operation row, IReadOnlyList<BoundExpression> arguments) =>
        row.Parameters.Count == arguments.Count && row.Parameters.Zip(arguments).All(p => p.Second.Type.Present.Fits(p.First.Type) && !p.Second.Type.IsAny);

    private static bool Possibly(Operation row, IReadOnlyList<BoundExpression> arguments) =>
        row.Parameters.Count == arguments.Count && row.Parameters.Zip(arguments).All(p => CouldFit(p.Second.Type, p.First.Type));

    /// <summary>Whether some value of the type could stand where the other is wanted: Any could.</summary>
    private static bool CouldFit(FeelType type, FeelType wanted) => type.IsAny || type.Present.IsAny || type.Present.Fits(wanted)
        || (type is ListType l && wanted is ListType w && CouldFit(l.Element, w.Element));

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
        if (b.Type.Present is CodeType && a is BoundLiteral) (a, b) = (b, a);
        if (a.Type.Present is not CodeType code || b is not BoundLiteral { Value: { Kind: ValueKind.String } text }) return;
        if (code.Attribute.Code(text.Text) is null)
            _bag.UnknownCode(At(b.Span), text.Text, code.Attribute.Name, [.. code.Attribute.Codes.Select(c => c.Name)]);
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
        var from = BindOperator(">=", b.Span, b.Span, [value, low]);
        var to = BindOperator("<=", b.Span, b.Span, [value, high]);
        return from.Type.IsError || to.Type.IsError ? new BoundError(b.Span) : new BoundLogic(true, from, to, b.Span);
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

    /// <summary><c>value in (tests)</c>: true when any test holds.</summary>
    private BoundExpression BindTests(BoundExpression value, IReadOnlyList<ExpressionSyntax> tests, TextSpan span)
    {
        var slot = Slots++;
        var outer = _scope;
        _scope = new VariableScope("?", slot, value.Type, outer);
        var subject = new BoundLocal(slot, "?", value.Type, value.Span);
        var bound = tests.Select(t => BindTest(subject, t)).ToArray();
        _scope = outer;
        return value.Type.IsError || bound.Any(t => t.Type.IsError) ? new BoundError(span) : new BoundIn(value, slot, bound, span);
    }

    private BoundExpression BindTest(BoundLocal subject, ExpressionSyntax test)
    {
        switch (test)
        {
            case UnaryTestSyntax u:
                return BindOperator(Spelling(u.Operator), u.Span, u.Span, [subject, Bind(u.Operand)]);
            case RangeSyntax r:
                var from = BindOperator(r.LowIncluded ? ">=" : ">", r.Span, r.Span, [subject, Bind(r.Low)]);
                var to = BindOperator(r.HighIncluded ? "<=" : "<", r.Span, r.Span, [subject, Bind(r.High)]);
                return from.Type.IsError || to.Type.IsError ? new BoundError(r.Span) : new BoundLogic(true, from, to, r.Span);
            case NameSyntax { Name: "-" }:
                return new BoundLiteral(Value.True, FeelType.Boolean, test.Span);
            case CallSyntax { Target: NameSyntax { Name: "not" } } n when subject.Type.Present != FeelType.Boolean:
                var negated = n.Arguments.Select(a => BindTest(subject, a.Value)).ToArray();
                if (negated.Any(t => t.Type.IsError)) return new BoundError(n.Span);
                var any = negated.Aggregate((a, b) => new BoundLogic(false, a, b, n.Span));
                return new BoundOperation(OperationTable.Single("not"), [any], FeelType.Boolean, n.Span);
            default:
                return BindValueTest(subject, test);
        }
    }

    private BoundExpression BindValueTest(BoundLocal subject, ExpressionSyntax test)
    {
        var bound = Bind(test);
        if (bound.Type.IsError) return bound;
        if (bound.Type.Present is RangeType || (bound.Type is ListType && subject.Type.Present is not ListType) || (bound.Type.IsAny && !IsRule))
            return new BoundOperation(OperationTable.Single("in"), [subject, bound], FeelType.Boolean, test.Span);
        // A test that speaks of its subject by "?" is a condition of its own.
        if (bound.Type == FeelType.Boolean && subject.Type.Present != FeelType.Boolean) return bound;
        return BindEquality("=", test.Span, test.Span, [subject, bound]);
    }

    private BoundExpression BindUnaryRange(UnaryTestSyntax u)
    {
        var end = Bind(u.Operand);
        if (end.Type.IsError) return end;
        var type = FeelType.RangeOf(end.Type);
        return u.Operator switch
        {
            BinaryOperator.Less => new BoundRange(null, false, end, false, type, u.Span),
            BinaryOperator.LessOrEqual => new BoundRange(null, false, end, true, type, u.Span),
            BinaryOperator.Greater => new BoundRange(end, false, null, false, type, u.Span),
            BinaryOperator.GreaterOrEqual => new BoundRange(end, true, null, false, type, u.Span),
            BinaryOperator.Equal => new BoundRange(end, true, end, true, type, u.Span),
            _ => TestOutsideIn(u),
        };
    }

    private BoundError TestOutsideIn(UnaryTestSyntax u)
    {
        _bag.SubjectOutsideTest(At(u.Span));
        return new BoundError(u.Span);
    }

    private string Written(TextSpan span) => _fragment.Text.Substring(span.Start, Math.Min(span.Length, _fragment.Text.Length - span.Start));
}
