namespace Eligibility.Diagnostics;

/// <summary>The mistakes that binding an expression finds.</summary>
internal static class BindingKinds
{
    public static readonly DiagnosticKind UnknownName = new("X030", Severity.Error, new("没有这个名称", "a name that does not exist"),
        new("公式用到的名称既不是事实、项目，也不是参数。", "The formula uses a name that is no fact, item or parameter in scope."), "incomePerCapta < guaranteeLine", "incomePerCapita < guaranteeLine");

    public static readonly DiagnosticKind UnknownFunction = new("X031", Severity.Error, new("没有这个函数", "a function that does not exist"),
        new("调用了标准和引擎都没有的函数。", "The call names a function that neither the standard nor the engine has."), "total(incomes.amount)", "sum(incomes.amount)");

    public static readonly DiagnosticKind NotAFunction = new("X032", Severity.Error, new("不是函数", "a value called like a function"),
        new("名称指的是一个值，后面不能带括号。", "The name stands for a value and cannot be called."), "guaranteeLine(3)", "guaranteeLine * 3");

    public static readonly DiagnosticKind ArgumentCount = new("X033", Severity.Error, new("参数个数不对", "a wrong number of arguments"),
        new("调用给出的参数多了或少了。", "The call has too many or too few arguments."), "age(birthDate)", "age(birthDate, month.end)");

    public static readonly DiagnosticKind UnknownArgument = new("X034", Severity.Error, new("没有这个参数名", "a named argument that does not exist"),
        new("按名称给出的参数不是该函数的参数。", "A named argument is none of the function's parameters."), "contains(text: \"a\", match: \"b\")", "contains(string: \"a\", match: \"b\")");

    public static readonly DiagnosticKind ArgumentType = new("X035", Severity.Error, new("参数类型不对", "an argument of the wrong type"),
        new("参数的类型与函数要求的不同。", "An argument has another type than the function takes."), "sum(\"1\")", "sum([1])");

    public static readonly DiagnosticKind OperatorMismatch = new("X036", Severity.Error, new("运算的类型不合", "an operator on types it does not take"),
        new("这两种类型之间没有这种运算。", "The operator is not defined for these types."), "\"10\" * 2", "10 * 2");

    public static readonly DiagnosticKind NotComparable = new("X037", Severity.Error, new("两边不能比较", "values that cannot be equal"),
        new("两边类型不同，相等与否没有意义。", "The sides have different types: whether they are equal has no answer."), "age(birthDate, month.end) = \"60\"", "age(birthDate, month.end) = 60");

    public static readonly DiagnosticKind NullTestOfPresent = new("X038", Severity.Error, new("一定存在的值不必判断是否为 null", "a test for null of what always exists"),
        new("该值在规则里不会是 null：没有给出的事实是“不知道”，不是 null。", "In a rule the value is never null: a fact that was not given is unknown, not null."), "birthDate = null", "birthDate > date(\"1960-01-01\")");

    public static readonly DiagnosticKind MayBeAbsent = new("X039", Severity.Error, new("可能不存在的值", "a value that may not exist"),
        new("该值可以不存在，用之前要先判断。", "The value may not exist and must be tested before it is used."), "diedOn > month.end", "diedOn = null or diedOn > month.end");

    public static readonly DiagnosticKind UnknownCode = new("X040", Severity.Error, new("没有这个代码", "a code that does not exist"),
        new("比较用的文字不在该项目的代码表里，永远不会相等。", "The text is none of the attribute's codes and could never match."), "kind = \"wages\"", "kind = \"wage\"");

    public static readonly DiagnosticKind BranchesDiffer = new("X041", Severity.Error, new("两个分支类型不同", "branches of different types"),
        new("如果和否则两边的类型不同。", "The two branches of an if have different types."), "if a then 1 else \"none\"", "if a then 1 else 0");

    public static readonly DiagnosticKind WrongType = new("X042", Severity.Error, new("类型不对", "a value of the wrong type"),
        new("这里需要另一种类型。", "Another type is wanted here."), "criteria: incomePerCapita", "criteria: incomePerCapita < guaranteeLine");

    public static readonly DiagnosticKind ListElementsDiffer = new("X043", Severity.Error, new("列表元素类型不同", "a list of different types"),
        new("一个列表的元素必须是同一类型。", "All elements of a list must have one type."), "[1, \"2\"]", "[1, 2]");

    public static readonly DiagnosticKind RangeEndsDiffer = new("X045", Severity.Error, new("区间两端类型不同", "range ends of different types"),
        new("区间的两端必须是同一类型。", "The two ends of a range must have one type."), "[1..date(\"2024-01-01\")]", "[1..12]");

    public static readonly DiagnosticKind FilterOfNoList = new("X046", Severity.Error, new("只有列表可以筛选", "a filter on what is no list"),
        new("方括号筛选只能用于列表。", "Brackets filter lists only."), "guaranteeLine[1]", "members[1]");

