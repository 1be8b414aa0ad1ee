using System.Text;

namespace Eligibility.Tests.Gate;

/// <summary>Expressions that could go on for ever, or fill all memory: at the command line, and in a rule file that is checked and decided by.</summary>
public sealed class ExpressionGateTests : IDisposable
{
    private const string Name = "110000/oldAgeAllowance/2019-10-01.yaml";
    private readonly Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>What it is, the expression (a number), and what the command line says: a code, or nothing where a value or null is right.</summary>
    public static TheoryData<string> Cases => [.. Expressions.Keys];

    private static Dictionary<string, (string Text, string Code)> Expressions => new(StringComparer.Ordinal)
    {
        ["ten thousand nested brackets"] = (Times(9_990, "(") + "1" + Times(9_990, ")"), "X022"),
        ["brackets that are never closed"] = (Times(10_000, "("), "X022"),
        ["a loop over a billion billion"] = ("count(for i in 1..10**12 return i)", "X056"),
        ["a loop in a loop"] = ("count(for i in 1..10**5, j in 1..10**5 return i * j)", "X056"),
        ["a quantifier without an end"] = ("if some i in 1..10**12 satisfies i < 0 then 1 else 0", "X056"),
        ["a power of a power"] = ("10 ** 10**9", ""),
        ["powers of powers"] = ("((((9 ** 99) ** 99) ** 99) ** 99) ** 99", ""),
        ["an annuity over thirty years, twelve times over"] = (string.Join(" + ", Enumerable.Range(1, 12).Select(i => $"(1 + 0.0{i:00}1/12) ** -360")), ""),
        ["annuities multiplied"] = (Times(20, "((1 + 0.0417/12) ** -360) * ") + "1", ""),
        ["a pattern that backtracks"] = ($"if matches(\"{Times(5_000, "a")}b\", \"^(a+)+$\") then 1 else 0", ""),
        ["another pattern that backtracks"] = ($"if matches(\"{Times(5_000, "a")}\", \"(a|a)*(a|a)*c\") then 1 else 0", ""),
        ["repetitions of repetitions"] = ("if matches(\"a\", \"((((a{1,1000}){1,1000}){1,1000}){1,1000})\") then 1 else 0", "X058"),
        ["strings that double"] = ("string length({ a: \"xxxxxxxxxx\", " + string.Join(", ", Enumerable.Range(0, 40).Select(i => $"{(char)('b' + (i % 20))}{i}: {(i == 0 ? "a + a" : $"{(char)('b' + ((i - 1) % 20))}{i - 1} + {(char)('b' + ((i - 1) % 20))}{i - 1}")}")) + " }.u39)", ""),
        ["lists that double"] = ("count({ a: [1, 2, 3, 4], " + string.Join(", ", Enumerable.Range(0, 40).Select(i => $"l{i}: concatenate({(i == 0 ? "a, a" : $"l{i - 1}, l{i - 1}")})")) + " }.l39)", "X056"),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_command_line_answers_or_refuses(string what)
    {
        var (text, code) = Expressions[what];
        var (exit, printed) = _gate.Run("feel", text, "--lang", "en");
        Assert.True(exit == (code.Length > 0 ? 2 : 0), $"{what}: {exit} {printed[..Math.Min(400, printed.Length)]}");
        if (code.Length == 0) return;
        Assert.Contains($"error {code}", printed, StringComparison.Ordinal);
        Assert.Contains("expression:1:", printed, StringComparison.Ordinal);
        Assert.Contains("  = ", printed, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_with_it_is_refused_or_the_decision_says_what_it_misses(string what)
    {
        var (text, _) = Expressions[what];
        var real = Repository.Text($"rules/{Name}");
        const string formula = "    formula: hukou = \"local\"\n";
        Assert.Contains(formula, real, StringComparison.Ordinal);
        var rules = _gate.Rules((Name, Encoding.UTF8.GetBytes(real.Replace(formula, $"    formula: |\n      hukou = \"local\" and ({text}) > 0\n", StringComparison.Ordinal))));
        var (exit, printed) = _gate.Run("check", rules, "--no-lints", "--lang", "en");
        Assert.True(exit is 0 or 2, what);
        if (exit == 2)
        {
            Assert.Contains($"{Name}:", printed, StringComparison.Ordinal);
            Assert.Contains("  = ", printed, StringComparison.Ordinal);
        }
        var (decided, answer) = _gate.Run("decide", Repository.PathOf("seeds/beijing/old-couple-care.json"), "--month", "2024-08", "--known-at", "2024-08-31", "--rules", rules, "--lang", "en");
        Assert.True(decided == exit, $"{what}: {answer[..Math.Min(400, answer.Length)]}");
    }
}
