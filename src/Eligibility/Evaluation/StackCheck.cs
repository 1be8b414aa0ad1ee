using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Evaluation;

/// <summary>
/// Binds every distinct stack of files that some month and day of knowledge can bring together, so that no rule fails for the first
/// time in front of a family. Floors are checked at every date at which a value or its floor changes.
/// </summary>
internal static class StackCheck
{
    public static void Run(RuleBook book, DiagnosticBag bag)
    {
        var library = book.Library;
        var places = library.Files.Select(f => f.Jurisdiction).Distinct().Order(StringComparer.Ordinal).ToArray();
        foreach (var place in places)
        {
            var chain = library.Jurisdictions.Chain(place).Select(j => j.Code).ToHashSet(StringComparer.Ordinal);
            var files = library.Files.Where(f => chain.Contains(f.Jurisdiction)).ToArray();
            foreach (var month in Months(files))
            {
                foreach (var knownAt in Days(files))
                {
                    // Merging reports into a bag of its own: one stack's mistakes must not hide another's.
                    var own = new DiagnosticBag();
                    var stacks = library.Resolve(place, month, knownAt, book.ActiveOverlays, own);
                    if (stacks.Count > 0 && !own.HasErrors && book.PlanOf(stacks, own) is { } plan) Floors(plan, knownAt, library.Jurisdictions.Find(place)!, own);
                    bag.AddRange(own);
                }
            }
        }
    }

    /// <summary>A month inside each stretch in which the same files govern.</summary>
    private static IEnumerable<YearMonth> Months(RuleFile[] files) =>
        files.SelectMany(f => new[] { f.From, f.To is { } to ? to.PlusDays(1) : f.From }).SelectMany(d => new[] { d.ToYearMonth(), d.PlusMonths(1).ToYearMonth() }).Distinct().Order();

    private static IEnumerable<LocalDate> Days(RuleFile[] files) =>
        files.Select(f => f.Published).OfType<LocalDate>().Append(new LocalDate(9999, 12, 31)).Distinct().Order();

    private static void Floors(Plan plan, LocalDate knownAt, Vocabulary.Jurisdiction place, DiagnosticBag bag)
    {
        foreach (var p in plan.Rules.Parameters)
        {
            if (p.Definition.Floor is not { } floor) continue;
            var silent = new DiagnosticBag();
            var (bound, slots) = Binder.BindFormulaAs(floor.Syntax, floor.Fragment, plan.Rules.Vocabulary.Root, p.Owner, FeelType.Number, silent);
            if (silent.HasErrors || BoundTree.All(bound).Any(e => e is BoundItem or BoundAttribute)) continue;
            var evaluate = Compiler.Rule(bound);
            foreach (var date in p.Values.Select(v => v.Definition.From).Distinct())
            {
                var at = MonthRules.Create(plan, date.ToYearMonth(), knownAt, place, new Dictionary<string, Missing>(), acceptUnattested: true);
                var least = evaluate(new Frame { Locals = new Value[slots], Parameters = at.Parameters });
                foreach (var used in at.Used[p].Where(u => least.Kind == ValueKind.Number && u.Definition.Value.Kind == ValueKind.Number && u.Definition.Value.Number < least.Number))
                    bag.FloorBroken(used.Definition.Location, p.Name, used.Definition.Value.ToString(), least.ToString(), FeelDate.Format(date));
            }
        }
    }
}
