using System.Globalization;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Scenarios;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Mutation;

/// <summary>Something that scenarios should meet: a formula that is evaluated, a row that matches, an outcome of a condition.</summary>
/// <param name="File">The rule file.</param>
/// <param name="Item">The item.</param>
/// <param name="At">Where it is written.</param>
/// <param name="What">What should be met: evaluated, row, true or false.</param>
/// <param name="Part">The condition or row as written; empty where the whole formula is meant.</param>
internal sealed record CoveragePoint(RuleFile File, string Item, Location At, string What, string Part);

/// <summary>
/// What of the rules the scenarios meet, read out of finished runs. A condition inside an iteration is not looked at by itself. What is
/// never bound, because another layer overrides it wherever it could be, is not counted.
/// </summary>
internal sealed class ScenarioCoverage
{
    private readonly Dictionary<CoveragePoint, bool> _points = [];

    private ScenarioCoverage()
    {
    }

    public int Total => _points.Count;

    public int Covered => _points.Values.Count(met => met);

    /// <summary>What no scenario meets, in the order of files and lines.</summary>
    public IEnumerable<CoveragePoint> Open => Sorted(_points.Where(p => !p.Value).Select(p => p.Key));

    public static ScenarioCoverage Of(RuleBook book, IReadOnlyList<Scenario> scenarios, Func<RuleFile, bool> select)
    {
        var coverage = new ScenarioCoverage();
        var ours = book.Library.Files.Where(select).ToHashSet();
        foreach (var item in StackCheck.Plans(book).SelectMany(p => p.Rules.Order).Where(i => ours.Contains(i.File)))
            foreach (var point in PointsOf(item)) coverage._points.TryAdd(point, false);
        foreach (var s in scenarios)
        {
            if (Facts.Read(s.Facts, book.Vocabulary, []) is not { } facts) continue;
            ScenarioRunner.Run(book, s, facts, out var assessment);
            if (assessment is null) continue;
            foreach (var run in assessment.Decisions.SelectMany(d => d.Segments.Select(x => x.Decision.Run).Append(d.Run)).Append(assessment.Run).Distinct())
                foreach (var item in run.Rules.Plan.Rules.Order.Where(i => ours.Contains(i.File) && !run.Rules.Gaps.ContainsKey(i.Programme)))
                    foreach (var instance in run.Computed(item)) coverage.Meet(run, item, instance);
        }
        return coverage;
    }

    private void Met(RuleItem item, Location at, string what, string part)
    {
        var point = new CoveragePoint(item.File, Reach.NameOf(item).TrimStart('#'), at, what, part);
        if (_points.ContainsKey(point)) _points[point] = true;
    }

    private static TableDefinition? TableOf(RuleItem item) =>
        item.Definition switch { DerivedDefinition d when item.Kind == ItemKind.Derived => d.Table, BenefitDefinition b when item.Kind == ItemKind.ExactAmount => b.Table, _ => null };

    /// <summary>A payment is only asked of those who are covered: a condition of it that says no more than that is never false.</summary>
    private static bool RepeatsTheGate(RuleItem item) =>
        item.Definition is BenefitDefinition && item.Bound is BoundItem { Item: RuleItem { Kind: ItemKind.Entitled or ItemKind.Eligible } gate } && gate.Owner == item.Owner;

    private static bool IsWritten(RuleItem item) => item.Written is not null || TableOf(item) is not null;

    private static bool IsCondition(RuleItem item) => item.Type == FeelType.Boolean && item.Written is not null;

    private static Location PlaceOf(RuleItem item) => item.Written is { } w ? w.At(new TextSpan(0, w.Text.Length)) : TableOf(item)!.Location;

    private static IEnumerable<CoveragePoint> PointsOf(RuleItem item)
    {
        if (!IsWritten(item)) yield break;
        var name = Reach.NameOf(item).TrimStart('#');
        yield return new CoveragePoint(item.File, name, PlaceOf(item), "evaluated", "");
        if (IsCondition(item))
            foreach (var outcome in new[] { "true", "false" })
                if (outcome == "true" || !RepeatsTheGate(item)) yield return new CoveragePoint(item.File, name, PlaceOf(item), outcome, "");
        if (TableOf(item) is { } table)
            foreach (var row in table.Rows) yield return new CoveragePoint(item.File, name, row.Line.At(new TextSpan(0, 1)), "row", row.Line.Text.Trim());
        if (item.Written is null) yield break;
        foreach (var i in Conditions(item.Bound))
            foreach (var outcome in new[] { "true", "false" }) yield return new CoveragePoint(item.File, name, item.Written.At(i.Condition.Span), outcome, Text(item, i.Condition));
    }

    private static string Text(RuleItem item, BoundExpression e) => item.Written!.Text.Substring(e.Span.Start, e.Span.Length);

