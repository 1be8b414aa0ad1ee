using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Vocabulary;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCode
{
    /// <summary>Answered: ineligible and undetermined included.</summary>
    public const int Answered = 0;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 1;

    /// <summary>Bad input: facts, rules or options.</summary>
    public const int BadInput = 2;

    /// <summary>The answer to a check is no.</summary>
    public const int No = 3;

    /// <summary>Ended by the user: the shell's own code for that.</summary>
    public const int Interrupted = 130;
}

/// <summary>What a verb needs beside its arguments.</summary>
internal sealed record ToolContext(TextWriter Out, TextWriter Error, TimeProvider Time);

/// <summary>The command line: one file per verb.</summary>
internal static class Tool
{
    public static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider time)
    {
        var context = new ToolContext(output, error, time);
        var root = new RootCommand("elig 社会救助资格与金额计算 / decides Chinese social assistance, exactly and with its reasons")
        {
            DecideVerb.Create(context), CheckVerb.Create(context), TestVerb.Create(context), ShowVerb.Create(context), FeelVerb.Create(context), SchemaVerb.Create(context),
            StatementVerb.Create(context), AdjustVerb.Create(context), DeadlinesVerb.Create(context), ReplayVerb.Create(context),
            ExplainVerb.Create(context), CoverageVerb.Create(context), DiffVerb.Create(context), ExportVerb.Create(context), ImportVerb.Create(context), FmtVerb.Create(context),
            SimulateVerb.Create(context), MergeVerb.Create(context), BudgetVerb.Create(context),
            CaseloadVerb.Create(context), PopulationVerb.Create(context),
        };
        try
        {
            var parsed = root.Parse(args);
            // The library exits with 1 for a wrong command line; ours is 2, since 1 means a bug.
            var code = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
        }
        catch (RuleBookException e)
        {
            return Refuse(error, e.Diagnostics, args);
        }
        catch (QuestionException e)
        {
            return Refuse(error, e.Diagnostics, args);
        }
        catch (FactsException e)
        {
            return Refuse(error, e.Diagnostics, args);
        }
        catch (Exception e)
        {
            error.WriteLine($"elig: 内部错误，请报告 / internal error, please report it: {e.GetType().Name}: {e.Message}");
            return ExitCode.Bug;
        }
    }

    private static int Refuse(TextWriter error, IReadOnlyList<Diagnostic> diagnostics, string[] args)
    {
        var lang = Array.IndexOf(args, "--lang");
        var language = lang >= 0 && lang + 1 < args.Length && args[lang + 1] == "en" ? Language.English : Language.Chinese;
        error.Write(DiagnosticRenderer.Render(diagnostics, 0, language));
        return ExitCode.BadInput;
    }

    /// <summary>Prints the mistakes and gives the exit code for bad input.</summary>
    public static int Refuse(ToolContext context, DiagnosticBag bag, Language language)
    {
        context.Error.Write(DiagnosticRenderer.Render(bag, language));
        return ExitCode.BadInput;
    }
}
