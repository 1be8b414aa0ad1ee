using Eligibility.Feel;
using Eligibility.Values;

namespace Eligibility.Evaluation;

/// <summary>
/// Turns a bound expression into nested closures. Unknown values follow one rule everywhere: a strict operation is unknown with
/// all its causes; what can be decided without the unknown part is decided.
/// </summary>
internal sealed partial class Compiler
{
    private readonly bool _isRule;
    private readonly Func<Operation, Operation>? _substitute;

    private Compiler(bool isRule, Func<Operation, Operation>? substitute) => (_isRule, _substitute) = (isRule, substitute);

    /// <summary>Compiles a formula of a rule: faults stay unknown, with their cause.</summary>
    /// <param name="expression">The formula, bound without an error.</param>
    /// <param name="substitute">Puts one operation in place of another, so that a test can plant a bug; the engine never gives it.</param>
    public static Evaluator Rule(BoundExpression expression, Func<Operation, Operation>? substitute = null) => new Compiler(true, substitute).Compile(expression);

    /// <summary>Compiles a bare expression: what has no result is null, as the standard has it.</summary>
    /// <param name="expression">The expression, bound without an error.</param>
    /// <param name="substitute">As for <see cref="Rule"/>.</param>
    public static Evaluator Expression(BoundExpression expression, Func<Operation, Operation>? substitute = null) => new Compiler(false, substitute).Compile(expression);

    private Evaluator Compile(BoundExpression e)
    {
        switch (e)
        {
            case BoundLiteral l:
                var value = l.Value;
                return _ => value;
            case BoundLocal l:
                var slot = l.Slot;
                return f => f.Locals[slot];
            case BoundAttribute a: return CompileAttribute(a);
            case BoundItem i: return CompileItem(i);
            case BoundParent p:
                var child = Compile(p.Target);
                return f =>
                {
                    var v = child(f);
                    return v.Kind == ValueKind.Entity ? Value.From(v.Entity.Parent!) : v;
                };
            case BoundParameter p: return CompileParameter(p);
            case BoundMonth m:
                return m.Part switch
                {
                    MonthPart.Start => static f => f.MonthStart,
                    MonthPart.End => static f => f.MonthEnd,
                    _ => static f => f.PreviousMonthEnd,
                };
            case BoundOperation o: return CompileOperation(o);
            case BoundDynamic d: return CompileDynamic(d);
            case BoundLogic l: return CompileLogic(l);
            case BoundIf i: return CompileIf(i);
            case BoundFor f: return CompileFor(f);
            case BoundQuantified q: return CompileQuantified(q);
            case BoundFilter b: return CompileFilter(b);
            case BoundIndex i: return CompileIndex(i);
            case BoundDynamicFilter d: return CompileDynamicFilter(d);
            case BoundMap m: return CompileMap(m);
            case BoundProperty p: return CompileProperty(p);
            case BoundList l: return CompileList(l);
            case BoundContext c: return CompileContext(c);
            case BoundRange r: return CompileRange(r);
            case BoundIn i: return CompileIn(i);
            case BoundInstanceOf i:
                var tested = Compile(i.Value);
                return f =>
                {
                    var v = tested(f);
                    return v.IsUnknown ? v : Value.From(Conformance.Is(v, i.Tested));
                };
            case BoundFault b:
                var fault = Value.Unknown(b.Fault);
                return _ => fault;
            default: throw new InvalidOperationException($"no evaluation for {e.GetType().Name}: an expression with errors was compiled");
        }
    }

    private Evaluator CompileAttribute(BoundAttribute a)
    {
        var index = a.Attribute.Slot;
        var target = Compile(a.Target);
        return f =>
        {
            var v = target(f);
            return v.Kind == ValueKind.Entity ? v.Entity.Slots[index] : v;
        };
    }

    private Evaluator CompileItem(BoundItem i)
    {
        var order = i.Item.Order;
        if (order < 0) throw new InvalidOperationException($"{i.Item} has no place in the order of evaluation");
        var target = Compile(i.Target);
        return f =>
        {
            var v = target(f);
            return v.Kind == ValueKind.Entity ? f.Items!.Get(order, v.Entity, f) : v;
        };
    }

    private Evaluator CompileParameter(BoundParameter p)
    {
        var index = p.Parameter.Index;
        if (p.Keys.Count == 0) return f => f.Parameters[index].Plain;
        var keys = p.Keys.Select(Compile).ToArray();
        var possible = p.Keys.Select(k => PossibleKeys(k.Type)).ToArray();
        return f => f.Parameters[index].For(Evaluate(keys, f), possible);
    }

    /// <summary>Every text that a key of a type can turn out to be; null where there is no end of them.</summary>
    private static IReadOnlyList<string>? PossibleKeys(FeelType type) =>
        type is CodeType code ? [.. code.Attribute.Codes.Select(c => c.Name)] : type == FeelType.Boolean ? ["true", "false"] : null;

    private Evaluator CompileOperation(BoundOperation o)
    {
        var inner = CompileApplication(o);
        if (_isRule) return inner;
        // A fault of a bare expression is null; in a rule it stays unknown, with its cause.
        return f =>
        {
            var v = inner(f);
            return v.IsUnknown ? Value.Null : v;
        };
    }

