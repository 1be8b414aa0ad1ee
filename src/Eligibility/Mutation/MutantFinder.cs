using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Mutation;

/// <summary>Every change that is tried on a rule file, in the order of the file's sections.</summary>
internal sealed class MutantFinder
{
    private readonly WholeNumbers _whole;
    private readonly RuleFile _file;
    private readonly List<Mutant> _found = [];

    private MutantFinder(WholeNumbers whole, RuleFile file)
    {
        _whole = whole;
        _file = file;
    }

    public static IReadOnlyList<Mutant> Of(RuleFile file, WholeNumbers whole)
    {
        var finder = new MutantFinder(whole, file);
        finder.Find();
        return finder.Distinct();
    }

    /// <summary>Two changes of an item that read alike are told apart by number, so that one of them can be spoken of.</summary>
    private IReadOnlyList<Mutant> Distinct()
    {
        var seen = new Dictionary<(string, string), int>();
        return [.. _found.Select(m =>
        {
            var count = seen[(m.Item, m.Change)] = seen.GetValueOrDefault((m.Item, m.Change)) + 1;
            return count == 1 ? m : m with { Change = $"{m.Change} ({count})" };
        })];
    }

    private void Find()
    {
        foreach (var p in _file.Parameters)
        {
            Parameter(p);
            if (p.Override) Dropped("$" + p.Name, p, _file with { Parameters = [.. _file.Parameters.Where(x => x != p)] });
        }
        foreach (var d in _file.Derived)
        {
            var whole = _whole.Counts(d);
            Formula(d.Name, d.Formula, whole);
            if (d.Table is { } table) Table(d.Name, table, whole);
            if (d.Override) Dropped(d.Name, d, _file with { Derived = [.. _file.Derived.Where(x => x != d)] });
        }
        Formula("#applies", _file.Applies?.When);
        foreach (var c in _file.Criteria)
        {
            Formula(c.Name, c.Formula);
            if (c.Override) Dropped(c.Name, c, _file with { Criteria = [.. _file.Criteria.Where(x => x != c)] });
        }
        foreach (var r in _file.Routes)
        {
            Formula($"#route:{r.Name}", r.When);
            Formula($"#covers:{r.Name}", r.Covers);
            if (r.Override) Dropped($"#route:{r.Name}", r, _file with { Routes = [.. _file.Routes.Where(x => x != r)] });
        }
        foreach (var b in _file.Benefits)
        {
            Formula($"#when:{b.Name}", b.When);
            Formula($"#amount:{b.Name}", b.Amount);
            if (b.Table is { } table) Table($"#amount:{b.Name}", table);
            if (b.Override) Dropped($"#amount:{b.Name}", b, _file with { Benefits = [.. _file.Benefits.Where(x => x != b)] });
        }
        foreach (var i in _file.Items)
            foreach (var reading in i.Interpretations) Formula($"#reading:{i.Name}:{reading.Name}", reading.When);
    }

    private void Dropped(string item, ItemDefinition definition, RuleFile without) =>
        _found.Add(new Mutant(_file, MutationKind.Override, item, definition.Location, "override → (none)", _ => without));

    private void Formula(string item, Formula? formula, bool countsWhole = false)
    {
        if (formula is not null) Edits(item, formula.Fragment, formula.Syntax, countsWhole);
    }

    private void Edits(string item, SourceFragment fragment, ExpressionSyntax syntax, bool countsWhole)
    {
        var mutations = new FormulaMutations(_whole, fragment.Text);
        foreach (var e in mutations.Of(syntax, countsWhole))
        {
            var at = fragment.At(e.Span);
            // In a quoted scalar quotes are doubled: what is put in is written as the file writes it.
            var quoted = at.Span.Start > 0 && IsSingleQuoted(fragment);
            Add(e.Kind, item, at, mutations.Describe(e), quoted ? e.Text.Replace("'", "''", StringComparison.Ordinal) : e.Text);
        }
    }

