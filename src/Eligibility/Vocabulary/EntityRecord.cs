using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>One instance of an entity in a household's facts. Immutable once the facts are built.</summary>
internal sealed class EntityRecord(EntityDeclaration declaration, EntityRecord? parent, int ordinal, Value[] slots, string path)
{
    public EntityDeclaration Declaration { get; } = declaration;

    public EntityRecord? Parent { get; } = parent;

    /// <summary>Position among all instances of its entity in these facts.</summary>
    public int Ordinal { get; } = ordinal;

    public Value[] Slots { get; } = slots;

    /// <summary>JSON path, such as "$.members[0]".</summary>
    public string Path { get; } = path;

    /// <summary>The key, or null when the entity has none.</summary>
    public string? Key => Declaration.Key is { } k && Slots[k.Slot].Kind == ValueKind.String ? Slots[k.Slot].Text : null;

    public string DisplayName =>
        Declaration.Display is { } d && Slots[d.Slot].Kind == ValueKind.String ? Slots[d.Slot].Text : Key ?? $"{Declaration.Label.Zh}{Ordinal + 1}";
}
