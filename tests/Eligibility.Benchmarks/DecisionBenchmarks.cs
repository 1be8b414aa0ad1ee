using BenchmarkDotNet.Attributes;
using Eligibility.Evaluation;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Benchmarks;

/// <summary>
/// The Beijing family of the README, warm, one core: the decision of its own programme, of all five programmes of the place, and with the
/// derivation recorded; beside them the same basic amount and top-up written by hand as the plainest loop over fen.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class DecisionBenchmarks
{
    private static readonly YearMonth Month = new(2024, 8);
    private static readonly LocalDate KnownAt = new(2024, 8, 31);
    private RuleBook _book = null!;
    private Facts _facts = null!;
    private byte[] _json = [];
    private (int Age, long Fen)[] _family = [];

    [GlobalSetup]
    public void Setup()
    {
        var root = Root();
        _book = RuleBook.Load(Path.Combine(root, "rules"));
        _json = File.ReadAllBytes(Path.Combine(root, "seeds/beijing/family-with-child.json"));
        _facts = Facts.Parse(_json, "family", _book.Vocabulary);
        _family = [(45, 240_000), (40, 0), (10, 0)];
        if (Assess().Decisions.Sum(d => d.AmountIfKnown is { } m && m.Yuan.ToFixed(2) == "2312.50" ? 1 : 0) != 1 || ByHand() != 231_250)
            throw new InvalidOperationException("the benchmark does not compute what it claims");
    }

    /// <summary>Walks up from the build output, since the harness runs from a folder of its own.</summary>
    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Eligibility.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no Eligibility.sln above the benchmark");
    }

    [Benchmark(Baseline = true, Description = "by hand: two payments of one programme")]
    public long ByHand()
    {
        const long Line = 145_000;
        long income = 0, topUps = 0;
        foreach (var (age, fen) in _family)
        {
            income += fen;
            if (age <= 16 || age >= 60) topUps += Line / 4;
        }
        var perHead = income / _family.Length;
        return perHead < Line ? (Line - perHead) * _family.Length + topUps : 0;
    }

    [Benchmark(Description = "its dibao decided, unexplained")]
    public Decision Decide() => _book.Decide(_facts, "minimumLiving", Month, KnownAt);

    [Benchmark(Description = "its dibao decided, derivation recorded")]
    public int DecideWithDerivation()
    {
        var rules = _book.RulesOf(_facts, _facts.Jurisdiction, new RuleQuestion("", Month, KnownAt, KnownAt, false));
        var run = new HouseholdRun(rules, _facts);
        var programme = rules.Plan.Rules.Find("minimumLiving")!;
        return DecisionMaker.Decide(run, programme).Payments.Count + Derivation.Of(run, programme).Steps.Count;
    }

    [Benchmark(Description = "five programmes decided, unexplained")]
    public Assessment Assess() => _book.Assess(_facts, Month, KnownAt);

    [Benchmark(Description = "the same, with every derivation recorded")]
    public int WithDerivation()
    {
        var answer = Assess();
        var steps = 0;
        foreach (var d in answer.Decisions) steps += Derivation.Of(answer.Run, d.Rules).Steps.Count;
        return steps;
    }

    [Benchmark(Description = "the facts read from JSON")]
    public Facts Read() => Facts.Parse(_json, "family", _book.Vocabulary);
}

/// <summary>Loading the whole library: reading, binding every stack of files, compiling nothing that is not asked for.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LoadBenchmarks
{
    private readonly string _rules = Path.Combine(DecisionBenchmarks.Root(), "rules");

    [Benchmark(Description = "the rules loaded")]
    public RuleBook Load() => RuleBook.Load(_rules);
}
