using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>Operators between operands, and what stands behind one.</summary>
internal sealed partial class Parser
{
    private static readonly Dictionary<string, (int Level, BinaryOperator Operator)> InfixOperators = new()
    {
        ["or"] = (Precedence.Or, BinaryOperator.Or), ["and"] = (Precedence.And, BinaryOperator.And),
        ["="] = (Precedence.Comparison, BinaryOperator.Equal), ["!="] = (Precedence.Comparison, BinaryOperator.NotEqual),
        ["<"] = (Precedence.Comparison, BinaryOperator.Less), ["<="] = (Precedence.Comparison, BinaryOperator.LessOrEqual),
        [">"] = (Precedence.Comparison, BinaryOperator.Greater), [">="] = (Precedence.Comparison, BinaryOperator.GreaterOrEqual),
        ["+"] = (Precedence.Additive, BinaryOperator.Add), ["-"] = (Precedence.Additive, BinaryOperator.Subtract),
        ["*"] = (Precedence.Multiplicative, BinaryOperator.Multiply), ["/"] = (Precedence.Multiplicative, BinaryOperator.Divide),
        ["**"] = (Precedence.Power, BinaryOperator.Power),
    };

    /// <summary>An expression up to something that cannot go on: a separator, a closing bracket, a keyword such as <c>then</c>, the end.</summary>
    private ExpressionSyntax ParseExpression()
    {
        var start = Current.Span.Start;
        var expression = ParseInfix(Precedence.Or);
        while (BeginsOperand(Current))
        {
            ReportNoOperator();
            ParseInfix(Precedence.Or);
            expression = new ErrorSyntax(SpanFrom(start));
        }
        return expression;
    }

    private ExpressionSyntax ParseInfix(int level)
    {
        var start = Current.Span.Start;
        return ContinueInfix(start, ParsePrefix(), level);
    }

    private ExpressionSyntax ContinueInfix(int start, ExpressionSyntax left, int level)
    {
        var compared = false;
        while (true)
        {
            RespellInfixWord();
            var token = Current;
            if (token.Kind == TokenKind.Unknown)
            {
                Advance();
                if (BeginsOperand(Current)) ParsePrefix();
                left = new ErrorSyntax(SpanFrom(start));
            }
            else if (token.Is("%") && level <= Precedence.Multiplicative)
            {
                left = ParsePercent(start);
            }
            else if (token.IsWord("instance") && level <= Precedence.InstanceOf)
            {
                left = ParseInstanceOf(start, left);
            }
            else if (level <= Precedence.Comparison && IsComparison(token))
            {
                if (compared && IsFirstHere()) _bag.ChainedComparison(At(token.Span), token.Text);
                var comparison = ParseComparison(start, left);
                left = compared ? new ErrorSyntax(comparison.Span) : comparison;
                compared = true;
            }
            else if (IsInfix(token, out var infix) && infix.Level >= level)
            {
                Advance();
                var right = ParseInfix(infix.Level + 1);
                left = new BinarySyntax(SpanFrom(start), infix.Operator, token.Span, left, right);
                compared = false;
            }
            else
            {
                return left;
            }
        }
    }

    private static bool IsInfix(Token token, out (int Level, BinaryOperator Operator) infix)
    {
        infix = default;
        return token.Kind is TokenKind.Sign or TokenKind.Keyword && InfixOperators.TryGetValue(token.Text, out infix);
    }

    private static bool IsComparison(Token token) =>
        token.Is("between") || token.Is("in") || (IsInfix(token, out var infix) && infix.Level == Precedence.Comparison);

    private ExpressionSyntax ParseComparison(int start, ExpressionSyntax left)
    {
        var token = Advance();
        if (token.Text == "in") return ParseIn(start, left);
        if (token.Text != "between")
        {
            var right = ParseInfix(Precedence.Additive);
            return new BinarySyntax(SpanFrom(start), InfixOperators[token.Text].Operator, token.Span, left, right);
        }
        var low = ParseInfix(Precedence.Additive);
        Expect("and", token, low);
        var high = ParseInfix(Precedence.Additive);
        return new BetweenSyntax(SpanFrom(start), left, low, high);
    }

    private InSyntax ParseIn(int start, ExpressionSyntax value)
    {
        var testStart = Current.Span.Start;
        if (!Current.Is("("))
        {
            var test = IsUnaryOperator(Current) ? ParseUnaryTest() : ParseInfix(Precedence.Additive);
            return new InSyntax(SpanFrom(start), value, [test]);
        }
        var tests = ParseBracketedTests();
        // `x in (a + b) * c` and `x in (a).b`: what looked like a list of tests was the beginning of one.
        if (tests.Count == 1) tests = [ContinueInfix(testStart, ContinuePostfix(testStart, tests[0]), Precedence.Additive)];
        return new InSyntax(SpanFrom(start), value, tests);
    }

    private static bool IsUnaryOperator(Token token) => IsInfix(token, out var infix) && infix.Level == Precedence.Comparison;

    private UnaryTestSyntax ParseUnaryTest()
    {
        var sign = Advance();
        var operand = ParseInfix(Precedence.Additive);
        return new UnaryTestSyntax(SpanFrom(sign.Span.Start), InfixOperators[sign.Text].Operator, operand);
    }

    /// <summary><c>5 % 2</c> or <c>5%</c>: reported by name, because FEEL has neither.</summary>
    private ErrorSyntax ParsePercent(int start)
    {
        var sign = Advance();
        var isModulo = BeginsOperand(Current) || Current.Is("(");
        if (!_stopped) _bag.PercentSign(At(sign.Span));
        if (isModulo) ParseInfix(Precedence.Power);
        return new ErrorSyntax(SpanFrom(start));
    }

    private InstanceOfSyntax ParseInstanceOf(int start, ExpressionSyntax value)
    {
        var instance = Advance();
        if (Current.IsWord("of")) Advance();
        else Expect("of", instance, value);
        var type = ParseType();
        return new InstanceOfSyntax(SpanFrom(start), value, type);
    }

    private ExpressionSyntax ContinuePostfix(int start, ExpressionSyntax target)
    {
        while (true)
        {
            if (Current.Is("."))
            {
                Advance();
                if (ReadName(keywords: true) is not { } name)
                {
                    if (IsFirstHere()) _bag.ExpectedName(At(Current.Span), Current.Describe(), NamePlace.Path);
                    if (MayBeginOperand(Current)) ParsePrefix();
                    return new ErrorSyntax(SpanFrom(start));
                }
                target = new PathSyntax(SpanFrom(start), target, name.Name, name.Span);
            }
            else if (Current.Is("[") && !ClosesRange())
            {
                var open = Open("]");
                var condition = ParseExpression();
                Close(open);
                target = new FilterSyntax(SpanFrom(start), target, condition);
            }
            else if (Current.Is("(") && target is not (NumberSyntax or StringSyntax or BooleanSyntax or NullSyntax or AtLiteralSyntax))
            {
                target = ParseCall(start, target);
            }
            else
            {
                return target;
            }
        }
    }

    /// <summary>Whether <c>[</c> ends an open range, as in <c>]1..5[</c>: it does when no condition could begin behind it.</summary>
    private bool ClosesRange() => _inRangeEnd && !BeginsOperand(Next) && !Next.Is("(") && !Next.Is("[") && !Next.Is("-");
}
