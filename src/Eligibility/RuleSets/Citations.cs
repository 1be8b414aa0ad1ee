using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

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

    public static IReadOnlyDictionary<string, SourceDocument> ReadSources(MapReader file, bool overlay)
    {
        var sources = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        if (file.Submap("sources") is not { } map) return sources;
        foreach (var entry in map.Map.Entries)
        {
            if (map.AsMap(entry.Value) is not { } s) continue;
            var source = new SourceDocument(entry.Key.Text, s.Text("number"), s.Local("title", required: true) ?? LocalText.Same(entry.Key.Text), s.Text("issuer"),
                s.Text("text"), s.Text("dossier"), s.Names("recalled")) { Arrears = ReadArrears(s, overlay) };
            _ = s.Date("issued");
            s.Finish();
            sources[source.Key] = source;
        }
        return sources;
    }

    private static ArrearsClause? ReadArrears(MapReader source, bool overlay)
    {
        if (source.Submap("arrears") is not { } m) return null;
        var (onRollIn, months) = (m.Text("onRollIn", required: true), m.Choice("months", ["granted", "all"], required: true));
        YearMonth month = default;
        if (onRollIn is not null and not "any" && !FeelDate.TryParseMonth(onRollIn, out month)) m.Bag.BadChoice(m.ValueLocation("onRollIn"), onRollIn, ["any", "2024-08"]);
        var (benefits, except) = (m.Names("benefits"), m.Names("except"));
        if (benefits.Count > 0 && except.Count > 0) m.Bag.BadChoice(m.KeyLocation("except"), "except", ["benefits"]);
        var (article, note) = (m.Text("cite", required: !overlay) ?? "", m.Local("note"));
        var status = m.Choice("status", ["verified", "interpretation"]);
        if (status == "interpretation" && note is null) m.Bag.StatusNeedsNote(m.KeyLocation("status"), status);
        m.Finish();
        return new ArrearsClause(onRollIn == "any" || month == default ? null : month, benefits, except, months == "granted", article,
            overlay ? RuleStatus.Assumed : status == "interpretation" ? RuleStatus.Interpretation : RuleStatus.Verified, note, m.ValueLocation(benefits.Count > 0 ? "benefits" : "except"));
    }
}
