using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>Where in an expression a name is wanted.</summary>
internal enum NamePlace
{
    /// <summary>Behind a dot.</summary>
    Path,

    /// <summary>The variable of <c>for</c>, <c>some</c> or <c>every</c>.</summary>
    Variable,

    /// <summary>The key of a context.</summary>
    Key,

    /// <summary>A parameter of a function.</summary>
    Parameter,
}

/// <summary>Mistakes in the spelling of an expression.</summary>
public sealed partial class DiagnosticBag
{
    internal void UnknownCharacter(Location at, string written) => Add(FeelKinds.UnknownCharacter, at,
        new($"表达式中不能有 {Characters(written)}。", $"An expression cannot have {Characters(written)} in it."),
        new("删去它；如果它是文字的一部分，请放进双引号里。", "Delete it, or put it in double quotes if it belongs to a text."));

    internal void OpenString(Location at) => Add(FeelKinds.OpenString, at,
        new("这段文字没有结束的双引号。", "This text has no closing quotation mark."),
        new("在同一行末尾补上 `\"`；文字里的双引号写作 `\\\"`，换行写作 `\\n`。", "Close it with `\"` on the same line; write a quotation mark inside it as `\\\"`, a line break as `\\n`."));

    internal void BadEscape(Location at, string written) => Add(FeelKinds.BadEscape, at,
        new($"`{written}` 不是有效的转义。", $"`{written}` is not an escape."),
        new("可用的转义有 `\\n`、`\\t`、`\\r`、`\\\"`、`\\'`、`\\\\`、`\\uXXXX`、`\\UXXXXXX`；反斜杠本身写作 `\\\\`。",
            "The escapes are `\\n`, `\\t`, `\\r`, `\\\"`, `\\'`, `\\\\`, `\\uXXXX` and `\\UXXXXXX`; a backslash itself is `\\\\`."));

    internal void OpenComment(Location at) => Add(FeelKinds.OpenComment, at,
        new("注释 `/*` 没有结束。", "The comment that begins with `/*` does not end."), new("补上 `*/`。", "Close it with `*/`."));

    internal void MalformedNumber(Location at, string written) => Add(FeelKinds.MalformedNumber, at,
        new($"`{written}` 既不是数，也不是名称。", $"`{written}` is neither a number nor a name."),
        new("数后面不写单位，百分数写成小数（0.25）；日期写作 `date(\"2024-08-31\")`；名称不能以数字开头。",
            "Write a number without a unit and a percentage as 0.25, a date as `date(\"2024-08-31\")`; a name cannot begin with a digit."));

    internal void NumberOutOfRange(Location at, string written) => Add(FeelKinds.NumberOutOfRange, at,
        new($"数 `{Short(written)}` 的位数太多。", $"The number `{Short(written)}` has too many digits."),
        new("写一个位数更少的数。", "Write a number with fewer digits."));

    internal void FullWidthSign(Location at, string written, string ascii) => Add(FeelKinds.FullWidthSign, at,
        new($"`{Short(written)}` 是全角或排版符号。", $"`{Short(written)}` is a full-width or typographic sign."),
        new($"请用半角符号：`{ascii}`。", $"Type `{ascii}`."));

    internal void ForeignOperator(Location at, string written, string feel) => Add(FeelKinds.ForeignOperator, at,
        new($"`{written}` 不是 FEEL 的写法。", $"`{written}` is not FEEL."), new($"请写 `{feel}`。", $"Write `{feel}`."));

    internal void PercentSign(Location at) => Add(FeelKinds.ForeignOperator, at,
        new("`%` 不是 FEEL 的写法。", "`%` is not FEEL."),
        new("百分数写成小数（25% 是 0.25）；求余数写 `modulo(a, b)`。", "Write a percentage as a decimal number (25% is 0.25) and a remainder as `modulo(a, b)`."));

    internal void SingleQuotes(Location at, string? text) => Add(FeelKinds.SingleQuotes, at,
        new("单引号不能标出文字。", "Single quotation marks do not make a text."),
        text is null ? new("文字放进双引号里。", "Put a text in double quotes.") : new($"请写 `\"{Short(text)}\"`。", $"Write `\"{Short(text)}\"`."));

    internal void NotWithoutBrackets(Location at, string written) => Add(FeelKinds.NotWithoutBrackets, at,
        new($"`{written}` 后面要有括号。", $"What `{written}` denies has to stand in brackets."), new("请写 `not(…)`。", "Write `not(…)`."));

