using System.Linq.Expressions;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Kernels;

/// <content>One case for each kind of bound expression. Unknown values follow the evaluator's rules.</content>
internal sealed partial class GroupWriter
{
    /// <summary>What was tested to exist is no longer asked whether it does: where it does not, nobody reads it.</summary>
    private Lane Write(BoundExpression e, Scope scope) =>
        WriteWhole(e, scope) is var lane && lane is ValueLane { None: not null } v && e.Type is not OptionalType ? v with { None = null } : lane;

    private Lane WriteWhole(BoundExpression e, Scope scope)
    {
        switch (e)
        {
            case BoundLiteral l: return Literal(l.Value);
            case BoundLocal l: return scope[l.Slot];
            case BoundAttribute a: return Attribute(Row(a.Target, scope), a.Attribute);
            case BoundItem i: return Item(Row(i.Target, scope), (RuleItem)i.Item);
            case BoundParent p: return ParentOf(Row(p.Target, scope), p.Declaration);
            case BoundParameter p: return ParameterValue(p, scope);
            case BoundMonth m: return Literal(m.Part switch { MonthPart.Start => _plan.Rules.Start, MonthPart.End => _plan.Rules.End, _ => _plan.Rules.PreviousEnd });
            case BoundOperation o: return Operation(o, scope);
            case BoundLogic l: return Logic(l.IsAnd, Flag(l.Left, scope), Flag(l.Right, scope));
            case BoundIf i: return If(Flag(i.Condition, scope), Write(i.Then, scope), Write(i.Else, scope));
            case BoundQuantified q: return Quantified(q, scope);
            case BoundFilter f: return Filter(List(f.Target, scope), element => Flag(f.Condition, scope.With(f.Slot, element)));
            case BoundMap m: return Map(List(m.Target, scope), element => Write(m.Body, scope.With(m.Slot, element)));
            case BoundFor { Iterators: [{ To: null } only] } f when !BoundTree.Uses(f.Return, f.PartialSlot) && only.From.Type.Present is ListType:
                return Map(List(only.From, scope), element => Write(f.Return, scope.With(only.Slot, element)));
            case BoundIn i:
                var subject = scope.With(i.Slot, Repeatable(Write(i.Value, scope)));
                return i.Tests.Select(t => Flag(t, subject)).Aggregate((a, b) => Logic(false, a, b));
            case BoundProperty p: return Property(p, scope);
            case BoundList l: return Listed([.. l.Items.Select(item => Write(item, scope))]);
            case BoundFault f: return UnknownOf(f.Type);
            default: throw new NoKernelException($"{e.GetType().Name[5..].ToLowerInvariant()} has no kernel");
        }
    }

    private FlagLane Flag(BoundExpression e, Scope scope) => Write(e, scope) as FlagLane ?? throw new NoKernelException("a condition that is not kept as one");

    private RowLane Row(BoundExpression e, Scope scope) => Write(e, scope) as RowLane ?? throw new NoKernelException("an instance that is not kept as a row");

    private ListLane List(BoundExpression e, Scope scope) => Write(e, scope) as ListLane ?? throw new NoKernelException("a list that is not kept as one");

    /// <summary>The same lane in a form that may be written several times.</summary>
    private Lane Repeatable(Lane lane) => lane switch
    {
        FlagLane f => new FlagLane(Once(f.True), OnceOrNull(f.False)),
        ValueLane v => v with { Value = Once(v.Value), Den = OnceOrNull(v.Den), Known = OnceOrNull(v.Known), None = OnceOrNull(v.None) },
        _ => lane,
    };

    /// <summary>Facts have days of these years, and spans of months are no longer: however often they are added, the years there are suffice.</summary>
    private const int MostYears = 9999;

    private const int MostMonths = 12 * MostYears;

    private Lane Literal(Value v)
    {
        switch (v.Kind)
        {
            case ValueKind.Null: return new NullLane();
            case ValueKind.Boolean: return FlagLane.Of(v.IsTrue);
            case ValueKind.Date when Math.Abs(v.Date.Year) > MostYears: throw new NoKernelException("a day beyond the years of facts");
            case ValueKind.Date: return new ValueLane(ValueLaneKind.Date, Code.Constant(v.Packed), null) { Bits = 41 };
            case ValueKind.MonthsDuration: return new ValueLane(ValueLaneKind.Months, Code.Constant(v.Months), null) { Bits = 41 };
            case ValueKind.String: return new ValueLane(ValueLaneKind.Text, Code.Constant((long)_plan.Texts.HandleOf(v.Text)), null) { Bits = 31 };
            case ValueKind.Number: return Literal(v.Number);
            default: throw new NoKernelException($"a literal {v.Kind}");
        }
    }