    private static bool IsSingleQuoted(SourceFragment fragment)
    {
        var start = fragment.At(new TextSpan(0, 0)).Span.Start;
        return start > 0 && fragment.Source.Content[start - 1] == '\'';
    }

    private void Table(string item, TableDefinition table, bool countsWhole = false)
    {
        foreach (var row in table.Rows)
        {
            foreach (var (cell, header) in row.Cells.Zip(table.Inputs))
                if (!cell.IsDash) Edits(item, cell.Fragment, cell.Tests, _whole.IsWhole(header.Syntax));
            Formula(item, row.Output, countsWhole);
        }
        if (table.Hit != HitPolicy.First) return;
        foreach (var (a, b) in table.Rows.Zip(table.Rows.Skip(1)))
        {
            var (x, y) = (SpanOf(a.Line), SpanOf(b.Line));
            var text = _file.Source.Content;
            var between = text[x.End..y.Start];
            Add(MutationKind.RowOrder, item, _file.Source.At(TextSpan.FromBounds(x.Start, y.End)), $"{a.Line.Text.Trim()} ⇄ {b.Line.Text.Trim()}", text[y.Start..y.End] + between + text[x.Start..x.End]);
        }
    }

    private static TextSpan SpanOf(SourceFragment line) => line.At(new TextSpan(0, line.Text.TrimEnd().Length)).Span;

    private void Parameter(ParameterDefinition p)
    {
        var item = "$" + p.Name;
        Formula(item, p.Floor);
        var whole = p.Unit is { } unit && !unit.StartsWith("CNY", StringComparison.Ordinal) && p.Values.All(v => v.Value.Kind != ValueKind.String || (Number.TryParse(v.Value.Text, out var n) && n.IsInteger));
        foreach (var v in p.Values)
        {
            if (v.Value.Kind != ValueKind.String) continue;
            var (key, text) = (v.Key.Length == 0 ? "" : $"{v.Key} ", v.Value.Text);
            var day = FeelDate.Format(v.From);
            if (text is "true" or "false") Add(MutationKind.ParameterValue, item, v.Location, $"{day} {key}{text} → {(text == "true" ? "false" : "true")}", text == "true" ? "false" : "true");
            else if (Number.TryParse(text, out var n))
                foreach (var other in FormulaMutations.Near(n, whole)) Add(MutationKind.ParameterValue, item, v.Location, $"{day} {key}{text} → {other}", other.ToString());
        }
        foreach (var v in p.Values.DistinctBy(v => v.FromLocation))
            foreach (var months in new[] { -1, 1 })
            {
                if (SaysNothing(p, v, v.From.PlusMonths(months))) continue;
                var (day, other) = (FeelDate.Format(v.From), FeelDate.Format(v.From.PlusMonths(months)));
                Add(MutationKind.EffectiveDate, item, v.FromLocation, $"from {day} → {other}", other);
            }
    }

    /// <summary>
    /// Whether another start means the same: before the file is in force none of its values is asked for, so that a start moves unseen among
    /// those days unless another entry of the series stands between.
    /// </summary>
    private bool SaysNothing(ParameterDefinition p, ParameterValue v, LocalDate other)
    {
        var (first, last) = v.From < other ? (v.From, other) : (other, v.From);
        return last <= _file.From && p.Values.Where(x => x.FromLocation != v.FromLocation).All(x => x.From < first || x.From > last);
    }

    private void Add(MutationKind kind, string item, Location at, string change, string replacement)
    {
        var (source, span) = (_file.Source, at.Span);
        _found.Add(new Mutant(_file, kind, item, at, change, bag =>
        {
            var text = string.Concat(source.Content.AsSpan(0, span.Start), replacement, source.Content.AsSpan(span.End));
            var root = YamlReader.Read(source.Name, Encoding.UTF8.GetBytes(text), bag);
            return root is null ? null : RuleFileReader.Read(root, root.Location.Source, false, null, bag);
        }));
    }
}
