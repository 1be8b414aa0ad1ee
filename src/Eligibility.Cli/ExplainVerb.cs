using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig explain X030</c>: what a diagnostic means, with a wrong example and the same put right.</summary>
internal static class ExplainVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var code = new Argument<string?>("code") { Description = "诊断代码，省略则列出全部 / the code of a diagnostic; all are listed without it", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "解释诊断代码 / explain a diagnostic") { code, options.Lang };
        command.SetAction(r =>
        {
            var language = options.LanguageOf(r);
            if (r.GetValue(code) is not { } asked)
            {
                foreach (var k in DiagnosticKinds.All) context.Out.WriteLine($"{k.Code}  {k.Title.In(language)}");
                return ExitCode.Answered;
            }
            var wanted = asked.Trim().ToUpperInvariant();
            if (DiagnosticKinds.All.FirstOrDefault(k => k.Code == wanted) is not { } kind)
            {
                var bag = new DiagnosticBag();
                bag.UnknownCode(null, asked, NearestName.Find(wanted, DiagnosticKinds.All.Select(k => k.Code)));
                return Tool.Refuse(context, bag, language);
            }
            Write(context.Out, kind, language);
            return ExitCode.Answered;
        });
        return command;
    }

    private static void Write(TextWriter output, DiagnosticKind kind, Language language)
    {
        var zh = language == Language.Chinese;
        var severity = kind.Severity == Severity.Error ? zh ? "错误" : "error" : zh ? "警告" : "warning";
        output.WriteLine(zh ? $"{severity} {kind.Code}：{kind.Title.Zh}" : $"{severity} {kind.Code}: {kind.Title.En}");
        output.WriteLine();
        output.WriteLine(kind.Meaning.In(language));
        foreach (var (head, text) in new[] { (zh ? "错误的写法" : "Wrong", kind.Example), (zh ? "正确的写法" : "Right", kind.Fix) })
        {
            output.WriteLine();
            output.WriteLine(zh ? $"{head}：" : $"{head}:");
            foreach (var line in text.Split('\n')) output.WriteLine($"    {line}");
        }
    }
}
