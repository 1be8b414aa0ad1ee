using System.Globalization;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>Finds what a path such as "$.members[0].birthDate" points at.</summary>
internal static class PathInFacts
{
    /// <summary>The place of the value, or of what holds it; null when there is neither.</summary>
    public static Location? Find(FactNode? root, string? path)
    {
        if (root is null || path is null) return null;
        var node = root;
        foreach (var step in path.Split('.').Skip(1))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            if (node.Get(bracket < 0 ? step : step[..bracket]) is not { } next) return node.Location;
            node = next;
            if (bracket < 0 || !int.TryParse(step.AsSpan(bracket + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= node.Items.Count) continue;
            node = node.Items[index];
        }
        return node.Location;
    }
}
