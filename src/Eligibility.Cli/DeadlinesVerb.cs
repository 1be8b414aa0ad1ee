using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary><c>elig deadlines PLACE/PROGRAMME --accepted 2026-08-03</c>: until when each step of the procedure must be done.</summary>
internal static class DeadlinesVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var set = new Argument<string>("rules") { Description = "地区/项目 / place/programme" };
        var accepted = new Option<string>("--accepted") { Description = "受理之日 / the day on which the application was accepted", Required = true };
        var on = new Option<string[]>("--on") { Description = "某一步发生的日子，步骤=日期，可多个 / the day of a step, step=day, may be repeated", DefaultValueFactory = _ => [] };
        var format = CommonOptions.Choice("--format", "输出 / output: text, json", "text", "json");
        var command = new Command("deadlines", "列出程序时限 / until when each step of the procedure must be done") { set, accepted, on, options.KnownAt, options.Overlay, options.Rules, options.Lang, format };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            if (!FeelDate.TryParse(r.GetValue(accepted)!, out var day)) bag.BadDay(null, r.GetValue(accepted)!);
            var events = new Dictionary<string, LocalDate>(StringComparer.Ordinal);
            foreach (var text in r.GetValue(on)!)
            {
                var parts = text.Split('=');
                if (parts.Length == 2 && FeelDate.TryParse(parts[1], out var of)) events[parts[0]] = of;
                else bag.UnknownStep(text, null);
            }
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var names = r.GetValue(set)!.Split('/');
            var deadlines = options.LoadBook(r).DeadlinesOf(names[0], names[^1], day, knownAt!.Value, events);
            context.Out.Write(r.GetValue(format) == "json" ? DeadlineText.WriteJson(deadlines, language) : DeadlineText.Write(deadlines, language));
            return ExitCode.Answered;
        });
        return command;
    }
}
