using System.Globalization;
using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <content>Mistakes of a JSON file as a text, whatever it is about.</content>
public sealed partial class DiagnosticBag
{
    internal void JsonSyntax(Location at, LocalText expected, string found, LocalText advice, Location? related) => Add(
        JsonKinds.Syntax, at,
        new LocalText($"这里应为{expected.Zh}，却是 {Shown(found)}。", $"Expected {expected.En}, found {Shown(found)}."), advice, related);

    internal void JsonTruncated(Location end, LocalText expected, Location? opened)
    {
        var from = opened is { } o ? o.Line.ToString(CultureInfo.InvariantCulture) : null;
        Add(
            JsonKinds.Truncated, end,
            new LocalText($"文件到此为止，还缺{expected.Zh}。", $"The file ends here, where {expected.En} is missing."),
            from is null
                ? new LocalText("写上一个值，通常是 { … }。", "Write a value, usually { … }.")
                : new LocalText($"补全从第 {from} 行开始的部分；文件可能没有传完。", $"Complete what begins in line {from}; the file may have been cut short on its way."),
            opened);
    }

    internal void NotUtf8(Location at, string? guess) => Add(
        JsonKinds.NotUtf8, at,
        guess is null
            ? new LocalText("文件不是 UTF-8 编码：这里的字节无效。", "The file is not UTF-8: the bytes here are invalid.")
            : new LocalText($"文件不是 UTF-8 编码，看起来是 {guess}。", $"The file is not UTF-8; it looks like {guess}."),
        new LocalText("在编辑器里另存为 UTF-8。", "Save it as UTF-8 in your editor."));

    internal void JsonTooDeep(Location at, int limit) => Add(
        JsonKinds.TooDeep, at,
        new LocalText($"对象和数组嵌套超过 {limit} 层。", $"Objects and arrays are nested more than {limit} deep."),
        new LocalText("检查是否漏了结束括号；家庭情况用不到这么多层。", "Look for a missing closing bracket; the facts of a household never need so many levels."));

    internal void JsonTooLarge(Location at, int bytes, int limit) => Add(
        JsonKinds.TooLarge, at,
        new LocalText($"文件有 {bytes} 字节，超过 {limit} 字节（64 MB）。", $"The file has {bytes} bytes, more than {limit} (64 MB)."),
        new LocalText("把它分成几个文件。", "Split it into several files."));

    internal void JsonDuplicateKey(Location at, string key, Location first, string path) => Add(
        JsonKinds.DuplicateKey, at,
        new LocalText($"键 {Shown(key)} 在同一个对象里重复出现。", $"The key {Shown(key)} occurs twice in one object."),
        new LocalText($"只留一个；第一个在第 {first.Line} 行。", $"Keep one of them; the first is in line {first.Line}."),
        first, path);

    internal void JsonLoneSurrogate(Location at, string path) => Add(
        JsonKinds.LoneSurrogate, at,
        new LocalText("这个转义只是半个字符（孤立的代理项）。", "This escape is half a character (a lone surrogate)."),
        new LocalText("直接写出这个字；用转义时，前后两半都要写。", "Write the character itself, or both halves of the escape."),
        path: path);

    internal void JsonHiddenCharacter(Location at, char character, int count, string path)
    {
        var code = CodePoint(character);
        Add(
            JsonKinds.HiddenCharacter, at,
            count == 1
                ? new LocalText($"字符串里有看不见的字符 {code}。", $"The string holds an invisible character, {code}.")
                : new LocalText($"字符串里有 {count} 个看不见的字符，第一个是 {code}。", $"The string holds {count} invisible characters; the first is {code}."),
            new LocalText("删去它：它会使两个不同的名字看起来一样。", "Delete it: it can make two different names look the same."),
            path: path);
    }

    /// <summary>A piece of foreign text as a message may print it: in quotes, nothing invisible, not long.</summary>
    private static string Shown(string text)
    {
        const int longest = 60;
        var cut = text.Length > longest ? text[..longest] + "…" : text;
        return "“" + string.Concat(cut.Select(c => HiddenCharacters.Contains(c) ? CodePoint(c) : c.ToString())) + "”";
    }

