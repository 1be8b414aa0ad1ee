namespace Eligibility.Diagnostics;

/// <summary>C001 to C019: case files, payments and receipts.</summary>
internal static class CaseKinds
{
    private const string Snapshot = "{ \"snapshots\": [ { \"from\": \"2024-01-01\", \"reported\": \"2024-01-10\", \"facts\": { \"members\": [ { \"id\": \"1\" } ] } }";

    public static readonly DiagnosticKind UnknownCaseKey = new("C001", Severity.Error, new("案卷里没有这个键", "a key that a case has not"),
        new("案卷只有 snapshots，每份快照只有 from、to、reported、withdrawn、facts、changes；写错的键会被悄悄略去，所以拒绝。", "A case has snapshots, and a snapshot has from, to, reported, withdrawn, facts and changes; a misspelt key would be passed over, so it is refused."),
        "{ \"snapshots\": [ { \"form\": \"2024-01-01\", … } ] }", Snapshot + " ] }");

    public static readonly DiagnosticKind NoSnapshots = new("C002", Severity.Error, new("案卷里没有快照", "a case without snapshots"),
        new("snapshots 是一个列表，至少有一份。", "`snapshots` is a list of at least one."), "{ \"snapshots\": [] }", Snapshot + " ] }");

    public static readonly DiagnosticKind SnapshotShape = new("C003", Severity.Error, new("快照不是对象", "a snapshot that is no object"),
        new("每份快照写在花括号里。", "Every snapshot stands between braces."), "{ \"snapshots\": [ \"2024-01-01\" ] }", Snapshot + " ] }");

    public static readonly DiagnosticKind SnapshotDay = new("C004", Severity.Error, new("快照的日期缺失或不对", "a snapshot without a day that can be read"),
        new("每份快照写明自哪一天起（from）和哪一天报告（reported），写作 2024-01-10。", "Every snapshot says from which day it holds (from) and on which day it was reported (reported), written 2024-01-10."),
        "{ \"snapshots\": [ { \"from\": \"2024-01\", … } ] }", Snapshot + " ] }");

    public static readonly DiagnosticKind SnapshotDates = new("C005", Severity.Error, new("快照的止日在起日之前", "a snapshot that ends before it begins"),
        new("to 是最后一天，不早于 from。", "`to` is its last day and not before `from`."), "\"from\": \"2024-03-01\", \"to\": \"2024-02-01\"", "\"from\": \"2024-03-01\", \"to\": \"2024-03-31\"");

    public static readonly DiagnosticKind FactsOrChanges = new("C006", Severity.Error, new("快照要有事实或改动", "a snapshot with neither facts nor changes, or both"),
        new("写全部事实（facts），或者写对前一份的改动（changes）；第一份只能写 facts。", "A snapshot holds whole facts (facts) or changes to the one before (changes); the first can only hold facts."),
        "{ \"snapshots\": [ { \"from\": \"2024-01-01\", \"reported\": \"2024-01-10\" } ] }", Snapshot + " ] }");

    public static readonly DiagnosticKind ChangeShape = new("C007", Severity.Error, new("改动写得不对", "a change that cannot be read"),
        new("改动写作 { \"at\": 路径, \"value\": 新值 } 或 { \"at\": 路径, \"remove\": true }。", "A change is { \"at\": path, \"value\": new value } or { \"at\": path, \"remove\": true }."),
        "\"changes\": [ { \"at\": \"members.1.incomes\" } ]", "\"changes\": [ { \"at\": \"members.1.incomes\", \"value\": [] } ]");

    public static readonly DiagnosticKind SnapshotsContradict = new("C008", Severity.Error, new("两份快照互相矛盾", "two snapshots that contradict each other"),
        new("同一天起、同一天报告的两份快照，分不清哪一份为准；更正要写更晚的报告日。", "Two snapshots of the same start, reported on the same day: nothing tells which of them holds. A correction is reported later."),
        "\"from\": \"2024-01-01\", \"reported\": \"2024-01-10\" … \"from\": \"2024-01-01\", \"reported\": \"2024-01-10\"", "\"from\": \"2024-01-01\", \"reported\": \"2024-01-10\" … \"from\": \"2024-01-01\", \"reported\": \"2024-02-10\"");

