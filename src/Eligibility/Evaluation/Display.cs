using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Evaluation;

/// <summary>How a value is shown to a person: money with two decimals, codes by their labels, dates in full, what is not known as such.</summary>
internal static class Display
{
    /// <summary>The value of an expression; the expression tells whether it is money or a code.</summary>
    public static string Of(Value value, BoundExpression expression, Language language) => Of(value, language, IsMoney(expression), CodeOf(expression));

    public static string Of(Value value, Language language, bool money, CodeType? code = null)
    {
        var zh = language == Language.Chinese;
        switch (value.Kind)
        {
            case ValueKind.Unknown: return zh ? "未知" : "unknown";
            case ValueKind.Null: return zh ? "无" : "none";
            case ValueKind.Boolean: return zh ? value.IsTrue ? "是" : "否" : value.IsTrue ? "yes" : "no";
            case ValueKind.Number: return value.Number.ToDisplay(money, language);
            case ValueKind.Date:
                var d = value.Date;
                return zh ? $"{d.Year}年{d.Month}月{d.Day}日" : FeelDate.Format(d);
            case ValueKind.String: return code?.Attribute.Code(value.Text)?.Label.In(language) ?? value.Text;
            case ValueKind.MonthsDuration:
                var (y, m) = (value.Months / 12, value.Months % 12);
                if (zh) return y == 0 ? $"{m}个月" : m == 0 ? $"{y}年" : $"{y}年{m}个月";
                return y == 0 ? $"{m} months" : m == 0 ? $"{y} years" : $"{y} years {m} months";
            case ValueKind.DaysDuration:
                var (days, hours, minutes, seconds) = FeelDuration.Split(value.Seconds);
                if (hours.Sign == 0 && minutes.Sign == 0 && seconds.Sign == 0) return zh ? $"{days}天" : $"{days} days";
                return zh ? $"{days}天{hours}小时{minutes}分{seconds}秒" : $"{days} days {hours} hours {minutes} minutes {seconds} seconds";
            case ValueKind.List:
                if (value.List.Count == 0) return zh ? "无" : "none";
                return string.Join(zh ? "、" : ", ", value.List.Items.Select(i => Of(i, language, money, code)));
            case ValueKind.Entity: return value.Entity.DisplayName;
            default: return value.ToString();
        }
    }

    /// <summary>Whether a unit is an amount of money.</summary>
    public static bool IsMoney(string? unit) => unit is not null && unit.StartsWith("CNY", StringComparison.Ordinal);

    /// <summary>Whether an expression is an amount of money, as far as its units tell.</summary>
    public static bool IsMoney(BoundExpression e)
    {
        if (e.Type.Present != FeelType.Number && e.Type is not ListType) return false;
        switch (e)
        {
            case BoundItem i: return IsMoney(i.Item.Unit);
            case BoundParameter p: return IsMoney(p.Parameter.Unit);
            case BoundAttribute a: return IsMoney(a.Attribute.Unit);
            case BoundIf i: return IsMoney(i.Then) || IsMoney(i.Else);
            case BoundMap m: return IsMoney(m.Body);
            case BoundFilter f: return IsMoney(f.Target);
            case BoundFor f: return IsMoney(f.Return);
            case BoundList l: return l.Items.Any(IsMoney);
            case BoundOperation { Operation.Name: "count" or "age" }: return false;
            case BoundOperation { Operation.Name: "/" } o: return IsMoney(o.Arguments[0]) && !IsMoney(o.Arguments[1]);
            case BoundOperation o: return o.Arguments.Any(IsMoney);
            default: return false;
        }
    }

    private static CodeType? CodeOf(BoundExpression e) => e.Type.Present as CodeType ?? (e.Type as ListType)?.Element as CodeType;
}
