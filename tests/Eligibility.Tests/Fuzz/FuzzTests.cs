using System.Diagnostics;
using System.Globalization;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;
using Xunit.Abstractions;

namespace Eligibility.Tests.Fuzz;

/// <summary>
/// Throws mutated inputs of all kinds (facts, rules, expressions, scenarios, overlays, cases, receipts) at the engine, from a stored corpus: whatever comes, it answers with diagnostics or a result, in
/// two seconds of processor time and 512 MB, and never with an exception. FUZZ_SECONDS says how long (5 by default, 60 in continuous integration);
/// FUZZ_SEED repeats a run.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private static readonly YearMonth Month = new(2024, 8);
    private static readonly LocalDate KnownAt = new(2024, 12, 31);

    [Fact]
    public void Nothing_thrown_at_it_hangs_or_crashes_it()
    {
        var seconds = Setting("FUZZ_SECONDS", 5);
        var seed = Setting("FUZZ_SEED", Environment.TickCount & 0xFFFF);
        var mutator = new Mutator(seed);
        var targets = Targets();
        var counts = new long[targets.Length];
        var slowest = TimeSpan.Zero;
        var failures = new Dictionary<string, string>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < TimeSpan.FromSeconds(seconds); i++)
        {
            var (name, corpus, run) = targets[i % targets.Length];
            var input = mutator.Mutate(mutator.Pick(corpus), mutator.Pick(corpus));
            var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), ThreadClock.Now);
            try
            {
                run(input);
            }
            catch (Exception e)
            {
                Keep(failures, name, seed, i, input, e.ToString(), $"{name} {e.GetType().Name} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Eligibility.", StringComparison.Ordinal))}");
            }
            var took = ThreadClock.Now - began;
            if (took > slowest) slowest = took;
            if (took > TimeSpan.FromSeconds(2)) Keep(failures, name, seed, i, input, $"took {took}", $"{name} slow");
            if (GC.GetAllocatedBytesForCurrentThread() - before > 512L << 20) Keep(failures, name, seed, i, input, "allocated more than 512 MB", $"{name} large");
            counts[i % targets.Length]++;
        }
        output.WriteLine($"seed {seed}, {seconds} s: {string.Join(", ", targets.Select((t, i) => $"{t.Name} {counts[i]}"))}; slowest {slowest.TotalMilliseconds:F0} ms");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Values));
        Assert.All(counts, c => Assert.True(c > 0, "a target was never run"));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>Keeps the first failure of each kind and goes on: one bug must not end a campaign.</summary>
    private static void Keep(Dictionary<string, string> failures, string target, int seed, int run, byte[] input, string why, string kind)
    {
        if (failures.ContainsKey(kind)) return;
        var file = Path.Combine(Path.GetTempPath(), $"eligibility-fuzz-{target}-{seed}-{run}");
        File.WriteAllBytes(file, input);
        failures[kind] = $"{target}, seed {seed}, run {run}, input kept in {file}:\n{why}";
    }

    private static (string Name, IReadOnlyList<byte[]> Corpus, Action<byte[]> Run)[] Targets()
    {
        var book = RealRules.Book;
        var small = RuleDirectory.Read(Repository.PathOf("rules"), new DiagnosticBag()).Where(s => s.Kind is RuleSourceKind.Vocabulary or RuleSourceKind.Places).ToArray();
        var household = Facts.Parse(File.ReadAllBytes(Repository.PathOf("seeds/beijing/old-couple-care.json")), "old couple", book.Vocabulary);
        return
        [
            ("facts", Files("facts"), bytes =>
            {
                if (Facts.Read(bytes, "facts.json", book.Vocabulary, new DiagnosticBag()) is { } facts) Assess(book, facts);
            }),
            ("rules", Files("rules"), bytes =>
            {
                var name = NameOf(bytes);
                var bag = new DiagnosticBag();
                var loaded = RuleBook.TryLoad([.. small, new RuleSourceFile(name, bytes, RuleSourceKind.Rules)], bag);
                if (loaded is not null && !bag.HasErrors) Assess(loaded, household);
            }),
            ("expressions", [.. Files("expressions").SelectMany(Lines)], bytes =>
            {
                var bag = new DiagnosticBag();
                var value = BareExpression.Evaluate(Encoding.UTF8.GetString(bytes), [("a", FeelType.Number, Value.From((Number)3)), ("list", FeelType.ListOf(FeelType.Number), Value.From([Value.Zero])), ("x", FeelType.Any, Value.Null)], bag);
                _ = value.ToString();
                _ = DiagnosticRenderer.Render(bag, Language.Chinese);
            }),
            ("scenarios", Files("scenarios"), bytes =>
            {
                var bag = new DiagnosticBag();
                var scenarios = ScenarioReader.Read(new RuleSourceFile("110000/oldAgeAllowance/2019-10-01.scenarios.yaml", bytes, RuleSourceKind.Scenarios), book.Vocabulary, _ => File.ReadAllBytes(Repository.PathOf("seeds/beijing/old-couple-care.json")), bag);
                foreach (var s in scenarios.Take(3)) ScenarioRunner.Run(book, s);
            }),
            ("cases", Files("cases"), bytes =>
            {
                if (CaseFile.Read(bytes, "case.json", book.Vocabulary, new DiagnosticBag()) is { } file) State(book, file);
            }),
            ("receipts", Files("receipts"), bytes =>
            {
                if (Eligibility.Receipts.ReceiptReader.Read(bytes, "receipt.json", new DiagnosticBag()) is { } receipt) Replay(receipt);
            }),
            ("overlays", Files("overlays"), bytes =>
            {
                var bag = new DiagnosticBag();
                var root = YamlReader.Read("overlay.yaml", bytes, bag);
                if (RuleFileReader.Read(root, root?.Location.Source ?? new SourceText("overlay.yaml", ""), true, "fuzz", bag) is { } overlay) Assess(book.With([overlay]), household);
            }),
        ];
    }

    /// <summary>A statement and its differences over three months; refusals are answers.</summary>
    private static void State(RuleBook book, CaseFile file)
    {
        try
        {
            _ = Eligibility.Explanation.StatementText.Write(book.State(file, new YearMonth(2024, 7), new YearMonth(2024, 9), KnownAt, "110000"), Language.Chinese);
            _ = Eligibility.Explanation.AdjustmentText.Write(book.Adjust(file, new YearMonth(2024, 7), new YearMonth(2024, 8), Decided.On(new LocalDate(2024, 7, 20)), KnownAt, "110000"), Language.English);
        }
        catch (Exception e) when (e is QuestionException or RuleBookException or FactsException)
        {
        }
    }

    private static void Replay(Receipt receipt)
    {
        try
        {
            _ = Eligibility.Explanation.ReplayText.Write(Eligibility.Replay.Of(receipt), Language.Chinese);
        }
        catch (Exception e) when (e is QuestionException or RuleBookException or FactsException)
        {
        }
    }

    /// <summary>Asks what anybody would ask, in both languages; refusals are answers.</summary>
    private static void Assess(RuleBook book, Facts facts)
    {
        try
        {
            var answer = book.Assess(facts, Month, KnownAt, "110000");
            _ = Eligibility.Explanation.TextAnswer.Write(answer, Language.Chinese);
            _ = Eligibility.Explanation.JsonAnswer.Write(answer, Language.English, derivation: true);
            _ = Eligibility.Explanation.HtmlAnswer.Write(answer, Language.Chinese, Eligibility.Explanation.Reader.Auditor);
            _ = Eligibility.Explanation.SmsAnswer.Write(answer, Language.English);
        }
        catch (Exception e) when (e is QuestionException or RuleBookException or FactsException)
        {
        }
    }

    /// <summary>The place where the file says it belongs, so that a mutation of its head is not refused for its name alone.</summary>
    private static string NameOf(byte[] bytes) => Encoding.UTF8.GetString(bytes).Contains("451481", StringComparison.Ordinal)
        ? "451481/borderAllowance/2012-12-01.yaml" : Encoding.UTF8.GetString(bytes).Contains("disabledElderly", StringComparison.Ordinal)
        ? "110000/disabledElderlyCareSubsidy/2019-10-01.yaml" : "110000/oldAgeAllowance/2019-10-01.yaml";

    private static byte[][] Files(string kind) =>
        [.. Directory.GetFiles(Repository.PathOf($"tests/Eligibility.Tests/Fuzz/corpus/{kind}")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static IEnumerable<byte[]> Lines(byte[] file) => Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes);
}
