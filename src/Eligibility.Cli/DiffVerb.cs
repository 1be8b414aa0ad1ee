using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Explanation;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary><c>elig diff PLACE/PROGRAMME@2024-06 PLACE/PROGRAMME@2024-07</c>, or two rules directories: what changes, in words, and for whom.</summary>
internal static class DiffVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var sides = new Argument<string[]>("sides")
        {
            Description = "地区/项目@月份[@按哪一天所知] 两个，或两个规则目录 / place/programme@month[@known-at] twice, or two rules directories", Arity = new ArgumentArity(2, 2),
        };
        var examples = ExamplesOption();
        var all = new Option<bool>("--all") { Description = "列出全部结果改变的例户和情景 / list every household and scenario whose result changes" };
        var command = new Command("diff", "用文字说明规则的变化和影响到谁 / say in words what changes, and for whom")
        {
            sides, options.KnownAt, options.Overlay, options.AcceptUnattested, options.Rules, examples, all, options.Lang,
        };
        command.SetAction(r =>
        {
            var bag = new DiagnosticBag();
            var language = options.LanguageOf(r);
            var knownAt = options.KnownAtOf(r, context.Time, bag);
            var (first, second) = (r.GetValue(sides)![0], r.GetValue(sides)![1]);
            if (bag.HasErrors) return Tool.Refuse(context, bag, language);
            string? text;
            if (Directory.Exists(first) && Directory.Exists(second))
            {
                text = Directories(first, second, knownAt!.Value, language, r.GetValue(all), r.GetValue(examples)!, bag);
            }
            else
            {
                var (before, after) = (Asked.Read(first, knownAt!.Value, bag), Asked.Read(second, knownAt.Value, bag));
                if (before is null || after is null) return Tool.Refuse(context, bag, language);
                var book = options.LoadBook(r);
                text = RuleSets(before.In(book, r.GetValue(options.AcceptUnattested)), after.In(book, r.GetValue(options.AcceptUnattested)), r.GetValue(options.Rules)!, language, r.GetValue(all), r.GetValue(examples)!, bag);
            }
            if (text is null) return Tool.Refuse(context, bag, language);
            context.Out.Write(text);
            return ExitCode.Answered;
        });
        return command;
    }

    private static string? RuleSets(RuleSetAt before, RuleSetAt after, string rules, Language language, bool all, string examples, DiagnosticBag bag)
    {
        var (old, now) = (before.Words(language, bag), after.Words(language, bag));
        if (bag.HasErrors) return null;
        var changes = RulesDiff.Of(old, now);
        var scenarios = ScenarioSuite.Read(rules, after.Book, bag).Where(s => s.Jurisdiction == after.Place && s.Expected.Any(e => e.Programme.Text == after.Programme));
        if (bag.HasErrors) return null;
        Example[] households = [.. Example.Below(examples, after.Place, after.Book.Vocabulary), .. scenarios.Select(Example.Of)];
        var text = new DiffText(language, all);
        text.Sides(before, after);
        if (changes.Count == 0)
        {
            text.Line();
            text.Line("两边的规则读出来一样。", "Both sides read the same.");
        }
        text.Changes(changes);
        text.Results(before.Compare(after, households), households.Length);
        if (before.Month != after.Month) text.Line("同一份事实在两个月份各决定一次；年龄等随月份推移，也会改变结果。", "The same facts are decided once in each month: ages move on with the months and change results too.");
        return text.ToString();
    }

    private static string? Directories(string first, string second, LocalDate knownAt, Language language, bool all, string examples, DiagnosticBag bag)
    {
        var (before, after) = (Load(first, bag), Load(second, bag));
        if (before is null || after is null || bag.HasErrors) return null;
        return DirectoryDiff.Write(before, after, knownAt, language, all, Examples(examples, after.Book));
    }

    /// <summary>The option that names the folder of the example households.</summary>
    public static Option<string> ExamplesOption() => new("--examples") { Description = "例户所在的文件夹 / folder of the example households", DefaultValueFactory = _ => "seeds" };

    /// <summary>The example households of a place, read once.</summary>
    public static Func<string, IReadOnlyList<Example>> Examples(string folder, RuleBook book)
    {
        var known = new Dictionary<string, IReadOnlyList<Example>>(StringComparer.Ordinal);
        return place => known.TryGetValue(place, out var found) ? found : known[place] = Example.Below(folder, place, book.Vocabulary);
    }

    private static RulesSide? Load(string directory, DiagnosticBag bag)
    {
        var files = RuleDirectory.Read(directory, bag);
        // A directory copied from elsewhere may lack the households that its scenarios name; the comparison of the rules does not fail for that.
        return RuleBook.TryLoad(files, bag) is { } book && !bag.HasErrors ? new RulesSide(book, files, ScenarioSuite.Read(directory, book, new DiagnosticBag())) : null;
    }

    /// <summary>A side as it is written: 110000/basicSupport@2024-07, with a day of knowledge of its own where one follows.</summary>
    private sealed record Asked(string Place, string Programme, YearMonth Month, LocalDate KnownAt)
    {
        public static Asked? Read(string text, LocalDate knownAt, DiagnosticBag bag)
        {
            var parts = text.Split('@');
            var set = parts[0].Split('/');
            if (parts.Length is < 2 or > 3 || set.Length != 2)
            {
                bag.NoSideOfComparison(text);
                return null;
            }
            if (!FeelDate.TryParseMonth(parts[1], out var month))
            {
                bag.BadMonth(null, parts[1]);
                return null;
            }
            if (parts.Length == 3 && !FeelDate.TryParse(parts[2], out knownAt))
            {
                bag.BadDay(null, parts[2]);
                return null;
            }
            return new Asked(set[0], set[1], month, knownAt);
        }

        public RuleSetAt In(RuleBook book, bool acceptUnattested) => new(book, Place, Programme, Month, KnownAt, acceptUnattested);
    }
}
