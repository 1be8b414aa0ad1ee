namespace Eligibility.Simulation.Impact;

/// <summary>
/// What was counted, under names. Sums, histograms and short lists of extremes only, so that tallies of parts add up to that of the whole, in whatever
/// order and however it was cut. Weights are millionths of a household, money is fen times millionths.
/// </summary>
internal sealed class Tally
{
    public SortedDictionary<string, Int128> Sums { get; } = new(StringComparer.Ordinal);

    /// <summary>By fen, the weight of the households that have that much.</summary>
    public SortedDictionary<string, SortedDictionary<long, Int128>> Histograms { get; } = new(StringComparer.Ordinal);

    /// <summary>By variant, the households that lose most.</summary>
    public SortedDictionary<string, LoserList> Losers { get; } = new(StringComparer.Ordinal);

    public Int128 this[string name] => Sums.GetValueOrDefault(name);

    public void Add(string name, Int128 amount)
    {
        if (amount != 0) Sums[name] = Sums.GetValueOrDefault(name) + amount;
    }

    public void Add(string name, IEnumerable<KeyValuePair<long, Int128>> histogram)
    {
        SortedDictionary<long, Int128>? into = null;
        foreach (var (fen, weight) in histogram)
        {
            if (into is null && !Histograms.TryGetValue(name, out into)) Histograms[name] = into = [];
            into[fen] = into.GetValueOrDefault(fen) + weight;
        }
    }

    public void Add(string name, IEnumerable<Loser> losers)
    {
        foreach (var loser in losers)
        {
            if (!Losers.TryGetValue(name, out var list)) Losers[name] = list = new LoserList();
            list.Add(loser);
        }
    }

    public void Add(Tally other)
    {
        foreach (var (name, amount) in other.Sums) Add(name, amount);
        foreach (var (name, histogram) in other.Histograms) Add(name, histogram);
        foreach (var (name, losers) in other.Losers) Add(name, losers.Losers);
    }

    /// <summary>The least fen that so many percent of the weight do not exceed; null where nothing was counted.</summary>
    public long? Percentile(string name, int percent)
    {
        if (!Histograms.TryGetValue(name, out var histogram)) return null;
        var (total, below) = (Int128.Zero, Int128.Zero);
        foreach (var weight in histogram.Values) total += weight;
        foreach (var (fen, weight) in histogram)
        {
            below += weight;
            if (below * 100 >= total * percent) return fen;
        }
        return null;
    }
}
