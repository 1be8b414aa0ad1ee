using System.Text.RegularExpressions;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content>How the kinds are recognised.</content>
internal static partial class OutsideProfile
{
    /// <summary>Every kind in an expression, in the order of the text; one inside another of the same kind is not told again.</summary>
    public static IReadOnlyList<Finding> In(ExpressionSyntax tree)
    {
        var found = new List<Finding>();
        foreach (var node in SyntaxTree.DescendantsAndSelf(tree))
        {
            foreach (var finding in At(node))
            {
                if (!found.Exists(f => f.Entry == finding.Entry && f.Span.Start <= finding.Span.Start && finding.Span.End <= f.Span.End)) found.Add(finding);
            }
        }
        return found;
    }

    /// <summary>The kinds that a node has by itself, without what is inside it.</summary>
    public static IEnumerable<Finding> At(ExpressionSyntax node)
    {
        foreach (var entry in All)
        {
            if (entry.Construct?.Invoke(node) is { } span) yield return new Finding(span, entry);
            if (node is CallSyntax { Target: NameSyntax name } && entry.Functions.Contains(name.Name)) yield return new Finding(name.Span, entry);
            foreach (var type in TypesIn(node))
                if (entry.Types.Contains(type.Name) || entry.IsType?.Invoke(type.Name) is true) yield return new Finding(type.Span, entry);
        }
        // The text of a range is an expression of its own.
        if (node is CallSyntax { Target: NameSyntax { Name: "range" }, Arguments: [{ Value: StringSyntax text }] })
            foreach (var inner in In(Parser.Parse(SourceFragment.Whole("range", text.Value), []))) yield return inner with { Span = text.Span };
    }

    private static IEnumerable<TypeSyntax> TypesIn(ExpressionSyntax node) => node switch
    {
        InstanceOfSyntax i => AllOf(i.Type),
        FunctionSyntax f => f.Parameters.Where(p => p.Type is not null).SelectMany(p => AllOf(p.Type!)),
        _ => [],
    };

    private static IEnumerable<TypeSyntax> AllOf(TypeSyntax type) =>
        [type, .. type.Arguments.SelectMany(a => AllOf(a.Type)), .. type.Result is null ? [] : AllOf(type.Result)];

    /// <summary>Whether the text of an at-literal is a time or a date and time.</summary>
    private static bool IsTimeText(string text) => TimeText().IsMatch(text);

    /// <summary>Whether a name follows the habit of decision models, <c>tPerson</c> or <c>t_person</c>: then it is no misspelt type of FEEL.</summary>
    private static bool HasDefinitionPrefix(string name) => name.Length > 1 && name[0] == 't' && (char.IsUpper(name[1]) || name[1] == '_' || char.IsDigit(name[1]));

    /// <summary>Whether an exponent is written as a number that is not whole: <c>0.5</c>, <c>-0.5</c>, <c>(1/2)</c>. What only a value can show is a fault of its own.</summary>
    private static bool IsFraction(ExpressionSyntax exponent) => exponent switch
    {
        NumberSyntax n => !n.Value.IsInteger,
        NegationSyntax n => IsFraction(n.Operand),
        BinarySyntax { Operator: BinaryOperator.Divide, Left: NumberSyntax l, Right: NumberSyntax r } => Number.TryDivide(l.Value, r.Value, out var q) && !q.IsInteger,
        _ => false,
    };

    private static TextSpan? BackReferenceIn(CallSyntax call)
    {
        var pattern = call.Arguments.Select((a, i) => (a, i)).FirstOrDefault(p => p.a.Name is "pattern" or "delimiter" || (p.a.Name is null && p.i == 1)).a;
        return pattern?.Value is StringSyntax text && Reference().IsMatch(text.Value) ? text.Span : null;
    }

    [GeneratedRegex(@"^(-?\d{4,9}-\d\d-\d\dT)?\d\d:\d\d(:\d\d)?", RegexOptions.CultureInvariant)]
    private static partial Regex TimeText();

    [GeneratedRegex(@"(^|[^\\])(\\\\)*\\([1-9]|k<)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
