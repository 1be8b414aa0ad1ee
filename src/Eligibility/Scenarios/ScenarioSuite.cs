using Eligibility.Diagnostics;
using Eligibility.RuleSets;

namespace Eligibility.Scenarios;

/// <summary>All scenarios of a rules directory.</summary>
internal static class ScenarioSuite
{
    /// <summary>Reads every scenario file below a rules directory.</summary>
    public static IReadOnlyList<Scenario> Read(string directory, RuleBook book, DiagnosticBag bag)
    {
        var scenarios = new List<Scenario>();
        foreach (var source in RuleDirectory.Read(directory, bag, scenarios: true))
        {
            var folder = Path.GetDirectoryName(Path.Combine(directory, source.Name))!;
            scenarios.AddRange(ScenarioReader.Read(source, book.Vocabulary, path => Open(Path.Combine(folder, path)), bag));
        }
        return scenarios;
    }

    private static byte[]? Open(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
