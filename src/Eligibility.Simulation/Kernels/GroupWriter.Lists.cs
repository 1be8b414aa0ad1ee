using System.Linq.Expressions;
using Eligibility.Feel;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Kernels;

/// <content>Lists are loops over rows. An element whose membership is not known is possible: each operation decides what it can from the certain ones.</content>
internal sealed partial class GroupWriter
{
    private ListLane RowsOf(RowLane holder, EntityDeclaration entity, Expression? known)
    {
        var first = Array(BufferKind.First, entity.Index, 0);
        return new ListLane(OnceOrNull(known), each => Each(Code.At(first, holder.Row), Code.At(first, Code.Row(holder.Row, 1)), at => each(new RowLane(entity, at, null, holder.Row), null)))
        {
            Source = (entity, holder.Row),
        };
    }

    private ListLane TextsOf(RowLane row, AttributeDeclaration a, Expression? known)
    {
        var (starts, elements) = (Array(BufferKind.Values, row.Entity.Index, a.Slot), Array(BufferKind.Elements, row.Entity.Index, a.Slot));
        Expression Start(int plus) => Expression.Convert(Code.At(starts, plus == 0 ? row.Row : Code.Row(row.Row, plus)), typeof(int));
        return new ListLane(OnceOrNull(known), each => Each(Start(0), Start(1), at => each(new ValueLane(ValueLaneKind.Text, Once(Code.At(elements, at)), null) { Bits = 31 }, null)));
    }

    private static ListLane Listed(Lane[] items) => new(null, each =>
    {
        foreach (var item in items) each(item, null);
    }) { Items = items };

    private ListLane Filter(ListLane list, Func<Lane, FlagLane> condition) => new(list.Known, each => list.ForEach((element, possible) =>
    {
        var c = (FlagLane)Repeatable(condition(element));
        When(c.False is null ? c.True : Code.Not(c.False), () => each(element, c.False is null ? possible : Maybe(possible, Code.Not(c.True))));
    }))
    {
        Source = list.Source,
        Filters = [.. list.Filters, condition],
    };

    private static Expression Maybe(Expression? a, Expression b) => a is null ? b : Code.Either(a, b);

    private ListLane Map(ListLane list, Func<Lane, Lane> body) => new(list.Known, each => list.ForEach((element, possible) => each(body(element), possible)))
    {
        IsNeverEmpty = list.IsNeverEmpty || (list is { Known: null, Source: { } source, Filters.Count: 0 } && source.Entity == _plan.Layout.Vocabulary.Person),
    };

    private FlagLane Quantified(BoundQuantified q, Scope scope)
    {
        if (q.Iterators is not [{ To: null } only] || only.From.Type.Present is not ListType) throw new NoKernelException("several iterators, or one over a range");
        return Quantify(q.IsEvery, Map(List(only.From, scope), element => Flag(q.Condition, scope.With(only.Slot, element))));
    }

    /// <summary>An element that certainly decides wins; what may decide leaves it open.</summary>
    private FlagLane Quantify(bool every, ListLane conditions)
    {
        var (decided, open) = (NewVariable(typeof(bool)), NewVariable(typeof(bool)));
        var start = _code.Count;
        Emit(Expression.Assign(decided, Code.Constant(false)));
        Emit(Expression.Assign(open, Code.Constant(false)));
        var (mayBeOpen, always) = (false, true);
        conditions.ForEach((element, possible) =>
        {
            if (element is not FlagLane raw) throw new NoKernelException("a condition that is not kept as one");
            var c = (FlagLane)Repeatable(raw);
            var decides = every ? c.Not : c.True;
            always &= Code.IsTrue(decides) && possible is null;
            Emit(Expression.OrAssign(decided, possible is null ? decides : Code.Both(decides, Code.Not(possible))));
            var leavesOpen = c.Open ?? Code.Constant(false);
            if (possible is not null) leavesOpen = Code.Either(leavesOpen, Code.Both(decides, possible));
            if (Code.IsFalse(leavesOpen)) return;
            mayBeOpen = true;
            Emit(Expression.OrAssign(open, leavesOpen));
        });
        if (always && conditions.IsNeverEmpty)
        {
            // Every element decides, and there is one: nobody need look.
            _code.RemoveRange(start, _code.Count - start);
            return FlagLane.Of(!every);
        }
        if (!mayBeOpen && conditions.Known is null) return every ? new FlagLane(Code.Not(decided), null) : new FlagLane(decided, null);
        var undecided = Code.Both(Code.Not(decided), Code.Not(open));
        if (conditions.Known is { } known) undecided = Code.Both(known, undecided);
        var certain = conditions.Known is { } k ? Code.Both(k, decided) : decided;
        return every ? new FlagLane(Once(undecided), Once(certain)) : new FlagLane(Once(certain), Once(undecided));
    }

