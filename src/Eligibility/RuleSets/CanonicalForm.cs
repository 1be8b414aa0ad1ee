using System.Security.Cryptography;
using System.Text;
using Eligibility.Feel;
using Eligibility.Values;

namespace Eligibility.RuleSets;

/// <summary>
/// The text of bound rules from which their hash is made: keys in place of labels, exact numbers, items sorted by name. A relabel, a
/// comment or a line ending changes nothing in it; a formula, a value or a date does.
/// </summary>
internal static class CanonicalForm
{
    /// <summary>The hash of a programme's rules: 16 hexadecimal digits of a SHA-256.</summary>
    public static string HashOf(ProgrammeRules rules)
    {
        var sb = new StringBuilder();
        foreach (var p in rules.Parameters.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            sb.Append("parameter ").Append(p.Name).Append(' ').Append(p.Type).Append(' ').Append(p.Unit).Append(' ').AppendJoin(',', p.By).Append('\n');
            foreach (var v in p.Values.Select(m => m.Definition).OrderBy(v => v.Key, StringComparer.Ordinal).ThenBy(v => v.From).ThenBy(v => v.Published))
            {
                sb.Append("  ").Append(v.Key).Append(' ').Append(FeelDate.Format(v.From)).Append("..").Append(v.To is { } to ? FeelDate.Format(to) : "")
                    .Append(" published ").Append(v.Published is { } d ? FeelDate.Format(d) : "unknown")
                    .Append(" attested ").Append(v.AttestedThrough is { } a ? FeelDate.Format(a) : "")
                    .Append(v.Withdrawn ? " withdrawn " : v.HoldsNothing ? " recalled " : " = ").Append(v.Value).Append(' ').Append(v.Status).Append('\n');
            }
        }
        foreach (var i in rules.Items.OrderBy(i => i.Name, StringComparer.Ordinal).ThenBy(i => i.Entity.Name, StringComparer.Ordinal))
        {
            sb.Append(i.Kind).Append(' ').Append(i.Name).Append(" per ").Append(i.Entity.Name).Append(' ').Append(i.Definition?.Status).Append(": ");
            Write(sb, i.Bound);
            if (i.Definition is BenefitDefinition b) sb.Append(" payer ").Append(b.Payer).Append(b.ToAccount ? " account" : "");
            if (i.Definition is RouteDefinition r) sb.Append(" class ").Append(r.Class);
            sb.Append('\n');
        }
        sb.Append("basis ").Append(rules.Merged.MonthBasis);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sb.ToString())))[..16];
    }

    private static void Write(StringBuilder sb, BoundExpression e)
    {
        sb.Append('(').Append(Head(e));
        foreach (var child in BoundTree.Children(e))
        {
            sb.Append(' ');
            Write(sb, child);
        }
        sb.Append(')');
    }

    private static string Head(BoundExpression e) => e switch
    {
        BoundLiteral l => l.Value.ToString(),
        BoundLocal l => $"#{l.Slot}",
        BoundAttribute a => "." + a.Attribute.Name,
        BoundItem i => ":" + i.Item,
        BoundParent p => "^" + p.Declaration.Name,
        BoundParameter p => "$" + p.Parameter,
        BoundMonth m => "month" + m.Part,
        BoundOperation o => o.Operation.ToString(),
        BoundDynamic d => d.Name,
        BoundLogic l => l.IsAnd ? "and" : "or",
        BoundIf => "if",
        BoundFor f => $"for{string.Concat(f.Iterators.Select(i => $" #{i.Slot}"))}",
        BoundQuantified q => $"{(q.IsEvery ? "every" : "some")}{string.Concat(q.Iterators.Select(i => $" #{i.Slot}"))}",
        BoundFilter f => $"filter #{f.Slot}",
        BoundDynamicFilter f => $"filter #{f.Slot}",
        BoundMap m => $"map #{m.Slot}",
        BoundProperty p => "." + p.Name,
        BoundContext c => "context " + string.Join(' ', c.Entries.Select(x => x.Key)),
        BoundRange r => $"range {r.LowIncluded} {r.HighIncluded}",
        BoundIn i => $"in #{i.Slot}",
        BoundInstanceOf i => "is " + i.Tested,
        BoundFault f => "fault " + f.Fault.Name,
        _ => e.GetType().Name,
    };
}
