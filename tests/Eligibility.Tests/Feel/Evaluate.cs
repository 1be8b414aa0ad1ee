using Eligibility.Diagnostics;
using Eligibility.Evaluation;

namespace Eligibility.Tests.Feel;

/// <summary>Bare expressions in tests: the value as FEEL text, or the codes of what is wrong with it.</summary>
internal static class Evaluate
{
    public static string Text(string expression)
    {
        var bag = new DiagnosticBag();
        var (_, value) = BareExpression.Evaluate(expression, [], bag);
        return bag.HasErrors ? string.Join(' ', bag.Select(d => d.Code)) : value.ToString();
    }

    /// <summary>Fails unless the expression has the value of the other one.</summary>
    public static void Gives(string expression, string expected)
    {
        var wanted = expected.StartsWith('X') ? expected : Text(expected);
        Assert.True(wanted == Text(expression), $"{expression}\nexpected {wanted}\nfound    {Text(expression)}");
    }
}
