using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>
/// Reads a formula into a tree. It never throws for a text: what it cannot read becomes <see cref="ErrorSyntax"/> and a
/// diagnostic, and it goes on behind the mistake so that several independent ones are found at once.
/// </summary>
/// <remarks>
/// A Pratt parser: <see cref="ParseInfix"/> climbs the precedence levels, the parts beside this file read operands, brackets,
/// names and types. Its work is linear in the length of the text, its recursion bounded by <see cref="MaxNesting"/>.
/// </remarks>
internal sealed partial class Parser
{
    /// <summary>The longest formula, in UTF-16 code units.</summary>
    public const int MaxLength = 20_000;

    /// <summary>How deep brackets and other constructs may stand inside each other.</summary>
    public const int MaxNesting = 200;

    /// <summary>How high a tree may grow, operator chains included (<c>1+1+…</c> grows by one for each): whoever walks a tree may recurse.</summary>
    public const int MaxHeight = 1_000;

    /// <summary>The greatest number of nodes in a tree.</summary>
    public const int MaxNodes = 10_000;

    private readonly SourceFragment _fragment;
    private readonly DiagnosticBag _bag;
    private readonly Token[] _tokens;
    private readonly KnownNames _names;
    private readonly Stack<string> _closers = new();
    private int _position;
    private int _nesting;
    private int _reportedAt = -1;
    private bool _stopped;
    private bool _inRangeEnd;

    private Parser(SourceFragment fragment, DiagnosticBag bag, IEnumerable<string>? names)
    {
        _fragment = fragment;
        _bag = bag;
        _names = KnownNames.With(names);
        _tokens = Lexer.Lex(fragment, bag);
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="fragment">The formula.</param>
    /// <param name="bag">Takes every mistake.</param>
    /// <param name="names">Names in scope that have spaces or operator characters in them; others may be among them and are passed over.</param>
    /// <returns>The tree; with <see cref="ErrorSyntax"/> in it wherever something could not be read.</returns>
    public static ExpressionSyntax Parse(SourceFragment fragment, DiagnosticBag bag, IEnumerable<string>? names = null) =>
        Run(fragment, bag, names, parser => parser.ParseExpression());

    /// <summary>
    /// Reads a cell of a decision table: <c>-</c>, tests with commas between them, or <c>not(tests)</c>. A cell that is an
    /// expression of its own, such as <c>not(a) and b</c>, is one test.
    /// </summary>
    /// <inheritdoc cref="Parse"/>
    public static ExpressionSyntax ParseUnaryTests(SourceFragment fragment, DiagnosticBag bag, IEnumerable<string>? names = null)
    {
        // `not(` begins a negated cell or a call; only the end of the cell shows which.
        var trial = new DiagnosticBag();
        var negated = Run(fragment, trial, names, parser => parser.ParseCell(mayNegate: true));
        if (!trial.HasErrors || negated is not UnaryTestsSyntax { IsNegated: true })
        {
            bag.AddRange(trial);
            return negated;
        }
        var plain = new DiagnosticBag();
        var tests = Run(fragment, plain, names, parser => parser.ParseCell(mayNegate: false));
        bag.AddRange(plain.HasErrors ? trial : plain);
        return plain.HasErrors ? negated : tests;
    }

    private static ExpressionSyntax Run(SourceFragment fragment, DiagnosticBag bag, IEnumerable<string>? names, Func<Parser, ExpressionSyntax> read)
    {
        var whole = new TextSpan(0, fragment.Text.Length);
        if (fragment.Text.Length > MaxLength)
        {
            bag.FormulaTooLong(fragment.At(new TextSpan(MaxLength, 0)), fragment.Text.Length, MaxLength);
            return new ErrorSyntax(whole);
        }
        var found = new DiagnosticBag();
        var parser = new Parser(fragment, found, names);
        var tree = parser.AtEnd ? new ErrorSyntax(whole) : read(parser);
        if (parser.AtEnd && parser._tokens.Length == 1 && !found.HasErrors) found.EmptyFormula(fragment.At(new TextSpan(0, 0)));
        parser.ReadSurplus();
        if (parser._stopped || !parser.IsWithinBounds(tree)) tree = new ErrorSyntax(whole);
        bag.AddRange(found);
        return tree;
    }

    private bool IsWithinBounds(ExpressionSyntax tree)
    {
        var (nodes, height) = SyntaxTree.Measure(tree);
        if (height > MaxHeight) _bag.NestedTooDeep(_fragment.At(tree.Span), MaxHeight);
        else if (nodes > MaxNodes) _bag.TooManyNodes(_fragment.At(tree.Span), nodes, MaxNodes);
        return height <= MaxHeight && nodes <= MaxNodes;
    }

    private Token Current => _tokens[_position];

    private Token Next => _tokens[Math.Min(_position + 1, _tokens.Length - 1)];

    private bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>The span from <paramref name="start"/> to the end of the last token that was passed.</summary>
    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, _position == 0 ? start : _tokens[_position - 1].Span.End));

    private Location At(TextSpan span) => _fragment.At(span);

    private string Written(TextSpan span) => _fragment.Text.Substring(span.Start, span.Length);

    /// <summary>Passes a token; a wrong spelling that no name took up is reported here, once.</summary>
    private Token Advance()
    {
        var token = Current;
        if (AtEnd) return token;
        _position++;
        if (_stopped) return token;
        if (token.Kind == TokenKind.MalformedNumber) _bag.MalformedNumber(At(token.Span), token.Text);
        else if (token.Spelling == Spelling.FullWidth && token.Text != "'")
            _bag.FullWidthSign(At(token.Span), Written(token.Span), token.Kind == TokenKind.String ? "\"…\"" : token.Text);
        else if (token.Spelling == Spelling.Foreign) _bag.ForeignOperator(At(token.Span), Written(token.Span), token.Text);
        return token;
    }

    private bool Take(string text)
    {
        if (!Current.Is(text)) return false;
        Advance();
        return true;
    }

    /// <summary>Whether a mistake may be reported here: at one token only the first is, the others follow from it.</summary>
    private bool IsFirstHere()
    {
        if (_stopped || _reportedAt == _position) return false;
        _reportedAt = _position;
        return true;
    }

    /// <summary>Goes one level down; false, with a diagnostic and the rest of the text given up, when that is too deep.</summary>
    private bool Enter()
    {
        if (_nesting < MaxNesting)
        {
            _nesting++;
            return true;
        }
        if (!_stopped) _bag.NestedTooDeep(At(Current.Span), MaxNesting);
        _stopped = true;
        _position = _tokens.Length - 1;
        return false;
    }

    private void Leave() => _nesting--;
}
