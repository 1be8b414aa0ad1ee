using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Lints;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig check [dir]</c>: every mistake of a rules directory, with its place.</summary>
internal static class CheckVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var directory = new Argument<string>("dir") { Description = "规则目录 / the rules directory", DefaultValueFactory = _ => "rules" };
        var noLints = new Option<bool>("--no-lints") { Description = "只报错误 / mistakes only" };
        var format = CommonOptions.Choice("--format", "输出 / output: text, sarif", "text", "sarif");
        var command = new Command("check", "检查规则 / check rules") { directory, noLints, format, options.Lang };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var book = RuleBook.TryLoad(r.GetValue(directory)!, bag);
            if (book is not null && !bag.HasErrors) StackCheck.RunOverlays(book, bag);
            // Lints ask about rules that can be used; mistakes come first.
            if (book is not null && !bag.HasErrors && !r.GetValue(noLints)) Linter.Run(book, CommonOptions.Today(context.Time), bag);
            if (r.GetValue(format) == "sarif")
            {
                context.Out.Write(SarifWriter.Write(bag.Sorted(), bag.Cut, r.GetValue(directory)!.Replace('\\', '/').TrimEnd('/') + "/"));
                return bag.HasErrors || book is null ? ExitCode.BadInput : ExitCode.Answered;
            }
            if (bag.Count > 0) context.Out.Write(DiagnosticRenderer.Render(bag, language));
            if (bag.HasErrors || book is null) return ExitCode.BadInput;
            var (files, places, programmes) = (book.Library.Files.Count, book.Library.Files.Select(f => f.Jurisdiction).Distinct().Count(), book.Library.Programmes.Count());
            context.Out.WriteLine(language == Language.Chinese
                ? $"规则无误：{files} 个文件，{places} 个地区，{programmes} 个项目，{book.Library.Overlays.Count} 个假设"
                : $"no mistakes: {files} files, {places} places, {programmes} programmes, {book.Library.Overlays.Count} overlays");
            return ExitCode.Answered;
        });
        return command;
    }
}
