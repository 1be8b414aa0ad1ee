using Eligibility.Scenarios;
using Eligibility.Text;
using Xunit.Abstractions;

namespace Eligibility.Tests.Scenarios;

/// <summary>The worked cases beside the rules: the engine gives what was worked by hand, and the hand's arithmetic is right.</summary>
public class LibraryScenarioTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Names
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var s in RealRules.Scenarios) data.Add(s.Location.Source.Name, s.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rules_give_what_was_worked_by_hand(string file, string name)
    {
        var scenario = RealRules.Scenarios.Single(s => s.Location.Source.Name == file && s.Name == name);
        var result = ScenarioRunner.Run(RealRules.Book, scenario);
        Assert.True(result.Passed, string.Join('\n', result.Mismatches.Select(m => $"{m.Location}: expected {m.Expected}, found {m.Actual}")));
    }

    [Fact]
    public void There_are_at_least_sixty_and_a_third_of_them_say_no_or_not_known()
    {
        var all = RealRules.Scenarios;
        var refused = all.Count(s => s.Diagnostics.Count > 0 || s.Expected.Any(e => e.Expectation.Get("outcome") is YamlScalar { Text: "ineligible" or "undetermined" }));
        output.WriteLine($"{all.Count} scenarios, {refused} of them refusals, undetermined or diagnostics");
        Assert.True(all.Count >= 60, $"{all.Count} scenarios");
        Assert.True(refused * 3 >= all.Count, $"only {refused} of {all.Count} scenarios are refusals, undetermined or diagnostics");
    }

    [Fact]
    public void Every_figure_has_its_arithmetic_beside_it_and_equals_it()
    {
        var (figures, mistakes) = (0, new List<string>());
        foreach (var (programme, expectation) in RealRules.Scenarios.SelectMany(s => s.Expected))
        {
            foreach (var (at, figure, arithmetic, rounded) in Figures(expectation))
            {
                figures++;
                if (Problem(figure, arithmetic, rounded) is { } problem) mistakes.Add($"{at}: {problem}");
            }
        }
        output.WriteLine($"{figures} figures");
        Assert.Empty(mistakes);
        Assert.True(figures >= 200, $"only {figures} figures were found");
    }

    [Theory]
    [InlineData("1662.50", "(1450 - 2400 / 3) * 2 + 0.25 * 1450", false, null)]
    [InlineData("516.67", "1550 / 3", true, null)]
    [InlineData("517", "1550 / 3", true, null)]
    [InlineData("516.67", "1550 / 3", false, "1550 / 3 = 1550/3, not 516.67")]
    [InlineData("516.66", "1550 / 3", true, "1550 / 3 = 51667/100, not 516.66")]
    [InlineData("5", null, false, "5 has no arithmetic beside it")]
    public void A_figure_is_checked_to_the_last_digit(string figure, string? arithmetic, bool rounded, string? problem) =>
        Assert.Equal(problem, Problem(figure, arithmetic, rounded));

    private static string? Problem(string figure, string? arithmetic, bool rounded)
    {
        if (arithmetic is null) return $"{figure} has no arithmetic beside it";
        var value = Fraction.Evaluate(arithmetic);
        if (rounded) value = value.RoundHalfUp(figure.Contains('.') ? figure.Length - 1 - figure.IndexOf('.') : 0);
        return value == Fraction.Parse(figure) ? null : $"{arithmetic} = {value}, not {figure}";
    }

    private static IEnumerable<(Location At, string Figure, string? Arithmetic, bool Rounded)> Figures(YamlMap expectation)
    {
        if (expectation.Get("payable") is YamlScalar { Text: not "null" } payable) yield return Figure(payable, expectation);
        foreach (var payment in (expectation.Get("payments") as YamlSequence)?.Items.Cast<YamlMap>() ?? []) yield return Figure((YamlScalar)payment.Get("amount")!, payment);
        foreach (var (_, value) in (expectation.Get("values") as YamlMap)?.Entries ?? [])
        {
            var figure = (YamlScalar)(value is YamlMap m ? m.Get("value")! : value);
            if (char.IsAsciiDigit(figure.Text[^1])) yield return Figure(figure, value as YamlMap);
        }
    }

    private static (Location At, string Figure, string? Arithmetic, bool Rounded) Figure(YamlScalar figure, YamlMap? beside) =>
        (figure.Location, figure.Text, (beside?.Get("arithmetic") as YamlScalar)?.Text, beside?.Get("rounded") is YamlScalar { Text: "true" });
}
