using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Evaluation;

/// <summary>One computed value of a decision: which item, for whom, and what it came to.</summary>
internal readonly record struct DerivationStep(RuleItem Item, EntityRecord Instance, Value Value);

/// <summary>
/// How a decision came about: every value that its outcome and its payments rest on, in the order of evaluation, following only the
/// branches that were taken. It is read out of a finished run, so that a decision nobody asks about costs nothing more.
/// </summary>
internal sealed class Derivation
{
    private readonly HouseholdRun _run;
    private readonly HashSet<(RuleItem, EntityRecord)> _seen = [];
    private readonly HashSet<RuleParameter> _parameters = [];
    private readonly List<DerivationStep> _steps = [];

    private Derivation(HouseholdRun run) => _run = run;

    /// <summary>The steps, in the order of evaluation.</summary>
    public IReadOnlyList<DerivationStep> Steps => _steps;

    /// <summary>The parameters that were read.</summary>
    public IReadOnlyCollection<RuleParameter> Parameters => _parameters;

    /// <summary>What a programme's outcome, criteria and payments rest on.</summary>
    public static Derivation Of(HouseholdRun run, ProgrammeRules programme)
    {
        var derivation = new Derivation(run);
        foreach (var item in programme.Items)
        {
            if (item.Kind is ItemKind.Benefit or ItemKind.Criterion or ItemKind.Eligible or ItemKind.Route)
                foreach (var instance in run.Instances(item)) derivation.Follow(item, instance);
        }
        derivation._steps.Sort((a, b) => (a.Item.Order, a.Instance.Ordinal).CompareTo((b.Item.Order, b.Instance.Ordinal)));
        return derivation;
    }

    private void Follow(RuleItem item, EntityRecord instance)
    {
        if (!_seen.Add((item, instance))) return;
        _steps.Add(new DerivationStep(item, instance, _run[item, instance]));
        Walk(item.Bound, instance, bare: true);
    }

    /// <summary>
    /// Goes on to the items an expression read. Inside an iteration the instance is not at hand, so all instances are taken. Of <c>and</c>
    /// and <c>or</c> only the operand that decided is followed.
    /// </summary>
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
            case BoundParameter p:
                _parameters.Add((RuleParameter)p.Parameter);
                foreach (var key in p.Keys) Walk(key, instance, bare);
                return;
            case BoundIf f when bare:
                var condition = _run.Evaluate(f.Condition, instance);
                Walk(f.Condition, instance, true);
                if (!condition.IsFalse) Walk(f.Then, instance, true);
                if (!condition.IsTrue) Walk(f.Else, instance, true);
                return;
            case BoundLogic l when bare:
                var (left, deciding) = (_run.Evaluate(l.Left, instance), !l.IsAnd);
                var leftDecides = left.Kind == ValueKind.Boolean && left.IsTrue == deciding;
                var right = leftDecides ? left : _run.Evaluate(l.Right, instance);
                var rightDecides = !leftDecides && right.Kind == ValueKind.Boolean && right.IsTrue == deciding;
                if (!rightDecides) Walk(l.Left, instance, true);
                if (!leftDecides) Walk(l.Right, instance, true);
                return;
            case BoundMap or BoundFilter or BoundFor or BoundQuantified or BoundIn:
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
