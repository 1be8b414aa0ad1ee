using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>An assessment as one HTML page for A4 paper: it needs no other file and no network, runs no script and prints well in grey.</summary>
public static class HtmlAnswer
{
    /// <summary>The page of an assessment. Every name and sentence in it is escaped. Lines end in LF.</summary>
    /// <param name="assessment">What was decided.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="largePrint">Whether the letters are larger, for who does not see well.</param>
    public static string Write(Assessment assessment, Language language, Reader reader, bool largePrint = false)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var (html, words) = (new HtmlWriter(), new Words(language));
        html.Markup("<!DOCTYPE html>");
        var name = reader switch { Reader.Family => "family", Reader.Auditor => "auditor", _ => "approver" };
        html.Around($"html lang=\"{words.Say("zh-CN", "en")}\" class=\"{name}{(largePrint ? " large" : "")}\"", () =>
        {
            html.Around("head", () =>
            {
                html.Markup("<meta charset=\"utf-8\">");
                html.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
                html.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
                html.Element("title", $"{Title(reader, words)} {words.Say(assessment.PlaceName)} {words.Month(assessment.Month)}");
                html.Markup($"<style>\n{HtmlStyle.Css}\n</style>");
            });
            html.Around("body", () =>
            {
                html.Around("header", () =>
                {
                    html.Element("h1", Title(reader, words));
                    html.Element("p", words.Say($"{assessment.PlaceName.Zh}（{assessment.Jurisdiction}）　{words.Month(assessment.Month)}　按{words.Day(assessment.KnownAt)}所知的规则",
                        $"{assessment.PlaceName.En} ({assessment.Jurisdiction}), {words.Month(assessment.Month)}, by the rules known on {words.Day(assessment.KnownAt)}"));
                });
                html.Around("main", () =>
                {
                    if (reader == Reader.Family) FamilyHtml.Write(FamilyAnswer.Of(assessment, language), html);
                    else ApproverHtml.Write(Answer.Of(assessment, language), html, reader == Reader.Auditor);
                });
                html.Around("footer", () => Footer(assessment, words, html));
            });
        });
        return html.ToString();
    }

    private static string Title(Reader reader, Words words) => reader switch
    {
        Reader.Family => words.Say("结果说明", "What was found"),
        Reader.Auditor => words.Say("计算与依据全表", "Computation and grounds in full"),
        _ => words.Say("计算表", "Calculation sheet"),
    };

    private static void Footer(Assessment assessment, Words words, HtmlWriter html)
    {
        html.Element("p", words.Say($"按{FeelDate.Format(assessment.KnownAt)}所知的规则", $"By the rules known on {FeelDate.Format(assessment.KnownAt)}") + words.Colon
            + string.Join(words.Say("；", "; "), assessment.Decisions.Select(d => $"{d.RuleSetId} {FeelDate.Format(d.RuleSetVersion)} {d.RuleSetHash}")));
    }
}
