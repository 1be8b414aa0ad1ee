using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>Says a rounding clause in words.</summary>
internal static class RoundingText
{
    public static string Of(Rounding r, Language language)
    {
        var zh = language == Language.Chinese;
        var how = r.Mode switch
        {
            RoundingMode.Up or RoundingMode.Ceiling => zh ? "见零进位" : "rounded up",
            RoundingMode.Down or RoundingMode.Floor => zh ? "舍去尾数" : "rounded down",
            RoundingMode.HalfUp => zh ? "四舍五入" : "rounded half up",
            RoundingMode.HalfDown => zh ? "五舍六入" : "rounded half down",
            _ => zh ? "四舍六入五成双" : "rounded half to even",
        };
        var to = r.To.ToString() switch { "0.01" => zh ? "分" : "fen", "0.1" => zh ? "角" : "jiao", "1" => zh ? "元" : "yuan", var other => zh ? $"{other}元" : $"{other} yuan" };
        return zh ? $"{how}到{to}" : $"{how} to {to}";
    }
}
