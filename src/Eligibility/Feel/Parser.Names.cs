using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>Names, types, words of other languages, and how to go on behind a mistake.</summary>
internal sealed partial class Parser
{
    /// <summary>Words that an author may write between operands by habit; they are names as well, so they mean this only where no name can stand.</summary>
    private static readonly Dictionary<string, string> InfixWords = new()
    {
        ["且"] = "and", ["并且"] = "and", ["同时"] = "and", ["与"] = "and", ["和"] = "and", ["AND"] = "and", ["And"] = "and",
        ["或"] = "or", ["或者"] = "or", ["OR"] = "or", ["Or"] = "or", ["属于"] = "in", ["IN"] = "in", ["In"] = "in",
        ["等于"] = "=", ["不等于"] = "!=", ["大于"] = ">", ["高于"] = ">", ["超过"] = ">", ["小于"] = "<", ["低于"] = "<",
        ["大于等于"] = ">=", ["不低于"] = ">=", ["不小于"] = ">=", ["不少于"] = ">=",
        ["小于等于"] = "<=", ["不高于"] = "<=", ["不超过"] = "<=", ["不大于"] = "<=",
        ["加"] = "+", ["减"] = "-", ["乘"] = "*", ["乘以"] = "*", ["除以"] = "/",
    };

    private static readonly Dictionary<string, string> PrefixWords = new()
    {
        ["如果"] = "if", ["若"] = "if", ["IF"] = "if", ["If"] = "if", ["则"] = "then", ["那么"] = "then", ["THEN"] = "then", ["Then"] = "then",
        ["否则"] = "else", ["ELSE"] = "else", ["Else"] = "else",
    };

    /// <summary>Whether a word is read as one of FEEL's in some places, so that it cannot well be a name.</summary>
    public static bool IsForeignWord(string word) => InfixWords.ContainsKey(word) || PrefixWords.ContainsKey(word);

    private void RespellInfixWord()
    {
        if (Current.Kind != TokenKind.Name || !MayBeginOperand(Next)) return;
        if (InfixWords.TryGetValue(Current.Text, out var feel) || (PrefixWords.TryGetValue(Current.Text, out feel) && feel != "if")) Respell(feel);
    }

    private void RespellPrefixWord()
    {
        if (Current.Kind == TokenKind.Name && BeginsOperand(Next) && PrefixWords.TryGetValue(Current.Text, out var feel)) Respell(feel);
    }

    private void Respell(string feel) => _tokens[_position] = Current with
    {
        Kind = Token.IsKeyword(feel) ? TokenKind.Keyword : TokenKind.Sign, Text = feel, Spelling = Spelling.Foreign,
    };

    /// <summary>Passes a name: the longest known one, else one word. Null, with nothing passed, when none begins here.</summary>
    private (string Name, TextSpan Span)? ReadName(bool keywords = false)
    {
        var first = Current;
        if (first.Kind != TokenKind.Name && !(keywords && first.Kind == TokenKind.Keyword)) return null;
        if (first.Kind == TokenKind.Name && _names.Match(_tokens.AsSpan(_position)) is { } known)
        {
            _position += known.Length;
            return (known.Name, SpanFrom(first.Span.Start));
        }
        Advance();
        return (first.Text, first.Span);
    }

    /// <summary>
    /// Passes a name that is introduced here and makes it known: all words and signs up to <paramref name="end"/> or to something
    /// that belongs to no name. Null, with nothing passed, when none begins here. With <paramref name="keywords"/>, words that FEEL
    /// keeps for itself may be in it: such a name is only ever read behind a dot or before a colon.
    /// </summary>
    private (string Name, TextSpan Span)? ReadDeclaredName(string end, bool keywords = false)
    {
        var first = Current;
        if (first.Kind != TokenKind.Name && !(keywords && first.Kind == TokenKind.Keyword)) return null;
        while (IsNamePiece(Current) && !Current.Is(end) && (keywords || Current.Kind != TokenKind.Keyword)) _position++;
        var span = SpanFrom(first.Span.Start);
        var name = KnownNames.Normalise(Written(span));
        _names.Add(name);
        return (name, span);
    }

