using System.Globalization;
using System.Numerics;

namespace Eligibility.Caseload.Population;

/// <summary>Counts a population by a marginal of its profile, and compares the two.</summary>
internal sealed class MarginalCount(Marginal marginal)
{
    // Chi square at one in ten thousand, in tenths, for 1 to 12 degrees of freedom; beyond, the last value grows by 1.6 for each.
    private static readonly int[] Limits = [152, 185, 212, 236, 258, 279, 299, 319, 338, 356, 374, 392];

    private readonly long[] _counts = new long[marginal.Shares.Count];

    public Marginal Marginal { get; } = marginal;

    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Instances whose value is none of the shares.</summary>
    public long Others { get; private set; }

    public long Total => _counts.Sum() + Others;

    public void Add(Instance instance)
    {
        if (instance.Entity == Marginal.Entity && Marginal.When.Holds(instance))
        {
            var value = instance.Find(Marginal.By) ?? Share.Unknown;
            var i = 0;
            while (i < _counts.Length && !Marginal.Shares[i].Holds(value)) i++;
            if (i < _counts.Length) _counts[i]++;
            else Others++;
        }
        foreach (var child in instance.Children) Add(child);
    }

    /// <summary>Whether the counts are such as the shares give but once in ten thousand times, or more often: chi square in exact whole numbers.</summary>
    public bool Fits
    {
        get
        {
            if (Others > 0) return false;
            var open = Marginal.Shares.Zip(_counts).Where(s => s.First.Weight > 0).ToList();
            if (_counts.Sum() != open.Sum(s => s.Second)) return false;
            var degrees = open.Count - 1;
            if (Total == 0 || degrees == 0) return true;
            // sum of (observed - expected)² / expected <= limit / 10, with expected = total * weight / 10,000, multiplied out.
            var product = open.Aggregate(BigInteger.One, (p, s) => p * s.First.Weight);
            var left = open.Aggregate(BigInteger.Zero, (sum, s) => sum + (BigInteger.Pow(((BigInteger)s.Second * Share.Whole) - ((BigInteger)Total * s.First.Weight), 2) * (product / s.First.Weight)));
            var limit = degrees <= Limits.Length ? Limits[degrees - 1] : Limits[^1] + (16 * (degrees - Limits.Length));
            return left * 10 <= limit * (BigInteger)Total * Share.Whole * product;
        }
    }

    /// <summary>A share of the population in hundredths of a percent, rounded half up: for people, not for the comparison.</summary>
    public string Percent(int index) => Total == 0 ? "–" : Hundredths(((_counts[index] * Share.Whole) + (Total / 2)) / Total);

    /// <summary>Ten-thousandths as a percentage with two decimals.</summary>
    public static string Hundredths(long tenThousandths) => string.Create(CultureInfo.InvariantCulture, $"{tenThousandths / 100}.{tenThousandths % 100:D2}%");
}
