using System.Linq.Expressions;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Vocabulary;
using static System.Linq.Expressions.Expression;

namespace Eligibility.Simulation.Kernels;

/// <summary>
/// Writes the loop of one group of formulas over the instances of an entity. What belongs to the row itself or to what holds it is loaded at
/// the head of the loop; what an item of the group reads of another is a variable.
/// </summary>
internal sealed partial class GroupWriter
{
    private readonly KernelBuilder _plan;
    private readonly EntityDeclaration _entity;
    private readonly bool _masked;
    private readonly Dictionary<Buffer, ParameterExpression> _arrays = [];
    private readonly List<ParameterExpression> _variables = [];
    private readonly List<(Buffer Buffer, object Value)> _fills = [];
    private readonly List<Expression> _head = [];
    private readonly Dictionary<object, Lane> _loaded = [];
    private readonly Dictionary<RuleItem, Lane> _computed = [];
    private readonly ParameterExpression _row = Variable(typeof(int), "row");
    private readonly RowLane _self;
    private List<Expression> _code = [];

    public GroupWriter(KernelBuilder plan, EntityDeclaration entity, bool masked)
    {
        _plan = plan;
        _entity = entity;
        _masked = masked;
        _self = new RowLane(entity, _row, null);
    }

    /// <summary>How many variables the loop has so far: the compiler of machine code keeps only so many apart.</summary>
    public int VariableCount => _variables.Count + _arrays.Count;

    /// <summary>Writes an item; throws <see cref="NoKernelException"/>, leaving nothing behind, when it cannot.</summary>
    public ItemShape Write(RuleItem item, OutputKind? output)
    {
        var (variables, head, code, fills) = (_variables.Count, _head.Count, _code.Count, _fills.Count);
        var before = _code;
        var loaded = new Dictionary<object, Lane>(_loaded);
        try
        {
            var lane = Settle(item, _plan.IsGapped(item) ? UnknownOf(item.Type) : Write(item.Bound, new Scope(_self)));
            // Of a value that is only asked for being known, and always is, nothing need be computed.
            if (output == OutputKind.Known && lane is ValueLane { Present: null } && !_plan.IsRead(item))
            {
                TakeBack();
                _plan.Forgets();
            }
            _computed[item] = lane;
            if (output is { } kind) Put(item, lane, kind);
            return new ItemShape(item, lane, IsConstant(lane));
        }
        catch (NoKernelException)
        {
            TakeBack();
            throw;
        }

        void TakeBack()
        {
            _code = before;
            _variables.RemoveRange(variables, _variables.Count - variables);
            _head.RemoveRange(head, _head.Count - head);
            _code.RemoveRange(code, _code.Count - code);
            _fills.RemoveRange(fills, _fills.Count - fills);
            _loaded.Clear();
            foreach (var (key, value) in loaded) _loaded[key] = value;
        }
    }

    /// <summary>Keeps an item's value for other kernels.</summary>
    public void Keep(ItemShape shape)
    {
        if (shape.Constant) return;
        var order = shape.Item.Order;
        switch (shape.Lane)
        {
            case FlagLane f:
                Store(BufferKind.ItemTrue, order, f.True);
                if (f.False is not null) Store(BufferKind.ItemFalse, order, f.False);
                break;
            case ValueLane v:
                Store(BufferKind.ItemValue, order, v.Value);
                if (v.Den is not null) Store(BufferKind.ItemDen, order, v.Den);
                if (v.Known is not null) Store(BufferKind.ItemKnown, order, v.Known);
                if (v.None is not null) Store(BufferKind.ItemNone, order, v.None);
                break;
            default: throw new InvalidOperationException($"{shape.Item} has no value to keep");
        }
    }

