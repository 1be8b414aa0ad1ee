using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>Reads and checks single values. Each mistake is reported once, and gives null.</summary>
internal sealed class FactScalars(DiagnosticBag bag)
{
    /// <summary>The longest text a fact may be, in characters.</summary>
    public const int MaxLength = 200;

    public Value? Read(AttributeDeclaration attribute, FactNode node, string path)
    {
        if (attribute.Type.Equals(FeelType.Boolean)) return ReadBoolean(attribute, node, path);
        if (attribute.Type.Equals(FeelType.Number)) return ReadNumber(attribute, node, path);
        if (ReadText(attribute, node, path) is not { } text) return null;
        if (attribute.Type is CodeType) return ReadCode(attribute, text, node, path);
        return attribute.Type.Equals(FeelType.Date) ? ReadDate(attribute, text, node, path) : Value.From(text);
    }

    /// <summary>A text that is not empty, not too long, and has no spaces around it.</summary>
    public string? ReadText(AttributeDeclaration attribute, FactNode node, string path)
    {
        if (node.Kind is not (FactNodeKind.String or FactNodeKind.Untyped))
        {
            FactNeed.Scalar(attribute).Report(bag, node, path);
            return null;
        }
        var text = node.Text;
        if (string.IsNullOrWhiteSpace(text)) bag.EmptyText(node.Location, attribute.Label, path);
        else if (text.EnumerateRunes().Count() is var length and > MaxLength) bag.LongText(node.Location, attribute.Label, length, MaxLength, path);
        else if (text.Trim().Length != text.Length) bag.SpacesAroundText(node.Location, attribute.Label, path);
        else return text;
        return null;
    }

    private Value? ReadBoolean(AttributeDeclaration attribute, FactNode node, string path)
    {
        if (node.Kind is FactNodeKind.Boolean or FactNodeKind.Untyped && node.Text is "true" or "false") return Value.From(node.Text == "true");
        FactNeed.Scalar(attribute).Report(bag, node, path);
        return null;
    }

    private Value? ReadNumber(AttributeDeclaration attribute, FactNode node, string path)
    {
        if (node.Kind is not (FactNodeKind.Number or FactNodeKind.Untyped))
        {
            FactNeed.Scalar(attribute).Report(bag, node, path);
            return null;
        }
        if (!Number.TryParse(node.Text, out var number)) bag.UnreadableNumber(node.Location, node.Text, attribute.Label, path);
        else if (number.Scale is not { } scale || scale > attribute.Decimals) bag.TooManyDecimals(node.Location, node.Text, attribute.Label, attribute.Decimals, path);
        else if (number < attribute.Minimum || number > attribute.Maximum)
            bag.NumberOutOfBounds(node.Location, node.Text, attribute.Label, attribute.Minimum?.ToString(), attribute.Maximum?.ToString(), path);
        else return Value.From(number);
        return null;
    }

    private Value? ReadCode(AttributeDeclaration attribute, string text, FactNode node, string path)
    {
        if (attribute.Code(text) is not null) return Value.From(text);
        // Whoever writes the label of a code has said which code is meant.
        var meant = attribute.Codes.FirstOrDefault(c => c.Label.Zh == text || c.Label.En == text)?.Name;
        var names = attribute.Codes.Select(c => c.Name).ToList();
        bag.UnknownFactCode(node.Location, text, attribute.Label, names, meant ?? NearestName.Find(text, names), path);
        return null;
    }

    private Value? ReadDate(AttributeDeclaration attribute, string text, FactNode node, string path)
    {
        if (FactDate.Problem(text, out var date) is not { } problem) return Value.From(date);
        bag.BadFactDate(node.Location, text, attribute.Label, problem.What, problem.Advice, path);
        return null;
    }
}
