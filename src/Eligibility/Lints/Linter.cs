using Eligibility.RuleSets;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Lints;

/// <summary>Asks about what is no mistake for certain. Each lint says only what it proves.</summary>
internal static class Linter
{
    /// <param name="book">Rules that loaded without errors.</param>
    /// <param name="today">The day against which old attestations are measured; null leaves that lint out.</param>
    /// <param name="bag">Takes the warnings.</param>
    public static void Run(RuleBook book, LocalDate? today, DiagnosticBag bag)
    {
        foreach (var file in book.Library.Files)
        {
            SeriesLints.Run(file, today, bag);
            ReviewLint.Run(file, today, bag);
            Labels(file, bag);
        }
        var plans = StackCheck.Plans(book);
        foreach (var plan in plans)
        {
            foreach (var programme in plan.Rules.Programmes)
            {
                UnitLint.Run(programme, bag);
                ReachLint.Run(plan, programme, bag);
                TableLint.Run(plan, programme, bag);
            }
        }
        foreach (var merged in plans.SelectMany(p => p.Rules.Programmes).Select(p => p.Merged)) StrictnessLint.Run(merged, bag);
        UsageLint.Run([.. plans, .. StackCheck.RunOverlays(book, new DiagnosticBag())], bag);
    }

    private static void Labels(RuleFile file, DiagnosticBag bag)
    {
        foreach (var item in file.Items)
            if (Lacks(item.Label) && !(item is ParameterDefinition { OnlyValues: true })) bag.EnglishMissing(item.Location, item.Name);
    }

    /// <summary>Whether the English is only the Chinese again.</summary>
    private static bool Lacks(LocalText text) => text.Zh == text.En && text.Zh.Any(c => c >= 0x2E80);
}
