using Eligibility.RuleSets;

namespace Eligibility.Evaluation;

/// <summary>Bound rules compiled item by item, in the order of evaluation. Shared by every household and month that the rules govern.</summary>
internal sealed class Plan
{
    public Plan(BoundRules rules)
    {
        Rules = rules;
        Evaluators = [.. rules.Order.Select(i => Compiler.Rule(i.Bound))];
        EntityOf = [.. rules.Order.Select(i => i.Entity.Index)];
        Slots = rules.Order.Select(i => Math.Max(i.Slots, Math.Max(i.Met?.Slots ?? 0, i.NotMet?.Slots ?? 0))).DefaultIfEmpty(1).Max() + 2;
        Hashes = rules.Programmes.ToDictionary(p => p.Programme, CanonicalForm.HashOf, StringComparer.Ordinal);
        Usage = rules.Programmes.ToDictionary(p => p.Programme, p => new Usage(p), StringComparer.Ordinal);
    }

    public BoundRules Rules { get; }

    public Evaluator[] Evaluators { get; }

    /// <summary>The entity of each item, by position among the vocabulary's entities.</summary>
    public int[] EntityOf { get; }

    /// <summary>The most variables any formula needs.</summary>
    public int Slots { get; }

    public IReadOnlyDictionary<string, string> Hashes { get; }

    public IReadOnlyDictionary<string, Usage> Usage { get; }
}

/// <summary>What the outcome and the payments of a programme rest on, directly or through other items.</summary>
internal sealed class Usage
{
    public Usage(ProgrammeRules programme)
    {
        var items = new HashSet<RuleItem>();
        var open = new Stack<RuleItem>(programme.Items.Where(i => i.Kind is ItemKind.Eligible or ItemKind.Payable or ItemKind.Criterion));
        while (open.TryPop(out var item))
        {
            if (!items.Add(item)) continue;
            foreach (var other in ItemOrder.DependenciesOf(item)) open.Push(other);
        }
        Own = [.. programme.Items.Where(i => items.Contains(i) && i.Owner == programme)];
        Readings = [.. programme.Items.Where(i => i.Kind == ItemKind.Interpretation && items.Contains(i.Of!))];
        Parameters = [.. Own.SelectMany(i => Feel.BoundTree.All(i.Bound)).OfType<Feel.BoundParameter>().Select(p => (RuleParameter)p.Parameter).Distinct()];
        ReadsRollOf = [.. Own.SelectMany(ItemOrder.DependenciesOf).Where(i => i.Owner != programme && i.Kind is ItemKind.OnRoll or ItemKind.AnyOnRoll)
            .Where(i => i.Owner != programme).Select(i => i.Owner).Distinct()];
    }

    public IReadOnlyList<RuleItem> Own { get; }

    public IReadOnlyList<RuleItem> Readings { get; }

    public IReadOnlyList<RuleParameter> Parameters { get; }

    /// <summary>Programmes whose roll decides here.</summary>
    public IReadOnlyList<ProgrammeRules> ReadsRollOf { get; }
}
