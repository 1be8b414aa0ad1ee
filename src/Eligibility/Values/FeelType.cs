using Eligibility.Vocabulary;

namespace Eligibility.Values;

/// <summary>A static type of the expression language. Types are compared by value.</summary>
internal abstract record FeelType
{
    public static readonly FeelType Any = new SimpleType("Any");
    public static readonly FeelType Null = new SimpleType("Null");
    public static readonly FeelType Boolean = new SimpleType("boolean");
    public static readonly FeelType Number = new SimpleType("number");
    public static readonly FeelType String = new SimpleType("string");
    public static readonly FeelType Date = new SimpleType("date");
    public static readonly FeelType MonthsDuration = new SimpleType("years and months duration");
    public static readonly FeelType DaysDuration = new SimpleType("days and time duration");

    /// <summary>Any context, whatever its entries.</summary>
    public static readonly FeelType Context = new ContextType([]);

    /// <summary>The type of what could not be bound: it fits everywhere, so that one mistake gives one message.</summary>
    public static readonly FeelType Error = new SimpleType("?");

    public static FeelType ListOf(FeelType element) => new ListType(element);

    public static FeelType RangeOf(FeelType element) => new RangeType(element);

    public bool IsError => ReferenceEquals(this, Error);

    public bool IsAny => ReferenceEquals(this, Any);

    /// <summary>The type when present, for an optional type; itself otherwise.</summary>
    public FeelType Present => this is OptionalType o ? o.Inner : this;

    /// <summary>
    /// The type with every "or null" in it taken away, an element type that is only null fitting any list: what the standard checks,
    /// since its operations meet null at run time.
    /// </summary>
    public FeelType WithoutNulls => this switch
    {
        OptionalType o => o.Inner.WithoutNulls,
        ListType l when l.Element.Equals(Null) => ListOf(Error),
        ListType l => ListOf(l.Element.WithoutNulls),
        _ => this,
    };

    /// <summary>Whether a value of this type can stand where <paramref name="target"/> is wanted, without conversion.</summary>
    public bool Fits(FeelType target)
    {
        if (IsError || target.IsError || target.IsAny || Equals(target)) return true;
        return (this, target) switch
        {
            (CodeType, SimpleType s) => s.Equals(String),
            (SimpleType s, OptionalType) when s.Equals(Null) => true,
            (OptionalType a, OptionalType b) => a.Inner.Fits(b.Inner),
            (_, OptionalType b) => Fits(b.Inner),
            (ListType a, ListType b) => a.Element.IsError || a.Element.Fits(b.Element),
            (RangeType a, RangeType b) => a.Element.Fits(b.Element),
            // A context with more entries than are asked for will do.
            (ContextType a, ContextType b) => b.Fields.All(f => a.Field(f.Name)?.Fits(f.Type) is true),
            _ => false,
        };
    }

    /// <summary>The narrowest type both fit, or null when there is none but Any.</summary>
    public static FeelType? Common(FeelType a, FeelType b)
    {
        if (a.IsError) return b;
        if (b.IsError) return a;
        if (a.Fits(b)) return b;
        if (b.Fits(a)) return a;
        return (a, b) switch
        {
            (CodeType, CodeType) => String,
            (_, SimpleType s) when s.Equals(Null) => new OptionalType(a.Present),
            (SimpleType s, _) when s.Equals(Null) => new OptionalType(b.Present),
            (OptionalType o, _) when Common(o.Inner, b) is { } c => new OptionalType(c.Present),
            (_, OptionalType o) when Common(a, o.Inner) is { } c => new OptionalType(c.Present),
            (ListType x, ListType y) when Common(x.Element, y.Element) is { } c => ListOf(c),
            (ContextType x, ContextType y) => Shared(x, y),
            _ => null,
        };
    }

    /// <summary>The entries that both have, with the types they have in common.</summary>
    private static ContextType Shared(ContextType a, ContextType b)
    {
        var shared = new List<(string, FeelType)>();
        foreach (var (name, type) in a.Fields)
            if (b.Field(name) is { } other && Common(type, other) is { } common) shared.Add((name, common));
        return new ContextType(shared);
    }

    public sealed override string ToString() => Describe();

    protected abstract string Describe();
}

internal sealed record SimpleType(string Name) : FeelType
{
    protected override string Describe() => Name;
}

/// <summary>A string that takes only the codes an attribute declares.</summary>
internal sealed record CodeType(AttributeDeclaration Attribute) : FeelType
{
    protected override string Describe() => $"code ({string.Join(" | ", Attribute.Codes.Take(6).Select(c => c.Name))}{(Attribute.Codes.Count > 6 ? " | …" : "")})";
}

internal sealed record ListType(FeelType Element) : FeelType
{
    protected override string Describe() => $"list<{Element}>";
}

internal sealed record RangeType(FeelType Element) : FeelType
{
    protected override string Describe() => $"range<{Element}>";
}

/// <summary>A value that may not exist; it must be tested with <c>= null</c> before it is used.</summary>
internal sealed record OptionalType(FeelType Inner) : FeelType
{
    protected override string Describe() => $"{Inner} or null";
}

internal sealed record EntityType(EntityDeclaration Declaration) : FeelType
{
    protected override string Describe() => Declaration.Name;
}

/// <summary>A context with named fields, in order.</summary>
internal sealed record ContextType(IReadOnlyList<(string Name, FeelType Type)> Fields) : FeelType
{
    public bool Equals(ContextType? other) => other is not null && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => Fields.Count;

    public FeelType? Field(string name)
    {
        foreach (var (n, t) in Fields)
            if (n == name) return t;
        return null;
    }

    protected override string Describe() => Fields.Count == 0 ? "context" : $"context<{string.Join(", ", Fields.Select(f => $"{f.Name}: {f.Type}"))}>";
}
