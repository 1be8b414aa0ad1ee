using System.Collections;
using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>
/// Collects mistakes. There is one method per mistake (in the partial files beside this one), so that wording lives in one
/// place and a call site reads as a sentence.
/// </summary>
public sealed partial class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    /// <summary>More than this many are counted, not kept.</summary>
    public const int Cap = 200;

    private readonly List<Diagnostic> _items = [];

    /// <summary>How many were kept.</summary>
    public int Count => _items.Count;

    /// <summary>How many were found beyond <see cref="Cap"/> and are not listed.</summary>
    public int Cut { get; private set; }

    /// <summary>Whether any is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>All that were kept, sorted by file, place and code.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
    [
        .. _items.OrderBy(d => d.Location?.Source.Name, StringComparer.Ordinal)
            .ThenBy(d => d.Location?.Span.Start ?? -1).ThenBy(d => d.Code, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Takes over everything another bag holds.</summary>
    public void AddRange(DiagnosticBag other)
    {
        foreach (var d in other._items) Add(d);
        Cut += other.Cut;
        HasErrors |= other.HasErrors;
    }

    private void Add(DiagnosticKind kind, Location? at, LocalText message, LocalText advice, Location? related = null, string? path = null) =>
        Add(new Diagnostic(kind, at, message, advice, related, path));

    private void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (_items.Count >= Cap) Cut++;
        else if (!_items.Contains(diagnostic)) _items.Add(diagnostic);
    }
}
