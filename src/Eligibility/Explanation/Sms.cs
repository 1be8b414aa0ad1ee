namespace Eligibility.Explanation;

/// <summary>
/// A decision in one short message: at most 70 UTF-16 units, which is what a message with Chinese characters holds. Nothing is cut: of the
/// wordings, from the fullest to the barest, the first that fits is taken.
/// </summary>
internal static class Sms
{
    public const int Longest = 70;

    public static string Of(ProgrammeAnswer p, IReadOnlyList<string> why, Words words)
    {
        var outcome = words.Outcome(p.Decision.Outcome);
        var decided = p.Decision.Outcome != Outcome.Eligible ? outcome : p.Amount is { } a ? words.Say($"{outcome}，每月 {a}", $"{outcome}, {a} a month") : words.Say($"{outcome}，金额未知", $"{outcome}, amount not known");
        var stop = words.Say("。", ".");
        string[] reasons = [.. why.Select(w => stop + words.Say("", " ") + w.TrimEnd('。', '.')), ""];
        // The reason is worth more than the title, which the family knows from its application; the amount is worth more than either.
        var titled = reasons.Select(r => $"{p.Title}{words.Colon}{decided}{r}{stop}");
        var bare = reasons.Select(r => $"{decided}{r}{stop}");
        return titled.Concat(bare).Append(outcome + stop).First(t => t.Length <= Longest);
    }
}
