using Eligibility.Feel;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>The bound rules of one programme, and what names mean in its formulas.</summary>
internal sealed class ProgrammeRules(MergedRules merged, BoundRules all) : INameEnvironment
{
    private readonly Dictionary<(string Entity, string Name), RuleItem> _items = [];
    private readonly Dictionary<(string Entity, string Label), RuleItem> _labels = [];
    private readonly Dictionary<string, RuleParameter> _parameters = new(StringComparer.Ordinal);

    private IReadOnlyList<RuleItem>? _payments;
    private readonly RuleItem?[] _byKind = new RuleItem?[Enum.GetValues<ItemKind>().Length];

    public MergedRules Merged { get; } = merged;

    public string Programme => Merged.Programme;

    /// <summary>The day that decides when something changes inside a month.</summary>
    public MonthBasis Basis { get; } = merged.MonthBasis;

    /// <summary>The rules that it stands among.</summary>
    public BoundRules All => all;

    public ItemChain Chain => all.Chain;

    public List<RuleItem> Items { get; } = [];

    public IReadOnlyCollection<RuleParameter> Parameters => _parameters.Values;

    public IReadOnlyList<RouteDefinition> Routes { get; } = [.. merged.Routes.Select(r => r.Definition)];

    /// <summary>The payments, in the order of the rules.</summary>
    public IReadOnlyList<RuleItem> Payments => _payments ??= [.. Items.Where(i => i.Kind == ItemKind.Benefit)];

    /// <summary>Whether there is a payment, or one whose amount no text states; a programme without any only recognises who belongs to it.</summary>
    public bool PaysAnything => Merged.Benefits.Count > 0 || Merged.NotStated.Count > 0;

    public bool IsRule => true;

    /// <summary>What formulas of other programmes may name beside items: on the roll, the payment, whether anybody is on the roll.</summary>
    private readonly Dictionary<(string Entity, string Name), RuleItem> _foreign = [];

    public IEnumerable<string> Programmes => all.Programmes.Where(p => p != this).Select(p => p.Programme);

    public IEnumerable<string> Names => [.. _items.Keys.Select(k => k.Name), .. _parameters.Keys];

    public ICollection<NameUse>? Uses => all.Uses;

    public IEnumerable<string> Labelled(EntityDeclaration? entity, string label) => entity is null
        ? Parameters.Where(p => p.Label.Zh == label).Select(p => p.Name)
        : Items.Where(i => i.IsNamed && i.Definition is not null && i.Entity == entity && i.Label.Zh == label).Select(i => i.Name);

    public void Add(RuleItem item)
    {
        Items.Add(item);
        _byKind[(int)item.Kind] ??= item;
        if (!item.IsNamed) return;
        _items[(item.Entity.Name, item.Name)] = item;
        if (item.Definition is not null) _labels.TryAdd((item.Entity.Name, item.Label.Zh), item);
    }

    /// <summary>Lets formulas name an item that the engine makes; <paramref name="foreign"/>: those of other programmes.</summary>
    public void Expose(string name, RuleItem item, bool own, bool foreign)
    {
        if (own) _items.TryAdd((item.Entity.Name, name), item);
        if (foreign) _foreign.TryAdd((item.Entity.Name, name), item);
    }

    public void Add(RuleParameter parameter) => _parameters[parameter.Name] = parameter;

    public RuleItem? Find(string entity, string name) => _items.GetValueOrDefault((entity, name));

    /// <summary>The item of a kind of which there is one, such as the outcome.</summary>
    public RuleItem First(ItemKind kind) => _byKind[(int)kind] ?? throw new InvalidOperationException($"{Programme} has no {kind}");

    public RuleParameter? Parameter(string name) => _parameters.GetValueOrDefault(name);

    public ItemSymbol? FindItem(EntityDeclaration entity, string name) =>
        _items.TryGetValue((entity.Name, name), out var item) ? item : char.IsAscii(name[0]) ? null : _labels.GetValueOrDefault((entity.Name, name));

    public ParameterSymbol? FindParameter(string name) =>
        _parameters.TryGetValue(name, out var p) ? p : char.IsAscii(name[0]) ? null : _parameters.Values.FirstOrDefault(x => x.Label.Zh == name);

    public bool TryFindForeign(string programme, EntityDeclaration entity, string name, out ItemSymbol? item)
    {
        item = null;
        if (all.Find(programme) is not { } other) return false;
        item = other._foreign.TryGetValue((entity.Name, name), out var made) ? made : other.Find(entity.Name, name);
        return true;
    }

    public ParameterSymbol? FindForeignParameter(string programme, string name) => all.Find(programme)?.Parameter(name);
}

/// <summary>
/// Everything that is decided together: the programmes of one place in one stack of files, bound against the vocabulary, in an order
/// of evaluation. Immutable once made; parameter values of a month are looked up beside it.
/// </summary>
internal sealed class BoundRules
{
    private readonly Dictionary<string, ProgrammeRules> _byName = new(StringComparer.Ordinal);

    public BoundRules(Vocabulary.Vocabulary vocabulary, IReadOnlyList<MergedRules> programmes)
    {
        Vocabulary = vocabulary;
        Programmes = [.. programmes.OrderBy(p => p.Programme, StringComparer.Ordinal).Select(p => new ProgrammeRules(p, this))];
        foreach (var p in Programmes) _byName[p.Programme] = p;
    }

    public Vocabulary.Vocabulary Vocabulary { get; }

    /// <summary>Takes the names that formulas use while they are bound; null when nobody asks.</summary>
    public ICollection<NameUse>? Uses { get; init; }

    /// <summary>Which item is being bound because of which.</summary>
    public ItemChain Chain { get; } = new();

    public IReadOnlyList<ProgrammeRules> Programmes { get; }

    /// <summary>All items: each stands behind everything it reads.</summary>
    public IReadOnlyList<RuleItem> Order { get; set; } = [];

    public IReadOnlyList<RuleParameter> Parameters { get; set; } = [];

    public ProgrammeRules? Find(string programme) => _byName.GetValueOrDefault(programme);
}
