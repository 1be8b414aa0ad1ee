using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Evaluation;

/// <summary>
/// The values of all items for all instances of one household, computed when they are first read: a programme that does not apply
/// costs one condition. What an item reads stands before it in the order, so that the recursion ends.
/// </summary>
internal sealed class ItemValues
{
    private readonly Plan _plan;
    private readonly IReadOnlyDictionary<string, Missing> _gaps;
    private readonly int[] _offsets;
    private readonly Value[] _values;
    private readonly Stack<Value[]> _spare = new();

    public ItemValues(MonthRules rules, Facts facts)
    {
        _plan = rules.Plan;
        _gaps = rules.Gaps;
        var entities = _plan.Rules.Vocabulary.Entities;
        Span<int> counts = stackalloc int[entities.Count];
        for (var i = 0; i < counts.Length; i++) counts[i] = facts.Instances(entities[i]).Count;
        _offsets = new int[_plan.EntityOf.Length];
        var total = 0;
        for (var i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = total;
            total += counts[_plan.EntityOf[i]];
        }
        _values = new Value[total];
    }

    /// <summary>The value of an item for an instance; computed in the frame when it is not there yet.</summary>
    public Value Get(int order, EntityRecord instance, Frame frame)
    {
        ref var value = ref _values[_offsets[order] + instance.Ordinal];
        if (value.Kind == ValueKind.Pending) value = Compute(order, instance, frame);
        return value;
    }

    /// <summary>Whether the value was asked for so far.</summary>
    public bool IsComputed(int order, EntityRecord instance) => _values[_offsets[order] + instance.Ordinal].Kind != ValueKind.Pending;

    private Value Compute(int order, EntityRecord instance, Frame frame)
    {
        var item = _plan.Rules.Order[order];
        if (_gaps.Count > 0 && _gaps.TryGetValue(item.Programme, out var gap)) return Value.Unknown(gap);
        var (outerLocals, outerSteps) = (frame.Locals, frame.StepsLeft);
        frame.Locals = _spare.TryPop(out var spare) ? spare : new Value[_plan.Slots];
        frame.Locals[0] = Value.From(instance);
        frame.StepsLeft = Frame.Budget;
        try
        {
            return _plan.EvaluatorOf(order)(frame);
        }
        catch (BudgetExceededException)
        {
            return Value.Unknown(Faults.TooLong.Causes.Items[0] with { Name = item.Name });
        }
        finally
        {
            _spare.Push(frame.Locals);
            (frame.Locals, frame.StepsLeft) = (outerLocals, outerSteps);
        }
    }
}
