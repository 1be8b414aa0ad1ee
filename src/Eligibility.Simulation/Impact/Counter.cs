using Eligibility.Simulation.Kernels;

namespace Eligibility.Simulation.Impact;

/// <summary>Counts the decisions of one variant and programme. Used by one thread.</summary>
internal sealed class ProgrammeCounter(Verdicts verdicts, bool isGapped, LineReader? line)
{
    private readonly Int128[] _outcomes = new Int128[3];
    private readonly Int128[] _paid = new Int128[verdicts.Payments.Count];
    private readonly Dictionary<long, Int128> _amounts = [];
    private readonly SortedDictionary<string, Int128> _missing = new(StringComparer.Ordinal);
    private Int128 _unknownAmounts;
    private Int128 _persons;
    private Int128 _personsWithAmounts;
    private Int128 _line;
    private Int128 _paidByLine;

    public Verdicts Verdicts { get; } = verdicts;

    /// <summary>Whether no version of the programme is in force in the month: every household is undetermined, and nothing is counted.</summary>
    public bool IsGapped { get; } = isGapped;

    /// <summary>Everything that is paid.</summary>
    public Int128 Cost => _paid.Aggregate(Int128.Zero, (a, b) => a + b);

    /// <param name="h">The household.</param>
    /// <param name="paid">What the programme pays to it is added, as far as it is known.</param>
    public Standing Count(Household h, ref long paid)
    {
        if (IsGapped) return new Standing(Outcome.Undetermined, null);
        var outcome = Verdicts.OutcomeOf(h.Row);
        var standing = new Standing(outcome, Verdicts.TryPayable(h.Row, out var fen) ? fen : null);
        _outcomes[(int)outcome] += h.Weight;
        if (outcome == Outcome.Eligible)
        {
            var covered = 0;
            for (var person = h.FirstPerson; person < h.EndPerson; person++)
                if (Verdicts.Covers(person)) covered++;
            _persons += (Int128)covered * h.Weight;
            if (standing.Fen is null) _unknownAmounts += h.Weight;
            else
            {
                FenCounts.Add(_amounts, fen, h.Weight);
                _personsWithAmounts += (Int128)covered * h.Weight;
                if (line?.Of(h.Row) is { } due)
                {
                    _line += (Int128)due * covered * h.Weight;
                    _paidByLine += (Int128)fen * h.Weight;
                }
            }
        }
        if (outcome != Outcome.Ineligible)
        {
            for (var i = 0; i < _paid.Length; i++)
            {
                var item = Verdicts.Payments[i];
                var (from, to) = item.Entity.Parent is null ? (h.Row, h.Row + 1) : (h.FirstPerson, h.EndPerson);
                var fenOfItem = 0L;
                for (var row = from; row < to; row++) fenOfItem += Verdicts.Paid(item, row);
                if (fenOfItem == 0) continue;
                _paid[i] += (Int128)fenOfItem * h.Weight;
                paid += fenOfItem;
            }
        }
        return standing;
    }

    public void Miss(string what, long weight) => _missing[what] = _missing.GetValueOrDefault(what) + weight;

    public void AddTo(Tally tally, string name)
    {
        foreach (var outcome in Enum.GetValues<Outcome>()) tally.Add($"{name}/outcome/{outcome}", _outcomes[(int)outcome]);
        tally.Add($"{name}/unknownAmounts", _unknownAmounts);
        tally.Add($"{name}/persons", _persons);
        tally.Add($"{name}/personsWithAmounts", _personsWithAmounts);
        tally.Add($"{name}/line", _line);
        tally.Add($"{name}/paidByLine", _paidByLine);
        tally.Add($"{name}/amounts", _amounts);
        for (var i = 0; i < _paid.Length; i++) tally.Add($"{name}/paid/{Verdicts.Payments[i].Name}", _paid[i]);
        foreach (var (what, weight) in _missing) tally.Add($"{name}/missing/{what}", weight);
    }
}

/// <summary>Counts how many households a reform changes, and by how much.</summary>
internal sealed class ChangeCounter
{
    private static readonly int Kinds = Enum.GetValues<Change>().Length;

    private readonly Int128[] _households = new Int128[Kinds];
    private readonly Int128[] _fen = new Int128[Kinds];
    private readonly Int128[] _persons = new Int128[Kinds];
    private readonly Dictionary<long, Int128>[] _differences = [.. Enumerable.Range(0, Kinds).Select(_ => new Dictionary<long, Int128>())];

    /// <param name="change">What becomes of the household.</param>
    /// <param name="before">How it stands before.</param>
    /// <param name="after">How it stands after.</param>
    /// <param name="persons">How many of its persons are covered before or after.</param>
    /// <param name="weight">How many households it stands for, in millionths.</param>
    public void Count(Change change, Standing before, Standing after, int persons, long weight)
    {
        _households[(int)change] += weight;
        _persons[(int)change] += (Int128)weight * persons;
        if (change is Change.Neither or Change.Undetermined or Change.Unchanged) return;
        var difference = after.Fen!.Value - before.Fen!.Value;
        _fen[(int)change] += (Int128)difference * weight;
        FenCounts.Add(_differences[(int)change], difference, weight);
    }

    public void AddTo(Tally tally, string name)
    {
        foreach (var change in Enum.GetValues<Change>())
        {
            tally.Add($"{name}/differences/{change}", _differences[(int)change]);
            tally.Add($"{name}/{change}/persons", _persons[(int)change]);
            tally.Add($"{name}/{change}", _households[(int)change]);
            tally.Add($"{name}/{change}/fen", _fen[(int)change]);
        }
    }
}

/// <summary>Counts persons by age, in bands of ten years.</summary>
internal sealed class AgeCounter
{
    /// <summary>The band of everybody older, and the one of those whose age is not known.</summary>
    public const int OldestBand = 10;
    public const int UnknownBand = 11;

    private readonly Int128[] _persons = new Int128[UnknownBand + 1];

    public void Count(int band, long weight) => _persons[band] += weight;

    public void AddTo(Tally tally, string name)
    {
        for (var band = 0; band < _persons.Length; band++) tally.Add($"{name}/age/{band:D2}", _persons[band]);
    }
}

/// <summary>Counts by fen.</summary>
internal static class FenCounts
{
    public static void Add(Dictionary<long, Int128> histogram, long fen, long weight)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(histogram, fen, out _);
        count += weight;
    }
}