    /// <summary>Compiles what was written.</summary>
    public Kernel Compile(int formulas)
    {
        var (buffers, count) = (Parameter(typeof(object[]), "buffers"), Parameter(typeof(int), "count"));
        var list = _arrays.Keys.ToArray();
        var body = new List<Expression>();
        for (var i = 0; i < list.Length; i++) body.Add(Assign(_arrays[list[i]], Convert(ArrayIndex(buffers, Constant(i)), list[i].Type)));
        body.Add(Assign(_row, Constant(0)));
        var exit = Label();
        body.Add(Loop(IfThenElse(LessThan(_row, count), Block([.. _head, .. _code, PreIncrementAssign(_row)]), Break(exit)), exit));
        var lambda = Lambda<Action<object[], int>>(Block([.. _arrays.Values, .. _variables, _row], body), buffers, count);
        return new Kernel(_entity.Index, list, lambda.Compile(), formulas, _fills);
    }

    private ParameterExpression Array(BufferKind kind, int entity, int index)
    {
        var buffer = new Buffer(kind, entity, index);
        if (!_arrays.TryGetValue(buffer, out var array)) _arrays[buffer] = array = Variable(buffer.Type);
        return array;
    }

    private void Store(BufferKind kind, int order, Expression value) => Emit(Assign(Code.At(Array(kind, _entity.Index, order), _row), value));

    private void Emit(Expression e) => _code.Add(e);

    private ParameterExpression NewVariable(Type type)
    {
        var variable = Variable(type);
        _variables.Add(variable);
        return variable;
    }

    /// <summary>The expression in a form that may be written several times: a variable, unless it is one already.</summary>
    private Expression Once(Expression e)
    {
        if (e is ParameterExpression or ConstantExpression) return e;
        var variable = NewVariable(e.Type);
        Emit(Assign(variable, e));
        return variable;
    }

    private Expression? OnceOrNull(Expression? e) => e is null ? null : Once(e);

    /// <summary>Writes into a block of its own.</summary>
    private List<Expression> Inside(Action write)
    {
        var outer = _code;
        var inner = _code = [];
        try
        {
            write();
        }
        finally
        {
            _code = outer;
        }
        return inner;
    }

    private void When(Expression condition, Action write)
    {
        if (Code.IsFalse(condition)) return;
        var inner = Inside(write);
        if (inner.Count == 0) return;
        if (Code.IsTrue(condition)) _code.AddRange(inner);
        else Emit(IfThen(condition, Block(inner)));
    }

    private void Each(Expression from, Expression to, Action<ParameterExpression> body)
    {
        var (at, end) = (NewVariable(typeof(int)), NewVariable(typeof(int)));
        Emit(Assign(at, from));
        Emit(Assign(end, to));
        var inner = Inside(() => body(at));
        inner.Add(PreIncrementAssign(at));
        var exit = Label();
        Emit(Loop(IfThenElse(LessThan(at, end), Block(inner), Break(exit)), exit));
    }

    /// <summary>Leaves the household to the evaluator.</summary>
    private Expression Leave()
    {
        var root = _entity.Parent is null ? _row : Code.At(Array(BufferKind.Root, _entity.Index, 0), _row);
        return Assign(Code.At(Array(BufferKind.Left, 0, 0), root), Constant(true));
    }

    private static bool IsConstant(Lane lane) => lane switch
    {
        FlagLane f => f.True is ConstantExpression && f.False is null or ConstantExpression,
        ValueLane v => v.Value is ConstantExpression && v.Known is null or ConstantExpression && v.None is null or ConstantExpression && v.Den is null or ConstantExpression,
        _ => false,
    };

    /// <summary>The variables of a formula by their slots: slot 0 is the instance whose formula it is.</summary>
    private sealed class Scope
    {
        private readonly Dictionary<int, Lane> _lanes;

        public Scope(Lane self) => _lanes = new() { [0] = self };

        private Scope(Dictionary<int, Lane> lanes) => _lanes = lanes;

        public Lane this[int slot] => _lanes.TryGetValue(slot, out var lane) ? lane : throw new NoKernelException("a variable that kernels do not keep");

        public Scope With(int slot, Lane lane) => new(new Dictionary<int, Lane>(_lanes) { [slot] = lane });
    }
}
