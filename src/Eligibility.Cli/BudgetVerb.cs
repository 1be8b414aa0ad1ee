using System.CommandLine;
using System.Globalization;
using Eligibility.Caseload.Population;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Budget;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Report;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary><c>elig budget caseload --place … --year 2026 --out budget</c>: what the rules give a caseload in each month of a year, beside what was approved and spent.</summary>
internal static class BudgetVerb
{
    private const int MonthsOfYear = 12;

    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var caseload = new Argument<string>("caseload") { Description = "名册：放 CSV 表的文件夹、工作簿或 JSON Lines / the caseload: a folder of CSV tables, a workbook, or JSON Lines" };
        var place = new Option<string>("--place") { Description = "地区代码 / code of the place", Required = true };
        var year = new Option<string>("--year") { Description = "预算年度 / the year", Required = true };
        var sets = new Option<string[]>("--set") { Description = "改一个参数，可多个 / change a parameter: name[key=…]=value[@yyyy-MM]", DefaultValueFactory = _ => [] };
        var profile = new Option<string?>("--profile") { Description = "写明每月新增和退出的画像 / a profile that states who enters and leaves in a month" };
        var approved = new Option<string[]>("--approved") { Description = "批复预算：总额，或 项目=金额，可多个 / the approved sum, in all or programme=amount", DefaultValueFactory = _ => [] };
        var spent = new Option<string[]>("--spent") { Description = "已支出的 CSV：月份、项目、金额 / what was paid, as CSV: month, programme, amount", DefaultValueFactory = _ => [] };
        var priority = new Option<string?>("--priority") { Description = "优先拨付的次序，逗号分隔 / programmes that are paid first, by comma" };
        var target = new Option<string>("--out") { Description = "结果放进这个文件夹 / the folder for the results", Required = true };
        var threads = new Option<int>("--threads") { Description = "线程数 / threads", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("budget", "年度预算测算 / what a year costs, month by month")
        {
            caseload, place, year, options.KnownAt, options.AcceptUnattested, options.Rules, options.Lang, options.Overlay, sets, profile, approved, spent, priority, target, threads,
        };
        command.SetAction(r =>
        {
            var (bag, language) = (new DiagnosticBag(), options.LanguageOf(r));
            var (first, knownAt) = (YearOf(r.GetValue(year)!, bag), options.KnownAtOf(r, context.Time, bag));
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var book = options.LoadBook(r);
            var asked = new RuleQuestion(r.GetValue(place)!, first, knownAt!.Value, knownAt.Value, r.GetValue(options.AcceptUnattested));
            if (MonthsOf(book, asked, r.GetValue(sets)!, bag) is not { } months) return Tool.Refuse(context, bag, language);
            var programmes = months.SelectMany(m => m.Plan.Rules.Programmes).Where(p => p.PaysAnything).Select(p => p.Programme).Distinct().ToArray();
            var (total, lines) = ApprovedOf(r.GetValue(approved)!, programmes, bag);
            var order = (r.GetValue(priority) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
            foreach (var name in order) Known(name, programmes, "--priority", bag);
            var paid = SpentOf(r.GetValue(spent)!, book, bag);
            var flows = FlowsOf(r.GetValue(profile), book, programmes, bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var simulator = new Simulator([.. months.Select(m => new Variant(FeelDate.Format(m.Month), m) { IsAlone = true })], new SimulatorOptions { Threads = r.GetValue(threads) });
            var folder = r.GetValue(target)!;
            if (new CaseloadRun(context, language, r.GetValue(caseload)!, book, asked.KnownAt, first).Run(simulator, folder, null, bag) is not var (result, synthetic)) return Tool.Refuse(context, bag, language);
            var budget = new BudgetForecast(months, result.Tally, flows).Of(lines, paid);
            var report = new BudgetReport(months, budget, result.Tally, flows, total is { } sum ? BudgetFunding.Of(budget, sum, order) : null, synthetic, result.Partial);
            var label = result.Partial ? ".partial" : "";
            if (!OutputFile.Write(Path.Combine(folder, $"budget{label}.json"), BudgetFile.Json(report), bag) || !OutputFile.Write(Path.Combine(folder, $"budget{label}.csv"), BudgetFile.Csv(report), bag)
                || !ReportOutput.Write(folder, $"budget{label}", BudgetDocument.Of(report, language), language, bag)) return Tool.Refuse(context, bag, language);
            context.Out.Write(BudgetText.Of(report, language));
            return result.Partial ? ExitCode.Interrupted : ExitCode.Answered;
        });
        return command;
    }

    private static YearMonth YearOf(string text, DiagnosticBag bag)
    {
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1900) return new YearMonth(year, 1);
        bag.BadBudget("--year", text, new LocalText("年份写四位数", "a year has four digits"));
        return new YearMonth(2000, 1);
    }

    /// <summary>The rules of every month; null, with the reasons, when one cannot be asked for.</summary>
    private static MonthRules[]? MonthsOf(RuleBook book, RuleQuestion asked, string[] sets, DiagnosticBag bag)
    {
        if (book.RulesOf(asked, bag) is not { } january) return null;
        var changes = sets.Select(s => SetOption.Read(s, january, bag)).OfType<RuleFile>().ToArray();
        if (bag.HasErrors) return null;
        var with = changes.Length == 0 ? book : book.With(changes);
        var months = new List<MonthRules>();
        for (var m = 0; m < MonthsOfYear && !bag.HasErrors; m++)
        {
            var month = asked with { Month = asked.Month.PlusMonths(m) };
            if (with.RulesOf(month, bag) is not { } rules) continue;
            Reforms.CheckMonth(book, month, rules, bag);
            months.Add(rules);
        }
        return bag.HasErrors ? null : [.. months];
    }

    private static (Number? Total, Dictionary<string, Number> Lines) ApprovedOf(string[] texts, string[] programmes, DiagnosticBag bag)
    {
        Number? total = null;
        var lines = new Dictionary<string, Number>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            if (!Number.TryParse(parts[^1], out var yuan) || yuan.Sign < 0 || !Money.TryFromYuan(yuan, out _)) bag.BadBudget("--approved", text, new LocalText("金额是不为负的数，写到分", "an amount is not negative and has at most two decimals"));
            else if (parts.Length == 1 ? total is not null : Known(parts[0], programmes, "--approved", bag) && !lines.TryAdd(parts[0], yuan)) bag.BadBudget("--approved", text, new LocalText("写了两次", "it is stated twice"));
            else if (parts.Length == 1) total = yuan;
        }
        return (total, lines);
    }

