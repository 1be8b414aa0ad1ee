using System.Globalization;

namespace Eligibility.Text;

/// <summary>
/// A value in a JSON text that knows where it stands. Spans are offsets in the <see cref="SourceText"/> it was read from. A
/// file may hold millions of these, so a node keeps nothing that can be worked out when a mistake is reported.
/// </summary>
internal abstract class JsonNode
{
    private readonly string? _key;

    private protected JsonNode(JsonContainerNode? parent, string? key, TextSpan span)
    {
        Parent = parent;
        Span = span;
        _key = key;
    }

    /// <summary>The array or object that holds it; null at the root.</summary>
    public JsonContainerNode? Parent { get; }

    /// <summary>The characters of the value: quotes and brackets included, the key not.</summary>
    public TextSpan Span { get; private protected set; }

    /// <summary>Where it stands in the tree, such as <c>$.members[0].birthDate</c>; keys that are no plain word stand as <c>['…']</c>.</summary>
    public string Path => Parent switch
    {
        // No deeper than the reader's limit, so the recursion is bounded.
        JsonArrayNode array => string.Create(CultureInfo.InvariantCulture, $"{array.Path}[{array.IndexOf(this)}]"),
        JsonObjectNode owner => owner.PathOf(_key!),
        _ => "$",
    };
}

/// <summary>An object or an array.</summary>
internal abstract class JsonContainerNode : JsonNode
{
    private protected JsonContainerNode(JsonContainerNode? parent, string? key, TextSpan open)
        : base(parent, key, open)
    {
    }

    /// <summary>Takes the place of the closing bracket into the span, which until then is the opening bracket.</summary>
    internal void Close(int end) => Span = TextSpan.FromBounds(Span.Start, end);
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key, escapes resolved.</param>
/// <param name="KeySpan">The key with its quotes.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonProperty(string Key, TextSpan KeySpan, JsonNode Value);

/// <summary><c>{ … }</c>. Of duplicate keys, which are an error, only the first is kept.</summary>
internal sealed class JsonObjectNode(JsonContainerNode? parent, string? key, TextSpan open) : JsonContainerNode(parent, key, open)
{
    // Most objects are small: a scan is quicker than a table until there are many keys.
    private const int IndexFrom = 9;

    private readonly List<JsonProperty> _properties = [];
    private Dictionary<string, int>? _index;

    /// <summary>The properties in the order of the text.</summary>
    public IReadOnlyList<JsonProperty> Properties => _properties;

    /// <summary>The property of exactly that key; false, and nothing, when the object has none.</summary>
    public bool TryGet(string key, out JsonProperty property)
    {
        if (_index is not null)
        {
            var found = _index.TryGetValue(key, out var place);
            property = found ? _properties[place] : default;
            return found;
        }
        foreach (var candidate in _properties)
        {
            if (candidate.Key != key) continue;
            property = candidate;
            return true;
        }
        property = default;
        return false;
    }

    /// <summary>The path of a property of this object, present or not.</summary>
    public string PathOf(string key) => Extend(Path, key);

    /// <summary>The path of a property of the object at <paramref name="path"/>.</summary>
    public static string Extend(string path, string key)
    {
        var plain = key.Length > 0 && !char.IsDigit(key[0]) && key.All(c => char.IsLetterOrDigit(c) || c == '_');
        if (plain) return $"{path}.{key}";
        var quoted = string.Concat(key.Select(c => c is '\\' or '\'' ? $"\\{c}" : HiddenCharacters.Contains(c) ? $"\\u{(int)c:x4}" : c.ToString()));
        return $"{path}['{quoted}']";
    }

    internal void Add(JsonProperty property)
    {
        _index?.Add(property.Key, _properties.Count);
        _properties.Add(property);
        if (_properties.Count != IndexFrom) return;
        _index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _properties.Count; i++) _index.Add(_properties[i].Key, i);
    }
}

/// <summary><c>[ … ]</c></summary>
internal sealed class JsonArrayNode(JsonContainerNode? parent, string? key, TextSpan open) : JsonContainerNode(parent, key, open)
{
    private static readonly Comparer<JsonNode> ByPlace = Comparer<JsonNode>.Create((a, b) => a.Span.Start.CompareTo(b.Span.Start));

    private List<JsonNode>? _items;

    /// <summary>The elements in the order of the text.</summary>
    public IReadOnlyList<JsonNode> Items => _items ?? (IReadOnlyList<JsonNode>)[];

    /// <summary>The place of an element, from zero; for one that is just being read, the place it will have.</summary>
    internal int IndexOf(JsonNode item)
    {
        if (_items is null) return 0;
        var found = _items.BinarySearch(item, ByPlace);
        return found < 0 ? ~found : found;
    }

    internal void Add(JsonNode item) => (_items ??= []).Add(item);
}

/// <summary>A string.</summary>
internal sealed class JsonStringNode(JsonContainerNode? parent, string? key, TextSpan span, string value) : JsonNode(parent, key, span)
{
    /// <summary>The text, escapes resolved.</summary>
    public string Value { get; } = value;
}

/// <summary>A number, not converted: whoever knows its type reads it, exactly.</summary>
internal sealed class JsonNumberNode(JsonContainerNode? parent, string? key, TextSpan span, SourceText source) : JsonNode(parent, key, span)
{
    /// <summary>The number as it stands in the file, valid by RFC 8259 and of any length.</summary>
    public ReadOnlySpan<char> Text => source.Content.AsSpan(Span.Start, Span.Length);
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBooleanNode(JsonContainerNode? parent, string? key, TextSpan span, bool value) : JsonNode(parent, key, span)
{
    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
internal sealed class JsonNullNode(JsonContainerNode? parent, string? key, TextSpan span) : JsonNode(parent, key, span);
