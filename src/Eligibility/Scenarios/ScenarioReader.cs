using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Scenarios;

/// <summary>Reads a scenario file. Households are named once and changed by each case.</summary>
internal sealed class ScenarioReader
{
    private readonly Vocabulary.Vocabulary _vocabulary;
    private readonly Func<string, byte[]?> _open;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, FactNode> _households = new(StringComparer.Ordinal);

    private ScenarioReader(Vocabulary.Vocabulary vocabulary, Func<string, byte[]?> open, DiagnosticBag bag)
    {
        _vocabulary = vocabulary;
        _open = open;
        _bag = bag;
    }

    /// <param name="source">The file.</param>
    /// <param name="vocabulary">What facts may say.</param>
    /// <param name="open">Opens a file that the scenarios name, by its path relative to theirs; null when there is none.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static IReadOnlyList<Scenario> Read(RuleSourceFile source, Vocabulary.Vocabulary vocabulary, Func<string, byte[]?> open, DiagnosticBag bag)
    {
        if (YamlReader.Read(source.Name, source.Bytes, bag) is not { } root) return [];
        if (root is not YamlMap map)
        {
            bag.WrongShape(root.Location, new LocalText("映射（scenarios: …）", "a map (scenarios: …)"));
            return [];
        }
        var reader = new ScenarioReader(vocabulary, open, bag);
        var file = new MapReader(map, bag);
        if (file.Submap("households") is { } households)
            foreach (var entry in households.Map.Entries)
                if (reader.Household(households, entry.Value) is { } facts) reader._households[entry.Key.Text] = facts;
        var scenarios = file.Maps("scenarios").Select(reader.ReadScenario).OfType<Scenario>().ToArray();
        file.Finish();
        return scenarios;
    }

    private FactNode? Household(MapReader owner, YamlNode node)
    {
        if (node is not YamlMap { Entries: [{ Key.Text: "file" } only] }) return FactNode.From(node);
        if (owner.AsText(only.Value) is not { } path) return null;
        if (_open(path) is not { } bytes)
        {
            _bag.NoSuchFile(only.Value.Location, path);
            return null;
        }
        return JsonDocumentReader.Read(path, bytes, _bag, out var source) is { } json ? FactNode.From(json, source) : null;
    }

    private Scenario? ReadScenario(MapReader m)
    {
        var name = m.Text("name", required: true);
        _ = m.Text("source", required: true);
        var place = m.Text("jurisdiction", required: true);
        YearMonth? month = null;
        if (m.Text("month", required: true) is { } text)
        {
            if (FeelDate.TryParseMonth(text, out var read)) month = read;
            else _bag.BadMonth(m.ValueLocation("month"), text);
        }
        var knownAt = m.Date("knownAt", required: true);
        var facts = ReadFacts(m);
        var overlays = ReadOverlays(m);
        var overlayName = m.Text("overlayName");
        var accept = m.Flag("acceptUnattested");
        var expect = m.Submap("expect", required: true);
        m.Finish();
        if (name is null || place is null || month is null || knownAt is null || facts is null || expect is null) return null;
        var codes = expect.Find("diagnostics") is YamlSequence s ? s.Items.OfType<YamlScalar>().ToArray() : [];
        foreach (var e in expect.Map.Entries.Where(e => e.Key.Text != "diagnostics" && e.Value is not YamlMap))
            _bag.WrongShape(MapReader.Start(e.Value.Location), new LocalText("映射（outcome: …）", "a map (outcome: …)"));
        if (expect.Has("diagnostics") && codes.Length == 0) _bag.WrongShape(expect.ValueLocation("diagnostics"), new LocalText("代码列表", "a list of codes"));
        var programmes = expect.Map.Entries.Where(e => e.Key.Text != "diagnostics" && e.Value is YamlMap).Select(e => (e.Key, (YamlMap)e.Value)).ToArray();
        if (expect.Map.Entries.Count == 0) _bag.MissingKey(expect.Place, "outcome");
        return new Scenario(name, m.KeyLocation("name"), place, month.Value, knownAt.Value, facts, overlays, overlayName, accept, programmes, codes);
    }

    private FactNode? ReadFacts(MapReader m)
    {
        var given = m.Find("facts");
        var named = m.Text("household");
        FactNode? facts = null;
        if (given is not null) facts = FactNode.From(given);
        else if (named is null) _bag.MissingKey(m.Place, "household");
        else if (!_households.TryGetValue(named, out facts)) _bag.BadChoice(m.ValueLocation("household"), named, [.. _households.Keys]);
        var changes = m.Maps("with").Select(ReadChange).OfType<FactChange>().ToArray();
        return facts?.With(changes, _vocabulary, _bag);
    }

    private static FactChange? ReadChange(MapReader m)
    {
        var at = m.Text("at", required: true);
        var remove = m.Flag("remove");
        var value = remove ? null : m.Map.Get("value") is { } node && m.Has("value") ? FactNode.From(node) : null;
        if (!remove && value is null) m.Require("value");
        var location = m.ValueLocation("at");
        m.Finish();
        return at is null ? null : new FactChange(at, location, value);
    }

    private IReadOnlyList<RuleFile> ReadOverlays(MapReader m)
    {
        if (m.Find("overlay") is not { } node) return [];
        var nodes = node is YamlSequence s ? s.Items : [node];
        return [.. nodes.Select(n => RuleFileReader.Read(n, n.Location.Source, true, m.Text("name"), _bag)).OfType<RuleFile>()];
    }
}
