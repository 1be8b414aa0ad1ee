using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.Vocabulary;

/// <summary>The households of the scenario files, with every change made to them, are facts: a slip there must not hide in an expected refusal.</summary>
public class ScenarioFactsTests
{
    [Fact]
    public void Every_household_of_a_scenario_is_read_unless_the_scenario_expects_its_refusal()
    {
        var read = 0;
        foreach (var file in Repository.Files("rules", "*.scenarios.yaml"))
        {
            var bag = new DiagnosticBag();
            var map = (YamlMap)YamlReader.Read(file, Repository.Bytes(file), bag)!;
            Assert.Empty(bag);
            var households = ((YamlMap?)map.Get("households"))?.Entries.ToDictionary(e => e.Key.Text, e => Household(file, (YamlMap)e.Value)) ?? [];
            foreach (var scenario in ((YamlSequence)map.Get("scenarios")!).Items.Cast<YamlMap>())
            {
                if (scenario.Get("expect") is YamlMap expect && expect.Get("diagnostics") is not null) continue;
                var facts = scenario.Get("household") is YamlScalar named ? households[named.Text] : FactNode.From(scenario.Get("facts")!);
                facts = facts.With(Changes(scenario), Vocabularies.Real, bag);
                Facts.Read(facts, Vocabularies.Real, bag);
                Assert.Empty(bag);
                read++;
            }
        }
        Assert.True(read >= 60, $"only {read} scenarios were read");
    }

    private static FactNode Household(string file, YamlMap map)
    {
        if (map.Get("file") is not YamlScalar relative) return FactNode.From(map);
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(file))!, relative.Text));
        var json = JsonDocumentReader.Read(path, File.ReadAllBytes(path), new DiagnosticBag(), out var source)!;
        return FactNode.From(json, source);
    }

    private static IEnumerable<FactChange> Changes(YamlMap scenario) =>
        (scenario.Get("with") as YamlSequence)?.Items.Cast<YamlMap>().Select(c =>
        {
            var at = (YamlScalar)c.Get("at")!;
            return new FactChange(at.Text, at.Location, c.Get("value") is { } value ? FactNode.From(value) : null);
        }) ?? [];
}
