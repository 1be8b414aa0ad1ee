namespace Eligibility.Diagnostics;

/// <summary>S090 to S099: workbooks in which values and tables of rules were changed.</summary>
internal static class RuleWorkbookKinds
{
    public static readonly DiagnosticKind NoRuleSheets = new("S090", Severity.Error, new("不是导出的规则工作簿", "no workbook that rules were exported to"),
        new("工作簿里没有导出时写的表，或表头被改动。", "The workbook has not the sheets that the export writes, or their headers were changed."), "import household.xlsx", "import book.xlsx");

    public static readonly DiagnosticKind RulesMovedOn = new("S091", Severity.Error, new("导出以后规则改过", "rules that changed after the export"),
        new("工作簿记着导出时每个规则文件的哈希值；文件改过以后再导入，会改回旧的内容。", "The workbook notes the hash of each file as it was exported; imported over a file that changed since, it would bring back what stood there before."),
        "export, edit the YAML, import", "export again, edit the workbook, import");

    public static readonly DiagnosticKind RowUnknown = new("S092", Severity.Error, new("编号对不上规则", "a row whose number no rule has"),
        new("第一列的编号说明一行是哪个规则文件的哪一个数值，不能改；新增的行编号留空。", "The number in the first column says which value of which file a row is, and is not changed; a row that is added has none."),
        "a number typed over", "the number left as it was");

    public static readonly DiagnosticKind RowRemoved = new("S093", Severity.Error, new("删去了数值", "a value that was removed"),
        new("公布过的数值不删：写失效日期（to），或在规则文件里写 withdrawn。", "A value that was published is not removed: give its last day (to), or write `withdrawn` in the rule file."),
        "the row deleted", "the row kept, with its last day under 止");

    public static readonly DiagnosticKind RowsDisagree = new("S094", Severity.Error, new("同一条数值的几行说法不一", "rows of one entry that disagree"),
        new("按类别分行的数值在规则里是一条，日期、出处和说明只有一份。", "A value with keys stands in several rows and is one entry of the rules, with one set of dates, articles and notes."),
        "urban from 2024-07-01, rural from 2024-08-01", "both from 2024-07-01");

    public static readonly DiagnosticKind NotHere = new("S095", Severity.Error, new("这一处不能在工作簿里改", "a change that a workbook cannot make"),
        new("只有数值、日期、出处、说明和表的行能在工作簿里改；其余改规则文件。", "Values, dates, articles, notes and rows of tables can be changed in the workbook; the rest is changed in the rule file."),
        "a value for a parameter that no file declares", "the parameter declared in the rule file first");

    public static readonly IReadOnlyList<DiagnosticKind> All = [NoRuleSheets, RulesMovedOn, RowUnknown, RowRemoved, RowsDisagree, NotHere];
}