    private static ValueLane Literal(Number n)
    {
        if (n.Big is not null) throw new NoKernelException("a number of more than 64 bits");
        if (n.Scale is { } scale && scale <= 12 && Layout.TryFixed(n, scale, 60, out var value)) return ValueLane.Number(Code.Constant(value), scale, Layout.BitLength(value), null);
        return ValueLane.Number(Code.Constant(n.Num), 0, Layout.BitLength(n.Num), null) with { Den = n.Den == 1 ? null : Code.Constant(n.Den), DenBits = Layout.BitLength(n.Den) };
    }

    private static Lane UnknownOf(FeelType type)
    {
        if (type.Present == FeelType.Boolean) return FlagLane.Unknown;
        var kind = type.Present switch
        {
            CodeType => ValueLaneKind.Text,
            var t when t == FeelType.Number => ValueLaneKind.Number,
            var t when t == FeelType.String => ValueLaneKind.Text,
            var t when t == FeelType.Date => ValueLaneKind.Date,
            var t when t == FeelType.MonthsDuration => ValueLaneKind.Months,
            var t => throw new NoKernelException($"an unknown {t}"),
        };
        return new ValueLane(kind, Code.Constant(0L), Code.Constant(false));
    }

    private RowLane ParentOf(RowLane row, EntityDeclaration parent)
    {
        if (row.Parent is { } at) return new RowLane(parent, at, row.Known);
        if (row.Row is ParameterExpression && IsOwn(row.Row))
            return (RowLane)Loaded((row.Row, parent), () => new RowLane(parent, Once(Code.At(Array(BufferKind.Parent, row.Entity.Index, 0), row.Row)), null));
        return new RowLane(parent, Once(Code.At(Array(BufferKind.Parent, row.Entity.Index, 0), row.Row)), row.Known);
    }

    /// <summary>Whether a row is the loop's own or one that holds it: what is read of it is read at the head of the loop.</summary>
    private bool IsOwn(Expression row) => row == _row || _loaded.Values.Any(l => l is RowLane r && r.Row == row);

    private Lane Loaded(object key, Func<Lane> load)
    {
        if (_loaded.TryGetValue(key, out var lane)) return lane;
        var outer = _code;
        _code = _head;
        try
        {
            return _loaded[key] = load();
        }
        finally
        {
            _code = outer;
        }
    }

    private Lane Attribute(RowLane row, AttributeDeclaration a)
    {
        if (row.Known is null && IsOwn(row.Row)) return Loaded((row.Row, a), () => ReadAttribute(row, a));
        return ReadAttribute(row, a);
    }

    private Lane ReadAttribute(RowLane row, AttributeDeclaration a)
    {
        var (shape, entity) = (_plan.Layout.ShapeOf(row.Entity, a), row.Entity.Index);
        _plan.Uses(row.Entity, a);
        if (a.Absence == Absence.None && shape.Kind is not (ColumnKind.Number or ColumnKind.Date or ColumnKind.Text)) throw new NoKernelException($"{a} may not exist");
        Expression At(BufferKind kind) => Once(Code.At(Array(kind, entity, a.Slot), row.Row));
        var known = Code.And(row.Known, _masked && a != row.Entity.Key ? Code.Not(At(BufferKind.Unknown)) : null);
        switch (shape.Kind)
        {
            case ColumnKind.Flag:
                var flag = At(BufferKind.Flags);
                return known is null ? new FlagLane(flag, null) : new FlagLane(Once(Code.Both(known, flag)), Once(Code.Both(known, Code.Not(flag))));
            case ColumnKind.Number or ColumnKind.Date or ColumnKind.Text:
                var kind = shape.Kind switch { ColumnKind.Number => ValueLaneKind.Number, ColumnKind.Date => ValueLaneKind.Date, _ => ValueLaneKind.Text };
                var none = a.Absence == Absence.None ? At(BufferKind.None) : null;
                return new ValueLane(kind, At(BufferKind.Values), OnceOrNull(known), none) { Scale = shape.Scale, Bits = shape.Bits, IsNatural = shape.Kind == ColumnKind.Number && a.Minimum is { Sign: >= 0 } };
            case ColumnKind.Texts: return TextsOf(row, a, known);
            case ColumnKind.Rows: return RowsOf(row, ((EntityType)((ListType)a.Type).Element).Declaration, known);
            default:
                var declaration = ((EntityType)a.Type).Declaration;
                var first = Array(BufferKind.First, declaration.Index, 0);
                var start = Once(Code.At(first, row.Row));
                if (known is null) return new RowLane(declaration, start, null);
                var there = Once(Expression.LessThan(start, Code.At(first, Code.Row(row.Row, 1))));
                return new RowLane(declaration, Once(Expression.Condition(there, start, Expression.Constant(0))), Once(Code.Both(known, there)));
        }
    }

