using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>The kinds of mistakes in the spelling of an expression: X001 to X029.</summary>
internal static class FeelKinds
{
    public static readonly DiagnosticKind UnknownCharacter = Error("X001", "无法识别的字符", "unknown character",
        "FEEL 没有这个字符。看不见的字符（零宽空格等）会让两个名称看起来一样，因此也不接受。",
        "FEEL has no such character. Invisible ones (a zero-width space) are refused too: they make two names look alike.",
        "a # b", "a + b");

    public static readonly DiagnosticKind OpenString = Error("X002", "文字没有结束", "text not closed",
        "双引号里的文字必须在同一行结束。", "A text in double quotes has to end on the line it begins on.", "area = \"rural", "area = \"rural\"");

    public static readonly DiagnosticKind BadEscape = Error("X003", "无效的转义", "no such escape",
        "文字里的反斜杠只能引出规定的转义；`\\uXXXX` 必须是一个完整的字符。",
        "A backslash in a text begins one of a few escapes; `\\uXXXX` has to make a whole character.", "\"a\\d\"", "\"a\\\\d\"");

    public static readonly DiagnosticKind OpenComment = Error("X004", "注释没有结束", "comment not closed",
        "以 `/*` 开始的注释必须以 `*/` 结束。", "A comment that begins with `/*` ends with `*/`.", "a + 1 /* yuan", "a + 1 /* yuan */");

    public static readonly DiagnosticKind MalformedNumber = Error("X005", "不是数", "not a number",
        "数字后面连着别的字符，既不是数也不是名称。", "Something sticks to a number, and what comes out is neither a number nor a name.", "a + 5元", "a + 5");

    public static readonly DiagnosticKind NumberOutOfRange = Error("X006", "数的位数太多", "number with too many digits",
        "引擎精确计算，数的位数有上限。", "The engine computes exactly, within a limit on the digits of a number.", "1e999999", "1e9");

    public static readonly DiagnosticKind FullWidthSign = Error("X007", "全角符号", "full-width sign",
        "FEEL 的运算符、括号、引号和数字都是半角符号。", "Operators, brackets, quotation marks and digits of FEEL are ASCII signs.", "（a ＋ b）× 2", "(a + b) * 2");

    public static readonly DiagnosticKind ForeignOperator = Error("X008", "别的语言的写法", "spelling of another language",
        "这是别的语言的运算符或词；FEEL 有自己的写法。", "This is an operator or a word of another language; FEEL has its own spelling.", "a == b && c", "a = b and c");

    public static readonly DiagnosticKind SingleQuotes = Error("X009", "单引号", "single quotation marks",
        "FEEL 的文字只放在双引号里。", "A text in FEEL stands in double quotes only.", "area = 'rural'", "area = \"rural\"");

    public static readonly DiagnosticKind ExpectedExpression = Error("X010", "缺少表达式", "expression missing",
        "运算符、括号或关键字旁边缺少它需要的值。", "An operator, a bracket or a word lacks the value that it needs.", "a + * b", "a + b");

    public static readonly DiagnosticKind NoOperatorBetween = Error("X011", "缺少运算符", "operator missing",
        "两个值之间没有运算符，或者名称里多了空格。", "Two values stand side by side without an operator, or a name has a space too many.", "a b", "a + b");

    public static readonly DiagnosticKind OpenBracket = Error("X012", "括号没有关闭", "bracket not closed",
        "每个括号都要有与它配对的另一半。", "Every bracket needs its other half.", "(a + b", "(a + b)");

    public static readonly DiagnosticKind Surplus = Error("X013", "多余的内容", "something too much",
        "表达式已经完整，后面的内容不属于它。", "The expression is complete; what follows does not belong to it.", "a + b)", "a + b");

    public static readonly DiagnosticKind MissingWord = Error("X014", "缺少关键字或符号", "word or sign missing",
        "`if`、`for`、`some`、`every`、`between`、`instance` 和上下文的键都需要后续的词或符号。",
        "`if`, `for`, `some`, `every`, `between`, `instance` and the key of a context each need a word or sign behind them.", "if a then b", "if a then b else c");

    public static readonly DiagnosticKind ChainedComparison = Error("X015", "连写的比较", "chained comparison",
        "比较的结果是真或假，不能再与一个数比较。", "A comparison is true or false; it cannot be compared with a number again.", "1 < x < 3", "1 < x and x < 3");