    private static string CodePoint(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}

/// <summary>F001 to F019: a file that is no good JSON.</summary>
internal static class JsonKinds
{
    public static readonly DiagnosticKind Syntax = new(
        "F001", Severity.Error,
        new LocalText("JSON 语法错误", "JSON syntax error"),
        new LocalText(
            "文件不符合 JSON 标准（RFC 8259），从这里起读不下去。不接受注释、多余的逗号、单引号和全角标点：放宽就要猜。",
            "The file is not JSON by RFC 8259 and cannot be read on from here. Comments, trailing commas, single quotes and full-width punctuation are not accepted: to be lenient would be to guess."),
        "{ \"area\": \"urban\", }", "{ \"area\": \"urban\" }");

    public static readonly DiagnosticKind Truncated = new(
        "F002", Severity.Error,
        new LocalText("JSON 不完整", "JSON cut short"),
        new LocalText(
            "文件是空的，或在对象、数组、字符串结束之前就完了。残缺的情况不能当作完整的情况来认定。",
            "The file is empty, or ends inside an object, array or string. Incomplete facts must not be taken for complete ones."),
        "{ \"members\": [", "{ \"members\": [] }");

    public static readonly DiagnosticKind NotUtf8 = new(
        "F003", Severity.Error,
        new LocalText("不是 UTF-8", "Not UTF-8"),
        new LocalText(
            "文件的编码不是 UTF-8（常见的是 GB18030 或 UTF-16）。按错误的编码读，人名会变成别的字。",
            "The file is in another encoding (often GB18030 or UTF-16). Read in the wrong one, names turn into other names."),
        "(a file saved as GB18030)", "(the same file saved as UTF-8)");

    public static readonly DiagnosticKind TooDeep = new(
        "F004", Severity.Error,
        new LocalText("嵌套过深", "Nested too deeply"),
        new LocalText("对象和数组嵌套超过 64 层，多半是漏了结束括号。", "Objects and arrays stand more than 64 levels inside one another, most likely for want of a closing bracket."),
        new string('[', 65) + new string(']', 65), "[]");

    public static readonly DiagnosticKind TooLarge = new(
        "F005", Severity.Error,
        new LocalText("文件过大", "File too large"),
        new LocalText("一个 JSON 文件最多 64 MB。", "A JSON file may have at most 64 MB."),
        "(a file of 65 MB)", "(several smaller files)");

    public static readonly DiagnosticKind DuplicateKey = new(
        "F006", Severity.Error,
        new LocalText("键重复", "Duplicate key"),
        new LocalText("同一个对象里一个键出现两次，无法知道哪一个是真的。", "A key occurs twice in one object, and nothing says which one is true."),
        "{ \"area\": \"urban\", \"area\": \"rural\" }", "{ \"area\": \"urban\" }");

    public static readonly DiagnosticKind LoneSurrogate = new(
        "F007", Severity.Error,
        new LocalText("半个字符", "Half a character"),
        new LocalText("转义 \\uD800 至 \\uDFFF 必须成对，单独一个不是字符。", "The escapes \\uD800 to \\uDFFF come in pairs; one alone is no character."),
        "{ \"name\": \"\\ud840\" }", "{ \"name\": \"\\ud840\\udc00\" }");

    public static readonly DiagnosticKind HiddenCharacter = new(
        "F008", Severity.Error,
        new LocalText("看不见的字符", "Invisible character"),
        new LocalText(
            "键名或字符串里有控制字符、零宽字符或改变书写方向的字符。它们能使两个不同的名字看起来一样，所以不接受。",
            "A key or string holds a control character, one without width, or one that turns the writing direction. They can make two different names look the same and are refused."),
        "{ \"name\": \"\\u202E王\" }", "{ \"name\": \"王\" }");

    public static readonly IReadOnlyList<DiagnosticKind> All = [Syntax, Truncated, NotUtf8, TooDeep, TooLarge, DuplicateKey, LoneSurrogate, HiddenCharacter];
}
