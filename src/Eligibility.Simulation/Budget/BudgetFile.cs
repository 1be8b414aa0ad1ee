using System.Text;
using Eligibility.Caseload;
using Eligibility.Explanation;
using Eligibility.Simulation.Impact;
using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eligibility.Simulation.Budget;

/// <summary>A budget for other programs: JSON with every figure exact, and a CSV line for each month, programme and benefit.</summary>
internal static class BudgetFile
{
    public static string Json(BudgetReport report) => new JObject
    {
        ["place"] = report.Rules[0].Place,
        ["placeName"] = Text(report.Rules[0].PlaceName),
        ["year"] = report.First.Year,
        ["knownAt"] = FeelDate.Format(report.KnownAt),
        ["acceptUnattested"] = report.Rules[0].Asked.AcceptUnattested,
        ["synthetic"] = report.IsSynthetic,
        ["partial"] = report.IsPartial,
        ["householdsRead"] = (report.Tally["households"] + report.Tally["rejected"]).ToString(),
        ["householdsRejected"] = report.Tally["rejected"].ToString(),
        ["flows"] = new JArray(report.Flows.Select(f => new JObject { ["programme"] = f.Programme, ["entering"] = f.Entering, ["leaving"] = f.Leaving, ["source"] = f.Source, ["assumed"] = f.Source is null })),
        ["assumed"] = new JArray(report.Assumed),
        ["forecast"] = report.Year.Year.ToString(),
        ["outlook"] = report.Year.Outlook.ToString(),
        ["programmes"] = new JArray(report.Year.Programmes.Select(p => Programme(report, p))),
        ["funding"] = report.Funding is not { } funding ? null : new JObject
        {
            ["left"] = funding.Left.ToString(),
            ["programmes"] = new JArray(funding.Programmes.Select(f => new JObject { ["programme"] = f.Programme.Programme, ["funded"] = f.Funded.ToString(), ["unfunded"] = f.Unfunded.ToString(), ["shortFrom"] = f.ShortFrom is { } m ? FeelDate.Format(m.Month) : null })),
        },
    }.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    private static JObject Programme(BudgetReport report, ProgrammeBudget p) => new()
    {
        ["programme"] = p.Programme,
        ["title"] = Text(p.Title),
        ["forecast"] = p.Year.ToString(),
        ["outlook"] = p.Outlook.ToString(),
        ["approved"] = p.Approved?.ToString(),
        ["least"] = p.IsOpen,
        ["months"] = new JArray(p.Months.Select((m, i) => new JObject
        {
            ["month"] = FeelDate.Format(m.Month),
            ["inForce"] = m.InForce,
            ["hash"] = report.Rules[i].Plan.Rules.Find(p.Programme) is { } rules ? report.Rules[i].Plan.HashOf(rules) : null,
            ["forecast"] = m.Cost.ToString(),
            ["spent"] = m.Spent?.ToString(),
            ["households"] = m.Households.ToString(),
            ["persons"] = m.Persons.ToString(),
            ["undetermined"] = m.Open.ToString(),
            ["benefits"] = new JArray(m.Benefits.Select(b => new JObject { ["benefit"] = b.Benefit, ["label"] = Text(b.Label), ["payer"] = Text(b.Payer), ["forecast"] = b.Cost.ToString() })),
            ["missing"] = new JArray(m.Missing.Select(x => x.What.Split('/', 2)).Zip(m.Missing, (what, x) => new JObject { ["kind"] = char.ToLowerInvariant(what[0][0]) + what[0][1..], ["name"] = what[1], ["households"] = x.Households.ToString() })),
        })),
    };

    /// <summary>Amounts are rounded half up to the fen here; the JSON has them exact.</summary>
    public static string Csv(BudgetReport report)
    {
        var text = new StringBuilder("month,programme,benefit,payer,households,persons,undetermined,forecast,spent\n");
        foreach (var p in report.Year.Programmes)
        foreach (var m in p.Months.Where(m => m.InForce || m.Spent is not null))
        {
            Line("", "", Fixed(m.Households, 2), Fixed(m.Persons, 2), Fixed(m.Open, 2), Fixed(m.Cost, 2), m.Spent is { } s ? Fixed(s, 2) : "");
            foreach (var b in m.Benefits) Line(b.Benefit, b.Payer.Zh, "", "", "", Fixed(b.Cost, 2), "");

            void Line(params string[] cells) => text.Append(FeelDate.Format(m.Month)).Append(',').Append(p.Programme).Append(',').AppendJoin(',', cells.Select(CsvText.Cell)).Append('\n');
        }
        return text.ToString();
    }

    private static string Fixed(Number number, int decimals) => number.Round(RoundingMode.HalfUp, decimals).ToFixed(decimals);

    private static JObject Text(LocalText text) => new() { ["zh"] = text.Zh, ["en"] = text.En };
}
