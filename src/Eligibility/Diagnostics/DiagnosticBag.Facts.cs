using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <content>Facts that a vocabulary does not allow. Labels and paths say which; texts of the facts are quoted as they stand.</content>
public sealed partial class DiagnosticBag
{
    internal void UnknownFact(Location at, string key, LocalText owner, string? nearest, string path) => Add(FactKinds.UnknownFact, at,
        new($"“{owner.Zh}”没有事实 {Shown(key)}。", $"There is no fact {Shown(key)} of {owner.En}."),
        Meant(nearest), path: path);

    internal void WrongFactType(Location at, LocalText found, LocalText wanted, LocalText advice, string path) => Add(FactKinds.WrongFactType, at,
        new($"这里应为{wanted.Zh}，却是{found.Zh}。", $"This must be {wanted.En}, and it is {found.En}."), advice, path: path);

    internal void UnreadableNumber(Location at, string text, LocalText label, string path) => Add(FactKinds.UnreadableNumber, at,
        new($"“{label.Zh}”的 {Shown(text)} 不是可用的数字。", $"{Shown(text)} is no number that can be used for “{label.En}”."),
        new("只写数字，如 1450 或 0.25，不带分隔符和单位，最多2000位。", "Write digits only, as 1450 or 0.25, without separators or unit, at most 2,000 of them."), path: path);

    internal void TooManyDecimals(Location at, string text, LocalText label, int decimals, string path) => Add(FactKinds.TooManyDecimals, at,
        decimals == 0
            ? new($"“{label.Zh}”应为整数，却是 {Shown(text)}。", $"“{label.En}” is a whole number, and this is {Shown(text)}.")
            : new($"“{label.Zh}”最多{decimals}位小数，却是 {Shown(text)}。", $"“{label.En}” has at most {decimals} decimals, and this is {Shown(text)}."),
        new("按凭证上的数填写，不要换算。", "Enter the figure as the paper has it, not one that was converted."), path: path);

    internal void NumberOutOfBounds(Location at, string text, LocalText label, string? min, string? max, string path) => Add(FactKinds.NumberOutOfBounds, at,
        new($"“{label.Zh}”不能是 {Shown(text)}。", $"“{label.En}” cannot be {Shown(text)}."),
        (min, max) switch
        {
            (null, _) => new($"最大为 {max}。", $"It is {max} at the most."),
            (_, null) => new($"最小为 {min}。", $"It is {min} at the least."),
            _ => new($"应在 {min} 至 {max} 之间。", $"It lies between {min} and {max}."),
        },
        path: path);

    internal void EmptyText(Location at, LocalText label, string path) => Add(FactKinds.EmptyText, at,
        new($"“{label.Zh}”是空的。", $"“{label.En}” is empty."),
        new("填写内容；不知道就不写这个键。", "Fill it in, or leave the key out when it is not known."), path: path);

    internal void SpacesAroundText(Location at, LocalText label, string path) => Add(FactKinds.SpacesAroundText, at,
        new($"“{label.Zh}”前后有空格。", $"“{label.En}” has spaces around it."),
        new("删去前后的空格。", "Delete the spaces before and behind it."), path: path);

    internal void LongText(Location at, LocalText label, int length, int limit, string path) => Add(FactKinds.LongText, at,
        new($"“{label.Zh}”有{length}个字符。", $"“{label.En}” has {length} characters."),
        new($"最多{limit}个字符；说明写在别处。", $"It may have {limit}; longer remarks belong elsewhere."), path: path);

    internal void UnknownFactCode(Location at, string text, LocalText label, IReadOnlyList<string> codes, string? nearest, string path) => Add(FactKinds.UnknownFactCode, at,
        new($"“{label.Zh}”没有代码 {Shown(text)}。", $"“{label.En}” has no code {Shown(text)}."),
        nearest is null ? new($"可用：{Join(codes)}。", $"Its codes are {Join(codes)}.") : Meant(nearest), path: path);

    internal void BadFactDate(Location at, string text, LocalText label, LocalText why, LocalText advice, string path) => Add(FactKinds.BadFactDate, at,
        new($"“{label.Zh}”的 {Shown(text)} 不能用：{why.Zh}。", $"{Shown(text)} cannot be “{label.En}”: {why.En}."), advice, path: path);

    internal void MissingKeyFact(Location at, string key, LocalText owner, string path) => Add(FactKinds.MissingKeyFact, at,
        new($"这里的“{owner.Zh}”没有 {key}。", $"This {owner.En} has no {key}."),
        new($"补上 {key}：答复和在册记录靠它指明是谁。", $"Add {key}: answers and the roll name it."), path: path);

    internal void DuplicateInstanceKey(Location at, string key, LocalText owner, Location first, string path) => Add(FactKinds.DuplicateInstanceKey, at,
        new($"有两个“{owner.Zh}”都叫 {Shown(key)}。", $"Two of the kind “{owner.En}” are called {Shown(key)}."),
        new($"给其中一个换编号；第一个在第 {first.Line} 行。", $"Give one of them another; the first is in line {first.Line}."), first, path);

    internal void NoPersons(Location at, LocalText person, string path) => Add(FactKinds.NoPersons, at,
        new($"没有一个“{person.Zh}”。", $"There is not one {person.En} in these facts."),
        new("至少写一个；待遇是给人的。", "Name at least one: benefits are for persons."), path: path);

    internal void UnknownPerson(Location at, string key, LocalText person, string? nearest, string path) => Add(FactKinds.UnknownPerson, at,
        new($"没有编号为 {Shown(key)} 的“{person.Zh}”。", $"There is no {person.En} {Shown(key)}."),
        nearest is null ? new("改正编号，或补上这个人。", "Correct it, or add the person.") : Meant(nearest), path: path);

    internal void RepeatedReference(Location at, string key, Location first, string path) => Add(FactKinds.RepeatedReference, at,
        new($"{Shown(key)} 在这个列表里写了两次。", $"{Shown(key)} stands twice in this list."),
        new("只留一个。", "Keep one of them."), first, path);

    internal void BadJurisdictionCode(Location at, string text, string path) => Add(FactKinds.BadJurisdictionCode, at,
        new($"{Shown(text)} 不是地区代码。", $"{Shown(text)} is not the code of a place."),
        new("写6位（县级以上）、9位（乡镇）或12位（村）数字。", "Write six digits (down to the county), nine (township) or twelve (village)."), path: path);

    internal void ChangeLeadsNowhere(Location at, string path, string step, string? nearest) => Add(FactKinds.ChangeLeadsNowhere, at,
        new($"{Shown(path)} 在这里走不下去：没有 {Shown(step)}。", $"{Shown(path)} leads nowhere: there is no {Shown(step)}."),
        nearest is null
            ? new("用点隔开各级的键；列表里写该项的编号，没有编号的列表要整个替换。", "Write the keys with dots between; in a list, the key of the element. A list whose elements have no key is replaced whole.")
            : Meant(nearest));

    internal void DateAfterKnowledge(string date, string knownAt, string path) => Add(FactKinds.DateAfterKnowledge, null,
        new($"日期 {date} 晚于所知的日子 {knownAt}。", $"The date {date} lies after the day of knowledge, {knownAt}."),
        new("改正日期，或给出更晚的 --known-at。", "Correct the date, or give a later --known-at."), path: path);

    internal void DateTooFarBack(string date, LocalText label, int years, string path) => Add(FactKinds.DateTooFarBack, null,
        new($"“{label.Zh}”{date} 在所问月份的 {years} 年以前。", $"{date} as “{label.En}” lies more than {years} years before the month."),
        new("核对年份。", "Check the year."), path: path);
}
