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

    public Merged<ProcedureDefinition>? Procedure => Last(f => f.Procedure);

    public MonthBasis MonthBasis => Files.Select(f => f.MonthBasis).LastOrDefault(b => b != MonthBasis.NotStated);

    public IEnumerable<RuleFile> Overlays => Files.Where(f => f.IsOverlay);

    public LocalText? ClassLabel(string name) => Label(f => f.Classes, name);

    public LocalText? PayerLabel(string name) => Label(f => f.Payers, name);

    private LocalText? Label(Func<RuleFile, IReadOnlyList<LabelledName>> list, string name) =>
        Files.Reverse().SelectMany(list).FirstOrDefault(n => n.Name == name)?.Label;

    private Merged<T>? Last<T>(Func<RuleFile, T?> part)
        where T : class => Files.Reverse().Where(f => part(f) is not null).Select(f => new Merged<T>(part(f)!, f)).FirstOrDefault();
}
