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
    private readonly Frame _frame;

    private HouseholdRun(MonthRules rules, Facts facts, Frame frame)
    {
        Rules = rules;
        Facts = facts;
        _frame = frame;
    }

    public MonthRules Rules { get; }

    public Facts Facts { get; }

    public static HouseholdRun Of(MonthRules rules, Facts facts)
    {
        var plan = rules.Plan;
        var order = plan.Rules.Order;
        var entities = plan.Rules.Vocabulary.Entities;
        var instances = new IReadOnlyList<EntityRecord>[entities.Count];
        for (var i = 0; i < entities.Count; i++) instances[i] = facts.Instances(entities[i]);
        var items = new Value[order.Count][];
        var frame = new Frame
        {
            Locals = new Value[plan.Slots], Items = items, Parameters = rules.Parameters, MonthStart = rules.Start, MonthEnd = rules.End, PreviousMonthEnd = rules.PreviousEnd,
        };
        for (var i = 0; i < items.Length; i++)
        {
            var of = instances[plan.EntityOf[i]];
            var values = of.Count == 0 ? [] : new Value[of.Count];
            items[i] = values;
            if (rules.Gaps.Count > 0 && rules.Gaps.TryGetValue(order[i].Programme, out var gap))
            {
                Array.Fill(values, Value.Unknown(gap));
                continue;
            }
            var evaluate = plan.Evaluators[i];
            for (var k = 0; k < values.Length; k++)
            {
                frame.Locals[0] = Value.From(of[k]);
                frame.StepsLeft = Frame.Budget;
                try
                {
                    values[k] = evaluate(frame);
                }
                catch (BudgetExceededException)
                {
                    values[k] = Value.Unknown(Faults.TooLong.Causes.Items[0] with { Name = order[i].Name });
                }
            }
        }
        return new HouseholdRun(rules, facts, frame);
    }

    /// <summary>The value of an item for an instance.</summary>
    public Value this[RuleItem item, EntityRecord instance] => _frame.Items[item.Order][instance.Ordinal];

    /// <summary>The value of an item of the household.</summary>
    public Value this[RuleItem item] => _frame.Items[item.Order][0];

    public IReadOnlyList<EntityRecord> Instances(RuleItem item) => Facts.Instances(item.Entity);

    /// <summary>Evaluates a part of an item's formula or sentence again, for an instance. Safe to call from several threads.</summary>
    public Value Evaluate(BoundExpression part, EntityRecord instance)
    {
        var frame = new Frame
        {
            Locals = new Value[Rules.Plan.Slots], Items = _frame.Items, Parameters = Rules.Parameters, MonthStart = Rules.Start, MonthEnd = Rules.End, PreviousMonthEnd = Rules.PreviousEnd,
        };
        frame.Locals[0] = Value.From(instance);
        try
        {
            return Rules.Plan.EvaluatorOf(part)(frame);
        }
        catch (BudgetExceededException)
        {
            return Faults.TooLong;
        }
    }

    /// <summary>A sentence with its values put in.</summary>
    public string Sentence(BoundTemplate template, EntityRecord instance, Language language) =>
        string.Concat(template.In(language).Select(p => p.Text ?? Display.Of(Evaluate(p.Expression!, instance), p.Expression!, language)));
}