    internal void ExpectedExpression(Location at, LocalText found) => Add(FeelKinds.ExpectedExpression, at,
        new($"这里应有一个表达式，却是{found.Zh}。", $"An expression belongs here; {found.En} was found."),
        new("补上缺少的数、名称或括号里的内容。", "Supply the number, the name or the brackets that are missing."));

    internal void ExpectedTextBehindAt(Location at, LocalText found) => Add(FeelKinds.ExpectedExpression, at,
        new($"`@` 后面应是双引号里的日期或时长，却是{found.Zh}。", $"A date or duration in double quotes belongs behind `@`; {found.En} was found."),
        new("例如 `@\"2024-08-31\"`。", "For example `@\"2024-08-31\"`."));

    internal void NothingOnTheLeft(Location at, string sign) => Add(FeelKinds.NothingOnTheLeft, at,
        new($"运算符 `{sign}` 左边没有可比较的内容。", $"Nothing stands on the left of the operator `{sign}`."),
        new($"写出被比较的名称，例如 `a > 1 and a < 5`；公式本身不以 `=` 开头。", "Name what is compared, as in `a > 1 and a < 5`; a formula does not begin with `=`."));

    internal void NoOperatorBetween(Location at, LocalText before, LocalText found, string? near) => Add(FeelKinds.NoOperatorBetween, at,
        new($"{before.Zh}后面直接是{found.Zh}，中间没有运算符。", $"{Capital(before.En)} is followed by {found.En} with no operator between them."),
        near is null ? new("补上运算符或逗号；名称里不能有空格。", "Put an operator or a comma between them; a name has no spaces in it.")
            : new($"是不是 `{near}`？", $"Did you mean `{near}`?"));

    internal void ChainedComparison(Location at, string sign) => Add(FeelKinds.ChainedComparison, at,
        new($"比较不能连写：`{sign}` 左边已经是一个比较。", $"Comparisons cannot be chained: what stands on the left of `{sign}` is one already."),
        new("用 `and` 连接两个比较，例如 `1 < x and x < 3`，或者写 `x between 1 and 3`。", "Join two comparisons with `and`, as in `1 < x and x < 3`, or write `x between 1 and 3`."));

    internal void OpenBracket(Location at, string open, string close, LocalText found, Location foundAt) => Add(FeelKinds.OpenBracket, at,
        new($"括号 `{open}` 没有关闭：应有 `{close}` 的地方是{found.Zh}。", $"The bracket `{open}` is not closed: where `{close}` should be, {found.En} was found."),
        new($"补上 `{close}`。", $"Close it with `{close}`."), foundAt);

    internal void Surplus(Location at, string text, LocalText found) => Add(FeelKinds.Surplus, at,
        new($"表达式到此已经完整，后面却还有{found.Zh}。", $"The expression is complete before {found.En}."),
        text switch
        {
            ")" or "]" or "}" => new("删去多余的括号，或补上与它配对的括号。", "Delete the bracket, or open the one that it closes."),
            "," => new("一个公式只有一个值；列表写作 `[a, b]`。", "A formula has one value; a list is written `[a, b]`."),
            "then" or "else" => new("它属于 `if 条件 then 甲 else 乙`。", "It belongs to `if condition then a else b`."),
            "return" => new("它属于 `for x in 列表 return …`。", "It belongs to `for x in list return …`."),
            "satisfies" => new("它属于 `some x in 列表 satisfies …`。", "It belongs to `some x in list satisfies …`."),
            _ => new("删去多余的部分。", "Delete what is too much."),
        });

    internal void MissingWord(Location at, string owner, string word, LocalText found, Location ownerAt) => Add(FeelKinds.MissingWord, at,
        new($"`{Short(owner)}` 后面缺少 `{word}`，这里却是{found.Zh}。", $"`{Short(owner)}` needs `{word}` here; {found.En} was found."),
        owner switch
        {
            "if" => new("完整的写法是 `if 条件 then 甲 else 乙`。", "The whole form is `if condition then a else b`."),
            "for" => new("完整的写法是 `for x in 列表 return …`。", "The whole form is `for x in list return …`."),
            "some" or "every" => new($"完整的写法是 `{owner} x in 列表 satisfies …`。", $"The whole form is `{owner} x in list satisfies …`."),
            "between" => new("完整的写法是 `x between 1 and 5`。", "The whole form is `x between 1 and 5`."),
            "instance" => new("完整的写法是 `x instance of number`。", "The whole form is `x instance of number`."),
            _ => new($"补上 `{word}`。", $"Supply `{word}`."),
        }, ownerAt);

