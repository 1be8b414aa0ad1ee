using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Vocabulary;

/// <summary>
/// Reads a YAML map key by key, and at the end reports the keys nobody asked for. Everything that can be read is read, so that
/// all mistakes of a file are found at once.
/// </summary>
internal sealed class MapReader(YamlMap map, DiagnosticBag bag)
{
    private readonly HashSet<string> _asked = [];

    public YamlMap Map { get; } = map;

    public Location Location => Map.Location;

    /// <summary>Where to point for something that concerns the whole map: its first character.</summary>
    public Location Place => Start(Map.Location);

    public DiagnosticBag Bag { get; } = bag;

    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        return Map.Get(key) is { } node && node is not YamlScalar { IsMissing: true } ? node : null;
    }

    public bool Has(string key) => Find(key) is not null;

    public YamlNode? Require(string key)
    {
        var node = Find(key);
        // A key without a value is reported at the end.
        if (node is null && Map.Get(key) is null) Bag.MissingKey(KeyLocation(key), key);
        return node;
    }

    /// <summary>Where a key stands, or the map when it is not there.</summary>
    public Location KeyLocation(string key) => Map.Entries.FirstOrDefault(e => e.Key.Text == key).Key?.Location ?? Place;

    /// <summary>Where the value of a key stands, or the map when it is not there.</summary>
    public Location ValueLocation(string key) => Map.Get(key) is { } node ? (node is YamlScalar ? node.Location : Start(node.Location)) : Place;

    /// <summary>Reports every key that no read asked for.</summary>
    public void Finish()
    {
        foreach (var entry in Map.Entries)
        {
            // Of a known key as of an unknown one: it may be the second half of a text with a comma in it.
            if (entry.Value is YamlScalar { IsMissing: true }) Bag.YamlMissingValue(entry.Key.Location, entry.Key.Text, Map.IsFlow);
            else if (!_asked.Contains(entry.Key.Text)) Bag.UnknownKey(entry.Key.Location, entry.Key.Text, NearestName.Find(entry.Key.Text, _asked));
        }
    }

    public string? Text(string key, bool required = false) => AsText(required ? Require(key) : Find(key));

    public string? AsText(YamlNode? node)
    {
        if (node is null) return null;
        if (node is YamlScalar { IsMissing: false } s) return s.Text;
        Bag.WrongShape(Start(node.Location), new LocalText("一段文字", "a text"));
        return null;
    }

    public MapReader? Submap(string key, bool required = false) => AsMap(required ? Require(key) : Find(key));

    public MapReader? AsMap(YamlNode? node)
    {
        if (node is null) return null;
        if (node is YamlMap m) return new MapReader(m, Bag);
        Bag.WrongShape(Start(node.Location), new LocalText("映射（键: 值）", "a map (key: value)"));
        return null;
    }

    public IEnumerable<YamlNode> Sequence(string key, bool required = false)
    {
        if ((required ? Require(key) : Find(key)) is not { } node) return [];
        if (node is YamlSequence s) return s.Items;
        Bag.WrongShape(Start(node.Location), new LocalText("列表", "a list"));
        return [];
    }

    public IEnumerable<MapReader> Maps(string key, bool required = false) => Sequence(key, required).Select(AsMap).OfType<MapReader>();

    /// <summary>A list of names, or one name alone.</summary>
    public IReadOnlyList<string> Names(string key) =>
        Find(key) is YamlScalar s ? [s.Text] : [.. Sequence(key).Select(AsText).OfType<string>()];

    public LocalText? Local(string key, bool required = false) => AsLocal(required ? Require(key) : Find(key));

    public LocalText? AsLocal(YamlNode? node)
    {
        if (node is null) return null;
        if (node is YamlScalar { IsMissing: false } s) return LocalText.Same(s.Text);
        if (AsMap(node) is not { } m) return null;
        var (zh, en) = (m.Text("zh"), m.Text("en"));
        m.Finish();
        if (zh is null) Bag.ChineseMissing(Start(node.Location));
        return zh is null ? null : new LocalText(zh, en ?? zh);
    }

    public LocalDate? Date(string key, bool required = false)
    {
        if ((required ? Require(key) : Find(key)) is not { } node || AsText(node) is not { } text) return null;
        if (FeelDate.TryParse(text, out var date)) return date;
        Bag.BadDateInRules(node.Location, text);
        return null;
    }

    /// <summary>A day of publication: null both for "unknown" and where the key is missing.</summary>
    public LocalDate? Published(string key) => Find(key) is YamlScalar { Text: "unknown" } ? null : Date(key);

    public bool Flag(string key) => Choice(key, ["true", "false"]) == "true";

    public string? Choice(string key, IReadOnlyList<string> choices, bool required = false)
    {
        if ((required ? Require(key) : Find(key)) is not { } node || AsText(node) is not { } text) return null;
        if (choices.Contains(text)) return text;
        Bag.BadChoice(node.Location, text, choices);
        return null;
    }

    public Number? Number(string key)
    {
        if (Find(key) is not { } node || AsText(node) is not { } text) return null;
        if (Values.Number.TryParse(text, out var n)) return n;
        Bag.BadNumberInRules(node.Location, text);
        return null;
    }

    public static Location Start(Location l) => l with { Span = l.Span with { Length = Math.Min(l.Span.Length, 1) } };
}
