namespace Eligibility.Caseload;

/// <summary>
/// The order of households in a caseload: numbers by their value, before other texts, which go by their characters. So 2 comes before 10, and
/// a table that a database or a spreadsheet sorted by number is in order.
/// </summary>
internal sealed class HouseholdOrder : IComparer<string>
{
    public static HouseholdOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var (digitsA, digitsB) = (IsNumber(a), IsNumber(b));
        if (digitsA != digitsB) return digitsA ? -1 : 1;
        if (!digitsA) return string.CompareOrdinal(a, b);
        var significantA = a.AsSpan().TrimStart('0');
        var significantB = b.AsSpan().TrimStart('0');
        if (significantA.Length != significantB.Length) return significantA.Length.CompareTo(significantB.Length);
        var byValue = significantA.SequenceCompareTo(significantB);
        return byValue != 0 ? byValue : a.Length.CompareTo(b.Length);
    }

    private static bool IsNumber(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
