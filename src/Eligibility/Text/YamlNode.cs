namespace Eligibility.Text;

/// <summary>A node of a YAML file, with its place. Nothing is converted: every scalar is text.</summary>
internal abstract record YamlNode(Location Location);

/// <summary>A scalar. <see cref="Fragment"/> is its text with the place of every character.</summary>
internal sealed record YamlScalar(string Text, SourceFragment Fragment, Location Location) : YamlNode(Location)
{
    /// <summary>Whether nothing stands behind the key: in braces, the mark of a comma that should have been quoted.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether a plain scalar is followed by a comment on its line.</summary>
    public bool HasTrailingComment { get; init; }
}

/// <summary>Keys and values in order; keys are unique.</summary>
internal sealed record YamlMap(IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries, Location Location) : YamlNode(Location)
{
    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Get(string key)
    {
        foreach (var (k, v) in Entries)
            if (k.Text == key) return v;
        return null;
    }
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, Location Location) : YamlNode(Location);
