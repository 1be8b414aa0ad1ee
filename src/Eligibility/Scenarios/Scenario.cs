using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Scenarios;

/// <summary>A worked case: a household, a question, and what the law gives by hand.</summary>
/// <param name="Name">What the case shows.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Jurisdiction">The place.</param>
/// <param name="Month">The month.</param>
/// <param name="KnownAt">The day of knowledge.</param>
/// <param name="Facts">The household, changes made.</param>
/// <param name="Overlays">Fragments laid on top.</param>
/// <param name="OverlayName">An overlay of the library by name; null when none.</param>
/// <param name="AcceptUnattested">Whether values may be used beyond what is attested.</param>
/// <param name="Expected">What is expected, by programme.</param>
/// <param name="Diagnostics">The codes with which the facts are refused; empty when they are accepted.</param>
internal sealed record Scenario(string Name, Location Location, string Jurisdiction, YearMonth Month, LocalDate KnownAt, FactNode Facts, IReadOnlyList<RuleFile> Overlays,
    string? OverlayName, bool AcceptUnattested, IReadOnlyList<(YamlScalar Programme, YamlMap Expectation)> Expected, IReadOnlyList<YamlScalar> Diagnostics);

/// <summary>Something that came out otherwise than expected.</summary>
/// <param name="Location">Where the expectation stands.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What came out.</param>
internal sealed record Mismatch(Location Location, string Expected, string Actual);

/// <summary>A scenario that was run; it passed when nothing mismatched.</summary>
internal sealed record ScenarioResult(Scenario Scenario, IReadOnlyList<Mismatch> Mismatches)
{
    public bool Passed => Mismatches.Count == 0;
}
