using System.Text.RegularExpressions;
using Eligibility.RuleSets;

namespace Eligibility.Coverage;

/// <summary>A citation and what in a rule file makes it.</summary>
internal readonly partial record struct CitedArticle(RuleFile File, string What, Citation Citation)
{
    /// <summary>The article at the level at which instruments are registered: 十三 of 十三(三).</summary>
    public string Top => TopOf(Citation.Article);

    public static string TopOf(string article)
    {
        var match = Numerals().Match(article);
        return match.Success ? match.Value : article.Split('(', '.', '、')[0];
    }

    /// <summary>Every citation of a file.</summary>
    public static IEnumerable<CitedArticle> Of(RuleFile file)
    {
        foreach (var i in file.Items)
        {
            foreach (var c in Cites(i)) yield return new(file, i.Name, c);
            if (i is not ParameterDefinition p) continue;
            foreach (var c in p.Values.SelectMany(v => v.Cites)) yield return new(file, i.Name, c);
        }
        foreach (var e in file.Exclusions)
            foreach (var c in e.Cites) yield return new(file, "excludes", c);
        foreach (var n in file.NotStated)
            foreach (var c in n.Cites) yield return new(file, n.Name, c);
        foreach (var r in file.Removals)
            foreach (var c in r.Cites) yield return new(file, "remove", c);
        foreach (var c in file.Applies?.Cites ?? []) yield return new(file, "applies", c);
        foreach (var c in Procedure(file.Procedure)) yield return new(file, "procedure", c);
        foreach (var s in file.Sources.Values.Where(s => s.Arrears is { Article.Length: > 0 })) yield return new(file, "arrears", new Citation(s, s.Arrears!.Article));
    }

    private static IEnumerable<Citation> Cites(ItemDefinition i) =>
    [
        .. i.Cites, .. i.Interpretations.SelectMany(r => r.Cites), .. i.Conflicts.Select(c => c.Cite), .. (i as BenefitDefinition)?.Rounding?.Cites ?? [],
    ];

    private static IEnumerable<Citation> Procedure(ProcedureDefinition? p) => p is null ? [] :
    [
        .. p.ConfirmedByCites, .. p.Steps.SelectMany(s => s.Cites), .. p.Notes.SelectMany(n => n.Cites), .. p.Remedy?.Cites ?? [], .. p.Hearing?.Cites ?? [], .. p.Delegation?.Cites ?? [],
    ];

    [GeneratedRegex("^[〇零一二三四五六七八九十百]+")]
    private static partial Regex Numerals();
}
