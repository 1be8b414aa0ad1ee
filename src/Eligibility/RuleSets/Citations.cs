using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>Reads sources and citations: "rules445 九(一)" is article 九(一) of the source whose key is rules445.</summary>
internal sealed class Citations(IReadOnlyDictionary<string, SourceDocument> sources)
{
    public IReadOnlyList<Citation> Read(MapReader map, string key = "cite")
    {
        if (map.Find(key) is not { } node) return [];
        var nodes = node is YamlSequence s ? s.Items : [node];
        return [.. nodes.Select(n => Read(map, n)).OfType<Citation>()];
    }

    private Citation? Read(MapReader map, YamlNode node)
    {
        if (map.AsText(node) is not { } text) return null;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (key, article) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
        if (sources.TryGetValue(key, out var source)) return new Citation(source, article);
        map.Bag.UnknownSource(node.Location, key, NearestName.Find(key, sources.Keys));
        return null;
    }

    public static IReadOnlyDictionary<string, SourceDocument> ReadSources(MapReader file)
    {
        var sources = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        if (file.Submap("sources") is not { } map) return sources;
        foreach (var entry in map.Map.Entries)
        {
            if (map.AsMap(entry.Value) is not { } s) continue;
            var source = new SourceDocument(entry.Key.Text, s.Text("number"), s.Local("title", required: true) ?? LocalText.Same(entry.Key.Text), s.Text("issuer"),
                s.Text("text"), s.Text("dossier"), s.Names("recalled"));
            _ = s.Date("issued");
            // Clauses about back pay belong to statements over months and are read there.
            _ = s.Find("arrears");
            s.Finish();
            sources[source.Key] = source;
        }
        return sources;
    }
}
