namespace Eligibility.Simulation.Columns;

/// <summary>
/// Texts by handle. The codes of the vocabulary and the literals of the rules stand first and stay; what a chunk brings is forgotten with
/// it, so that the table does not grow with the caseload. Used by one thread at a time.
/// </summary>
internal sealed class Texts
{
    /// <summary>The handle of no text: that of "" , which no fact may be.</summary>
    public const int Empty = 0;

    private readonly Dictionary<string, int> _handles = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private int _kept;

    public Texts() => HandleOf("");

    private Texts(Texts other, int count)
    {
        foreach (var text in other._texts.Take(count)) HandleOf(text);
        _kept = _texts.Count;
    }

    public int Count => _texts.Count;

    public string this[long handle] => _texts[(int)handle];

    /// <summary>The handle of a text, a new one when it is met for the first time.</summary>
    public int HandleOf(string text)
    {
        if (_handles.TryGetValue(text, out var handle)) return handle;
        handle = _texts.Count;
        _texts.Add(text);
        _handles[text] = handle;
        return handle;
    }

    /// <summary>The same from characters, without making a string of one that is known.</summary>
    public int HandleOf(ReadOnlySpan<char> text) => _handles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var handle) ? handle : HandleOf(text.ToString());

    /// <summary>Keeps every text so far for good.</summary>
    public void Keep() => _kept = _texts.Count;

    /// <summary>Forgets what is not kept.</summary>
    public void Forget()
    {
        for (var i = _kept; i < _texts.Count; i++) _handles.Remove(_texts[i]);
        _texts.RemoveRange(_kept, _texts.Count - _kept);
    }

    /// <summary>A table of its own with the texts that are kept, for another thread.</summary>
    public Texts Copy() => new(this, _kept);

    /// <summary>A table of its own with every text so far, by the same handles.</summary>
    public Texts Snapshot() => new(this, Count);
}
