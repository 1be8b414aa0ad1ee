using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Feel;

/// <summary>
/// Checks an expression: resolves names, chooses operations, computes types. In a rule everything has a static type and null
/// occurs only where it is tested; in a bare expression Any is allowed and a mismatch that only values can show gives null.
/// After a mistake it returns <see cref="BoundError"/>, which everything above takes without another word.
/// </summary>
internal sealed partial class Binder
{
    private readonly INameEnvironment _environment;
    private readonly SourceFragment _fragment;
    private readonly DiagnosticBag _bag;
    private readonly HashSet<string> _present = [];
    private BindingScope? _scope;

    private Binder(INameEnvironment environment, SourceFragment fragment, DiagnosticBag bag)
    {
        _environment = environment;
        _fragment = fragment;
        _bag = bag;
    }

    /// <summary>How many variables the formula needs, slot 0 included.</summary>
    public int Slots { get; private set; }

    /// <summary>Binds the formula of an item: slot 0 holds the instance of <paramref name="entity"/>.</summary>
    public static (BoundExpression Bound, int Slots) BindFormula(ExpressionSyntax syntax, SourceFragment fragment, EntityDeclaration entity, INameEnvironment environment,
        DiagnosticBag bag)
    {
        var binder = new Binder(environment, fragment, bag) { Slots = 1 };
        binder._scope = new EntityScope(0, entity, null);
        return (binder.Bind(syntax), binder.Slots);
    }

    /// <summary>Binds a formula that must have a certain type, such as a criterion.</summary>
    public static (BoundExpression Bound, int Slots) BindFormulaAs(ExpressionSyntax syntax, SourceFragment fragment, EntityDeclaration entity, INameEnvironment environment,
        FeelType wanted, DiagnosticBag bag)
    {
        var binder = new Binder(environment, fragment, bag) { Slots = 1 };
        binder._scope = new EntityScope(0, entity, null);
        return (binder.BindAs(syntax, wanted), binder.Slots);
    }

    /// <summary>Binds a cell of a decision table: the header is the subject of its tests. The two stand in fragments of their own.</summary>
    public static (BoundExpression Bound, int Slots) BindCell(Formula header, SourceFragment cellFragment, ExpressionSyntax cell, EntityDeclaration entity,
        INameEnvironment environment, int firstSlot, DiagnosticBag bag)
    {
        var subject = new Binder(environment, header.Fragment, bag) { Slots = firstSlot, _scope = new EntityScope(0, entity, null) };
        var value = subject.Bind(header.Syntax);
        var binder = new Binder(environment, cellFragment, bag) { Slots = subject.Slots, _scope = new EntityScope(0, entity, null) };
        if (cell is not UnaryTestsSyntax tests) return (new BoundError(cell.Span), binder.Slots);
        var any = binder.BindTests(value, tests.Tests, cell.Span);
        return (tests.IsNegated && !any.Type.IsError ? new BoundOperation(OperationTable.Single("not"), [any], FeelType.Boolean, cell.Span) : any, binder.Slots);
    }

    /// <summary>Binds the expressions of a sentence, one after the other, so that they share their variables.</summary>
    public static (BoundExpression Bound, int Slots) BindPart(Formula part, EntityDeclaration entity, INameEnvironment environment, int firstSlot, DiagnosticBag bag)
    {
        var binder = new Binder(environment, part.Fragment, bag) { Slots = firstSlot, _scope = new EntityScope(0, entity, null) };
        return (binder.Bind(part.Syntax), binder.Slots);
    }

    /// <summary>Binds an expression over variables: <paramref name="inputs"/> take slots 0, 1, … in order.</summary>
    public static (BoundExpression Bound, int Slots) BindExpression(ExpressionSyntax syntax, SourceFragment fragment, IReadOnlyList<(string Name, FeelType Type)> inputs,
        INameEnvironment environment, DiagnosticBag bag)
    {
        var binder = new Binder(environment, fragment, bag);
        foreach (var (name, type) in inputs) binder._scope = new VariableScope(name, binder.Slots++, type, binder._scope);
        return (binder.Bind(syntax), binder.Slots);
    }

    private bool IsRule => _environment.IsRule;

    private TypingMode Mode => IsRule ? TypingMode.Rule : TypingMode.Bare;

    private Location At(TextSpan span) => _fragment.At(span);

    private BoundExpression Bind(ExpressionSyntax syntax)
    {
        var outside = OutsideProfile.At(syntax).ToList();
        foreach (var finding in outside) _bag.OutsideProfile(At(finding.Span), finding.Entry);
        return outside.Count > 0 ? new BoundError(syntax.Span) : BindNode(syntax);
    }

    /// <summary>Binds a node that lies inside the profile.</summary>
    private BoundExpression BindNode(ExpressionSyntax syntax) => syntax switch
    {
        NumberSyntax n => new BoundLiteral(Value.From(n.Value), FeelType.Number, n.Span),
        StringSyntax s => new BoundLiteral(Value.From(s.Value), FeelType.String, s.Span),
        BooleanSyntax b => new BoundLiteral(Value.From(b.Value), FeelType.Boolean, b.Span),
        NullSyntax n => new BoundLiteral(Value.Null, FeelType.Null, n.Span),
        AtLiteralSyntax a => BindAtLiteral(a),
        NameSyntax n => BindName(n),
        NegationSyntax n => BindOperator("negate", n.Span, n.Span, [Bind(n.Operand)]),
        BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } b => BindLogic(b),
        BinarySyntax b => BindBinary(b),
        BetweenSyntax b => BindBetween(b),
        InSyntax i => BindTests(Bind(i.Value), i.Tests, i.Span),
        UnaryTestSyntax u => BindUnaryRange(u),
        IfSyntax i => BindIf(i),
        ForSyntax f => BindFor(f),
        QuantifiedSyntax q => BindQuantified(q),
        PathSyntax p => BindPath(p),
        FilterSyntax f => BindFilter(f),
        CallSyntax c => BindCall(c),
        ListSyntax l => BindList(l),
        ContextSyntax c => BindContext(c),
        RangeSyntax r => BindRange(r),
        InstanceOfSyntax i => BindInstanceOf(i),
        _ => new BoundError(syntax.Span),
    };

    private BoundExpression BindAs(ExpressionSyntax syntax, FeelType wanted)
    {
        var bound = Bind(syntax);
        return Require(bound, wanted);
    }

    /// <summary>The expression, if its type fits; otherwise a diagnostic.</summary>
    private BoundExpression Require(BoundExpression bound, FeelType wanted)
    {
        if (bound.Type.Fits(wanted)) return bound;
        if (bound.Type.IsAny && !IsRule) return bound;
        if (bound.Type is OptionalType o && o.Inner.Fits(wanted)) _bag.MayBeAbsent(At(bound.Span), Written(bound.Span));
        else _bag.WrongType(At(bound.Span), wanted.ToString(), bound.Type.ToString());
        return new BoundError(bound.Span);
    }

    private BoundExpression BindAtLiteral(AtLiteralSyntax a)
    {
        if (DateLiteral.Read(a.Value) is { } value) return new BoundLiteral(value, DateLiteral.TypeOf(value), a.Span);
        _bag.BadAtLiteral(At(a.Span), a.Value);
        return new BoundError(a.Span);
    }
}
