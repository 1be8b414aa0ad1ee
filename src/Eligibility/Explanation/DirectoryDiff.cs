using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Explanation;

/// <summary>A rules directory as one side of a comparison.</summary>
/// <param name="Book">The rules.</param>
/// <param name="Files">Every file but the scenarios.</param>
/// <param name="Scenarios">The scenarios.</param>
internal sealed record RulesSide(RuleBook Book, IReadOnlyList<RuleSourceFile> Files, IReadOnlyList<Scenario> Scenarios);

/// <summary>
/// What changes between two rules directories. Every programme of a place with a changed file of its own is read in each month in which either side
/// has something begin or end; a month is shown when its words differ in another way than those of the month before.
/// </summary>
internal sealed class DirectoryDiff
{
    private readonly RulesSide _before;
    private readonly RulesSide _after;
    private readonly LocalDate _knownAt;
    private readonly Language _language;
    private readonly Func<string, IReadOnlyList<Example>> _examples;
    private readonly DiffText _text;

    private DirectoryDiff(RulesSide before, RulesSide after, LocalDate knownAt, Language language, bool all, Func<string, IReadOnlyList<Example>> examples)
    {
        _before = before;
        _after = after;
        _knownAt = knownAt;
        _language = language;
        _examples = examples;
        _text = new DiffText(language, all);
    }

    /// <param name="before">One side.</param>
    /// <param name="after">The other.</param>
    /// <param name="knownAt">Nothing published after this day is used on either side.</param>
    /// <param name="language">The language.</param>
    /// <param name="all">Whether every household is listed.</param>
    /// <param name="examples">The example households of a place.</param>
    public static string Write(RulesSide before, RulesSide after, LocalDate knownAt, Language language, bool all, Func<string, IReadOnlyList<Example>> examples)
    {
        var diff = new DirectoryDiff(before, after, knownAt, language, all, examples);
        diff.Write();
        return diff._text.ToString();
    }

    private void Write()
    {
        var changed = ChangedFiles();
        if (changed.Count == 0) _text.Line("规则文件没有改动。", "No rule file differs.");
        else _text.Line($"改动的文件：{string.Join("、", changed)}", $"Files that differ: {string.Join(", ", changed)}");
        var sets = _before.Book.Library.Files.Concat(_after.Book.Library.Files).Where(f => changed.Contains(f.Source.Name))
            .Select(f => (f.Jurisdiction, f.Programme)).Distinct().OrderBy(s => s.Jurisdiction, StringComparer.Ordinal).ThenBy(s => s.Programme, StringComparer.Ordinal);
        foreach (var (place, programme) in sets) Set(place, programme);
        Scenarios();
    }

    /// <summary>The files whose bytes differ or that one side lacks.</summary>
    private List<string> ChangedFiles()
    {
        var old = _before.Files.ToDictionary(f => f.Name, f => f.Bytes, StringComparer.Ordinal);
        var changed = _after.Files.Where(f => !old.TryGetValue(f.Name, out var bytes) || !bytes.AsSpan().SequenceEqual(f.Bytes)).Select(f => f.Name);
        return [.. changed.Concat(old.Keys.Except(_after.Files.Select(f => f.Name))).Order(StringComparer.Ordinal)];
    }

    private void Set(string place, string programme)
    {
        var title = _after.Book.Library.FilesOf(place, programme).Concat(_before.Book.Library.FilesOf(place, programme)).First().Title.In(_language);
        _text.Line();
        _text.Line($"■ {title} {place}/{programme}");
        IReadOnlyList<WordsChange> last = [];
        var any = false;
        foreach (var month in Months(place, programme))
        {
            var (before, after) = (At(_before, place, programme, month), At(_after, place, programme, month));
            var changes = RulesDiff.Of(before.Words(_language, []), after.Words(_language, []));
            if (!changes.SequenceEqual(last) && changes.Count > 0)
            {
                any = true;
                _text.Line();
                _text.Line($"自{new Words(_language).Month(month)}起", $"From {new Words(_language).Month(month)} on");
                _text.Changes(changes);
                var examples = _examples(place);
                if (examples.Count > 0) _text.Results(before.Compare(after, examples), examples.Count);
            }
            else if (changes.Count == 0 && last.Count > 0)
            {
                _text.Line();
                _text.Line($"自{new Words(_language).Month(month)}起两边相同。", $"From {new Words(_language).Month(month)} on both say the same.");
            }
            last = changes;
        }
        if (!any) _text.Line("  文件有改动，但读出来的规则在任何月份都一样。", "  The file differs, but the rules read the same in every month.");
    }

    private RuleSetAt At(RulesSide side, string place, string programme, YearMonth month) => new(side.Book, place, programme, month, _knownAt, false);

    /// <summary>The months in which something of the programme begins, has ended or is attested no longer, on either side.</summary>
    private IEnumerable<YearMonth> Months(string place, string programme)
    {
        var days = new List<LocalDate>();
        foreach (var f in _before.Book.Library.FilesOf(place, programme).Concat(_after.Book.Library.FilesOf(place, programme)))
        {
            days.Add(f.From);
            if (f.To is { } to) days.Add(to.PlusDays(1));
            foreach (var v in f.Parameters.SelectMany(p => p.Values))
            {
                days.Add(v.From);
                if (v.To is { } end) days.Add(end.PlusDays(1));
                if (v.AttestedThrough is { } last) days.Add(last.PlusDays(1));
            }
        }
        return days.Select(d => d.ToYearMonth()).Distinct().Order();
    }

    /// <summary>The scenarios, each asked its own question of both sides; those of a place that builds on what changed are among them.</summary>
    private void Scenarios()
    {
        // The suite of either side that holds more: the other may be a copy without the households that scenarios name.
        var (more, fewer) = _after.Scenarios.Count >= _before.Scenarios.Count ? (_after, _before) : (_before, _after);
        Scenario[] scenarios = [.. more.Scenarios, .. fewer.Scenarios.ExceptBy(more.Scenarios.Select(Identity), Identity)];
        var changes = scenarios.SelectMany(s => s.Expected.Select(e => ResultChange.Of(Example.Of(s), Decide(_before, s, e.Programme.Text), Decide(_after, s, e.Programme.Text)))).OfType<ResultChange>().ToArray();
        _text.Results(changes, scenarios.Length);
    }

    private static (string, string) Identity(Scenario s) => (s.Location.Source.Name, s.Name);

    private static Decision? Decide(RulesSide side, Scenario s, string programme) => Example.Of(s).Under(side.Book, s.Jurisdiction, programme, s.Month, s.KnownAt, s.AcceptUnattested);
}
