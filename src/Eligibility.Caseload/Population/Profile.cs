using Eligibility.Text;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Caseload.Population;

/// <summary>Whole numbers from one to another; without an end any that are not smaller.</summary>
internal readonly record struct Span(int Low, int High)
{
    public bool Contains(int value) => value >= Low && value <= High;
}

/// <summary>One outcome of a draw or of a marginal, with its share in ten thousand.</summary>
/// <param name="Text">The value as written; of a span its text.</param>
/// <param name="Range">The span of numbers that it stands for; null for a single text.</param>
/// <param name="Weight">Its share in ten thousand.</param>
internal sealed record Share(string Text, Span? Range, int Weight)
{
    /// <summary>What all shares of a draw come to.</summary>
    public const int Whole = 10_000;

    /// <summary>The outcome that nothing is known.</summary>
    public const string Unknown = "unknown";

    /// <summary>Whether a value belongs to this outcome.</summary>
    public bool Holds(string value) => Range is { } r ? int.TryParse(value, out var n) && r.Contains(n) : Text == value;
}

/// <summary>What must hold for a draw to be used: every name has one of its values.</summary>
internal sealed record Condition(IReadOnlyList<(string Name, IReadOnlyList<Share> Values)> Tests)
{
    public static Condition Always { get; } = new([]);

    public bool Holds(Instance scope) => Tests.All(t => scope.Find(t.Name) is { } value && t.Values.Any(v => v.Holds(value)));
}

/// <summary>How the value of an attribute is drawn; the first draw of an attribute whose condition holds is used.</summary>
/// <param name="Attribute">The attribute; of a list of entities the number of its elements is drawn.</param>
/// <param name="When">Where the draw is used.</param>
/// <param name="Shares">The outcomes.</param>
/// <param name="Step">Between the numbers of a span.</param>
internal sealed record Draw(AttributeDeclaration Attribute, Condition When, IReadOnlyList<Share> Shares, int Step)
{
    /// <summary>The outcome that stands for the keys of all persons of the household.</summary>
    public const string AllPersons = "all persons";

    /// <summary>The outcome that stands for a birth on a day that fits the age.</summary>
    public const string OfAge = "of age";
}

/// <summary>A person of a type of household.</summary>
/// <param name="Kind">The kind of person, which gives the ages.</param>
/// <param name="Set">Attributes that are not drawn.</param>
/// <param name="AgeOf">The person, from 0, to whose age this one's is tied; null when it is drawn by itself.</param>
/// <param name="Younger">By how many years this person is younger.</param>
internal sealed record PersonPlan(PersonKind Kind, IReadOnlyDictionary<string, string> Set, int? AgeOf, Span Younger);

/// <summary>A kind of person: a name for conditions, and ages.</summary>
internal sealed record PersonKind(string Name, IReadOnlyList<Share> Ages)
{
    public int Youngest => Ages.Min(a => a.Range!.Value.Low);

    public int Oldest => Ages.Max(a => a.Range!.Value.High);
}

/// <summary>A type of household with its share.</summary>
internal sealed record HouseholdType(string Name, int Weight, IReadOnlyList<PersonPlan> Persons);

/// <summary>A distribution that the profile states and that a population is tested against.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Label">How people call it.</param>
/// <param name="Entity">What is counted.</param>
/// <param name="By">What it is counted by: an attribute, or one of size, age, kind and type.</param>
/// <param name="When">Which instances are counted.</param>
/// <param name="Shares">The shares.</param>
/// <param name="Source">Where they come from; null when they are assumed.</param>
internal sealed record Marginal(string Name, LocalText Label, EntityDeclaration Entity, string By, Condition When, IReadOnlyList<Share> Shares, string? Source);

/// <summary>How the roll of a programme changes in a month, for a budget.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Entering">How many households of ten thousand on the roll come in.</param>
/// <param name="Leaving">How many of ten thousand leave.</param>
/// <param name="Source">Where both come from; null when they are assumed.</param>
internal sealed record Flow(string Programme, int Entering, int Leaving, string? Source);

/// <summary>What a synthetic caseload is drawn from. Immutable.</summary>
internal sealed record Profile
{
    public required LocalText Title { get; init; }

    public required string Place { get; init; }

    /// <summary>The day on which ages are counted.</summary>
    public required LocalDate AsOf { get; init; }

    public required IReadOnlyList<HouseholdType> Types { get; init; }

    /// <summary>The draws of each entity, in their order.</summary>
    public required IReadOnlyDictionary<EntityDeclaration, IReadOnlyList<Draw>> Draws { get; init; }

    public required IReadOnlyList<Marginal> Marginals { get; init; }

    public required IReadOnlyList<LocalText> Notes { get; init; }

    /// <summary>How rolls change; a programme that is not named keeps its households.</summary>
    public required IReadOnlyList<Flow> Flows { get; init; }
}

/// <summary>An instance while it is made: its values as text, by attribute; what is not known has none.</summary>
internal sealed class Instance(EntityDeclaration entity, Instance? outer)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public EntityDeclaration Entity { get; } = entity;

    public Instance? Outer { get; } = outer;

    public List<Instance> Children { get; } = [];

    public string? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set => _values[name] = value!;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value of a name here or around; null when it is nowhere.</summary>
    public string? Find(string name) => _values.TryGetValue(name, out var value) ? value : Outer?.Find(name);
}