    private ValueLane Count(ListLane list)
    {
        if (list is { Source: { } source, Filters.Count: 0 }) return CountOf(source.Entity, source.Holder) with { Known = list.Known };
        var (count, open) = (NewVariable(typeof(long)), NewVariable(typeof(bool)));
        Emit(Expression.Assign(count, Code.Constant(0L)));
        Emit(Expression.Assign(open, Code.Constant(false)));
        var mayBeOpen = false;
        list.ForEach((_, possible) =>
        {
            Emit(Expression.AddAssign(count, Code.Constant(1L)));
            if (possible is null) return;
            mayBeOpen = true;
            Emit(Expression.OrAssign(open, possible));
        });
        return ValueLane.Number(count, 0, Layout.InstanceBits, OnceOrNull(Code.And(list.Known, mayBeOpen ? Code.Not(open) : null)));
    }

    /// <summary>How many rows an instance holds. A household without persons is no household, so that there is at least one.</summary>
    private ValueLane CountOf(EntityDeclaration entity, Expression holder)
    {
        Lane Read()
        {
            var first = Array(BufferKind.First, entity.Index, 0);
            var rows = Expression.Subtract(Code.At(first, Code.Row(holder, 1)), Code.At(first, holder));
            return ValueLane.Number(Once(Expression.Convert(rows, typeof(long))), 0, Layout.InstanceBits, null) with { IsPositive = entity == _plan.Layout.Vocabulary.Person };
        }

        return (ValueLane)(IsOwn(holder) ? Loaded((holder, entity, "count"), Read) : Read());
    }

    private ValueLane Sum(ListLane list)
    {
        if (list.Items is { } items)
        {
            if (!items.All(i => i is ValueLane { Kind: ValueLaneKind.Number })) throw new NoKernelException("a sum of what are no plain numbers");
            return items.Cast<ValueLane>().Aggregate((a, b) => Add(a, b, false));
        }
        var start = new List<Expression>();
        ParameterExpression? total = null, den = null;
        var (open, mayBeOpen) = (NewVariable(typeof(bool)), false);
        var (scale, bits, natural) = (0, 0, false);
        var (declared, at) = (_code, _code.Count);
        list.ForEach((element, possible) =>
        {
            if (element is not ValueLane { Kind: ValueLaneKind.Number } raw || raw.None is not null) throw new NoKernelException("a sum of what are no plain numbers");
            var n = (ValueLane)Repeatable(raw);
            (scale, bits, natural) = (n.Scale, n.Bits + Layout.InstanceBits, n.IsNatural);
            Expression? counts = Code.And(n.Known, possible is null ? null : Code.Not(possible));
            if (n.Known is not null)
            {
                mayBeOpen = true;
                Emit(Expression.OrAssign(open, Code.Not(n.Known)));
            }
            if (possible is not null)
            {
                mayBeOpen = true;
                Emit(Expression.OrAssign(open, Code.And(possible, Expression.NotEqual(n.Value, Code.Zero(n.Value)), n.Known)!));
            }
            if (n.Den is null)
            {
                total = NewVariable(bits > 62 ? typeof(Int128) : typeof(long));
                var next = Code.Widened(n.Value, bits);
                Emit(Expression.AddAssign(total, counts is null ? next : Expression.Condition(counts, next, Code.Zero(next))));
                return;
            }
            if (n.Value.Type != typeof(long) || n.Bits > 60) throw new NoKernelException("a sum of fractions of more than 64 bits");
            (total, den, bits) = (NewVariable(typeof(long)), NewVariable(typeof(long)), Narrow.Bits);
            var add = Expression.Call(typeof(KernelMath), nameof(KernelMath.Add), null, total, den, n.Value, n.Den);
            var lost = Expression.Block(Expression.Assign(total, Code.Constant(0L)), Expression.Assign(den, Code.Constant(1L)), Leave());
            Emit(Expression.IfThen(counts is null ? Code.Not(add) : Expression.AndAlso(counts, Code.Not(add)), lost));
        });
        if (total is null) return ValueLane.Number(Code.Constant(0L), 0, 0, list.Known);
        // The variables are set to nothing before the loop.
        start.Add(Expression.Assign(open, Code.Constant(false)));
        start.Add(Expression.Assign(total, Code.Zero(total)));
        if (den is not null) start.Add(Expression.Assign(den, Code.Constant(1L)));
        declared.InsertRange(at, start);
        var known = OnceOrNull(Code.And(list.Known, mayBeOpen ? Code.Not(open) : null));
        return ValueLane.Number(total, scale, bits, known) with { Den = den, DenBits = den is null ? 0 : Narrow.DenBits, IsNatural = natural };
    }

