namespace Eligibility.Diagnostics;

/// <summary>The mistakes that reading and merging rule files finds.</summary>
internal static class RuleKinds
{
    public static readonly DiagnosticKind UnknownKey = new("R020", Severity.Error, new("没有这个键", "a key that does not exist"),
        new("规则文件里写了格式没有的键；写错的键会被悄悄忽略，所以拒绝。", "The file has a key that the format does not know; a misspelt key would silently do nothing."), "formulla: a + b", "formula: a + b");

    public static readonly DiagnosticKind MissingKey = new("R021", Severity.Error, new("缺少必填的键", "a required key is missing"),
        new("这里必须有这个键。", "The key is required here."), "- name: income", "- name: income\n  formula: incomePerCapita < guaranteeLine");

    public static readonly DiagnosticKind WrongShape = new("R022", Severity.Error, new("写法不对", "a value of the wrong shape"),
        new("这里需要另一种写法：文字、映射或列表。", "Another shape is wanted here: a text, a map or a list."), "cite: { a: b }", "cite: rules445 二(一)");

    public static readonly DiagnosticKind BadDateInRules = new("R023", Severity.Error, new("日期不对", "a date that cannot be read"),
        new("日期写作 2024-07-01，且须存在。", "A date is written 2024-07-01 and must exist."), "from: 2024-7-1", "from: 2024-07-01");

    public static readonly DiagnosticKind BadNumberInRules = new("R024", Severity.Error, new("数字不对", "a number that cannot be read"),
        new("数字写作 1450 或 0.25。", "A number is written 1450 or 0.25."), "value: 1,450", "value: 1450");

    public static readonly DiagnosticKind BadChoice = new("R025", Severity.Error, new("不在可选值之内", "a value that is not one of the choices"),
        new("这里只能写固定的几个词。", "Only certain words may stand here."), "hit: last", "hit: first");

    public static readonly DiagnosticKind UnknownSource = new("R026", Severity.Error, new("没有这个来源", "a citation of no source"),
        new("引用的来源没有在 sources 里登记。", "The citation names a source that the file's `sources` do not have."), "cite: rule445 九", "cite: rules445 九");

    public static readonly DiagnosticKind CommentBehindFormula = new("R027", Severity.Error, new("公式后面有注释", "a comment behind a formula"),
        new("YAML 分不清公式里的 # 与注释，公式那一行不许有注释。", "YAML cannot tell a # in a formula from a comment, so none may stand on its line."), "formula: a + b # sum", "# sum\nformula: a + b");

    public static readonly DiagnosticKind DuplicateItem = new("R028", Severity.Error, new("名称重复", "a name used twice"),
        new("同一个文件里一个名称只能指一样东西。", "A name stands for one thing in a file."), "- name: income … - name: income", "- name: income … - name: incomeTest");

    public static readonly DiagnosticKind OverrideOfNothing = new("R029", Severity.Error, new("覆盖了不存在的项目", "an override of nothing"),
        new("写了 override: true，而下面各层没有这个名称。", "`override: true` stands on a name that no layer below has."), "- name: incomePerHead\n  override: true", "- name: incomePerCapita\n  override: true");

    public static readonly DiagnosticKind MissingOverride = new("R030", Severity.Error, new("同名而未写 override", "a same-named item without override"),
        new("下层已有这个名称，不写 override: true 就是冲突。", "A layer below has the name; without `override: true` that is a conflict."), "- name: income", "- name: income\n  override: true");

    public static readonly DiagnosticKind RemovalOfNothing = new("R031", Severity.Error, new("删除了不存在的项目", "a removal of nothing"),
        new("remove 里的名称在下面各层都没有。", "`remove` names what no layer below has."), "remove: [ { name: incom } ]", "remove: [ { name: income } ]");

    public static readonly DiagnosticKind ChineseMissing = new("R032", Severity.Error, new("缺少中文", "a text without Chinese"),
        new("标签和说明必须有中文。", "Labels and notes must have Chinese."), "label: { en: income }", "label: { zh: 收入, en: income }");

    public static readonly DiagnosticKind StatusNeedsNote = new("R033", Severity.Error, new("状态缺少说明", "a status without a note"),
        new("不是核实过的内容，必须说明依据。", "What is not verified must say why it is held."), "status: interpretation", "status: interpretation\nnote: { zh: 445号未规定取整 }");

    public static readonly DiagnosticKind NotCited = new("R034", Severity.Error, new("没有依据", "an item without a citation"),
        new("每个项目都要写明出自哪一条。", "Every item must name the article it comes from."), "formula: a + b", "formula: a + b\ncite: rules445 九(一)");

