using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Values;
using NodaTime;
using Xunit.Abstractions;

namespace Eligibility.Tests.Caseload;

/// <summary>The committed caseload of Beijing: made by its profile, marked as made up, and fit to show what a change of standard does.</summary>
public class BeijingCaseloadTests(ITestOutputHelper output)
{
    [Fact]
    public void It_can_be_read_whole_and_says_that_it_is_made_up()
    {
        var bag = new DiagnosticBag();
        var reader = CaseloadReader.Open(Repository.PathOf("seeds/beijing/caseload"), RealRules.Book.Vocabulary, bag)!;
        Assert.True(reader.IsSynthetic);
        Assert.All(reader.Read(bag), h => Assert.StartsWith("SYN", h.Id, StringComparison.Ordinal));
        Assert.Empty(bag);
        Assert.True(reader.Counts.IsClean);
        Assert.Equal(2000, reader.Counts.Accepted);
    }

    [Fact]
    public void Most_decisions_on_it_are_made_and_some_are_left_open()
    {
        var bag = new DiagnosticBag();
        var reader = CaseloadReader.Open(Repository.PathOf("seeds/beijing/caseload"), RealRules.Book.Vocabulary, bag)!;
        var outcomes = new Dictionary<(string Programme, string Outcome), int>();
        var missing = new Dictionary<string, int>(StringComparer.Ordinal);
        var gaps = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var household in reader.Read(bag))
        {
            foreach (var decision in RealRules.Book.Assess(household.Facts!, new YearMonth(2024, 8), new LocalDate(2024, 8, 31), "110000").Decisions)
            {
                var key = (decision.Programme, decision.Outcome.ToString());
                outcomes[key] = outcomes.GetValueOrDefault(key) + 1;
                if (decision.Outcome == Outcome.Undetermined && decision.Missing.Any(m => m.Kind == MissingKind.Parameter)) gaps[decision.Programme] = gaps.GetValueOrDefault(decision.Programme) + 1;
                foreach (var m in decision.Missing) missing[$"{decision.Programme} {m.Name}"] = missing.GetValueOrDefault($"{decision.Programme} {m.Name}") + 1;
            }
        }
        foreach (var o in outcomes.OrderBy(o => o.Key)) output.WriteLine($"{o.Key}: {o.Value}");
        foreach (var m in missing.OrderByDescending(m => m.Value).Take(40)) output.WriteLine($"{m.Key}: {m.Value}");
        foreach (var programme in outcomes.GroupBy(o => o.Key.Programme))
        {
            Assert.Equal(2000, programme.Sum(o => o.Value));
            var undetermined = programme.Where(o => o.Key.Outcome == "Undetermined").Sum(o => o.Value);
            // What no text of the library states for this month, such as the minimum wage or the living support of children, leaves a decision open: that is the rules' gap and not the caseload's.
            var rulesGap = gaps.GetValueOrDefault(programme.Key);
            Assert.InRange(undetermined - rulesGap, 0, 200);
            Assert.True(undetermined > 0, programme.Key);
            Assert.True(programme.Where(o => o.Key.Outcome == "Eligible").Sum(o => o.Value) + rulesGap > 5, programme.Key);
        }
        // A rise of the line by fifty yuan must have somebody to meet: the caseload has households on both sides of it.
        Assert.InRange(outcomes[("minimumLiving", "Eligible")], 1000, 1700);
        Assert.InRange(outcomes[("minimumLiving", "Ineligible")], 200, 800);
    }
}
