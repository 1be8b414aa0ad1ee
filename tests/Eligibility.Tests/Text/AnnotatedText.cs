using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Tests.Text;

/// <summary>
/// A text in which the expected spans are drawn: <c>a «#» b</c>. Marks may stand inside each other; a pair with nothing
/// between marks a place.
/// </summary>
internal sealed record AnnotatedText(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static AnnotatedText Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        foreach (var c in marked)
        {
            if (c == '«')
            {
                open.Push(spans.Count);
                spans.Add(new TextSpan(text.Length, 0));
            }
            else if (c == '»')
            {
                var i = open.Pop();
                spans[i] = TextSpan.FromBounds(spans[i].Start, text.Length);
            }
            else
            {
                text.Append(c);
            }
        }
        Assert.Empty(open);
        return new AnnotatedText(text.ToString(), spans);
    }

    /// <summary>Fails unless the bag holds exactly the drawn spans, in the order they open, with these codes.</summary>
    public void AssertDiagnostics(DiagnosticBag bag, params string[] codes)
    {
        Assert.True(Spans.Count == codes.Length, "as many codes as marked spans");
        var expected = Spans.Zip(codes, (span, code) => Show(span, code)).OrderBy(s => s, StringComparer.Ordinal);
        var actual = bag.Select(d => Show(d.Location!.Value.Span, d.Code)).OrderBy(s => s, StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    private string Show(TextSpan span, string code) => $"{span.Start:0000}+{span.Length} {code} `{Text.Substring(span.Start, span.Length)}`";
}
