using System.Diagnostics;
using System.Globalization;
using System.Text;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Kernels;
using Eligibility.Simulation.Reading;
using NodaTime;

namespace Eligibility.Benchmarks;

/// <summary>
/// The ten-formula problem: kernels beside the plainest loop over whole fen with the same overflow checks, in turns on one thread; and from the two CSV
/// files to the total on all cores. Times are printed in whole microseconds.
/// </summary>
internal static class TenFormulas
{
    private static readonly YearMonth Month = new(2024, 8);
    private static readonly LocalDate KnownAt = new(2024, 8, 31);

    public static void Run(int households, bool onlyFiles)
    {
        var folder = Directory.CreateTempSubdirectory("ten-formulas").FullName;
        try
        {
            Write(folder, households);
            var book = RuleBook.Load(Path.Combine(DecisionBenchmarks.Root(), "tests/Eligibility.Benchmarks/ten-formulas"));
            var bag = new DiagnosticBag();
            var rules = book.RulesOf("990000", Month, KnownAt, false, bag) ?? throw new InvalidOperationException(string.Join("\n", bag.Sorted()));
            if (!onlyFiles) Compute(folder, book, rules);
            for (var round = 0; round < 3; round++) FromFiles(folder, book, rules, households);
            Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static void Compute(string folder, RuleBook book, MonthRules rules)
    {
        var simulator = new Simulator([new Variant("", rules)], new SimulatorOptions());
        using var reader = Open(folder, book, simulator);
        var chunks = new List<Chunk>();
        while (true)
        {
            var chunk = new Chunk(simulator.Layout, simulator.Texts);
            if (!reader.Fill(chunk, 1024, [], null)) break;
            chunks.Add(chunk);
        }
        var (run, hand) = (new KernelRun(simulator.Kernels[0]), new ByHand(chunks));
        var households = chunks.Sum(c => c.Count);
        Console.WriteLine($"{households:N0} households, {chunks.Sum(c => c.Entities[1].Count):N0} members");
        var (kernel, loop) = (long.MaxValue, long.MaxValue);
        for (var round = 0; round < 15; round++)
        {
            var clock = Stopwatch.GetTimestamp();
            var byHand = hand.Total();
            loop = Math.Min(loop, Microseconds(clock));
            clock = Stopwatch.GetTimestamp();
            var byKernel = 0L;
            foreach (var chunk in chunks)
            {
                run.Compute(chunk);
                byKernel += Total(run);
            }
            kernel = Math.Min(kernel, Microseconds(clock));
            if (byHand != byKernel) throw new InvalidOperationException($"the totals differ: {byHand} by hand, {byKernel} by kernels");
            if (round == 0) Console.WriteLine($"total {Yuan.Of((long?)byHand)} yuan");
        }
        Console.WriteLine($"by hand  {loop:N0} µs, {households * 100L / loop / 100}.{households * 100L / loop % 100:D2} M households/s");
        Console.WriteLine($"kernels  {kernel:N0} µs, {households * 100L / kernel / 100}.{households * 100L / kernel % 100:D2} M households/s, {loop * 100 / kernel} % of the loop's speed");
    }

    private static void FromFiles(string folder, RuleBook book, MonthRules rules, int households)
    {
        var (clock, used) = (Stopwatch.GetTimestamp(), Processor());
        var simulator = new Simulator([new Variant("", rules)], new SimulatorOptions());
        var compiled = Microseconds(clock);
        using var reader = Open(folder, book, simulator);
        var result = simulator.Run(reader, TextWriter.Null, _ => { }, null, default);
        Console.WriteLine($"from the files to the total: {Microseconds(clock) / 1000:N0} ms ({Processor() - used:N0} ms of processor), of which compiling {compiled / 1000} ms; {result.Tally["households"]:N0} of {households:N0} households, total {Yuan.Exact(result.Tally["v0/cost"])}");
    }

    private static long Total(KernelRun run)
    {
        var total = 0L;
        foreach (var item in run.Rules.Plan.Rules.Programmes[0].Payments)
        {
            // A chunk's payments are far from overflowing: each is below 2 to the 53.
            var fen = System.Runtime.InteropServices.MemoryMarshal.Cast<long, System.Numerics.Vector<long>>(run[item].Fen.AsSpan(0, run.Chunk[item.Entity].Count));
            var sums = System.Numerics.Vector<long>.Zero;
            foreach (var v in fen) sums += v;
            total += System.Numerics.Vector.Sum(sums);
            for (var (i, n) = (fen.Length * System.Numerics.Vector<long>.Count, run.Chunk[item.Entity].Count); i < n; i++) total += run[item].Fen[i];
        }
        return total;
    }

    private static FastReader Open(string folder, RuleBook book, Simulator simulator)
    {
        var bag = new DiagnosticBag();
        var caseload = CaseloadReader.Open(folder, book.Vocabulary, bag) ?? throw new InvalidOperationException(string.Join("\n", bag.Sorted()));
        return FastReader.Open(caseload, simulator.Layout, simulator.Texts, KnownAt, Month) ?? throw new InvalidOperationException("the files are not plain");
    }

    internal static long Microseconds(long since) => Stopwatch.GetElapsedTime(since).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The processor time of the process so far, in milliseconds: what a busy machine does not distort as much as the clock.</summary>
    internal static long Processor() => Environment.CpuUsage.TotalTime.Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>The data as the problem describes them; the same every time.</summary>
    private static void Write(string folder, int households)
    {
        var random = new Random(42);
        T Of<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];
        using var h = new StreamWriter(Path.Combine(folder, "household.csv"), false, new UTF8Encoding(false), 1 << 16);
        using var m = new StreamWriter(Path.Combine(folder, "member.csv"), false, new UTF8Encoding(false), 1 << 16);
        h.Write("household,urban,cars,deposits,dist\n");
        m.Write("household,id,wage,business,propinc,transfer,age,disab\n");
        for (var i = 1; i <= households; i++)
        {
            h.Write(string.Create(CultureInfo.InvariantCulture, $"{i},{(random.Next(10) < 3 ? 1 : 0)},{(random.Next(20) == 0 ? 1 : 0)},{Of(0, 2000, 10_000, 50_000)},{Of("0.2", "2", "10", "50")}\n"));
            var size = random.Next(100) switch { < 30 => 1, < 60 => 2, < 80 => 3, < 95 => 4, _ => 5 };
            for (var p = 0; p < size; p++)
                m.Write(string.Create(CultureInfo.InvariantCulture, $"{i},{p + 1},{Of(0, 0, 300, 800, 1500)},{Of(0, 0, 0, 200)},{Of(0, 0, 0, 50)},{Of(0, 80, 120)},{random.Next(103)},{Of(0, 0, 0, 0, 0, 1, 2, 3, 4)}\n"));
        }
    }

    /// <summary>The plainest loop: whole fen, arrays of all households, every operation checked for overflow by the compiler.</summary>
    private sealed class ByHand
    {
        private readonly long[] _urban, _cars, _deposits, _dist, _wage, _business, _propinc, _transfer, _age, _disab;
        private readonly int[] _first;

        public ByHand(List<Chunk> chunks)
        {
            long[] Column(int entity, string name) => [.. chunks.SelectMany(c =>
            {
                var e = c.Entities[entity];
                return e.Columns.First(x => x.Shape.Attribute.Name == name).Values.Take(e.Count);
            })];
            (_urban, _cars, _deposits, _dist) = (Column(0, "urban"), Column(0, "cars"), Column(0, "deposits"), Column(0, "dist"));
            (_wage, _business, _propinc, _transfer) = (Column(1, "wage"), Column(1, "business"), Column(1, "propinc"), Column(1, "transfer"));
            (_age, _disab) = (Column(1, "age"), Column(1, "disab"));
            var first = new List<int>();
            var before = 0;
            foreach (var c in chunks)
            {
                for (var h = 0; h < c.Count; h++) first.Add(before + c.Entities[1].First[h]);
                before += c.Entities[1].Count;
            }
            _first = [.. first, before];
        }

        public long Total()
        {
            var total = 0L;
            for (var h = 0; h < _urban.Length; h++)
            {
                var (from, to) = (_first[h], _first[h + 1]);
                var n = to - from;
                var counted = 0L;
                for (var p = from; p < to; p++) counted += _wage[p] + _business[p] + _propinc[p] + _transfer[p];
                var std = _urban[h] == 1 ? 40_000L : 25_000L;
                var assetsOk = _cars[h] == 0 && _deposits[h] <= 24 * std * n;
                var borderResident = _urban[h] == 0 && _dist[h] <= 3;
                var passes = assetsOk && (counted < std * n || borderResident);
                if (passes) total += (Math.Max((std * n) - counted, 0) + 99) / 100 * 100;
                for (var p = from; p < to; p++)
                {
                    var age = _age[p];
                    if (passes) total += std / 10 * ((_disab[p] is 1 or 2 ? 3 : 0) + (age >= 70 ? 2 : 0) + (age < 18 ? 1 : 0));
                    total += age >= 100 ? 30_000 : age >= 90 ? 10_000 : age >= 80 ? 5_000 : 0;
                    if (borderResident && age >= 16) total += 9_600;
                }
            }
            return total;
        }
    }
}
