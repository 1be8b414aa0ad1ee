using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>R001 to R019: a file that is no good YAML.</summary>
internal static class YamlKinds
{
    public static readonly DiagnosticKind Syntax = Error("R001", "YAML 语法错误", "YAML syntax error",
        "文件从这里起不是 YAML，读不下去；每个文件只报一处。", "From here on the file is not YAML and cannot be read; one such mistake is reported for a file.",
        "title: { zh: 北京", "title: { zh: 北京 }");

    public static readonly DiagnosticKind Anchor = Error("R002", "锚点", "anchor",
        "规则文件不用锚点：每一处都写明自己的内容。", "Rule files have no anchors: each place says for itself what it holds.", "a: &x 1", "a: 1");

    public static readonly DiagnosticKind Alias = Error("R003", "别名", "alias",
        "规则文件不用别名：每一处都写明自己的内容。", "Rule files have no aliases: each place says for itself what it holds.", "a: *x", "a: 1");

    public static readonly DiagnosticKind Tag = Error("R004", "类型标记", "tag",
        "所有的值都按文字读，由格式决定它们的类型。", "Every value is read as a text; the format decides its type.", "a: !!int 1", "a: 1");

    public static readonly DiagnosticKind SecondDocument = Error("R005", "第二份文档", "second document",
        "一个文件是一份文档，第二份会被人忽略。", "A file is one document; a second one would go unnoticed.", "a: 1\n---\nb: 2", "a: 1\nb: 2");

    public static readonly DiagnosticKind DuplicateKey = Error("R006", "键重复", "duplicate key",
        "同一个键出现两次，无法知道哪一个是真的。", "A key occurs twice, and nothing says which one is true.", "a: 1\na: 2", "a: 1\nb: 2");

    public static readonly DiagnosticKind Folded = Error("R007", "折叠文字", "folded text",
        "`>` 会把换行变成空格，文字与写下来的不同。", "`>` turns line breaks into spaces, so that the text is not what was written.", "a: >\n  b\n  c", "a: |\n  b\n  c");

    public static readonly DiagnosticKind SeveralLines = Error("R008", "文字跨行", "text over several lines",
        "没有 `|` 的文字只占一行；缩进错误的键也会变成这样的文字。",
        "A text without `|` stays on its line; a key with the wrong indentation turns into such a text too.", "a: b\n  c", "a: b c");

    public static readonly DiagnosticKind Tab = Error("R009", "制表符缩进", "tab in the indentation",
        "YAML 的缩进只能用空格。", "YAML is indented with spaces only.", "a:\n\tb: 1", "a:\n  b: 1");

    public static readonly DiagnosticKind KeyNotText = Error("R010", "键不是文字", "key that is no text",
        "键必须是一个词。", "A key has to be a word.", "[a]: 1", "a: 1");

    public static readonly DiagnosticKind TooDeep = Error("R011", "嵌套过深", "nested too deeply",
        "映射和列表嵌套超过 50 层，多半是漏了结束括号。", "Maps and lists stand more than 50 levels inside one another, most likely for want of a closing bracket.",
        new string('[', 51) + new string(']', 51), "[]");

    public static readonly DiagnosticKind TooLarge = Error("R012", "文件过大", "file too large",
        "一个规则文件最多 4 MB。", "A rule file may have at most 4 MB.", "(a file of 5 MB)", "(several smaller files)");

    public static readonly DiagnosticKind NotUtf8 = Error("R013", "不是 UTF-8", "not UTF-8",
        "文件的编码不是 UTF-8（常见的是 GB18030 或 UTF-16）。按错误的编码读，名称会变成别的字。",
        "The file is in another encoding (often GB18030 or UTF-16). Read in the wrong one, names turn into other names.",
        "(a file saved as GB18030)", "(the same file saved as UTF-8)");

    public static readonly DiagnosticKind HiddenCharacter = Error("R014", "看不见的字符", "invisible character",
        "文件里有控制字符、零宽字符或改变书写方向的字符。它们能使两个不同的名称看起来一样，所以不接受。",
        "The file holds a control character, one without width, or one that turns the writing direction. They can make two different names look the same and are refused.",
        "a: \"x\\u200By\"", "a: \"xy\"");

    public static readonly DiagnosticKind Empty = Error("R015", "空文件", "empty file",
        "文件是空的，或者只有注释。", "The file is empty, or has nothing but comments.", "# later", "a: 1");

    public static readonly DiagnosticKind MissingValue = Error("R016", "键没有值", "key without a value",
        "键后面什么也没有。在花括号里，这通常是一段没加引号的文字被逗号截断了。",
        "Nothing follows the key. In curly brackets it usually is the second half of an unquoted text with a comma in it.",
        "{ note: one, two }", "{ note: \"one, two\" }");

    /// <summary>All of them, by code.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        Syntax, Anchor, Alias, Tag, SecondDocument, DuplicateKey, Folded, SeveralLines, Tab, KeyNotText, TooDeep, TooLarge, NotUtf8, HiddenCharacter,
        Empty, MissingValue,
    ];

    private static DiagnosticKind Error(string code, string zh, string en, string meaningZh, string meaningEn, string example, string fix) =>
        new(code, Severity.Error, new LocalText(zh, en), new LocalText(meaningZh, meaningEn), example, fix);
}