    private Evaluator CompileApplication(BoundOperation o)
    {
        var op = _substitute is null ? o.Operation : _substitute(o.Operation);
        if (op.Apply1 is { } one)
        {
            var a = Compile(o.Arguments[0]);
            if (!op.IsStrict) return f => f.Counted(one(f.Counted(a(f))));
            return f =>
            {
                var x = a(f);
                return x.Kind <= ValueKind.Unknown ? x : f.Counted(one(f.Counted(x)));
            };
        }
        if (op.Apply2 is { } two)
        {
            var (a, b) = (Compile(o.Arguments[0]), Compile(o.Arguments[1]));
            if (!op.IsStrict) return f => f.Counted(two(f.Counted(a(f)), f.Counted(b(f))));
            return f =>
            {
                var x = a(f);
                var y = b(f);
                return x.Kind <= ValueKind.Unknown || y.Kind <= ValueKind.Unknown ? Strict(x, y) : f.Counted(two(f.Counted(x), f.Counted(y)));
            };
        }
        var arguments = o.Arguments.Select(Compile).ToArray();
        return f => Apply(op, Evaluate(arguments, f), f);
    }

    private static Value[] Evaluate(Evaluator[] evaluators, Frame f)
    {
        var values = new Value[evaluators.Length];
        for (var i = 0; i < evaluators.Length; i++) values[i] = evaluators[i](f);
        return values;
    }

    /// <summary>What a strict operation gives when an argument is unknown or null: unknown goes before null.</summary>
    private static Value Strict(Value x, Value y)
    {
        if (x.IsUnknown) return y.IsUnknown ? Value.Unknown(x.Causes.With(y.Causes)) : x;
        return y.IsUnknown ? y : Value.Null;
    }

    private static Value Apply(Operation op, Value[] arguments, Frame f)
    {
        foreach (var a in arguments) f.Counted(a);
        if (op.ExtraSteps is { } extra) f.Step(extra(arguments));
        if (!op.IsStrict) return f.Counted(op.Call(arguments));
        Value? blocked = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Kind > ValueKind.Unknown || (arguments[i].IsNull && op.Parameters[i].IsOptional)) continue;
            blocked = blocked is { } b ? Strict(b, arguments[i]) : arguments[i];
        }
        return blocked ?? f.Counted(op.Call(arguments));
    }

    private Evaluator CompileDynamic(BoundDynamic d)
    {
        var arguments = d.Arguments.Select(Compile).ToArray();
        return f =>
        {
            var values = Evaluate(arguments, f);
            foreach (var row in d.Candidates)
            {
                if (Conformance.Arrange(row, values) is not { } arranged) continue;
                var result = Apply(row, arranged, f);
                return result.IsUnknown ? Value.Null : result;
            }
            return Value.Null;
        };
    }

    /// <summary>The deciding operand wins, then unknown, then null; what is not a boolean counts as null.</summary>
    private Evaluator CompileLogic(BoundLogic l)
    {
        var (left, right) = (Compile(l.Left), Compile(l.Right));
        var deciding = !l.IsAnd;
        return f =>
        {
            var a = left(f);
            if (a.Kind == ValueKind.Boolean && a.IsTrue == deciding) return a;
            var b = right(f);
            if (b.Kind == ValueKind.Boolean && b.IsTrue == deciding) return b;
            if (a.IsUnknown) return b.IsUnknown ? Value.Unknown(a.Causes.With(b.Causes)) : a;
            if (b.IsUnknown) return b;
            return a.Kind == ValueKind.Boolean && b.Kind == ValueKind.Boolean ? Value.From(!deciding) : Value.Null;
        };
    }

    private Evaluator CompileIf(BoundIf i)
    {
        var (condition, then, otherwise) = (Compile(i.Condition), Compile(i.Then), Compile(i.Else));
        return f =>
        {
            var c = condition(f);
            if (!c.IsUnknown) return c.IsTrue ? then(f) : otherwise(f);
            var (a, b) = (then(f), otherwise(f));
            if (!a.IsUnknown && !b.IsUnknown) return Value.Same(a, b) ? a : c;
            // A fault of a branch may never come about once the condition is known: what to ask for is the condition.
            var causes = c.Causes;
            if (a.IsUnknown) causes = causes.WithOpen(a.Causes);
            if (b.IsUnknown) causes = causes.WithOpen(b.Causes);
            return Value.Unknown(causes);
        };
    }

    private Evaluator CompileIn(BoundIn i)
    {
        var value = Compile(i.Value);
        var tests = i.Tests.Select(Compile).ToArray();
        return f =>
        {
            f.Locals[i.Slot] = value(f);
            var result = Value.False;
            foreach (var test in tests)
            {
                var t = test(f);
                if (t.IsTrue) return t;
                if (t.IsUnknown) result = result.IsUnknown ? Value.Unknown(result.Causes.With(t.Causes)) : t;
                else if (t.Kind != ValueKind.Boolean && !result.IsUnknown) result = Value.Null;
            }
            return result;
        };
    }
}
