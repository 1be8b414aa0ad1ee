using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Vocabulary;

namespace Eligibility.Mutation;

/// <summary>
/// Which expressions can only be whole numbers: counts, ages, grades. A figure that one of them is compared with is changed by one;
/// a change by a cent would mean the same rule.
/// </summary>
internal sealed class WholeNumbers
{
    private static readonly HashSet<string> Functions = ["age", "count", "year", "month", "day", "floor", "ceiling", "string length", "index of"];

    private readonly HashSet<string> _names;

    public WholeNumbers(RuleLibrary library)
    {
        var attributes = library.Vocabulary.Entities.SelectMany(e => e.Attributes).Where(a => a.Type.Present == Values.FeelType.Number).ToLookup(a => a.Name, a => a.Decimals == 0);
        _names = [.. attributes.Where(a => a.All(whole => whole)).Select(a => a.Key)];
        var derived = library.Files.SelectMany(f => f.Derived).ToLookup(d => d.Name, StringComparer.Ordinal);
        // What is whole rests on what is whole: looked at again until nothing more is found.
        while (derived.Where(d => !_names.Contains(d.Key) && d.All(IsWhole)).Select(d => d.Key).ToArray() is { Length: > 0 } more) _names.UnionWith(more);
    }

    private bool IsWhole(DerivedDefinition d) => d.Formula is { } f ? IsWhole(f.Syntax) : d.Table!.Rows.All(r => IsWhole(r.Output.Syntax));

    /// <summary>Whether a value counts something: it is whole, and no money.</summary>
    public bool Counts(DerivedDefinition d) => _names.Contains(d.Name) && d.Unit?.StartsWith("CNY", StringComparison.Ordinal) != true;

    public bool IsWhole(ExpressionSyntax e) => e switch
    {
        NumberSyntax n => n.Value.IsInteger,
        NegationSyntax n => IsWhole(n.Operand),
        NameSyntax n => _names.Contains(n.Name),
        PathSyntax p => _names.Contains(p.Name) || p.Name is "years" or "months" or "days" or "year" or "month" or "day",
        CallSyntax { Target: NameSyntax f } c => Functions.Contains(f.Name) || (f.Name is "sum" or "min" or "max" or "abs" && c.Arguments.All(a => IsWhole(a.Value))),
        BinarySyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } b => IsWhole(b.Left) && IsWhole(b.Right),
        IfSyntax i => IsWhole(i.Then) && IsWhole(i.Else),
        _ => false,
    };
}
