using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Diagnostics;

public sealed partial class DiagnosticBag
{
    internal void NoPlace(Location? at) => Add(QuestionKinds.NoPlace, at,
        new("没有写明地区。", "No place is stated."),
        new("在事实里写 \"jurisdiction\"，或用 --place 指定。", "State \"jurisdiction\" in the facts, or give --place."));

    internal void UnknownPlace(Location? at, string code, string? nearest) => Add(QuestionKinds.UnknownPlace, at,
        new($"没有地区“{code}”。", $"There is no place `{code}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void UnknownProgrammeAsked(Location? at, string name, string? nearest) => Add(QuestionKinds.UnknownProgrammeAsked, at,
        new($"没有项目“{name}”。", $"There is no programme `{name}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void BadMonth(Location? at, string text) => Add(QuestionKinds.BadMonth, at,
        new($"“{text}”不是月份。", $"`{text}` is not a month."),
        new("写作 2024-08。", "Write it as 2024-08."));

    internal void BadDay(Location? at, string text) => Add(QuestionKinds.BadDay, at,
        new($"“{text}”不是日期。", $"`{text}` is not a date."),
        new("写作 2024-08-31。", "Write it as 2024-08-31."));

    internal void BeforeAnythingPublished(Location? at, string asked, string first) => Add(QuestionKinds.BeforeAnythingPublished, at,
        new($"{asked} 时还没有公布任何规则（最早 {first}）。", $"Nothing had been published by {asked} (the first was on {first})."),
        new("给出更晚的 --known-at。", "Give a later --known-at."));

    internal void UnknownOverlay(Location? at, string name, string? nearest) => Add(QuestionKinds.UnknownOverlay, at,
        new($"没有假设“{name}”。", $"There is no overlay `{name}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void UnknownCode(Location? at, string code, string? nearest) => Add(QuestionKinds.UnknownCode, at,
        new($"没有诊断代码“{code}”。", $"There is no diagnostic `{code}`."),
        nearest is null ? new("elig explain 列出全部代码。", "`elig explain` lists every code.") : new($"是否为“{nearest}”？", $"Did you mean `{nearest}`?"));

    internal void NoSuchFile(Location? at, string path) => Add(QuestionKinds.NoSuchFile, at,
        new($"打不开“{path}”。", $"`{path}` cannot be read."),
        new("核对路径和权限。", "Check the path and the rights."));

    internal void PlaceNotYet(Location? at, Jurisdiction place, LocalDate day, IReadOnlyList<Jurisdiction> merged) => Add(QuestionKinds.PlaceNotYet, at,
        new($"{FeelDate.Format(day)} 还没有“{place.Name.Zh}”（{place.Code}），它自 {FeelDate.Format(place.ValidFrom!.Value)} 起才有。", $"On {FeelDate.Format(day)} there was no {place.Name.En} ({place.Code}) yet: it exists from {FeelDate.Format(place.ValidFrom!.Value)} on."),
        merged.Count == 0
            ? new("改用当时的地区代码。", "Give the code that held then.")
            : new($"改用当时的地区代码：{string.Join("、", merged.Select(m => $"{m.Code} {m.Name.Zh}"))}。", $"Give the code that held then: {string.Join(", ", merged.Select(m => $"{m.Code} {m.Name.En}"))}."));

    internal void PlaceEnded(Location? at, Jurisdiction place, LocalDate day) => Add(QuestionKinds.PlaceEnded, at,
        new($"“{place.Name.Zh}”（{place.Code}）到 {FeelDate.Format(place.ValidTo!.Value)} 为止，{FeelDate.Format(day)} 已经没有，也没有登记并入哪里。", $"{place.Name.En} ({place.Code}) ended on {FeelDate.Format(place.ValidTo!.Value)}, before {FeelDate.Format(day)}, and no successor is recorded."),
        new("在 jurisdictions.yaml 补上 successor，或改用现在的地区代码。", "Add its successor to jurisdictions.yaml, or give the code that holds now."));

    internal void CannotWrite(Location? at, string path) => Add(QuestionKinds.CannotWrite, at,
        new($"写不了“{path}”。", $"`{path}` cannot be written."),
        new("核对文件夹、权限和磁盘空间。", "Check the folder, the rights and the room on the disk."));

    internal void OptionNeedsAnother(Location? at, string option, string other) => Add(QuestionKinds.OptionNeedsAnother, at,
        new($"{option} 要和 {other} 一起用。", $"{option} goes with {other}."),
        new($"加上 {other}，或去掉 {option}。", $"Add {other}, or leave out {option}."));

    internal void UnknownStep(string name, string? nearest) => Add(QuestionKinds.UnknownStep, null,
        new($"程序里没有“{name}”。", $"The procedure has no step `{name}`."),
        nearest is null ? new("写作 --on 步骤=2026-08-10；步骤的名称见规则的 procedure。", "Write --on step=2026-08-10; the steps stand in the `procedure` of the rules.") : Meant(nearest));

    internal void NoSideOfComparison(string text) => Add(QuestionKinds.NoSideOfComparison, null,
        new($"“{text}”不是可以比较的规则，也不是规则目录。", $"`{text}` names no rules to compare and is no rules directory."),
        new("写作 地区/项目@2024-07，或 地区/项目@2024-07@2024-08-31；或者给出两个存在的目录。", "Write place/programme@2024-07 or place/programme@2024-07@2024-08-31, or give two directories that exist."));
}
