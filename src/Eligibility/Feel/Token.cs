using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>What kind of word or sign a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the formula.</summary>
    End,

    /// <summary>One word of a name; names of several words are put together by the parser, which knows the names in scope.</summary>
    Name,

    /// <summary>A word that FEEL keeps for itself: it begins no name.</summary>
    Keyword,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A digit with something behind it that makes it no number, such as <c>5元</c>.</summary>
    MalformedNumber,

    /// <summary>A string; the text has its escapes resolved.</summary>
    String,

    /// <summary>An operator, a bracket or a separator.</summary>
    Sign,

    /// <summary>A character that FEEL does not know; already reported.</summary>
    Unknown,
}

/// <summary>How a token is spelt.</summary>
internal enum Spelling
{
    /// <summary>As FEEL has it.</summary>
    Feel,

    /// <summary>With full-width or typographic signs.</summary>
    FullWidth,

    /// <summary>As another language has it, such as <c>==</c>.</summary>
    Foreign,
}

/// <summary>One word or sign of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its spelling in FEEL; the value of a string.</param>
/// <param name="Spelling">Whether it was written so; if not, the parser reports it on passing.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string Text, Spelling Spelling = Spelling.Feel)
{
    private static readonly HashSet<string> Keywords =
    [
        "true", "false", "null", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "and", "or", "function",
    ];

    /// <summary>Whether FEEL keeps this word for itself.</summary>
    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>Whether it is this sign or keyword.</summary>
    public bool Is(string text) => Kind is TokenKind.Sign or TokenKind.Keyword && Text == text;

    /// <summary>Whether it is this word, which FEEL keeps for itself in some places only.</summary>
    public bool IsWord(string text) => Kind == TokenKind.Name && Text == text;

    /// <summary>Whether it closes a bracket.</summary>
    public bool IsCloser => Kind == TokenKind.Sign && Text is ")" or "]" or "}";

    /// <summary>What it is, in words for the author.</summary>
    public LocalText Describe() => Kind switch
    {
        TokenKind.End => new LocalText("公式末尾", "the end of the formula"),
        TokenKind.Name => new LocalText($"名称 `{Text}`", $"the name `{Text}`"),
        TokenKind.Keyword => new LocalText($"关键字 `{Text}`", $"the word `{Text}`"),
        TokenKind.Number or TokenKind.MalformedNumber => new LocalText($"数 `{Text}`", $"the number `{Text}`"),
        TokenKind.String => new LocalText("一段文字", "a text in quotes"),
        TokenKind.Unknown => new LocalText("无法识别的字符", "an unknown character"),
        _ => Text switch
        {
            "," => new LocalText("逗号 `,`", "the comma"),
            ":" => new LocalText("冒号 `:`", "the colon"),
            ".." => new LocalText("区间符号 `..`", "the range sign `..`"),
            "(" or ")" or "[" or "]" or "{" or "}" => new LocalText($"括号 `{Text}`", $"the bracket `{Text}`"),
            _ => new LocalText($"运算符 `{Text}`", $"the operator `{Text}`"),
        },
    };
}
