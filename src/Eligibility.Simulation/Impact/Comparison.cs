using System.Text;
using Eligibility.Caseload;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Text;

namespace Eligibility.Simulation.Impact;

/// <summary>
/// Compares one variant with the rules as they are, household by household: in each programme that it touches, and in those of them that pay anything
/// together. Used by one thread.
/// </summary>
internal sealed class Comparison
{
    /// <summary>What stands for all programmes together where a programme is named.</summary>
    public const string Together = "*";

    private readonly Variant _variant;
    private readonly Pair[] _pairs;
    private readonly ChangeCounter _together = new();
    private readonly LoserList _losers = new();
    private readonly Language _language;
    private Int128 _losersWeight;

    /// <param name="variant">The variant.</param>
    /// <param name="before">The programmes of the rules as they are.</param>
    /// <param name="after">Those of the variant.</param>
    /// <param name="language">The language of the lines.</param>
    public Comparison(Variant variant, IReadOnlyList<ProgrammeCounter> before, IReadOnlyList<ProgrammeCounter> after, Language language)
    {
        (_variant, _language) = (variant, language);
        int Find(IReadOnlyList<ProgrammeCounter> counters, string name) => counters.ToList().FindIndex(c => c.Verdicts.Rules.Programme == name);
        _pairs =
        [
            .. before.Concat(after).Select(c => c.Verdicts.Rules.Programme).Distinct().Where(variant.Touched.Contains)
                .Select(name => (Name: name, Before: Find(before, name), After: Find(after, name)))
                .Select(x => new Pair(x.Name, x.Before, x.After, x.Before < 0 ? null : before[x.Before].Verdicts, x.After < 0 ? null : after[x.After].Verdicts, new ChangeCounter())),
        ];
    }

    /// <summary>How many households end with less.</summary>
    public long Losers { get; private set; }

    /// <summary>Compares a household, counts it, and writes a line for each programme in which something changes. What becomes of it in all of them together.</summary>
    public Change Compare(Household h, Standing[] before, Standing[] after, StringBuilder lines)
    {
        var (loses, loss, anyPersons, wholeBefore, wholeAfter) = (false, 0L, 0, Standing.None, Standing.None);
        foreach (var p in _pairs)
        {
            var (a, b) = (p.Before < 0 ? Standing.None : before[p.Before], p.After < 0 ? Standing.None : after[p.After]);
            var change = Standing.Of(a, b);
            p.Changes.Count(change, a, b, p.Persons(h), h.Weight);
            if (change is Change.Losing or Change.Leaving) (loses, loss) = (true, loss + a.Fen!.Value - b.Fen!.Value);
            if (p.Pays) (wholeBefore, wholeAfter) = (Standing.Together(wholeBefore, a), Standing.Together(wholeAfter, b));
            if (change is Change.Neither or Change.Unchanged) continue;
            HouseholdLine.Write(lines, h, p.Programme, string.Join(',', CsvText.Cell(_variant.Name), Word(a.Outcome), Yuan.Of(a.Fen), Word(b.Outcome), Yuan.Of(b.Fen), Yuan.Of(b.Fen - a.Fen), Word(change),
                CsvText.Cell(Reasons.Of(p.VerdictsBefore, p.VerdictsAfter, h.Row, _language))));
        }
        for (var person = h.FirstPerson; person < h.EndPerson; person++)
            if (_pairs.Any(p => p.Pays && p.Covers(person))) anyPersons++;
        var whole = Standing.Of(wholeBefore, wholeAfter);
        _together.Count(whole, wholeBefore, wholeAfter, anyPersons, h.Weight);
        // What one programme takes another may give; where that is not certain, whatever is taken counts.
        if (whole is not (Change.Losing or Change.Leaving) && (!loses || whole is Change.Gaining or Change.Entering)) return whole;
        Losers++;
        _losersWeight += h.Weight;
        if (wholeBefore.Fen - wholeAfter.Fen is { } certain) loss = certain;
        if (_losers.Wants(loss)) _losers.Add(new Loser(h.Id, wholeBefore.Fen, wholeAfter.Fen, loss, new LocalText(Why(h, before, after, Language.Chinese), Why(h, before, after, Language.English))));
        return whole;
    }

    /// <summary>What changes in each programme.</summary>
    private string Why(Household h, Standing[] before, Standing[] after, Language language) => string.Join(language == Language.Chinese ? "；" : "; ", _pairs
        .Where(p => Standing.Of(p.Before < 0 ? Standing.None : before[p.Before], p.After < 0 ? Standing.None : after[p.After]) is not (Change.Neither or Change.Unchanged))
        .Select(p => Reasons.Of(p.VerdictsBefore, p.VerdictsAfter, h.Row, language)).Where(r => r.Length > 0).Distinct());

    public void AddTo(Tally tally, string name)
    {
        tally.Add($"{name}/losers", _losersWeight);
        tally.Add(name, _losers.Losers);
        foreach (var p in _pairs) p.Changes.AddTo(tally, $"{name}/change/{p.Programme}");
        _together.AddTo(tally, $"{name}/change/{Together}");
    }

    private static string Word(Enum value) => Explanation.JsonText.Word(value);

    /// <summary>A programme before and after; null and a place below 0 where it is not in the rules.</summary>
    private sealed record Pair(string Programme, int Before, int After, Verdicts? VerdictsBefore, Verdicts? VerdictsAfter, ChangeCounter Changes)
    {
        /// <summary>Whether it pays anything: a finding that somebody belongs to a class does not.</summary>
        public bool Pays { get; } = VerdictsBefore?.Rules.PaysAnything == true || VerdictsAfter?.Rules.PaysAnything == true;

        public bool Covers(int person) => VerdictsBefore?.Covers(person) == true || VerdictsAfter?.Covers(person) == true;

        /// <summary>How many persons of a household it covers before or after.</summary>
        public int Persons(Household h)
        {
            var persons = 0;
            for (var person = h.FirstPerson; person < h.EndPerson; person++)
                if (Covers(person)) persons++;
            return persons;
        }
    }
}
