using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Explanation;

/// <summary>One computed value of a decision: which item, for whom, and what it came to. Its texts are made when they are asked for.</summary>
internal sealed record DerivationStep(RuleItem Item, EntityRecord Instance, Value Value)
{
    /// <summary>The formula in labels.</summary>
    public string Formula(Language language) => Prose.Of(Item.Bound, language);

    /// <summary>The formula with the household's values put in.</summary>
    public string WithValues(HouseholdRun run, Language language) => Prose.WithValues(Item.Bound, run, Instance, language);

    /// <summary>The result.</summary>
    public string Result(Language language) => Display.Of(Value, Item.Bound.Type.Present == FeelType.Number && !Display.IsMoney(Item.Unit) ? Item.Bound : Unit(), language);

    private BoundExpression Unit() => new BoundItem(new BoundLocal(0, "", new EntityType(Item.Entity), default), Item, Item.Type, default);
}

/// <summary>
/// How a decision came about: every value that its outcome and its payments rest on, in the order of evaluation, following only the
/// branches that were taken. It is read out of a finished run, so that a decision nobody asks about costs nothing more.
/// </summary>
internal sealed class Derivation
{
    private readonly HouseholdRun _run;
    private readonly HashSet<(RuleItem, EntityRecord)> _seen = [];
    private readonly List<DerivationStep> _steps = [];

    private Derivation(HouseholdRun run) => _run = run;

    /// <summary>The steps of a programme's decision: outcome first where <paramref name="paymentsOnly"/> is false.</summary>
    public static IReadOnlyList<DerivationStep> Of(HouseholdRun run, ProgrammeRules programme, bool paymentsOnly = false)
    {
        var derivation = new Derivation(run);
        foreach (var item in programme.Items)
        {
            if (item.Kind == ItemKind.Benefit || (!paymentsOnly && item.Kind is ItemKind.Criterion or ItemKind.Eligible or ItemKind.Route))
                foreach (var instance in run.Instances(item)) derivation.Follow(item, instance);
        }
        return [.. derivation._steps.OrderBy(s => s.Item.Order).ThenBy(s => s.Instance.Ordinal)];
    }

    private void Follow(RuleItem item, EntityRecord instance)
    {
        if (!_seen.Add((item, instance))) return;
        _steps.Add(new DerivationStep(item, instance, _run[item, instance]));
        Walk(item.Bound, instance, bare: true);
    }

    /// <summary>Goes on to the items an expression read. Inside an iteration the instance is not at hand, so all instances are taken.</summary>
    private void Walk(BoundExpression e, EntityRecord instance, bool bare)
    {
        switch (e)
        {
            case BoundItem i:
                var item = (RuleItem)i.Item;
                if (bare && Target(i.Target, instance) is { } target) Follow(item, target);
                else
                    foreach (var each in _run.Instances(item)) Follow(item, each);
                return;
            case BoundIf f when bare:
                var condition = _run.Evaluate(f.Condition, instance);
                Walk(f.Condition, instance, true);
                if (!condition.IsTrue) Walk(f.Else, instance, true);
                if (!condition.IsFalse) Walk(f.Then, instance, true);
                return;
            case BoundMap or BoundFilter or BoundFor or BoundQuantified:
                foreach (var child in BoundTree.Children(e)) Walk(child, instance, false);
                return;
            default:
                foreach (var child in BoundTree.Children(e)) Walk(child, instance, bare);
                return;
        }
    }

    private static EntityRecord? Target(BoundExpression target, EntityRecord instance) => target switch
    {
        BoundLocal { Slot: 0 } => instance,
        BoundParent p => Target(p.Target, instance)?.Parent,
        _ => null,
    };
}
