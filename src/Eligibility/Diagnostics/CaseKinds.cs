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

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        UnknownCaseKey, NoSnapshots, SnapshotShape, SnapshotDay, SnapshotDates, FactsOrChanges, ChangeShape, SnapshotsContradict, SnapshotsOverlap, MonthsReversed,
    ];
}
