using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.Values;

namespace Eligibility.Cli;

/// <summary><c>elig adjust case.json --from 2024-07 --to 2024-08 --decided-at 2024-07-20</c>: what is owed or was overpaid for past months, and why.</summary>
internal static class AdjustVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var span = new MonthSpan();
        var file = new Argument<string>("case") { Description = "案卷或一户的事实 / a case file, or the facts of a household (JSON)" };
        var decidedAt = new Option<string?>("--decided-at") { Description = "当时按哪一天所知决定 / the day whose knowledge counted when the months were decided" };
        var paid = new Option<string[]>("--paid") { Description = "支付表（CSV）或回执 / payments (CSV) or receipts of decisions; may be repeated", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
        var format = CommonOptions.Choice("--format", "输出 / output: text, json", "text", "json");
        var command = new Command("adjust", "计算补发和退回 / what is owed or overpaid for past months")
        {
            file, span.From, span.To, decidedAt, paid, options.KnownAt, options.Place, options.Overlay, options.AcceptUnattested, options.Rules, options.Lang, format,
        };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var (from, to) = span.Of(r, bag);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            NodaTime.LocalDate? day = null;
            if (r.GetValue(decidedAt) is { } text)
            {
                if (FeelDate.TryParse(text, out var read)) day = read;
                else bag.BadDay(null, text);
            }
            if (CaseInput.Read(r.GetValue(file)!, options, r, bag) is not { } input) return Tool.Refuse(context, bag, language);
            if (PaidInput.Read(r.GetValue(paid)!, day, input.Book, bag) is not { } decided) return Tool.Refuse(context, bag, language);
            var adjustments = input.Book.Adjust(input.Case, from!.Value, to!.Value, decided, knownAt!.Value, r.GetValue(options.Place), r.GetValue(options.AcceptUnattested));
            context.Out.Write(r.GetValue(format) == "json" ? AdjustmentJson.Write(adjustments, language) : AdjustmentText.Write(adjustments, language));
            return ExitCode.Answered;
        });
        return command;
    }
}
