using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json.Linq;

namespace Eligibility.Explanation;

/// <summary>What is owed or overpaid as JSON, for other systems. Amounts are strings with two decimals.</summary>
public static class AdjustmentJson
{
    /// <summary>The JSON.</summary>
    /// <param name="adjustments">The differences.</param>
    /// <param name="language">The language of labels and reasons.</param>
    public static string Write(Adjustments adjustments, Language language)
    {
        ArgumentNullException.ThrowIfNull(adjustments);
        return JsonText.Of(new JObject
        {
            ["knownAt"] = FeelDate.Format(adjustments.KnownAt),
            ["assumptions"] = new JArray(adjustments.Assumptions.Select(a => a.In(language))),
            ["from"] = FeelDate.Format(adjustments.From),
            ["to"] = FeelDate.Format(adjustments.To),
            ["lines"] = new JArray(adjustments.Lines.Select(l => new JObject
            {
                ["month"] = FeelDate.Format(l.Month), ["programme"] = l.Programme, ["benefit"] = l.Benefit, ["label"] = l.Label.In(language), ["person"] = l.Person,
                ["decided"] = l.Decided.ToString(), ["now"] = l.Now.ToString(),
                ["parts"] = new JArray(l.Parts.Select(p => new JObject
                {
                    ["cause"] = JsonText.Word(p.Cause), ["knownOn"] = p.KnownOn is { } day ? FeelDate.Format(day) : null, ["amount"] = p.Amount.ToString(),
                    ["standing"] = JsonText.Word(p.Standing), ["reason"] = p.Reason.In(language), ["cite"] = new JArray(p.Cites), ["note"] = p.Note?.In(language),
                })),
            })),
            ["open"] = new JArray(adjustments.Open.Select(o => new JObject { ["month"] = FeelDate.Format(o.Month), ["programme"] = o.Programme, ["missing"] = new JArray(o.Missing.Select(m => m.Name)) })),
            ["newlyEligible"] = new JArray(adjustments.NewlyEligible.Select(n => new JObject { ["programme"] = n.Programme, ["months"] = new JArray(n.Months.Select(FeelDate.Format)) })),
            ["totals"] = new JObject(Enum.GetValues<DifferenceStanding>().Select(s => new JProperty(JsonText.Word(s), adjustments.Sum(s).ToString()))),
        });
    }
}