    public static readonly DiagnosticKind IterationOverNoList = new("X047", Severity.Error, new("不能逐个取值", "an iteration over what is no list"),
        new("for、some、every 只能在列表或数字区间上逐个取值。", "for, some and every go over a list or over from..to."), "some m in guaranteeLine satisfies m > 0", "some m in members satisfies m.insured");

    public static readonly DiagnosticKind ShadowedName = new("X048", Severity.Error, new("变量名遮住了已有名称", "a variable that hides a name"),
        new("变量与可见的名称相同，读的人分不清。", "A variable has the name of something already in scope, so a reader cannot tell them apart."), "some area in members satisfies true", "some m in members satisfies true");

    public static readonly DiagnosticKind NoSuchProperty = new("X049", Severity.Error, new("没有这个属性", "a property that does not exist"),
        new("点号后面的名称不是前面那个值的属性。", "The name behind the dot is no property of the value before it."), "m.birthday", "m.birthDate");

    public static readonly DiagnosticKind UnknownProgramme = new("X050", Severity.Error, new("没有这个项目", "a programme that does not exist here"),
        new("该地没有这个社会救助项目的规则。", "No rules of that programme are held for the place."), "programmes.basicSuport.covered", "programmes.basicSupport.covered");

    public static readonly DiagnosticKind ParameterKeyNotInScope = new("X051", Severity.Error, new("参数的分类在此不可见", "a parameter whose key is not in scope"),
        new("参数按某个名称分类，而这里看不到那个名称。", "The parameter's value depends on a name that this formula does not see."), "per: household … by: [gender]", "per: member … by: [gender]");

    public static readonly DiagnosticKind OutsideProfile = new("X052", Severity.Error, new("不在本引擎的语言范围内", "outside the profile"),
        new("标准里有、本引擎有意不支持的写法。", "The standard has it and this engine refuses it on purpose."), "sqrt(2)", "1.41");

    public static readonly DiagnosticKind BadAtLiteral = new("X053", Severity.Error, new("不是日期也不是时长", "neither a date nor a duration"),
        new("@ 后面或 date()、duration() 里的文字读不成日期或时长。", "The text is neither a date that exists nor a duration."), "date(\"2024-02-30\")", "date(\"2024-02-29\")");

    public static readonly DiagnosticKind SubjectOutsideTest = new("X054", Severity.Error, new("判断没有对象", "a test without a subject"),
        new("“?”或省略左边的比较只能写在 in 后面或表格里。", "`?` and a comparison without its left side stand only behind `in` or in a table cell."), "? > 5", "amount > 5");

    public static readonly DiagnosticKind UnknownType = new("X055", Severity.Error, new("没有这个类型", "a type that does not exist"),
        new("instance of 后面的类型不存在。", "The type behind `instance of` does not exist."), "1 instance of numbr", "1 instance of number");

    public static readonly DiagnosticKind BudgetExceeded = new("X056", Severity.Error, new("计算量超过限额", "a computation that goes on for too long"),
        new("表达式要逐个走过的元素太多。", "The expression goes through more elements than the budget allows."), "for i in 1..10**12 return i", "for i in 1..100 return i");

    public static readonly DiagnosticKind BadRangeText = new("X057", Severity.Error, new("读不成区间", "a text that is no range"),
        new("range() 里的文字必须是两端写明、下端不大于上端的区间。", "The text of range() is a range whose ends are written out, the low one not greater than the high one."), "range(\"[5..1]\")", "range(\"[1..5]\")");

    public static readonly DiagnosticKind BadPattern = new("X058", Severity.Error, new("模式无效", "a pattern that is not valid"),
        new("模式不是有效的正则表达式，或者太大。", "The pattern is no regular expression, or too large a one."), "matches(\"north\", \"(a\")", "matches(\"north\", \"(a)\")");

    public static readonly DiagnosticKind AmbiguousLabel = new("X059", Severity.Error, new("不止一项叫这个名称", "a label that several things have"),
        new("中文名称在此可见的范围内不止一项，不知道指哪一项；这时要写键名。", "Several things in scope have this Chinese label, and nothing says which one is meant; write the key."), "收入 > 0 (two things are labelled 收入)", "countedIncome > 0");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        UnknownName, UnknownFunction, NotAFunction, ArgumentCount, UnknownArgument, ArgumentType,
        OperatorMismatch, NotComparable, NullTestOfPresent, MayBeAbsent, UnknownCode, BranchesDiffer,
        WrongType, ListElementsDiffer, RangeEndsDiffer, FilterOfNoList, IterationOverNoList,
        ShadowedName, NoSuchProperty, UnknownProgramme, ParameterKeyNotInScope, OutsideProfile, BadAtLiteral,
        SubjectOutsideTest, UnknownType, BudgetExceeded, BadRangeText, BadPattern, AmbiguousLabel,
    ];
}
