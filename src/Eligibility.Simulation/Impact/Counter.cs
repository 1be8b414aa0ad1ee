using Eligibility.Simulation.Kernels;

namespace Eligibility.Simulation.Impact;

/// <summary>Counts the decisions of one variant and programme. Used by one thread.</summary>
internal sealed class ProgrammeCounter(Verdicts verdicts)
{
    private readonly Int128[] _outcomes = new Int128[3];
    private readonly Int128[] _paid = new Int128[verdicts.Payments.Count];
    private readonly Dictionary<long, Int128> _amounts = [];
    private readonly SortedDictionary<string, Int128> _missing = new(StringComparer.Ordinal);
    private Int128 _unknownAmounts;
    private Int128 _persons;

    public Verdicts Verdicts { get; } = verdicts;

    /// <summary>Everything that is paid.</summary>
    public Int128 Cost => _paid.Aggregate(Int128.Zero, (a, b) => a + b);

    public Standing Count(int household, long weight, int firstPerson, int endPerson)
    {
        var outcome = Verdicts.OutcomeOf(household);
        var standing = new Standing(outcome, Verdicts.TryPayable(household, out var fen) ? fen : null);
        _outcomes[(int)outcome] += weight;
        if (outcome == Outcome.Eligible)
        {
            for (var person = firstPerson; person < endPerson; person++)
                if (Verdicts.Covers(person)) _persons += weight;
            if (standing.Fen is null) _unknownAmounts += weight;
            else Histogram.Add(_amounts, fen, weight);
        }
        if (outcome != Outcome.Ineligible)
        {
            for (var i = 0; i < _paid.Length; i++)
            {
                var item = Verdicts.Payments[i];
                var (from, to) = item.Entity.Parent is null ? (household, household + 1) : (firstPerson, endPerson);
                for (var row = from; row < to; row++) _paid[i] += (Int128)Verdicts.Paid(item, row) * weight;
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
        tally.Add($"{name}/amounts", _amounts);
        for (var i = 0; i < _paid.Length; i++) tally.Add($"{name}/paid/{Verdicts.Payments[i].Name}", _paid[i]);
        foreach (var (what, weight) in _missing) tally.Add($"{name}/missing/{what}", weight);
    }
}

/// <summary>Counts how many households a reform changes, and by how much.</summary>
internal sealed class ChangeCounter
{
    /// <summary>Households of this size and more are counted together.</summary>
    public const int LargestSize = 8;

    private static readonly int Kinds = Enum.GetValues<Change>().Length;

    private readonly Int128[,] _households = new Int128[Kinds, LargestSize + 1];
    private readonly Int128[,] _fen = new Int128[Kinds, LargestSize + 1];
    private readonly Dictionary<long, Int128>[] _differences = [.. Enumerable.Range(0, Kinds).Select(_ => new Dictionary<long, Int128>())];

    public void Count(Change change, Standing before, Standing after, int size, long weight)
    {
        size = Math.Min(size, LargestSize);
        _households[(int)change, size] += weight;
        if (change is Change.Neither or Change.Undetermined or Change.Unchanged) return;
        var difference = after.Fen!.Value - before.Fen!.Value;
        _fen[(int)change, size] += (Int128)difference * weight;
        Histogram.Add(_differences[(int)change], difference, weight);
    }

    public void AddTo(Tally tally, string name)
    {
        foreach (var change in Enum.GetValues<Change>())
        {
            tally.Add($"{name}/differences/{change}", _differences[(int)change]);
            for (var size = 0; size <= LargestSize; size++)
            {
                tally.Add($"{name}/size/{size}/{change}", _households[(int)change, size]);
                tally.Add($"{name}/size/{size}/{change}/fen", _fen[(int)change, size]);
                tally.Add($"{name}/{change}", _households[(int)change, size]);
                tally.Add($"{name}/{change}/fen", _fen[(int)change, size]);
            }
        }
    }
}

/// <summary>Counts covered persons by age, in bands of ten years.</summary>
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

internal static class Histogram
{
    public static void Add(Dictionary<long, Int128> histogram, long fen, long weight)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(histogram, fen, out _);
        count += weight;
    }
}
