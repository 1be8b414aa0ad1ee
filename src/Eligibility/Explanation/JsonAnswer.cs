using System.Globalization;
using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json;

namespace Eligibility.Explanation;

/// <summary>An assessment as JSON, for other systems. Amounts are strings with two decimals, so that no reader makes a float of them.</summary>
public static class JsonAnswer
{
    /// <summary>The JSON of an assessment; with <paramref name="derivation"/>, every computed value with its formula, inputs, layer and article.</summary>
    /// <param name="assessment">What was decided.</param>
    /// <param name="language">The language of sentences and labels.</param>
    /// <param name="derivation">Whether to add how each decision came about.</param>
    public static string Write(Assessment assessment, Language language, bool derivation = false)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        json.WriteStartObject();
        Property(json, "month", FeelDate.Format(assessment.Month));
        Property(json, "knownAt", FeelDate.Format(assessment.KnownAt));
        Property(json, "jurisdiction", assessment.Jurisdiction);
        Array(json, "decisions", assessment.Decisions, d => WriteDecision(json, assessment, d, language, derivation));
        Array(json, "totals", assessment.Totals(), t =>
        {
            json.WriteStartObject();
            Property(json, "payer", t.Payer);
            if (t.ToAccount) Property(json, "form", "account");
            Property(json, "amount", t.Amount.ToString());
            Property(json, "complete", t.Complete);
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.Flush();
        return text + "\n";
    }

    private static void WriteDecision(JsonTextWriter json, Assessment a, Decision d, Language language, bool derivation)
    {
        json.WriteStartObject();
        Property(json, "programme", d.Programme);
        Property(json, "title", d.Title.In(language));
        Property(json, "outcome", CamelCase(d.Outcome.ToString()));
        if (d.NotApplicable is { } reason) Property(json, "notApplicable", reason.In(language));
        Property(json, "class", d.Class);
        Property(json, "route", d.Route);
        Property(json, "payable", d.AmountIfKnown?.ToString());
        json.WritePropertyName("ruleSet");
        json.WriteStartObject();
        Property(json, "id", d.RuleSetId);
        Property(json, "version", FeelDate.Format(d.RuleSetVersion));
        Property(json, "hash", d.RuleSetHash);
        json.WriteEndObject();
        var person = a.Run.Rules.Plan.Rules.Vocabulary.Person.Name;
        Array(json, "covered", d.Covered, c =>
        {
            json.WriteStartObject();
            Property(json, person, c.Person);
            Property(json, "route", c.Route);
            Property(json, "class", c.Class);
            json.WriteEndObject();
        });
        if (d.ConfirmedBy is { } by)
        {
            json.WritePropertyName("confirmedBy");
            json.WriteStartObject();
            Property(json, "level", by.Level);
            if (by.Kind is not null) Property(json, "kind", by.Kind);
            Strings(json, "cite", by.Cites);
            json.WriteEndObject();
        }
        Array(json, "payments", d.Payments, p =>
        {
            json.WriteStartObject();
            Property(json, "benefit", p.Benefit);
            Property(json, "label", p.Label.In(language));
            Property(json, person, p.Person);
            Property(json, "payer", p.Payer);
            if (p.ToAccount) Property(json, "form", "account");
            Property(json, "amount", p.Amount.ToString());
            json.WriteEndObject();
        });
        Array(json, "findings", d.Findings, f =>
        {
            json.WriteStartObject();
            Property(json, "criterion", f.Criterion);
            if (f.Person is not null) Property(json, "of", f.Person);
            Property(json, "outcome", CamelCase(f.Outcome.ToString()));
            Property(json, "text", f.Sentence.Value.In(language));
            Strings(json, "cite", f.Cites);
            json.WriteEndObject();
        });
        Array(json, "missing", d.Missing, m =>
        {
            json.WriteStartObject();
            Property(json, "kind", CamelCase(m.Kind.ToString()));
            Property(json, "name", m.Name);
            if (m.Of is not null) Property(json, "of", m.Of);
            Property(json, "text", m.Text.In(language));
            if (m.ObtainFrom is not null) Property(json, "obtainFrom", m.ObtainFrom.In(language));
            json.WriteEndObject();
        });
        Array(json, "warnings", d.Warnings, w =>
        {
            json.WriteStartObject();
            Property(json, "kind", CamelCase(w.Kind.ToString()));
            Property(json, "name", w.Name);
            Property(json, "text", w.Text.In(language));
            Strings(json, "cite", w.Cites);
            json.WriteEndObject();
        });
        if (derivation) WriteDerivation(json, a, d, language);
        json.WriteEndObject();
    }

    private static void WriteDerivation(JsonTextWriter json, Assessment a, Decision d, Language language) =>
        Array(json, "derivation", Derivation.Of(a.Run, d.Rules).Steps, s =>
        {
            json.WriteStartObject();
            Property(json, "item", s.Item.Name.TrimStart('#'));
            if (s.Instance.Parent is not null) Property(json, "of", s.Instance.Key ?? s.Instance.Path);
            Property(json, "label", s.Item.Label.In(language));
            Property(json, "formula", StepText.Formula(s, language));
            Property(json, "values", StepText.WithValues(s, a.Run, language));
            Property(json, "result", s.Value.IsUnknown ? null : s.Value.ToString().Trim('"'));
            Property(json, "layer", s.Item.File.Jurisdiction);
            Property(json, "file", s.Item.File.Source.Name);
            Strings(json, "cite", [.. (s.Item.Definition?.Cites ?? []).Select(c => c.ToString())]);
            json.WriteEndObject();
        });

    private static void Array<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void Strings(JsonTextWriter json, string name, IEnumerable<string> items) => Array(json, name, items, json.WriteValue);

    private static void Property(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Property(JsonTextWriter json, string name, bool value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
