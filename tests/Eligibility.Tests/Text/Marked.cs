using Eligibility.Text;

namespace Eligibility.Tests.Text;

/// <summary>A test input in which « and » enclose the place that a diagnostic must point at.</summary>
internal sealed record Marked(string Text, TextSpan Span)
{
    public static Marked Parse(string text)
    {
        var start = text.IndexOf('«', StringComparison.Ordinal);
        var end = text.IndexOf('»', StringComparison.Ordinal) - 1;
        return new Marked(text.Replace("«", "").Replace("»", ""), TextSpan.FromBounds(start, end));
    }
}
