using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Feel;

/// <summary>A named value of a rule set that formulas may read: derived, criterion, route, benefit, or what the engine makes of them.</summary>
internal abstract class ItemSymbol
{
    public abstract string Programme { get; }

    public abstract string Name { get; }

    public abstract LocalText Label { get; }

    /// <summary>Unit as written, such as "CNY/month"; null when it has none.</summary>
    public abstract string? Unit { get; }

    /// <summary>The entity that has the value: one value per instance.</summary>
    public abstract EntityDeclaration Entity { get; }

    /// <summary>The type of the value; binds the item first when that is still to be done.</summary>
    public abstract FeelType Type { get; }

    /// <summary>Position in the order of evaluation: everything an item reads stands before it.</summary>
    public int Order { get; set; } = -1;

    public override string ToString() => $"{Programme}.{Name}";
}

/// <summary>A parameter of a rule set.</summary>
internal abstract class ParameterSymbol
{
    public abstract string Programme { get; }

    public abstract string Name { get; }

    public abstract LocalText Label { get; }

    public abstract string? Unit { get; }

    public abstract FeelType Type { get; }

    /// <summary>Names whose values pick the entry; empty for a plain parameter.</summary>
    public abstract IReadOnlyList<string> By { get; }

    /// <summary>The most decimals that any value of the series has; null when it has no value.</summary>
    public abstract int? LargestScale { get; }

    /// <summary>Position among the parameters of the bound rules.</summary>
    public int Index { get; set; } = -1;

    public override string ToString() => $"{Programme}.{Name}";
}

/// <summary>What names mean outside the formula: supplied by the rules, or by the inputs of an expression.</summary>
internal interface INameEnvironment
{
    /// <summary>Whether null and Any are refused: a rule, not a bare expression.</summary>
    bool IsRule { get; }

    /// <summary>An item of the formula's own programme on exactly this entity, by key or label.</summary>
    ItemSymbol? FindItem(EntityDeclaration entity, string name);

    /// <summary>A parameter of the formula's own programme, by key or label.</summary>
    ParameterSymbol? FindParameter(string name);

    /// <summary>An item of another programme on exactly this entity; false when there is no such programme.</summary>
    bool TryFindForeign(string programme, EntityDeclaration entity, string name, out ItemSymbol? item);

    /// <summary>A parameter of another programme.</summary>
    ParameterSymbol? FindForeignParameter(string programme, string name);

    /// <summary>The programmes that may be named behind <c>programmes.</c>.</summary>
    IEnumerable<string> Programmes { get; }

    /// <summary>Item and parameter names of the own programme, for advice.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Takes every name that a formula uses; null, as mostly, when nobody asks.</summary>
    ICollection<NameUse>? Uses => null;

    /// <summary>The keys of what has this Chinese label: items on exactly this entity, or parameters when it is null.</summary>
    IEnumerable<string> Labelled(EntityDeclaration? entity, string label) => [];
}