    public static readonly DiagnosticKind SameStartTwice = new("R035", Severity.Error, new("同一天重复生效", "two entries of the same start"),
        new("起始日和公布日都相同，无法分辨以哪个为准。", "Two entries have the same start and the same day of publication: nothing tells which counts."), "from: 2024-07-01 twice", "one of them withdrawn: true, or another published");

    public static readonly DiagnosticKind UnknownEntity = new("R036", Severity.Error, new("没有这类对象", "an entity that does not exist"),
        new("per 写的对象不在词汇表里。", "`per` names an entity that the vocabulary does not have."), "per: person", "per: member");

    public static readonly DiagnosticKind ExtendsNothing = new("R037", Severity.Error, new("所依据的规则不存在", "extends what does not exist"),
        new("extends 指的地方没有这个项目的规则。", "The place named by `extends` has no rules of the programme."), "extends: \"999999\"", "extends: \"000000\"");

    public static readonly DiagnosticKind AmendsNothing = new("R038", Severity.Error, new("所修订的版本不存在", "amends what does not exist"),
        new("amends 指的日期没有同一地方的版本。", "No version of the same place starts on the day that `amends` names."), "amends: 2012-12-13", "amends: 2012-12-12");

    public static readonly DiagnosticKind WrongPlace = new("R039", Severity.Error, new("文件放错了位置", "a file in the wrong place"),
        new("文件的位置必须与它的地区、项目和施行日期一致。", "A file lies where its jurisdiction, programme and start say."), "rules/110000/basicSupport/2019.yaml", "rules/110000/basicSupport/2019-01-01.yaml");

    public static readonly DiagnosticKind Cycle = new("R040", Severity.Error, new("循环依赖", "a cycle"),
        new("几个项目互相依赖，谁也算不出来。", "The items depend on each other in a circle, so none can be computed."), "a: b + 1, b: a + 1", "a: c + 1, b: a + 1");

    public static readonly DiagnosticKind NotProvedWholeFen = new("R041", Severity.Error, new("应付金额可能不是整分", "a benefit that may not be whole fen"),
        new("金额可能出现不足一分的尾数，而没有写取整规则。", "The amount may have fractions of a fen and no rounding clause says what becomes of them."), "amount: total / 3", "amount: total / 3\nrounding: { mode: half up, to: 0.01, … }");

    public static readonly DiagnosticKind TableWidth = new("R042", Severity.Error, new("表格列数不对", "a table row of the wrong width"),
        new("每一行的格数要与表头相同。", "Every row has as many cells as the header."), "| a | b |\n| 1 |", "| a | b |\n| 1 | 2 |");

    public static readonly DiagnosticKind TableWithoutRows = new("R043", Severity.Error, new("表格没有内容", "a table without rows"),
        new("表格至少要有表头和一行。", "A table has a header and at least one row."), "rows: |\n  | a | amount |", "rows: |\n  | a | amount |\n  | true | 1 |");

    public static readonly DiagnosticKind FormulaOrTable = new("R044", Severity.Error, new("公式与表格须二选一", "neither or both of formula and table"),
        new("一个值要么由公式给出，要么由表格给出。", "A value is given by a formula or by a table, one of the two."), "- name: topUp", "- name: topUp\n  amount: 0.25 * guaranteeLine");

    public static readonly DiagnosticKind FloorBroken = new("R045", Severity.Error, new("低于下限", "a floor that is broken"),
        new("上一级规定了下限，这个值低于它。", "A layer above sets a floor, and the value lies below it."), "value: 900", "value: 1450");

    public static readonly DiagnosticKind UnknownParameterValue = new("R046", Severity.Error, new("给不存在的参数赋值", "values for a parameter that does not exist"),
        new("下面各层没有声明这个参数，只写了值。", "No layer below declares the parameter that is given values."), "- { name: guarantyLine, values: … }", "- { name: guaranteeLine, values: … }");

    public static readonly DiagnosticKind ParameterKeys = new("R047", Severity.Error, new("参数分类的写法不对", "a value that does not fit the parameter's keys"),
        new("带 by 的参数，value 要按分类写成映射。", "A parameter with `by` has values as a map of its keys, as deep as there are keys."), "value: 632", "value: { rural: 632, urban: 832 }");

    public static readonly DiagnosticKind UnknownLabelName = new("R048", Severity.Error, new("没有登记的名称", "a name without a label"),
        new("类别或支付部门没有登记中文名称。", "The class or payer has no entry with its label."), "payer: civilAffair", "payer: civilAffairs");

    public static readonly DiagnosticKind NoDirectory = new("R049", Severity.Error, new("打不开规则目录", "the rules cannot be read"),
        new("目录不存在、没有权限，或里面没有规则。", "The directory does not exist, may not be read, or holds no rules."), "--rules ruls", "--rules rules");

