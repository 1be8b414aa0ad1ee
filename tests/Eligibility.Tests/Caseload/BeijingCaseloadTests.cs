using Eligibility.Caseload;
using Eligibility.Diagnostics;
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
        foreach (var household in reader.Read(bag))
        {
            foreach (var decision in RealRules.Book.Assess(household.Facts!, new YearMonth(2024, 8), new LocalDate(2024, 8, 31), "110000").Decisions)
            {
                var key = (decision.Programme, decision.Outcome.ToString());
                outcomes[key] = outcomes.GetValueOrDefault(key) + 1;
                foreach (var m in decision.Missing) missing[$"{decision.Programme} {m.Name}"] = missing.GetValueOrDefault($"{decision.Programme} {m.Name}") + 1;
            }
        }
        foreach (var o in outcomes.OrderBy(o => o.Key)) output.WriteLine($"{o.Key}: {o.Value}");
        foreach (var m in missing.OrderByDescending(m => m.Value).Take(40)) output.WriteLine($"{m.Key}: {m.Value}");
        foreach (var programme in outcomes.GroupBy(o => o.Key.Programme))
        {
            Assert.Equal(2000, programme.Sum(o => o.Value));
            var undetermined = programme.Where(o => o.Key.Outcome == "Undetermined").Sum(o => o.Value);
            // The minimum wage, which no text of the library states, leaves open whoever is not far below it: that is the rules' gap and not the caseload's.
            var rulesGap = missing.GetValueOrDefault($"{programme.Key} minimumWage");
            Assert.InRange(undetermined, 1, 200 + rulesGap);
            if (rulesGap < 400) Assert.True(programme.Where(o => o.Key.Outcome == "Eligible").Sum(o => o.Value) > 20, programme.Key);
        }
        // A rise of the line by fifty yuan must have somebody to meet: the caseload has households on both sides of it.
        Assert.InRange(outcomes[("minimumLiving", "Eligible")], 1000, 1700);
        Assert.InRange(outcomes[("minimumLiving", "Ineligible")], 200, 800);
    }
}
