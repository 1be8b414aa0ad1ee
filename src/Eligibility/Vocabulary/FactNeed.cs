using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>What must stand at a place in facts, in words, with an example of how it is written.</summary>
internal sealed record FactNeed(LocalText What, string Example, FactNodeKind Kind)
{
    public static FactNeed JurisdictionCode { get; } = new(new("地区代码（引号内的数字）", "the code of a place, digits in quotes"), "\"…\"", FactNodeKind.String);

    public static FactNeed Object(EntityDeclaration entity) => new(
        new($"一个对象（{entity.Label.Zh}）", $"an object ({entity.Label.En})"), "{ … }", FactNodeKind.Object);

    public static FactNeed Array(AttributeDeclaration attribute) => new(
        new($"一个列表（{attribute.Label.Zh}）", $"a list ({attribute.Label.En})"), "[ … ]", FactNodeKind.Array);

    public static FactNeed Scalar(AttributeDeclaration attribute)
    {
        if (attribute.Type.Equals(FeelType.Boolean))
            return new(new($"true 或 false（{attribute.Label.Zh}）", $"true or false ({attribute.Label.En})"), "true", FactNodeKind.Boolean);
        if (attribute.Type.Equals(FeelType.Number))
            return new(new($"一个数字（{attribute.Label.Zh}）", $"a number ({attribute.Label.En})"), "1450.5", FactNodeKind.Number);
        if (attribute.Type is CodeType)
            return new(new($"一个代码（{attribute.Label.Zh}）", $"a code ({attribute.Label.En})"), $"\"{attribute.Codes[0].Name}\"", FactNodeKind.String);
        return attribute.Type.Equals(FeelType.Date)
            ? new(new($"一个日期（{attribute.Label.Zh}）", $"a date ({attribute.Label.En})"), "\"2014-02-10\"", FactNodeKind.String)
            : new(new($"一段文字（{attribute.Label.Zh}）", $"a text ({attribute.Label.En})"), "\"1\"", FactNodeKind.String);
    }

    /// <summary>Reports a node that is of another kind.</summary>
    public void Report(DiagnosticBag bag, FactNode node, string path)
    {
        var advice = (node.Kind, Kind) switch
        {
            (FactNodeKind.String, FactNodeKind.Boolean or FactNodeKind.Number) => new LocalText($"去掉引号，写作 {Example}。", $"Write it without quotes: {Example}."),
            (FactNodeKind.Number or FactNodeKind.Boolean, FactNodeKind.String) => new LocalText($"加上引号，写作 {Example}。", $"Put it into quotes: {Example}."),
            (FactNodeKind.Object, FactNodeKind.Array) => new LocalText("只有一项也放进方括号：[ { … } ]。", "Put even a single one into brackets: [ { … } ]."),
            _ => new LocalText($"写作 {Example}；不知道就不写。", $"Write {Example}, or leave out what is not known."),
        };
        bag.WrongFactType(node.Place, Describe(node), What, advice, path);
    }

    private static LocalText Describe(FactNode node) => node.Kind switch
    {
        FactNodeKind.Object => new("一个对象", "an object"),
        FactNodeKind.Array => new("一个列表", "a list"),
        FactNodeKind.String => new("一段文字", "a text"),
        FactNodeKind.Number => new("一个数字", "a number"),
        FactNodeKind.Null => new("空值", "null"),
        _ => LocalText.Same(node.Text),
    };
}
