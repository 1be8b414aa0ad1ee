using System.Text;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>A replay in words: "identical", or every difference.</summary>
public static class ReplayText
{
    /// <summary>The text. Lines end in LF.</summary>
    public static string Write(Replay replay, Language language)
    {
        ArgumentNullException.ThrowIfNull(replay);
        var zh = language == Language.Chinese;
        var text = new StringBuilder();
        var r = replay.Receipt;
        text.Append(zh ? $"{FeelDate.Format(r.Month)}　按{FeelDate.Format(r.KnownAt)}所知　摘要 {r.Digest[..Math.Min(16, r.Digest.Length)]}" : $"{FeelDate.Format(r.Month)}, as known on {FeelDate.Format(r.KnownAt)}, digest {r.Digest[..Math.Min(16, r.Digest.Length)]}").Append('\n');
        if (r.Engine != Receipt.EngineVersion) text.Append(zh ? $"由引擎 {r.Engine} 写出，由 {Receipt.EngineVersion} 重算\n" : $"written by engine {r.Engine}, replayed by {Receipt.EngineVersion}\n");
        if (replay.IsIdentical) return text.Append(zh ? "一致 identical\n" : "identical\n").ToString();
        text.Append(zh ? $"有 {replay.Differences.Count} 处不同\n" : $"{replay.Differences.Count} differences\n");
        foreach (var d in replay.Differences)
        {
            var kind = d.Kind switch
            {
                ReplayDifferenceKind.Input => zh ? "输入" : "input",
                ReplayDifferenceKind.Rule => zh ? "规则" : "rule",
                ReplayDifferenceKind.Value => zh ? "数值" : "value",
                _ => zh ? "结果" : "result",
            };
            var none = zh ? "（无）" : "(none)";
            text.Append($"  {kind} {(d.Programme is null ? "" : d.Programme + " ")}{d.Name}{(zh ? "：" : ": ")}{Shown(d.Recorded) ?? none} → {Shown(d.Replayed) ?? none}\n");
        }
        return text.ToString();
    }

    /// <summary>Facts are long, and what they say is nobody else's business: of a long text only its length is told.</summary>
    private static string? Shown(string? text) => text is { Length: > 120 } ? $"… ({text.Length})" : text is { Length: 0 } ? "–" : text;
}
