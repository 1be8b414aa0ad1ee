namespace Eligibility.Diagnostics;

/// <summary>F020 to F049: facts that the vocabulary does not allow.</summary>
internal static class FactKinds
{
    public static readonly DiagnosticKind UnknownFact = new("F020", Severity.Error, new("没有这个事实", "a fact that does not exist"),
        new("词汇表没有这个键；写错的键会被悄悄当作“不知道”，所以拒绝。", "The vocabulary has no such key; a misspelt one would silently count as not known."),
        "{ \"members\": [ { \"id\": \"1\" } ], \"aera\": \"rural\" }", "{ \"members\": [ { \"id\": \"1\" } ], \"area\": \"rural\" }");

    public static readonly DiagnosticKind WrongFactType = new("F021", Severity.Error, new("事实的类型不对", "a fact of the wrong type"),
        new("文字、数字、true/false、列表和对象不能互相代替。", "A text, a number, true or false, a list and an object cannot stand for one another."),
        "{ \"members\": [ { \"id\": 1 } ] }", "{ \"members\": [ { \"id\": \"1\" } ] }");

    public static readonly DiagnosticKind UnreadableNumber = new("F022", Severity.Error, new("数字读不出", "a number that cannot be read"),
        new("数字按 RFC 8259 的写法读，一位不差；展开后不超过2000位。", "A number is read exactly as RFC 8259 writes it, with at most 2,000 digits when written out."),
        "{ \"members\": [ { \"id\": \"1\", \"incomes\": [ { \"amount\": 1E9999 } ] } ] }", "{ \"members\": [ { \"id\": \"1\", \"incomes\": [ { \"amount\": 1450 } ] } ] }");

    public static readonly DiagnosticKind TooManyDecimals = new("F023", Severity.Error, new("小数位太多", "too many decimals"),
        new("每项事实规定了小数位数，多出的位数说明填的不是原始数字。", "Each fact has so many decimals at most; more of them show that the figure is not the original one."),
        "{ \"members\": [ { \"id\": \"1\", \"incomes\": [ { \"amount\": 633.333 } ] } ] }", "{ \"members\": [ { \"id\": \"1\", \"incomes\": [ { \"amount\": 633.33 } ] } ] }");

    public static readonly DiagnosticKind NumberOutOfBounds = new("F024", Severity.Error, new("数字超出范围", "a number out of bounds"),
        new("数字小于最小值或大于最大值。", "The number lies below the least or above the greatest that the fact may be."),
        "{ \"members\": [ { \"id\": \"1\", \"incomes\": [ { \"amount\": -5 } ] } ] }", "{ \"members\": [ { \"id\": \"1\", \"incomes\": [ { \"amount\": 5 } ] } ] }");

    public static readonly DiagnosticKind EmptyText = new("F025", Severity.Error, new("内容为空", "an empty text"),
        new("空文字既不是内容，也不等于“不知道”。", "An empty text says nothing, and is not the way to say that something is not known."),
        "{ \"members\": [ { \"id\": \"1\", \"name\": \"\" } ] }", "{ \"members\": [ { \"id\": \"1\" } ] }");

    public static readonly DiagnosticKind SpacesAroundText = new("F026", Severity.Error, new("前后有空格", "spaces around a text"),
        new("前后的空格看不见，却使两个相同的编号不再相同。", "Spaces around a text cannot be seen, and make two equal numbers differ."),
        "{ \"members\": [ { \"id\": \"1 \" } ] }", "{ \"members\": [ { \"id\": \"1\" } ] }");

    public static readonly DiagnosticKind LongText = new("F027", Severity.Error, new("文字太长", "a text that is too long"),
        new("一项事实最多200个字符。", "A fact may have 200 characters."),
        "{ \"members\": [ { \"id\": \"" + new string('1', 201) + "\" } ] }", "{ \"members\": [ { \"id\": \"1\" } ] }");

    public static readonly DiagnosticKind UnknownFactCode = new("F028", Severity.Error, new("没有这个代码", "a code that does not exist"),
        new("这项事实只能取词汇表列出的代码，标签不能代替代码。", "The fact takes only the codes that the vocabulary lists; a label does not stand for its code."),
        "{ \"members\": [ { \"id\": \"1\" } ], \"area\": \"农村\" }", "{ \"members\": [ { \"id\": \"1\" } ], \"area\": \"rural\" }");

    public static readonly DiagnosticKind BadFactDate = new("F029", Severity.Error, new("日期不对", "a date that cannot be used"),
        new("日期写作 2014-02-10，须存在，且不早于1850年；其他写法会有几种读法。", "A date is written 2014-02-10, exists, and is not before 1850; other forms can be read in more ways than one."),
        "{ \"members\": [ { \"id\": \"1\", \"birthDate\": \"2014-02-30\" } ] }", "{ \"members\": [ { \"id\": \"1\", \"birthDate\": \"2014-02-10\" } ] }");

