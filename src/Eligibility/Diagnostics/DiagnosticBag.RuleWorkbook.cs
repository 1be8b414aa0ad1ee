using Eligibility.Text;

namespace Eligibility.Diagnostics;

public sealed partial class DiagnosticBag
{
    internal void NoRuleSheets(string path, string sheet) => Add(RuleWorkbookKinds.NoRuleSheets, null,
        new($"“{path}”里没有可用的“{sheet}”表。", $"`{path}` has no sheet `{sheet}` that can be used."),
        new("用 elig export 导出，再在那个文件里改。", "Write one with `elig export`, and change that file."));

    internal void RulesMovedOn(string file) => Add(RuleWorkbookKinds.RulesMovedOn, null,
        new($"导出以后“{file}”改过。", $"`{file}` changed after the export."),
        new("重新导出，把改动抄过去。", "Export again, and make the changes there."));

    internal void SheetRowUnknown(long row, string id) => Add(RuleWorkbookKinds.RowUnknown, null,
        new($"第{row}行：没有编号为“{id}”的数值或表。", $"Row {row}: no value or table has the number `{id}`."),
        new("编号照原样；新增的行把编号留空，写明文件和参数。", "Leave the number as it was; a row that is added has none, and names file and parameter."));

    internal void SheetRowTwice(long row, string id) => Add(RuleWorkbookKinds.RowUnknown, null,
        new($"第{row}行：编号“{id}”已经用过。", $"Row {row}: the number `{id}` stands there already."),
        new("复制来的行把编号清空，就是新增一条。", "Clear the number of a copied row: it is then added."));

    internal void SheetRowRemoved(string file, string parameter, string from) => Add(RuleWorkbookKinds.RowRemoved, null,
        new($"{file} 里“{parameter}”自 {from} 起的数值不见了。", $"The value of `{parameter}` from {from} in {file} is missing."),
        new("把那一行放回去；失效的写上“止”。", "Put the row back; a value that ended gets its last day."));

    internal void SheetRowsDisagree(long row, string field) => Add(RuleWorkbookKinds.RowsDisagree, null,
        new($"第{row}行：同一条数值的其他行，“{field}”说法不同。", $"Row {row}: other rows of the same entry say something else under `{field}`."),
        new("几行改成一样。", "Make the rows agree."));

    internal void SheetCellNotHere(long row, string what) => Add(RuleWorkbookKinds.NotHere, null,
        new($"第{row}行：“{what}”不能在这里这样改。", $"Row {row}: `{what}` cannot be changed so here."),
        new("改规则文件。", "Change the rule file."));
}
