using System.CommandLine;
using System.Globalization;
using Eligibility.Caseload.Population;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig population --profile p.yaml --households 2000 --seed 7 --out dir</c>: a synthetic caseload.</summary>
internal static class PopulationVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var profile = new Option<string>("--profile") { Description = "画像 / the profile to draw from (YAML)", Required = true };
        var households = new Option<string>("--households") { Description = "户数 / how many households", Required = true };
        var seed = new Option<string>("--seed") { Description = "种子：同一种子得到同样的字节 / the seed; one seed gives the same bytes", Required = true };
        var target = new Option<string>("--out") { Description = "写到哪个文件夹 / the folder to write", Required = true };
        var command = new Command("population", "按画像生成合成名册 / make a synthetic caseload") { profile, households, seed, target, options.Rules, options.Lang };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var number = Whole(r, households, PopulationFolder.MaxHouseholds, bag);
            var start = Whole(r, seed, long.MaxValue, bag);
            if (number == 0) bag.BadCount("--households", "0");
            var name = r.GetValue(profile)!.Replace('\\', '/');
            var bytes = InputFile.Read(name, bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var words = RuleBook.LoadForOneQuestion(r.GetValue(options.Rules)!).Vocabulary;
            if (ProfileReader.Read(name, bytes, words, bag) is not { } read) return Tool.Refuse(context, bag, language);
            var folder = r.GetValue(target)!;
            if (PopulationFolder.Write(folder, read, name, words, number, (ulong)start, bag) is not { } counts) return Tool.Refuse(context, bag, language);
            Print(context.Out, counts, language);
            context.Out.Write(language == Language.Chinese ? Inv($"已写出 {folder}：{number:N0} 户（合成数据）。\n") : Inv($"Wrote {folder}: {number:N0} households (synthetic).\n"));
            return counts.All(c => c.Fits) ? ExitCode.Answered : ExitCode.No;
        });
        return command;
    }

    private static void Print(TextWriter output, IReadOnlyList<MarginalCount> counts, Language language)
    {
        foreach (var count in counts)
        {
            var m = count.Marginal;
            var fits = (count.Fits, language) switch { (true, _) => "✓", (false, Language.Chinese) => "✗ 与画像不合", _ => "✗ does not fit the profile" };
            output.Write(Inv($"{m.Label.In(language)} [{m.Source ?? "assumed"}] {fits}\n"));
            for (var i = 0; i < count.Counts.Count; i++) output.Write(Inv($"  {m.Shares[i].Text}: {count.Counts[i]:N0} = {count.Percent(i)} ({MarginalCount.Hundredths(m.Shares[i].Weight)})\n"));
        }
    }

    private static long Whole(ParseResult r, Option<string> option, long limit, DiagnosticBag bag)
    {
        var text = r.GetValue(option) ?? "";
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= limit) return number;
        bag.BadCount(option.Name, text);
        return 1;
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
