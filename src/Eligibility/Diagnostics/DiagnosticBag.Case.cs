using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <content>Case files: facts over time.</content>
public sealed partial class DiagnosticBag
{
    internal void UnknownCaseKey(Location at, string key, string? nearest, string path) => Add(CaseKinds.UnknownCaseKey, at,
        new($"这里没有键 {Shown(key)}。", $"There is no key {Shown(key)} here."),
        nearest is null ? new("删去它；家庭的事实写在快照的 facts 里。", "Delete it; the facts of the household stand in the `facts` of a snapshot.") : Meant(nearest), path: path);

    internal void NoSnapshots(Location at) => Add(CaseKinds.NoSnapshots, at,
        new("snapshots 里没有快照。", "There are no snapshots in `snapshots`."),
        new("至少写一份：{ \"from\": …, \"reported\": …, \"facts\": { … } }。", "Write at least one: { \"from\": …, \"reported\": …, \"facts\": { … } }."), path: "$.snapshots");

    internal void SnapshotShape(Location at, string path) => Add(CaseKinds.SnapshotShape, at,
        new("这份快照不是对象。", "This snapshot is no object."),
        new("写作 { \"from\": …, \"reported\": …, \"facts\": { … } }。", "Write { \"from\": …, \"reported\": …, \"facts\": { … } }."), path: path);

    internal void SnapshotDay(Location at, string? text, string key, string path) => Add(CaseKinds.SnapshotDay, at,
        text is null ? new($"快照没有 {key}。", $"The snapshot has no `{key}`.") : new($"{key} 的 {Shown(text)} 不是日期。", $"{Shown(text)} is not a date for `{key}`."),
        key == "reported" ? new("写明哪一天报告，如 \"2024-01-10\"：此前不能用它。", "Say on which day it was reported, as \"2024-01-10\": before that it cannot be used.")
            : new("写作 \"2024-01-01\"。", "Write it as \"2024-01-01\"."), path: path);

    internal void SnapshotDates(Location at, string to, string path) => Add(CaseKinds.SnapshotDates, at,
        new($"止日 {to} 在起日之前。", $"The end, {to}, lies before the start."), new("核对两个日期。", "Check both dates."), path: path);

    internal void FactsOrChanges(Location at, bool isFirst, string path) => Add(CaseKinds.FactsOrChanges, at,
        new("快照要写 facts 或 changes 之一。", "A snapshot has either `facts` or `changes`, a list."),
        isFirst ? new("第一份写全部事实：\"facts\": { … }。", "The first one states all facts: \"facts\": { … }.") : new("写 \"facts\": { … }，或 \"changes\": [ … ]。", "Write \"facts\": { … } or \"changes\": [ … ]."), path: path);

    internal void ChangeShape(Location at, string path) => Add(CaseKinds.ChangeShape, at,
        new("这项改动读不懂。", "This change cannot be read."),
        new("写作 { \"at\": \"members.1.incomes\", \"value\": … }，去掉一项写 \"remove\": true。", "Write { \"at\": \"members.1.incomes\", \"value\": … }; to take something away, \"remove\": true."), path: path);

    internal void SnapshotsContradict(Location at, string from, string reported, Location other) => Add(CaseKinds.SnapshotsContradict, at,
        new($"两份快照都自 {from} 起、都在 {reported} 报告。", $"Two snapshots begin on {from} and were reported on {reported}."),
        new("删去一份；若是更正，写它自己的报告日。", "Delete one; if it is a correction, give the day on which that was reported."), other);

    internal void SnapshotsOverlap(Location at, string to, string next, Location other) => Add(CaseKinds.SnapshotsOverlap, at,
        new($"快照到 {to} 为止，而下一份自 {next} 起。", $"The snapshot ends on {to}, and the next begins on {next}."),
        new("去掉 to：下一份开始时它自然结束。", "Leave `to` out: it ends when the next one begins."), other);

    internal void MonthsReversed(string from, string to) => Add(CaseKinds.MonthsReversed, null,
        new($"从 {from} 到 {to} 不是一段可以结算的月份。", $"{from} to {to} is no span of months that can be stated."),
        new("--from 在前，--to 在后，最多 1,200 个月。", "Give the earlier as --from and the later as --to, at most 1,200 months apart."));

    internal void NotSaidWhenDecided(string month) => Add(CaseKinds.NotSaidWhenDecided, null,
        new($"没有写明 {month} 是哪一天决定的。", $"It is not said on which day {month} was decided."),
        new("给出 --decided-at，或在支付表里加一列 decidedOn。", "Give --decided-at, or a column decidedOn in the payments."));

    internal void DecidedAfterNow(string decided, string now) => Add(CaseKinds.DecidedAfterNow, null,
        new($"决定的日子 {decided} 晚于现在所知的日子 {now}。", $"The decision of {decided} lies after what is known now, {now}."),
        new("核对 --decided-at 和 --known-at。", "Check --decided-at and --known-at."));

    internal void NoReceipt(Location at) => Add(CaseKinds.NoReceipt, at,
        new("这不是回执。", "This is not a receipt."), new("给出 decide --receipt 写出的文件。", "Give a file that decide --receipt wrote."));

    internal void ReceiptFormat(Location at, string format) => Add(CaseKinds.ReceiptFormat, at,
        new($"不识格式 {Shown(format)}。", $"Format {Shown(format)} is not known."), new("用写出它的版本或更新的版本读。", "Read it with the version that wrote it, or a newer one."));

    internal void ReceiptPart(Location at, string part) => Add(CaseKinds.ReceiptPart, at,
        new($"回执缺少 {part}，或不能用。", $"The receipt lacks {part}, or it cannot be used."), new("用原来的文件：它被改动过，或没有写完。", "Take the original file: this one was altered or not written to the end."));

    internal void PaidHeader(Location at, string header, string? nearest) => Add(CaseKinds.PaidHeader, at,
        new($"支付表没有列 {Shown(header)}，或写了两次。", $"The payments have no column {Shown(header)}, or it stands twice."),
        nearest is null ? new("列名用 month、programme、benefit、person、amount、decidedOn 或其中文。", "The columns are month, programme, benefit, person, amount, decidedOn, or their Chinese names.") : Meant(nearest));

    internal void PaidColumnMissing(Location at, string key, string zh) => Add(CaseKinds.PaidColumnMissing, at,
        new($"支付表没有“{zh}”（{key}）一列。", $"The payments have no column `{key}`."), new("补上这一列。", "Add the column."));

    internal void PaidRow(Location at, string found, LocalText why) => Add(CaseKinds.PaidRow, at,
        new($"这一行不能用：{why.Zh}（{found}）。", $"The row cannot be used: {why.En} ({found})."), new("改正这一行后重来。", "Correct it and run again."));
}
