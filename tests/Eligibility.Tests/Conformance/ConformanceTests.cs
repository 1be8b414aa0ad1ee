using System.Text;
using Xunit.Abstractions;

namespace Eligibility.Tests.Conformance;

/// <summary>The engine against the compatibility kit of the standard, on whatever file of cases is there.</summary>
public class ConformanceTests(ITestOutputHelper output)
{
    [FeelCasesFact]
    public void Every_case_agrees_or_is_stricter_or_lies_outside_the_profile()
    {
        Assert.True(File.Exists(FeelCases.Path), $"{FeelCases.Variable} names {FeelCases.Path}, and there is no such file");
        var results = FeelCases.Read(FeelCases.Path).Select(CaseRunner.Run).ToList();
        var report = Report(results);
        output.WriteLine(report);
        var known = KnownDifferences.Reasons;
        var unexpected = results.Where(r => r.Agreement == Agreement.Disagree && !known.ContainsKey(r.Case.Id)).ToList();
        var settled = results.Where(r => r.Agreement != Agreement.Disagree && known.ContainsKey(r.Case.Id)).ToList();
        Assert.True(unexpected.Count == 0, $"{unexpected.Count} cases disagree that are on no list of known differences\n{report}");
        Assert.True(settled.Count == 0, $"these no longer disagree: take them off the list of known differences: {string.Join(", ", settled.Select(r => r.Case.Id))}");
        if (!FeelCases.IsDefault) return;
        var ids = results.Select(r => r.Case.Id).ToHashSet();
        Assert.DoesNotContain(known.Keys.Concat(NeedsItemDefinitions.Reasons.Keys), id => !ids.Contains(id));
    }

    /// <summary>The four counts with their denominators, what makes them up, and every disagreement.</summary>
    private static string Report(IReadOnlyList<CaseResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine(FeelCases.Path);
        Counts(text, "of all cases", results);
        Counts(text, "of the cases that expect a value", [.. results.Where(r => r.Case.ExpectsValue)]);
        Counts(text, "of those, inside the profile", [.. results.Where(r => r.Case.ExpectsValue && !r.IsOutside)]);
        Table(text, "stricter, by type rule", results.Where(r => r.Agreement == Agreement.Stricter));
        Table(text, "unsupported, by kind", results.Where(r => r.Agreement == Agreement.Unsupported));
        foreach (var r in results.Where(r => r.Agreement == Agreement.Disagree))
        {
            text.AppendLine($"disagree: {r.Case.Id}: {r.Case.Expression.Trim()}");
            text.AppendLine($"    {r.Detail}{(KnownDifferences.Reasons.TryGetValue(r.Case.Id, out var reason) ? $" (known: {reason})" : "")}");
        }
        return text.ToString();
    }

    private static void Counts(StringBuilder text, string of, IReadOnlyList<CaseResult> results)
    {
        var counts = Enum.GetValues<Agreement>().Select(a => $"{a.ToString().ToLowerInvariant()} {results.Count(r => r.Agreement == a)}");
        var tenths = results.Count == 0 ? 0 : results.Count(r => r.Agreement == Agreement.Agree) * 1000 / results.Count;
        text.AppendLine($"{string.Join(", ", counts)} {of}: {results.Count} ({tenths / 10}.{tenths % 10} % agree)");
    }

    private static void Table(StringBuilder text, string title, IEnumerable<CaseResult> results) =>
        text.AppendLine($"{title}: {string.Join("; ", results.GroupBy(r => r.Detail).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}"))}");
}
