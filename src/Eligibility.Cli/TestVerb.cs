using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Mutation;
using Eligibility.Scenarios;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig test [dir]</c>: runs the scenarios beside the rules; with <c>--mutate</c> or <c>--coverage</c> says what they would not notice.</summary>
internal static class TestVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var directory = new Argument<string>("dir") { Description = "规则目录 / the rules directory", DefaultValueFactory = _ => "rules" };
        var mutate = new Option<bool>("--mutate") { Description = "逐处改动规则，列出情景没有发现的改动 / change the rules one thing at a time and list what no scenario notices" };
        var coverage = new Option<bool>("--coverage") { Description = "列出情景没有用到的公式、行和条件结果 / list formulas, rows and outcomes of conditions that no scenario meets" };
        var set = new Option<string?>("--set") { Description = "只看一套规则（地区/项目），与 --mutate 或 --coverage 一起用 / one rule set only (place/programme), with --mutate or --coverage" };
        var threads = new Option<int>("--threads") { Description = "线程数 / threads, with --mutate", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("test", "运行情景 / run the scenarios") { directory, options.Lang, mutate, coverage, set, threads };
        command.SetAction(r =>
        {
            var language = options.LanguageOf(r);
            var bag = new DiagnosticBag();
            var path = r.GetValue(directory)!;
            var book = RuleBook.TryLoad(path, bag);
            if (book is null || bag.HasErrors) return Tool.Refuse(context, bag, language);
            var scenarios = ScenarioSuite.Read(path, book, bag);
            var explained = r.GetValue(mutate) ? Survivors.Of(path, book.Library, bag) : [];
            var only = r.GetValue(set);
            if (only is not null && !(r.GetValue(mutate) || r.GetValue(coverage))) bag.OptionNeedsAnother(null, "--set", "--mutate");
            if (only is not null && book.Library.Files.All(f => RuleSetOf(f) != only)) bag.UnknownProgrammeAsked(null, only, NearestName.Find(only, book.Library.Files.Select(RuleSetOf)));
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var failed = Run(context, book, scenarios, language);
            if (failed > 0) return ExitCode.No;
            bool Selected(RuleSets.RuleFile f) => only is null || RuleSetOf(f) == only;
            var clean = true;
            if (r.GetValue(mutate)) clean = Report(context, new MutationReport(MutationRun.Of(book, scenarios, Selected, Math.Max(1, r.GetValue(threads))), explained, Selected, book.Library), language);
            if (r.GetValue(coverage)) context.Out.Write(ScenarioCoverage.Of(book, scenarios, Selected).Text(language));
            return clean ? ExitCode.Answered : ExitCode.No;
        });
        return command;
    }

    private static string RuleSetOf(RuleSets.RuleFile f) => $"{f.Jurisdiction}/{f.Programme}";

    private static bool Report(ToolContext context, MutationReport report, Language language)
    {
        context.Out.Write(report.Text(language));
        return report.IsClean;
    }

    private static int Run(ToolContext context, RuleBook book, IReadOnlyList<Scenario> scenarios, Language language)
    {
        var failed = 0;
        foreach (var result in scenarios.Select(s => ScenarioRunner.Run(book, s)).Where(x => !x.Passed))
        {
            failed++;
            context.Out.WriteLine($"{result.Scenario.Location}: {result.Scenario.Name}");
            foreach (var m in result.Mismatches)
                context.Out.WriteLine(language == Language.Chinese ? $"  {m.Location.Line} 行：应为 {m.Expected}，实为 {m.Actual}" : $"  line {m.Location.Line}: expected {m.Expected}, found {m.Actual}");
        }
        context.Out.WriteLine($"{scenarios.Count - failed} passed, {failed} failed");
        return failed;
    }
}
