using System.Globalization;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Values;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace Eligibility.Tests.Simulation;

/// <summary>What a simulation says does not depend on how it was run, and parts of it add up to the whole.</summary>
public class SimulatorTests
{
    private static readonly RuleQuestion Asked = new("110000", new YearMonth(2024, 8), new LocalDate(2024, 8, 31), new LocalDate(2024, 8, 31), false);

    private static readonly Lazy<IReadOnlyList<CaseloadHousehold>> Households = new(() =>
    {
        var bag = new DiagnosticBag();
        var random = new RandomHouseholds(RealRules.Book.RulesOf(Asked, bag)!, 11);
        return [.. Enumerable.Range(1, 700).Select(i => new CaseloadHousehold(i.ToString(CultureInfo.InvariantCulture), i % 50 == 0 ? Number.FromFraction(5, 2) : Number.One, random.Next(), []))];
    });

    private static (IReadOnlyList<Variant> Variants, IReadOnlyList<Parts> Parts) Reform(params string[] sets)
    {
        var bag = new DiagnosticBag();
        return Reforms.Of(RealRules.Book, Asked, new ReformRequest(sets, [], [], false), bag) ?? throw new InvalidOperationException(string.Join("\n", bag.Sorted()));
    }

    private static (string Json, string Lines, SimulationResult Result) Run(IEnumerable<CaseloadHousehold> households, SimulatorOptions options, params string[] sets)
    {
        var (variants, parts) = Reform(sets);
        var lines = new StringWriter(CultureInfo.InvariantCulture);
        using var caseload = new ExactCaseload(households);
        var simulator = new Simulator(variants, options);
        var result = simulator.Run(caseload, lines, _ => { }, null, default);
        return (ResultFile.Write(ResultFrame.Of(variants, parts, true, simulator.Kernels[0], RealRules.Book.Library.Jurisdictions), result.Tally, result.Partial, ["1/1"]), lines.ToString(), result);
    }

