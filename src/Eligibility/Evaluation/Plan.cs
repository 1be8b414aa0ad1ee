using System.Collections.Concurrent;
using Eligibility.Feel;
using Eligibility.RuleSets;

namespace Eligibility.Evaluation;

/// <summary>Bound rules compiled item by item, in the order of evaluation. Shared by every household and month that the rules govern.</summary>
internal sealed class Plan
{
    private readonly ConcurrentDictionary<BoundExpression, Evaluator> _parts = new(ReferenceEqualityComparer.Instance as IEqualityComparer<BoundExpression>);

    public Plan(BoundRules rules)
    {
        Rules = rules;
        Evaluators = [.. rules.Order.Select(i => Compiler.Rule(i.Bound))];
        EntityOf = [.. rules.Order.Select(i => i.Entity.Index)];
        Slots = rules.Order.Select(i => Math.Max(i.Slots, Math.Max(i.Met?.Slots ?? 0, i.NotMet?.Slots ?? 0))).DefaultIfEmpty(1).Max() + 2;
        _confirmations = rules.Programmes.ToDictionary(p => p, p => p.Merged.Procedure?.Definition is { } c ? new Confirmation(c.Level, c.Kind, DecisionMaker.Cites(c.ConfirmedByCites)) : null);
        Hashes = rules.Programmes.ToDictionary(p => p.Programme, CanonicalForm.HashOf, StringComparer.Ordinal);
    }

    public BoundRules Rules { get; }

    public Evaluator[] Evaluators { get; }

    /// <summary>The entity of each item, by position among the vocabulary's entities.</summary>
    public int[] EntityOf { get; }

    /// <summary>The most variables any formula needs.</summary>
    public int Slots { get; }

    public IReadOnlyDictionary<string, string> Hashes { get; }

    private readonly Dictionary<ProgrammeRules, Confirmation?> _confirmations;

    /// <summary>Who may confirm a programme's decisions; null when the rules do not say.</summary>
    public Confirmation? ConfirmationOf(ProgrammeRules programme) => _confirmations[programme];

    /// <summary>The evaluator of a part of a formula or sentence, compiled once: explanations ask for the same parts again and again.</summary>
    public Evaluator EvaluatorOf(BoundExpression part) => _parts.GetOrAdd(part, Compiler.Rule);
}
