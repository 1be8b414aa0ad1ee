using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>Says which entry of a parameter's series was used.</summary>
internal static class ValueText
{
    /// <summary>"低保标准 1,450.00（2024-07-01起，2024-08-21公布）".</summary>
    public static string Of(ValueUsed used, Language language)
    {
        var (v, p) = (used.Entry.Definition, used.Parameter);
        var key = v.Key.Length == 0 ? "" : language == Language.Chinese ? $"（{v.Key}）" : $" ({v.Key})";
        var value = Display.Of(v.Value, language, Display.IsMoney(p.Unit));
        var (from, published) = (FeelDate.Format(v.From), v.Published is { } d ? FeelDate.Format(d) : null);
        var assumed = used.Entry.File.IsOverlay ? language == Language.Chinese ? "，假设" : ", assumed" : "";
        return language == Language.Chinese
            ? $"{p.Label.Zh}{key} {value}（{from}起{(published is null ? "" : $"，{published}公布")}{assumed}）"
            : $"{p.Label.En}{key} {value} (from {from}{(published is null ? "" : $", published {published}")}{assumed})";
    }
}
