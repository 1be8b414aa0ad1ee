using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Mutation;

/// <summary>A change that no scenario notices, and why none can or need.</summary>
/// <param name="File">The rule file.</param>
/// <param name="Item">The item, as the list of survivors prints it.</param>
/// <param name="Change">The change, as the list of survivors prints it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Location">Where it is explained.</param>
internal sealed record ExplainedSurvivor(string File, string Item, string Change, LocalText Reason, Location Location);

/// <summary>Reads <c>survivors.yaml</c>, the list of explained survivors of a rules directory.</summary>
internal static class Survivors
{
    public const string FileName = "survivors.yaml";

    /// <summary>The explanations of a directory; none when it has no such file.</summary>
    public static IReadOnlyList<ExplainedSurvivor> Of(string directory, RuleLibrary library, DiagnosticBag bag)
    {
        var path = Path.Combine(directory, FileName);
        return File.Exists(path) ? Read(new RuleSourceFile(FileName, File.ReadAllBytes(path), RuleSourceKind.Survivors), library, bag) : [];
    }

    public static IReadOnlyList<ExplainedSurvivor> Read(RuleSourceFile source, RuleLibrary library, DiagnosticBag bag)
    {
        if (YamlReader.Read(source.Name, source.Bytes, bag) is not { } root) return [];
        if (root is not YamlMap map)
        {
            bag.WrongShape(root.Location, new LocalText("映射（survivors: …）", "a map (survivors: …)"));
            return [];
        }
        var file = new MapReader(map, bag);
        var seen = new Dictionary<(string, string, string), Location>();
        var survivors = file.Maps("survivors", required: true).SelectMany(m => Entry(m, library, seen)).ToArray();
        file.Finish();
        return survivors;
    }

    private static List<ExplainedSurvivor> Entry(MapReader m, RuleLibrary library, Dictionary<(string, string, string), Location> seen)
    {
        var (file, item, reason) = (m.Text("file", required: true), m.Text("item", required: true), m.Local("reason", required: true));
        var changes = m.Sequence("changes", required: true).Select(n => (Text: m.AsText(n), n.Location)).ToArray();
        m.Finish();
        var result = new List<ExplainedSurvivor>();
        if (file is null || item is null || reason is null) return result;
        if (library.Files.All(f => f.Source.Name != file)) m.Bag.BadChoice(m.ValueLocation("file"), file, NearestName.Find(file, library.Files.Select(f => f.Source.Name)) is { } near ? [near] : [.. library.Files.Select(f => f.Source.Name)]);
        foreach (var (text, at) in changes)
        {
            if (text is null) continue;
            if (seen.TryAdd((file, item, text), at)) result.Add(new ExplainedSurvivor(file, item, text, reason, at));
            else m.Bag.DuplicateDeclaration(at, text, seen[(file, item, text)]);
        }
        return result;
    }
}
