using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig fmt [dir] --lang zh|en</c>: writes the names in formulas as Chinese labels or as keys.</summary>
internal static class FmtVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var directory = new Argument<string>("dir") { Description = "规则目录 / the rules directory", DefaultValueFactory = _ => "rules" };
        var check = new Option<bool>("--check") { Description = "只核对，不写 / only check, write nothing" };
        var command = new Command("fmt", "统一公式中名称的写法：zh 中文名称，en 键名 / spell the names in formulas: zh Chinese labels, en keys") { directory, check, options.Lang };
        command.SetAction(r =>
        {
            var (bag, root, language) = (new DiagnosticBag(), r.GetValue(directory)!, options.LanguageOf(r));
            var sources = RuleDirectory.Read(root, bag);
            if (bag.HasErrors || NameSpelling.Rewrite(sources, language, bag) is not { } respelt) return Tool.Refuse(context, bag, language);
            var zh = language == Language.Chinese;
            if (!respelt.KeepsMeaning)
            {
                context.Error.WriteLine(zh ? "改写后规则的哈希值会变：什么都没有写，请报告。" : "rewritten, the rules would not have the same hashes: nothing was written; please report it");
                return ExitCode.Bug;
            }
            var isCheck = r.GetValue(check);
            if (!isCheck && !RuleFilesWriter.Write(root, respelt.Files, bag)) return Tool.Refuse(context, bag, language);
            foreach (var file in respelt.Files) context.Out.WriteLine(isCheck ? zh ? $"{file.Name} 需要改写" : $"{file.Name} would change" : zh ? $"已改写 {file.Name}" : $"rewrote {file.Name}");
            context.Out.WriteLine(zh
                ? $"{respelt.Files.Count} 个文件，{respelt.Rewritten} 处名称；{respelt.Kept} 处名称没有可用的中文名称，仍写键名"
                : $"{respelt.Files.Count} files, {respelt.Rewritten} names");
            return isCheck && respelt.Files.Count > 0 ? ExitCode.No : ExitCode.Answered;
        });
        return command;
    }
}
