using Eligibility.Text;

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

    internal void NotWritable(Location? at, string path) => Add(QuestionKinds.NotWritable, at,
        new($"“{path}”不能写，什么都没有改。", $"`{path}` cannot be written; nothing was changed."),
        new("核对文件和目录的权限。", "Check the rights of the file and its folder."));

    internal void NoSuchFile(Location? at, string path) => Add(QuestionKinds.NoSuchFile, at,
        new($"打不开“{path}”。", $"`{path}` cannot be read."),
        new("核对路径和权限。", "Check the path and the rights."));
}