    private static bool IsNamePiece(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Keyword or TokenKind.Number or TokenKind.MalformedNumber => true,
        TokenKind.Sign => token.Text is "+" or "-" or "*" or "/" or "." or "'",
        _ => false,
    };

    private bool IsNamedArgument()
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.Keyword)) return false;
        var at = _position;
        while (IsNamePiece(_tokens[at])) at++;
        return _tokens[at].Is(":");
    }

    private TypeSyntax ParseType()
    {
        var start = Current.Span.Start;
        if (!Enter()) return new TypeSyntax(Current.Span, "", []);
        var type = ParseTypeName(start) is not { } name ? new TypeSyntax(SpanFrom(start), "", [])
            : name is "function" ? ParseFunctionType(start)
            : name is "list" or "range" or "context" && Current.Is("<")
                ? new TypeSyntax(SpanFrom(start), name, [.. ParseTypeArguments(name == "context")]) with { Span = SpanFrom(start) }
                : new TypeSyntax(SpanFrom(start), name, []);
        Leave();
        return type;
    }

    private string? ParseTypeName(int start)
    {
        if (Current.Is("function") || Current.Is("null")) return Advance().Text;
        if (ReadName() is not { } name)
        {
            if (IsFirstHere()) _bag.ExpectedType(At(Current.Span), Current.Describe());
            return null;
        }
        while (Current.Is(".") && Next.Kind == TokenKind.Name)
        {
            Advance();
            var part = ReadName()!.Value;
            name = ($"{name.Name}.{part.Name}", SpanFrom(start));
        }
        return name.Name;
    }

    private TypeSyntax ParseFunctionType(int start)
    {
        List<(string?, TypeSyntax)> arguments = [];
        // `function<>` has no parameters: here the two signs are not the foreign "not equal".
        if (Written(Current.Span) == "<>") _position++;
        else if (Current.Is("<")) arguments = ParseTypeArguments(named: false);
        TypeSyntax? result = null;
        if (Current.Is("-") && Next.Is(">"))
        {
            Advance();
            Advance();
            result = ParseType();
        }
        return new TypeSyntax(SpanFrom(start), "function", arguments, result);
    }

    private List<(string? Name, TypeSyntax Type)> ParseTypeArguments(bool named)
    {
        var open = Advance();
        var arguments = new List<(string?, TypeSyntax)>();
        if (!Current.Is(">"))
        {
            do
            {
                string? name = null;
                if (named)
                {
                    var at = Current;
                    name = ReadDeclaredName(":", keywords: true)?.Name;
                    if (name is null && IsFirstHere()) _bag.ExpectedName(At(at.Span), at.Describe(), NamePlace.Key);
                    else Expect(":", at, null);
                }
                arguments.Add((name, ParseType()));
            }
            while (Take(","));
        }
        // `list<number>= x` was read as `>=`; the first half closes the type.
        if (Current.Is(">=") && Current.Span.Length == 2)
            _tokens[_position] = new Token(TokenKind.Sign, new TextSpan(Current.Span.Start + 1, 1), "=");
        else if (!Take(">") && IsFirstHere()) _bag.OpenBracket(At(open.Span), "<", ">", Current.Describe(), At(Current.Span));
        return arguments;
    }

    /// <summary>Passes everything up to the next comma or closing bracket of the construct at hand.</summary>
    private void SkipToSeparator()
    {
        for (var depth = 0; !AtEnd; Advance())
        {
            if (depth == 0 && (Current.Is(",") || Current.IsCloser)) return;
            if (Current.Is("(") || Current.Is("[") || Current.Is("{")) depth++;
            else if (Current.IsCloser) depth--;
        }
    }

    /// <summary>Reports what the expression left over, and reads on behind it in search of further mistakes.</summary>
    private void ReadSurplus()
    {
        while (!AtEnd && !_stopped)
        {
            if (IsFirstHere()) _bag.Surplus(At(Current.Span), Current.Text, Current.Describe());
            if (!MayBeginOperand(Current))
            {
                var isCloser = Advance().IsCloser;
                while (IsInfix(Current, out _) || (isCloser && Current.IsCloser)) Advance();
            }
            if (MayBeginOperand(Current)) ParseExpression();
        }
    }
}