    public static readonly DiagnosticKind SnapshotsOverlap = new("C009", Severity.Error, new("两份快照时间重叠", "snapshots that overlap"),
        new("写了 to 的快照伸进了下一份的时间；通常不必写 to，下一份开始时它自然结束。", "A snapshot with a stated end reaches into the time of the next. The end is usually left out: a snapshot holds until the next one."),
        "\"from\": \"2024-01-01\", \"to\": \"2024-06-30\" … \"from\": \"2024-03-01\"", "\"from\": \"2024-01-01\" … \"from\": \"2024-03-01\"");

    public static readonly DiagnosticKind MonthsReversed = new("C010", Severity.Error, new("起止月份颠倒", "months in the wrong order"),
        new("--from 不晚于 --to，最多 1,200 个月。", "--from is not after --to, and the statement has at most 1,200 months."), "--from 2024-12 --to 2024-06", "--from 2024-06 --to 2024-12");

    public static readonly DiagnosticKind NotSaidWhenDecided = new("C011", Severity.Error, new("没有写明何时决定", "a month without the day on which it was decided"),
        new("差额要从当时所知算起；每个月都要有决定的日子。", "A difference is counted from what was known then, so every month needs the day on which it was decided."),
        "adjust case.json --from 2024-07 --to 2024-08", "adjust case.json --from 2024-07 --to 2024-08 --decided-at 2024-07-20");

    public static readonly DiagnosticKind DecidedAfterNow = new("C012", Severity.Error, new("决定的日子晚于“现在”", "decided after what is known now"),
        new("--known-at 是现在所知的日子，不早于决定的日子。", "--known-at is the day of what is known now, and not before the decision."),
        "--decided-at 2024-08-31 --known-at 2024-07-20", "--decided-at 2024-07-20 --known-at 2024-08-31");

    public static readonly DiagnosticKind PaidHeader = new("C013", Severity.Error, new("支付表的表头不对", "a header of the payments that is not known"),
        new("支付表的列是 month 月份、programme 项目、benefit 待遇、person 人员编号、amount 金额、decidedOn 决定日期，每列一次。", "Payments have the columns month, programme, benefit, person, amount and decidedOn, each once."),
        "月分,项目,待遇,金额", "月份,项目,待遇,金额");

    public static readonly DiagnosticKind PaidColumnMissing = new("C014", Severity.Error, new("支付表缺一列", "a column of the payments is missing"),
        new("月份、项目、待遇、金额四列不能缺。", "Month, programme, benefit and amount cannot be left out."), "月份,项目,金额", "月份,项目,待遇,金额");

    public static readonly DiagnosticKind PaidRow = new("C015", Severity.Error, new("支付表的一行不能用", "a row of the payments that cannot be used"),
        new("一行读不懂就不能说清差额，所以整张表都不用。", "With a row that cannot be read no difference would be right, so the table is not used."), "2024-8,basicSupport,basic,,1950", "2024-08,basicSupport,basic,,1950");

    public static readonly DiagnosticKind NoReceipt = new("C020", Severity.Error, new("不是回执", "not a receipt"),
        new("文件里没有 receipt：它不是 decide --receipt 写出的回执。", "The file has no `receipt`: it was not written by decide --receipt."), "replay family.json", "replay receipt.json");

    public static readonly DiagnosticKind ReceiptFormat = new("C021", Severity.Error, new("回执的格式版本不识", "a receipt of another format"),
        new("本版只读格式 1 的回执；更新的格式要用更新的程序读。", "This version reads receipts of format 1; a newer format needs a newer version."), "\"receipt\": 2", "\"receipt\": 1");

    public static readonly DiagnosticKind ReceiptPart = new("C022", Severity.Error, new("回执不全", "a receipt that lacks something"),
        new("回执要有月份、所知的日子、事实、规则文件、决定和摘要；缺一样就不能重算。", "A receipt holds month, day of knowledge, facts, rule files, decisions and digest; without one of them nothing can be decided again."),
        "{ \"receipt\": 1, \"month\": \"2024-08\" }", "the file as decide --receipt wrote it");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        UnknownCaseKey, NoSnapshots, SnapshotShape, SnapshotDay, SnapshotDates, FactsOrChanges, ChangeShape, SnapshotsContradict, SnapshotsOverlap, MonthsReversed,
        NotSaidWhenDecided, DecidedAfterNow, PaidHeader, PaidColumnMissing, PaidRow, NoReceipt, ReceiptFormat, ReceiptPart,
    ];
}
