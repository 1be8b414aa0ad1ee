using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json.Linq;

namespace Eligibility.Explanation;

/// <summary>A statement as JSON, for other systems. Amounts are strings with two decimals.</summary>
public static class StatementJson
{
    /// <summary>The JSON of a statement.</summary>
    /// <param name="statement">What was decided month by month.</param>
    /// <param name="language">The language of labels.</param>
    public static string Write(Statement statement, Language language)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return JsonText.Of(new JObject
        {
            ["knownAt"] = FeelDate.Format(statement.KnownAt),
            ["assumptions"] = new JArray(statement.Assumptions.Select(a => a.In(language))),
            ["months"] = new JArray(statement.Months.Select(m => Month(m, language))),
            ["hearings"] = new JArray(statement.Hearings().Select(h => new JObject { ["month"] = FeelDate.Format(h.Month), ["programme"] = h.Programme, ["before"] = h.IsTermination ? "termination" : "reduction", ["cite"] = new JArray(h.Cites) })),
            ["totals"] = new JArray(statement.Totals().Select(t => new JObject { ["programme"] = t.Programme, ["amount"] = t.Amount.ToString(), ["complete"] = t.Complete })),
        });
    }

    private static JObject Month(StatementMonth m, Language language)
    {
        var month = new JObject { ["month"] = FeelDate.Format(m.Month), ["jurisdiction"] = m.Assessment?.Jurisdiction };
        if (m.Gap is { } gap) month["gap"] = gap.In(language);
        if (m.FactsFrom is { } from) month["facts"] = new JObject { ["from"] = FeelDate.Format(from), ["reported"] = m.FactsReported is { } day ? FeelDate.Format(day) : null };
        month["decisions"] = new JArray(m.Decisions.Where(d => d.NotApplicable is null).Select(d => Decision(d, language)));
        return month;
    }

    private static JObject Decision(Decision d, Language language)
    {
        var json = new JObject
        {
            ["programme"] = d.Programme,
            ["outcome"] = JsonText.Word(d.Outcome),
            ["route"] = d.Route,
            ["payable"] = d.AmountIfKnown?.ToString(),
            ["payments"] = new JArray(d.Payments.Select(p => new JObject { ["benefit"] = p.Benefit, ["label"] = p.Label.In(language), [d.Rules.First(RuleSets.ItemKind.Entitled).Entity.Name] = p.Person, ["payer"] = p.Payer, ["amount"] = p.Amount.ToString() })),
            ["missing"] = new JArray(d.Missing.Select(m => new JObject { ["kind"] = JsonText.Word(m.Kind), ["name"] = m.Name, ["of"] = m.Of, ["text"] = m.Text.In(language) })),
            ["ruleSet"] = new JObject { ["id"] = d.RuleSetId, ["version"] = FeelDate.Format(d.RuleSetVersion), ["hash"] = d.RuleSetHash },
            ["values"] = new JArray(ValuesUsed.Of(d).Select(Value)),
        };
        if (d.Segments.Count > 0)
            json["segments"] = new JArray(d.Segments.Select(s => new JObject { ["from"] = FeelDate.Format(s.From), ["to"] = FeelDate.Format(s.To), ["payable"] = s.Decision.AmountIfKnown?.ToString() }));
        return json;
    }

    /// <summary>The entry of a parameter that was used.</summary>
    internal static JObject Value(ValueUsed used)
    {
        var v = used.Entry.Definition;
        return new JObject
        {
            ["name"] = used.Parameter.Name, ["key"] = v.Key.Length == 0 ? null : v.Key, ["value"] = v.Value.ToString().Trim('"'), ["from"] = FeelDate.Format(v.From),
            ["published"] = v.Published is { } p ? FeelDate.Format(p) : null, ["status"] = JsonText.Word(used.Entry.File.IsOverlay ? RuleSets.RuleStatus.Assumed : v.Status), ["cite"] = new JArray(v.Cites.Select(c => c.ToString())),
        };
    }
}
