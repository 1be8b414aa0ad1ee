using System.Globalization;

namespace Eligibility.Simulation.Impact;

/// <summary>What one variant gives a household, as a split counts it.</summary>
/// <param name="Paid">Everything that is paid to it in a month, in fen, as far as it is known.</param>
/// <param name="Covered">How many of its persons are covered by any programme.</param>
/// <param name="Change">What becomes of it against the rules as they are; null for these themselves, and where only the cost is wanted.</param>
internal readonly record struct Share(long Paid, int Covered, Change? Change);

/// <summary>Counts households, persons, cost and change by group. Used by one thread.</summary>
internal sealed class SplitCounter<TGroup>(string name, int variants, Func<TGroup, string> text)
    where TGroup : notnull
{
    private static readonly int Kinds = Enum.GetValues<Change>().Length;

    private readonly Dictionary<TGroup, Sums> _groups = [];
    private bool _hasTooMany;

    public void Count(TGroup group, Household h, ReadOnlySpan<Share> shares)
    {
        if (_hasTooMany) return;
        if (!_groups.TryGetValue(group, out var sums))
        {
            if (name != Split.Means.Name && _groups.Count == Split.MostGroups)
            {
                _hasTooMany = true;
                return;
            }
            _groups[group] = sums = new Sums(variants);
        }
        sums.Households += h.Weight;
        sums.Persons += (Int128)h.Weight * h.Size;
        for (var v = 0; v < shares.Length; v++)
        {
            sums.Paid[v] += (Int128)shares[v].Paid * h.Weight;
            sums.Covered[v] += (Int128)shares[v].Covered * h.Weight;
            if (shares[v].Change is { } change) sums.Changes[v, (int)change] += h.Weight;
        }
    }

    public void AddTo(Tally tally, IReadOnlyList<int> named)
    {
        if (_hasTooMany) tally.Add(SplitLimit.Mark(name), 1);
        else
        {
            foreach (var (group, sums) in _groups)
            {
                var g = text(group);
                tally.Add($"split/{name}/households/{g}", sums.Households);
                tally.Add($"split/{name}/persons/{g}", sums.Persons);
                for (var v = 0; v < named.Count; v++)
                {
                    tally.Add($"split/{name}/v{named[v]}/paid/{g}", sums.Paid[v]);
                    tally.Add($"split/{name}/v{named[v]}/covered/{g}", sums.Covered[v]);
                    foreach (var change in Enum.GetValues<Change>()) tally.Add($"split/{name}/v{named[v]}/{change}/{g}", sums.Changes[v, (int)change]);
                }
            }
        }
    }

    private sealed class Sums(int variants)
    {
        public Int128 Households { get; set; }

        public Int128 Persons { get; set; }

        public Int128[] Paid { get; } = new Int128[variants];

        public Int128[] Covered { get; } = new Int128[variants];

        public Int128[,] Changes { get; } = new Int128[variants, Kinds];
    }
}

/// <summary>
/// Drops a split that has too many groups. Whether it does is the same however the caseload was cut: a part that has too many makes the whole have too many,
/// and of the others the groups are counted together.
/// </summary>
internal static class SplitLimit
{
    public static string Mark(string name) => $"split/{name}/tooMany";

    /// <summary>To be done when all parts are added.</summary>
    public static void Apply(Tally tally)
    {
        var splits = tally.Sums.Keys.Where(k => k.StartsWith("split/", StringComparison.Ordinal)).GroupBy(k => k.Split('/')[1]).ToArray();
        foreach (var split in splits)
        {
            var mark = Mark(split.Key);
            if (split.Key == Split.Means.Name) continue;
            if (tally[mark] == 0 && split.Count(k => k.StartsWith(string.Create(CultureInfo.InvariantCulture, $"split/{split.Key}/households/"), StringComparison.Ordinal)) <= Split.MostGroups) continue;
            foreach (var key in split.ToArray()) tally.Sums.Remove(key);
            tally.Add(mark, 1);
        }
    }
}
