using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>
/// What the language of the standard has and this engine refuses, by kind: each with its reason and with the rule that
/// recognises it in an expression, whoever wrote it. Nothing else counts as outside.
/// </summary>
internal static partial class OutsideProfile
{
    /// <summary>The types that FEEL itself has.</summary>
    public static readonly IReadOnlyList<string> StandardTypes =
    [
        "Any", "Null", "null", "number", "string", "boolean", "date", "time", "date and time", "dateTime", "years and months duration",
        "days and time duration", "yearMonthDuration", "dayTimeDuration", "list", "context", "range", "function",
    ];

    private static readonly LocalText Inexact = new("结果是无理数，不能精确表示", "the result is irrational, and an exact engine would have to lie about it");

    private static readonly LocalText ByName = new("规则的每一步都要能按名称说明，函数值没有名称", "every step of a rule is explained by its name, and a function passed as a value has none");

    /// <summary>A time of day, alone or behind a date.</summary>
    public static readonly Entry TimeOfDay = new("time of day", new("时间或日期时间", "a time of day or a date and time"),
        new("规则按月、按日计算，没有哪条问钟点", "rules run by months and days, and none of them asks for an hour"),
        new("只写日期。", "Write the date alone."))
    {
        Functions = ["time", "date and time"],
        Types = ["time", "date and time", "dateTime"],
        Construct = e => e is AtLiteralSyntax a && IsTimeText(a.Value) ? a.Span : null,
    };

    /// <summary>The clock.</summary>
    public static readonly Entry Clock = new("clock", new("取当前日期的函数", "the current date"),
        new("同样的事实和日期必须得到同样的结果", "the same facts and dates must give the same answer"),
        new("用 month.start、month.end 或事实里的日期。", "Use month.start, month.end or a date of the facts."))
    {
        Functions = ["now", "today"],
    };

    /// <summary>A function as a value: made, passed, called by something else than its name, or asked for as a type.</summary>
    public static readonly Entry FunctionValue = new("function value", new("作为值的函数", "a function used as a value"), ByName,
        new("把它写成一个有名称的项目，或用 for、some、every 和筛选。", "Make it an item with a name, or use for, some, every or a filter."))
    {
        Functions = ["sort"],
        Types = ["function"],
        Construct = e => e is FunctionSyntax { IsExternal: false } or CallSyntax { Target: not NameSyntax } ? e.Span : null,
    };

    /// <summary>A function whose body is written in another language.</summary>
    public static readonly Entry ExternalFunction = new("external function", new("外部函数", "an external function"),
        new("外部代码既不能说明，也不能重放", "foreign code can neither be explained nor replayed"),
        new("用 FEEL 写出计算。", "Write the computation in FEEL."))
    {
        Construct = e => e is FunctionSyntax { IsExternal: true } ? e.Span : null,
    };

    /// <summary>A function whose results are irrational.</summary>
    public static readonly Entry IrrationalFunction = new("irrational function", new("开方、对数、指数、标准差", "a square root, logarithm, exponential or standard deviation"),
        Inexact, new("改用精确的运算，或写出文件规定的数。", "Use exact operations, or write the number that the text gives."))
    {
        Functions = ["sqrt", "exp", "log", "stddev"],
    };

    /// <summary>A power whose exponent is written as a number that is not whole.</summary>
    public static readonly Entry FractionalPower = new("fractional power", new("非整数次幂", "a power whose exponent is not a whole number"), Inexact,
        new("指数用整数。", "Use a whole exponent."))
    {
        Construct = e => e is BinarySyntax { Operator: BinaryOperator.Power } p && IsFraction(p.Right) ? p.Right.Span : null,
    };

    /// <summary>A type that is no type of FEEL: an item definition of some decision model.</summary>
    public static readonly Entry ItemDefinition = new("item definition", new("另外定义的类型", "a type that is defined elsewhere"),
        new("规则的类型来自词汇表，公式里不定义类型", "types come from the vocabulary, and no formula refers to definitions of its own"),
        new("写出 FEEL 的类型，如 list<number>。", "Write a type of FEEL, such as list<number>."))
    {
        IsType = name => !StandardTypes.Contains(name) && (HasDefinitionPrefix(name) || NearestName.Find(name, StandardTypes) is null),
    };

    /// <summary>A pattern that refers back to what it has matched.</summary>
    public static readonly Entry BackReference = new("back reference", new("向回引用的模式", "a pattern that refers back to what it has matched"),
        new("这种匹配的时间没有上限", "there is no bound on the time that such a match may take"),
        new("把要重复的部分写出来。", "Write out what has to occur again."))
    {
        Construct = e => e is CallSyntax { Target: NameSyntax { Name: "matches" or "replace" or "split" } } c ? BackReferenceIn(c) : null,
    };

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<Entry> All =
        [TimeOfDay, Clock, FunctionValue, ExternalFunction, IrrationalFunction, FractionalPower, ItemDefinition, BackReference];

    /// <summary>A kind. A call of one of its functions has it, an <c>instance of</c> one of its types, and whatever its construct rule finds.</summary>
    /// <param name="Kind">A stable name.</param>
    /// <param name="What">What it is called.</param>
    /// <param name="Reason">Why it is refused.</param>
    /// <param name="Instead">What an author does instead.</param>
    internal sealed record Entry(string Kind, LocalText What, LocalText Reason, LocalText Instead)
    {
        /// <summary>Names of functions of the standard that have it.</summary>
        public IReadOnlyList<string> Functions { get; init; } = [];

        /// <summary>Names of types of the standard that have it.</summary>
        public IReadOnlyList<string> Types { get; init; } = [];

        /// <summary>Whether a type of this name has it, where no list of names can say so.</summary>
        public Func<string, bool>? IsType { get; init; }

        /// <summary>The part of a node, taken without what is inside it, that has it; null when it has not.</summary>
        public Func<ExpressionSyntax, TextSpan?>? Construct { get; init; }
    }

    /// <summary>A kind found in an expression.</summary>
    internal readonly record struct Finding(TextSpan Span, Entry Entry);
}
