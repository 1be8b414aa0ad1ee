namespace Eligibility.Text;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class NearestName
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap two neighbours) from <paramref name="wanted"/>: at most a
    /// third of its length, and at least one edit is always granted to a name of two or more characters. Null when nothing is near.
    /// Of two that are equally near the first in ordinal order wins.
    /// </summary>
    public static string? Find(string wanted, IEnumerable<string> candidates)
    {
        // A third of a two-character Chinese name is nothing, yet one wrong character in it is a typing mistake.
        var limit = wanted.Length < 2 ? 0 : Math.Max(1, wanted.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (candidate == wanted || Math.Abs(candidate.Length - wanted.Length) > limit) continue;
            var distance = string.Equals(candidate, wanted, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(wanted, candidate);
            if (distance > limit || (distance == limit && best is not null && string.CompareOrdinal(candidate, best) >= 0)) continue;
            if (distance < limit || best is null || string.CompareOrdinal(candidate, best) < 0) best = candidate;
            limit = distance;
        }
        return best;
    }

    /// <summary>The number of edits between two texts (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        // The table grows with the product of the lengths, and nobody mistypes a name as long as this.
        if (a.Length > 64 || b.Length > 64) return int.MaxValue;
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }
}
