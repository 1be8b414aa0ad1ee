using System.Globalization;
using Eligibility.Simulation.Columns;

namespace Eligibility.Simulation.Impact;

/// <summary>Counts by every split. One to a worker.</summary>
internal sealed class SplitCounters
{
    private readonly IReadOnlyList<int> _named;
    private readonly (SplitCounter<string> Counter, Func<Chunk, Household, string> Group)[] _facts;
    private readonly SplitCounter<int> _sizes;
    private readonly SplitCounter<string> _places;
    private readonly SplitCounter<int> _means;
    private readonly Share[] _shares;

    /// <param name="layout">How the columns lie.</param>
    /// <param name="named">The variants whose decisions are wanted and not only their cost.</param>
    public SplitCounters(Layout layout, IReadOnlyList<int> named)
    {
        _named = named;
        _shares = new Share[named.Count];
        SplitCounter<int> Numbers(string name) => new(name, named.Count, static n => n.ToString(CultureInfo.InvariantCulture));
        SplitCounter<string> Texts(string name) => new(name, named.Count, static t => t);
        (_sizes, _places, _means) = (Numbers(Split.Size.Name), Texts(Split.Place([]).Name), Numbers(Split.Means.Name));
        _facts = [.. layout.Vocabulary.Report.Splits.Select(s => (Texts(Split.Of(s.Attribute).Name), Split.GroupBy(s.Entity, s.Attribute, layout)))];
    }

    /// <param name="chunk">The chunk.</param>
    /// <param name="h">The household.</param>
    /// <param name="means">Its income by the rules as they are, in fen; null where it is not known.</param>
    /// <param name="shares">What each variant gives it.</param>
    public void Count(Chunk chunk, Household h, long? means, Share[] shares)
    {
        for (var i = 0; i < _named.Count; i++) _shares[i] = shares[_named[i]];
        _sizes.Count(Math.Min(h.Size, Split.LargestSize), h, _shares);
        _places.Count(chunk.Places[h.Row] ?? Split.Unknown, h, _shares);
        _means.Count(MeansSpans.Of(means), h, _shares);
        foreach (var (counter, group) in _facts) counter.Count(group(chunk, h), h, _shares);
    }

    public void AddTo(Tally tally)
    {
        _sizes.AddTo(tally, _named);
        _places.AddTo(tally, _named);
        _means.AddTo(tally, _named);
        foreach (var (counter, _) in _facts) counter.AddTo(tally, _named);
    }
}
