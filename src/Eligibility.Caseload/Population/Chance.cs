namespace Eligibility.Caseload.Population;

/// <summary>
/// Draws for one household of a synthetic caseload: SplitMix64, in whole numbers only, so that one seed gives the same bytes on any machine and version. Each
/// household has a sequence of its own, so that the first thousand of a million are the thousand.
/// </summary>
internal sealed class Chance
{
    private ulong _state;

    public Chance(ulong seed, long household) => _state = Mix(unchecked(Mix(seed) + ((ulong)household * 0x9E3779B97F4A7C15)));

    /// <summary>A whole number from 0 to below a bound, each as likely as the others.</summary>
    public int Below(int bound)
    {
        // Numbers beyond the last whole multiple would favour the small ones.
        var limit = ulong.MaxValue - (ulong.MaxValue % (ulong)bound);
        ulong drawn;
        do drawn = Next();
        while (drawn >= limit);
        return (int)(drawn % (ulong)bound);
    }

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    private ulong Next() => Mix(_state = unchecked(_state + 0x9E3779B97F4A7C15));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
