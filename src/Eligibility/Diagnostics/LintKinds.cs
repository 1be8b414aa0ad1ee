namespace Eligibility.Diagnostics;

/// <summary>What `check` asks about that is not a mistake for certain.</summary>
internal static class LintKinds
{
    public static readonly DiagnosticKind GapInValues = new("L001", Severity.Warning, new("数值之间有空缺", "a gap in a series"),
        new("前一个数值已经结束，后一个还没有开始，其间没有数值。", "A value has ended and the next has not begun: between them there is none."), "to: 2025-12-31 … from: 2026-04-01", "to: 2026-03-31 … from: 2026-04-01");

    public static readonly DiagnosticKind OverlapInValues = new("L002", Severity.Warning, new("数值相互重叠", "overlapping values"),
        new("前一个数值还没有结束，后一个已经开始；以后一个为准，前一个的结束日没有作用。", "A value ends after the next has begun; the next one counts, so the end says nothing."), "to: 2026-12-31 … from: 2026-04-01", "to: 2026-03-31 … from: 2026-04-01");

    public static readonly DiagnosticKind OpenLastValue = new("L003", Severity.Warning, new("最后一个数值没有期限", "an open last value"),
        new("数值没有结束日，也没有写查证到哪一天，会一直用下去。", "The last value has neither an end nor a last attested day: it would be used for ever."), "{ from: 2024-07-01, value: 1450 }", "{ from: 2024-07-01, value: 1450, attestedThrough: 2024-12-31 }");

    public static readonly DiagnosticKind ImplausibleStep = new("L004", Severity.Warning, new("数值跳动过大", "an implausible step"),
        new("相邻两个数值相差一半以上，可能抄错或单位不同。", "Two neighbouring values differ by more than half: perhaps a slip or another unit."), "700 … 3311", "700 … 3311 with unit CNY/year");

    public static readonly DiagnosticKind LongUnattested = new("L005", Severity.Warning, new("很久没有查证", "attested long ago"),
        new("最后一次查证已过去两年以上。", "The last attested day lies more than two years back."), "attestedThrough: 2020-12-31", "attestedThrough: 2026-06-30");

    public static readonly DiagnosticKind NeverHolds = new("L006", Severity.Warning, new("条件永远不会成立", "a condition that can never hold"),
        new("各部分的范围互相排斥，任何家庭都不可能同时满足。", "The parts exclude each other: no household can satisfy them all."), "p < 2 * line and r > 0.5 and p * (1 - r) >= line", "p < 3 * line and r > 0.5 and p * (1 - r) >= line");

    public static readonly DiagnosticKind UnusedName = new("L007", Severity.Warning, new("没有用到的名称", "an unused name"),
        new("没有任何公式、条件、路径或句子用到它。", "No formula, condition, route or sentence uses it."), "- name: spare\n  formula: 1", "(leave it out)");

    public static readonly DiagnosticKind UnitMismatch = new("L008", Severity.Warning, new("单位不一致", "units that do not fit"),
        new("相加、相减或比较的两边单位不同。", "What is added, subtracted or compared has different units."), "monthlyIncome + yearlyIncome", "monthlyIncome + yearlyIncome / 12");

    public static readonly DiagnosticKind StrictnessDiffers = new("L009", Severity.Warning, new("各层的比较宽严不同", "a comparison whose strictness differs between layers"),
        new("本层与下层的公式只在“低于”与“不高于”上不同。", "This layer's formula differs from the one it overrides only in `<` against `<=`."), "income <= line", "income < line");

    public static readonly DiagnosticKind EnglishMissing = new("L010", Severity.Warning, new("没有英文", "no English"),
        new("没有英文标签，英文输出会显示中文。", "There is no English label: English output shows the Chinese."), "label: { zh: 收入 }", "label: { zh: 收入, en: income }");

    public static readonly DiagnosticKind TableGap = new("L011", Severity.Warning, new("表格有空缺", "a gap in a table"),
        new("有的情形没有一行符合。", "Some case matches no row."), "| true | 1 |", "| true | 1 |\n| -    | 0 |");

    public static readonly DiagnosticKind TableOverlap = new("L012", Severity.Warning, new("表格有重叠", "overlapping rows"),
        new("唯一命中的表格里，有的情形符合不止一行。", "In a table whose hit policy is unique some case matches more than one row."), "| >= 80 | 1 |\n| >= 90 | 2 |", "| [80..90) | 1 |\n| >= 90 | 2 |");

    public static readonly DiagnosticKind ReviewOld = new("L013", Severity.Warning, new("复核已旧", "an old review"),
        new("最近一次与原文的复核已过去一年以上，或者其后又公布了新的数值。", "The last comparison with the texts lies more than a year back, or a value was published after it."), "reviewed: [ { by: 规则复核人员, on: 2024-08-31, against: rules445 } ]", "reviewed: [ { by: 规则复核人员, on: 2026-08-31, against: rules445 } ]");

    public static readonly DiagnosticKind ReviewPartial = new("L014", Severity.Warning, new("复核没有包括的条文", "articles that no review read"),
        new("文件引用的条文，复核时没有对照。", "The file cites an article that its reviews did not compare it with."), "cite: rules445 十(二) … against: rules445 九", "cite: rules445 十(二) … against: [rules445 九, rules445 十]");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        GapInValues, OverlapInValues, OpenLastValue, ImplausibleStep, LongUnattested, NeverHolds,
        UnusedName, UnitMismatch, StrictnessDiffers, EnglishMissing, TableGap, TableOverlap, ReviewOld, ReviewPartial,
    ];
}
