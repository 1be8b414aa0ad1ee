using System.CommandLine;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Report;
using Eligibility.Text;
using Newtonsoft.Json.Linq;

namespace Eligibility.Cli;

/// <summary><c>elig merge part* --out whole</c>: puts the parts of a simulation together, to the same bytes as if it had been one.</summary>
internal static class MergeVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var folders = new Argument<string[]>("parts") { Description = "各份结果的文件夹 / the folders of the parts", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--out") { Description = "结果放进这个文件夹 / the folder for the results", Required = true };
        var command = new Command("merge", "合并分份测算的结果 / put the parts of a simulation together") { folders, target, options.Lang };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var (frame, tally, parts) = (default(JObject), new Tally(), new SortedSet<(int Of, int Part)>());
            foreach (var folder in r.GetValue(folders)!)
            {
                var bytes = InputFile.Read(Path.Combine(folder, "result.json"), bag);
                if (bytes.Length == 0) continue;
                if (ResultFile.Read(System.Text.Encoding.UTF8.GetString(bytes)) is not { } result) bag.PartsDiffer(folder, new("不是测算结果", "it is no result of a simulation"));
                else if (frame is not null && !JToken.DeepEquals(frame, result["frame"])) bag.PartsDiffer(folder, new("是另一个问题的结果", "it answers another question"));
                else if (!result["parts"]!.Select(p => ((string)p!).Split('/')).All(p => parts.Add((int.Parse(p[1], null), int.Parse(p[0], null))))) bag.PartsDiffer(folder, new("这一份已经有了", "the part is there already"));
                else
                {
                    frame ??= (JObject)result["frame"]!;
                    tally.Add(ResultFile.TallyOf(result));
                }
            }
            SplitLimit.Apply(tally);
            if (parts.Select(p => p.Of).Distinct().Count() > 1) bag.PartsDiffer(r.GetValue(target)!, new("份数不同", "they are parts of different numbers"));
            if (bag.HasErrors || frame is null) return Tool.Refuse(context, bag, language);
            var whole = parts.Count == parts.Min.Of;
            var folder1 = r.GetValue(target)!;
            try
            {
                Directory.CreateDirectory(folder1);
                foreach (var name in new[] { "households.csv", "rejected.csv" }) Merge(r.GetValue(folders)!, folder1, name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                bag.CannotWrite(null, folder1);
                return Tool.Refuse(context, bag, language);
            }
            var json = ResultFile.Write(frame, tally, !whole, whole ? ["1/1"] : new JArray(parts.Select(p => $"{p.Part}/{p.Of}")));
            var view = new ResultView(frame, tally, !whole, language);
            if (!OutputFile.Write(Path.Combine(folder1, "result.json"), json, bag) || !ReportOutput.Write(folder1, "report", ReportMaker.Of(view), language, bag)) return Tool.Refuse(context, bag, language);
            context.Out.Write(Summary.Of(view));
            return ExitCode.Answered;
        });
        return command;
    }

    /// <summary>The lines of all parts in the order of the households; a household is in one part only.</summary>
    private static void Merge(string[] folders, string target, string name)
    {
        var readers = folders.Select(f => new StreamReader(Path.Combine(f, name))).ToArray();
        using var file = new PartialFile(target, name);
        try
        {
            var heads = readers.Select(r => r.ReadLine()).ToArray();
            file.Writer.Write(heads[0] + "\n");
            for (var i = 0; i < readers.Length; i++) heads[i] = readers[i].ReadLine();
            while (true)
            {
                var least = -1;
                for (var i = 0; i < heads.Length; i++)
                    if (heads[i] is { } line && (least < 0 || HouseholdOrder.Instance.Compare(HouseholdOf(line), HouseholdOf(heads[least]!)) < 0)) least = i;
                if (least < 0) break;
                file.Writer.Write(heads[least] + "\n");
                heads[least] = readers[least].ReadLine();
            }
        }
        finally
        {
            foreach (var r in readers) r.Dispose();
        }
        file.Complete(name);
    }

    private static string HouseholdOf(string line)
    {
        var text = line[0] == '"' ? line[1..line.IndexOf('"', 1)] : line[..line.IndexOf(',', StringComparison.Ordinal)];
        return text.StartsWith('\'') ? text[1..] : text;
    }
}
