using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Coverage;

/// <summary>An article of an instrument.</summary>
/// <param name="Name">Its number as the rules cite it, such as 十三.</param>
/// <param name="About">What it is about.</param>
/// <param name="NotEncoded">Why it stands in no rule; null when rules cite it.</param>
/// <param name="Location">Where it is registered.</param>
internal sealed record RegisteredArticle(string Name, LocalText About, LocalText? NotEncoded, Location Location);

/// <summary>An instrument with all its articles.</summary>
/// <param name="Number">Its number; null when it has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Articles">Its articles, in order.</param>
internal sealed record RegisteredInstrument(string? Number, string Title, IReadOnlyList<RegisteredArticle> Articles)
{
    public bool Is(SourceDocument source) => Number is null ? source.Number is null && source.Title.Zh == Title : source.Number == Number;
}

/// <summary>Every article of the instruments that rules cite, from <c>articles.yaml</c>.</summary>
internal static class ArticleRegistry
{
    /// <summary>The instruments; empty, with diagnostics, when the file cannot be used.</summary>
    public static IReadOnlyList<RegisteredInstrument> Read(RuleSourceFile source, DiagnosticBag bag)
    {
        if (YamlReader.Read(source.Name, source.Bytes, bag) is not { } root) return [];
        if (root is not YamlMap map)
        {
            bag.WrongShape(root.Location, new LocalText("映射（instruments: …）", "a map (instruments: …)"));
            return [];
        }
        var file = new MapReader(map, bag);
        var instruments = file.Maps("instruments", required: true).Select(Instrument).ToArray();
        file.Finish();
        return instruments;
    }

    private static RegisteredInstrument Instrument(MapReader m)
    {
        _ = m.Text("key", required: true);
        _ = m.Text("text", required: true);
        var seen = new Dictionary<string, Location>(StringComparer.Ordinal);
        var articles = new List<RegisteredArticle>();
        foreach (var a in m.Maps("articles", required: true))
        {
            var article = new RegisteredArticle(a.Text("article", required: true) ?? "", a.Local("about", required: true) ?? LocalText.Same(""), a.Local("notEncoded"), a.ValueLocation("article"));
            a.Finish();
            if (seen.TryAdd(article.Name, article.Location)) articles.Add(article);
            else m.Bag.DuplicateDeclaration(article.Location, article.Name, seen[article.Name]);
        }
        var instrument = new RegisteredInstrument(m.Text("number"), m.Text("title", required: true) ?? "", articles);
        m.Finish();
        return instrument;
    }
}
