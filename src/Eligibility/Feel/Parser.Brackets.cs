using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>What stands in brackets: groups, lists, ranges, contexts, arguments, tests.</summary>
internal sealed partial class Parser
{
    private readonly record struct OpenBracket(Token Sign, string Closer, bool WasInRangeEnd);

    private OpenBracket Open(string closer)
    {
        var open = new OpenBracket(Advance(), closer, _inRangeEnd);
        _closers.Push(closer);
        _inRangeEnd = false;
        return open;
    }

    private TextSpan Close(OpenBracket open)
    {
        _closers.Pop();
        _inRangeEnd = open.WasInRangeEnd;
        var token = Current;
        if (Take(open.Closer)) return token.Span;
        if (IsFirstHere()) _bag.OpenBracket(At(open.Sign.Span), open.Sign.Text, open.Closer, Current.Describe(), At(Current.Span));
        // The wrong bracket stands for the right one, unless another construct further out waits for it.
        if (Current.IsCloser && !_closers.Contains(Current.Text)) Advance();
        return new TextSpan(SpanFrom(open.Sign.Span.Start).End, 0);
    }

    /// <summary>Whether another item follows: passes the comma, and reports one that nothing follows.</summary>
    private bool TakeComma(string closer)
    {
        var comma = Current;
        if (!Take(",")) return false;
        // Behind a comma `]` may begin an open range.
        if (!Current.Is(closer) || (closer == "]" && MayBeginOperand(Next))) return true;
        if (!_stopped) _bag.TrailingComma(At(comma.Span), closer);
        return false;
    }

    private ExpressionSyntax ParseParenthesised(int start)
    {
        var open = Open(")");
        if (IsUnaryOperator(Current))
        {
            var test = ParseUnaryTest();
            Close(open);
            return test with { Span = SpanFrom(start) };
        }
        var inner = ParseExpression();
        if (Current.Is("..")) return ParseRange(start, open, lowIncluded: false, inner);
        if (Current.Is(",") && inner is not ErrorSyntax)
        {
            if (IsFirstHere()) _bag.ListInRoundBrackets(At(Current.Span));
            while (TakeComma(")")) ParseExpression();
            inner = new ErrorSyntax(inner.Span);
        }
        Close(open);
        return inner;
    }

    private ExpressionSyntax ParseList(int start)
    {
        var open = Open("]");
        var items = new List<ExpressionSyntax>();
        if (!Current.Is("]"))
        {
            items.Add(ParseExpression());
            if (Current.Is("..")) return ParseRange(start, open, lowIncluded: true, items[0]);
            while (TakeComma("]")) items.Add(ParseExpression());
        }
        Close(open);
        return new ListSyntax(SpanFrom(start), items);
    }

    private RangeSyntax ParseRange(int start, OpenBracket open, bool lowIncluded, ExpressionSyntax low)
    {
        // Only `]1` comes here without its dots.
        Expect("..", open.Sign, low);
        _inRangeEnd = true;
        var high = ParseExpression();
        var highIncluded = Current.Is("]");
        if (Current.Is(")") || Current.Is("[")) open = open with { Closer = Current.Text };
        else open = open with { Closer = "]" };
        Close(open);
        return new RangeSyntax(SpanFrom(start), lowIncluded, low, high, highIncluded);
    }

    private ContextSyntax ParseContext(int start)
    {
        var open = Open("}");
        var entries = new List<ContextEntrySyntax>();
        var seen = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        if (!Current.Is("}"))
        {
            do ParseEntry(entries, seen);
            while (TakeComma("}"));
        }
        Close(open);
        return new ContextSyntax(SpanFrom(start), entries);
    }

    private void ParseEntry(List<ContextEntrySyntax> entries, Dictionary<string, TextSpan> seen)
    {
        (string Name, TextSpan Span)? key = null;
        var first = Current;
        if (first.Kind == TokenKind.String)
        {
            Advance();
            key = (first.Text, first.Span);
            _names.Add(first.Text);
        }
        else
        {
            key = ReadDeclaredName(":", keywords: true);
        }
        if (key is not { } named)
        {
            if (IsFirstHere()) _bag.ExpectedName(At(first.Span), first.Describe(), NamePlace.Key);
            SkipToSeparator();
            return;
        }
        ReportIfTwice(seen, named.Name, named.Span);
        if (!Current.Is(":"))
        {
            if (IsFirstHere()) _bag.MissingWord(At(Current.Span), named.Name, ":", Current.Describe(), At(named.Span));
            SkipToSeparator();
            return;
        }
        Advance();
        entries.Add(new ContextEntrySyntax(named.Span, named.Name, ParseExpression()));
    }

    private CallSyntax ParseCall(int start, ExpressionSyntax target)
    {
        var open = Open(")");
        var arguments = new List<ArgumentSyntax>();
        var seen = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var mixed = false;
        if (!Current.Is(")"))
        {
            do
            {
                var argumentStart = Current.Span.Start;
                var name = IsNamedArgument() ? ReadDeclaredName(":", keywords: true) : null;
                if (name is { } named)
                {
                    ReportIfTwice(seen, named.Name, named.Span);
                    Advance();
                }
                var value = ParseExpression();
                var argument = new ArgumentSyntax(SpanFrom(argumentStart), name?.Name, value);
                if (!mixed && !_stopped && arguments.Count > 0 && arguments[0].Name is null != argument.Name is null)
                {
                    mixed = true;
                    _bag.MixedArguments(At(argument.Span), At(arguments[0].Span));
                }
                arguments.Add(argument);
            }
            while (TakeComma(")"));
        }
        var close = Close(open);
        return new CallSyntax(SpanFrom(start), target, arguments, close);
    }

    private List<ExpressionSyntax> ParseBracketedTests()
    {
        var start = Current.Span.Start;
        if (!Enter()) return [];
        var open = Open(")");
        var tests = new List<ExpressionSyntax> { ParseTest() };
        if (Current.Is(".."))
        {
            tests = [ParseRange(start, open, lowIncluded: false, tests[0])];
        }
        else
        {
            while (TakeComma(")")) tests.Add(ParseTest());
            Close(open);
        }
        Leave();
        return tests;
    }

    private ExpressionSyntax ParseTest() => IsUnaryOperator(Current) ? ParseUnaryTest() : ParseExpression();

    private UnaryTestsSyntax ParseCell(bool mayNegate)
    {
        var start = Current.Span.Start;
        if (Current.Is("-") && Next.Kind == TokenKind.End)
        {
            Advance();
            return new UnaryTestsSyntax(SpanFrom(start), false, []);
        }
        if (mayNegate && Current.IsWord("not") && Next.Is("("))
        {
            Advance();
            var negated = ParseBracketedTests();
            return new UnaryTestsSyntax(SpanFrom(start), true, negated);
        }
        var tests = new List<ExpressionSyntax> { ParseTest() };
        while (Take(",")) tests.Add(ParseTest());
        return new UnaryTestsSyntax(SpanFrom(start), false, tests);
    }
}
