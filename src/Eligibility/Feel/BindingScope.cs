using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Feel;

/// <summary>The names that a place in a formula sees, innermost first.</summary>
internal abstract record BindingScope
{
    public abstract BindingScope? Outer { get; init; }
}

/// <summary>A variable of an iterator, an entry of a context, or an input of an expression.</summary>
internal sealed record VariableScope(string Name, int Slot, FeelType Type, BindingScope? Above) : BindingScope
{
    public override BindingScope? Outer { get; init; } = Above;
}

/// <summary>An entity: its attributes and items, then those of what holds it.</summary>
internal sealed record EntityScope(int Slot, EntityDeclaration Declaration, BindingScope? Above) : BindingScope
{
    public override BindingScope? Outer { get; init; } = Above;
}

/// <summary>The element of a filter whose fields are names: of a context type, or not known before run time.</summary>
internal sealed record ElementScope(int Slot, FeelType Type, BindingScope? Above) : BindingScope
{
    public override BindingScope? Outer { get; init; } = Above;
}
