namespace Eligibility.Diagnostics;

/// <summary>The questions that cannot be asked.</summary>
internal static class QuestionKinds
{
    public static readonly DiagnosticKind NoPlace = new("Q001", Severity.Error, new("没有写明地区", "no place is stated"),
        new("事实和选项都没有说按哪个地方的规则决定。", "Neither the facts nor the question say whose rules apply."), "{ \"members\": [ … ] }", "{ \"jurisdiction\": \"110000\", \"members\": [ … ] }");

    public static readonly DiagnosticKind UnknownPlace = new("Q002", Severity.Error, new("没有这个地区", "an unknown place"),
        new("地区代码没有登记。", "The code is not among the places that the rules know."), "--place 110001", "--place 110000");

    public static readonly DiagnosticKind UnknownProgrammeAsked = new("Q003", Severity.Error, new("没有这个项目", "an unknown programme"),
        new("没有任何地方有这个项目的规则。", "No place has rules of that programme."), "show 110000/basicSuport", "show 110000/basicSupport");

    public static readonly DiagnosticKind BadMonth = new("Q004", Severity.Error, new("月份不对", "a month that cannot be read"),
        new("月份写作 2024-08。", "A month is written 2024-08."), "--month 2024-13", "--month 2024-08");

    public static readonly DiagnosticKind BadDay = new("Q005", Severity.Error, new("日期不对", "a day that cannot be read"),
        new("日期写作 2024-08-31，且须存在。", "A day is written 2024-08-31 and must exist."), "--known-at 2024-02-30", "--known-at 2024-02-29");

    public static readonly DiagnosticKind BeforeAnythingPublished = new("Q006", Severity.Error, new("此前没有公布任何规则", "before anything was published"),
        new("所问的日子早于最早公布的规则，那时什么也不知道。", "The day of knowledge lies before the first publication of any rule: nothing was known then."), "--known-at 1990-01-01", "--known-at 2024-08-31");

    public static readonly DiagnosticKind UnknownOverlay = new("Q007", Severity.Error, new("没有这个假设", "an unknown overlay"),
        new("没有这个名称的假设文件。", "There is no overlay of that name."), "--overlay averge-level", "--overlay average-level-as-amount");

    public static readonly DiagnosticKind NoSuchFile = new("Q008", Severity.Error, new("打不开文件", "a file that cannot be read"),
        new("文件不存在或没有权限。", "The file does not exist or may not be read."), "decide familly.json", "decide family.json");

    public static readonly DiagnosticKind UnknownCode = new("Q009", Severity.Error, new("没有这个诊断代码", "an unknown code of a diagnostic"),
        new("诊断代码是一个字母和三位数字，例如 X030。", "The code of a diagnostic is a letter and three digits, such as X030."), "explain X300", "explain X030");

    public static readonly DiagnosticKind NotWritable = new("Q010", Severity.Error, new("不能写文件", "a file that cannot be written"),
        new("文件是只读的，或没有写的权限；什么都没有改。", "The file is read-only or may not be written; nothing was changed."), "fmt rules (a file in it is read-only)", "fmt rules (after chmod u+w)");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NoPlace, UnknownPlace, UnknownProgrammeAsked, BadMonth, BadDay, BeforeAnythingPublished,
        UnknownOverlay, NoSuchFile, UnknownCode, NotWritable,
    ];
}
