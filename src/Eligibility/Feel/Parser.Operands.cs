using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>What stands before, after and between operators.</summary>
internal sealed partial class Parser
{
    /// <summary>Whether an operand begins here that cannot go on with what stands before it.</summary>
    private static bool BeginsOperand(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Number or TokenKind.MalformedNumber or TokenKind.String => true,
        TokenKind.Sign => token.Text is "{" or "@" or "'",
        TokenKind.Keyword => token.Text is "true" or "false" or "null" or "if" or "for" or "some" or "every" or "function",
        _ => false,
    };

    /// <summary>Whether an operand begins here, where one is wanted.</summary>
    private static bool MayBeginOperand(Token token) => BeginsOperand(token) || token.Is("(") || token.Is("[") || token.Is("-") || token.Is("!");

    private ExpressionSyntax ParsePrefix()
    {
        // Every construct that can stand inside itself comes through here, so this one guard bounds the recursion.
        if (!Enter()) return new ErrorSyntax(Current.Span);
        var start = Current.Span.Start;
        var operand = ParseSigned(start);
        Leave();
        return operand;
    }

    private ExpressionSyntax ParseSigned(int start)
    {
        var token = Current;
        if (token.Is("-"))
        {
            Advance();
            var operand = ParseInfix(Precedence.Negation);
            return new NegationSyntax(SpanFrom(start), operand);
        }
        if (token.Is("!") || (token.IsWord("not") && MayBeginOperand(Next) && !Next.Is("(") && !Next.Is("-") && !Next.Is("[")))
        {
            if (IsFirstHere()) _bag.NotWithoutBrackets(At(token.Span), Written(token.Span));
            // Not through Advance: a full-width sign that is wrong anyway is one mistake.
            _position++;
            ParseInfix(token.Text == "!" ? Precedence.Negation : Precedence.Comparison);
            return new ErrorSyntax(SpanFrom(start));
        }
        if (IsUnaryOperator(token))
        {
            if (IsFirstHere()) _bag.NothingOnTheLeft(At(token.Span), token.Text);
            Advance();
            ParseInfix(Precedence.Additive);
            return new ErrorSyntax(SpanFrom(start));
        }
        return ContinuePostfix(start, ParsePrimary(start));
    }

    private ExpressionSyntax ParsePrimary(int start)
    {
        RespellPrefixWord();
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                var name = ReadName()!.Value;
                return new NameSyntax(name.Span, name.Name);
            case TokenKind.Number:
                return ParseNumber();
            case TokenKind.String:
                Advance();
                return new StringSyntax(token.Span, token.Text);
            case TokenKind.MalformedNumber:
                Advance();
                return new ErrorSyntax(token.Span);
            case TokenKind.Unknown:
                Advance();
                if (MayBeginOperand(Current)) ParsePrefix();
                return new ErrorSyntax(SpanFrom(start));
            case TokenKind.Sign or TokenKind.Keyword:
                return ParseConstruct(token, start);
            default:
                return ReportNoExpression();
        }
    }

    private ExpressionSyntax ParseConstruct(Token token, int start)
    {
        switch (token.Text)
        {
            case "true" or "false":
                Advance();
                return new BooleanSyntax(token.Span, token.Text == "true");
            case "null":
                Advance();
                return new NullSyntax(token.Span);
            case "@":
                return ParseAtLiteral(start);
            case "'":
                return ParseSingleQuoted(start);
            case "(":
                return ParseParenthesised(start);
            case "[":
                return ParseList(start);
            case "]" when MayBeginOperand(Next):
                var open = Open("]");
                return ParseRange(start, open, lowIncluded: false, ParseExpression());
            case "{":
                return ParseContext(start);
            case "if":
                return ParseIf(start);
            case "for":
                return ParseFor(start);
            case "some" or "every":
                return ParseQuantified(start);
            case "function":
                return ParseFunction(start);
            default:
                return ReportNoExpression();
        }
    }

    private ExpressionSyntax ParseNumber()
    {
        var token = Advance();
        if (Number.TryParseFeel(token.Text, out var value)) return new NumberSyntax(token.Span, value);
        if (!_stopped) _bag.NumberOutOfRange(At(token.Span), token.Text);
        return new ErrorSyntax(token.Span);
    }

    private ExpressionSyntax ParseAtLiteral(int start)
    {
        Advance();
        if (Current.Kind == TokenKind.String)
        {
            var text = Advance().Text;
            return new AtLiteralSyntax(SpanFrom(start), text);
        }
        if (IsFirstHere()) _bag.ExpectedTextBehindAt(At(Current.Span), Current.Describe());
        return new ErrorSyntax(SpanFrom(start));
    }

    private ErrorSyntax ParseSingleQuoted(int start)
    {
        var close = _position + 1;
        while (_tokens[close].Kind != TokenKind.End && !_tokens[close].Is("'")) close++;
        var closed = _tokens[close].Is("'");
        // Without a second mark only this one is passed, so that the search is not made again and again for nothing.
        var span = TextSpan.FromBounds(start, closed ? _tokens[close].Span.End : _fragment.Text.Length);
        if (IsFirstHere()) _bag.SingleQuotes(At(closed ? span : Current.Span), closed ? Written(span)[1..^1] : null);
        _position = closed ? close + 1 : _tokens.Length - 1;
        return new ErrorSyntax(span);
    }

    private ErrorSyntax ReportNoExpression()
    {
        var token = Current;
        if (IsFirstHere()) _bag.ExpectedExpression(At(token.Span), token.Describe());
        // A stray operator is passed, so that what stands behind it is still read.
        if (IsInfix(token, out _) || token.Is(".") || token.Is("%"))
        {
            Advance();
            if (MayBeginOperand(Current)) ParsePrefix();
        }
        return new ErrorSyntax(SpanFrom(token.Span.Start));
    }

    private void ReportNoOperator()
    {
        if (!IsFirstHere()) return;
        var before = _tokens[_position - 1];
        var both = TextSpan.Union(before.Span, Current.Span);
        var near = before.Kind == TokenKind.Name ? _names.Nearest(KnownNames.Normalise(Written(both))) : null;
        _bag.NoOperatorBetween(At(Current.Span), before.Describe(), Current.Describe(), near);
    }
}
