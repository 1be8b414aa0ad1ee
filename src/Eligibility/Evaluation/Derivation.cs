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
    private readonly Frame _frame;
    private readonly HashSet<(int Order, int Ordinal)> _seen = [];
    private readonly Dictionary<RuleParameter, HashSet<string>?> _parameters = [];
    private readonly List<DerivationStep> _steps = [];

    private Derivation(HouseholdRun run, Frame frame)
    {
        _run = run;
        _frame = frame;
    }

    /// <summary>The steps, in the order of evaluation.</summary>
    public IReadOnlyList<DerivationStep> Steps => _steps;

    /// <summary>The parameters that were read.</summary>
    public IReadOnlyCollection<RuleParameter> Parameters => _parameters.Keys;

    /// <summary>The combinations of keys for which a parameter was read; null when it cannot be told, and so may be all.</summary>
    public IReadOnlySet<string>? KeysOf(RuleParameter parameter) => _parameters[parameter];

    /// <summary>What a programme's outcome, criteria and payments rest on.</summary>
    public static Derivation Of(HouseholdRun run, ProgrammeRules programme) => run.Read(frame => Of(run, programme, frame,
        item => item.Kind is ItemKind.Benefit or ItemKind.Criterion or ItemKind.Eligible or ItemKind.Route));

    /// <summary>What its outcome and the payments that come about rest on, and nothing else: not the criteria that decided nothing.</summary>
    public static Derivation OfOutcome(HouseholdRun run, ProgrammeRules programme) => run.Read(frame => Of(run, programme, frame,
        item => item.Kind == ItemKind.Eligible || item.Kind == ItemKind.Benefit && run.Instances(item).Any(i => run[item, i] is { Kind: ValueKind.Number, Number.Sign: > 0 })));

    private static Derivation Of(HouseholdRun run, ProgrammeRules programme, Frame frame, Func<RuleItem, bool> isRoot)
    {
        var derivation = new Derivation(run, frame);
        foreach (var item in programme.Items)
            if (isRoot(item)) derivation.FollowAll(item);
        derivation._steps.Sort(static (a, b) => (a.Item.Order, a.Instance.Ordinal).CompareTo((b.Item.Order, b.Instance.Ordinal)));
        return derivation;
    }

    /// <param name="parameter">A parameter that was read.</param>
    /// <param name="key">For which combination of keys; null when that cannot be told.</param>
    public void Read(RuleParameter parameter, string? key)
    {
        if (key is null) _parameters[parameter] = null;
        else if (!_parameters.TryGetValue(parameter, out var keys)) _parameters[parameter] = [key];
        else keys?.Add(key);
    }

    public void FollowAll(RuleItem item)
    {
        foreach (var instance in _run.Instances(item)) Follow(item, instance);
    }

    public void Follow(RuleItem item, EntityRecord instance)
    {
        if (!_seen.Add((item.Order, instance.Ordinal))) return;
        _steps.Add(new DerivationStep(item, instance, _run[item, instance]));
        _run.Rules.Plan.TraceOf(item)?.Invoke(this, instance);
    }

    /// <summary>The value of a part of a formula for an instance.</summary>
    public Value Evaluate(Evaluator part, EntityRecord instance) => HouseholdRun.Evaluate(part, _frame, instance);
}
