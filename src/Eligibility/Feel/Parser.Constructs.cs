using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>Constructs that begin with a word: conditions, iterations, function values.</summary>
internal sealed partial class Parser
{
    private IfSyntax ParseIf(int start)
    {
        var word = Advance();
        var condition = ParseExpression();
        Expect("then", word, condition);
        var then = ParseExpression();
        Expect("else", word, then);
        var otherwise = ParseExpression();
        return new IfSyntax(SpanFrom(start), condition, then, otherwise);
    }

    private ForSyntax ParseFor(int start)
    {
        var word = Advance();
        var iterators = ParseIterators(word, out var last);
        Expect("return", word, last);
        var result = ParseExpression();
        return new ForSyntax(SpanFrom(start), iterators, result);
    }

    private QuantifiedSyntax ParseQuantified(int start)
    {
        var word = Advance();
        var iterators = ParseIterators(word, out var last);
        Expect("satisfies", word, last);
        var condition = ParseExpression();
        return new QuantifiedSyntax(SpanFrom(start), word.Text == "every", iterators, condition);
    }

    private List<IteratorSyntax> ParseIterators(Token word, out ExpressionSyntax last)
    {
        var iterators = new List<IteratorSyntax>();
        var seen = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        do
        {
            var at = Current;
            var name = ReadDeclaredName("in");
            if (name is null && IsFirstHere()) _bag.ExpectedName(At(at.Span), at.Describe(), NamePlace.Variable);
            if (name is { } named) ReportIfTwice(seen, named.Name, named.Span);
            Expect("in", word, name is null ? new ErrorSyntax(at.Span) : null);
            last = ParseExpression();
            var from = last;
            ExpressionSyntax? to = Take("..") ? last = ParseExpression() : null;
            if (name is { } variable) iterators.Add(new IteratorSyntax(variable.Span, variable.Name, from, to));
        }
        while (Take(","));
        return iterators;
    }

    private FunctionSyntax ParseFunction(int start)
    {
        var word = Advance();
        var parameters = new List<ParameterSyntax>();
        if (Current.Is("("))
        {
            var open = Open(")");
            var seen = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
            if (!Current.Is(")"))
            {
                do ParseParameter(parameters, seen);
                while (TakeComma(")"));
            }
            Close(open);
        }
        else
        {
            Expect("(", word, null);
        }
        var isExternal = Current.IsWord("external") && MayBeginBody(Next);
        if (isExternal) Advance();
        var body = ParseExpression();
        return new FunctionSyntax(SpanFrom(start), parameters, isExternal, body);
    }

    private static bool MayBeginBody(Token token) => BeginsOperand(token) || token.Is("(") || token.Is("[");

    private void ParseParameter(List<ParameterSyntax> parameters, Dictionary<string, TextSpan> seen)
    {
        var at = Current;
        if (ReadDeclaredName(":") is not { } name)
        {
            if (IsFirstHere()) _bag.ExpectedName(At(at.Span), at.Describe(), NamePlace.Parameter);
            SkipToSeparator();
            return;
        }
        ReportIfTwice(seen, name.Name, name.Span);
        var type = Take(":") ? ParseType() : null;
        parameters.Add(new ParameterSyntax(name.Span, name.Name, type));
    }

    /// <summary>Passes a word that the construct needs; a missing one is reported unless it follows from an earlier mistake.</summary>
    private void Expect(string word, Token owner, ExpressionSyntax? before)
    {
        RespellPrefixWord();
        if (Take(word) || before is ErrorSyntax) return;
        if (IsFirstHere()) _bag.MissingWord(At(Current.Span), owner.Text, word, Current.Describe(), At(owner.Span));
    }

    private void ReportIfTwice(Dictionary<string, TextSpan> seen, string name, TextSpan span)
    {
        if (!seen.TryAdd(name, span) && !_stopped) _bag.NameTwice(At(span), name, At(seen[name]));
    }
}
