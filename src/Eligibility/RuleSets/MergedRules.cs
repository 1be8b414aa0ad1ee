using Eligibility.Text;

namespace Eligibility.RuleSets;

/// <summary>An item with the file, and so the layer, that it comes from.</summary>
internal sealed record Merged<T>(T Definition, RuleFile File);

/// <summary>
/// The rules of one programme in one place after its layers were laid over each other: national first, then province, city,
/// county, then overlays. Immutable.
/// </summary>
internal sealed record MergedRules
{
    public required string Programme { get; init; }

    /// <summary>The files, lowest layer first.</summary>
    public required IReadOnlyList<RuleFile> Files { get; init; }

    public required IReadOnlyList<Merged<ParameterDefinition>> Parameters { get; init; }

    /// <summary>Values of each parameter that the owning layer of each key combination gives, each with its file.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Merged<ParameterValue>>> Values { get; init; }

    public required IReadOnlyList<Merged<DerivedDefinition>> Derived { get; init; }

    public required IReadOnlyList<Merged<CriterionDefinition>> Criteria { get; init; }

    public required IReadOnlyList<Merged<RouteDefinition>> Routes { get; init; }

    public required IReadOnlyList<Merged<BenefitDefinition>> Benefits { get; init; }

    public required IReadOnlyList<Merged<ExclusionDefinition>> Exclusions { get; init; }

    public required IReadOnlyList<Merged<NotStatedDefinition>> NotStated { get; init; }

    public required IReadOnlyList<Merged<Removal>> Removals { get; init; }

    /// <summary>The topmost file that is no overlay: the one whose title, dates and procedure speak.</summary>
    public required RuleFile Top { get; init; }

    public Merged<AppliesDefinition>? Applies => Last(f => f.Applies);

    /// <summary>The procedure, each part from the topmost layer that speaks of it; null when none does.</summary>
    public Merged<ProcedureDefinition>? Procedure
    {
        get
        {
            var layers = Files.Where(f => f.Procedure is not null).Reverse().ToArray();
            if (layers.Length == 0) return null;
            var confirmation = (layers.FirstOrDefault(f => f.Procedure!.Level is not null) ?? layers[0]).Procedure!;
            return new Merged<ProcedureDefinition>(new ProcedureDefinition(confirmation.Level, confirmation.Kind, confirmation.ConfirmedByCites,
                layers.Select(f => f.Procedure!.Steps).FirstOrDefault(s => s.Count > 0) ?? [], layers.Select(f => f.Procedure!.Notes).FirstOrDefault(n => n.Count > 0) ?? [],
                layers.Select(f => f.Procedure!.Remedy).FirstOrDefault(r => r is not null), layers.Select(f => f.Procedure!.Hearing).FirstOrDefault(h => h is not null), layers.Select(f => f.Procedure!.Delegation).FirstOrDefault(d => d is not null)), layers[0]);
        }
    }

    /// <summary>
    /// The demand that delegated authority be permitted from above, with the layer that makes it, when nothing permits it: neither the
    /// delegating layer itself nor the demanding one can. Null when authority is not delegated, or may be.
    /// </summary>
    public Merged<DelegationDefinition>? UnpermittedDelegation
    {
        get
        {
            var delegating = Files.LastOrDefault(f => f.Procedure?.Level is not null);
            if (delegating?.Procedure?.Kind != "delegated") return null;
            var demanding = Files.LastOrDefault(f => f.Procedure?.Delegation is { NeedsPermission: true });
            if (demanding is null || Files.Any(f => f.Jurisdiction != delegating.Jurisdiction && f != demanding && f.Procedure?.Delegation is { IsPermitted: true })) return null;
            return new Merged<DelegationDefinition>(demanding.Procedure!.Delegation!, demanding);
        }
    }

    /// <summary>The clause about back pay of an instrument that a layer cites, or that an overlay assumes for it; null when there is none.</summary>
    public ArrearsClause? ArrearsOf(SourceDocument notice) =>
        Files.Where(f => f.IsOverlay).Select(f => f.Sources.GetValueOrDefault(notice.Key)?.Arrears).LastOrDefault(a => a is not null) ?? notice.Arrears;

    public MonthBasis MonthBasis => Files.Select(f => f.MonthBasis).LastOrDefault(b => b != MonthBasis.NotStated);

    public IEnumerable<RuleFile> Overlays => Files.Where(f => f.IsOverlay);

    public LocalText? ClassLabel(string name) => Label(f => f.Classes, name);

    public LocalText? PayerLabel(string name) => Label(f => f.Payers, name);

    private LocalText? Label(Func<RuleFile, IReadOnlyList<LabelledName>> list, string name) =>
        Files.Reverse().SelectMany(list).FirstOrDefault(n => n.Name == name)?.Label;

    private Merged<T>? Last<T>(Func<RuleFile, T?> part)
        where T : class => Files.Reverse().Where(f => part(f) is not null).Select(f => new Merged<T>(part(f)!, f)).FirstOrDefault();
}
