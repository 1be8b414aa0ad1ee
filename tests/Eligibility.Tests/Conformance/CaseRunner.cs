using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Tests.Conformance;

/// <summary>How the engine compares with what a case expects.</summary>
internal enum Agreement
{
    /// <summary>The values are equal.</summary>
    Agree,

    /// <summary>Null is expected, and the engine refuses the expression before it runs; the codes name the rule.</summary>
    Stricter,

    /// <summary>The case uses a kind that lies outside the profile, and the engine refuses it with the diagnostic that says so.</summary>
    Unsupported,

    /// <summary>Everything else.</summary>
    Disagree,
}

/// <param name="Case">The case.</param>
/// <param name="Agreement">How it came out.</param>
/// <param name="IsOutside">Whether the rules of the list recognise a kind outside the profile in it, or its id needs item definitions.</param>
/// <param name="Detail">The codes of a refusal, the kinds outside, or what was found in place of what is expected.</param>
internal sealed record CaseResult(FeelCase Case, Agreement Agreement, bool IsOutside, string Detail);

/// <summary>Runs one case.</summary>
internal static class CaseRunner
{
    private static readonly Number Tolerance = Number.TryParse("1E-8", out var n) ? n : default;

    public static CaseResult Run(FeelCase c)
    {
        var kinds = KindsOutside(c);
        var needsDefinition = FeelCases.IsDefault && NeedsItemDefinitions.Reasons.ContainsKey(c.Id);
        var outside = kinds.Count > 0 || needsDefinition;
        var bag = new DiagnosticBag();
        var value = Evaluate(c, bag);
        if (bag.HasErrors)
        {
            var codes = string.Join(' ', bag.Select(d => d.Code).Distinct().Order());
            if (codes == BindingKinds.OutsideProfile.Code)
                return kinds.Count > 0 ? new(c, Agreement.Unsupported, true, string.Join(", ", kinds)) : new(c, Agreement.Disagree, outside, "refused as outside the profile, but no rule of the list recognises why");
            return c.ExpectsValue || bag.Any(d => d.Code == BindingKinds.BudgetExceeded.Code)
                ? new(c, Agreement.Disagree, outside, $"refused: {string.Join(" ", bag.Sorted())}")
                : new(c, Agreement.Stricter, outside, codes);
        }
        var expected = BareExpression.Evaluate(c.Expected, [], bag);
        if (!bag.HasErrors && AreClose(value.Value, expected.Value)) return new(c, Agreement.Agree, outside, "");
        return needsDefinition
            ? new(c, Agreement.Unsupported, true, "item definition, by id")
            : new(c, Agreement.Disagree, outside, $"expected {c.Expected}, found {value.Value}");
    }

    /// <summary>Equality as the suite has it: numbers agree within 1e-8, compared as exact fractions.</summary>
    internal static bool AreClose(Value a, Value b)
    {
        if (a.Kind != b.Kind) return false;
        return a.Kind switch
        {
            ValueKind.Number => (a.Number - b.Number).Abs() <= Tolerance,
            ValueKind.List => a.List.Count == b.List.Count && a.List.Items.Zip(b.List.Items).All(p => AreClose(p.First, p.Second)),
            ValueKind.Context => a.Context.Entries.Count == b.Context.Entries.Count
                && a.Context.Entries.All(e => b.Context.Get(e.Key) is { } other && AreClose(e.Value, other)),
            ValueKind.Range => a.Range.LowIncluded == b.Range.LowIncluded && a.Range.HighIncluded == b.Range.HighIncluded
                && AreClose(a.Range.Low, b.Range.Low) && AreClose(a.Range.High, b.Range.High),
            _ => Value.Same(a, b),
        };
    }

    private static (FeelType Type, Value Value) Evaluate(FeelCase c, DiagnosticBag bag)
    {
        var variables = new List<(string Name, FeelType Type, Value Value)>();
        foreach (var (name, text) in c.Inputs.Concat(c.Definitions))
        {
            var (type, value) = BareExpression.Evaluate(text, variables, bag);
            variables.Add((name, type, value));
        }
        return bag.HasErrors ? (FeelType.Error, Value.Null) : BareExpression.Evaluate(c.Expression, variables, bag);
    }

    /// <summary>The kinds of the list in anything that the case says.</summary>
    private static List<string> KindsOutside(FeelCase c)
    {
        var names = c.Inputs.Concat(c.Definitions).Select(v => v.Name).ToList();
        var texts = c.Inputs.Concat(c.Definitions).Select(v => v.Item2).Append(c.Expression).Append(c.Expected);
        return [.. texts.SelectMany(t => OutsideProfile.In(Parser.Parse(SourceFragment.Whole("case", t), [], names))).Select(f => f.Entry.Kind).Distinct().Order(StringComparer.Ordinal)];
    }
}