    /// <summary>The ifs that stand outside of iterations.</summary>
    private static IEnumerable<BoundIf> Conditions(BoundExpression e) =>
        e is BoundFor or BoundQuantified or BoundFilter or BoundMap or BoundIn ? [] : (e is BoundIf i && i.Condition.Span.Length > 0 ? new[] { i } : []).Concat(BoundTree.Children(e).SelectMany(Conditions));

    private void Meet(HouseholdRun run, RuleItem item, EntityRecord instance)
    {
        if (!IsWritten(item)) return;
        Met(item, PlaceOf(item), "evaluated", "");
        if (IsCondition(item) && run[item, instance] is { IsUnknown: false } value) Met(item, PlaceOf(item), value.IsTrue ? "true" : "false", "");
        if (item.Written is not null) Follow(run, item, item.Bound, instance);
        else if (TableOf(item) is { } table) Rows(run, item, table, instance);
    }

    /// <summary>Goes the way that evaluation went: only the branch that was taken is looked into.</summary>
    private void Follow(HouseholdRun run, RuleItem item, BoundExpression e, EntityRecord instance)
    {
        if (e is BoundFor or BoundQuantified or BoundFilter or BoundMap or BoundIn || !BoundTree.All(e).Any(x => x is BoundIf)) return;
        if (e is not BoundIf i)
        {
            foreach (var child in BoundTree.Children(e)) Follow(run, item, child, instance);
            return;
        }
        Follow(run, item, i.Condition, instance);
        var holds = run.Evaluate(i.Condition, instance);
        if (holds.IsUnknown) return;
        if (i.Condition.Span.Length > 0) Met(item, item.Written!.At(i.Condition.Span), holds.IsTrue ? "true" : "false", Text(item, i.Condition));
        Follow(run, item, holds.IsTrue ? i.Then : i.Else, instance);
    }

    /// <summary>A table means the ifs it stands for, one for each row in its order; where all matching rows are added up, one beside the other.</summary>
    private void Rows(HouseholdRun run, RuleItem item, TableDefinition table, EntityRecord instance)
    {
        var e = item.Bound;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[table.Hit == HitPolicy.CollectSum ? table.Rows.Count - 1 - i : i];
            var condition = e;
            if (table.Hit == HitPolicy.CollectSum && i + 1 < table.Rows.Count) (condition, e) = (((BoundOperation)e).Arguments[1], ((BoundOperation)e).Arguments[0]);
            var always = table.Hit != HitPolicy.CollectSum && row.Cells.All(c => c.IsDash);
            var holds = always ? Value.True : run.Evaluate(((BoundIf)condition).Condition, instance);
            if (holds.IsTrue) Met(item, row.Line.At(new TextSpan(0, 1)), "row", row.Line.Text.Trim());
            if (table.Hit == HitPolicy.CollectSum) continue;
            if (always || !holds.IsFalse) return;
            e = ((BoundIf)condition).Else;
        }
    }

    public string Text(Language language)
    {
        var zh = language == Language.Chinese;
        var text = new StringBuilder();
        foreach (var p in Open)
        {
            var what = p.What switch
            {
                "evaluated" => zh ? "没有求值" : "never evaluated",
                "row" => zh ? "没有命中这一行" : "row never hit",
                "true" => zh ? "从未为真" : "never true",
                _ => zh ? "从未为假" : "never false",
            };
            text.Append(CultureInfo.InvariantCulture, $"{p.File.Source.Name}:{p.At.Line}: {p.Item}: {what}{(p.Part.Length > 0 ? $": {string.Join(' ', p.Part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}" : "")}\n");
        }
        foreach (var set in _points.GroupBy(p => $"{p.Key.File.Jurisdiction}/{p.Key.File.Programme}").OrderBy(g => g.Key, StringComparer.Ordinal)) Line(set.Key, [.. set]);
        foreach (var (what, label) in new[] { ("evaluated", zh ? "公式" : "formulas"), ("row", zh ? "表格行" : "rows"), ("true", zh ? "条件为真" : "conditions true"), ("false", zh ? "条件为假" : "conditions false") })
            Line(label, [.. _points.Where(p => p.Key.What == what)]);
        Line(zh ? "合计" : "total", [.. _points]);
        return text.ToString();

        void Line(string name, KeyValuePair<CoveragePoint, bool>[] points) =>
            text.Append(CultureInfo.InvariantCulture, $"{name}: {points.Count(p => p.Value)}/{points.Length} {MutationReport.Percent(points.Count(p => p.Value), points.Length)}\n");
    }

    private static IEnumerable<CoveragePoint> Sorted(IEnumerable<CoveragePoint> points) =>
        points.OrderBy(p => p.File.Source.Name, StringComparer.Ordinal).ThenBy(p => p.At.Span.Start).ThenBy(p => p.What, StringComparer.Ordinal);
}
