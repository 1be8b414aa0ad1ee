using System.Text;
using Eligibility.Caseload;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Simulation.Reading;
using Eligibility.Text;

namespace Eligibility.Simulation.Impact;

/// <summary>How a caseload is decided; none of it changes the result but the shard.</summary>
internal sealed record SimulatorOptions
{
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Households in a chunk.</summary>
    public int ChunkSize { get; init; } = 1024;

    /// <summary>How many households are decided by the evaluator too.</summary>
    public int Verify { get; init; }

    /// <summary>The language of the lines of the households.</summary>
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>Which part of how many, from 1; null for all.</summary>
    public (int Part, int Of)? Shard { get; init; }
}

/// <summary>What a run gave.</summary>
/// <param name="Tally">Everything that was counted.</param>
/// <param name="Partial">Whether it was stopped before the end.</param>
/// <param name="Verified">How many households of the sample the evaluator decided alike.</param>
/// <param name="Losers">How many households some reform leaves with less.</param>
internal sealed record SimulationResult(Tally Tally, bool Partial, long Verified, long Losers);

/// <summary>Decides a caseload with several variants of the rules on several threads. The output is the same for any number of threads and any size of chunk.</summary>
internal sealed class Simulator
{
    private readonly IReadOnlyList<Variant> _variants;
    private readonly SimulatorOptions _options;
    private readonly Lock _reading = new();

    public Simulator(IReadOnlyList<Variant> variants, SimulatorOptions options)
    {
        _variants = variants;
        _options = options;
        Layout = new Layout(variants[0].Rules.Plan.Rules.Vocabulary);
        Texts = new Texts();
        Kernels = [.. variants.Select(v => new KernelPair(v.Rules, new Layout(v.Rules.Plan.Rules.Vocabulary), Texts) { Own = v.Own })];
        Texts.Keep();
    }

    public Layout Layout { get; }

    public Texts Texts { get; }

    public IReadOnlyList<KernelPair> Kernels { get; }

    /// <summary>Decides every household.</summary>
    /// <param name="caseload">The households.</param>
    /// <param name="lines">Takes the lines of the households in their order.</param>
    /// <param name="rejections">Takes those that cannot be used, in their order.</param>
    /// <param name="progress">Is told how many were decided, now and then.</param>
    /// <param name="stop">Ends the run early.</param>
    public SimulationResult Run(ICaseload caseload, TextWriter lines, Action<CaseloadHousehold> rejections, Action<long>? progress, CancellationToken stop)
    {
        var ordered = new OrderedOutput(lines, rejections);
        var workers = Enumerable.Range(0, Math.Max(1, _options.Threads)).Select(_ => new Worker(_variants, Kernels, Layout, Texts, _options.Verify, _options.Language)).ToArray();
        var (next, done, ended) = (0L, 0L, false);
        Exception? failed = null;
        Func<string, bool>? wanted = _options.Shard is { } s ? id => Sample.Hash(id) % (ulong)s.Of == (ulong)(s.Part - 1) : null;

        void Work(Worker worker)
        {
            var text = new StringBuilder();
            while (failed is null)
            {
                var rejected = new List<CaseloadHousehold>();
                long number;
                lock (_reading)
                {
                    if (ended || stop.IsCancellationRequested) return;
                    if (!caseload.Fill(worker.Chunk, _options.ChunkSize, rejected, wanted))
                    {
                        ended = true;
                        return;
                    }
                    number = next++;
                }
                text.Clear();
                if (worker.Chunk.Count > 0) worker.Decide(text);
                ordered.Put(number, text.ToString(), rejected);
                progress?.Invoke(Interlocked.Add(ref done, worker.Chunk.Count + rejected.Count));
            }
        }

        void Guarded(Worker worker)
        {
            try
            {
                Work(worker);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failed, e, null);
                ordered.Abandon();
            }
        }

        var threads = workers.Skip(1).Select(w => new Thread(() => Guarded(w))).ToArray();
        foreach (var t in threads) t.Start();
        Guarded(workers[0]);
        foreach (var t in threads) t.Join();
        if (failed is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failed).Throw();
        var tally = new Tally();
        foreach (var w in workers) w.AddTo(tally);
        ordered.AddTo(tally);
        SplitLimit.Apply(tally);
        return new SimulationResult(tally, !ended, Math.Min(_options.Verify, workers.Sum(w => w.Verified)), workers.Sum(w => w.Losers));
    }
}
