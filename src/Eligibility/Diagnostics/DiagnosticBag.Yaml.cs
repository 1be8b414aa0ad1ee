using System.Globalization;
using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>Mistakes of a YAML file as a text, whatever it is about.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>What the YAML package says, by a phrase of it, and what that means to the author of a file. The first that fits is taken.</summary>
    private static readonly (string Phrase, LocalText Message, LocalText Advice)[] YamlProblems =
    [
        ("invalid mapping", new("这里不能再有“键: 值”。", "A `key: value` pair cannot stand here."),
            new("值里有冒号加空格时，把整个值放进引号；否则检查缩进。", "Quote a value that has a colon and a space in it; otherwise look at the indentation.")),
        ("Mapping values", new("这里不能再有“键: 值”。", "A `key: value` pair cannot stand here."),
            new("值里有冒号加空格时，把整个值放进引号；否则检查缩进。", "Quote a value that has a colon and a space in it; otherwise look at the indentation.")),
        ("find expected key", new("这里应是一个键。", "A key belongs here."),
            new("检查缩进和前一行的引号；键后面要有冒号和空格。", "Look at the indentation and at the quotes before it; a key is followed by a colon and a space.")),
        ("'-' indicator", new("这里应是列表的下一项 `- `。", "The next item of the list, `- `, belongs here."),
            new("检查缩进：同一列表的各项对齐。", "Look at the indentation: the items of a list are aligned.")),
        ("',' or ']'", new("方括号 `[` 没有关闭，或者少了逗号。", "The bracket `[` is not closed, or a comma is missing."), new("补上 `]` 或逗号。", "Supply `]` or a comma.")),
        ("',' or '}'", new("花括号 `{` 没有关闭，或者少了逗号。", "The bracket `{` is not closed, or a comma is missing."), new("补上 `}` 或逗号。", "Supply `}` or a comma.")),
        ("quoted scalar, found unexpected end", new("引号没有关闭。", "The quotation mark is not closed."),
            new("补上引号；单引号里的单引号写两遍。", "Close it; a single quotation mark inside single ones is doubled.")),
        ("quoted scalar", new("双引号里有无效的转义。", "There is no such escape in double quotes."),
            new("改用单引号（其中反斜杠就是反斜杠），或把反斜杠写两遍。", "Use single quotes, in which a backslash is a backslash, or double the backslash.")),
        ("cannot start any token", new("值不能以这个字符开头。", "A value cannot begin with this character."), new("把整个值放进引号。", "Put the whole value in quotes.")),
        ("expected node content", new("这里缺少一个值，或者多了一个括号。", "A value is missing here, or there is a bracket too many."),
            new("补上值，或把含有括号的值放进引号。", "Supply the value, or put a value with brackets in it in quotes.")),
        ("expected ':'", new("这一行没有冒号，不是键。", "This line has no colon and is no key."),
            new("写成 `键: 值`；多行文字用 `|`。", "Write `key: value`; a text of several lines begins with `|`.")),
        ("Block sequence entries", new("这里不能有列表项 `- `。", "A list item, `- `, cannot stand here."),
            new("列表的每一项各占一行，写在键的下面。", "Each item of a list has a line of its own below the key.")),
        ("anchor", new("`&` 或 `*` 不能这样用。", "`&` or `*` cannot be used like this."), new("把整个值放进引号。", "Put the whole value in quotes.")),
        ("alias", new("`&` 或 `*` 不能这样用。", "`&` or `*` cannot be used like this."), new("把整个值放进引号。", "Put the whole value in quotes.")),
        ("extra spaces in first line", new("`|` 下面的空行里有空格。", "The empty line below `|` has spaces in it."),
            new("删去这些空格，或删去空行。", "Delete the spaces, or the line.")),
        ("block scalar", new("`|` 后面要换行，文字缩进写在下面。", "Behind `|` the line ends; the text stands below it, indented."),
            new("检查 `|` 所在的行和下面的缩进。", "Look at the line with `|` and at the indentation below it.")),
    ];

    internal void YamlSyntax(Location at, string problem, Location? opened)
    {
        var known = YamlProblems.FirstOrDefault(p => problem.Contains(p.Phrase, StringComparison.Ordinal));
        Add(YamlKinds.Syntax, at,
            known.Message ?? new("从这里起不是有效的 YAML。", "From here on this is not YAML."),
            known.Advice ?? new("检查缩进、冒号、引号和括号。", "Look at the indentation, the colons, quotes and brackets."), opened);
    }

    internal void YamlAnchor(Location at) => Add(YamlKinds.Anchor, at,
        new("这里有锚点 `&`。", "There is an anchor, `&`, here."), new("删去它；以 `&` 开头的文字要加引号。", "Delete it; quote a text that begins with `&`."));

    internal void YamlAlias(Location at) => Add(YamlKinds.Alias, at,
        new("这里有别名 `*`；文件从这里起没有再读。", "There is an alias, `*`, here; the file was not read further."),
        new("把内容直接写出来；以 `*` 开头的文字要加引号。", "Write out what it stands for; quote a text that begins with `*`."));

    internal void YamlTag(Location at) => Add(YamlKinds.Tag, at,
        new("这里有类型标记 `!`。", "There is a tag, `!`, here."), new("删去它；以 `!` 开头的文字要加引号。", "Delete it; quote a text that begins with `!`."));

    internal void YamlSecondDocument(Location at) => Add(YamlKinds.SecondDocument, at,
        new("`---` 后面是第二份文档，没有读。", "Behind `---` a second document begins; it was not read."),
        new("一个文件只写一份文档。", "Put it in a file of its own."));

    internal void YamlDuplicateKey(Location at, string key, Location first) => Add(YamlKinds.DuplicateKey, at,
        new($"键 {Shown(key)} 在同一处重复出现。", $"The key {Shown(key)} occurs twice in one place."),
        new($"只留一个；第一个在第 {first.Line} 行。", $"Keep one of them; the first is in line {first.Line}."), first);

    internal void YamlFolded(Location at) => Add(YamlKinds.Folded, at,
        new("不能用折叠文字 `>`。", "A folded text, `>`, is not accepted."), new("改用 `|`，各行原样保留。", "Use `|`, which keeps the lines as they are."));

    internal void YamlSeveralLines(Location at) => Add(YamlKinds.SeveralLines, at,
        new("这段文字跨了几行。", "This text runs over several lines."),
        new("写在一行里，或改用 `|`；如果没想跨行，检查下一行的缩进和冒号。", "Write it on one line or use `|`; if this was not meant, look at the indentation and the colon of the next line."));

    internal void YamlTab(Location at) => Add(YamlKinds.Tab, at,
        new("缩进里有制表符。", "There is a tab in the indentation."), new("用空格缩进。", "Indent with spaces."));

    internal void YamlKeyNotText(Location at) => Add(YamlKinds.KeyNotText, at,
        new("键是空的，或者是列表或映射。", "The key is empty, or is a list or a map."),
        new("键写成一个词；以 `[` 或 `{` 开头的文字要加引号。", "Write one word for the key; quote a text that begins with `[` or `{`."));

    internal void YamlTooDeep(Location at, int limit) => Add(YamlKinds.TooDeep, at,
        new($"嵌套超过 {limit} 层。", $"Maps and lists are nested more than {limit} deep."), new("检查是否漏了结束括号。", "Look for a missing closing bracket."));

    internal void YamlTooLarge(Location at, int bytes, int limit) => Add(YamlKinds.TooLarge, at,
        new($"文件有 {bytes} 字节，超过 {limit} 字节（4 MB）。", $"The file has {bytes} bytes, more than {limit} (4 MB)."),
        new("把它分成几个文件。", "Split it into several files."));

    internal void YamlNotUtf8(Location at, string? guess) => Add(YamlKinds.NotUtf8, at,
        guess is null
            ? new("文件不是 UTF-8 编码：这里的字节无效。", "The file is not UTF-8: the bytes here are invalid.")
            : new($"文件不是 UTF-8 编码，看起来是 {guess}。", $"The file is not UTF-8; it looks like {guess}."),
        new("在编辑器里另存为 UTF-8。", "Save it as UTF-8 in your editor."));

    internal void YamlHiddenCharacter(Location at, char character) => Add(YamlKinds.HiddenCharacter, at,
        new($"这里有看不见的字符 {CodePoint(character)}。", $"There is an invisible character, {CodePoint(character)}, here."),
        new("删去它：它会使两个不同的名称看起来一样。", "Delete it: it can make two different names look the same."));

    internal void YamlEmpty(Location at) => Add(YamlKinds.Empty, at,
        new("文件里没有内容。", "The file has nothing in it."), new("补上内容，或删去这个文件。", "Write it, or delete the file."));

    internal void YamlMissingValue(Location at, string key, bool inBrackets) => Add(YamlKinds.MissingValue, at,
        new($"键 {Shown(key)} 没有值。", $"The key {Shown(key)} has no value."),
        inBrackets
            ? new("多半是前面的文字里有逗号：把它放进引号。", "Most likely the text before it has a comma in it: put that text in quotes.")
            : new("补上值，或删去这个键。", "Supply the value, or delete the key."));
}
