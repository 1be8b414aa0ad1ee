namespace Eligibility.Text;

/// <summary>A place in a text that a diagnostic points at.</summary>
/// <param name="Source">The text.</param>
/// <param name="Span">The characters meant.</param>
public readonly record struct Location(SourceText Source, TextSpan Span)
{
    /// <summary>Line of the first character, from one.</summary>
    public int Line => Source.PositionOf(Span.Start).Line;

    /// <summary>Column of the first character, from one.</summary>
    public int Column => Source.PositionOf(Span.Start).Column;

    /// <summary>"file:line:column".</summary>
    public override string ToString() => $"{Source.Name}:{Line}:{Column}";
}
