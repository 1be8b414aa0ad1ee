namespace Eligibility.Text;

/// <summary>The languages the engine speaks. Chinese comes first: it is the language of the law.</summary>
public enum Language
{
    /// <summary>Chinese (zh).</summary>
    Chinese,

    /// <summary>English (en).</summary>
    English,
}

/// <summary>A text in Chinese and in English.</summary>
/// <param name="Zh">Chinese, always present.</param>
/// <param name="En">English; a missing one falls back to Chinese when the text is made.</param>
public sealed record LocalText(string Zh, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>The same text in both languages: a name, a code, a number.</summary>
    public static LocalText Same(string text) => new(text, text);
}