    [Fact]
    public void Threads_and_chunks_make_no_difference()
    {
        string[] sets = ["guaranteeLine=1500", "minimumWage=2420"];
        var one = Run(Households.Value, new SimulatorOptions { Threads = 1, ChunkSize = 1024, Verify = 50 }, sets);
        foreach (var (threads, chunk) in new[] { (2, 7), (3, 64), (1, 1) })
        {
            var other = Run(Households.Value, new SimulatorOptions { Threads = threads, ChunkSize = chunk, Verify = 50 }, sets);
            Assert.Equal(one.Json, other.Json);
            Assert.Equal(one.Lines, other.Lines);
            Assert.Equal(50, other.Result.Verified);
        }
        Assert.Contains(",gaining,", one.Lines, StringComparison.Ordinal);
        Assert.Contains(",entering,", one.Lines, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cost_is_the_sum_of_what_the_counter_would_decide()
    {
        var bag = new DiagnosticBag();
        var rules = RealRules.Book.RulesOf(Asked, bag)!;
        var total = Number.Zero;
        foreach (var h in Households.Value)
            foreach (var p in rules.Plan.Rules.Programmes)
                foreach (var payment in DecisionMaker.Decide(new HouseholdRun(rules, h.Facts!), p).Payments) total += payment.Amount.Yuan * h.Weight;
        var json = JObject.Parse(Run(Households.Value, new SimulatorOptions()).Json);
        Assert.True(Number.TryParse((string)json["variants"]![0]!["monthlyCost"]!, out var cost));
        Assert.True(total.Sign > 0);
        Assert.Equal(total, cost);
    }

    [Fact]
    public void Shards_merge_to_the_whole()
    {
        var whole = Run(Households.Value, new SimulatorOptions(), "guaranteeLine=1300");
        var tally = new Tally();
        foreach (var part in new[] { 3, 1, 2 })
        {
            var shard = Run(Households.Value, new SimulatorOptions { Shard = (part, 3) }, "guaranteeLine=1300");
            tally.Add(ResultFile.TallyOf(ResultFile.Read(shard.Json)!));
        }
        SplitLimit.Apply(tally);
        var (variants, parts) = Reform("guaranteeLine=1300");
        Assert.Equal(whole.Json, ResultFile.Write(ResultFrame.Of(variants, parts, true, new Simulator(variants, new SimulatorOptions()).Kernels[0], RealRules.Book.Library.Jurisdictions), tally, false, ["1/1"]));
        Assert.True(whole.Result.Losers > 0);
    }

    [Fact]
    public void Any_split_in_any_order_merges_exactly() => Prop.ForAll(
        Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 3), Gen.Choose(-500, 500))).Select(a => a.Take(60).ToArray()).ToArbitrary(),
        entries =>
        {
            var (whole, parts) = (new Tally(), new[] { new Tally(), new Tally(), new Tally(), new Tally() });
            foreach (var (part, value) in entries)
            {
                foreach (var t in new[] { whole, parts[part] })
                {
                    t.Add($"sum{value % 3}", value);
                    t.Add("histogram", [KeyValuePair.Create((long)value % 7, (Int128)(value + 501))]);
                }
            }
            foreach (var order in new[] { new[] { 0, 1, 2, 3 }, [3, 1, 0, 2] })
            {
                var merged = new Tally();
                foreach (var i in order) merged.Add(parts[i]);
                // A sum of nothing may stand as 0 or not at all; what it says is the same.
                Assert.All(whole.Sums.Keys.Union(merged.Sums.Keys), k => Assert.Equal(whole[k], merged[k]));
                Assert.Equal(whole.Histograms.SelectMany(h => h.Value), merged.Histograms.SelectMany(h => h.Value));
                foreach (var p in new[] { 0, 25, 50, 100 }) Assert.Equal(whole.Percentile("histogram", p), merged.Percentile("histogram", p));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Percentiles_are_values_that_occur()
    {
        var tally = new Tally();
        // Four households: 100, 200, 200 and, standing for two, 900 fen.
        tally.Add("x", [KeyValuePair.Create(100L, (Int128)1), KeyValuePair.Create(200L, (Int128)2), KeyValuePair.Create(900L, (Int128)2)]);
        Assert.Equal([100, 100, 200, 900, 900], new[] { 0, 20, 50, 75, 100 }.Select(p => tally.Percentile("x", p)!.Value));
        Assert.Null(tally.Percentile("y", 50));
    }

    [Fact]
    public void Shares_of_changes_do_not_depend_on_their_order()
    {
        // Alone the changes cost 10 and 20, together 45: each gets half of the 15 that only both make.
        Int128[] cost = [100, 110, 120, 145];
        Assert.Equal(["17.5", "27.5"], Attribution.Shares(2, set => cost[set]).Select(s => s.ToString()));
        Assert.Equal([18, 27], Attribution.LargestRemainder(Attribution.Shares(2, set => cost[set])).Select(s => (int)s));
        // Three changes of which only all together cost anything: a third each.
        Assert.Equal(Number.FromFraction(1, 3), Attribution.Shares(3, set => set == 7 ? 1 : 0)[1]);
    }

    [Theory]
    [InlineData("1500", "S050")]
    [InlineData("guarantyLine=1500", "S051")]
    [InlineData("guaranteeLine[area=rural]=1500", "S052")]
    [InlineData("guaranteeLine=1500@2024-13", "Q004")]
    [InlineData("guaranteeLine=fifteen", "R")]
    public void A_set_that_means_nothing_is_refused(string set, string code)
    {
        var bag = new DiagnosticBag();
        Assert.Null(Reforms.Of(RealRules.Book, Asked, new ReformRequest([set], [], [], false), bag));
        Assert.StartsWith(code, Assert.Single(bag).Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_by_keys_needs_its_key()
    {
        var asked = Asked with { Place = "451481", Month = new YearMonth(2013, 12) };
        var bag = new DiagnosticBag();
        Assert.Null(Reforms.Of(RealRules.Book, asked, new ReformRequest(["averageSubsidyLevel=100"], [], [], false), bag));
        Assert.Equal("S052", Assert.Single(bag).Code);
        Assert.NotNull(Reforms.Of(RealRules.Book, asked, new ReformRequest(["averageSubsidyLevel[area=rural]=100"], [], [], false), new DiagnosticBag()));
    }
}
