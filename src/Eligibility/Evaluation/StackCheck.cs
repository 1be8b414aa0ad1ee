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
        foreach (var (place, knownAt, stacks, found) in Stacks(book))
        {
            if (stacks.Count > 0 && !found.HasErrors && book.PlanOf(stacks, found) is { } plan) Floors(plan, knownAt, book.Library.Jurisdictions.Find(place)!, found);
            bag.AddRange(found);
        }
    }

    /// <summary>Binds each overlay of the library onto every stack that it meets; gives back the plans that came out.</summary>
    public static IReadOnlyList<Plan> RunOverlays(RuleBook book, DiagnosticBag bag)
    {
        var plans = new List<Plan>();
        foreach (var overlay in book.Library.Overlays)
        {
            var laid = book.With([overlay]);
            foreach (var (_, _, stacks, found) in Stacks(laid, overlay.Programme))
            {
                if (!stacks.Any(s => s.Files.Contains(overlay)) || found.HasErrors) continue;
                if (laid.PlanOf(stacks, found) is { } plan) plans.Add(plan);
                bag.AddRange(found);
            }
        }
        return plans;
    }

    /// <summary>Every distinct plan of rules that loaded without errors.</summary>
    public static IReadOnlyList<Plan> Plans(RuleBook book) =>
        [.. Stacks(book).Where(s => s.Stacks.Count > 0).Select(s => book.PlanOf(s.Stacks, s.Found)).OfType<Plan>().Distinct()];

    /// <summary>
    /// The stacks of every place, with the mistakes of resolving each in a bag of its own: one stack's must not hide another's. Programmes that name each other are bound together, others
    /// apart: their versions need not be tried in every combination. <paramref name="programme"/> asks for those only that are bound together with it.
    /// </summary>
    private static IEnumerable<(string Place, LocalDate KnownAt, IReadOnlyList<ResolvedStack> Stacks, DiagnosticBag Found)> Stacks(RuleBook book, string? programme = null)
    {
        var library = book.Library;
        foreach (var place in library.Files.Concat(book.ActiveOverlays).Select(f => f.Jurisdiction).Distinct().Order(StringComparer.Ordinal))
        {
            var chain = library.Jurisdictions.Chain(place).Select(j => j.Code).ToHashSet(StringComparer.Ordinal);
            var all = library.Files.Where(f => chain.Contains(f.Jurisdiction)).ToArray();
            foreach (var group in ProgrammeGroups.Of(all.Concat(book.ActiveOverlays)).Where(g => programme is null || g.Contains(programme)))
            {
                var files = all.Where(f => group.Contains(f.Programme)).ToArray();
                foreach (var month in Months(files))
                {
                    foreach (var knownAt in Days(files))
                    {
                        var found = new DiagnosticBag();
                        yield return (place, knownAt, library.Resolve(place, new DaySpan(month), knownAt, book.ActiveOverlays, found, group), found);
                    }
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
            var series = BoundTree.All(bound).OfType<BoundParameter>().Select(r => (RuleParameter)r.Parameter).Append(p);
            foreach (var date in series.SelectMany(s => s.Values).Select(v => v.Definition.From).Distinct())
            {
                var at = MonthRules.Create(plan, new RuleQuestion(place.Code, date.ToYearMonth(), knownAt, knownAt, AcceptUnattested: true), place.Name, new Dictionary<string, Missing>());
                var least = evaluate(new Frame { Locals = new Value[slots], Parameters = at.Parameters });
                foreach (var used in at.Used[p].Where(u => least.Kind == ValueKind.Number && u.Definition.Value.Kind == ValueKind.Number && u.Definition.Value.Number < least.Number))
                    bag.FloorBroken(used.Definition.Location, p.Name, used.Definition.Value.ToString(), least.ToString(), FeelDate.Format(date));
            }
        }
    }
}
