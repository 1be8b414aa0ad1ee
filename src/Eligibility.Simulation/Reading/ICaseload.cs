using Eligibility.Caseload;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Reading;

/// <summary>Where households come from, in the order of their numbers. Used by one thread at a time.</summary>
internal interface ICaseload
{
    /// <summary>Fills a chunk with the next households; false when there were none.</summary>
    /// <param name="chunk">The chunk, cleared first and sealed afterwards.</param>
    /// <param name="households">How many.</param>
    /// <param name="rejected">Takes those that cannot be used.</param>
    /// <param name="wanted">Which to take, by their numbers; null takes all.</param>
    bool Fill(Chunk chunk, int households, List<CaseloadHousehold> rejected, Func<string, bool>? wanted);

    /// <summary>How much was read, in thousandths; 0 where it is not known.</summary>
    int Read => 0;
}

/// <summary>Households whose facts have been read already.</summary>
internal sealed class ExactCaseload(IEnumerable<CaseloadHousehold> households) : ICaseload, IDisposable
{
    private readonly IEnumerator<CaseloadHousehold> _households = households.GetEnumerator();
    private long _position;

    public void Dispose() => _households.Dispose();

    public bool Fill(Chunk chunk, int households, List<CaseloadHousehold> rejected, Func<string, bool>? wanted)
    {
        chunk.Clear();
        chunk.FirstPosition = _position;
        var any = false;
        while (chunk.Count < households && _households.MoveNext())
        {
            any = true;
            var h = _households.Current;
            if (wanted is not null && !wanted(h.Id)) continue;
            if (h.Facts is { } facts && Weights.TryOf(h.Weight, out var weight)) chunk.Add(facts, h.Id, weight);
            else rejected.Add(h);
            _position++;
        }
        chunk.Seal();
        return any;
    }
}

/// <summary>How many households one stands for, in millionths.</summary>
internal static class Weights
{
    public const long One = 1_000_000;

    /// <summary>The weight in millionths; false when it has more than six decimals or is a billion or more.</summary>
    public static bool TryOf(Number weight, out long millionths) => Layout.TryFixed(weight, 6, 50, out millionths) && millionths > 0;
}

/// <summary>The order of households, of their numbers as bytes: the same as <see cref="HouseholdOrder"/>.</summary>
internal static class ByteOrder
{
    public static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (digitsA, digitsB) = (IsNumber(a), IsNumber(b));
        if (digitsA != digitsB) return digitsA ? -1 : 1;
        if (!digitsA) return a.SequenceCompareTo(b);
        var x = a.TrimStart((byte)'0');
        var y = b.TrimStart((byte)'0');
        if (x.Length != y.Length) return x.Length.CompareTo(y.Length);
        var byValue = x.SequenceCompareTo(y);
        return byValue != 0 ? byValue : a.Length.CompareTo(b.Length);
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
