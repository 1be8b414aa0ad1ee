namespace Eligibility.Explanation;

/// <summary>An item of the rules whose words are not the same on both sides.</summary>
/// <param name="Section">The heading under which it stands; empty above the first one.</param>
/// <param name="Before">What it said; null when it was not there.</param>
/// <param name="After">What it says; null when it is there no more.</param>
internal sealed record WordsChange(string Section, string? Before, string? After);

/// <summary>Compares two versions of the rules in words, item by item: an item is found in the other version by what it is, not by where it stands.</summary>
internal static class RulesDiff
{
    /// <param name="before">The items of one version.</param>
    /// <param name="after">Those of the other, in the same language.</param>
    /// <returns>What differs, in the order of <paramref name="after"/>; what is there no more stands at the end of its section.</returns>
    public static IReadOnlyList<WordsChange> Of(IReadOnlyList<RuleWords> before, IReadOnlyList<RuleWords> after)
    {
        var (old, now) = (Keyed(before), Keyed(after));
        var changes = new List<WordsChange>();
        foreach (var section in now.Concat(old).Select(e => e.Words.Section).Distinct().ToArray())
        {
            var was = old.Where(e => e.Words.Section == section).ToDictionary(e => e.Key, e => e.Words.Text);
            foreach (var (key, words) in now.Where(e => e.Words.Section == section))
            {
                if (!was.Remove(key, out var text)) changes.Add(new WordsChange(section, null, words.Text));
                else if (text != words.Text) changes.Add(new WordsChange(section, text, words.Text));
            }
            changes.AddRange(old.Where(e => e.Words.Section == section && was.ContainsKey(e.Key)).Select(e => new WordsChange(section, e.Words.Text, null)));
        }
        return changes;
    }

    /// <summary>Items of one name, such as two notes that say the same, are told apart by their order. Headings are no items.</summary>
    private static List<((string Key, int Ordinal) Key, RuleWords Words)> Keyed(IReadOnlyList<RuleWords> items)
    {
        var seen = new Dictionary<(string, string), int>();
        var keyed = new List<((string, int), RuleWords)>();
        foreach (var item in items.Where(i => i.Key.Length > 0))
        {
            var ordinal = seen.GetValueOrDefault((item.Section, item.Key));
            seen[(item.Section, item.Key)] = ordinal + 1;
            keyed.Add(((item.Key, ordinal), item));
        }
        return keyed;
    }
}
