namespace Eligibility.Diagnostics;

/// <summary>S050 to S069: simulations of a caseload and their reforms.</summary>
internal static class SimulationKinds
{
    public static readonly DiagnosticKind BadSet = new("S050", Severity.Error, new("--set 写得不对", "a --set that cannot be read"),
        new("写作 参数=值，分类参数写明键，可以写明从哪个月起。", "It is parameter=value; of a parameter by keys with its keys; the month from which it holds may follow."),
        "--set 1500", "--set guaranteeLine=1500@2024-09");

    public static readonly DiagnosticKind UnknownParameterSet = new("S051", Severity.Error, new("没有这个参数", "a parameter that there is not"),
        new("--set 只能改这个地区规则里的参数；几个项目都有同名参数时，要写明项目。", "--set changes parameters of the rules of the place; where several programmes have one of that name, the programme is stated."),
        "--set guarantyLine=1500", "--set guaranteeLine=1500");

    public static readonly DiagnosticKind SetKeys = new("S052", Severity.Error, new("分类参数没有写明键", "a parameter by keys without its keys"),
        new("按类别取值的参数，要写明改哪一类的值，不替人猜。", "A parameter whose value depends on something is set for one case of it; which one is not guessed."),
        "--set line=800", "--set line[area=rural]=800");

    public static readonly DiagnosticKind MonthInParts = new("S053", Severity.Error, new("这个月内有变化，不能整批测算", "a month in which something changes, so that it cannot be simulated"),
        new("这个月内地区合并或按日计发，要一户一户地决定。", "The place is merged inside the month, or a programme is paid by days: such a month is decided household by household."),
        "--month 2024-08 for a place that ends on 2024-08-15", "--month 2024-09");

    public static readonly DiagnosticKind BadShard = new("S054", Severity.Error, new("--shard 写得不对", "a --shard that cannot be read"),
        new("写作 第几份/共几份，从 1 数起。", "It is the part and the number of parts, counted from 1."), "--shard 0/16", "--shard 1/16");

    public static readonly DiagnosticKind PartsDiffer = new("S055", Severity.Error, new("几份结果不能合并", "parts that do not belong together"),
        new("合并的几份必须是同一个问题、同一套规则、不同的份。", "Parts that are merged answer one question with the same rules, and each is another part."), "merge part1 other", "merge part1 part2 --out whole");

    public static readonly DiagnosticKind TooManyChanges = new("S056", Severity.Error, new("改动太多，分不清各自的影响", "more changes than can be told apart"),
        new("一次最多把四项改动的影响分开；更多的写进一个假设文件，作为一项。", "The effects of at most four changes are told apart; more are put into one overlay file, which counts as one."),
        "--set a=1 --set b=1 --set c=1 --set d=1 --set e=1", "--overlay reform.yaml");

    public static readonly DiagnosticKind BadBudget = new("S057", Severity.Error, new("预算的选项写得不对", "an option of a budget that cannot be read"),
        new("年份写四位数；批复预算写“总额”或“项目=金额”，单位元，不超过两位小数；次序写项目的键。", "The year has four digits; an approved sum is the total or programme=amount, in yuan with at most two decimals; the order names keys of programmes."),
        "--approved allowance=1,2万", "--approved allowance=12000");

    public static readonly DiagnosticKind TooFarBack = new("S058", Severity.Error, new("改动从太早的月份起", "a change that begins too long ago"),
        new("改动从所测算的月份以前起的，逐月计算应补发的差额，月数有限。", "For a change that holds from an earlier month the differences are computed month by month, for a limited number of months."),
        "--month 2026-08 --set line=800@2020-01", "--month 2026-08 --set line=800@2026-01");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All = [BadSet, UnknownParameterSet, SetKeys, MonthInParts, BadShard, PartsDiffer, TooManyChanges, BadBudget, TooFarBack];
}
