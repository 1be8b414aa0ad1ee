using System.Security.Cryptography;
using System.Text;
using Eligibility.Evaluation;
using Eligibility.Values;

namespace Eligibility.Receipts;

/// <summary>
/// What is kept of a decision so that it can be held against another one: names and values, no sentences. Two decisions with the same record decide the same for the same reasons.
/// </summary>
/// <param name="Programme">The programme's key.</param>
/// <param name="RuleSet">"id version hash" of the rules.</param>
/// <param name="Entries">What was decided, in a fixed order.</param>
internal sealed record DecisionRecord(string Programme, string RuleSet, IReadOnlyList<KeyValuePair<string, string>> Entries)
{
    public static DecisionRecord Of(Decision d)
    {
        var entries = new List<KeyValuePair<string, string>>();
        Add("outcome", d.Outcome.ToString().ToLowerInvariant());
        Add("class", d.Class ?? "");
        Add("route", d.Route ?? "");
        Add("payable", d.AmountIfKnown?.ToString() ?? "");
        foreach (var c in d.Covered) Add($"covered {c.Person}", $"{c.Route} {c.Class}".Trim());
        foreach (var p in d.Payments) Add($"payment {p.Benefit}{(p.Person is null ? "" : "@" + p.Person)}", $"{p.Amount} {p.Payer}{(p.ToAccount ? " account" : "")}");
        foreach (var f in d.Findings) Add($"finding {f.Criterion}{(f.Person is null ? "" : "@" + f.Person)}", $"{f.Outcome.ToString().ToLowerInvariant()} {string.Join("; ", f.Cites)}".Trim());
        foreach (var m in d.Missing) Add($"missing {m.Name}{(m.Of is null ? "" : "@" + m.Of)}", m.Kind.ToString().ToLowerInvariant());
        foreach (var v in ValuesUsed.Of(d)) Add($"value {v.Parameter.Name}{(v.Entry.Definition.Key.Length == 0 ? "" : $" ({v.Entry.Definition.Key})")}", $"{v.Entry.Definition.Value} from {FeelDate.Format(v.Entry.Definition.From)}");
        return new DecisionRecord(d.Programme, $"{d.RuleSetId} {FeelDate.Format(d.RuleSetVersion)} {d.RuleSetHash}", entries);

        void Add(string key, string value) => entries.Add(new(key, value));
    }

    /// <summary>
    /// A hash over the question, the facts and the records: outcome, class, route, amounts, findings with their citations, what is missing, values. It finds accidents, not forgery:
    /// whoever changes a receipt on purpose can compute it anew.
    /// </summary>
    public static string Digest(string question, string facts, IEnumerable<DecisionRecord> records)
    {
        var text = new StringBuilder(question).Append('\n').Append(facts).Append('\n');
        foreach (var r in records)
        {
            text.Append(r.Programme).Append('\n');
            foreach (var e in r.Entries) text.Append("  ").Append(e.Key).Append(" = ").Append(e.Value).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