    public static readonly DiagnosticKind UnknownJurisdiction = new("R050", Severity.Error, new("没有这个地区", "a place that does not exist"),
        new("地区代码没有登记。", "The code is not in jurisdictions.yaml."), "jurisdiction: \"110001\"", "jurisdiction: \"110000\"");

    public static readonly DiagnosticKind BadTemplate = new("R051", Severity.Error, new("句子里的花括号不成对", "unbalanced braces in a sentence"),
        new("句子用 { } 放入公式，花括号要成对。", "A sentence holds formulas between { and }, in pairs."), "人均 {incomePerCapita 元", "人均 {incomePerCapita} 元");

    public static readonly DiagnosticKind RoundingStep = new("R052", Severity.Error, new("取整单位不对", "a rounding step that cannot be"),
        new("应付金额至少要取整到分。", "An amount to pay is rounded to whole fen at the least: a positive multiple of 0.01."), "to: 0.001", "to: 0.01");

    public static readonly DiagnosticKind DuplicateDeclaration = new("R053", Severity.Error, new("重复声明", "a name declared twice"),
        new("词汇表或地区表里同一个名称声明了两次。", "The vocabulary or the list of places declares a name twice."), "- { name: age } … - { name: age }", "- { name: age }");

    public static readonly DiagnosticKind BadVocabulary = new("R054", Severity.Error, new("词汇表不合要求", "a declaration that cannot be"),
        new("词汇表里的声明互相矛盾，或违反事实缺失的规定。", "A declaration contradicts another or breaks the rules about absent facts."), "attestedBy: … absent: false", "attestedBy: …");

    public static readonly DiagnosticKind BeyondBound = new("R055", Severity.Error, new("规则过长或层层依赖过深", "rules beyond a bound"),
        new("表格的行数、公式层层引用的深度都有上限，超过的规则算不完，多半也读不懂。", "How many rows a table has and how deeply formulas rest on one another is bounded: beyond that they cannot be computed safely, nor read."),
        "a1: a0 + 1, a2: a1 + 1, … a5000: a4999 + 1", "a: 5001");

    public static readonly DiagnosticKind ArticleWithoutReason = new("R060", Severity.Error, new("条文既未编入，也没有说明原因", "an article neither encoded nor left out with a reason"),
        new("登记的每一条，要么有规则引用它，要么写明为什么没有编入。", "Every registered article is cited by a rule, or says why it is not encoded."), "- { article: 三, about: 职责 }", "- { article: 三, about: 职责, notEncoded: 只规定机关的职责 }");

    public static readonly DiagnosticKind ArticleCitedAndLeftOut = new("R061", Severity.Error, new("条文已编入，却写着没有", "an article that is encoded and said not to be"),
        new("有规则引用这一条，没有编入的原因就不对了。", "A rule cites the article, so the reason for leaving it out is no longer true."), "- { article: 十三, about: 收入, notEncoded: … }", "- { article: 十三, about: 收入 }");

    public static readonly DiagnosticKind ArticleNotRegistered = new("R062", Severity.Error, new("引用了没有登记的条文", "a citation of an article that is not registered"),
        new("登记了全部条文的文件里没有这一条：多半是引用写错了。", "The instrument, of which every article is registered, has no such article: most likely the citation is a slip."), "cite: m21 四十三", "cite: m21 四十二");

    public static readonly DiagnosticKind InstrumentNotRegistered = new("R063", Severity.Error, new("文件的条文没有登记", "an instrument whose articles are not registered"),
        new("规则引用了一个持有原文的文件，articles.yaml 里却没有它。", "A rule cites an instrument whose text is held, and articles.yaml does not have it."), "text: notice.txt", "instruments: [ { title: …, text: notice.txt, articles: … } ]");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        UnknownKey, MissingKey, WrongShape, BadDateInRules, BadNumberInRules, BadChoice,
        UnknownSource, CommentBehindFormula, DuplicateItem, OverrideOfNothing, MissingOverride, RemovalOfNothing,
        ChineseMissing, StatusNeedsNote, NotCited, SameStartTwice, UnknownEntity, ExtendsNothing,
        AmendsNothing, WrongPlace, Cycle, NotProvedWholeFen, TableWidth, TableWithoutRows,
        FormulaOrTable, FloorBroken, UnknownParameterValue, ParameterKeys, UnknownLabelName, NoDirectory,
        UnknownJurisdiction, BadTemplate, RoundingStep, DuplicateDeclaration, BadVocabulary, BeyondBound, ArticleWithoutReason, ArticleCitedAndLeftOut, ArticleNotRegistered, InstrumentNotRegistered,
    ];
}
