using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>What a fact that was not given means.</summary>
internal enum Absence
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>It does not exist: the type is optional.</summary>
    None,

    /// <summary>It is the literal that the vocabulary names, with its reason.</summary>
    Literal,
}

/// <summary>One code of a code attribute.</summary>
internal sealed record CodeDeclaration(string Name, LocalText Label);

/// <summary>An attribute that facts may have.</summary>
internal sealed record AttributeDeclaration
{
    public required string Name { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>Type of the value when present; list and entity attributes get theirs when the entities are linked.</summary>
    public FeelType Type { get; set; } = FeelType.Error;

    /// <summary>Index of the value in an <see cref="EntityRecord"/>.</summary>
    public int Slot { get; set; }

    public string? Unit { get; init; }

    public Number? Minimum { get; init; }

    public Number? Maximum { get; init; }

    /// <summary>How many decimals a number may have in facts.</summary>
    public int Decimals { get; init; }

    public IReadOnlyList<CodeDeclaration> Codes { get; init; } = [];

    public Absence Absence { get; set; }

    /// <summary>The value that stands for an absent fact when <see cref="Absence"/> is Literal.</summary>
    public Value AbsentValue { get; set; } = Value.Null;

    public LocalText? AbsentReason { get; set; }

    public LocalText? AttestedBy { get; init; }

    public string? ObtainFrom { get; init; }

    /// <summary>Whether a date may lie after the day of knowledge: the planned end of a payment may, a birth may not.</summary>
    public bool MayLieAhead { get; init; }

    /// <summary>How many years a date may lie before the month that is decided: nobody lives longer. Null where any past will do.</summary>
    public int? MaxYears { get; init; }

    public string? Source { get; init; }

    public LocalText? Help { get; init; }

    /// <summary>The type as a rule sees it: optional when absence means that it does not exist.</summary>
    public FeelType RuleType => Absence == Absence.None ? new OptionalType(Type) : Type;

    public CodeDeclaration? Code(string name) => Codes.FirstOrDefault(c => c.Name == name);

    // Declarations are unique objects; comparing their contents would follow the cycle through their types.
    public bool Equals(AttributeDeclaration? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}

/// <summary>A kind of thing that facts are about: the household, a person, an income.</summary>
internal sealed class EntityDeclaration(string name, LocalText label)
{
    private readonly Dictionary<string, AttributeDeclaration> _byName = [];
    private IReadOnlyList<AttributeDeclaration>? _datesBehind;
    private IReadOnlyList<AttributeDeclaration>? _datesWithin;

    public string Name { get; } = name;

    public LocalText Label { get; } = label;

    /// <summary>The entity whose list or attribute holds this one; null for the root.</summary>
    public EntityDeclaration? Parent { get; set; }

    /// <summary>The attribute that tells instances of one list apart; null when they need no name.</summary>
    public AttributeDeclaration? Key { get; set; }

    /// <summary>The attribute that people are shown.</summary>
    public AttributeDeclaration? Display { get; set; }

    /// <summary>Position among the vocabulary's entities.</summary>
    public int Index { get; set; }

    public List<AttributeDeclaration> Attributes { get; } = [];

    public void Add(AttributeDeclaration attribute)
    {
        attribute.Slot = Attributes.Count;
        Attributes.Add(attribute);
        _byName[attribute.Name] = attribute;
    }

    /// <summary>The dates that cannot lie after the day of knowledge.</summary>
    public IReadOnlyList<AttributeDeclaration> DatesBehind => _datesBehind ??= [.. Attributes.Where(a => a.Type == FeelType.Date && !a.MayLieAhead)];

    /// <summary>The dates that cannot lie too many years back.</summary>
    public IReadOnlyList<AttributeDeclaration> DatesWithin => _datesWithin ??= [.. Attributes.Where(a => a.MaxYears is not null)];

    public AttributeDeclaration? Attribute(string name) => _byName.GetValueOrDefault(name);

    public override string ToString() => Name;
}

/// <summary>Which attributes of which entity record what was granted: the roll. Route and amount may be missing: then they are not recorded.</summary>
internal sealed record RollDeclaration(EntityDeclaration Entity, string ListName, string Programme, string Persons, string From, string To, string? Route, string? Amount)
{
    /// <summary>The attribute of the root that holds the records.</summary>
    public AttributeDeclaration List(Vocabulary vocabulary) => vocabulary.Root.Attribute(ListName)!;
}

/// <summary>An item or parameter of a programme's rules, by name.</summary>
internal sealed record RuleName(string Programme, string Name);

/// <summary>What a report over many households asks of facts and rules beside the decisions. Each part may be missing: then the report does without.</summary>
/// <param name="Means">The item that says what a household's income is, by which households are put in order.</param>
/// <param name="Line">The parameter that payments are measured by.</param>
/// <param name="Splits">The attributes that tell households apart: of the root a yes or no, a code or a text; of root or person a list, in which there is something or not.</param>
internal sealed record ReportDeclaration(RuleName? Means, RuleName? Line, IReadOnlyList<(EntityDeclaration Entity, AttributeDeclaration Attribute)> Splits)
{
    public static readonly ReportDeclaration Nothing = new(null, null, []);
}

/// <summary>Everything that facts may say, and in which words. Immutable once loaded.</summary>
public sealed class Vocabulary
{
    internal Vocabulary(IReadOnlyList<EntityDeclaration> entities, EntityDeclaration root, EntityDeclaration person, RollDeclaration? roll, ReportDeclaration report)
    {
        Entities = entities;
        Root = root;
        Person = person;
        Roll = roll;
        Report = report;
    }

    internal IReadOnlyList<EntityDeclaration> Entities { get; }

    /// <summary>The entity that a decision is about: the household.</summary>
    internal EntityDeclaration Root { get; }

    /// <summary>The entity that benefits are paid for.</summary>
    internal EntityDeclaration Person { get; }

    internal RollDeclaration? Roll { get; }

    internal ReportDeclaration Report { get; }

    internal EntityDeclaration? Entity(string name) => Entities.FirstOrDefault(e => e.Name == name);
}
