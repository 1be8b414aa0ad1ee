using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Statements;

/// <summary>
/// The roll as a statement goes on: what the facts record, and behind it what the statement itself decided. From the first month in which the statement decides a
/// programme otherwise than recorded, its own entries stand in place of the records. A month that stays open leaves an entry of which only the programme is known.
/// </summary>
internal sealed class StatementRoll
{
    private readonly Dictionary<string, Ruling> _rulings = new(StringComparer.Ordinal);
    private (Facts Source, LocalDate Start, int Version, Facts Laid)? _last;
    private int _version;

    /// <summary>What the statement decided of one programme, from when on.</summary>
    private sealed class Ruling
    {
        /// <summary>The first day of which its entries speak in place of the records; null while they only add what is open.</summary>
        public LocalDate? Since { get; set; }

        public List<RollEntry> Entries { get; } = [];
    }

    /// <summary>The same roll, to go on from by another way.</summary>
    public StatementRoll Copy()
    {
        var copy = new StatementRoll { _version = _version };
        foreach (var (programme, ruling) in _rulings)
        {
            var own = copy._rulings[programme] = new Ruling { Since = ruling.Since };
            own.Entries.AddRange(ruling.Entries);
        }
        return copy;
    }

    /// <summary>Whether two rolls say the same, so that the same facts are decided the same with either.</summary>
    public bool SaysTheSameAs(StatementRoll other)
    {
        if (_rulings.Count != other._rulings.Count) return false;
        foreach (var (programme, ruling) in _rulings)
            if (!other._rulings.TryGetValue(programme, out var x) || x.Since != ruling.Since || !x.Entries.SequenceEqual(ruling.Entries, SameEntry)) return false;
        return true;
    }

    private static readonly EqualityComparer<RollEntry> SameEntry = EqualityComparer<RollEntry>.Create((a, b) => ReferenceEquals(a, b) || (a is not null && b is not null
        && a.Programme == b.Programme && a.From == b.From && a.To == b.To && a.Route == b.Route && a.Amount == b.Amount && a.Open?.Items.Length == b.Open?.Items.Length && a.Persons.SequenceEqual(b.Persons)));

    /// <summary>The facts with the roll as it stands before a month is decided.</summary>
    public Facts Lay(Facts facts, LocalDate monthStart)
    {
        if (_rulings.Count == 0 || facts.Roll() is not { } recorded) return facts;
        if (_last is { } last && last.Version == _version && ReferenceEquals(last.Source, facts) && (last.Start == monthStart || recorded.All(e => e.From is null || e.From < last.Start))) return last.Laid;
        var laid = facts.WithRoll([.. Standing(recorded, monthStart)]);
        _last = (facts, monthStart, _version, laid);
        return laid;
    }

    private IEnumerable<RollEntry> Standing(IReadOnlyList<RollEntry> recorded, LocalDate monthStart)
    {
        foreach (var e in recorded)
        {
            if (!_rulings.TryGetValue(e.Programme, out var ruling) || ruling.Since is not { } since || e.From is null || e.From >= monthStart) yield return e;
            else if (e.From < since) yield return e.To is null || e.To >= since ? e with { To = since.PlusDays(-1) } : e;
        }
        foreach (var (programme, ruling) in _rulings)
        {
            // A record that begins later ends what was decided before it.
            var next = recorded.Where(e => e.Programme == programme && e.From >= monthStart).Select(e => e.From!.Value).Order().Cast<LocalDate?>().FirstOrDefault();
            foreach (var e in ruling.Entries) yield return e.Open is null && e.To is null && next <= monthStart ? e with { To = next.Value.PlusDays(-1) } : e;
        }
    }

    /// <summary>Appends the decisions of a month that were made on these facts.</summary>
    public void Append(Assessment assessment, YearMonth month)
    {
        var (start, end) = (month.OnDayOfMonth(1), Evaluation.MonthRules.LastDay(month));
        (Facts Facts, IReadOnlyList<RollEntry>? Roll) read = default;
        foreach (var d in assessment.Decisions)
        {
            if (!ReferenceEquals(read.Facts, d.Run.Facts)) read = (d.Run.Facts, d.Run.Facts.Roll());
            if (read.Roll is not { } roll) continue;
            var current = roll.Where(e => e.Programme == d.Programme && e.Open is null && e.From <= end && (e.To is null || e.To >= start)).OrderBy(e => e.From).LastOrDefault();
            if (d.Outcome == Outcome.Ineligible)
            {
                if (current is not null) Close(d.Programme, start);
            }
            else if (d.AmountIfKnown is not { } amount)
            {
                Leave(d);
            }
            else if (amount.Yuan.Sign > 0)
            {
                var route = d.Route ?? d.Covered.Select(c => c.Route).Distinct().SingleOrDefault();
                string[] persons = [.. d.Covered.Select(c => c.Person)];
                if (current is not null && current.Amount == amount.Yuan && current.Persons.Order(StringComparer.Ordinal).SequenceEqual(persons.Order(StringComparer.Ordinal)) && current.Route == route) continue;
                Close(d.Programme, start).Entries.Add(new RollEntry(null, d.Programme, start, null, persons, route, amount.Yuan));
            }
            // Somebody who is entitled to nothing this month stays on the roll as he was.
        }
    }

    /// <summary>Ends what is open of a programme with the day before.</summary>
    private Ruling Close(string programme, LocalDate start)
    {
        _version++;
        var ruling = RulingOf(programme);
        ruling.Since ??= start;
        for (var i = 0; i < ruling.Entries.Count; i++)
            if (ruling.Entries[i] is { Open: null, To: null } e) ruling.Entries[i] = e with { To = start.PlusDays(-1) };
        ruling.Entries.RemoveAll(e => e.Open is null && e.To < e.From);
        return ruling;
    }

    private void Leave(Decision d)
    {
        if (d.Missing.Count == 0 || (_rulings.TryGetValue(d.Programme, out var known) && known.Entries.Exists(e => e.Open is not null))) return;
        _version++;
        var causes = d.Missing.Skip(1).Aggregate(Causes.Of(d.Missing[0]), (all, m) => all.With(Causes.Of(m)));
        // Records go on being believed: only beyond what they say is it open whether there is more.
        RulingOf(d.Programme).Entries.Add(new RollEntry(null, d.Programme, null, null, [], null, null, causes));
    }

    private Ruling RulingOf(string programme) => _rulings.TryGetValue(programme, out var ruling) ? ruling : _rulings[programme] = new Ruling();
}
