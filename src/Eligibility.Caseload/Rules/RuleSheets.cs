using Eligibility.RuleSets.Editing;

namespace Eligibility.Caseload.Rules;

/// <summary>The sheets of a workbook of rules and their columns, for the writer and the reader alike.</summary>
internal static class RuleSheets
{
    public const string Guide = "说明";
    public const string Values = "数值";
    public const string Tables = "表格";
    public const string Formulas = "公式";
    public const string Files = "文件";

    /// <summary>The key over the first column, by which the header is found.</summary>
    public const string IdKey = "id";

    /// <summary>What stands before the fields of a value: key and label.</summary>
    public static readonly IReadOnlyList<(string Key, string Label, int Width)> Leading =
    [
        (IdKey, "编号（不要改）", 18), ("programme", "项目", 22), ("label", "名称", 22), ("unit", "单位", 18), ("file", "规则文件", 24), ("parameter", "参数", 18), ("key", "类别", 14),
    ];

    public const int FileColumn = 4;
    public const int ParameterColumn = 5;
    public const int KeyColumn = 6;

    /// <summary>The fields of a value with their labels, in the order of <see cref="ValueFields.All"/>.</summary>
    public static readonly IReadOnlyList<(string Label, int Width)> Fields =
    [
        ("起", 12), ("止", 12), ("公布日期", 12), ("数值", 12), ("查证到", 12), ("没有文件（recalled）", 12), ("撤回（withdrawn）", 12), ("性质（status）", 14), ("出处", 34), ("说明", 40), ("说明（英文）", 40),
    ];
}
