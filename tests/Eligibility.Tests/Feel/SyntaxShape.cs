using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;

namespace Eligibility.Tests.Feel;

/// <summary>Shows how a text was read, every operation in brackets: <c>(+ a (* b c))</c>.</summary>
internal static class SyntaxShape
{
    public static string Read(string text, params string[] names)
    {
        var bag = new DiagnosticBag();
        var tree = Parser.Parse(SourceFragment.Whole("expression", text), bag, names);
        Assert.Equal("", string.Join('\n', bag));
        return Of(tree);
    }

    public static string Of(ExpressionSyntax node)
    {
        var parts = SyntaxTree.Children(node).Select(Of);
        return node switch
        {
            NumberSyntax or StringSyntax or BooleanSyntax or NullSyntax or AtLiteralSyntax => Printer.Print(node),
            NameSyntax n => n.Name.Contains(' ') || n.Name.Contains('-') ? $"`{n.Name}`" : n.Name,
            ErrorSyntax => "error",
            NegationSyntax => Join("neg", parts),
            BinarySyntax n => Join(Printer.Spell(n.Operator), parts),
            UnaryTestSyntax n => Join($"?{Printer.Spell(n.Operator)}", parts),
            UnaryTestsSyntax n => Join(n.IsNegated ? "none" : "any", parts),
            PathSyntax n => Join("." + n.Name, parts),
            CallSyntax n => Join("call", parts.Take(1).Concat(n.Arguments.Select(a => (a.Name is null ? "" : a.Name + ":") + Of(a.Value)))),
            ContextSyntax n => Join("context", n.Entries.Select(e => $"{e.Key}:{Of(e.Value)}")),
            RangeSyntax n => Join((n.LowIncluded ? "[" : "]") + ".." + (n.HighIncluded ? "]" : "["), parts),
            ForSyntax n => Join("for", n.Iterators.Select(Of).Append(Of(n.Return))),
            QuantifiedSyntax n => Join(n.IsEvery ? "every" : "some", n.Iterators.Select(Of).Append(Of(n.Condition))),
            InstanceOfSyntax n => Join("is", parts.Append(Printer.Print(n.Type))),
            FunctionSyntax n => Join(n.IsExternal ? "external" : "function", n.Parameters.Select(Of).Concat(parts)),
            _ => Join(node.GetType().Name[..^6].ToLowerInvariant(), parts),
        };
    }

    private static string Of(IteratorSyntax i) => i.To is null ? $"{i.Name}:{Of(i.From)}" : $"{i.Name}:{Of(i.From)}..{Of(i.To)}";

    private static string Of(ParameterSyntax p) => p.Type is null ? p.Name : $"{p.Name}:{Printer.Print(p.Type)}";

    private static string Join(string head, IEnumerable<string> parts) => $"({string.Join(' ', parts.Prepend(head))})";
}
