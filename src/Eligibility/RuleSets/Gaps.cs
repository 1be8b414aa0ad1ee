using System.Globalization;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.RuleSets;

/// <summary>Says why a parameter or a version holds nothing, and what lies nearest: a gap is never filled.</summary>
internal static class Gaps
{
    public static Missing OfVersion(string programme, LocalText title, Timeline.Found<RuleFile> found)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        if (found.Before is { } b)
        {
            zh.Add($"前一版自{Date(b.From)}起{(b.To is { } to ? $"，至{Date(to)}止" : "")}");
            en.Add($"the version before began on {Date(b.From)}{(b.To is { } end ? $" and ended on {Date(end)}" : "")}");
        }
        if (found.After is { } a)
        {
            zh.Add($"后一版自{Date(a.From)}起");
            en.Add($"the next one begins on {Date(a.From)}");
        }
        return new Missing(MissingKind.Version, programme, null,
            new LocalText($"该月没有《{title.Zh}》的有效规则{Join("（", zh, "；", "）")}", $"no rules of {title.En} are held for the month{Join(" (", en, "; ", ")")}"));
    }

    public static Missing ChangesInside(string name, YearMonth month, LocalText label) => new(MissingKind.Version, name, null,
        new LocalText($"“{label.Zh}”在{FeelDate.Format(month)}月内变更，而规则没有写明按哪一天计算", $"{label.En} changes inside {FeelDate.Format(month)}, and the rules do not say which day of the month counts"));

    public static Missing OfParameter(RuleParameter parameter, string key, Timeline.Found<ParameterValue>? found)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        if (found?.Before is { } b)
        {
            var until = b.To is { } to ? $"至{Date(to)}" : "";
            if (b.HoldsNothing)
            {
                zh.Add($"自{Date(b.From)}起的数值未经核实");
                en.Add($"the value from {Date(b.From)} on is not verified");
            }
            else
            {
                zh.Add($"{b.Value}（{Date(b.From)}起{until}）");
                en.Add($"{b.Value} (from {Date(b.From)}{(b.To is { } t ? $" to {Date(t)}" : "")})");
            }
        }
        if (found?.After is { } a)
        {
            zh.Add($"{a.Value}（{Date(a.From)}起）");
            en.Add($"{a.Value} (from {Date(a.From)})");
        }
        var (of, ofEn) = key.Length == 0 ? ("", "") : ($"（{key}）", $" ({key})");
        var text = zh.Count == 0
            ? new LocalText($"“{parameter.Label.Zh}”{of}没有数值：掌握的文本都没有载明", $"{parameter.Label.En}{ofEn} has no value: no text that we hold states it")
            : new LocalText($"“{parameter.Label.Zh}”{of}在该月没有数值；最近的是{string.Join("、", zh)}", $"{parameter.Label.En}{ofEn} has no value in the month; the nearest are {string.Join(" and ", en)}");
        return new Missing(MissingKind.Parameter, parameter.Name, key.Length == 0 ? null : key, text);
    }

    public static Missing Unattested(RuleParameter parameter, ParameterValue value) => new(MissingKind.Parameter, parameter.Name, value.Key.Length == 0 ? null : value.Key,
        new LocalText($"“{parameter.Label.Zh}”{value.Value} 只查证到{Date(value.AttestedThrough!.Value)}，此后是否仍为此数未知",
            $"{parameter.Label.En} {value.Value} is attested through {Date(value.AttestedThrough!.Value)} only; whether it still holds is not known"));

    private static string Date(LocalDate d) => FeelDate.Format(d);

    private static string Join(string open, List<string> parts, string between, string close) => parts.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{open}{string.Join(between, parts)}{close}");
}
