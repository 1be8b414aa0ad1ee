using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Lints;

/// <summary>
/// Finds conditions that can never hold: the conjuncts of a condition bound its terms, and under these bounds some conjunct cannot be true
/// at any date at which the parameters have values. Only what intervals prove is said.
/// </summary>
internal sealed class ReachLint
{
    private readonly ResolvedParameter[] _parameters;
    private readonly Dictionary<string, Interval> _bounds = new(StringComparer.Ordinal);

    private ReachLint(ResolvedParameter[] parameters) => _parameters = parameters;

    public static void Run(Plan plan, ProgrammeRules programme, DiagnosticBag bag)
    {
        var dates = programme.Parameters.SelectMany(p => p.Values).Select(v => v.Definition.From).Append(programme.Merged.Top.From).Distinct().ToArray();
        var conditions = programme.Items.Where(i => i.Type == FeelType.Boolean && i.Written is not null && i.Definition is not null).ToArray();
        var impossible = conditions.Select(i => (Item: i, Part: ImpossiblePart(plan, i, dates))).Where(f => f.Part is not null).ToDictionary(f => f.Item, f => f.Part!);
        foreach (var (item, part) in impossible.Where(f => !RestsOnOne(f.Key.Bound, impossible))) bag.NeverHolds(item.Written!.At(item.Bound.Span), item.Definition!.Name, Printed(item, part));
    }

    private static BoundExpression? ImpossiblePart(Plan plan, RuleItem item, LocalDate[] dates)
    {
        BoundExpression? impossible = null;
        foreach (var date in dates)
        {
            impossible = new ReachLint(ParametersAt(plan, date)).Impossible(item.Bound);
            if (impossible is null) break;
        }
        return impossible;
    }

    /// <summary>Whether a conjunct is an item that can never hold by itself: the mistake is told where it stands, and once.</summary>
    private static bool RestsOnOne(BoundExpression e, IReadOnlyDictionary<RuleItem, BoundExpression> impossible) => e switch
    {
        BoundLogic { IsAnd: true } l => RestsOnOne(l.Left, impossible) || RestsOnOne(l.Right, impossible),
        BoundItem { Item: RuleItem item } => impossible.ContainsKey(item),
        _ => false,
    };

    private static ResolvedParameter[] ParametersAt(Plan plan, LocalDate date) =>
        MonthRules.Create(plan, new RuleQuestion("", date.ToYearMonth(), new LocalDate(9999, 12, 31), new LocalDate(9999, 12, 31), AcceptUnattested: true), LocalText.Same(""),
            new Dictionary<string, Missing>()).Parameters;

    private static string Printed(RuleItem item, BoundExpression part)
    {
        var text = item.Written!.Text;
        return part.Span.End <= text.Length && part.Span.Length > 0 ? text.Substring(part.Span.Start, part.Span.Length) : item.Name;
    }

    /// <summary>A conjunct that cannot be true while the others are; null when none is found.</summary>
    private BoundExpression? Impossible(BoundExpression condition)
    {
        var conjuncts = new List<BoundOperation>();
        Collect(condition, conjuncts, 0);
        // Bounds of one term may tighten another's; a few rounds reach what intervals can reach.
        for (var round = 0; round < 4; round++)
            foreach (var c in conjuncts) Narrow(c);
        return conjuncts.Find(c => !CanHold(c));
    }

    private static void Collect(BoundExpression e, List<BoundOperation> conjuncts, int depth)
    {
        switch (e)
        {
            case BoundLogic { IsAnd: true } l:
                Collect(l.Left, conjuncts, depth);
                Collect(l.Right, conjuncts, depth);
                break;
            case BoundItem { Target: BoundLocal { Slot: 0 }, Item: RuleItem item } when depth < 6 && item.Type == FeelType.Boolean:
                Collect(item.Bound, conjuncts, depth + 1);
                break;
            case BoundOperation { Operation.Name: "<" or "<=" or ">" or ">=" or "=" } o when o.Arguments.All(a => a.Type.Present == FeelType.Number):
                conjuncts.Add(o);
                break;
        }
    }

    private void Narrow(BoundOperation o)
    {
        var (left, right) = (o.Arguments[0], o.Arguments[1]);
        var (a, b) = (RangeOf(left, 0), RangeOf(right, 0));
        switch (o.Operation.Name)
        {
            case "<": Below(left, b, true); Above(right, a, true); break;
            case "<=": Below(left, b, false); Above(right, a, false); break;
            case ">": Above(left, b, true); Below(right, a, true); break;
            case ">=": Above(left, b, false); Below(right, a, false); break;
            default: Bound(left, b); Bound(right, a); break;
        }
    }

    private void Below(BoundExpression term, Interval other, bool strict) => Bound(term, new Interval(null, false, other.High, other.HighStrict || strict));

    private void Above(BoundExpression term, Interval other, bool strict) => Bound(term, new Interval(other.Low, other.LowStrict || strict, null, false));

    private void Bound(BoundExpression term, Interval interval)
    {
        if (Narrowing.KeyOf(term) is { } key) _bounds[key] = _bounds.GetValueOrDefault(key, Interval.Any).Meet(interval);
    }

    private bool CanHold(BoundOperation o)
    {
        var (a, b) = (RangeOf(o.Arguments[0], 0), RangeOf(o.Arguments[1], 0));
        return o.Operation.Name switch
        {
            "<" => a.CanBeBelow(b, true),
            "<=" => a.CanBeBelow(b, false),
            ">" => b.CanBeBelow(a, true),
            ">=" => b.CanBeBelow(a, false),
            _ => a.CanBeBelow(b, false) && b.CanBeBelow(a, false),
        };
    }

    private Interval RangeOf(BoundExpression e, int depth)
    {
        var own = depth > 8 ? Interval.Any : Shape(e, depth + 1);
        return Narrowing.KeyOf(e) is { } key && _bounds.TryGetValue(key, out var bound) ? own.Meet(bound) : own;
    }

    private Interval Shape(BoundExpression e, int depth)
    {
        switch (e)
        {
            case BoundLiteral { Value: { Kind: ValueKind.Number } v }: return Interval.Point(v.Number);
            case BoundParameter p when p.Keys.Count == 0 && _parameters[p.Parameter.Index].Plain is { Kind: ValueKind.Number } v: return Interval.Point(v.Number);
            case BoundAttribute a: return new Interval(a.Attribute.Minimum, false, a.Attribute.Maximum, false);
            case BoundItem { Target: BoundLocal { Slot: 0 }, Item: RuleItem item }: return RangeOf(item.Bound, depth);
            case BoundIf i: return RangeOf(i.Then, depth).Join(RangeOf(i.Else, depth));
            case BoundMap m: return RangeOf(m.Body, depth);
            case BoundOperation o: return Operation(o, depth);
            default: return Interval.Any;
        }
    }

    private Interval Operation(BoundOperation o, int depth)
    {
        Interval At(int i) => RangeOf(o.Arguments[i], depth);
        switch (o.Operation.Name)
        {
            case "+": return At(0) + At(1);
            case "-": return At(0) - At(1);
            case "*": return At(0) * At(1);
            case "/": return At(0) / At(1);
            case "negate": return -At(0);
            case "count" or "age" or "abs": return Interval.NotNegative;
            case "sum": return At(0).Low is { Sign: >= 0 } ? Interval.NotNegative : Interval.Any;
            default: return Interval.Any;
        }
    }
}
