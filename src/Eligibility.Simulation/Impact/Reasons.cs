using Eligibility.Evaluation;
using Eligibility.Simulation.Kernels;
using Eligibility.Text;

namespace Eligibility.Simulation.Impact;

/// <summary>Says why a household comes out otherwise in a programme.</summary>
internal static class Reasons
{
    /// <summary>The criteria that came out otherwise, and the payments that are others.</summary>
    /// <param name="before">The decisions before; null where the rules had no such programme.</param>
    /// <param name="after">The decisions after; null likewise.</param>
    /// <param name="household">The row of the household.</param>
    /// <param name="language">The language to say it in.</param>
    public static string Of(Verdicts? before, Verdicts? after, int household, Language language)
    {
        if (before is null) return new LocalText("改革后新增的项目", "a programme that the reform adds").In(language);
        if (after is null) return new LocalText("改革后取消的项目", "a programme that the reform drops").In(language);
        var reasons = new List<string>();
        foreach (var item in before.Criteria)
        {
            if (after.Criteria.FirstOrDefault(c => c.Name == item.Name && c.Entity == item.Entity) is not { } other) continue;
            var (from, to) = before.RowsOf(item, household);
            for (var row = from; row < to; row++)
            {
                var (a, b) = (before.FindingOf(item, row), after.FindingOf(other, row));
                if (a != b) reasons.Add($"{item.Label.In(language)} {Word(a, language)}→{Word(b, language)}");
            }
        }
        foreach (var name in before.Payments.Concat(after.Payments).Select(i => i.Name).Distinct())
        {
            var (a, b) = (Sum(before, name, household), Sum(after, name, household));
            if (a != b) reasons.Add($"{before.Payments.Concat(after.Payments).First(i => i.Name == name).Label.In(language)} {Yuan.Of((long?)a)}→{Yuan.Of((long?)b)}");
        }
        return string.Join(language == Language.Chinese ? "；" : "; ", reasons.Distinct());
    }

    /// <summary>Whether any payment comes to another sum.</summary>
    public static bool Differ(Verdicts before, Verdicts after, int household) =>
        before.Payments.Concat(after.Payments).Select(i => i.Name).Distinct().Any(name => Sum(before, name, household) != Sum(after, name, household));

    private static string Word(FindingOutcome finding, Language language) => (finding switch
    {
        FindingOutcome.Met => new LocalText("符合", "met"),
        FindingOutcome.NotMet => new LocalText("不符合", "not met"),
        _ => new LocalText("不明", "not known"),
    }).In(language);

    private static long Sum(Verdicts verdicts, string payment, int household)
    {
        var sum = 0L;
        foreach (var item in verdicts.Payments.Where(i => i.Name == payment))
            for (var (row, to) = verdicts.RowsOf(item, household); row < to; row++) sum += verdicts.Paid(item, row);
        return sum;
    }
}
