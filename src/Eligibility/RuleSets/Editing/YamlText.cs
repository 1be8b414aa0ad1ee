using System.Text.RegularExpressions;
using Eligibility.Text;

namespace Eligibility.RuleSets.Editing;

/// <summary>Writes texts as YAML.</summary>
internal static partial class YamlText
{
    /// <summary>A scalar that says the text, in quotes where it would be read otherwise or the one it replaces had them.</summary>
    public static string Scalar(string text, YamlStyle style = YamlStyle.Plain)
    {
        if (style == YamlStyle.DoubleQuoted && !text.Contains('"', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)) return $"\"{text}\"";
        return style == YamlStyle.Plain && Harmless().IsMatch(text) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>Articles as a file cites them: one, or a list in brackets.</summary>
    /// <param name="joined">The articles, parted by semicolons.</param>
    public static string Cites(string joined)
    {
        var cites = joined.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cites.Length == 1 ? Scalar(cites[0]) : $"[{string.Join(", ", cites.Select(c => Scalar(c)))}]";
    }

    // Letters of any script, digits and marks that mean nothing to YAML, neither in nor outside brackets.
    [GeneratedRegex(@"^[\p{L}\p{N}（〔《“/.]([\p{L}\p{N}（）〔〕《》“”、，。；：/._+×%() -]*[\p{L}\p{N}（）〔〕《》“”。/.%)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
