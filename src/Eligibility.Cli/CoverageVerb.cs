using System.CommandLine;
using Eligibility.Coverage;
using Eligibility.Diagnostics;

namespace Eligibility.Cli;

/// <summary><c>elig coverage [dir]</c>: writes what the rules answer for, article by article, and every reading that is ours.</summary>
internal static class CoverageVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var directory = new Argument<string>("dir") { Description = "规则目录 / the rules directory", DefaultValueFactory = _ => "rules" };
        var check = new Option<bool>("--check") { Description = "只检查文件是否最新 / only say whether the files are up to date" };
        var command = new Command("coverage", "写出规则库的范围和理解 / write what the rules cover, and the readings that are ours") { directory, check, options.Lang };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var zh = language == Text.Language.Chinese;
            var path = r.GetValue(directory)!;
            var book = RuleBook.TryLoad(path, bag, bindAll: false);
            var instruments = book?.Library.ArticlesFile is { } file ? ArticleRegistry.Read(file, bag) : [];
            if (book is not null && !bag.HasErrors && instruments.Count > 0) CoverageReport.Check(book.Library, instruments, bag);
            if (book is null || bag.HasErrors) return Tool.Refuse(context, bag, language);
            var stale = 0;
            foreach (var (name, text) in new[] { (CoverageReport.FileName, CoverageReport.Write(book.Library, instruments)), (InterpretationReport.FileName, InterpretationReport.Write(book.Library)) })
            {
                var target = Path.Combine(path, name);
                if (File.Exists(target) && File.ReadAllText(target).ReplaceLineEndings("\n") == text) continue;
                stale++;
                if (r.GetValue(check)) context.Out.WriteLine(zh ? $"{name} 已过期，运行 elig coverage" : $"{name} is stale: run elig coverage");
                else if (!OutputFile.Write(target, text, bag)) return Tool.Refuse(context, bag, language);
                else context.Out.WriteLine(zh ? $"已写 {name}" : $"wrote {name}");
            }
            return r.GetValue(check) && stale > 0 ? ExitCode.No : ExitCode.Answered;
        });
        return command;
    }
}
