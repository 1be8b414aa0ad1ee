using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>An expression as written, unchecked: spans are offsets in the formula.</summary>
/// <param name="Span">The characters it was read from.</param>
public abstract record ExpressionSyntax(TextSpan Span);

/// <summary>What the parser puts where it could not read an expression; it silences everything above it.</summary>
public sealed record ErrorSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>A number such as <c>1450</c> or <c>0.25</c>.</summary>
public sealed record NumberSyntax(TextSpan Span, Number Value) : ExpressionSyntax(Span);

/// <summary>A string; <paramref name="Value"/> has its escapes resolved.</summary>
public sealed record StringSyntax(TextSpan Span, string Value) : ExpressionSyntax(Span);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanSyntax(TextSpan Span, bool Value) : ExpressionSyntax(Span);

/// <summary><c>null</c>.</summary>
public sealed record NullSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>An at-literal such as <c>@"2024-08-31"</c>: <paramref name="Value"/> is the text between the quotes.</summary>
public sealed record AtLiteralSyntax(TextSpan Span, string Value) : ExpressionSyntax(Span);

/// <summary>A name, with the spaces inside a standard name made single.</summary>
public sealed record NameSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span);

/// <summary>Arithmetic negation.</summary>
public sealed record NegationSyntax(TextSpan Span, ExpressionSyntax Operand) : ExpressionSyntax(Span);

/// <summary>The infix operators of FEEL.</summary>
public enum BinaryOperator
{
    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>**</c></summary>
    Power,
}

/// <summary>An infix operation.</summary>
public sealed record BinarySyntax(TextSpan Span, BinaryOperator Operator, TextSpan OperatorSpan, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(Span);

/// <summary><c>x between a and b</c>, both ends included.</summary>
public sealed record BetweenSyntax(TextSpan Span, ExpressionSyntax Value, ExpressionSyntax Low, ExpressionSyntax High) : ExpressionSyntax(Span);

/// <summary><c>x in test</c> or <c>x in (test, test)</c>: true when any test holds.</summary>
public sealed record InSyntax(TextSpan Span, ExpressionSyntax Value, IReadOnlyList<ExpressionSyntax> Tests) : ExpressionSyntax(Span);

/// <summary>A test with its subject left out, <c>&lt; 5</c>; stands only in <c>in</c> and, in parentheses, as a range: <c>(&lt; 5)</c>.</summary>
public sealed record UnaryTestSyntax(TextSpan Span, BinaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax(Span);

/// <summary><c>if c then a else b</c>.</summary>
public sealed record IfSyntax(TextSpan Span, ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Else) : ExpressionSyntax(Span);

/// <summary>A variable of <c>for</c>, <c>some</c> or <c>every</c>: over a list, or over <c>from..to</c> when <paramref name="To"/> is given.</summary>
public sealed record IteratorSyntax(TextSpan NameSpan, string Name, ExpressionSyntax From, ExpressionSyntax? To);

/// <summary><c>for x in list, y in 1..3 return e</c>.</summary>
public sealed record ForSyntax(TextSpan Span, IReadOnlyList<IteratorSyntax> Iterators, ExpressionSyntax Return) : ExpressionSyntax(Span);

/// <summary><c>some x in list satisfies c</c>, <c>every x in list satisfies c</c>.</summary>
public sealed record QuantifiedSyntax(TextSpan Span, bool IsEvery, IReadOnlyList<IteratorSyntax> Iterators, ExpressionSyntax Condition)
    : ExpressionSyntax(Span);

/// <summary><c>target.name</c>.</summary>
public sealed record PathSyntax(TextSpan Span, ExpressionSyntax Target, string Name, TextSpan NameSpan) : ExpressionSyntax(Span);

/// <summary><c>target[condition]</c>: a filter, or an index when the condition is a number.</summary>
public sealed record FilterSyntax(TextSpan Span, ExpressionSyntax Target, ExpressionSyntax Condition) : ExpressionSyntax(Span);

/// <summary>An argument of a call; <paramref name="Name"/> is null when it stands by position.</summary>
public sealed record ArgumentSyntax(TextSpan Span, string? Name, ExpressionSyntax Value);

/// <summary>A call. The arguments are all named or all positional.</summary>
public sealed record CallSyntax(TextSpan Span, ExpressionSyntax Target, IReadOnlyList<ArgumentSyntax> Arguments, TextSpan CloseSpan)
    : ExpressionSyntax(Span);

/// <summary><c>[a, b]</c>.</summary>
public sealed record ListSyntax(TextSpan Span, IReadOnlyList<ExpressionSyntax> Items) : ExpressionSyntax(Span);

/// <summary>An entry of a context.</summary>
public sealed record ContextEntrySyntax(TextSpan KeySpan, string Key, ExpressionSyntax Value);

/// <summary><c>{ a: 1, b: a + 1 }</c>.</summary>
public sealed record ContextSyntax(TextSpan Span, IReadOnlyList<ContextEntrySyntax> Entries) : ExpressionSyntax(Span);

/// <summary><c>[a..b]</c>, <c>(a..b)</c>, <c>]a..b[</c>.</summary>
public sealed record RangeSyntax(TextSpan Span, bool LowIncluded, ExpressionSyntax Low, ExpressionSyntax High, bool HighIncluded) : ExpressionSyntax(Span);

/// <summary>A type as written in <c>instance of</c>: <c>number</c>, <c>list&lt;string&gt;</c>, <c>range&lt;date&gt;</c>, <c>context&lt;a: number&gt;</c>.</summary>
/// <param name="Span">The characters.</param>
/// <param name="Name">The name of the type, single spaces; for a function type, "function".</param>
/// <param name="Arguments">The types between angle brackets, with their names in a context type.</param>
/// <param name="Result">What a function type returns; null for every other type, and where it is left out.</param>
public sealed record TypeSyntax(TextSpan Span, string Name, IReadOnlyList<(string? Name, TypeSyntax Type)> Arguments, TypeSyntax? Result = null);

/// <summary><c>e instance of type</c>.</summary>
public sealed record InstanceOfSyntax(TextSpan Span, ExpressionSyntax Value, TypeSyntax Type) : ExpressionSyntax(Span);

/// <summary>A parameter of a function value; <paramref name="Type"/> is null when it is left out.</summary>
public sealed record ParameterSyntax(TextSpan NameSpan, string Name, TypeSyntax? Type);

/// <summary>A function value; read so that the binder can say that it lies outside the profile.</summary>
public sealed record FunctionSyntax(TextSpan Span, IReadOnlyList<ParameterSyntax> Parameters, bool IsExternal, ExpressionSyntax Body)
    : ExpressionSyntax(Span);

/// <summary>
/// A cell of a decision table: true when any test holds, or none when <paramref name="IsNegated"/>. No test at all is the
/// cell <c>-</c>, which always holds. Only <see cref="Parser.ParseUnaryTests"/> makes it; it stands inside no other expression.
/// </summary>
public sealed record UnaryTestsSyntax(TextSpan Span, bool IsNegated, IReadOnlyList<ExpressionSyntax> Tests) : ExpressionSyntax(Span);
