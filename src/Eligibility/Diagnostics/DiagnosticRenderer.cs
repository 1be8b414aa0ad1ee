using System.Globalization;
using System.Text;
using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>Diagnostics as plain text for a terminal or a log: the place, what was found, the line with carets under it, what to do.</summary>
public static class DiagnosticRenderer
{
    private const string Margin = "    ";

    /// <summary>Everything the bag holds, sorted, and the count; the empty text when it holds nothing. Lines end in LF.</summary>
    public static string Render(DiagnosticBag bag, Language language) => Render(bag.Sorted(), bag.Cut, language);

    /// <summary>The diagnostics in the order given, and a last line that counts them.</summary>
    /// <param name="sorted">What to print.</param>
    /// <param name="cut">How many more were found that are not among them.</param>
    /// <param name="language">The language of every text but the source lines.</param>
    public static string Render(IReadOnlyList<Diagnostic> sorted, int cut, Language language)
    {
        if (sorted.Count == 0 && cut == 0) return "";
        var text = new StringBuilder();
        foreach (var diagnostic in sorted)
        {
            AppendDiagnostic(text, diagnostic, language);
            text.Append('\n');
        }
        text.Append(Count(sorted, cut, language)).Append('\n');
        return text.ToString();
    }

    private static void AppendDiagnostic(StringBuilder text, Diagnostic diagnostic, Language language)
    {
        var severity = (diagnostic.Severity, language) switch
        {
            (Severity.Error, Language.Chinese) => "错误",
            (Severity.Error, _) => "error",
            (_, Language.Chinese) => "警告",
            _ => "warning",
        };
        if (diagnostic.Location is { } place) text.Append(HiddenCharacters.Replace(place.ToString())).Append(": ");
        text.Append(severity).Append(' ').Append(diagnostic.Code).Append(": ")
            .Append(HiddenCharacters.Replace(diagnostic.Message.In(language))).Append('\n');
        if (diagnostic.Location is { } at) AppendExcerpt(text, at);
        if (diagnostic.Path is { } path)
            text.Append(language == Language.Chinese ? "  在 " : "  at ").Append(HiddenCharacters.Replace(path)).Append('\n');
        var advice = HiddenCharacters.Replace(diagnostic.Advice.In(language));
        if (advice.Length > 0) text.Append("  = ").Append(advice).Append('\n');
        if (diagnostic.Related is not { } related) return;
        text.Append(language == Language.Chinese ? "  另见 " : "  see also ").Append(HiddenCharacters.Replace(related.ToString())).Append('\n');
        AppendExcerpt(text, related);
    }

    private static void AppendExcerpt(StringBuilder text, Location location)
    {
        if (SourceExcerpt.Of(location) is not { } excerpt) return;
        text.Append(Margin).Append(excerpt.Line).Append('\n').Append(Margin).Append(excerpt.Carets).Append('\n');
    }

    private static string Count(IReadOnlyList<Diagnostic> diagnostics, int cut, Language language)
    {
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        var warnings = diagnostics.Count - errors;
        var parts = new List<string>();
        if (language == Language.Chinese)
        {
            if (errors > 0) parts.Add(Inv($"{errors} 个错误"));
            if (warnings > 0) parts.Add(Inv($"{warnings} 个警告"));
            if (cut > 0) parts.Add(Inv($"另有 {cut} 个未列出"));
            return string.Join("，", parts) + "。";
        }
        if (errors > 0) parts.Add(errors == 1 ? "1 error" : Inv($"{errors} errors"));
        if (warnings > 0) parts.Add(warnings == 1 ? "1 warning" : Inv($"{warnings} warnings"));
        if (cut > 0) parts.Add(Inv($"{cut} more not listed"));
        return string.Join(", ", parts) + ".";
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
