using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Evaluation;

/// <summary>Follows what an expression read for an instance, on the branches that were taken.</summary>
internal delegate void Trace(Derivation derivation, EntityRecord instance);

/// <summary>
/// Turns a formula into the closure that follows its reads. Of an <c>if</c> it follows the branch that was taken, of <c>and</c> and <c>or</c> the
/// operand that decided. Inside an iteration the instance is not at hand, so all instances are followed. Parts that read nothing are left out.
/// </summary>
internal static class Tracer
{
    public static Trace? Of(BoundExpression e, Plan plan) => Of(e, plan, bare: true);

    private static Trace? Of(BoundExpression e, Plan plan, bool bare)
    {
        switch (e)
        {
            case BoundItem i: return Item(i, bare);
            case BoundParameter p:
                return Both(Parameter(p, plan, bare), All(p.Keys, plan, bare));
            case BoundIf f when bare: return If(f, plan);
            case BoundLogic l when bare: return Logic(l, plan);
            case BoundMap or BoundFilter or BoundFor or BoundQuantified or BoundIn: return All(BoundTree.Children(e), plan, bare: false);
            default: return All(BoundTree.Children(e), plan, bare);
        }
    }

    private static Trace Parameter(BoundParameter p, Plan plan, bool bare)
    {
        var parameter = (RuleParameter)p.Parameter;
        if (p.Keys.Count == 0) return (d, _) => d.Read(parameter, "");
        if (!bare) return (d, _) => d.Read(parameter, null);
        var keys = p.Keys.Select(plan.EvaluatorOf).ToArray();
        return (d, instance) =>
        {
            var values = keys.Select(k => d.Evaluate(k, instance)).ToArray();
            d.Read(parameter, values.Any(v => v.IsUnknown) ? null : ResolvedParameter.KeyOf(values));
        };
    }

    private static Trace Item(BoundItem i, bool bare)
    {
        var item = (RuleItem)i.Item;
        if (!bare || Steps(i.Target) is not { } up) return (d, _) => d.FollowAll(item);
        return (d, instance) =>
        {
            for (var n = up; n > 0; n--) instance = instance.Parent!;
            d.Follow(item, instance);
        };
    }

    /// <summary>How many levels above the formula's own instance the target lies; null when it is another instance.</summary>
    private static int? Steps(BoundExpression target) => target switch
    {
        BoundLocal { Slot: 0 } => 0,
        BoundParent p => Steps(p.Target) + 1,
        _ => null,
    };

    private static Trace? If(BoundIf f, Plan plan)
    {
        var (condition, then, otherwise) = (Of(f.Condition, plan, true), Of(f.Then, plan, true), Of(f.Else, plan, true));
        if (then is null && otherwise is null) return condition;
        var test = plan.EvaluatorOf(f.Condition);
        return (d, instance) =>
        {
            condition?.Invoke(d, instance);
            var c = d.Evaluate(test, instance);
            if (!c.IsFalse) then?.Invoke(d, instance);
            if (!c.IsTrue) otherwise?.Invoke(d, instance);
        };
    }

    private static Trace? Logic(BoundLogic l, Plan plan)
    {
        var (left, right) = (Of(l.Left, plan, true), Of(l.Right, plan, true));
        if (left is null || right is null) return left ?? right;
        var (first, second) = (plan.EvaluatorOf(l.Left), plan.EvaluatorOf(l.Right));
        var deciding = !l.IsAnd;
        return (d, instance) =>
        {
            var a = d.Evaluate(first, instance);
            if (a.Kind == ValueKind.Boolean && a.IsTrue == deciding)
            {
                left(d, instance);
                return;
            }
            var b = d.Evaluate(second, instance);
            if (!(b.Kind == ValueKind.Boolean && b.IsTrue == deciding)) left(d, instance);
            right(d, instance);
        };
    }

    private static Trace? All(IEnumerable<BoundExpression> parts, Plan plan, bool bare)
    {
        Trace? all = null;
        foreach (var part in parts) all = Both(all, Of(part, plan, bare));
        return all;
    }

    private static Trace? Both(Trace? a, Trace? b) => a is null ? b : b is null ? a : (d, instance) =>
    {
        a(d, instance);
        b(d, instance);
    };
}
