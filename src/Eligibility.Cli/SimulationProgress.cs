using System.Diagnostics;
using Eligibility.Simulation.Reading;
using Eligibility.Text;
using Spectre.Console;

namespace Eligibility.Cli;

/// <summary>A bar with the rate and the time that is left, where somebody looks at the terminal.</summary>
internal static class SimulationProgress
{
    public static T Show<T>(ToolContext context, Language language, ICaseload caseload, Func<Action<long>?, T> run)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(context.Error, Console.Error)) return run(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(bar =>
        {
            var task = bar.AddTask(language == Language.Chinese ? "测算" : "deciding", maxValue: 1000);
            var clock = Stopwatch.StartNew();
            return run(done =>
            {
                lock (task)
                {
                    task.Value = caseload.Read;
                    task.Description = language == Language.Chinese ? $"{done:N0} 户，每秒 {done * 1000 / Math.Max(1, clock.ElapsedMilliseconds):N0} 户" : $"{done:N0} households, {done * 1000 / Math.Max(1, clock.ElapsedMilliseconds):N0} a second";
                }
            });
        });
    }
}