    private static bool Known(string programme, string[] programmes, string option, DiagnosticBag bag)
    {
        if (programmes.Contains(programme)) return true;
        bag.BadBudget(option, programme, new LocalText("这个地区没有这个发钱的项目", "the place has no such programme that pays"), NearestName.Find(programme, programmes));
        return false;
    }

    private static Dictionary<(string, YearMonth), Number> SpentOf(string[] paths, RuleBook book, DiagnosticBag bag)
    {
        var paid = new List<PaidAmount>();
        foreach (var path in paths)
            if (InputFile.Read(path, bag) is { Length: > 0 } bytes) PaidTable.Read(bytes, path.Replace('\\', '/'), book, false, paid, [], bag);
        return paid.GroupBy(p => (p.Programme, p.Month)).ToDictionary(g => g.Key, g => g.Aggregate(Number.Zero, (sum, p) => sum + p.Amount.Yuan));
    }

    private static IReadOnlyList<Flow> FlowsOf(string? path, RuleBook book, string[] programmes, DiagnosticBag bag)
    {
        if (path is null || InputFile.Read(path, bag) is not { Length: > 0 } bytes || ProfileReader.Read(path.Replace('\\', '/'), bytes, book.Vocabulary, bag) is not { } profile) return [];
        foreach (var flow in profile.Flows) Known(flow.Programme, programmes, "--profile", bag);
        return profile.Flows;
    }
}