    /// <summary>The first or the last of a list. Of an empty one, and of one that holds nothing somewhere, there is none; what may belong or is not known leaves it open.</summary>
    private ValueLane Extreme(ListLane list, bool greatest)
    {
        var (best, found, none, open) = (NewVariable(typeof(long)), NewVariable(typeof(bool)), NewVariable(typeof(bool)), NewVariable(typeof(bool)));
        Emit(Expression.Assign(best, Code.Constant(0L)));
        foreach (var flag in (ParameterExpression[])[found, none, open]) Emit(Expression.Assign(flag, Code.Constant(false)));
        ValueLane? shape = null;
        var (mayBeNone, mayBeOpen) = (false, false);
        list.ForEach((element, possible) =>
        {
            if (element is not ValueLane { Kind: ValueLaneKind.Number or ValueLaneKind.Date, Den: null, Bits: <= 62 } raw) throw new NoKernelException("the greatest of what are neither plain numbers nor dates");
            var v = (ValueLane)Repeatable(raw);
            if (shape is not null && (shape.Kind, shape.Scale) != (v.Kind, v.Scale)) throw new NoKernelException("the greatest of values of several kinds");
            shape = shape is null ? v : shape with { Bits = Math.Max(shape.Bits, v.Bits), IsNatural = shape.IsNatural && v.IsNatural };
            var value = Code.Widened(v.Value, v.Bits);
            var better = greatest ? Expression.GreaterThan(value, best) : Expression.LessThan(value, best);
            Emit(Expression.IfThen(Code.Either(Code.Not(found), better), Expression.Assign(best, value)));
            Emit(Expression.Assign(found, Code.Constant(true)));
            if (v.None is not null)
            {
                mayBeNone = true;
                Emit(Expression.OrAssign(none, v.None));
            }
            if (Code.And(v.Known, possible is null ? null : Code.Not(possible)) is not { } certain) return;
            mayBeOpen = true;
            Emit(Expression.OrAssign(open, Code.Not(certain)));
        });
        if (shape is null) throw new NoKernelException("the greatest of nothing");
        var missing = Code.Not(found);
        return new ValueLane(shape.Kind, best, OnceOrNull(Code.And(list.Known, mayBeOpen ? Code.Not(open) : null)), Once(mayBeNone ? Code.Either(missing, none) : missing))
        {
            Scale = shape.Scale,
            Bits = shape.Bits,
            IsNatural = shape.IsNatural,
        };
    }

    private FlagLane Contains(ListLane list, Lane element)
    {
        if (element is RowLane { Known: null } row)
        {
            if (list.Source is not { } source || source.Entity != row.Entity) throw new NoKernelException("a list of other instances");
            if (source.Entity.Parent is not { } parent || ParentOf(row, parent).Row != source.Holder) throw new NoKernelException("a list of another instance");
            // The instance is in the list of what holds it, so that only the conditions count.
            var belongs = list.Filters.Select(f => f(row)).Aggregate(FlagLane.Of(true), (a, b) => Logic(true, a, b));
            return list.Known is not { } known ? belongs : new FlagLane(Code.Both(known, belongs.True), Code.Both(known, belongs.Not));
        }
        if (element is not ValueLane { Kind: ValueLaneKind.Text, None: null } text) throw new NoKernelException("a list of what is neither a text nor an instance");
        text = (ValueLane)Repeatable(text);
        return Quantify(false, Map(list, other => other is ValueLane { Kind: ValueLaneKind.Text } o ? Equality(o, text) : throw new NoKernelException("a list of other values")));
    }
}
