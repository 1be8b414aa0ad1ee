using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Columns;

/// <summary>How the values of an attribute lie in a column.</summary>
internal enum ColumnKind
{
    /// <summary>Whole multiples of a power of ten.</summary>
    Number,

    Flag,

    /// <summary>Dates packed as <see cref="Value.Packed"/>.</summary>
    Date,

    /// <summary>A code or text, by its handle in <see cref="Texts"/>.</summary>
    Text,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>The rows of another entity that belong to this one.</summary>
    Rows,

    /// <summary>The one row of another entity that belongs to this one.</summary>
    Row,
}

/// <summary>How an attribute is kept: of a number its decimals, and the power of two that its values stay below.</summary>
internal sealed record ColumnShape(AttributeDeclaration Attribute, ColumnKind Kind, int Scale, int Bits);

/// <summary>An entity's columns and the attribute of its parent that holds its rows.</summary>
internal sealed record EntityShape(EntityDeclaration Declaration, AttributeDeclaration? Holder, IReadOnlyList<ColumnShape> Columns);

/// <summary>
/// How the facts of many households lie side by side. Numbers stay below a power of two that kernels compute with: a household with a greater
/// one, or with more instances of an entity than <see cref="MostInstances"/>, is left to the evaluator.
/// </summary>
internal sealed class Layout
{
    /// <summary>Numbers in a column are less than 2 to this power in size, unless the vocabulary bounds them more narrowly: 687 million yuan in fen.</summary>
    public const int NumberBits = 36;

    /// <summary>The most instances of one entity in a household that kernels take.</summary>
    public const int MostInstances = 255;

    /// <summary>The power of two that <see cref="MostInstances"/> stays below.</summary>
    public const int InstanceBits = 8;

    public Layout(Vocabulary.Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        Entities = [.. vocabulary.Entities.Select(e => new EntityShape(e, HolderOf(e), [.. e.Attributes.Select(ShapeOf)]))];
    }

    public Vocabulary.Vocabulary Vocabulary { get; }

    /// <summary>By the entities' positions in the vocabulary.</summary>
    public IReadOnlyList<EntityShape> Entities { get; }

    public EntityShape this[EntityDeclaration entity] => Entities[entity.Index];

    public ColumnShape ShapeOf(EntityDeclaration entity, AttributeDeclaration attribute) => Entities[entity.Index].Columns[attribute.Slot];

    /// <summary>Whether columns laid out for another vocabulary mean the same by this one.</summary>
    public bool IsLike(Layout other) => Entities.Count == other.Entities.Count && Entities.Zip(other.Entities).All(p =>
        p.First.Declaration.Name == p.Second.Declaration.Name && p.First.Columns.Count == p.Second.Columns.Count && p.First.Columns.Zip(p.Second.Columns).All(c =>
            c.First.Attribute.Name == c.Second.Attribute.Name && c.First with { Attribute = c.Second.Attribute } == c.Second && c.First.Attribute.Absence == c.Second.Attribute.Absence));

    private static AttributeDeclaration? HolderOf(EntityDeclaration entity)
    {
        var holders = entity.Parent?.Attributes.Where(a => a.Type switch
        {
            ListType { Element: EntityType e } => e.Declaration == entity,
            EntityType e => e.Declaration == entity,
            _ => false,
        }).ToArray() ?? [];
        return holders.Length switch
        {
            0 => null,
            1 => holders[0],
            _ => throw new NotSupportedException($"{entity.Name} is held by more than one attribute of {entity.Parent!.Name}: {string.Join(", ", holders.Select(h => h.Name))}"),
        };
    }

    private static ColumnShape ShapeOf(AttributeDeclaration a) => a.Type switch
    {
        ListType { Element: EntityType } => new(a, ColumnKind.Rows, 0, 0),
        ListType => new(a, ColumnKind.Texts, 0, 0),
        EntityType => new(a, ColumnKind.Row, 0, 0),
        CodeType => new(a, ColumnKind.Text, 0, 31),
        _ when a.Type == FeelType.Number => new(a, ColumnKind.Number, a.Decimals, BitsOf(a)),
        _ when a.Type == FeelType.Boolean => new(a, ColumnKind.Flag, 0, 1),
        _ when a.Type == FeelType.Date => new(a, ColumnKind.Date, 0, 24),
        _ => new(a, ColumnKind.Text, 0, 31),
    };

    private static int BitsOf(AttributeDeclaration a)
    {
        if (a.Minimum is not { } min || a.Maximum is not { } max) return NumberBits;
        return TryFixed(min.Abs() > max.Abs() ? min.Abs() : max.Abs(), a.Decimals, NumberBits, out var most) ? Math.Max(1, BitLength(most)) : NumberBits;
    }

    /// <summary>The power of two that a number stays below.</summary>
    public static int BitLength(Int128 v)
    {
        var bits = 0;
        for (var rest = Int128.Abs(v); rest > 0; rest >>= 1) bits++;
        return bits;
    }

    /// <summary>The number as a whole multiple of 10 to the minus <paramref name="scale"/>; false when it is none, or not below 2 to the <paramref name="bits"/> in size.</summary>
    public static bool TryFixed(Number number, int scale, int bits, out long result)
    {
        result = 0;
        if (number.Big is not null) return false;
        var scaled = (Int128)number.Num * Power(scale);
        if (scaled % number.Den != 0) return false;
        scaled /= number.Den;
        if (Int128.Abs(scaled) >= Int128.One << bits) return false;
        result = (long)scaled;
        return true;
    }

    /// <summary>Ten to a power up to 18.</summary>
    public static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
