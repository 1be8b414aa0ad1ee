namespace Eligibility.Simulation.Impact;

/// <summary>
/// Picks the households whose numbers have the smallest hashes, so that the same are picked whatever the order. What looks like one of them when it
/// passes is taken at once, so that somewhat more are looked at than asked for.
/// </summary>
internal sealed class Sample(int size)
{
    private readonly PriorityQueue<ulong, ulong> _largestFirst = new(Comparer<ulong>.Create(static (a, b) => b.CompareTo(a)));

    /// <summary>How many of the sample were seen.</summary>
    public int Count => _largestFirst.Count;

    public bool Takes(string id)
    {
        if (size == 0) return false;
        var hash = Hash(id);
        if (_largestFirst.Count < size) _largestFirst.Enqueue(hash, hash);
        else if (hash < _largestFirst.Peek()) _largestFirst.EnqueueDequeue(hash, hash);
        else return false;
        return true;
    }

    /// <summary>FNV-1a over the characters, mixed: the same on every machine.</summary>
    public static ulong Hash(string id)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in id) hash = unchecked((hash ^ c) * 1_099_511_628_211UL);
        hash ^= hash >> 32;
        return unchecked(hash * 0x9E3779B97F4A7C15UL) ^ (hash >> 29);
    }
}
