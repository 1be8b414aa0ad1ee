using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Scenarios;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig test [dir]</c>: runs the scenarios beside the rules.</summary>
internal static class TestVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var directory = new Argument<string>("dir") { Description = "规则目录 / the rules directory", DefaultValueFactory = _ => "rules" };
        var command = new Command("test", "运行情景 / run the scenarios") { directory, options.Lang };
        command.SetAction(r =>
        {
            var language = options.LanguageOf(r);
            var bag = new DiagnosticBag();
            var path = r.GetValue(directory)!;
            var book = RuleBook.TryLoad(path, bag);
            if (book is null || bag.HasErrors) return Tool.Refuse(context, bag, language);
            var scenarios = ScenarioSuite.Read(path, book, bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var failed = 0;
            foreach (var result in scenarios.Select(s => ScenarioRunner.Run(book, s)).Where(x => !x.Passed))
            {
                failed++;
                context.Out.WriteLine($"{result.Scenario.Location}: {result.Scenario.Name}");
                foreach (var m in result.Mismatches)
                    context.Out.WriteLine(language == Language.Chinese ? $"  {m.Location.Line} 行：应为 {m.Expected}，实为 {m.Actual}" : $"  line {m.Location.Line}: expected {m.Expected}, found {m.Actual}");
            }
            context.Out.WriteLine($"{scenarios.Count - failed} passed, {failed} failed");
            return failed == 0 ? ExitCode.Answered : ExitCode.No;
        });
        return command;
    }
}
