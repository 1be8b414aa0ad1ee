using System.Collections.Concurrent;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Scenarios;

namespace Eligibility.Mutation;

/// <summary>How a mutant ended.</summary>
internal enum Fate
{
    /// <summary>A scenario came out otherwise.</summary>
    Killed,

    /// <summary>The changed rules do not load.</summary>
    Refused,

    /// <summary>Every scenario that reads it came out as before.</summary>
    Survived,

    /// <summary>No scenario reads what was changed.</summary>
    NotReached,
}

/// <summary>A mutant and how it ended.</summary>
internal sealed record MutantResult(Mutant Mutant, Fate Fate)
{
    public bool IsKilled => Fate is Fate.Killed or Fate.Refused;
}

/// <summary>Changes rules one thing at a time and runs the scenarios that read it, until one notices.</summary>
internal static class MutationRun
{
    /// <param name="book">The rules, loaded without mistake.</param>
    /// <param name="scenarios">Their scenarios, all of which pass.</param>
    /// <param name="select">Which files to change.</param>
    /// <param name="threads">How many threads to use; what comes out does not depend on it.</param>
    /// <returns>Every mutant in the order of files and of what is written in them.</returns>
    public static IReadOnlyList<MutantResult> Of(RuleBook book, IReadOnlyList<Scenario> scenarios, Func<RuleFile, bool> select, int threads)
    {
        var whole = new WholeNumbers(book.Library);
        var results = new ConcurrentDictionary<Mutant, Fate>(ReferenceEqualityComparer.Instance);
        var mutants = new List<Mutant>();
        var work = new List<Work>();
        foreach (var group in ProgrammeGroups.Of(book.Library.Files))
        {
            var files = book.Library.Files.Where(f => group.Contains(f.Programme) && select(f)).ToArray();
            if (files.Length == 0) continue;
            var excerpt = RuleBook.ExcerptOf(book.Library.Excerpt(group));
            var reaches = new Reach?[scenarios.Count];
            Parallel.For(0, reaches.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => reaches[i] = Reach.Of(excerpt, group, scenarios[i]));
            foreach (var file in files)
            {
                var own = MutantFinder.Of(file, whole);
                mutants.AddRange(own);
                var near = reaches.OfType<Reach>().OrderBy(r => Distance(r.Scenario, file)).ToArray();
                // The mutants of one item go together: what killed one is likely to kill the next.
                work.AddRange(own.GroupBy(m => m.Item).Select(g => new Work(group, [.. near.Where(r => r.Reads(g.First()))], [.. g])));
            }
        }
        Parallel.ForEach(Partitioner.Create(work.OrderByDescending(w => w.Mutants.Count).ToArray(), EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = threads }, w => Run(book, w, results));
        return [.. mutants.OrderBy(m => m.File.Source.Name, StringComparer.Ordinal).ThenBy(m => m.At.Span.Start).Select(m => new MutantResult(m, results[m]))];
    }

    private sealed record Work(IReadOnlySet<string> Programmes, List<Reach> Scenarios, IReadOnlyList<Mutant> Mutants);

    /// <summary>The scenarios written for a file come first, then those of its place.</summary>
    private static int Distance(Scenario s, RuleFile file) =>
        s.Location.Source.Name.StartsWith(file.Source.Name[..^".yaml".Length], StringComparison.Ordinal) ? 0 : s.Jurisdiction == file.Jurisdiction ? 1 : 2;

    private static void Run(RuleBook book, Work work, ConcurrentDictionary<Mutant, Fate> results)
    {
        foreach (var m in work.Mutants) results[m] = Run(book, work, m);
    }

    private static Fate Run(RuleBook book, Work work, Mutant m)
    {
        var bag = new DiagnosticBag();
        if (m.Build(bag) is not { } changed || bag.HasErrors) return Fate.Refused;
        var mutated = RuleBook.ExcerptOf(book.Library.Excerpt(work.Programmes, m.File, changed));
        for (var i = 0; i < work.Scenarios.Count; i++)
        {
            var reach = work.Scenarios[i];
            if (ScenarioRunner.Run(mutated, reach.Scenario, reach.Facts, out _).Passed) continue;
            work.Scenarios.RemoveAt(i);
            work.Scenarios.Insert(0, reach);
            return Loads(mutated, reach.Scenario) ? Fate.Killed : Fate.Refused;
        }
        // What no scenario notices the loader may: floors are checked at every date, and stacks of files that no scenario meets are bound.
        if (work.Scenarios.Count == 0 || m.Kind is MutationKind.ParameterValue or MutationKind.EffectiveDate or MutationKind.Override || m.Item[0] == '$')
        {
            StackCheck.Run(mutated, bag);
            if (bag.HasErrors) return Fate.Refused;
        }
        return work.Scenarios.Count == 0 ? Fate.NotReached : Fate.Survived;
    }

    private static bool Loads(RuleBook book, Scenario s)
    {
        var bag = new DiagnosticBag();
        _ = book.RulesOf(s.Jurisdiction, s.Month, s.KnownAt, s.AcceptUnattested, bag);
        return !bag.Any(d => d.Code[0] != 'Q');
    }
}
