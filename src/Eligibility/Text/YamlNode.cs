namespace Eligibility.Text;

/// <summary>How a scalar is written.</summary>
internal enum YamlStyle
{
    /// <summary>As it stands: <c>key: value</c>.</summary>
    Plain,

    /// <summary><c>'it''s'</c></summary>
    SingleQuoted,

    /// <summary><c>"a\n"</c></summary>
    DoubleQuoted,

    /// <summary><c>|</c>, lines kept as they are.</summary>
    Literal,

    /// <summary><c>&gt;</c>, lines joined; always reported, because nobody can tell where its spaces come from.</summary>
    Folded,
}

/// <summary>A value in a YAML file that knows where it stands. All scalars are text.</summary>
/// <param name="Location">From its first to its last character, quotes and brackets included.</param>
internal abstract record YamlNode(Location Location);

/// <summary>A text.</summary>
/// <param name="Text">What it says: quotes gone, escapes resolved, indentation dropped.</param>
/// <param name="Fragment">The same text, each character of which knows its place in the file.</param>
/// <param name="Location">With its quotes; for a missing value the place where it should be.</param>
internal sealed record YamlScalar(string Text, SourceFragment Fragment, Location Location) : YamlNode(Location)
{
    /// <summary>How it is written.</summary>
    public YamlStyle Style { get; init; }

    /// <summary>Whether nothing is written: <c>key:</c> and the end of the line. In <c>{ }</c> it is the mark of a comma inside an unquoted text.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether a comment follows an unquoted text on its line: nobody can tell it from a part of the text.</summary>
    public bool HasTrailingComment { get; init; }
}

/// <summary>Keys and values in the order of the file. Of duplicate keys, which are an error, only the first is kept.</summary>
/// <param name="Entries">The keys with their values.</param>
/// <param name="Location">From the first key to the end of the last value, or the brackets.</param>
internal sealed record YamlMap(IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries, Location Location) : YamlNode(Location)
{
    private readonly Dictionary<string, YamlNode> _byKey = Entries.ToDictionary(e => e.Key.Text, e => e.Value, StringComparer.Ordinal);

    /// <summary>Whether it is written in brackets, <c>{ a: 1 }</c>.</summary>
    public bool IsFlow { get; init; }

    /// <summary>The keys in the order of the file.</summary>
    public IEnumerable<string> Keys => Entries.Select(e => e.Key.Text);

    /// <summary>The value of a key; null when the map has no such key.</summary>
    public YamlNode? Get(string key) => _byKey.GetValueOrDefault(key);
}

/// <summary>Values in the order of the file.</summary>
/// <param name="Items">The values.</param>
/// <param name="Location">From the first to the last item, dashes or brackets included.</param>
internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, Location Location) : YamlNode(Location)
{
    /// <summary>Whether it is written in brackets, <c>[a, b]</c>.</summary>
    public bool IsFlow { get; init; }
}
