using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>
/// The names of several words or with signs in them that may stand in a formula. FEEL cannot be read without them:
/// <c>date and time</c> is one name only because it is known. A name of one word needs no entry.
/// </summary>
internal sealed class KnownNames
{
    private static readonly KnownNames Standard = new(null,
    [
        "date and time", "years and months duration", "days and time duration", "string length", "upper case", "lower case",
        "substring before", "substring after", "starts with", "ends with", "list contains", "list replace", "insert before", "index of",
        "distinct values", "string join", "get value", "get entries", "context put", "context merge", "met by", "overlaps before",
        "overlaps after", "finished by", "started by", "day of year", "day of week", "month of year", "week of year", "round up",
        "round down", "round half up", "round half down", "time offset", "start included", "end included",
    ]);

    private readonly KnownNames? _outer;
    private readonly Dictionary<string, List<(string Name, Token[] Words)>> _byFirstWord = new(StringComparer.Ordinal);

    private KnownNames(KnownNames? outer, IEnumerable<string> names)
    {
        _outer = outer;
        foreach (var name in names) Add(name);
    }

    /// <summary>The standard names and those in scope.</summary>
    public static KnownNames With(IEnumerable<string>? names) => new(Standard, names ?? []);

    /// <summary>Makes a name known from here on; nothing happens for a name of one word, or one that could not begin a name.</summary>
    public void Add(string name)
    {
        if (FeelCharacters.IsSimpleName(name)) return;
        var words = Lexer.Lex(SourceFragment.Whole("name", name), [])[..^1];
        if (words.Length < 2 || words[0].Kind != TokenKind.Name) return;
        if (!_byFirstWord.TryGetValue(words[0].Text, out var list)) _byFirstWord.Add(words[0].Text, list = []);
        list.Add((Normalise(name), words));
    }

    /// <summary>The longest known name that begins at a token, with the number of tokens it takes; null when there is none.</summary>
    public (string Name, int Length)? Match(ReadOnlySpan<Token> tokens)
    {
        var best = _outer?.Match(tokens);
        foreach (var (name, words) in _byFirstWord.GetValueOrDefault(tokens[0].Text) ?? [])
        {
            if (words.Length > (best?.Length ?? 0) && Begins(tokens, words)) best = (name, words.Length);
        }
        return best;
    }

    /// <summary>The known name that somebody probably meant; null when none is near.</summary>
    public string? Nearest(string written) => NearestName.Find(written, _byFirstWord.Values.SelectMany(l => l).Select(n => n.Name)) ?? _outer?.Nearest(written);

    /// <summary>A name with every run of white space made one space.</summary>
    public static string Normalise(string name) =>
        string.Join(' ', new string([.. name.Select(c => FeelCharacters.IsSpace(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool Begins(ReadOnlySpan<Token> tokens, Token[] words)
    {
        if (tokens.Length < words.Length) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[i].Kind != words[i].Kind || tokens[i].Text != words[i].Text) return false;
            // `a-b` is the name a-b, `a - b` a subtraction: where signs are in a name, spaces count.
            if (i > 0 && Adjoin(tokens[i - 1], tokens[i]) != Adjoin(words[i - 1], words[i])) return false;
        }
        return true;
    }

    private static bool Adjoin(Token left, Token right) => left.Span.End == right.Span.Start;
}
