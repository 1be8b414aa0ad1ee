using System.Collections.Concurrent;
using Eligibility.Feel;
using Eligibility.RuleSets;

namespace Eligibility.Evaluation;

/// <summary>
/// Bound rules made ready to run: each formula is compiled when it is first needed. Shared by every household and month that the rules
/// govern, and safe to use from many threads: two that compile the same formula at once make the same thing.
/// </summary>
internal sealed class Plan
{
    private readonly Evaluator?[] _evaluators;
    private readonly Lazy<Trace?>[] _traces;
    private readonly Dictionary<ProgrammeRules, Lazy<string>> _hashes;
    private readonly Dictionary<ProgrammeRules, Confirmation?> _confirmations;
    private readonly ConcurrentDictionary<BoundExpression, Evaluator> _parts = new(ReferenceEqualityComparer.Instance);

    public Plan(BoundRules rules)
    {
        Rules = rules;
        _evaluators = new Evaluator?[rules.Order.Count];
        EntityOf = [.. rules.Order.Select(i => i.Entity.Index)];
        Slots = rules.Order.Select(i => Math.Max(i.Slots, Math.Max(i.Met?.Slots ?? 0, i.NotMet?.Slots ?? 0))).DefaultIfEmpty(1).Max() + 2;
        _traces = [.. rules.Order.Select(i => new Lazy<Trace?>(() => Tracer.Of(i.Bound, this)))];
        _hashes = rules.Programmes.ToDictionary(p => p, p => new Lazy<string>(() => CanonicalForm.HashOf(p)));
        _confirmations = rules.Programmes.ToDictionary(p => p, p => ConfirmationBy(p.Merged));
    }

    public BoundRules Rules { get; }

    /// <summary>The entity of each item, by position among the vocabulary's entities.</summary>
    public int[] EntityOf { get; }

    /// <summary>The most variables any formula needs.</summary>
    public int Slots { get; }

    /// <summary>The evaluator of an item, by its place in the order.</summary>
    public Evaluator EvaluatorOf(int order) => _evaluators[order] ??= Compiler.Rule(Rules.Order[order].Bound);

    /// <summary>The evaluator of a part of a formula or sentence: explanations ask for the same parts again and again.</summary>
    public Evaluator EvaluatorOf(BoundExpression part) => _parts.GetOrAdd(part, static p => Compiler.Rule(p));

    /// <summary>What follows the reads of an item's formula; null when it reads nothing.</summary>
    public Trace? TraceOf(RuleItem item) => _traces[item.Order].Value;

    /// <summary>The hash of a programme's bound rules.</summary>
    public string HashOf(ProgrammeRules programme) => _hashes[programme].Value;

    /// <summary>Delegated authority that needs a permission which nothing gives falls back to whom the demanding layer names.</summary>
    private static Confirmation? ConfirmationBy(MergedRules merged)
    {
        if (merged.UnpermittedDelegation is { } demand)
            return new Confirmation(demand.File.Procedure!.Level, null, DecisionMaker.Cites(demand.Definition.Cites)) { Note = demand.Definition.Note };
        return merged.Procedure?.Definition is { } c ? new Confirmation(c.Level, c.Kind, DecisionMaker.Cites(c.ConfirmedByCites)) : null;
    }

    /// <summary>Who may confirm a programme's decisions; null when the rules do not say.</summary>
    public Confirmation? ConfirmationOf(ProgrammeRules programme) => _confirmations[programme];
}
