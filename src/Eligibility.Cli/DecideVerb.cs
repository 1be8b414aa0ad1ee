using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Cli;

/// <summary><c>elig decide facts.json --month 2024-08</c>: what one household is entitled to, and why.</summary>
internal static class DecideVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var file = new Argument<string>("facts") { Description = "事实文件 / the facts of a household (JSON)" };
        var format = CommonOptions.Choice("--format", "输出 / output: text, json, html, sms", "text", "json", "html", "sms");
        var reader = new Option<string?>("--reader") { Description = "给谁看：家庭、审核确认人员、审计人员；默认审核确认人员 / for whom: family, approver, auditor; default approver (sms: family)" };
        reader.AcceptOnlyFromAmong("family", "approver", "auditor");
        var large = new Option<bool>("--large-print") { Description = "大字（html）/ larger letters, in html" };
        var target = new Option<string?>("--out") { Description = "写入文件，不写屏幕 / write to this file instead of the screen" };
        var receipt = new Option<string?>("--receipt") { Description = "另存回执，可用 replay 重算 / also write a receipt, which replay decides again" };
        var derivation = new Option<bool>("--derivation") { Description = "JSON 附推导过程 / add to the JSON how each value came about" };
        var command = new Command("decide", "决定一户 / decide one household")
        {
            file, options.Month, options.KnownAt, options.Place, options.Overlay, options.AcceptUnattested, options.Rules, options.Lang, format, reader, large, target, derivation, receipt,
        };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var month = options.MonthOf(r, bag);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            var view = new View(r.GetValue(format)!, ReaderOf(r.GetValue(reader), r.GetValue(format)!), r.GetValue(large), r.GetValue(derivation));
            view.Check(bag);
            var path = r.GetValue(file)!;
            var bytes = InputFile.Read(path, bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var book = options.LoadBook(r);
            var facts = Facts.Read(bytes, path.Replace('\\', '/'), book.Vocabulary, bag);
            if (facts is null) return Tool.Refuse(context, bag, language);
            var assessment = book.Assess(facts, month!.Value, knownAt!.Value, r.GetValue(options.Place), r.GetValue(options.AcceptUnattested));
            if (r.GetValue(receipt) is { } kept && !OutputFile.Write(kept, book.ReceiptOf(assessment).ToJson(), bag)) return Tool.Refuse(context, bag, language);
            var answer = view.Write(assessment, language);
            if (r.GetValue(target) is not { } name) context.Out.Write(answer);
            else if (!OutputFile.Write(name, answer, bag)) return Tool.Refuse(context, bag, language);
            return ExitCode.Answered;
        });
        return command;
    }

    private static Reader ReaderOf(string? name, string format) => (name, format) switch
    {
        ("family", _) or (null, "sms") => Reader.Family,
        ("auditor", _) => Reader.Auditor,
        _ => Reader.Approver,
    };

    /// <summary>In what form an answer is wanted, and for whom.</summary>
    private sealed record View(string Format, Reader Reader, bool LargePrint, bool Derivation)
    {
        /// <summary>Reports what does not go together: it would be ignored without a word.</summary>
        public void Check(DiagnosticBag bag)
        {
            if (LargePrint && Format != "html") bag.OptionNeedsAnother(null, "--large-print", "--format html");
            if (Format == "sms" && Reader != Reader.Family) bag.OptionNeedsAnother(null, "--format sms", "--reader family");
        }

        public string Write(Assessment assessment, Language language) => Format switch
        {
            "json" => JsonAnswer.Write(assessment, language, Reader, Derivation),
            "html" => HtmlAnswer.Write(assessment, language, Reader, LargePrint),
            "sms" => string.Concat(SmsAnswer.Write(assessment, language).Select(m => m.Text + "\n")),
            _ => TextAnswer.Write(assessment, language, Reader),
        };
    }
}
