using System.Globalization;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Tests.Simulation;

/// <summary>The income by which households are put in order is what the evaluator says, cut to whole fen.</summary>
public class MeansTests
{
    [Theory]
    [InlineData("110000", 2024)]
    [InlineData("231025", 2025)]
    public void Kernels_say_what_the_evaluator_says(string place, int year)
    {
        var bag = new DiagnosticBag();
        var rules = RealRules.Book.RulesOf(new RuleQuestion(place, new YearMonth(year, 8), new LocalDate(year, 8, 31), new LocalDate(year, 8, 31), true), bag)!;
        var (layout, texts) = (new Layout(rules.Plan.Rules.Vocabulary), new Texts());
        var income = KernelBuilder.MeansOf(rules)!;
        foreach (var always in new[] { true, false })
        {
            var pair = new KernelPair(rules, layout, texts, always);
            texts.Keep();
            if (pair.Means is null) continue;
            var (run, random, known) = (new KernelRun(pair), new RandomHouseholds(rules, 5), 0);
            for (var c = 0; c < 20; c++)
            {
                var chunk = new Chunk(layout, texts.Copy());
                for (var i = 0; i < 20; i++) chunk.Add(random.Next(), i.ToString(CultureInfo.InvariantCulture), 1_000_000);
                chunk.Seal();
                run.Run(chunk);
                for (var h = 0; h < chunk.Count; h++)
                {
                    var exact = pair.Exactly(chunk, h);
                    var value = exact[income, exact.Instances(income).Single()];
                    Assert.Equal(value.Kind == ValueKind.Number ? (value.Number * Number.FromFraction(100, 1)).Floor().ToString() : null, run.MeansOf(h)?.ToString(CultureInfo.InvariantCulture));
                    if (run.MeansOf(h) is not null) known++;
                }
            }
            Assert.True(known > 50, $"only {known} incomes were known");
        }
    }
}
