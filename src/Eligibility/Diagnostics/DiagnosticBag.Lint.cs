using Eligibility.Text;

namespace Eligibility.Diagnostics;

public sealed partial class DiagnosticBag
{
    internal void GapInValues(Location at, string name, string until, string next) => Add(LintKinds.GapInValues, at,
        new($"“{name}”在 {until} 之后、{next} 之前没有数值。", $"`{name}` has no value after {until} and before {next}."),
        new("若确有数值，补上并写明依据；若没有，保留空缺，这些月份不会猜测。", "Add the value with its source if there is one; if not, leave the gap: nothing is guessed for those months."));

    internal void OverlapInValues(Location at, string name, string until, string next) => Add(LintKinds.OverlapInValues, at,
        new($"“{name}”写到 {until}，而后一个数值自 {next} 起。", $"`{name}` runs to {until}, but the next value begins on {next}."),
        new("改正结束日或起始日。", "Correct the end or the start."));

    internal void OpenLastValue(Location at, string name) => Add(LintKinds.OpenLastValue, at,
        new($"“{name}”的最后一个数值没有期限。", $"The last value of `{name}` is open."),
        new("写 attestedThrough：来源能证明到哪一天。", "Write attestedThrough: the last day that a source proves."));

    internal void ImplausibleStep(Location at, string name, string before, string after) => Add(LintKinds.ImplausibleStep, at,
        new($"“{name}”从 {before} 变为 {after}。", $"`{name}` steps from {before} to {after}."),
        new("对照来源核对数字和单位。", "Check the figures and the unit against the source."));

    internal void LongUnattested(Location at, string name, string through) => Add(LintKinds.LongUnattested, at,
        new($"“{name}”只查证到 {through}。", $"`{name}` is attested through {through} only."),
        new("查找更新的来源。", "Look for a newer source."));

    internal void NeverHolds(Location at, string name, string part) => Add(LintKinds.NeverHolds, at,
        new($"“{name}”永远不会成立：在其余条件下，`{part}` 不可能为真。", $"`{name}` can never hold: under its other conditions `{part}` cannot be true."),
        new("对照条文核对比较符号和倍数。", "Check the comparisons and multiples against the text."));

    internal void UnusedName(Location at, string name) => Add(LintKinds.UnusedName, at,
        new($"“{name}”没有被用到。", $"`{name}` is not used."),
        new("删去，或在该用的地方使用。", "Remove it, or use it where it belongs."));

    internal void UnitMismatch(Location at, string left, string right) => Add(LintKinds.UnitMismatch, at,
        new($"一边是 {left}，另一边是 {right}。", $"One side is {left}, the other {right}."),
        new("先换算成同一单位。", "Convert them to one unit first."));

    internal void StrictnessDiffers(Location at, string name, string below) => Add(LintKinds.StrictnessDiffers, at,
        new($"“{name}”与它覆盖的公式只在是否含等号上不同（{below}）。", $"`{name}` differs from what it overrides only in whether equality counts ({below})."),
        new("确认条文写的是“低于”还是“以下（含）”。", "Make sure whether the text says below, or at most."));

    internal void EnglishMissing(Location at, string name) => Add(LintKinds.EnglishMissing, at,
        new($"“{name}”没有英文。", $"`{name}` has no English."),
        new("补上 en。", "Add en."));

    internal void TableGap(Location at, string name, string example) => Add(LintKinds.TableGap, at,
        new($"“{name}”的表格没有包括这种情形：{example}。", $"The table of `{name}` has no row for {example}."),
        new("补一行，或以 - 收尾。", "Add a row, or end with one of dashes."));

    internal void TableOverlap(Location at, string name, string example) => Add(LintKinds.TableOverlap, at,
        new($"“{name}”的表格有不止一行符合：{example}。", $"More than one row of the table of `{name}` matches {example}."),
        new("改正范围，或写 hit: first。", "Correct the ranges, or write hit: first."));

    internal void ReviewOld(Location at, string on, string since) => Add(LintKinds.ReviewOld, at,
        new($"最近一次复核是 {on}，{(since.Length == 0 ? "已过去一年以上" : $"其后 {since} 又公布了数值")}。", $"The last review was on {on}; {(since.Length == 0 ? "that is more than a year ago" : $"a value was published after it, on {since}")}."),
        new("对照原文重新核对，并加一条 reviewed。", "Compare it with the texts again and add a line to reviewed."));

    internal void ReviewPartial(Location at, string articles) => Add(LintKinds.ReviewPartial, at,
        new($"复核没有对照：{articles}。", $"No review compared it with {articles}."),
        new("对照这些条文，并写进 against。", "Compare it with these articles and add them to against."));
}
