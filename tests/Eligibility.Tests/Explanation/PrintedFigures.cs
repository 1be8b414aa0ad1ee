using System.Net;
using System.Text.RegularExpressions;
using Eligibility.Tests.Scenarios;

namespace Eligibility.Tests.Explanation;

/// <summary>Reads the arithmetic back out of what is printed, and works it out again without the engine.</summary>
internal static partial class PrintedFigures
{
    /// <summary>One step of arithmetic as printed: what stands left and right of a sign.</summary>
    public readonly record struct Equation(string Left, bool Exact, string Right)
    {
        /// <summary>Whether both sides agree: exactly, or rounded half up to the decimals shown.</summary>
        public bool Holds
        {
            get
            {
                var (left, right) = (Value(Left), Value(Right));
                return Exact ? left == right : left.RoundHalfUp(Right.Contains('.') ? Right.Length - Right.LastIndexOf('.') - 1 : 0) == right;
            }
        }

        public override string ToString() => $"{Left} {(Exact ? "=" : "≈")} {Right}";
    }

    public static IReadOnlyList<Equation> Of(string printed)
    {
        var text = printed.StartsWith("<!DOCTYPE", StringComparison.Ordinal) ? WebUtility.HtmlDecode(Tags().Replace(printed[printed.IndexOf("<body", StringComparison.Ordinal)..], "\n")) : printed;
        var found = new List<Equation>();
        foreach (Match m in NotTerminating().Matches(text)) found.Add(new(m.Groups[2].Value, false, m.Groups[1].Value));
        // What is not arithmetic parts the runs; a rounded figure gives way to the division behind it, which is exact and was read above.
        foreach (var run in Run().Matches(NotTerminating().Replace(text, "（$2）")).Select(m => m.Value))
        {
            var signs = Sign().Matches(run);
            var parts = Sign().Split(run).Select(Trimmed).ToArray();
            for (var i = 0; i < signs.Count; i++)
                if (parts[i].Length > 0 && parts[i + 1].Length > 0) found.Add(new(parts[i], signs[i].Value == "=", parts[i + 1]));
        }
        return found;
    }

    /// <summary>Without the brackets that belong to the words around.</summary>
    private static string Trimmed(string part)
    {
        part = part.Trim(' ', ',');
        while (part.Length > 0 && Depth(part) is not 0 || part.StartsWith('）') || part.StartsWith(')'))
            part = (part[0] is ')' or '）' || Depth(part) > 0 && part[^1] is not ('(' or '（') ? part[1..] : part[..^1]).Trim(' ', ',');
        return part;
    }

    private static int Depth(string part) => part.Count(c => c is '(' or '（') - part.Count(c => c is ')' or '）');

    private static Fraction Value(string text) => Fraction.Evaluate(Percent().Replace(text.Replace(",", "", StringComparison.Ordinal), "($1/100)")
        .Replace('（', '(').Replace('）', ')').Replace('×', '*').Replace('÷', '/').Replace('−', '-').Trim());

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"(-?[\d,]+\.\d+) ?[（(]=(-?\d+÷\d+)[）)]")]
    private static partial Regex NotTerminating();

    // From a bracket or a digit through a sign of equality to a digit, over nothing but arithmetic.
    [GeneratedRegex(@"[-−\d.,%+×÷（）() ]*\d[-−\d.,%+×÷（）() ]*(?: [=≈] [-−\d.,%+×÷（）() ]*\d[-−\d.,%+×÷（）()]*)+")]
    private static partial Regex Run();

    [GeneratedRegex(@"(?<= )[=≈](?= )")]
    private static partial Regex Sign();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)%")]
    private static partial Regex Percent();
}
