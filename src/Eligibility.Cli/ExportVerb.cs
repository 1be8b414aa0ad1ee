using System.CommandLine;
using Eligibility.Caseload.Rules;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig export PLACE --xlsx book.xlsx</c>: the values and tables of a place's rules as a workbook.</summary>
internal static class ExportVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var place = new Argument<string>("place") { Description = "地区代码 / code of the place" };
        var target = new Option<string>("--xlsx") { Description = "要写的工作簿 / the workbook to write", Required = true };
        var command = new Command("export", "把一个地方规则的数值和表格写成工作簿 / write the values and tables of a place's rules as a workbook") { place, target, options.Rules, options.Lang };
        command.SetAction(r =>
        {
            var (bag, language) = (new DiagnosticBag(), options.LanguageOf(r));
            var sources = RuleDirectory.Read(r.GetValue(options.Rules)!, bag);
            var book = RuleBook.TryLoad(sources, bag, bindAll: false);
            if (book is null || bag.HasErrors) return Tool.Refuse(context, bag, language);
            var code = r.GetValue(place)!;
            var own = book.Library.Files.Count(f => f.Jurisdiction == code);
            if (own == 0) bag.UnknownPlace(null, code, NearestName.Find(code, book.Library.Files.Select(f => f.Jurisdiction).Distinct()));
            if (bag.HasErrors || !RuleWorkbook.Write(book.Library, code, sources, r.GetValue(target)!, bag)) return Tool.Refuse(context, bag, language);
            context.Out.WriteLine(language == Language.Chinese ? $"已写 {r.GetValue(target)}：{own} 个规则文件" : $"wrote {r.GetValue(target)}: {own} rule files");
            return ExitCode.Answered;
        });
        return command;
    }
}
