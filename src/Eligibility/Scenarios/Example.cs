using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Scenarios;

/// <summary>A household by which a change of rules is shown: of an example file or of a scenario.</summary>
/// <param name="Name">The file, as seen from the folder of the examples, or what the scenario shows.</param>
/// <param name="Facts">The household as written, so that each version reads it with its own vocabulary.</param>
/// <param name="Scenario">The scenario it is taken from; null for a file.</param>
internal sealed record Example(string Name, FactNode Facts, Scenario? Scenario)
{
    /// <summary>The households in the JSON files below a folder that name the place; a file that cannot be read as facts is no example and is left out.</summary>
    public static IReadOnlyList<Example> Below(string folder, string place, Vocabulary.Vocabulary vocabulary)
    {
        if (!Directory.Exists(folder)) return [];
        var found = new List<Example>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bag = new DiagnosticBag();
            if (JsonDocumentReader.Read(path, File.ReadAllBytes(path), bag, out var source) is not { } json) continue;
            var node = FactNode.From(json, source);
            if (Vocabulary.Facts.Read(node, vocabulary, bag)?.Jurisdiction == place) found.Add(new Example(Path.GetRelativePath(folder, path).Replace('\\', '/'), node, null));
        }
        return found;
    }

    public static Example Of(Scenario scenario) => new(scenario.Name, scenario.Facts, scenario);

    /// <summary>What rules say of the household, a scenario's own assumptions laid on them; null when the question is refused, such as for facts dated after the day of knowledge.</summary>
    public Decision? Under(RuleBook book, string place, string programme, YearMonth month, LocalDate knownAt, bool acceptUnattested)
    {
        if (Vocabulary.Facts.Read(Facts, book.Vocabulary, new DiagnosticBag()) is not { } facts) return null;
        try
        {
            if (Scenario?.OverlayName is { } name) book = book.WithOverlay(name);
            if (Scenario?.Overlays is { Count: > 0 } overlays) book = book.With(overlays);
            return book.Decide(facts, programme, month, knownAt, place, acceptUnattested || Scenario?.AcceptUnattested == true);
        }
        catch (Exception e) when (e is QuestionException or RuleBookException or FactsException)
        {
            return null;
        }
    }
}

/// <summary>A household whose result is not the same on both sides.</summary>
/// <param name="Example">The household.</param>
/// <param name="Before">What one side decides; null when it refuses the question.</param>
/// <param name="After">What the other decides.</param>
internal sealed record ResultChange(Example Example, Decision? Before, Decision? After)
{
    /// <summary>The change; null when outcome, class, amount and payments are the same.</summary>
    public static ResultChange? Of(Example example, Decision? before, Decision? after)
    {
        if (before is null || after is null) return before == after ? null : new ResultChange(example, before, after);
        var same = before.Outcome == after.Outcome && before.Class == after.Class && before.AmountIfKnown == after.AmountIfKnown && before.NotApplicable is null == after.NotApplicable is null
            && before.Payments.Select(p => (p.Benefit, p.Person, p.Amount)).SequenceEqual(after.Payments.Select(p => (p.Benefit, p.Person, p.Amount)));
        return same ? null : new ResultChange(example, before, after);
    }
}
