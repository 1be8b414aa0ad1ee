using System.Text.RegularExpressions;

namespace Eligibility.RuleSets;

/// <summary>Which programmes name each other, directly or by way of others.</summary>
internal static partial class ProgrammeGroups
{
    /// <summary>The programmes of some files in groups: no formula or exclusion of one group names a programme of another.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Of(IEnumerable<RuleFile> files)
    {
        var all = files.ToArray();
        var groups = all.Select(f => f.Programme).Distinct().Select(p => new HashSet<string>(StringComparer.Ordinal) { p }).ToList();
        foreach (var f in all)
        {
            foreach (var other in f.Exclusions.Select(e => e.Programme).Concat(Names().Matches(f.Source.Content).Select(m => m.Groups[1].Value)))
            {
                var (a, b) = (groups.Find(g => g.Contains(f.Programme))!, groups.Find(g => g.Contains(other)));
                if (b is null || a == b) continue;
                a.UnionWith(b);
                groups.Remove(b);
            }
        }
        return groups;
    }

    // The text is searched, not the trees: a name in a comment or note only makes a group larger than it need be.
    [GeneratedRegex(@"programmes\s*\.\s*(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
