using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content>Tests behind <c>in</c> and in the cells of tables.</content>
internal sealed partial class Binder
{
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
                return BindOperator(Printer.Spell(u.Operator), u.Span, u.Span, [subject, Bind(u.Operand)]);
            case RangeSyntax r:
                return BindRange(r) is BoundRange range ? BindInside(subject, range) : new BoundError(r.Span);
            case NameSyntax { Name: "-" }:
                return new BoundLiteral(Value.True, FeelType.Boolean, test.Span);
            case CallSyntax { Target: NameSyntax { Name: "not" } } n when n.Arguments.Count > 0 && subject.Type.Present != FeelType.Boolean:
                var negated = n.Arguments.Select(a => BindTest(subject, a.Value)).ToArray();
                if (negated.Any(t => t.Type.IsError)) return new BoundError(n.Span);
                var any = negated.Aggregate((a, b) => new BoundLogic(false, a, b, n.Span));
                return new BoundOperation(OperationTable.Single("not"), [any], FeelType.Boolean, n.Span);
            default:
                return BindValueTest(subject, test);
        }
    }

    private BoundExpression BindInside(BoundLocal subject, BoundRange range)
    {
        var from = BindOperator(range.LowIncluded ? ">=" : ">", range.Span, range.Span, [subject, range.Low!]);
        var to = BindOperator(range.HighIncluded ? "<=" : "<", range.Span, range.Span, [subject, range.High!]);
        return from.Type.IsError || to.Type.IsError ? new BoundError(range.Span) : new BoundLogic(true, from, to, range.Span);
    }

    private BoundExpression BindValueTest(BoundLocal subject, ExpressionSyntax test)
    {
        var bound = Bind(test);
        if (bound.Type.IsError || subject.Type.IsError) return bound;
        if (bound.Type.Present is RangeType or ListType || bound.Type.IsAny)
        {
            if (!MayBeIn(subject.Type.Present, bound.Type.Present))
            {
                _bag.NotComparable(At(test.Span), subject.Type.ToString(), bound.Type.ToString());
                return new BoundError(test.Span);
            }
            CheckCodes(subject, bound);
            return new BoundOperation(OperationTable.Single("in"), [subject, bound], FeelType.Boolean, test.Span);
        }
        // A test that speaks of its subject by "?" is a condition of its own.
        if (bound.Type == FeelType.Boolean && subject.Type.Present != FeelType.Boolean) return bound;
        return BindEquality("=", test.Span, test.Span, [subject, bound]);
    }

    /// <summary>Whether some value of a type can lie in a range, belong to a list or a range in it, or equal the list.</summary>
    private static bool MayBeIn(FeelType value, FeelType test) => value.IsAny || test.IsAny || test switch
    {
        RangeType r => r.Element.IsAny || FeelType.Common(value, r.Element) is not null,
        ListType { Element.Present: RangeType r } when value is not ListType => r.Element.IsAny || FeelType.Common(value, r.Element) is not null,
        ListType l => FeelType.Common(value, l.Element) is not null || FeelType.Common(value, l) is not null,
        _ => false,
    };

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
}
