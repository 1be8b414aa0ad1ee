using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Eligibility.Tests.Differential;

/// <summary>The engine against a referee that walks the syntax tree and shares nothing else with it.</summary>
public class DifferentialTests(ITestOutputHelper output)
{
    private const int Expressions = 50_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Engine_and_referee_agree_on_fifty_thousand_expressions_of_each_mode(bool isRule)
    {
        var tally = Run(isRule, Expressions, 20_261_125);
        output.WriteLine($"{(isRule ? "rules" : "expressions")}: {Expressions} generated: {tally}");
        Assert.True(tally.Differences.Count == 0, $"{tally.Differences.Count}\n" + string.Join("\n", tally.Differences.OrderBy(d => d.Length).Take(12)));
        // Or the comparison would say little.
        Assert.True(tally.Values >= Expressions * 45 / 100, tally.ToString());
        Assert.True(tally.Refused <= Expressions / 50, tally.ToString());
        if (isRule) Assert.True(tally.Unknowns >= Expressions / 10, tally.ToString());
    }

    public static TheoryData<PlantedBug> Bugs => [.. Enum.GetValues<PlantedBug>().Where(b => b != PlantedBug.None)];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_bug_in_the_referee_is_found(PlantedBug bug)
    {
        var found = Run(true, 5_000, 1, bug).Differences.Count + Run(false, 5_000, 1, bug).Differences.Count;
        output.WriteLine($"{bug}: {found} differences");
        Assert.True(found > 0);
    }

    [Theory]
    [InlineData("<=", "<")]
    [InlineData("+", "-")]
    [InlineData("floor", "ceiling")]
    [InlineData("round half up", "round half down")]
    [InlineData("starts with", "ends with")]
    [InlineData("substring before", "substring after")]
    [InlineData("overlaps", "meets")]
    [InlineData("union", "concatenate")]
    [InlineData("median", "mean")]
    [InlineData("all", "any")]
    [InlineData("=", "!=")]
    public void A_bug_in_the_engine_is_found(string operation, string inPlace)
    {
        Operation Substitute(Operation o) => o.Name == operation
            ? OperationTable.Rows.FirstOrDefault(r => r.Name == inPlace && r.Parameters.Select(p => p.Type).SequenceEqual(o.Parameters.Select(p => p.Type))) ?? o : o;

        var found = Run(true, 5_000, 2, substitute: Substitute).Differences.Count + Run(false, 5_000, 2, substitute: Substitute).Differences.Count;
        output.WriteLine($"{inPlace} for {operation}: {found} differences");
        Assert.True(found > 0);
    }

    [Fact]
    public void What_is_decided_without_the_unknown_stays_decided_whatever_the_unknown_turns_out_to_be()
    {
        var decided = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithQuietOnSuccess(true), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var text = new TypedExpressions(seed, true).Next();
            var fragment = SourceFragment.Whole("expression", text);
            var bag = new DiagnosticBag();
            var tree = Parser.Parse(fragment, bag);
            var value = Evaluate(Inputs.OfRules.Select(i => i.Value));
            // A text with "unknown" or a mark in it is not one that the generator writes.
            if (value.Contains("unknown", StringComparison.Ordinal) || value.Contains('~')) return;
            decided++;
            var random = new Random(seed);
            for (var completion = 0; completion < 5; completion++)
                Assert.Equal((text, value), (text, Evaluate(Inputs.OfRules.Select(i => Complete(i, random)))));

            string Evaluate(IEnumerable<object?> values) => Inputs.Show(Comparer.Run(tree, fragment, true, Inputs.OfRules.Zip(values, (i, v) => (i.Name, i.Type, Inputs.ToEngine(v))), bag)
                ?? throw new InvalidOperationException($"{text}: {string.Join(' ', bag)}"));
        }));
        output.WriteLine($"{decided} of 10000 expressions were decided");
        Assert.True(decided > 4_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Conditions_obey_the_laws_of_three_values(bool isRule) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithQuietOnSuccess(true), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var generator = new TypedExpressions(seed, isRule);
            var (a, b, c) = (generator.NextCondition(), generator.NextCondition(), generator.NextCondition());
            Same($"({a}) and ({b})", $"({b}) and ({a})");
            Same($"({a}) or ({b})", $"({b}) or ({a})");
            Same($"(({a}) and ({b})) and ({c})", $"({a}) and (({b}) and ({c}))");
            Same($"({a}) and (({b}) or ({c}))", $"(({a}) and ({b})) or (({a}) and ({c}))");
            Same($"not(({a}) and ({b}))", $"not({a}) or not({b})");
            Same($"not(({a}) or ({b}))", $"not({a}) and not({b})");
            Same($"not(not({a}))", $"({a}) and true");
            Same($"({a}) and (({a}) or ({b}))", $"({a}) and true");
            Same($"({a}) and false", "false");
            Same($"({a}) or true", "true");
            Assert.NotEqual("false", Value($"({a}) or not({a})", isRule));

            void Same(string one, string other) => Assert.Equal((one, other, Value(one, isRule)), (one, other, Value(other, isRule)));
        }));

    private static string Value(string text, bool isRule)
    {
        var (fragment, bag, inputs) = (SourceFragment.Whole("expression", text), new DiagnosticBag(), isRule ? Inputs.OfRules : Inputs.OfExpressions);
        var value = Comparer.Run(Parser.Parse(fragment, bag, inputs.Select(i => i.Name)), fragment, isRule, inputs.Select(i => (i.Name, i.Type, Inputs.ToEngine(i.Value))), bag);
        return Inputs.Show(value ?? throw new InvalidOperationException($"{text}: {string.Join(' ', bag)}"));
    }

    private static object? Complete(Input input, Random random)
    {
        if (input.Name == "ys") return Row.Of([Ratio.Of(2), Ratio.Of(random.Next(-3, 4)), Ratio.Of(0)]);
        if (input.Value is not NotKnown) return input.Value;
        return input.Kind switch
        {
            TermKind.Number => new Ratio(random.Next(-12, 13), random.Next(1, 4)),
            TermKind.Boolean => random.Next(2) == 0,
            TermKind.Text => new[] { "", "a", "rural", "12" }[random.Next(4)],
            TermKind.Date => new Day(random.Next(1990, 2030), random.Next(1, 13), random.Next(1, 29)),
            _ => Row.Of(Enumerable.Range(0, random.Next(4)).Select(_ => (object?)Ratio.Of(random.Next(-4, 6)))),
        };
    }

    private static Tally Run(bool isRule, int count, int seed, PlantedBug bug = PlantedBug.None, Func<Operation, Operation>? substitute = null)
    {
        var (generator, tally) = (new TypedExpressions(seed, isRule), new Tally());
        for (var i = 0; i < count; i++) Comparer.Compare(generator.Next(), isRule, tally, bug, substitute);
        return tally;
    }
}
