using System.CommandLine;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary><c>elig caseload check</c> and <c>elig caseload template</c>: the households of a bureau, as tables.</summary>
internal static class CaseloadVerb
{
    public static Command Create(ToolContext context) => new("caseload", "名册：检查、模板 / caseloads: check one, or write a template")
    {
        CreateCheck(context), CreateTemplate(context),
    };

    private static Command CreateCheck(ToolContext context)
    {
        var (options, ask) = (new CommonOptions(), new PlaceQuestion());
        var path = new Argument<string>("caseload") { Description = "CSV 文件夹、.xlsx 或 .jsonl / a folder of CSV tables, an .xlsx workbook or JSON Lines" };
        var format = CommonOptions.Choice("--format", "输出 / output: text, json, csv", "text", "json", "csv");
        var command = new Command("check", "列出每一行不能用的 / list every row that cannot be used") { path, ask.Place, ask.Month, options.KnownAt, options.Rules, options.Lang, format };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var asked = ask.Of(r, options, context, bag);
            if (asked is null) return Tool.Refuse(context, bag, language);
            var book = RuleBook.LoadForOneQuestion(r.GetValue(options.Rules)!);
            var read = RuleReads.Of(book, asked.Value, bag);
            if (read is null) return Tool.Refuse(context, bag, language);
            // Whether a birth lies too far back depends on a month, which is asked only where one is given.
            var reading = new CaseloadOptions { KnownAt = asked.Value.KnownAt, Month = asked.Value.Month };
            if (CaseloadReader.Open(r.GetValue(path)!, book.Vocabulary, bag, reading) is not { } caseload) return Tool.Refuse(context, bag, language);
            context.Error.Write(DiagnosticRenderer.Render(bag, language));
            var broken = new DiagnosticBag();
            var writer = RejectionWriter.Create(r.GetValue(format)!, context.Out, language);
            foreach (var rejection in caseload.Read(broken).SelectMany(h => h.Rejections)) writer.Write(rejection);
            var notGiven = RuleReads.NotGiven(read, book.Vocabulary, caseload).Select(m => $"{m.Entity.Label.In(language)}·{m.Attribute.Label.In(language)}").ToList();
            writer.Finish(caseload.Counts, caseload.IsSynthetic, notGiven);
            if (broken.HasErrors) return Tool.Refuse(context, broken, language);
            return caseload.Counts.IsClean ? ExitCode.Answered : ExitCode.No;
        });
        return command;
    }

    private static Command CreateTemplate(ToolContext context)
    {
        var (options, ask) = (new CommonOptions(), new PlaceQuestion());
        var format = CommonOptions.Choice("--format", "形式 / form: xlsx, csv", "xlsx", "csv");
        var target = new Option<string>("--out") { Description = "写到哪里：文件（xlsx）或文件夹（csv）/ the file (xlsx) or folder (csv) to write", Required = true };
        var command = new Command("template", "空的名册，供填写 / an empty caseload to fill in") { ask.Place, ask.Month, options.KnownAt, options.Rules, options.Lang, format, target };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var asked = ask.Of(r, options, context, bag);
            if (asked is null) return Tool.Refuse(context, bag, language);
            var book = RuleBook.LoadForOneQuestion(r.GetValue(options.Rules)!);
            var read = RuleReads.Of(book, asked.Value, bag);
            if (read is null) return Tool.Refuse(context, bag, language);
            var place = book.RulesOf(asked.Value, bag)!.PlaceName;
            var template = TemplatePlan.Of(book.Vocabulary, read, place);
            var path = r.GetValue(target)!;
            if (!(r.GetValue(format) == "csv" ? TemplateFolder.Write(template, path, bag) : TemplateWorkbook.Write(template, path, bag))) return Tool.Refuse(context, bag, language);
            context.Out.Write(language == Language.Chinese
                ? FormattableString.Invariant($"已写出 {path}：{template.Tables.Count} 张表，{template.Tables.Sum(t => t.Columns.Count)} 列。\n")
                : FormattableString.Invariant($"Wrote {path}: {template.Tables.Count} tables with {template.Tables.Sum(t => t.Columns.Count)} columns.\n"));
            return ExitCode.Answered;
        });
        return command;
    }

    /// <summary>Whose rules a caseload is for; the month defaults to that of the day of knowledge.</summary>
    private sealed class PlaceQuestion
    {
        public Option<string> Place { get; } = new("--place") { Description = "地区代码 / code of the place", Required = true };

        public Option<string?> Month { get; } = new("--month") { Description = "按哪个月的规则，默认本月 / whose month's rules, 2024-08; default this month" };

        public RuleQuestion? Of(ParseResult r, CommonOptions options, ToolContext context, DiagnosticBag bag)
        {
            if (options.KnownAtOf(r, context.Time, bag) is not { } knownAt) return null;
            var month = knownAt.ToYearMonth();
            if (r.GetValue(Month) is not { } text || FeelDate.TryParseMonth(text, out month)) return new RuleQuestion(r.GetValue(Place)!, month, knownAt, knownAt, AcceptUnattested: true);
            bag.BadMonth(null, text);
            return null;
        }
    }
}
