using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json;
using static Eligibility.Explanation.JsonParts;

namespace Eligibility.Explanation;

/// <summary>What the JSON of the family and of the auditor has beside the approver's.</summary>
internal static class JsonViews
{
    public static void Family(JsonTextWriter json, FamilyAnswer answer)
    {
        Array(json, "decisions", answer.Programmes, p => Object(json, () =>
        {
            var d = p.Programme.Decision;
            Property(json, "programme", d.Programme);
            Property(json, "title", p.Programme.Title);
            Property(json, "outcome", CamelCase(d.Outcome.ToString()));
            Property(json, "decided", p.Decided);
            Property(json, "payable", d.AmountIfKnown?.ToString());
            Strings(json, "covered", p.Programme.Covered);
            Strings(json, "payments", p.Programme.Payments.Select(x => FamilyText.Payment(x, answer.Words)));
            Property(json, "together", p.Programme.Together);
            Strings(json, "why", p.Why);
            Strings(json, "provided", p.Provided);
            Strings(json, "unclear", p.Unclear);
            Strings(json, "standards", p.Standards);
            Property(json, "basis", p.Basis);
            Property(json, "sms", p.Sms);
        }));
        Strings(json, "asked", answer.Asked);
        Strings(json, "visited", answer.Visited);
        Strings(json, "checked", answer.Checked);
        Array(json, "remedies", answer.Remedies, r => Object(json, () =>
        {
            Property(json, "for", r.Title);
            Property(json, "text", r.Text);
            Strings(json, "cite", r.Cites);
        }));
        Array(json, "notApplicable", answer.NotApplicable, r => Object(json, () =>
        {
            Property(json, "title", r.Title);
            Property(json, "reason", r.Text);
        }));
        Property(json, "closing", FamilyText.Closing(answer));
    }

    public static void Audit(JsonTextWriter json, Audit audit, Words words)
    {
        json.WritePropertyName("audit");
        Object(json, () =>
        {
            Array(json, "files", audit.Files, f => Object(json, () =>
            {
                Property(json, "layer", f.File.Jurisdiction);
                Property(json, "title", words.Say(f.File.Title));
                Property(json, "file", f.File.Source.Name);
                Property(json, "assumed", f.File.IsOverlay);
                Property(json, "from", f.File.IsOverlay ? null : FeelDate.Format(f.File.From));
                Property(json, "to", Day(f.File.To));
                Property(json, "published", Day(f.File.Published));
                Property(json, "verifiedThrough", Day(f.File.CurrentThrough));
                Property(json, "sha256", f.Hash);
            }));
            Array(json, "values", audit.Values, v => Object(json, () =>
            {
                Property(json, "parameter", v.Parameter.Name);
                Property(json, "label", words.Say(v.Parameter.Label));
                Property(json, "key", v.Value.Key.Length == 0 ? null : v.Value.Key);
                Property(json, "value", v.Value.Value.ToString().Trim('"'));
                Property(json, "unit", v.Parameter.Unit);
                Property(json, "from", FeelDate.Format(v.Value.From));
                Property(json, "to", Day(v.Value.To));
                Property(json, "published", Day(v.Value.Published));
                Property(json, "attestedThrough", Day(v.Value.AttestedThrough));
                Property(json, "status", CamelCase(v.Value.Status.ToString()));
                Property(json, "note", v.Value.Note is { } note ? words.Say(note) : null);
                Property(json, "place", v.Place);
                Strings(json, "cite", v.Cites);
            }));
            Array(json, "interpretations", audit.Readings, r => Object(json, () =>
            {
                Property(json, "label", r.Label);
                Property(json, "note", r.Note);
                Property(json, "matters", r.Matters);
                Strings(json, "cite", r.Cites);
            }));
            Array(json, "conflicts", audit.Conflicts, c => Object(json, () =>
            {
                Property(json, "text", c.Text);
                Strings(json, "cite", c.Cites);
            }));
        });
    }

    public static void Step(JsonTextWriter json, AuditStep s)
    {
        Property(json, "feel", s.Feel);
        Property(json, "ruleSet", s.RuleSet);
        Property(json, "place", s.Place);
        Property(json, "status", s.Status is { } status ? CamelCase(status.ToString()) : null);
    }

    private static string? Day(NodaTime.LocalDate? day) => day is { } d ? FeelDate.Format(d) : null;
}
