using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;

namespace Eligibility.Cli;

/// <summary><c>elig feel "(632 - 1894/3) * 3"</c>: the value of an expression.</summary>
internal static class FeelVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var text = new Argument<string>("expression") { Description = "FEEL 表达式 / a FEEL expression" };
        var command = new Command("feel", "计算表达式 / evaluate an expression") { text, options.Lang };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var (_, value) = BareExpression.Evaluate(r.GetValue(text)!, [], bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, options.LanguageOf(r));
            context.Out.WriteLine(value.ToString());
            return ExitCode.Answered;
        });
        return command;
    }
}
