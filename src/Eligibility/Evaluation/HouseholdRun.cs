using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Evaluation;

/// <summary>
/// The rules of a month applied to one household: the value of every item for every instance. Everything that is said about a
/// decision later (sentences, derivations) is read from it, so that nothing is recorded that nobody asks for.
/// </summary>
internal sealed class HouseholdRun
{
    private readonly ItemValues _values;
    private readonly Frame _frame;
    private readonly Lock _lock = new();

    public HouseholdRun(MonthRules rules, Facts facts)
    {
        Rules = rules;
        Facts = facts;
        _values = new ItemValues(rules, facts);
        _frame = NewFrame();
    }

    public MonthRules Rules { get; }

    public Facts Facts { get; }

    /// <summary>The value of an item for an instance. Safe to call from several threads.</summary>
    public Value this[RuleItem item, EntityRecord instance]
    {
        get
        {
            lock (_lock) return _values.Get(item.Order, instance, _frame);
        }
    }

    /// <summary>The instances for which an item's value was asked for so far, by a decision or by whoever compared it.</summary>
    public IReadOnlyList<EntityRecord> Computed(RuleItem item)
    {
        lock (_lock) return [.. Instances(item).Where(i => _values.IsComputed(item.Order, i))];
    }

    /// <summary>The value of an item of the household.</summary>
    public Value this[RuleItem item] => this[item, Facts.Root];

    public IReadOnlyList<EntityRecord> Instances(RuleItem item) => Facts.Instances(item.Entity);

    /// <summary>Evaluates a part of an item's formula or sentence again, for an instance. Safe to call from several threads.</summary>
    public Value Evaluate(BoundExpression part, EntityRecord instance) => Read(frame => Evaluate(Rules.Plan.EvaluatorOf(part), frame, instance));

    /// <summary>The same in a frame at hand, inside <see cref="Read"/>.</summary>
    public static Value Evaluate(Evaluator part, Frame frame, EntityRecord instance)
    {
        frame.Locals[0] = Value.From(instance);
        frame.StepsLeft = Frame.Budget;
        try
        {
            return part(frame);
        }
        catch (BudgetExceededException)
        {
            return Faults.TooLong;
        }
    }

    /// <summary>Reads values with no other thread computing one meanwhile.</summary>
    public T Read<T>(Func<Frame, T> read)
    {
        lock (_lock) return read(NewFrame());
    }

    private Frame NewFrame() => new()
    {
        Locals = new Value[Rules.Plan.Slots], Items = _values, Parameters = Rules.Parameters, MonthStart = Rules.Start, MonthEnd = Rules.End, PreviousMonthEnd = Rules.PreviousEnd,
    };

    /// <summary>A sentence with its values put in.</summary>
    public string Sentence(BoundTemplate template, EntityRecord instance, Language language) =>
        string.Concat(template.In(language).Select(p => p.Text ?? Display.Of(Evaluate(p.Expression!, instance), p.Expression!, language)));
}
