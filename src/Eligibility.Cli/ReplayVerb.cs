using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.Receipts;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary><c>elig replay receipt.json</c>: decides a receipt again and says "identical", or what differs.</summary>
internal static class ReplayVerb
{
    public static Command Create(ToolContext context)
    {
        var file = new Argument<string>("receipt") { Description = "decide --receipt 写出的回执 / a receipt that decide --receipt wrote" };
        var rules = new Option<string?>("--rules") { Description = "按这个目录的规则重算，默认按回执自带的规则 / decide by these rules; default: by those in the receipt" };
        var known = new Option<string?>("--known-at") { Description = "按哪一天所知，默认按回执 / the day of knowledge; default: the receipt's" };
        var lang = CommonOptions.Choice("--lang", "语言 / language: zh, en", "zh", "en");
        var command = new Command("replay", "重算回执 / decide a receipt again") { file, rules, known, lang };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var zh = r.GetValue(lang) == "zh";
            var language = zh ? Text.Language.Chinese : Text.Language.English;
            LocalDate? day = null;
            if (r.GetValue(known) is { } text)
            {
                if (FeelDate.TryParse(text, out var read)) day = read;
                else bag.BadDay(null, text);
            }
            var path = r.GetValue(file)!;
            var bytes = InputFile.Read(path, bag);
            if (bag.HasErrors || ReceiptReader.Read(bytes, path.Replace('\\', '/'), bag) is not { } receipt) return Tool.Refuse(context, bag, language);
            var replay = r.GetValue(rules) is null && day is null ? Replay.Of(receipt)
                : Replay.By(receipt, r.GetValue(rules) is { } directory ? RuleBook.LoadForOneQuestion(directory) : Replay.BookOf(receipt), day);
            context.Out.Write(ReplayText.Write(replay, language));
            return replay.IsIdentical ? ExitCode.Answered : ExitCode.No;
        });
        return command;
    }
}
