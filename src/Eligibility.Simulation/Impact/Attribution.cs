using Eligibility.Values;

namespace Eligibility.Simulation.Impact;

/// <summary>
/// Splits what a reform costs by its changes, whatever their order: each change's share is the mean of what it adds over all orders in which the changes
/// can be made (Shapley).
/// </summary>
internal static class Attribution
{
    /// <summary>The most changes whose shares are told apart.</summary>
    public const int MostChanges = 4;

    /// <summary>The shares, exact; they add up to the difference between all changes and none.</summary>
    /// <param name="changes">How many changes there are.</param>
    /// <param name="cost">What a set of changes costs, as a bit mask.</param>
    public static IReadOnlyList<Number> Shares(int changes, Func<int, Int128> cost)
    {
        var orders = Factorial(changes);
        var shares = new Number[changes];
        for (var c = 0; c < changes; c++)
        {
            Int128 sum = 0;
            for (var set = 0; set < 1 << changes; set++)
            {
                if ((set >> c & 1) != 0) continue;
                var size = int.PopCount(set);
                sum += Factorial(size) * Factorial(changes - size - 1) * (cost(set | (1 << c)) - cost(set));
            }
            shares[c] = Number.FromFraction((System.Numerics.BigInteger)sum, orders);
        }
        return shares;
    }

    /// <summary>Whole numbers that add up to the rounded total: each is rounded down, and what is left goes to those with the largest rests, the first first.</summary>
    public static IReadOnlyList<Int128> LargestRemainder(IReadOnlyList<Number> shares)
    {
        var floors = shares.Select(s => s.Floor()).ToArray();
        var total = shares.Aggregate(Number.Zero, (a, b) => a + b).Round(RoundingMode.HalfUp, 0);
        var left = total - floors.Aggregate(Number.Zero, (a, b) => a + b);
        var order = Enumerable.Range(0, shares.Count).OrderByDescending(i => shares[i] - floors[i]).ThenBy(i => i).ToArray();
        for (var i = 0; i < order.Length && left.Sign > 0; i++, left -= 1) floors[order[i]] += 1;
        return [.. floors.Select(f => (Int128)f.Numerator)];
    }

    private static int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
