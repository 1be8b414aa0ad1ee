using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Scenarios;

/// <summary>Runs scenarios against a book and compares, two-sided wherever the expectation speaks.</summary>
internal static class ScenarioRunner
{
    public static ScenarioResult Run(RuleBook book, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        return Facts.Read(scenario.Facts, book.Vocabulary, bag) is { } facts ? Run(book, scenario, facts, out _) : Compare(scenario, bag);
    }

    /// <summary>The same for facts already read.</summary>
    /// <param name="book">The rules.</param>
    /// <param name="scenario">The case.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="assessment">What was decided; null when the question was refused.</param>
    public static ScenarioResult Run(RuleBook book, Scenario scenario, Facts facts, out Assessment? assessment)
    {
        assessment = null;
        try
        {
            if (scenario.OverlayName is { } name) book = book.WithOverlay(name);
            if (scenario.Overlays.Count > 0) book = book.With(scenario.Overlays);
            assessment = book.Assess(facts, scenario.Month, scenario.KnownAt, scenario.Jurisdiction, scenario.AcceptUnattested);
            if (scenario.Diagnostics.Count > 0) return Compare(scenario, []);
            return new ScenarioResult(scenario, new Expectation(assessment).Check(scenario.Expected));
        }
        catch (QuestionException e)
        {
            return Compare(scenario, e.Diagnostics);
        }
        catch (RuleBookException e)
        {
            return Compare(scenario, e.Diagnostics);
        }
        catch (FactsException e)
        {
            return Compare(scenario, e.Diagnostics);
        }
    }

    /// <summary>A refusal: the codes must be exactly those expected.</summary>
    private static ScenarioResult Compare(Scenario scenario, IEnumerable<Diagnostic> found)
    {
        var actual = found.Where(d => d.Severity == Severity.Error).Select(d => d.Code).Order(StringComparer.Ordinal).ToArray();
        var expected = scenario.Diagnostics.Select(d => d.Text).Order(StringComparer.Ordinal).ToArray();
        if (actual.SequenceEqual(expected)) return new ScenarioResult(scenario, []);
        var at = scenario.Diagnostics.Count > 0 ? scenario.Diagnostics[0].Location : scenario.Location;
        var messages = string.Join("; ", found.Select(d => d.ToString()));
        return new ScenarioResult(scenario, [new Mismatch(at, expected.Length == 0 ? "accepted" : string.Join(", ", expected), messages.Length == 0 ? "accepted" : messages)]);
    }
}
