using Eligibility.Coverage;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Lints;

/// <summary>Asks about reviews of a file: how old the last is, and which articles none of them read. A file without any is shown by the report of coverage.</summary>
internal static class ReviewLint
{
    /// <summary>The most articles that are named; more are counted.</summary>
    private const int Named = 6;

    public static void Run(RuleFile file, LocalDate? today, DiagnosticBag bag)
    {
        if (file.Reviews.Count == 0) return;
        var last = file.Reviews[^1];
        var newest = file.Parameters.SelectMany(p => p.Values).Select(v => v.Published).Append(file.Published).Max();
        if (newest > last.On) bag.ReviewOld(last.Location, FeelDate.Format(last.On), FeelDate.Format(newest.Value));
        else if (today is { } day && last.On.PlusYears(1) < day) bag.ReviewOld(last.Location, FeelDate.Format(last.On), "");
        var unread = CitedArticle.Of(file).Where(c => !file.Reviews.Any(r => r.Against.Any(a => Covers(a, c)))).Select(c => $"{c.Citation.Source.ShortName} {c.Top}".TrimEnd()).Distinct().ToArray();
        if (unread.Length > 0) bag.ReviewPartial(last.Location, string.Join("、", unread.Take(Named)) + (unread.Length > Named ? $" … ({unread.Length})" : ""));
    }

    private static bool Covers(Citation read, CitedArticle cited) => read.Source == cited.Citation.Source && (read.Article.Length == 0 || CitedArticle.TopOf(read.Article) == cited.Top);
}
