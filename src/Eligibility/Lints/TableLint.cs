using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Lints;

/// <summary>
/// Looks for cases that no row, or more than one, of a decision table meets. Only tables whose cells are constant are looked at; each input is
/// tried with one value for every stretch that its cells tell apart, which covers all values there are between the least and the greatest.
/// </summary>
internal static class TableLint
{
    private const int MostCases = 20_000;

    public static void Run(Plan plan, ProgrammeRules programme, DiagnosticBag bag)
    {
        foreach (var item in programme.Items)
        {
            var table = item.Definition switch { DerivedDefinition d when item.Kind == ItemKind.Derived => d.Table, BenefitDefinition b when item.Kind == ItemKind.ExactAmount => b.Table, _ => null };
            if (table is null) continue;
            var columns = table.Inputs.Select((h, c) => Candidates(h, table, c, item)).ToArray();
            if (columns.Any(c => c is null) || columns.Aggregate(1L, (n, c) => n * c!.Count) > MostCases) continue;
            Check(table, item, columns!, plan, bag);
        }
    }

    private static void Check(TableDefinition table, RuleItem item, IReadOnlyList<Value>[] columns, Plan plan, DiagnosticBag bag)
    {
        var holds = table.Rows.Select(r => r.Cells.Select((c, i) => columns[i].Select(v => Holds(c, v, item, plan)).ToArray()).ToArray()).ToArray();
        string? gap = null, overlap = null;
        foreach (var at in Cases(columns))
        {
            var rows = holds.Count(row => row.Select((cell, i) => cell[at[i]]).All(h => h));
            string Example() => string.Join(", ", at.Select((c, i) => $"{table.Inputs[i].Fragment.Text} = {columns[i][c]}"));
            if (rows == 0 && table.Hit != HitPolicy.CollectSum) gap ??= Example();
            if (rows > 1 && table.Hit == HitPolicy.Unique) overlap ??= Example();
        }
        if (gap is not null) bag.TableGap(table.Location, item.Definition!.Name, gap);
        if (overlap is not null) bag.TableOverlap(table.Location, item.Definition!.Name, overlap);
    }

    private static IEnumerable<int[]> Cases(IReadOnlyList<Value>[] columns)
    {
        var at = new int[columns.Length];
        while (true)
        {
            yield return at;
            var i = 0;
            while (i < at.Length && ++at[i] == columns[i].Count) at[i++] = 0;
            if (i == at.Length) yield break;
        }
    }

    /// <summary>Values that tell the cells of a column apart; null when a cell is not constant or the type has no such values.</summary>
    private static IReadOnlyList<Value>? Candidates(Formula header, TableDefinition table, int column, RuleItem item)
    {
        var cells = table.Rows.Select(r => r.Cells[column].Tests).ToArray();
        if (cells.SelectMany(SyntaxTree.DescendantsAndSelf).Any(s => s is NameSyntax or PathSyntax)) return null;
        var (bound, _) = Binder.BindPart(header, item.Entity, item.Owner, 1, new DiagnosticBag());
        if (bound.Type == FeelType.Boolean) return [Value.True, Value.False];
        if (bound.Type is CodeType code) return [.. code.Attribute.Codes.Select(c => Value.From(c.Name))];
        if (bound.Type != FeelType.Number) return null;
        var marks = cells.SelectMany(SyntaxTree.DescendantsAndSelf).OfType<NumberSyntax>().Select(n => n.Value).Distinct().Order().ToArray();
        return marks.Length == 0 ? [Value.Zero] : [.. marks.SelectMany((m, i) => i + 1 < marks.Length ? new[] { m, Between(m, marks[i + 1]) } : [m]).Select(Value.From)];
    }

    private static Number Between(Number a, Number b) => Number.TryDivide(a + b, 2, out var middle) ? middle : a;

    private static bool Holds(TableCell cell, Value value, RuleItem item, Plan plan)
    {
        if (cell.IsDash) return true;
        var literal = SourceFragment.Whole("cell", value.ToString());
        var bag = new DiagnosticBag();
        var (test, slots) = Binder.BindCell(new Formula(literal, Parser.Parse(literal, bag)), cell.Fragment, cell.Tests, item.Entity, item.Owner, 1, bag);
        return !bag.HasErrors && Compiler.Rule(test)(new Frame { Locals = new Value[Math.Max(slots, plan.Slots)] }).IsTrue;
    }
}
