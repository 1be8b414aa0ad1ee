using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>What the language of the standard has and this engine refuses, by kind, each with its reason.</summary>
internal static class OutsideProfile
{
    /// <param name="Kind">A stable name of the kind.</param>
    /// <param name="What">What it is called.</param>
    /// <param name="Reason">Why it is refused.</param>
    internal sealed record Entry(string Kind, LocalText What, LocalText Reason);

    private static readonly LocalText Clock = new("规则按月计算，不问钟点", "rules run by months and days; no rule of social assistance asks for an hour");

    private static readonly LocalText Inexact = new("结果是无理数，不能精确表示", "the result is irrational: an exact engine would have to lie about it");

    public static readonly Entry TimeOfDay = new("time", new("时间或日期时间", "a time of day or a date and time"), Clock);

    public static readonly Entry FunctionValue = new("function value", new("作为值的函数", "a function used as a value"),
        new("规则须能逐条说明，函数值做不到", "every step of a rule must be explainable by name, and a function passed as a value has none"));

    public static readonly Entry Irrational = new("irrational", new("开方、对数、指数等函数", "a square root, logarithm, exponential or deviation"), Inexact);

    public static readonly Entry FractionalPower = new("fractional power", new("非整数次幂", "a power whose exponent is not a whole number"), Inexact);

    public static readonly Entry Today = new("clock", new("取当前日期的函数", "the current date"),
        new("同样的事实和日期必须得到同样的结果；请用 month.start、month.end", "the same facts and dates must give the same answer; use month.start or month.end"));

    /// <summary>Functions of the standard that lie outside, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Entry> Functions = new Dictionary<string, Entry>(StringComparer.Ordinal)
    {
        ["time"] = TimeOfDay, ["date and time"] = TimeOfDay, ["now"] = Today, ["today"] = Today,
        ["sqrt"] = Irrational, ["log"] = Irrational, ["exp"] = Irrational, ["stddev"] = Irrational, ["sort"] = FunctionValue,
    };
}
