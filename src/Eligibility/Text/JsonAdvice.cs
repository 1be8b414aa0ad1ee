namespace Eligibility.Text;

/// <summary>What to do about the usual mistakes in a JSON text that was written by hand.</summary>
internal static class JsonAdvice
{
    public static readonly LocalText TrailingComma = new("删去最后一项后面的逗号。", "Delete the comma behind the last item.");

    public static readonly LocalText MissingComma = new("在它和前一项之间加逗号。", "Put a comma between it and the item before.");

    public static readonly LocalText Number = new(
        "写成 1450、-0.5 或 1.5E3：不带多余的前导零、加号、单位或千位分隔符，小数点两边都要有数字。",
        "Write 1450, -0.5 or 1.5E3: no leading zeros, plus sign, unit or thousands separator, and a digit on both sides of the point.");

    public static readonly LocalText Unclosed = new(
        "补上结束引号；字符串里的换行写成 \\n。", "Add the closing quote; a line break inside a string is written \\n.");

    public static readonly LocalText Escape = new(
        "可用的转义是 \\\" \\\\ \\/ \\b \\f \\n \\r \\t 和 \\u 加四位十六进制数；反斜杠本身写成 \\\\。",
        "The escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits; a backslash itself is written \\\\.");

    private static readonly LocalText Comment = new("JSON 没有注释：删去它。", "JSON has no comments: delete it.");

    private static readonly LocalText Quotes = new("用半角双引号 \"。", "Use straight double quotes \".");

    private static readonly LocalText Quoted = new("文字要用半角双引号括起。", "Put text into double quotes.");

    private static readonly LocalText ExtraText = new("一个文件只放一个值：删去多出的部分，或把几个值放进 [ ]。", "A file holds one value: delete the rest, or put several values into [ ].");

    private static readonly LocalText Nothing = new("改正这里，或查看它前面一行。", "Correct this place, or look at the line before it.");

    public static LocalText Closer(char closer) => new($"先用 {closer} 结束。", $"Close it with {closer} first.");

    /// <summary>Advice for what was found where something else should stand.</summary>
    public static LocalText For(ReadOnlySpan<char> found, bool behindTheEnd)
    {
        if (found is "//" or "/*" or "#") return Comment;
        if (found is "'" or "‘" or "’" or "“" or "”" or "＂" or "＇" or "`") return Quotes;
        if (HalfWidth(found[0]) is { } plain) return new LocalText($"改成半角的 {plain}", $"Write the half-width {plain}");
        if (behindTheEnd) return ExtraText;
        if (!char.IsLetter(found[0])) return Nothing;
        foreach (var literal in (string[])["true", "false", "null"])
        {
            if (found.Equals(literal, StringComparison.OrdinalIgnoreCase)) return new LocalText($"写成小写的 {literal}。", $"Write {literal} in lower case.");
        }
        return found switch
        {
            "None" or "undefined" or "NaN" or "nil" => new LocalText("没有值时写 null 或省去这一项。", "For no value, write null or leave the item out."),
            "Yes" or "yes" or "是" => new LocalText("写成 true。", "Write true."),
            "No" or "no" or "否" => new LocalText("写成 false。", "Write false."),
            _ => Quoted,
        };
    }

    private static char? HalfWidth(char c) => c switch
    {
        '，' or '、' => ',',
        '：' => ':',
        '｛' => '{',
        '｝' => '}',
        '［' or '【' => '[',
        '］' or '】' => ']',
        _ => null,
    };
}
