using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Simulation.Impact;

/// <summary>What is changed, and how.</summary>
/// <param name="Sets">Values of parameters, as <see cref="SetOption"/> reads them.</param>
/// <param name="Overlays">Overlays of the library by name, or files that hold one.</param>
/// <param name="Rules">Other rules directories, each a reform of its own; null where the overlays are for none.</param>
/// <param name="SideBySide">Whether each change is a reform of its own instead of all of them together.</param>
internal sealed record ReformRequest(IReadOnlyList<string> Sets, IReadOnlyList<(string Name, byte[]? File)> Overlays, IReadOnlyList<(string Name, RuleBook Book)> Rules, bool SideBySide);

/// <summary>Makes the variants that a simulation needs: the rules as they are, each reform, and, to tell the changes of a reform apart, every set of them.</summary>
internal static class Reforms
{
    /// <summary>A reform may hold from so many months before the one that is decided.</summary>
    private const int MostBackMonths = 12;

    /// <summary>The variants and the reforms whose changes are told apart; null, with the reasons, when there is something wrong.</summary>
    public static (IReadOnlyList<Variant> Variants, IReadOnlyList<Parts> Parts)? Of(RuleBook book, RuleQuestion asked, ReformRequest request, DiagnosticBag bag)
    {
        if (book.RulesOf(asked, bag) is not { } rules) return null;
        CheckMonth(book, asked, rules, bag);
        var changes = new List<(string Name, RuleFile File)>();
        foreach (var set in request.Sets)
            if (SetOption.Read(set, rules, bag) is { } file) changes.Add((set, file));
        foreach (var (name, bytes) in request.Overlays)
            foreach (var file in OverlaysOf(book, name, bytes, bag)) changes.Add((name, file));
        if (bag.HasErrors) return null;
        var variants = new List<Variant> { new("", rules) };
        var parts = new List<Parts>();
        var back = new Dictionary<int, IReadOnlyList<RuleFile>>();
        var asTheyAre = new Dictionary<YearMonth, int>();
        if (request.SideBySide)
        {
            foreach (var change in changes) Add(book, [change.File], change.Name, TitleOf([change.File]), false);
        }
        else if (changes.Count > 0)
        {
            var whole = Add(book, [.. changes.Select(c => c.File)], string.Join(" + ", changes.Select(c => c.Name)), TitleOf(changes.Select(c => c.File)), false);
            if (changes.Count > Attribution.MostChanges) bag.TooManyChanges(changes.Count);
            else if (changes.Count > 1) Split(whole);
        }
        foreach (var (name, other) in request.Rules)
        {
            if (!new Layout(book.Vocabulary).IsLike(new Layout(other.Vocabulary))) bag.PartsDiffer(name, new LocalText("词汇表不同，名册读不成同样的事实", "its vocabulary differs, so that the caseload would be other facts"));
            else Add(other, [], name, new LocalText($"另一套规则 {name}", $"other rules {name}"), false);
        }
        foreach (var reform in Enumerable.Range(1, variants.Count - 1).Where(i => !variants[i].OnlyCost && back.ContainsKey(i)).ToArray()) AddBackMonths(reform);
        return bag.HasErrors ? null : (variants, parts);

        // What a reform that holds from an earlier month adds in each month until the one that is decided.
        void AddBackMonths(int reform)
        {
            var overlays = back[reform];
            var first = overlays.SelectMany(o => o.Parameters).SelectMany(p => p.Values).Select(v => v.From).DefaultIfEmpty(asked.FirstDay).Min().ToYearMonth();
            if (first.PlusMonths(MostBackMonths) < asked.Month)
            {
                bag.TooFarBack(FeelDate.Format(first), MostBackMonths);
                return;
            }
            var with = book.With(overlays);
            for (var month = first; month < asked.Month; month = month.PlusMonths(1))
            {
                var then = asked with { Month = month };
                if (book.RulesOf(then, bag) is not { } before || with.RulesOf(then, bag) is not { } after) return;
                // The rules as they are in a month are decided once, for every reform that reaches back to it.
                if (!asTheyAre.TryGetValue(month, out var index))
                {
                    index = asTheyAre[month] = variants.Count;
                    CheckMonth(book, then, before, bag);
                    variants.Add(new Variant("", before, true));
                }
                variants.Add(new Variant(variants[reform].Name, after, true) { Own = with.Own, Touched = Touched.Of(before, after), Back = new BackMonth(reform, index) });
            }
        }

        int Add(RuleBook on, IReadOnlyList<RuleFile> overlays, string name, LocalText title, bool onlyCost)
        {
            var with = overlays.Count == 0 ? on : on.With(overlays);
            if (with.RulesOf(asked, bag) is { } changed) variants.Add(new Variant(name, changed, onlyCost) { Title = title, Own = with.Own, Touched = Touched.Of(rules, changed) });
            if (overlays.Count > 0) back[variants.Count - 1] = overlays;
            return variants.Count - 1;
        }

        void Split(int whole)
        {
            var sets = new int[1 << changes.Count];
            sets[^1] = whole;
            for (var set = 1; set < sets.Length - 1; set++)
            {
                var some = changes.Where((_, i) => (set >> i & 1) != 0).ToArray();
                sets[set] = Add(book, [.. some.Select(c => c.File)], string.Join(" + ", some.Select(c => c.Name)), TitleOf(some.Select(c => c.File)), true);
            }
            parts.Add(new Parts(whole, [.. changes.Select(c => (c.Name, TitleOf([c.File])))], sets));
        }
    }

    private static LocalText TitleOf(IEnumerable<RuleFile> files)
    {
        var titles = files.Select(f => f.Title).ToArray();
        return new LocalText(string.Join("；", titles.Select(t => t.Zh)), string.Join("; ", titles.Select(t => t.En)));
    }

    private static IEnumerable<RuleFile> OverlaysOf(RuleBook book, string name, byte[]? bytes, DiagnosticBag bag)
    {
        if (bytes is null)
        {
            var found = book.Library.Overlays.Where(o => o.OverlayName == name).ToArray();
            if (found.Length == 0) bag.UnknownOverlay(null, name, NearestName.Find(name, book.Library.Overlays.Select(o => o.OverlayName!)));
            return found;
        }
        var root = YamlReader.Read(name, bytes, bag);
        return root is not null && RuleFileReader.Read(root, root.Location.Source, true, name, bag) is { } file ? [file] : [];
    }

    /// <summary>A month that is decided in parts is not one decision for each household.</summary>
    public static void CheckMonth(RuleBook book, RuleQuestion asked, MonthRules rules, DiagnosticBag bag)
    {
        var (first, last) = (asked.FirstDay, asked.LastDay);
        if (book.Library.Jurisdictions.Find(asked.Place) is { } place && (place.ValidTo < last || place.ValidFrom > first))
            bag.MonthInParts(new LocalText($"“{place.Name.Zh}”在 {FeelDate.Format(rules.Month)} 内变更。", $"{place.Name.En} changes inside {FeelDate.Format(rules.Month)}."));
        foreach (var p in rules.Plan.Rules.Programmes.Where(p => p.Basis == MonthBasis.Split))
            bag.MonthInParts(new LocalText($"“{p.Merged.Top.Title.Zh}”按日计发。", $"{p.Merged.Top.Title.En} is paid by days."));
    }
}
