using System.Globalization;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;
using Xunit.Abstractions;

namespace Eligibility.Tests.Simulation;

/// <summary>
/// Kernel and evaluator decide alike: for every rule set of the library, random households get the same outcome, class, route, payments and
/// findings from both. EQUALITY_HOUSEHOLDS says how many for each set; 100,000 were run by hand.
/// </summary>
public class EqualityTests(ITestOutputHelper output)
{
    private static readonly int Households = int.TryParse(Environment.GetEnvironmentVariable("EQUALITY_HOUSEHOLDS"), CultureInfo.InvariantCulture, out var n) ? n : 1500;

    [Fact]
    public void Every_rule_set_decides_alike_by_kernel_and_evaluator()
    {
        var rounded = false;
        var seen = new HashSet<Plan>();
        var lines = new List<string>();
        var wrong = new List<string>();
        foreach (var rules in RuleSets())
        {
            var count = Compare(rules, rules, new RandomHouseholds(rules, 20240831 + seen.Count), seen.Add(rules.Plan) ? Households : Households / 4, wrong);
            lines.Add($"{rules.Place} {rules.Month.Year:D4}-{rules.Month.Month:D2}  {count}");
            // A comparison that met none of a kind of row says nothing of it. Where no version or value is in force, everything is undetermined.
            var decides = count.Undetermined < count.Decisions;
            if (count.Alone == 0) wrong.Add($"{rules.Place} {rules.Month}: nothing was decided by kernels alone");
            if (count.Undetermined == 0) wrong.Add($"{rules.Place} {rules.Month}: nothing was undetermined");
            if (decides && count.Refused == 0) wrong.Add($"{rules.Place} {rules.Month}: nobody was refused");
            if (decides && (count.Plain == 0 || count.Masked == 0)) wrong.Add($"{rules.Place} {rules.Month}: only one kind of kernel ran");
            rounded |= count.Rounded > 0;
        }
        foreach (var line in lines) output.WriteLine(line);
        if (!rounded) wrong.Add("no payment was rounded");
        Assert.Empty(wrong);
        Assert.True(lines.Count >= 6, $"only {lines.Count} rule sets");
    }

    /// <summary>Every place with files, in each month in which other files or values begin to govern, as known today.</summary>
    internal static IEnumerable<MonthRules> RuleSets()
    {
        var book = RealRules.Book;
        foreach (var place in book.Library.Files.Select(f => f.Jurisdiction).Distinct().Order(StringComparer.Ordinal))
        {
            var files = book.Library.Files.Where(f => f.Jurisdiction == place).ToArray();
            var starts = files.SelectMany(f => f.Parameters.SelectMany(p => p.Values).Select(v => v.From).Append(f.From));
            foreach (var month in starts.Select(d => d.ToYearMonth()).Distinct().Order())
            {
                var bag = new DiagnosticBag();
                if (book.RulesOf(place, month, new LocalDate(2026, 11, 1), true, bag) is { } rules) yield return rules;
            }
        }
    }

    /// <summary>Compares both on so many households; what differs goes to <paramref name="wrong"/>, a few of them.</summary>
    internal static Counts Compare(MonthRules byKernel, MonthRules byEvaluator, RandomHouseholds households, int howMany, List<string> wrong)
    {
        var (layout, texts) = (new Layout(byKernel.Plan.Rules.Vocabulary), new Texts());
        var pair = new KernelPair(byKernel, layout, texts);
        texts.Keep();
        var (run, chunk, counts) = (new KernelRun(pair), new Chunk(layout, texts), new Counts());
        var whole = false;
        // Nothing is unknown in an empty chunk.
        var empty = new Chunk(layout, texts);
        var facts = new List<Facts>();
        for (var done = 0; done < howMany; done += chunk.Count)
        {
            chunk.Clear();
            facts.Clear();
            whole = !whole;
            // Chunks of all sizes; every other one without any unknown, for the kernels that do not look for them.
            for (var i = 0; i < 1 + (done * 7 % 97); i++)
            {
                facts.Add(households.Next(isWhole: whole));
                chunk.Add(facts[i], "h", 1);
            }
            chunk.Seal();
            run.Run(chunk);
            if (pair.For(chunk) == pair.For(empty)) counts.Plain++;
            else counts.Masked++;
            foreach (var p in byKernel.Plan.Rules.Programmes)
            {
                var (verdicts, other) = (new Verdicts(run, p), byEvaluator.Plan.Rules.Find(p.Programme)!);
                for (var h = 0; h < chunk.Count; h++)
                {
                    var decision = DecisionMaker.Decide(new HouseholdRun(byEvaluator, facts[h]), other);
                    var (a, b) = (verdicts.Describe(h), Verdicts.Describe(decision));
                    if (a != b && wrong.Count < 5) wrong.Add($"{byKernel.Place} {byKernel.Month} {p.Programme}{(run.IsLeft(h) ? " (left)" : "")}\n  kernel    {a}\n  evaluator {b}\n  {facts[h].ToJson()}");
                    if (a != b) counts.Different++;
                    counts.Add(decision, run.IsLeft(h) || pair.ReasonAgainst(p) is not null);
                }
            }
        }
        return counts;
    }

    internal sealed class Counts
    {
        public long Decisions { get; private set; }

        public long Alone { get; private set; }

        public long Undetermined { get; private set; }

        public long Refused { get; private set; }

        public long Rounded { get; private set; }

        public long Different { get; set; }

        /// <summary>Chunks that were computed without and with looking for unknowns.</summary>
        public long Plain { get; set; }

        public long Masked { get; set; }

        public void Add(Decision d, bool left)
        {
            Decisions++;
            if (!left) Alone++;
            if (d.Outcome == Outcome.Undetermined || d.AmountIfKnown is null) Undetermined++;
            if (d.Outcome == Outcome.Ineligible) Refused++;
            if (d.Payments.Any(p => d.Rules.Payments.Any(i => i.Name == p.Benefit && d.Run.Instances(i).Any(x => d.Run[i, x] is { Kind: ValueKind.Number } paid && paid.Number.Sign > 0
                && d.Run[i.Of!, x] is { Kind: ValueKind.Number } exact && exact.Number != paid.Number)))) Rounded++;
        }

        public override string ToString() =>
            $"{Decisions} decisions: by kernels alone {Share(Alone)}, undetermined {Share(Undetermined)}, refused {Share(Refused)}, rounded {Share(Rounded)}, different {Different}";

        private string Share(long n) => $"{n * 1000 / Math.Max(1, Decisions) / 10}.{n * 1000 / Math.Max(1, Decisions) % 10} % ({n})";
    }
}
