using Eligibility.Simulation.Kernels;

namespace Eligibility.Simulation.Impact;

/// <summary>Says why a household comes out otherwise in a programme.</summary>
internal static class Reasons
{
    /// <summary>The criteria that came out otherwise, and the payments that are others.</summary>
    /// <param name="before">The decisions before; null where the rules had no such programme.</param>
    /// <param name="after">The decisions after; null likewise.</param>
    /// <param name="household">The row of the household.</param>
    public static string Of(Verdicts? before, Verdicts? after, int household)
    {
        if (before is null) return "programme added";
        if (after is null) return "programme removed";
        var reasons = new List<string>();
        foreach (var item in before.Criteria)
        {
            if (after.Criteria.FirstOrDefault(c => c.Name == item.Name && c.Entity == item.Entity) is not { } other) continue;
            var (from, to) = before.RowsOf(item, household);
            for (var row = from; row < to; row++)
            {
                var (a, b) = (before.FindingOf(item, row), after.FindingOf(other, row));
                if (a != b) reasons.Add($"{item.Label.Zh} {Explanation.JsonText.Word(a)}→{Explanation.JsonText.Word(b)}");
            }
        }
        foreach (var name in before.Payments.Concat(after.Payments).Select(i => i.Name).Distinct())
        {
            var (a, b) = (Sum(before, name, household), Sum(after, name, household));
            if (a != b) reasons.Add($"{before.Payments.Concat(after.Payments).First(i => i.Name == name).Label.Zh} {Yuan.Of((long?)a)}→{Yuan.Of((long?)b)}");
        }
        return string.Join("; ", reasons.Distinct());
    }

    private static long Sum(Verdicts verdicts, string payment, int household)
    {
        var sum = 0L;
        foreach (var item in verdicts.Payments.Where(i => i.Name == payment))
            for (var (row, to) = verdicts.RowsOf(item, household); row < to; row++) sum += verdicts.Paid(item, row);
        return sum;
    }
}
