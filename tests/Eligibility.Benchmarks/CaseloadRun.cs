using System.Diagnostics;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Kernels;
using Eligibility.Simulation.Reading;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Benchmarks;

/// <summary>The whole set of a place over a caseload: reading alone, kernels alone (with and without masks), and everything.</summary>
internal static class CaseloadRun
{
    public static void Run(string folder, string place, string month)
    {
        if (!FeelDate.TryParseMonth(month, out var asked)) throw new ArgumentException($"{month} is no month");
        var knownAt = asked.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1);
        var book = RuleBook.Load(Path.Combine(DecisionBenchmarks.Root(), "rules"));
        var bag = new DiagnosticBag();
        var rules = book.RulesOf(place, asked, knownAt, false, bag) ?? throw new InvalidOperationException(string.Join("\n", bag.Sorted()));
        var clock = Stopwatch.GetTimestamp();
        var simulator = new Simulator([new Variant("", rules)], new SimulatorOptions());
        Console.WriteLine($"compiling {TenFormulas.Microseconds(clock) / 1000} ms, {rules.Plan.Rules.Order.Count} items");
        var chunks = new List<Chunk>();
        var start = TenFormulas.Processor();
        clock = Stopwatch.GetTimestamp();
        using (var reader = Open())
        {
            // As many as fit in memory side by side; what follows is computed again and again.
            for (var n = 0; n < 100; n++)
            {
                var chunk = new Chunk(simulator.Layout, simulator.Texts);
                if (!reader.Fill(chunk, 1024, [], null)) break;
                chunks.Add(chunk);
            }
        }
        Say("reading", chunks.Sum(c => c.Count), TenFormulas.Microseconds(clock));
        Console.WriteLine($"  {TenFormulas.Processor() - start:N0} ms of processor");
        for (var round = 0; round < 3; round++)
        {
            using var reader = Open();
            var (reused, read, began) = (new Chunk(simulator.Layout, simulator.Texts.Copy()), 0L, TenFormulas.Processor());
            clock = Stopwatch.GetTimestamp();
            while (reader.Fill(reused, 1024, [], null)) read += reused.Count;
            Say("reading again", read, TenFormulas.Microseconds(clock));
            Console.WriteLine($"  {TenFormulas.Processor() - began:N0} ms of processor");
        }
        Measure("kernels", simulator.Kernels[0]);
        Measure("kernels with masks", new KernelPair(rules, simulator.Layout, simulator.Texts, alwaysMasked: true));
        foreach (var threads in new[] { 1, 2 })
        {
            using var reader = Open();
            var used = TenFormulas.Processor();
            clock = Stopwatch.GetTimestamp();
            var result = new Simulator([new Variant("", rules)], new SimulatorOptions { Threads = threads }).Run(reader, TextWriter.Null, _ => { }, null, default);
            Say($"everything, {threads} threads", (long)result.Tally["households"], TenFormulas.Microseconds(clock));
            Console.WriteLine($"  {TenFormulas.Processor() - used:N0} ms of processor");
        }
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB");

        FastReader Open() => FastReader.Open(CaseloadReader.Open(folder, book.Vocabulary, bag)!, simulator.Layout, simulator.Texts, knownAt, asked) ?? throw new InvalidOperationException("the files are not plain");

        void Measure(string what, KernelPair kernels)
        {
            var run = new KernelRun(kernels);
            var best = long.MaxValue;
            for (var round = 0; round < 5; round++)
            {
                var began = Stopwatch.GetTimestamp();
                foreach (var chunk in chunks) run.Compute(chunk);
                best = Math.Min(best, TenFormulas.Microseconds(began));
            }
            Say(what, chunks.Sum(c => c.Count), best);
        }
    }

    private static void Say(string what, long households, long microseconds) =>
        Console.WriteLine($"{what}: {households:N0} households in {microseconds / 1000:N0} ms, {households * 100 / microseconds / 100}.{households * 100 / microseconds % 100:D2} M/s");
}
