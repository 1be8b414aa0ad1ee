using System.CommandLine;
using System.Globalization;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Report;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig simulate caseload --place … --month … --set … --out report</c>: what a change of the rules does to a whole caseload.</summary>
internal static class SimulateVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var caseload = new Argument<string>("caseload") { Description = "名册：放 CSV 表的文件夹、工作簿或 JSON Lines / the caseload: a folder of CSV tables, a workbook, or JSON Lines" };
        var place = new Option<string>("--place") { Description = "地区代码 / code of the place", Required = true };
        var sets = new Option<string[]>("--set") { Description = "改一个参数，可多个 / change a parameter: name[key=…]=value[@yyyy-MM]", DefaultValueFactory = _ => [] };
        var overlays = new Option<string[]>("--overlay") { Description = "假设：文件或名称，可多个 / an overlay: a file or a name, may be repeated", DefaultValueFactory = _ => [] };
        var others = new Option<string[]>("--reform-rules") { Description = "另一套规则目录，可多个 / another rules directory, may be repeated", DefaultValueFactory = _ => [] };
        var sideBySide = new Option<bool>("--side-by-side") { Description = "每项改动单独比较 / each change is a reform of its own" };
        var target = new Option<string>("--out") { Description = "结果放进这个文件夹 / the folder for the results", Required = true };
        var verify = new Option<int>("--verify") { Description = "抽这么多户逐户重算 / decide so many households again one by one" };
        var harmless = new Option<bool>("--hold-harmless") { Description = "有人减少就退出码3 / exit 3 when anybody gets less" };
        var shard = new Option<string?>("--shard") { Description = "只算第几份/共几份 / only one part of so many: 3/16" };
        var explain = new Option<bool>("--explain-plan") { Description = "每个公式怎样计算 / say how each formula is computed" };
        var threads = new Option<int>("--threads") { Description = "线程数 / threads", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("simulate", "整批测算 / decide a whole caseload, and compare reforms")
        {
            caseload, place, options.Month, options.KnownAt, options.AcceptUnattested, options.Rules, options.Lang, sets, overlays, others, sideBySide, target, verify, harmless, shard, explain, threads,
        };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var (month, knownAt) = (options.MonthOf(r, bag), options.KnownAtOf(r, context.Time, bag));
            var part = ShardOf(r.GetValue(shard), bag);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            var book = RuleBook.LoadForOneQuestion(r.GetValue(options.Rules)!);
            var asked = new RuleQuestion(r.GetValue(place)!, month!.Value, knownAt!.Value, knownAt.Value, r.GetValue(options.AcceptUnattested));
            var request = new ReformRequest(r.GetValue(sets)!, [.. r.GetValue(overlays)!.Select(o => (o, File.Exists(o) ? InputFile.Read(o, bag) : null))],
                [.. r.GetValue(others)!.Select(d => (d, RuleBook.LoadForOneQuestion(d)))], r.GetValue(sideBySide));
            if (Reforms.Of(book, asked, request, bag) is not var (variants, parts)) return Tool.Refuse(context, bag, language);
            var simulator = new Simulator(variants, new SimulatorOptions { Language = language, Threads = r.GetValue(threads), Verify = r.GetValue(verify), Shard = part });
            if (r.GetValue(explain))
                foreach (var line in simulator.Kernels[0].Explain()) context.Out.WriteLine(line);
            var job = new Job(context, language, r.GetValue(caseload)!, book, asked, variants, parts, r.GetValue(target)!, part);
            var result = job.Run(simulator, bag);
            foreach (var d in bag.Where(d => d.Severity == Severity.Warning)) context.Error.WriteLine(d.Message.In(language));
            if (result is null) return Tool.Refuse(context, bag, language);
            if (result.Partial) return ExitCode.Interrupted;
            return r.GetValue(harmless) && result.Losers > 0 ? ExitCode.No : ExitCode.Answered;
        });
        return command;
    }

    private static (int Part, int Of)? ShardOf(string? text, DiagnosticBag bag)
    {
        if (text is null) return null;
        var parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var part) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && part >= 1 && part <= of && of <= 10_000) return (part, of);
        bag.BadShard(text);
        return null;
    }

    private sealed record Job(ToolContext Context, Language Language, string Caseload, RuleBook Book, RuleQuestion Asked, IReadOnlyList<Variant> Variants, IReadOnlyList<Parts> Parts, string Target, (int Part, int Of)? Shard)
    {
        /// <summary>Runs and writes everything; null, with the reasons, when that cannot be done.</summary>
        public SimulationResult? Run(Simulator simulator, DiagnosticBag bag)
        {
            var head = Variants.Any(v => v.Name.Length > 0) ? "household,weight,programme,reform,outcomeBefore,amountBefore,outcomeAfter,amountAfter,difference,change,reason\n" : "household,weight,programme,outcome,amount\n";
            if (new CaseloadRun(Context, Language, Caseload, Book, Asked.KnownAt, Asked.Month).Run(simulator, Target, head, bag) is not var (result, synthetic)) return null;
            var frame = ResultFrame.Of(Variants, Parts, synthetic, simulator.Kernels[0], Book.Library.Jurisdictions);
            var label = result.Partial ? ".partial" : "";
            var json = ResultFile.Write(frame, result.Tally, result.Partial, Shard is { } s ? [$"{s.Part}/{s.Of}"] : ["1/1"]);
            var view = new ResultView(frame, result.Tally, result.Partial, Language);
            if (!OutputFile.Write(Path.Combine(Target, $"result{label}.json"), json, bag) || !ReportOutput.Write(Target, $"report{label}", ReportMaker.Of(view), Language, bag)) return null;
            Context.Out.Write(Summary.Of(view));
            if (result.Verified > 0) Context.Out.WriteLine(Language == Language.Chinese ? $"逐户重算 {result.Verified:N0} 户，全部一致" : $"{result.Verified:N0} households decided again one by one: all alike");
            return result;
        }
    }
}
