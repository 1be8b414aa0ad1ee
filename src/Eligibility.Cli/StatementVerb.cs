using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;

namespace Eligibility.Cli;

/// <summary><c>elig statement case.json --from 2024-06 --to 2024-12</c>: what a household was entitled to, month by month.</summary>
internal static class StatementVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var span = new MonthSpan();
        var file = new Argument<string>("case") { Description = "案卷或一户的事实 / a case file, or the facts of a household (JSON)" };
        var format = CommonOptions.Choice("--format", "输出 / output: text, json", "text", "json");
        var holdHarmless = new Option<bool>("--hold-harmless") { Description = "地区合并的当月有人减少就以 3 结束 / exit with 3 when somebody's amount falls in the month of a merger of places" };
        var command = new Command("statement", "逐月结算一户 / state month by month what a household is entitled to")
        {
            file, span.From, span.To, options.KnownAt, options.Place, options.Overlay, options.AcceptUnattested, options.Rules, options.Lang, format, holdHarmless,
        };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var (from, to) = span.Of(r, bag);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            if (CaseInput.Read(r.GetValue(file)!, options, r, bag) is not { } input) return Tool.Refuse(context, bag, language);
            var statement = input.Book.State(input.Case, from!.Value, to!.Value, knownAt!.Value, r.GetValue(options.Place), r.GetValue(options.AcceptUnattested));
            context.Out.Write(r.GetValue(format) == "json" ? StatementJson.Write(statement, language) : StatementText.Write(statement, language));
            if (!r.GetValue(holdHarmless)) return ExitCode.Answered;
            var losses = statement.LossesByMerger();
            context.Out.Write(StatementText.WriteLosses(losses, language));
            return losses.Count == 0 ? ExitCode.Answered : ExitCode.No;
        });
        return command;
    }
}
