using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>What all views of an answer say in the same words, in one language.</summary>
internal sealed class Words(Language language)
{
    public Language Language => language;

    public bool Zh => language == Language.Chinese;

    /// <summary>What stands between the items of a list of names.</summary>
    public string Comma => Say("、", ", ");

    public string Colon => Say("：", ": ");

    public string Say(string zh, string en) => Zh ? zh : en;

    public string Say(LocalText text) => text.In(language);

    public string Brackets(string text) => Say($"（{text}）", $" ({text})");

    /// <summary>The line that says under which assumption everything else stands.</summary>
    public string Assumption(LocalText title) => Say($"! {title.Zh}（不是现行规定）", $"! {title.En} (not the rules in force)");

    public string Money(Money m) => Say($"{m.Yuan.ToDisplay(true, language)} 元", $"{m.Yuan.ToDisplay(true, language)} yuan");

    public string Cites(IReadOnlyList<string> cites) => cites.Count == 0 ? "" : Say($" 〔{string.Join("；", cites)}〕", $" [{string.Join("; ", cites)}]");

    public string Outcome(Outcome outcome) => outcome switch
    {
        Eligibility.Outcome.Eligible => Say("符合条件", "eligible"),
        Eligibility.Outcome.Ineligible => Say("不符合条件", "not eligible"),
        _ => Say("尚不能确定", "undetermined"),
    };

    public string Month(NodaTime.YearMonth m) => Say($"{m.Year}年{m.Month}月", FeelDate.Format(m));

    public string Day(NodaTime.LocalDate d) => Say($"{d.Year}年{d.Month}月{d.Day}日", FeelDate.Format(d));

    public string Level(Confirmation c) => (c.Level, c.Kind) switch
    {
        (_, "delegated") => Say("乡镇人民政府（街道办事处）（权限下放）", "township, by delegated authority"),
        (_, "entrusted") => Say("乡镇人民政府（街道办事处）（受委托）", "township, entrusted by the county"),
        ("county", _) => Say("县级民政部门", "county civil-affairs department"),
        ("township", _) => Say("乡镇人民政府（街道办事处）", "township"),
        _ => c.Level ?? Say("未载明", "not stated"),
    };

    public string Kind(WarningKind kind) => kind switch
    {
        WarningKind.Interpretation => Say("本引擎的理解", "our interpretation"),
        WarningKind.SecondHand => Say("转引，未见原文", "second-hand, the text was not seen"),
        WarningKind.ObservedPractice => Say("实际做法，非条文", "observed practice, not a text"),
        WarningKind.Assumed => Say("假设", "assumed"),
        WarningKind.Conflict => Say("与其他文件不一致", "conflict with another text"),
        WarningKind.Unattested => Say("未查证", "not attested"),
        WarningKind.Currency => Say("效力待核实", "currency not verified"),
        WarningKind.Conditional => Say("有前提", "conditional"),
        _ => Say("公布日期不明", "publication not dated"),
    };

    public string Status(RuleStatus status) => status switch
    {
        RuleStatus.SecondHand => Say("转引", "second-hand"),
        RuleStatus.Interpretation => Say("本引擎的理解", "our interpretation"),
        RuleStatus.ObservedPractice => Say("实际做法", "observed practice"),
        RuleStatus.Assumed => Say("假设", "assumed"),
        _ => Say("已核对原文", "read in the text"),
    };

    public string Published(NodaTime.LocalDate? published) =>
        published is { } day ? Say($"{FeelDate.Format(day)}公布", $"published {FeelDate.Format(day)}") : Say("公布日期不明", "day of publication not known");

    /// <summary>The unit of a figure, led by a space; empty when it has none that is said.</summary>
    public string Unit(string? unit) => unit switch
    {
        "CNY/person/month" => Say(" 元/人·月", " yuan per person and month"),
        "CNY/mu/year" => Say(" 元/亩·年", " yuan per mu and year"),
        "CNY/household/month" => Say(" 元/户·月", " yuan per household and month"),
        "CNY/month" => Say(" 元/月", " yuan per month"),
        "CNY/year" => Say(" 元/年", " yuan per year"),
        "CNY/person/year" => Say(" 元/人·年", " yuan per person and year"),
        "CNY" => Say(" 元", " yuan"),
        _ => "",
    };
}
