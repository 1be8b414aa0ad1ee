using Eligibility.Feel;
using Eligibility.Text;

namespace Eligibility.Diagnostics;

public sealed partial class DiagnosticBag
{
    internal void UnknownName(Location at, string name, string? nearest) => Add(BindingKinds.UnknownName, at,
        new($"没有名称“{name}”。", $"There is no name `{name}` here."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void UnknownFunction(Location at, string name, string? nearest) => Add(BindingKinds.UnknownFunction, at,
        new($"没有函数“{name}”。", $"There is no function `{name}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void NotAFunction(Location at, string name) => Add(BindingKinds.NotAFunction, at,
        new($"“{name}”是一个值，不是函数。", $"`{name}` is a value, not a function."),
        new("去掉括号，或改用函数名。", "Leave the parentheses out, or name a function."));

    internal void ArgumentCount(Location at, string name, int given, IReadOnlyList<string> parameters) => Add(BindingKinds.ArgumentCount, at,
        new($"“{name}”给了 {given} 个参数。", $"`{name}` was given {given} arguments."),
        new($"应为 {name}({Join(parameters)})。", $"Write {name}({Join(parameters)})."));

    internal void UnknownArgument(Location at, string argument, string name, IReadOnlyList<string> parameters) => Add(BindingKinds.UnknownArgument, at,
        new($"“{name}”没有参数“{argument}”。", $"`{name}` has no parameter `{argument}`."),
        new($"它的参数是 {Join(parameters)}。", $"Its parameters are {Join(parameters)}."));

    internal void ArgumentType(Location at, string name, string parameter, IReadOnlyList<string> wanted, string given) => Add(BindingKinds.ArgumentType, at,
        new($"“{name}”的参数“{parameter}”应为 {string.Join("或", wanted)}，却是 {given}。", $"The parameter `{parameter}` of `{name}` takes {JoinOr(wanted)}, and this is {given}."),
        new($"给出 {string.Join("或", wanted)} 类型的值。", $"Give it a value of type {JoinOr(wanted)}."));

    internal void OperatorMismatch(Location at, string op, IReadOnlyList<string> operands) => Add(BindingKinds.OperatorMismatch, at,
        new($"运算符“{op}”不能用于 {Join(operands)}。", $"Operator `{op}` does not take {JoinAnd(operands)}."),
        new("先把两边化为同一类型。", "Bring both sides to one type first."));

    internal void NotComparable(Location at, string left, string right) => Add(BindingKinds.NotComparable, at,
        new($"{left} 与 {right} 不能比较是否相等。", $"{left} cannot be compared with {right}."),
        new("把两边写成同一类型。", "Write both sides in one type."));

    internal void NullTestOfPresent(Location at, string written) => Add(BindingKinds.NullTestOfPresent, at,
        new($"“{written}”不会是 null。", $"`{written}` is never null."),
        new("去掉这个判断；不知道的事实由引擎处理。", "Leave the test out; the engine deals with unknown facts."));

    internal void MayBeAbsent(Location at, string written) => Add(BindingKinds.MayBeAbsent, at,
        new($"“{written}”可能不存在。", $"`{written}` may not exist."),
        new($"先写 {written} = null 或 {written} != null 判断。", $"Test it first: {written} = null or {written} != null."));

    internal void UnknownCode(Location at, string code, string attribute, IReadOnlyList<string> codes) => Add(BindingKinds.UnknownCode, at,
        new($"“{attribute}”没有代码“{code}”。", $"`{attribute}` has no code `{code}`."),
        new($"{Meant(NearestName.Find(code, codes)).Zh}可用的代码：{Join(codes)}。", $"{Meant(NearestName.Find(code, codes)).En} Its codes are {Join(codes)}."));

    internal void BranchesDiffer(Location at, string then, string otherwise) => Add(BindingKinds.BranchesDiffer, at,
        new($"“则”是 {then}，“否则”是 {otherwise}。", $"The branches are {then} and {otherwise}."),
        new("让两个分支给出同一类型。", "Let both branches give one type."));

    internal void WrongType(Location at, string wanted, string given) => Add(BindingKinds.WrongType, at,
        new($"这里应为 {wanted}，却是 {given}。", $"This must be {wanted}, and it is {given}."),
        new($"改写为 {wanted}。", $"Make it {wanted}."));

    internal void ListElementsDiffer(Location at, string first, string other) => Add(BindingKinds.ListElementsDiffer, at,
        new($"前面的元素是 {first}，这个是 {other}。", $"The elements before are {first}, this one is {other}."),
        new("让所有元素为同一类型。", "Give all elements one type."));

    internal void RangeEndsDiffer(Location at, string low, string high) => Add(BindingKinds.RangeEndsDiffer, at,
        new($"区间从 {low} 到 {high}。", $"The range goes from {low} to {high}."),
        new("让两端为同一类型。", "Give both ends one type."));

    internal void FilterOfNoList(Location at, string type) => Add(BindingKinds.FilterOfNoList, at,
        new($"这里是 {type}，不是列表。", $"This is {type}, not a list."),
        new("去掉方括号，或筛选一个列表。", "Leave the brackets out, or filter a list."));

    internal void IterationOverNoList(Location at, string type) => Add(BindingKinds.IterationOverNoList, at,
        new($"不能在 {type} 上逐个取值。", $"There is nothing to go through in {type}."),
        new("写一个列表，或 1..n。", "Name a list, or write 1..n."));

    internal void ShadowedName(Location at, string name) => Add(BindingKinds.ShadowedName, at,
        new($"变量“{name}”与已有的名称相同。", $"The variable `{name}` has the name of something in scope."),
        new("给变量换一个名字。", "Give the variable another name."));

    internal void NoSuchProperty(Location at, string name, string of, string? nearest) => Add(BindingKinds.NoSuchProperty, at,
        new($"{of} 没有“{name}”。", $"{of} has no `{name}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void UnknownProgramme(Location at, string name, string? nearest) => Add(BindingKinds.UnknownProgramme, at,
        new($"没有项目“{name}”。", $"There is no programme `{name}` here."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void ParameterKeyNotInScope(Location at, string parameter, string key) => Add(BindingKinds.ParameterKeyNotInScope, at,
        new($"参数“{parameter}”按“{key}”取值，这里没有“{key}”。", $"The parameter `{parameter}` depends on `{key}`, which is not in scope here."),
        new($"在看得到“{key}”的层级使用它。", $"Use it in a formula that sees `{key}`."));

    internal void OutsideProfile(Location at, OutsideProfile.Entry entry) => Add(BindingKinds.OutsideProfile, at,
        new($"{entry.What.Zh}不在语言范围内：{entry.Reason.Zh}。", $"{Capital(entry.What.En)} lies outside the profile: {entry.Reason.En}."),
        entry.Instead);

    internal void BadAtLiteral(Location at, string text) => Add(BindingKinds.BadAtLiteral, at,
        new($"“{text}”不是存在的日期，也不是时长。", $"`{text}` is neither a date that exists nor a duration."),
        new("日期写作 2024-08-31，时长写作 P1Y2M 或 P10D。", "Write a date as 2024-08-31, a duration as P1Y2M or P10D."));

    internal void SubjectOutsideTest(Location at) => Add(BindingKinds.SubjectOutsideTest, at,
        new("这里没有判断的对象。", "There is nothing here for the test to be about."),
        new("写出左边的名称。", "Write the left side."));

    internal void BudgetExceeded(Location at) => Add(BindingKinds.BudgetExceeded, at,
        new("计算量超过限额。", "The computation exceeds its budget."),
        new("缩小区间或列表。", "Make the range or list smaller."));

    internal void AmbiguousLabel(Location at, string label, IReadOnlyList<string> keys) => Add(BindingKinds.AmbiguousLabel, at,
        new($"这里不止一项叫“{label}”：{Join(keys)}。", $"Several things in scope are labelled `{label}`: {JoinAnd(keys)}."),
        new("写其中一项的键名。", "Write the key of the one that is meant."));

    internal void BadRangeText(Location at, string text) => Add(BindingKinds.BadRangeText, at,
        new($"“{text}”读不成区间。", $"`{text}` is no range."),
        new("写成 [1..5]、(1..5] 或 [1..)，两端为数、文字、日期或时长。", "Write it as [1..5], (1..5] or [1..), with numbers, texts, dates or durations for its ends."));

    internal void BadPattern(Location at, string pattern) => Add(BindingKinds.BadPattern, at,
        new($"模式“{pattern}”无效。", $"The pattern `{pattern}` is not valid."),
        new("检查括号、反斜杠和重复次数；(?= 之类向前看的写法不能用。", "Check its brackets, backslashes and counts; looking ahead, as with (?=, is not possible."));

    internal void UnknownType(Location at, string name, string? nearest) => Add(BindingKinds.UnknownType, at,
        new($"没有类型“{name}”。", $"There is no type `{name}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    /// <summary>"Did you mean …?", or what to do when nothing is near.</summary>
    private static LocalText Meant(string? nearest) => nearest is null
        ? new("请核对拼写；可用的名称见词汇表。", "Check the spelling; the vocabulary lists the names.")
        : new($"是否为“{nearest}”？", $"Did you mean `{nearest}`?");

    private static string Join(IEnumerable<string> items) => string.Join(", ", items);

    private static string JoinArrow(IEnumerable<string> items) => string.Join(" → ", items);

    private static string JoinAnd(IReadOnlyList<string> items) =>
        items.Count < 2 ? Join(items) : Join(items.Take(items.Count - 1)) + " and " + items[^1];

    private static string JoinOr(IReadOnlyList<string> items) =>
        items.Count < 2 ? Join(items) : Join(items.Take(items.Count - 1)) + " or " + items[^1];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
