using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>A table of a template.</summary>
/// <param name="Entity">What its rows are about.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record TemplateTable(EntityDeclaration Entity, IReadOnlyList<Column> Columns);

/// <summary>An empty caseload with the columns that the rules of a place read, and nothing else.</summary>
/// <param name="Place">The place.</param>
/// <param name="Tables">The tables, the households first.</param>
internal sealed record TemplatePlan(LocalText Place, IReadOnlyList<TemplateTable> Tables)
{
    /// <summary>How a template is filled in, a sentence a line.</summary>
    public static IReadOnlyList<string> Guide { get; } =
    [
        "每张表第一行是中文列名，第二行是键；从第三行起填写，一行一户、一人或一项。两行列名都可以删去一行，列的次序可以改变，不要的列可以删去。",
        "每一行都写明属于哪一户（家庭编号）；人的收入、残疾等还要写明是哪个人（家庭人员编号）。权重只用于抽样调查，一般留空。",
        "空格表示不知道，不是零，也不是“否”。词汇表规定“没有填就是没有”的列（如死亡日期）除外，那里不知道要写“不详”。",
        "一张表只要有一行，就当作填全了：没有行的人就是没有这一项。整张表没有行，就当作不知道。个别的户或人不同，在上一级的表里写“无”“有”或“不详”。",
        "日期写作 1931-05-02、1931/5/2、1931年5月2日或19310502。金额写到分，可用千位分隔（1,450.00），不写单位。编号、证号存为文本。几个编号用分号隔开。",
        "填好后用 elig caseload check 检查：每一行不能用的，都会说出是哪张表、哪一行、哪一列、为什么、怎么改。",
    ];

    /// <summary>Takes of the vocabulary what the rules read.</summary>
    public static TemplatePlan Of(Words words, IReadOnlySet<AttributeDeclaration> read, LocalText place)
    {
        var tables = new List<TemplateTable>();
        foreach (var entity in words.Entities.OrderBy(e => e == words.Root ? -1 : e.Index))
        {
            if (Columns.Of(entity, words) is not { } columns || (entity != words.Root && !entity.Attributes.Any(read.Contains))) continue;
            tables.Add(new TemplateTable(entity, [.. columns.All.Where(c => c.Attribute is null || c.Role == ColumnRole.Owner || read.Contains(c.Attribute))]));
        }
        return new TemplatePlan(place, tables);
    }

    /// <summary>The texts that a column allows; none when it takes any, or numbers or dates.</summary>
    public static IReadOnlyList<string> Choices(Column column) => (column.Role, column.Attribute) switch
    {
        (ColumnRole.ListState, _) => ["无", "有", "不详"],
        (ColumnRole.Fact, { Type: CodeType } a) => [.. a.Codes.Select(c => c.Label.Zh)],
        (ColumnRole.Fact, { } a) when a.Type.Equals(FeelType.Boolean) => a.Absence == Absence.Unknown ? ["是", "否"] : ["是", "否", "不详"],
        _ => [],
    };

    /// <summary>What may stand in a column, in a few words.</summary>
    public static string Form(Column column)
    {
        if (Choices(column) is { Count: > 0 } choices) return string.Join("；", choices);
        if (column.Role == ColumnRole.Weight) return "大于0的数，一户代表多少户；不是抽样就留空";
        if (column.Role == ColumnRole.Place) return "6、9或12位地区代码；与所问的地区相同就留空";
        if (column.Role is ColumnRole.Household or ColumnRole.Owner) return "编号，与上一级的表一致";
        var a = column.Attribute!;
        if (a.Type is ListType) return "编号，几个用分号隔开";
        if (a.Type.Equals(FeelType.Date)) return "日期";
        if (!a.Type.Equals(FeelType.Number)) return "文字";
        var bounds = (a.Minimum, a.Maximum) switch
        {
            ({ } low, { } high) => $"，{low}至{high}",
            ({ } low, null) => $"，不小于{low}",
            (null, { } high) => $"，不大于{high}",
            _ => "",
        };
        return (a.Decimals == 0 ? "整数" : FormattableString.Invariant($"数字，最多{a.Decimals}位小数")) + bounds;
    }

    /// <summary>What an empty cell means.</summary>
    public static string WhenEmpty(Column column) => (column.Role, column.Attribute) switch
    {
        (ColumnRole.Household or ColumnRole.Owner, _) => "必填",
        (ColumnRole.Fact, _) when column.Required => "必填",
        (ColumnRole.Weight, _) => "1",
        (ColumnRole.Place, _) => "所问的地区",
        (ColumnRole.ListState, _) => "看分表",
        (_, { Absence: Absence.None }) => "没有",
        (_, { Absence: Absence.Literal, AbsentReason: { } why }) => why.Zh,
        _ => "不知道",
    };

    /// <summary>From where an office takes the fact, and who attests it.</summary>
    public static string Origin(Column column)
    {
        var from = column.Attribute?.ObtainFrom is { } channel ? ObtainFrom.Label(channel).Zh : "";
        return column.Attribute?.AttestedBy is { } by ? (from.Length > 0 ? from + "；" : "") + "由" + by.Zh + "认定" : from;
    }

    /// <summary>The unit of a number as people write it.</summary>
    public static string Unit(Column column) => column.Role != ColumnRole.Fact || column.Attribute!.Unit is not { } unit ? ""
        : string.Join('/', unit.Split('/').Select(u => u switch { "CNY" => "元", "month" => "月", "year" => "年", "person" => "人", "m2" => "平方米", _ => u }));

    /// <summary>Help and article of the fact.</summary>
    public static string Note(Column column) => string.Join("　", new[] { column.Attribute?.Help?.Zh, column.Attribute?.Source }.OfType<string>());
}
