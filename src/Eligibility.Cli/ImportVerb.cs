using System.CommandLine;
using Eligibility.Caseload.Rules;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig import book.xlsx</c>: what a workbook of rules changes, and, unless it is only to be seen, the rule files changed so.</summary>
internal static class ImportVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var workbook = new Argument<string>("workbook") { Description = "导出后改过的工作簿 / the workbook, exported and changed" };
        var dry = new Option<bool>("--dry-run") { Description = "只看改动，不写 / show what changes, write nothing" };
        var examples = DiffVerb.ExamplesOption();
        var all = new Option<bool>("--all") { Description = "列出全部结果改变的例户和情景 / list every household and scenario whose result changes" };
        var command = new Command("import", "把工作簿的改动写回规则文件 / write the changes of a workbook into the rule files") { workbook, dry, options.KnownAt, options.Rules, examples, all, options.Lang };
        command.SetAction(r =>
        {
            var (bag, language, root) = (new DiagnosticBag(), options.LanguageOf(r), r.GetValue(options.Rules)!);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            var sources = RuleDirectory.Read(root, bag);
            if (bag.HasErrors || RuleWorkbookReader.Apply(r.GetValue(workbook)!, sources, bag) is not { } wanted) return Tool.Refuse(context, bag, language);
            var changed = wanted.Where((f, i) => !ReferenceEquals(f, sources[i])).ToArray();
            var zh = language == Language.Chinese;
            if (changed.Length == 0)
            {
                context.Out.WriteLine(zh ? "没有改动，规则文件一字未动。" : "Nothing was changed; the rule files are as they were.");
                return ExitCode.Answered;
            }
            var (before, after) = (Side(root, sources, bag), Side(root, wanted, bag));
            if (before is null || after is null || bag.HasErrors) return Tool.Refuse(context, bag, language);
            context.Out.Write(DirectoryDiff.Write(before, after, knownAt!.Value, language, r.GetValue(all), DiffVerb.Examples(r.GetValue(examples)!, after.Book)));
            var failing = after.Scenarios.Count(s => !ScenarioRunner.Run(after.Book, s).Passed);
            if (failing > 0) context.Out.WriteLine(zh ? $"{failing} 个情景仍写着原来的结果，写进之后 elig test 会列出。" : $"{failing} scenarios expect the former result; after writing, `elig test` lists them.");
            if (r.GetValue(dry)) return ExitCode.Answered;
            if (!RuleFilesWriter.Write(root, changed, bag)) return Tool.Refuse(context, bag, language);
            foreach (var file in changed) context.Out.WriteLine(zh ? $"已写 {file.Name}" : $"wrote {file.Name}");
            return ExitCode.Answered;
        });
        return command;
    }

    private static RulesSide? Side(string root, IReadOnlyList<RuleSourceFile> files, DiagnosticBag bag) =>
        RuleBook.TryLoad(files, bag) is { } book && !bag.HasErrors ? new RulesSide(book, files, ScenarioSuite.Read(root, book, new DiagnosticBag())) : null;
}
