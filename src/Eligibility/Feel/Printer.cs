using System.Globalization;
using System.Text;

namespace Eligibility.Feel;

/// <summary>
/// Writes a tree as text: one spelling for each tree, with no bracket that could be left out. Reading it again, with the same
/// names in scope, gives an equal tree. It recurses as deep as the tree is high, which the parser bounds.
/// </summary>
internal sealed partial class Printer
{
    private readonly Func<ExpressionSyntax, string>? _rename;
    private readonly StringBuilder _text = new();

    private Printer(Func<ExpressionSyntax, string>? rename) => _rename = rename;

    /// <summary>The canonical text of a tree without <see cref="ErrorSyntax"/> in it.</summary>
    /// <param name="expression">The tree.</param>
    /// <param name="rename">The name to print for a <see cref="NameSyntax"/> and for the last step of a <see cref="PathSyntax"/>; their own if left out.</param>
    public static string Print(ExpressionSyntax expression, Func<ExpressionSyntax, string>? rename = null)
    {
        var printer = new Printer(rename);
        printer.Write(expression, Precedence.Open);
        return printer._text.ToString();
    }

    /// <summary>The text of a type.</summary>
    public static string Print(TypeSyntax type)
    {
        var printer = new Printer(null);
        printer.Write(type);
        return printer._text.ToString();
    }

    /// <summary>How an operator is written.</summary>
    public static string Spell(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "**",
    };

    /// <summary>A text in double quotes, with what needs escaping escaped.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when NeedsEscape(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }
        return text.Append('"').ToString();
    }

    private static bool NeedsEscape(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private void Write(ExpressionSyntax node, int least)
    {
        var bracketed = PrecedenceOf(node) < least;
        if (bracketed) _text.Append('(');
        WriteBare(node);
        if (bracketed) _text.Append(')');
    }

    private static int PrecedenceOf(ExpressionSyntax node) => node switch
    {
        IfSyntax or ForSyntax or QuantifiedSyntax or FunctionSyntax => Precedence.Open,
        BinarySyntax b => PrecedenceOf(b.Operator),
        BetweenSyntax or InSyntax => Precedence.Comparison,
        NegationSyntax => Precedence.Negation,
        // Behind a bare `list` a `<` would open the type of its elements.
        InstanceOfSyntax i => MayTakeArguments(i.Type) ? Precedence.Comparison : Precedence.InstanceOf,
        _ => Precedence.Primary,
    };

    private static int PrecedenceOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => Precedence.Or,
        BinaryOperator.And => Precedence.And,
        BinaryOperator.Add or BinaryOperator.Subtract => Precedence.Additive,
        BinaryOperator.Multiply or BinaryOperator.Divide => Precedence.Multiplicative,
        BinaryOperator.Power => Precedence.Power,
        _ => Precedence.Comparison,
    };

    private static bool MayTakeArguments(TypeSyntax type) => type.Result is { } result
        ? MayTakeArguments(result)
        : type.Arguments.Count == 0 && type.Name is "list" or "range" or "context" or "function";

    private void WriteAll<T>(IReadOnlyList<T> items, Action<T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) _text.Append(", ");
            write(items[i]);
        }
    }

    private void Write(TypeSyntax type)
    {
        _text.Append(type.Name);
        // `function` alone has no angle brackets; with a result it needs them, empty or not.
        if (type.Arguments.Count > 0 || type.Result is not null)
        {
            _text.Append('<');
            WriteAll(type.Arguments, argument =>
            {
                if (argument.Name is { } name) _text.Append(name).Append(": ");
                Write(argument.Type);
            });
            _text.Append('>');
        }
        if (type.Result is null) return;
        _text.Append(" -> ");
        Write(type.Result);
    }
}
