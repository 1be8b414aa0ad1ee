using System.Text;

namespace Eligibility.Explanation;

/// <summary>What a family is told, as text.</summary>
internal static class FamilyText
{
    public static string Write(FamilyAnswer answer)
    {
        var (words, text) = (answer.Words, new StringBuilder());
        Line(Heading(answer));
        foreach (var p in answer.Programmes)
        {
            Line();
            Line($"■ {p.Programme.Title}{words.Colon}{p.Decided}");
            foreach (var x in p.Programme.Payments) Line($"  {Payment(x, words)}");
            if (p.Programme.Together is { } sum) Line($"  {words.Say("合计每月", "Together each month")} {sum}");
            foreach (var (label, lines) in Parts(p, words)) Line($"  {label}{words.Colon}{string.Join(words.Say("；", "; "), lines)}");
        }
        var more = answer.Parts().ToArray();
        if (more.Length > 0) Line();
        foreach (var (label, lines) in more) Line($"{label}{words.Colon}{string.Join(words.Say("；", "; "), lines)}");
        if (answer.NotApplicable.Count > 0) Line();
        foreach (var r in answer.NotApplicable) Line($"{words.Say("不涉及", "Does not apply")}{words.Colon}{r.Title}{words.Brackets(r.Text)}");
        Line();
        Line(Closing(answer));
        return text.ToString();

        void Line(string line = "") => text.Append(line).Append('\n');
    }

    public static string Heading(FamilyAnswer answer) =>
        answer.Words.Say($"{answer.Words.Say(answer.Assessment.PlaceName)}　{answer.Words.Month(answer.Assessment.Month)}", $"{answer.Words.Say(answer.Assessment.PlaceName)}, {answer.Words.Month(answer.Assessment.Month)}");

    /// <summary>What is paid, with its arithmetic where there is any, and by whom.</summary>
    public static string Payment(PaymentLine x, Words words)
    {
        var by = words.Say($"，{x.Payer}{(x.ToAccount ? "，记入服务账户" : "发放")}", $", paid by {x.Payer}{(x.ToAccount ? " to a service account" : "")}");
        var isComputed = x.Arithmetic.Contains('=', StringComparison.Ordinal) || x.Arithmetic.Contains('≈', StringComparison.Ordinal);
        return $"{x.Label}{(x.Who is null ? "" : words.Brackets(x.Who))} {x.Amount}{(isComputed ? words.Colon + x.Arithmetic : "")}{by}";
    }

    /// <summary>The parts that have something to say, in the order in which a family asks.</summary>
    public static IEnumerable<(string Label, IReadOnlyList<string> Lines)> Parts(FamilyProgramme p, Words words)
    {
        (string, IReadOnlyList<string>)[] parts =
        [
            (words.Say("保障对象", "For"), p.Programme.Covered.Count == 0 ? [] : [string.Join(words.Comma, p.Programme.Covered)]),
            (words.Say("原因", "Why"), p.Why),
            (words.Say("前提", "Provided that"), p.Provided),
            (words.Say("规定中还没有查到", "Not found in the rules yet"), p.Unclear),
            (words.Say("标准", "Standards"), p.Standards),
            (words.Say("依据", "By"), p.Basis.Length == 0 ? [] : [p.Basis]),
        ];
        return parts.Where(x => x.Item2.Count > 0);
    }

    public static string Closing(FamilyAnswer answer)
    {
        var day = answer.Words.Day(answer.Assessment.KnownAt);
        return answer.Words.Say($"以上按现有材料和{day}以前公布的规定计算，以主管部门的决定为准。", $"Computed from what is on file and from rules published by {day}; the decision of the department in charge is what counts.");
    }
}
