using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.Vocabulary;

namespace Eligibility.Cli;

/// <summary><c>elig decide facts.json --month 2024-08</c>: what one household is entitled to, and why.</summary>
internal static class DecideVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var file = new Argument<string>("facts") { Description = "事实文件 / the facts of a household (JSON)" };
        var format = CommonOptions.Choice("--format", "输出 / output: text, json", "text", "json");
        var receipt = new Option<string?>("--receipt") { Description = "另存回执，可用 replay 重算 / also write a receipt, which replay decides again" };
        var derivation = new Option<bool>("--derivation") { Description = "JSON 附推导过程 / add to the JSON how each value came about" };
        var command = new Command("decide", "决定一户 / decide one household")
        {
            file, options.Month, options.KnownAt, options.Place, options.Overlay, options.AcceptUnattested, options.Rules, options.Lang, format, derivation, receipt,
        };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var month = options.MonthOf(r, bag);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            var path = r.GetValue(file)!;
            var bytes = InputFile.Read(path, bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var book = options.LoadBook(r);
            var facts = Facts.Read(bytes, path.Replace('\\', '/'), book.Vocabulary, bag);
            if (facts is null) return Tool.Refuse(context, bag, language);
            var assessment = book.Assess(facts, month!.Value, knownAt!.Value, r.GetValue(options.Place), r.GetValue(options.AcceptUnattested));
            context.Out.Write(r.GetValue(format) == "json" ? JsonAnswer.Write(assessment, language, r.GetValue(derivation)) : TextAnswer.Write(assessment, language));
            if (r.GetValue(receipt) is { } target && !OutputFile.Write(target, book.ReceiptOf(assessment).ToJson(), bag)) return Tool.Refuse(context, bag, language);
            return ExitCode.Answered;
        });
        return command;
    }
}
