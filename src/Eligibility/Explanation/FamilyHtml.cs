namespace Eligibility.Explanation;

/// <summary>What a family is told, as HTML.</summary>
internal static class FamilyHtml
{
    public static void Write(FamilyAnswer answer, HtmlWriter html)
    {
        var words = answer.Words;
        foreach (var p in answer.Programmes)
        {
            html.Around($"section class=\"{ApproverHtml.ClassOf(p.Programme)}\"", () =>
            {
                html.Element("h2", p.Programme.Title);
                html.Element("p class=\"decided\"", p.Decided);
                html.List([.. p.Programme.Payments.Select(x => FamilyText.Payment(x, words)), .. p.Programme.Together is { } sum ? [$"{words.Say("合计每月", "Together each month")} {sum}"] : Array.Empty<string>()]);
                Parts(FamilyText.Parts(p, words), html);
            });
        }
        html.Around("section", () => Parts(answer.Parts(), html));
        if (answer.NotApplicable.Count > 0)
        {
            html.Element("h2", words.Say("不涉及的项目", "Programmes that do not apply"));
            html.List([.. answer.NotApplicable.Select(r => $"{r.Title}{words.Colon}{r.Text}")]);
        }
        html.Element("p", FamilyText.Closing(answer));
    }

    private static void Parts(IEnumerable<(string Label, IReadOnlyList<string> Lines)> parts, HtmlWriter html) => html.Around("dl", () =>
    {
        foreach (var (label, lines) in parts)
        {
            html.Element("dt", label);
            if (lines.Count == 1) html.Element("dd", lines[0]);
            else html.Around("dd", () => html.List(lines));
        }
    });
}