    public static readonly DiagnosticKind MixedArguments = Error("X016", "参数写法不一致", "named and positional arguments mixed",
        "一次调用的参数要么全部写名称，要么全部不写。", "The arguments of a call are all named or all by position.", "f(a: 1, 2)", "f(a: 1, b: 2)");

    public static readonly DiagnosticKind ExpectedName = Error("X017", "缺少名称", "name missing",
        "点号后面、变量、键和参数的位置都应是名称。", "A name belongs behind a dot, and for a variable, a key and a parameter.", "household.(size)", "household.size");

    public static readonly DiagnosticKind NameTwice = Error("X018", "名称重复", "name given twice",
        "同一处的名称不能重复，否则不知道指的是哪一个。", "A name may stand only once in one place, or nobody knows which is meant.", "{ a: 1, a: 2 }", "{ a: 1, b: 2 }");

    public static readonly DiagnosticKind ExpectedType = Error("X019", "缺少类型", "type missing",
        "`instance of` 后面应是一个类型。", "A type belongs behind `instance of`.", "x instance of 5", "x instance of number");

    public static readonly DiagnosticKind NothingOnTheLeft = Error("X020", "左边没有可比较的内容", "nothing to compare with",
        "只有在 `in` 后面，比较才可以省去左边。", "Only behind `in` may a comparison leave out its left side.", "x > 1 and < 5", "x > 1 and x < 5");

    public static readonly DiagnosticKind FormulaTooLong = Error("X021", "公式太长", "formula too long",
        "一个公式最多 20000 个字符。", "A formula has at most 20,000 characters.", "(20001 characters)", "(two formulas)");

    public static readonly DiagnosticKind NestedTooDeep = Error("X022", "嵌套太深", "nested too deep",
        "括号最多嵌套 200 层，整个公式（连续的运算也算在内）最多 1000 层。",
        "Brackets nest at most 200 levels deep, a whole formula, with its chains of operators, at most 1,000.", "(201 brackets)", "(a few brackets)");

    public static readonly DiagnosticKind TooManyNodes = Error("X023", "公式的组成部分太多", "formula with too many parts",
        "一个公式最多有 10000 个组成部分。", "A formula has at most 10,000 parts.", "(a list of 10001 numbers)", "(a parameter)");

    public static readonly DiagnosticKind EmptyFormula = Error("X024", "没有公式", "no formula",
        "公式是空的，或者只有注释。", "The formula is empty, or has nothing but a comment.", "// later", "0");

    public static readonly DiagnosticKind TrailingComma = Error("X025", "多余的逗号", "comma with nothing behind it",
        "逗号后面应有另一项。", "A comma is followed by another item.", "[1, 2,]", "[1, 2]");

    public static readonly DiagnosticKind NotWithoutBrackets = Error("X026", "`not` 没有括号", "`not` without brackets",
        "`not` 是函数，它否定的内容放在括号里。", "`not` is a function: what it denies stands in brackets.", "not eligible", "not(eligible)");

    public static readonly DiagnosticKind ListInRoundBrackets = Error("X027", "圆括号里的列表", "list in round brackets",
        "圆括号只改变运算次序；列表放在方括号里。", "Round brackets only change the order of operations; a list stands in square ones.", "sum((1, 2))", "sum([1, 2])");

    /// <summary>All of them, by code.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        UnknownCharacter, OpenString, BadEscape, OpenComment, MalformedNumber, NumberOutOfRange, FullWidthSign, ForeignOperator, SingleQuotes,
        ExpectedExpression, NoOperatorBetween, OpenBracket, Surplus, MissingWord, ChainedComparison, MixedArguments, ExpectedName, NameTwice,
        ExpectedType, NothingOnTheLeft, FormulaTooLong, NestedTooDeep, TooManyNodes, EmptyFormula, TrailingComma, NotWithoutBrackets, ListInRoundBrackets,
    ];

    private static DiagnosticKind Error(string code, string zh, string en, string meaningZh, string meaningEn, string example, string fix) =>
        new(code, Severity.Error, new LocalText(zh, en), new LocalText(meaningZh, meaningEn), example, fix);
}
