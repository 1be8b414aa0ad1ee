using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <content>Simulations.</content>
public sealed partial class DiagnosticBag
{
    internal void BadSet(Location at) => Add(SimulationKinds.BadSet, at,
        new("这里读不懂。", "This cannot be read."), new("写作 guaranteeLine=1500，或 line[area=rural]=800@2024-09。", "Write guaranteeLine=1500, or line[area=rural]=800@2024-09."));

    internal void UnknownParameterSet(Location at, string name, string? nearest, IReadOnlyList<string> programmes) => Add(SimulationKinds.UnknownParameterSet, at,
        programmes.Count > 1 ? new($"几个项目都有参数“{name}”。", $"Several programmes have a parameter `{name}`.") : new($"没有参数“{name}”。", $"There is no parameter `{name}`."),
        programmes.Count > 1 ? new($"写明项目：{string.Join("、", programmes.Select(p => $"{p}.{name}"))}。", $"State the programme: {string.Join(", ", programmes.Select(p => $"{p}.{name}"))}.") : Meant(nearest));

    internal void SetKeys(Location at, string name, IReadOnlyList<string> keys) => Add(SimulationKinds.SetKeys, at,
        keys.Count == 0 ? new($"参数“{name}”不分类别，这里却写了键。", $"`{name}` is one value and has no keys.")
            : new($"参数“{name}”按{string.Join("、", keys)}取值，这里没有写明，或写得不同。", $"`{name}` depends on {string.Join(", ", keys)}, which is not stated here, or otherwise."),
        keys.Count == 0 ? new($"写作 {name}=值。", $"Write {name}=value.") : new($"写作 {name}[{string.Join(",", keys.Select(k => k + "=…"))}]=值。", $"Write {name}[{string.Join(",", keys.Select(k => k + "=…"))}]=value."));

    internal void MonthInParts(LocalText what) => Add(SimulationKinds.MonthInParts, null, what, new("换一个月份，或用 decide 一户一户地决定。", "Take another month, or decide household by household."));

    internal void BadShard(string text) => Add(SimulationKinds.BadShard, null, new($"“{text}”不是一份。", $"`{text}` is no part."), new("写作 3/16。", "Write 3/16."));

    internal void PartsDiffer(string path, LocalText why) => Add(SimulationKinds.PartsDiffer, null, new($"“{path}”：{why.Zh}。", $"{path}: {why.En}."),
        new("只合并同一次测算的各份。", "Merge only parts of one simulation."));

    internal void TooManyChanges(int count) => Add(SimulationKinds.TooManyChanges, null, new($"有 {count} 项改动。", $"There are {count} changes."),
        new("减到四项，或把几项写进一个假设文件。", "Make it four, or put some into one overlay file."));

    internal void BadBudget(string option, string text, LocalText why, string? nearest = null) => Add(SimulationKinds.BadBudget, null, new($"{option} {text}：{why.Zh}。", $"{option} {text}: {why.En}."),
        nearest is null ? new("写作 --year 2026、--approved 12000000、--approved 项目=12000000、--priority 项目,项目。", "Write --year 2026, --approved 12000000, --approved programme=12000000, --priority programme,programme.") : Meant(nearest));

    internal void TooFarBack(string month, int most) => Add(SimulationKinds.TooFarBack, null, new($"改动从 {month} 起。", $"A change holds from {month}."),
        new($"最多往前 {most} 个月；只看今后的，不写 @月份，或写成所测算的月份。", $"{most} months back at the most; for the time to come only, leave out @month or write the month that is decided."));
}