    private Lane Item(RowLane row, RuleItem item)
    {
        if (_plan.ReasonAgainst(item) is not null) throw new NoKernelException($"it reads {item}");
        if (item.Type.Present is ListType) return Inlined(row, item);
        if (row.Row == _row && _computed.TryGetValue(item, out var computed)) return computed;
        if (_plan.ShapeOf(item) is not { } shape) throw new NoKernelException($"{item} is not computed before it");
        if (shape.Constant && row.Known is null) return shape.Lane;
        if (row.Known is null && IsOwn(row.Row)) return Loaded((row.Row, item), () => ReadItem(row, shape));
        return ReadItem(row, shape);
    }

    private Lane Inlined(RowLane row, RuleItem item) =>
        _plan.IsGapped(item) ? new ListLane(Code.Constant(false), _ => { }) : Write(item.Bound, new Scope(row with { Known = null })) is ListLane list ? list with { Known = Code.And(row.Known, list.Known) } : throw new NoKernelException($"{item} is no list");

    private Lane ReadItem(RowLane row, ItemShape shape)
    {
        var order = shape.Item.Order;
        if (!shape.Constant) _plan.Loads(shape.Item);
        Expression At(BufferKind kind) => Once(Code.At(Array(kind, shape.Item.Entity.Index, order), row.Row));
        switch (shape.Lane)
        {
            case FlagLane f:
                var holds = shape.Constant ? f.True : At(BufferKind.ItemTrue);
                var fails = f.False is null ? null : shape.Constant ? f.False : At(BufferKind.ItemFalse);
                return row.Known is null ? new FlagLane(holds, fails) : new FlagLane(Once(Code.Both(row.Known, holds)), Once(Code.Both(row.Known, fails ?? Code.Not(holds))));
            case ValueLane v when shape.Constant: return v with { Known = Code.And(row.Known, v.Known) };
            case ValueLane v:
                return v with
                {
                    Value = At(BufferKind.ItemValue),
                    Den = v.Den is null ? null : At(BufferKind.ItemDen),
                    Known = OnceOrNull(Code.And(row.Known, v.Known is null ? null : At(BufferKind.ItemKnown))),
                    None = v.None is null ? null : At(BufferKind.ItemNone),
                };
            default: throw new NoKernelException($"{shape.Item} is not kept");
        }
    }

    private Lane ParameterValue(BoundParameter p, Scope scope)
    {
        var resolved = _plan.Rules.Parameters[p.Parameter.Index];
        if (p.Keys.Count == 0 || resolved.ByKey is not { } entries) return resolved.Plain.IsUnknown ? UnknownOf(p.Type) : Literal(resolved.Plain);
        if (p.Keys.Count != 1 || p.Keys[0].Type is not CodeType code) throw new NoKernelException($"{p.Parameter} is looked up by what is no single code");
        var key = (ValueLane)Repeatable(Write(p.Keys[0], scope));
        Lane? chosen = null;
        var values = code.Attribute.Codes.Select(c => (c.Name, Value: entries.TryGetValue(c.Name, out var v) ? v : Value.Unknown(RuleSets.Gaps.OfParameter((RuleParameter)p.Parameter, c.Name, null)))).ToArray();
        foreach (var (name, value) in values)
        {
            var lane = value.IsUnknown ? UnknownOf(p.Type) : Literal(value);
            chosen = chosen is null ? lane : If(new FlagLane(Expression.Equal(key.Value, Code.Constant((long)_plan.Texts.HandleOf(name))), null), lane, chosen);
        }
        // Where the key is not known: what every code has in common, if there is such a value.
        if (key.Known is not null && !(values.All(v => !v.Value.IsUnknown && Value.Same(v.Value, values[0].Value)))) chosen = chosen switch
        {
            ValueLane v => v with { Known = Code.And(v.Known, key.Known) },
            FlagLane f => new FlagLane(Code.Both(key.Known, f.True), Code.Both(key.Known, f.Not)),
            _ => throw new NoKernelException($"{p.Parameter} is not kept as a value"),
        };
        return chosen ?? throw new NoKernelException($"{p.Parameter} has no codes");
    }

    private ValueLane Property(BoundProperty p, Scope scope)
    {
        if (Write(p.Target, scope) is not ValueLane v) throw new NoKernelException($".{p.Name} of what is no value");
        var value = Once(v.Value);
        var (part, bits) = (v.Kind, p.Name) switch
        {
            (ValueLaneKind.Date, "year") => (Expression.RightShift(value, Expression.Constant(9)), 31),
            (ValueLaneKind.Date, "month") => (Expression.And(Expression.RightShift(value, Expression.Constant(5)), Code.Constant(15L)), 4),
            (ValueLaneKind.Date, "day") => (Expression.And(value, Code.Constant(31L)), 5),
            (ValueLaneKind.Months, "years") => (Expression.Divide(value, Code.Constant(12L)), 20),
            (ValueLaneKind.Months, "months") => (Expression.Modulo(value, Code.Constant(12L)), 4),
            _ => throw new NoKernelException($".{p.Name}"),
        };
        return ValueLane.Number(part, 0, bits, v.Present);
    }
}
