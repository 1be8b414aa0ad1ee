using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig show PLACE/PROGRAMME --month 2024-08</c>: the rules of a month in words.</summary>
internal static class ShowVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var set = new Argument<string>("rules") { Description = "地区/项目 / place/programme" };
        var command = new Command("show", "用文字读出规则 / read the rules in words")
        {
            set, options.Month, options.KnownAt, options.Overlay, options.AcceptUnattested, options.Rules, options.Lang,
        };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var month = options.MonthOf(r, bag);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var book = options.LoadBook(r);
            var parts = r.GetValue(set)!.Split('/');
            var programme = parts.Length > 1 ? parts[1] : parts[0];
            if (!book.Library.Programmes.Contains(programme)) bag.UnknownProgrammeAsked(null, programme, NearestName.Find(programme, book.Library.Programmes));
            var rules = book.RulesOf(parts[0], month!.Value, knownAt!.Value, r.GetValue(options.AcceptUnattested), bag);
            if (rules is not null && !bag.HasErrors && rules.Plan.Rules.Find(programme) is null)
                bag.UnknownProgrammeAsked(null, programme, NearestName.Find(programme, rules.Plan.Rules.Programmes.Select(p => p.Programme)));
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            context.Out.Write(RulesInWords.Write(rules!, programme, language, code => book.Library.Jurisdictions.Find(code)?.Name));
            return ExitCode.Answered;
        });
        return command;
    }
}
