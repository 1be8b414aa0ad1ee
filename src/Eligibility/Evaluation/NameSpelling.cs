using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;

namespace Eligibility.Evaluation;

/// <summary>Rule files whose formulas have one spelling of names.</summary>
/// <param name="Files">The files that change, whole.</param>
/// <param name="Rewritten">How many names change.</param>
/// <param name="Kept">How many names stay keys where labels were asked for, because their label is no name or not the only one in scope.</param>
/// <param name="KeepsMeaning">Whether the changed files bind to the same rules, hash by hash; when not, they must not be written.</param>
internal sealed record Respelt(IReadOnlyList<RuleSourceFile> Files, int Rewritten, int Kept, bool KeepsMeaning);

/// <summary>
/// Rewrites the names in formulas, tables and sentences: keys in English, Chinese labels where they can be names. Variables, context
/// keys and everything outside formulas stay as they are, byte for byte.
/// </summary>
internal static class NameSpelling
{
    /// <summary>The rules in another spelling; null, with diagnostics, when they have mistakes.</summary>
    public static Respelt? Rewrite(IReadOnlyList<RuleSourceFile> sources, Language language, DiagnosticBag bag)
    {
        var uses = new List<NameUse>();
        var before = HashesOf(sources, bag, uses);
        if (bag.HasErrors) return null;
        var texts = sources.ToDictionary(s => s.Name, s => Encoding.UTF8.GetString(s.Bytes), StringComparer.Ordinal);
        var changed = new List<RuleSourceFile>();
        var (rewritten, kept) = (0, 0);
        // What the engine itself binds, such as the roll, stands in no file.
        foreach (var file in uses.Where(u => texts.ContainsKey(u.Location.Source.Name)).GroupBy(u => u.Location.Source.Name, StringComparer.Ordinal))
        {
            var text = new StringBuilder(texts[file.Key]);
            var edits = 0;
            // One place is bound once for each stack its file is part of: a label has to do in all of them.
            foreach (var place in file.GroupBy(u => u.Location.Span).OrderByDescending(p => p.Key.Start))
            {
                var keys = place.Select(u => u.Key).Distinct().ToArray();
                var labels = place.Select(u => u.Label).Distinct().ToArray();
                var label = language == Language.Chinese && labels.Length == 1 ? labels[0] : null;
                if (language == Language.Chinese && label is null) kept++;
                var spelling = label ?? (keys.Length == 1 ? keys[0] : null);
                if (spelling is null || texts[file.Key].AsSpan(place.Key.Start, place.Key.Length).SequenceEqual(spelling)) continue;
                text.Remove(place.Key.Start, place.Key.Length).Insert(place.Key.Start, spelling);
                edits++;
            }
            if (edits == 0) continue;
            rewritten += edits;
            changed.Add(sources.First(s => s.Name == file.Key) with { Bytes = Encoding.UTF8.GetBytes(text.ToString()) });
        }
        var again = new DiagnosticBag();
        var after = changed.Count == 0 ? before : HashesOf([.. sources.Select(s => changed.Find(c => c.Name == s.Name) ?? s)], again, null);
        return new Respelt([.. changed.OrderBy(c => c.Name, StringComparer.Ordinal)], rewritten, kept, !again.HasErrors && before.SequenceEqual(after));
    }

    /// <summary>The hash of every programme in every stack of files that can come together, overlays included, in a fixed order.</summary>
    private static List<string> HashesOf(IReadOnlyList<RuleSourceFile> sources, DiagnosticBag bag, ICollection<NameUse>? uses)
    {
        if (RuleBook.TryLoad(sources, bag, uses: uses) is not { } book || bag.HasErrors) return [];
        var plans = StackCheck.Plans(book).Concat(StackCheck.RunOverlays(book, bag));
        return [.. plans.SelectMany(p => p.Rules.Programmes.Select(r => $"{r.Programme} {p.HashOf(r)}"))];
    }
}
