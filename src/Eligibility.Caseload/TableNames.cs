using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>How tables are called: the key of their entity or its Chinese label.</summary>
internal static class TableNames
{
    /// <summary>The sheet of a template that explains it.</summary>
    public const string Guide = "说明";

    /// <summary>The sheet of a template that holds its allowed values.</summary>
    public const string Lists = "代码";

    /// <summary>The columns of each table by its names.</summary>
    public static IReadOnlyDictionary<string, Columns> Of(Words words)
    {
        var names = new Dictionary<string, Columns>(StringComparer.Ordinal);
        var all = words.Entities.Select(e => Columns.Of(e, words)).OfType<Columns>().ToList();
        foreach (var columns in all) names.TryAdd(columns.Entity.Name, columns);
        foreach (var same in all.GroupBy(c => c.Entity.Label.Zh, StringComparer.Ordinal).Where(g => g.Count() == 1)) names.TryAdd(same.Key, same.First());
        return names;
    }
}
