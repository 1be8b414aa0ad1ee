using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Feel;

/// <summary>A formula as written: its text keeps its place, its syntax may be an error that has been reported.</summary>
internal sealed record Formula(SourceFragment Fragment, ExpressionSyntax Syntax);

/// <summary>
/// A checked expression: names resolved, operations chosen, types known. It is plain data that any back end can read: the
/// evaluator compiles it to closures, a column kernel to loops, the explanation to prose.
/// </summary>
internal abstract record BoundExpression(FeelType Type, TextSpan Span);

internal sealed record BoundError(TextSpan Span) : BoundExpression(FeelType.Error, Span);

internal sealed record BoundLiteral(Value Value, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>A variable: of an iterator, of the input of an expression, or the entity whose formula this is (slot 0).</summary>
internal sealed record BoundLocal(int Slot, string Name, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>An attribute of an entity.</summary>
internal sealed record BoundAttribute(BoundExpression Target, AttributeDeclaration Attribute, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>The value of an item of a rule set, for an entity.</summary>
internal sealed record BoundItem(BoundExpression Target, ItemSymbol Item, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>The instance that holds another.</summary>
internal sealed record BoundParent(BoundExpression Target, EntityDeclaration Declaration, TextSpan Span) : BoundExpression(new EntityType(Declaration), Span);

/// <summary>The value of a parameter in the evaluated month; the keys pick the entry of a parameter with <c>by</c>.</summary>
internal sealed record BoundParameter(ParameterSymbol Parameter, IReadOnlyList<BoundExpression> Keys, FeelType Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A day of the evaluated month.</summary>
internal enum MonthPart
{
    Start,
    End,
    PreviousEnd,
}

internal sealed record BoundMonth(MonthPart Part, TextSpan Span) : BoundExpression(FeelType.Date, Span);

/// <summary>An operation of the table applied to arguments that fit it.</summary>
internal sealed record BoundOperation(Operation Operation, IReadOnlyList<BoundExpression> Arguments, FeelType Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>An operation whose row is chosen by the values at run time: only where Any is allowed.</summary>
internal sealed record BoundDynamic(string Name, IReadOnlyList<Operation> Candidates, IReadOnlyList<BoundExpression> Arguments, TextSpan Span)
    : BoundExpression(FeelType.Any, Span);

/// <summary>Three-valued <c>and</c> (IsAnd) or <c>or</c>.</summary>
internal sealed record BoundLogic(bool IsAnd, BoundExpression Left, BoundExpression Right, TextSpan Span) : BoundExpression(FeelType.Boolean, Span);

internal sealed record BoundIf(BoundExpression Condition, BoundExpression Then, BoundExpression Else, FeelType Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A variable over a list, or over whole numbers (or days) when <paramref name="To"/> is given.</summary>
internal sealed record BoundIterator(int Slot, string Name, BoundExpression From, BoundExpression? To);

/// <summary><paramref name="PartialSlot"/> holds the results so far, FEEL's <c>partial</c>.</summary>
internal sealed record BoundFor(IReadOnlyList<BoundIterator> Iterators, BoundExpression Return, int PartialSlot, FeelType Type, TextSpan Span)
    : BoundExpression(Type, Span);

internal sealed record BoundQuantified(bool IsEvery, IReadOnlyList<BoundIterator> Iterators, BoundExpression Condition, TextSpan Span)
    : BoundExpression(FeelType.Boolean, Span);

/// <summary>Keeps the elements whose condition holds; the element is in <paramref name="Slot"/>.</summary>
internal sealed record BoundFilter(BoundExpression Target, int Slot, BoundExpression Condition, FeelType Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>The element at a position: from 1, or from the end when negative; null when there is none.</summary>
internal sealed record BoundIndex(BoundExpression Target, BoundExpression Index, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>A filter whose condition may turn out to be a number or a boolean: only where Any is allowed.</summary>
internal sealed record BoundDynamicFilter(BoundExpression Target, int Slot, BoundExpression Condition, TextSpan Span) : BoundExpression(FeelType.Any, Span);

/// <summary>The body for every element of a list: <c>incomes.amount</c>.</summary>
internal sealed record BoundMap(BoundExpression Target, int Slot, BoundExpression Body, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>A property found by name at run time, or a field of a context, a part of a date or duration, an end of a range.</summary>
internal sealed record BoundProperty(BoundExpression Target, string Name, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

internal sealed record BoundList(IReadOnlyList<BoundExpression> Items, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>Each entry's slot holds its value for the entries behind it.</summary>
internal sealed record BoundContext(IReadOnlyList<(string Key, int Slot, BoundExpression Value)> Entries, FeelType Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A range; an end that is null is open.</summary>
internal sealed record BoundRange(BoundExpression? Low, bool LowIncluded, BoundExpression? High, bool HighIncluded, FeelType Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>True when any test holds; the subject is in <paramref name="Slot"/> while the tests are evaluated.</summary>
internal sealed record BoundIn(BoundExpression Value, int Slot, IReadOnlyList<BoundExpression> Tests, TextSpan Span) : BoundExpression(FeelType.Boolean, Span);

internal sealed record BoundInstanceOf(BoundExpression Value, FeelType Tested, TextSpan Span) : BoundExpression(FeelType.Boolean, Span);

/// <summary>A computation that has no result, such as a table none of whose rows matches.</summary>
internal sealed record BoundFault(Missing Fault, FeelType Type, TextSpan Span) : BoundExpression(Type, Span);