    internal void MixedArguments(Location at, Location first) => Add(FeelKinds.MixedArguments, at,
        new("有的参数写了名称，有的没有。", "Some arguments are named and some are not."),
        new("全部写名称，或全部不写。", "Name all of them or none."), first);

    internal void ExpectedName(Location at, LocalText found, NamePlace place)
    {
        var (zh, en) = place switch
        {
            NamePlace.Path => ("点号后面", "behind the dot"),
            NamePlace.Variable => ("变量的位置", "for the variable"),
            NamePlace.Key => ("键的位置", "for the key"),
            _ => ("参数的位置", "for the parameter"),
        };
        Add(FeelKinds.ExpectedName, at, new($"{zh}应是一个名称，却是{found.Zh}。", $"A name belongs here, {en}; {found.En} was found."),
            new("名称以字母或汉字开头。", "A name begins with a letter."));
    }

    internal void NameTwice(Location at, string name, Location first) => Add(FeelKinds.NameTwice, at,
        new($"名称 `{Short(name)}` 在这里出现了两次。", $"The name `{Short(name)}` stands here twice."),
        new("改名或删去其中一个。", "Rename or delete one of them."), first);

    internal void ExpectedType(Location at, LocalText found) => Add(FeelKinds.ExpectedType, at,
        new($"这里应是一个类型，却是{found.Zh}。", $"A type belongs here; {found.En} was found."),
        new("例如 `number`、`string`、`boolean`、`date`、`list<number>`。", "For example `number`, `string`, `boolean`, `date` or `list<number>`."));

    internal void TrailingComma(Location at, string closer) => Add(FeelKinds.TrailingComma, at,
        new($"逗号后面直接是 `{closer}`。", $"The comma is followed by `{closer}` at once."),
        new("删去逗号，或补上它后面的一项。", "Delete the comma, or supply the item behind it."));

    internal void ListInRoundBrackets(Location at) => Add(FeelKinds.ListInRoundBrackets, at,
        new("圆括号里只能有一个值。", "Round brackets hold one value."),
        new("列表写作 `[a, b]`；`x in (a, b)` 里的圆括号紧跟在 `in` 后面。", "A list is written `[a, b]`; only behind `in` do round brackets hold several tests."));

    internal void EmptyFormula(Location at) => Add(FeelKinds.EmptyFormula, at,
        new("这里没有表达式。", "There is no expression here."), new("写出公式；总是成立的单元格写 `-`。", "Write the formula; a table cell that always holds is `-`."));

    internal void FormulaTooLong(Location at, int length, int limit) => Add(FeelKinds.FormulaTooLong, at,
        new($"公式有 {length} 个字符，最多 {limit} 个。", $"The formula has {length} characters; {limit} are allowed."),
        new("把它拆成几个有名称的项。", "Divide it into several named items."));

    internal void NestedTooDeep(Location at, int limit) => Add(FeelKinds.NestedTooDeep, at,
        new($"公式的嵌套超过 {limit} 层。", $"The formula is nested more than {limit} levels deep."),
        new("把它拆成几个有名称的项；很长的 a + b + c + … 写作 `sum([a, b, c])`。", "Divide it into several named items; a very long a + b + c + … is written `sum([a, b, c])`."));

    internal void TooManyNodes(Location at, int nodes, int limit) => Add(FeelKinds.TooManyNodes, at,
        new($"公式有 {nodes} 个组成部分，最多 {limit} 个。", $"The formula has {nodes} parts; {limit} are allowed."),
        new("把它拆成几个有名称的项。", "Divide it into several named items."));

    private static string Characters(string written) =>
        string.Join(' ', written.EnumerateRunes().Take(3).Select(r => IsVisible(r) ? $"`{r}`" : $"U+{r.Value:X4}"));

    private static bool IsVisible(System.Text.Rune rune) => rune.Value != 0xFFFD && System.Text.Rune.GetUnicodeCategory(rune) is not
        (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned);

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[38]) ? 38 : 39), "…");
}
