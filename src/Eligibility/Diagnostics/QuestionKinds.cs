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

    public static readonly DiagnosticKind PlaceNotYet = new("Q030", Severity.Error, new("那时还没有这个地区", "a place that was not there yet"),
        new("地区在所问的日子还没有设立；那时属于被并入的地区。", "On the day asked about the place did not exist yet; another one, merged into it later, was there."),
        "\"jurisdiction\": \"100100200\" … --month 2019-11", "\"jurisdiction\": \"100100100\"");

    public static readonly DiagnosticKind PlaceEnded = new("Q031", Severity.Error, new("那时已没有这个地区", "a place that was no more"),
        new("地区在所问的日子已经撤销，又没有登记并入哪里。", "The place had ended by the day asked about, and no successor of it is recorded."),
        "- { code: \"100100300\", validTo: 2019-12-31 }", "- { code: \"100100300\", validTo: 2019-12-31, successor: \"100100200\" }");

    public static readonly DiagnosticKind CannotWrite = new("Q009", Severity.Error, new("写不了文件", "a file that cannot be written"),
        new("文件夹不存在、没有权限或者磁盘已满；原有文件没有改动。", "The folder does not exist, may not be written to or is full; a file of that name is as it was."), "--out nowhere/page.html", "--out page.html");

    public static readonly DiagnosticKind OptionNeedsAnother = new("Q010", Severity.Error, new("选项不能这样用", "an option without the one it needs"),
        new("这个选项只和另一个选项一起才有意义。", "The option has a meaning only together with another one."), "--large-print --format text", "--large-print --format html");

    public static readonly DiagnosticKind UnknownStep = new("Q032", Severity.Error, new("程序里没有这一步", "a step that the procedure has not"),
        new("--on 给出程序中一步发生的日子，写作 步骤=日期。", "--on gives the day on which a step of the procedure took place, written step=day."), "--on publicNotic=2026-08-10", "--on publicNotice=2026-08-10");

    public static readonly DiagnosticKind NoSideOfComparison = new("Q033", Severity.Error, new("比较的一边写得不对", "a side of a comparison that cannot be read"),
        new("比较的每一边写作 地区/项目@月份，后面可以再写 @按哪一天所知；或者两边都是规则目录。", "Each side of a comparison is written place/programme@month, with @known-at behind it where needed; or both are rules directories."),
        "diff 110000/basicSupport@2024-06 2024-07", "diff 110000/basicSupport@2024-06 110000/basicSupport@2024-07");

    public static readonly DiagnosticKind UnknownCode = new("Q011", Severity.Error, new("没有这个诊断代码", "an unknown code of a diagnostic"),
        new("诊断代码是一个字母和三位数字，例如 X030。", "The code of a diagnostic is a letter and three digits, such as X030."), "explain X300", "explain X030");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NoPlace, UnknownPlace, UnknownProgrammeAsked, BadMonth, BadDay, BeforeAnythingPublished,
        UnknownOverlay, NoSuchFile, CannotWrite, OptionNeedsAnother, UnknownCode, PlaceNotYet, PlaceEnded, UnknownStep, NoSideOfComparison,
    ];
}
