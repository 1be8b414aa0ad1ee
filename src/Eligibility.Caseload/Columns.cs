using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>What a column says.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing that the vocabulary knows.</summary>
    Unread,

    /// <summary>Which household the row belongs to.</summary>
    Household,

    /// <summary>Which person or thing inside the household it belongs to.</summary>
    Owner,

    /// <summary>How many households it stands for.</summary>
    Weight,

    /// <summary>The code of the place.</summary>
    Place,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>Whether there is anything in the table of a list: none, listed or unknown.</summary>
    ListState,
}

/// <summary>A column that a table may have.</summary>
/// <param name="Key">Its key, the shorter header.</param>
/// <param name="Label">Its Chinese header.</param>
/// <param name="Role">What it says.</param>
/// <param name="Attribute">The fact; of a list its attribute.</param>
/// <param name="Owner">The entity that an owner column names.</param>
/// <param name="Required">Whether a table cannot be without it.</param>
internal sealed record Column(string Key, string Label, ColumnRole Role, AttributeDeclaration? Attribute = null, EntityDeclaration? Owner = null, bool Required = false)
{
    public static Column Unread { get; } = new("", "", ColumnRole.Unread);

    /// <summary>How the column is called in a sentence.</summary>
    public LocalText Name => Attribute?.Label ?? new LocalText(Label, Key);
}

/// <summary>Which columns the table of an entity may have.</summary>
internal sealed class Columns
{
    public const string WeightKey = "weight";
    private const string WeightLabel = "权重";
    private const string PlaceLabel = "地区代码";
    private const string NumberSuffix = "编号";

    private readonly Dictionary<string, Column> _byHeader = new(StringComparer.Ordinal);

    private Columns(EntityDeclaration entity, IReadOnlyList<EntityDeclaration> around, IReadOnlyList<Column> all)
    {
        Entity = entity;
        Around = around;
        All = all;
        IsKept = around.Count > 0 && (entity.Key is not null || !IsListed(entity));
        foreach (var column in all) _byHeader.TryAdd(column.Key, column);
        // A label that two columns share names neither.
        foreach (var same in all.GroupBy(c => c.Label, StringComparer.Ordinal).Where(g => g.Count() == 1)) _byHeader.TryAdd(same.Key, same.First());
        foreach (var link in all.Where(c => c.Label.EndsWith(NumberSuffix, StringComparison.Ordinal) && c.Role is ColumnRole.Household or ColumnRole.Owner)) _byHeader.TryAdd(link.Label[..^NumberSuffix.Length], link);
    }

    public EntityDeclaration Entity { get; }

    /// <summary>The entities around it, the root first; none around the root.</summary>
    public IReadOnlyList<EntityDeclaration> Around { get; }

    /// <summary>Whether one instance can be told from the others: by a key, or because there is only one.</summary>
    public bool IsKept { get; }

    /// <summary>The columns in the order of a template: whose row it is, then the facts.</summary>
    public IReadOnlyList<Column> All { get; }

    public Column Household => All[0];

    /// <summary>The owner columns from the outside in.</summary>
    public IEnumerable<Column> Owners => All.Where(c => c.Role == ColumnRole.Owner);

    public IEnumerable<string> Headers => _byHeader.Keys;

    public Column? Find(string header) => _byHeader.GetValueOrDefault(header);

    /// <summary>The columns of an entity; null when its instances cannot be told apart in a table, since something around them has no key.</summary>
    public static Columns? Of(EntityDeclaration entity, Words words)
    {
        var chain = Ancestors(entity, words);
        if (chain.Any(a => a != words.Root && a.Key is null && IsListed(a))) return null;
        var columns = new List<Column> { new(words.Root.Name, words.Root.Label.Zh + NumberSuffix, ColumnRole.Household, Required: true) };
        columns.AddRange(chain.Where(a => a != words.Root && a.Key is not null).Select(a => new Column(a.Name, a.Label.Zh + NumberSuffix, ColumnRole.Owner, a.Key, a, Required: true)));
        if (entity == words.Root)
        {
            if (entity.Attribute(WeightKey) is null) columns.Add(new(WeightKey, WeightLabel, ColumnRole.Weight));
            columns.Add(new(Facts.JurisdictionKey, PlaceLabel, ColumnRole.Place));
        }
        foreach (var a in entity.Attributes)
        {
            // Persons are what a household is made of: there is nothing to say about whether it has any. One nested instance is there or not.
            if (a.Type is ListType { Element: EntityType e } && e.Declaration != words.Person) columns.Add(new(a.Name, a.Label.Zh, ColumnRole.ListState, a));
            else if (a.Type is not EntityType && a.Type is not ListType { Element: EntityType }) columns.Add(new(a.Name, a.Label.Zh, ColumnRole.Fact, a, Required: a == entity.Key));
        }
        return new Columns(entity, chain, columns);
    }

    /// <summary>The entities around one, the root first.</summary>
    public static IReadOnlyList<EntityDeclaration> Ancestors(EntityDeclaration entity, Words words)
    {
        var chain = new List<EntityDeclaration>();
        for (var a = entity.Parent; a is not null && entity != words.Root; a = a == words.Root ? null : a.Parent) chain.Insert(0, a);
        return chain;
    }

    /// <summary>The attribute of the parent that holds an entity's instances.</summary>
    public static AttributeDeclaration Holder(EntityDeclaration entity) =>
        entity.Parent!.Attributes.First(a => a.Type is EntityType e ? e.Declaration == entity : a.Type is ListType { Element: EntityType l } && l.Declaration == entity);

    public static bool IsListed(EntityDeclaration entity) => Holder(entity).Type is ListType;
}
