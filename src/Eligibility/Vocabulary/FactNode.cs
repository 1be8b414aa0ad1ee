using Eligibility.Text;

namespace Eligibility.Vocabulary;

internal enum FactNodeKind
{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,

    /// <summary>A scalar of YAML: text whose type the vocabulary decides.</summary>
    Untyped,
}

/// <summary>A key with its value.</summary>
internal readonly record struct FactEntry(string Key, Location KeyLocation, FactNode Value);

/// <summary>A value in facts as written, whether in JSON or in YAML. Immutable, so that changed facts share what did not change.</summary>
internal sealed class FactNode
{
    private FactNode(FactNodeKind kind, string text, Location location, IReadOnlyList<FactEntry>? entries = null, IReadOnlyList<FactNode>? items = null)
    {
        Kind = kind;
        Text = text;
        Location = location;
        Entries = entries ?? [];
        Items = items ?? [];
    }

    public FactNodeKind Kind { get; }

    /// <summary>A string without its quotes, a number as written, <c>true</c> or <c>false</c>; empty for the other kinds.</summary>
    public string Text { get; }

    public Location Location { get; }

    /// <summary>Where to point for something that concerns the whole: of an object or array only the opening bracket.</summary>
    public Location Place => Kind is FactNodeKind.Object or FactNodeKind.Array
        ? Location with { Span = Location.Span with { Length = Math.Min(Location.Span.Length, 1) } }
        : Location;

    /// <summary>Keys and values of an object, in the order of the text; keys are unique.</summary>
    public IReadOnlyList<FactEntry> Entries { get; }

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<FactNode> Items { get; }

    /// <summary>The value of a key; null when this is no object or has no such key.</summary>
    public FactNode? Get(string key)
    {
        foreach (var entry in Entries)
            if (entry.Key == key) return entry.Value;
        return null;
    }

    public FactNode WithEntries(IReadOnlyList<FactEntry> entries) => new(Kind, Text, Location, entries);

    public FactNode WithItems(IReadOnlyList<FactNode> items) => new(Kind, Text, Location, items: items);

    /// <summary>An object that is put together from elsewhere, such as the rows of a table; keys are unique.</summary>
    public static FactNode Object(IReadOnlyList<FactEntry> entries, Location at) => new(FactNodeKind.Object, "", at, entries: entries);

    /// <summary>A list that is put together from elsewhere.</summary>
    public static FactNode Array(IReadOnlyList<FactNode> items, Location at) => new(FactNodeKind.Array, "", at, items: items);

    /// <summary>A text whose type the vocabulary decides; null says that the fact is not known.</summary>
    public static FactNode Scalar(string? text, Location at) => new(text is null ? FactNodeKind.Null : FactNodeKind.Untyped, text ?? "", at);

    // Both readers bound the depth of their trees, so these recursions are bounded too.

    /// <summary>Facts from a JSON text.</summary>
    public static FactNode From(JsonNode node, SourceText source)
    {
        var at = source.At(node.Span);
        return node switch
        {
            JsonObjectNode o => new(FactNodeKind.Object, "", at, entries: [.. o.Properties.Select(p => new FactEntry(p.Key, source.At(p.KeySpan), From(p.Value, source)))]),
            JsonArrayNode a => new(FactNodeKind.Array, "", at, items: [.. a.Items.Select(i => From(i, source))]),
            JsonStringNode s => new(FactNodeKind.String, s.Value, at),
            JsonNumberNode n => new(FactNodeKind.Number, n.Text.ToString(), at),
            JsonBooleanNode b => new(FactNodeKind.Boolean, b.Value ? "true" : "false", at),
            _ => new(FactNodeKind.Null, "", at),
        };
    }

    /// <summary>Facts from YAML: <c>null</c> and <c>~</c> without quotes, and nothing behind a key, are null.</summary>
    public static FactNode From(YamlNode node) => node switch
    {
        YamlMap m => new(FactNodeKind.Object, "", m.Location, entries: [.. m.Entries.Select(e => new FactEntry(e.Key.Text, e.Key.Location, From(e.Value)))]),
        YamlSequence s => new(FactNodeKind.Array, "", s.Location, items: [.. s.Items.Select(From)]),
        YamlScalar { IsMissing: true } or YamlScalar { Style: YamlStyle.Plain, Text: "null" or "~" } => new(FactNodeKind.Null, "", node.Location),
        YamlScalar s => new(FactNodeKind.Untyped, s.Text, s.Location),
        _ => throw new InvalidOperationException($"no such node: {node.GetType()}"),
    };
}
