using System.Globalization;
using System.Text;
using Eligibility.RuleSets;
using Eligibility.Text;

namespace Eligibility.Mutation;

/// <summary>What became of the mutants, for people.</summary>
internal sealed class MutationReport
{
    private readonly IReadOnlyList<MutantResult> _results;
    private readonly HashSet<Mutant> _explained = new(ReferenceEqualityComparer.Instance);

    public MutationReport(IReadOnlyList<MutantResult> results, IReadOnlyList<ExplainedSurvivor> explained, Func<RuleFile, bool> select, RuleLibrary library)
    {
        _results = results;
        var files = library.Files.Where(select).Select(f => f.Source.Name).ToHashSet(StringComparer.Ordinal);
        var survivors = results.Where(r => !r.IsKilled).ToDictionary(r => (r.Mutant.File.Source.Name, r.Mutant.Name, r.Mutant.Change), r => r.Mutant);
        var stale = new List<ExplainedSurvivor>();
        foreach (var e in explained.Where(e => files.Contains(e.File)))
        {
            if (survivors.TryGetValue((e.File, e.Item, e.Change), out var m)) _explained.Add(m);
            else stale.Add(e);
        }
        Stale = stale;
    }

    /// <summary>Explanations of what does not survive, or is not tried at all.</summary>
    public IReadOnlyList<ExplainedSurvivor> Stale { get; }

    /// <summary>Survivors that nothing explains.</summary>
    public IEnumerable<MutantResult> Open => _results.Where(r => !r.IsKilled && !_explained.Contains(r.Mutant));

    public int Total => _results.Count;

    public int Killed => _results.Count(r => r.IsKilled);

    public bool IsClean => Stale.Count == 0 && !Open.Any();

    public string Text(Language language)
    {
        var zh = language == Language.Chinese;
        var text = new StringBuilder();
        foreach (var r in Open)
        {
            var fate = r.Fate == Fate.NotReached ? zh ? "，没有情景用到" : ", no scenario reads it" : "";
            var hint = Hint(r.Mutant) is { } h ? $" [{h.In(language)}]" : "";
            text.Append(CultureInfo.InvariantCulture, $"{r.Mutant.File.Source.Name}:{r.Mutant.At.Line}: {r.Mutant.Name}: {r.Mutant.Change} ({Label(r.Mutant.Kind).In(language)}{fate}){hint}\n");
        }
        foreach (var e in Stale) text.Append(CultureInfo.InvariantCulture, $"{e.Location.Source.Name}:{e.Location.Line}: {(zh ? "已没有这个存活的改动" : "no such survivor any more")}: {e.File} {e.Item}: {e.Change}\n");
        foreach (var kind in _results.GroupBy(r => r.Mutant.Kind).OrderBy(g => g.Key)) Line(Label(kind.Key).In(language), [.. kind]);
        foreach (var set in _results.GroupBy(r => $"{r.Mutant.File.Jurisdiction}/{r.Mutant.File.Programme}")) Line(set.Key, [.. set]);
        Line(zh ? "合计" : "total", _results);
        return text.ToString();

        void Line(string name, IReadOnlyList<MutantResult> results)
        {
            int killed = results.Count(r => r.IsKilled), refused = results.Count(r => r.Fate == Fate.Refused), explained = results.Count(r => _explained.Contains(r.Mutant));
            text.Append(CultureInfo.InvariantCulture, $"{name}: {killed}/{results.Count} {Percent(killed, results.Count)}");
            text.Append(zh ? $"（装载时拒绝 {refused}，已说明 {explained}，未说明 {results.Count - killed - explained}）\n" : $" (refused by the loader {refused}, explained {explained}, open {results.Count - killed - explained})\n");
        }
    }

    /// <summary>A share in per cent with one decimal, cut off: 100 % is all of it.</summary>
    public static string Percent(int part, int all)
    {
        var tenths = all == 0 ? 1000 : part * 1000L / all;
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10} %");
    }

    /// <summary>Why a change may mean the same rule; null when nothing suggests it.</summary>
    private static LocalText? Hint(Mutant m)
    {
        if (m.Kind == MutationKind.Comparison && m.Change.Contains("> 0 →", StringComparison.Ordinal)) return new("可能等价：零的情形结果相同", "perhaps equivalent where zero gives the same result");
        return null;
    }

    private static LocalText Label(MutationKind kind) => kind switch
    {
        MutationKind.Comparison => new("比较", "comparison"),
        MutationKind.Constant => new("常数", "constant"),
        MutationKind.ParameterValue => new("参数值", "parameter value"),
        MutationKind.EffectiveDate => new("起始日期", "effective date"),
        MutationKind.Boundary => new("边界", "boundary"),
        MutationKind.RowOrder => new("行序", "row order"),
        MutationKind.Branches => new("分支", "branches"),
        MutationKind.Logic => new("并且、或者", "and against or"),
        _ => new("覆盖", "override"),
    };
}
