using System.Globalization;
using Eligibility.Evaluation;
using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json;
using static Eligibility.Explanation.JsonParts;

namespace Eligibility.Explanation;

/// <summary>An assessment as JSON, for other systems. Amounts are strings with two decimals, so that no reader makes a float of them.</summary>
public static class JsonAnswer
{
    /// <summary>The JSON of an assessment; with <paramref name="derivation"/>, every computed value with its formula, inputs, layer and article.</summary>
    /// <param name="assessment">What was decided.</param>
    /// <param name="language">The language of sentences and labels.</param>
    /// <param name="derivation">Whether to add how each decision came about.</param>
    public static string Write(Assessment assessment, Language language, bool derivation = false) => Write(assessment, language, Reader.Approver, derivation);

    /// <summary>
    /// The JSON of an assessment for one kind of reader: the family's has sentences, the auditor's the derivation and, under <c>audit</c>, every
    /// file, value and formula.
    /// </summary>
    /// <param name="assessment">What was decided.</param>
    /// <param name="language">The language of sentences and labels.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="derivation">Whether to add for the approver how each decision came about; the auditor always has it, the family never.</param>
    public static string Write(Assessment assessment, Language language, Reader reader, bool derivation = false)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        Object(json, () =>
        {
            Property(json, "month", FeelDate.Format(assessment.Month));
            Property(json, "knownAt", FeelDate.Format(assessment.KnownAt));
            Property(json, "jurisdiction", assessment.Jurisdiction);
            if (reader == Reader.Family) JsonViews.Family(json, FamilyAnswer.Of(assessment, language));
            else Decisions(json, assessment, language, reader == Reader.Auditor, derivation);
        });
        json.Flush();
        return text + "\n";
    }

    private static void Decisions(JsonTextWriter json, Assessment assessment, Language language, bool audit, bool derivation)
    {
        var answer = audit ? Answer.Of(assessment, language) : null;
        Array(json, "decisions", assessment.Decisions, d => Object(json, () =>
        {
            WriteDecision(json, assessment, d, language);
            if (derivation || audit) WriteDerivation(json, d, language, answer?.Words);
            if (answer?.Programmes.FirstOrDefault(p => ReferenceEquals(p.Decision, d)) is { } p) JsonViews.Audit(json, Audit.Of(answer, p), answer.Words);
        }));
        Array(json, "totals", assessment.Totals(), t => Object(json, () =>
        {
            Property(json, "payer", t.Payer);
            if (t.ToAccount) Property(json, "form", "account");
            Property(json, "amount", t.Amount.ToString());
            Property(json, "complete", t.Complete);
        }));
    }

    private static void WriteDecision(JsonTextWriter json, Assessment a, Decision d, Language language)
    {
        Property(json, "programme", d.Programme);
        Property(json, "title", d.Title.In(language));
        Property(json, "outcome", CamelCase(d.Outcome.ToString()));
        if (d.NotApplicable is { } reason) Property(json, "notApplicable", reason.In(language));
        Property(json, "class", d.Class);
        Property(json, "route", d.Route);
        Property(json, "payable", d.AmountIfKnown?.ToString());
        json.WritePropertyName("ruleSet");
        Object(json, () =>
        {
            Property(json, "id", d.RuleSetId);
            Property(json, "version", FeelDate.Format(d.RuleSetVersion));
            Property(json, "hash", d.RuleSetHash);
        });
        var person = a.Run.Rules.Plan.Rules.Vocabulary.Person.Name;
        Array(json, "covered", d.Covered, c => Object(json, () =>
        {
            Property(json, person, c.Person);
            Property(json, "route", c.Route);
            Property(json, "class", c.Class);
        }));
        if (d.ConfirmedBy is { } by)
        {
            json.WritePropertyName("confirmedBy");
            Object(json, () =>
            {
                Property(json, "level", by.Level);
                if (by.Kind is not null) Property(json, "kind", by.Kind);
                Strings(json, "cite", by.Cites);
            });
        }
        Array(json, "payments", d.Payments, p => Object(json, () =>
        {
            Property(json, "benefit", p.Benefit);
            Property(json, "label", p.Label.In(language));
            Property(json, person, p.Person);
            Property(json, "payer", p.Payer);
            if (p.ToAccount) Property(json, "form", "account");
            Property(json, "amount", p.Amount.ToString());
        }));
        Array(json, "findings", d.Findings, f => Object(json, () =>
        {
            Property(json, "criterion", f.Criterion);
            if (f.Person is not null) Property(json, "of", f.Person);
            Property(json, "outcome", CamelCase(f.Outcome.ToString()));
            Property(json, "text", f.Sentence.Value.In(language));
            Strings(json, "cite", f.Cites);
        }));
        Array(json, "missing", d.Missing, m => Object(json, () =>
        {
            Property(json, "kind", CamelCase(m.Kind.ToString()));
            Property(json, "name", m.Name);
            if (m.Of is not null) Property(json, "of", m.Of);
            Property(json, "text", m.Text.In(language));
            if (m.ObtainFrom is not null) Property(json, "obtainFrom", m.ObtainFrom.In(language));
        }));
        Array(json, "warnings", d.Warnings, w => Object(json, () =>
        {
            Property(json, "kind", CamelCase(w.Kind.ToString()));
            Property(json, "name", w.Name);
            Property(json, "text", w.Text.In(language));
            Strings(json, "cite", w.Cites);
        }));
    }

    private static void WriteDerivation(JsonTextWriter json, Decision d, Language language, Words? audit) =>
        Array(json, "derivation", Derivation.Of(d.Run, d.Rules).Steps, s => Object(json, () =>
        {
            Property(json, "item", s.Item.Name.TrimStart('#'));
            if (s.Instance.Parent is not null) Property(json, "of", s.Instance.Key ?? s.Instance.Path);
            Property(json, "label", s.Item.Label.In(language));
            Property(json, "formula", StepText.Formula(s, language));
            Property(json, "values", StepText.WithValues(s, d.Run, language));
            Property(json, "result", s.Value.IsUnknown ? null : s.Value.ToString().Trim('"'));
            Property(json, "layer", s.Item.File.Jurisdiction);
            Property(json, "file", s.Item.File.Source.Name);
            Strings(json, "cite", [.. (s.Item.Definition?.Cites ?? []).Select(c => c.ToString())]);
            if (audit is not null) JsonViews.Step(json, AuditStep.Of([s], d.Run, audit));
        }));
}