    public static readonly DiagnosticKind MissingKeyFact = new("F030", Severity.Error, new("缺少编号", "no key"),
        new("答复和在册记录靠编号指明是谁，不能没有。", "Answers and the roll name somebody by the key, so it cannot be left out."),
        "{ \"members\": [ { \"birthDate\": \"2014-02-10\" } ] }", "{ \"members\": [ { \"id\": \"1\", \"birthDate\": \"2014-02-10\" } ] }");

    public static readonly DiagnosticKind DuplicateInstanceKey = new("F031", Severity.Error, new("编号重复", "a key used twice"),
        new("编号相同就分不清是谁。", "With one key for two, nothing tells them apart."),
        "{ \"members\": [ { \"id\": \"1\" }, { \"id\": \"1\" } ] }", "{ \"members\": [ { \"id\": \"1\" }, { \"id\": \"2\" } ] }");

    public static readonly DiagnosticKind NoPersons = new("F032", Severity.Error, new("家里没有人", "nobody in the household"),
        new("没有人的家庭不能认定。", "Nothing can be decided about a household of nobody."),
        "{ \"members\": [] }", "{ \"members\": [ { \"id\": \"1\" } ] }");

    public static readonly DiagnosticKind UnknownPerson = new("F033", Severity.Error, new("没有这个人", "a person who does not exist"),
        new("在册记录里的编号不是这些事实里任何人的。", "The roll names somebody whom these facts do not have."),
        "{ \"members\": [ { \"id\": \"1\" } ], \"grants\": [ { \"persons\": [ \"2\" ] } ] }", "{ \"members\": [ { \"id\": \"1\" } ], \"grants\": [ { \"persons\": [ \"1\" ] } ] }");

    public static readonly DiagnosticKind RepeatedReference = new("F034", Severity.Error, new("同一个人写了两次", "a person named twice"),
        new("同一条在册记录里一个人出现两次，会算成两个人。", "One record of the roll names a person twice, who would count as two."),
        "{ \"members\": [ { \"id\": \"1\" } ], \"grants\": [ { \"persons\": [ \"1\", \"1\" ] } ] }", "{ \"members\": [ { \"id\": \"1\" } ], \"grants\": [ { \"persons\": [ \"1\" ] } ] }");

    public static readonly DiagnosticKind BadJurisdictionCode = new("F035", Severity.Error, new("不是地区代码", "not the code of a place"),
        new("地区用6位、9位或12位数字的代码表示。", "A place is named by its code of six, nine or twelve digits."),
        "{ \"jurisdiction\": \"北京\", \"members\": [ { \"id\": \"1\" } ] }", "{ \"jurisdiction\": \"110000\", \"members\": [ { \"id\": \"1\" } ] }");

    public static readonly DiagnosticKind ChangeLeadsNowhere = new("F036", Severity.Error, new("改动没有对象", "a change of nothing"),
        new("with 里的路径在家庭的事实里找不到；改动若被悄悄略去，结果就是另一家的。", "The path of a change does not exist in the household's facts; left out silently, the answer would be about another household."),
        "with: [ { at: members.9.hukou, value: local } ]", "with: [ { at: members.2.hukou, value: local } ]");

    public static readonly DiagnosticKind DateAfterKnowledge = new("F037", Severity.Error, new("日期在“所知”之后", "a date after the day of knowledge"),
        new("事实里的日期晚于 --known-at：那一天还不可能知道它。", "A fact is dated later than the day whose knowledge counts: on that day it could not be known."),
        "\"diedOn\": \"2024-09-02\" … --known-at 2024-08-31", "--known-at 2024-09-30");

    public static readonly DiagnosticKind DateTooFarBack = new("F038", Severity.Error, new("日期太早", "a date too far back"),
        new("没有人活这么久：多半是世纪写错了。", "Nobody lives so long: the century is most likely a slip."),
        "\"birthDate\": \"1873-05-02\" … --month 2024-08", "\"birthDate\": \"1973-05-02\"");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        UnknownFact, WrongFactType, UnreadableNumber, TooManyDecimals, NumberOutOfBounds, EmptyText, SpacesAroundText, LongText, UnknownFactCode,
        BadFactDate, MissingKeyFact, DuplicateInstanceKey, NoPersons, UnknownPerson, RepeatedReference, BadJurisdictionCode, ChangeLeadsNowhere,
        DateAfterKnowledge, DateTooFarBack,
    ];
}
