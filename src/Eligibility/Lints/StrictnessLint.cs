using Eligibility.RuleSets;
using Eligibility.Diagnostics;
using Eligibility.Feel;

namespace Eligibility.Lints;

/// <summary>Finds a formula that differs from the one it overrides only in whether equality counts.</summary>
internal static class StrictnessLint
{
    public static void Run(MergedRules merged, DiagnosticBag bag)
    {
        for (var i = 1; i < merged.Files.Count; i++)
        {
            foreach (var item in merged.Files[i].Items.Where(x => x.Override))
            {
                var below = merged.Files.Take(i).SelectMany(f => f.Items).LastOrDefault(x => x.Name == item.Name);
                if (FormulaOf(item) is not { } own || below is null || FormulaOf(below) is not { } other) continue;
                var (a, b) = (Printer.Print(own.Syntax), Printer.Print(other.Syntax));
                if (a != b && Loose(a) == Loose(b)) bag.StrictnessDiffers(own.Fragment.At(own.Syntax.Span), item.Name, b);
            }
        }
    }

    private static string Loose(string printed) => printed.Replace("<=", "<", StringComparison.Ordinal).Replace(">=", ">", StringComparison.Ordinal);

    private static Formula? FormulaOf(ItemDefinition item) => item switch
    {
        CriterionDefinition c => c.Formula,
        DerivedDefinition d => d.Formula,
        RouteDefinition r => r.When,
        _ => null,
    };
}
