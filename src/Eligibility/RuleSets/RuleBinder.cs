using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>Binds the merged rules of a place: every formula, table and sentence, then what follows from routes and benefits, then the order.</summary>
internal sealed partial class RuleBinder
{
    private readonly BoundRules _rules;
    private readonly DiagnosticBag _bag;

    // Sentences are bound behind all formulas: one may name what rests on the criterion that it speaks of.
    private readonly List<Action> _sentences = [];

    private RuleBinder(BoundRules rules, DiagnosticBag bag)
    {
        _rules = rules;
        _bag = bag;
    }

    private Vocabulary.Vocabulary Vocabulary => _rules.Vocabulary;

    /// <summary>Binds; the result can be evaluated only when no error was reported.</summary>
    public static BoundRules Bind(Vocabulary.Vocabulary vocabulary, IReadOnlyList<MergedRules> programmes, DiagnosticBag bag, ICollection<NameUse>? uses = null)
    {
        var rules = new BoundRules(vocabulary, programmes) { Uses = uses };
        var binder = new RuleBinder(rules, bag);
        foreach (var p in rules.Programmes) binder.Declare(p);
        foreach (var p in rules.Programmes)
            foreach (var item in p.Items) _ = item.Type;
        foreach (var bind in binder._sentences) bind();
        foreach (var p in rules.Programmes) binder.BindFloors(p);
        foreach (var p in rules.Programmes) binder.CheckKeys(p);
        foreach (var p in rules.Programmes) binder.CheckArrears(p);
        rules.Parameters = [.. rules.Programmes.SelectMany(p => p.Parameters)];
        for (var i = 0; i < rules.Parameters.Count; i++) rules.Parameters[i].Index = i;
        rules.Order = ItemOrder.Of(rules);
        rules.Chain.Check(rules.Order, bag);
        if (rules.Chain.IsBroken) return rules;
        var proof = new ScaleProof();
        foreach (var p in rules.Programmes) binder.CheckPayments(p, proof);
        return rules;
    }

    private void Declare(ProgrammeRules p)
    {
        var merged = p.Merged;
        foreach (var m in merged.Parameters) p.Add(new RuleParameter(p, m, merged.Values.GetValueOrDefault(m.Definition.Name) ?? []));
        foreach (var m in merged.Derived) Declare(p, ItemKind.Derived, m.Definition, m.File, null, i => BindValue(i, m.Definition.Formula, m.Definition.Table, null));
        foreach (var m in merged.Criteria) Declare(p, ItemKind.Criterion, m.Definition, m.File, FeelType.Boolean, i => BindCriterion(i, m.Definition));
        DeclareRoutes(p);
        DeclareBenefits(p);
        foreach (var item in p.Items.Where(i => i.Definition is not null).ToArray())
            foreach (var reading in item.Definition!.Interpretations) DeclareReading(p, item, reading);
    }

    private RuleItem Declare(ProgrammeRules p, ItemKind kind, ItemDefinition definition, RuleFile file, FeelType? type, Func<RuleItem, FeelType> bind, string? name = null)
    {
        var item = new RuleItem(p, kind, name ?? definition.Name, EntityOf(definition), definition.Label, file, definition, null, i =>
        {
            var bound = bind(i);
            return type ?? bound;
        });
        p.Add(item);
        return item;
    }

    private void DeclareReading(ProgrammeRules p, RuleItem item, InterpretationDefinition reading)
    {
        p.Add(new RuleItem(p, ItemKind.Interpretation, $"#reading:{item.Name}:{reading.Name}", item.Entity, reading.Note, item.File, null, null,
            i => BindFormula(i, reading.When, FeelType.Boolean)) { Of = item, Reading = reading });
    }

    private EntityDeclaration EntityOf(ItemDefinition definition)
    {
        if (definition.Per is null) return Vocabulary.Root;
        if (Vocabulary.Entity(definition.Per) is { } entity) return entity;
        _bag.UnknownEntity(definition.PerLocation, definition.Per, NearestName.Find(definition.Per, Vocabulary.Entities.Select(e => e.Name)));
        return Vocabulary.Root;
    }

    private FeelType BindFormula(RuleItem item, Formula formula, FeelType? wanted)
    {
        var (bound, slots) = wanted is null
            ? Binder.BindFormula(formula.Syntax, formula.Fragment, item.Entity, item.Owner, _bag)
            : Binder.BindFormulaAs(formula.Syntax, formula.Fragment, item.Entity, item.Owner, wanted, _bag);
        item.Bound = bound;
        item.Slots = slots;
        item.Written = formula.Fragment;
        return bound.Type;
    }

    private FeelType BindValue(RuleItem item, Formula? formula, TableDefinition? table, FeelType? wanted) =>
        formula is not null ? BindFormula(item, formula, wanted) : BindTable(item, table!, wanted);

    private FeelType BindCriterion(RuleItem item, CriterionDefinition criterion)
    {
        var type = BindFormula(item, criterion.Formula, FeelType.Boolean);
        _sentences.Add(() =>
        {
            item.Met = BindTemplate(criterion.Met, item.Entity, item.Owner);
            item.NotMet = BindTemplate(criterion.NotMet, item.Entity, item.Owner);
        });
        return type;
    }

    private BoundTemplate BindTemplate(LocalTemplate template, EntityDeclaration entity, ProgrammeRules owner)
    {
        var slots = 1;
        var zh = Parts(template.Zh);
        return new BoundTemplate(zh, ReferenceEquals(template.En, template.Zh) ? zh : Parts(template.En), slots);

        List<BoundTemplatePart> Parts(Template t)
        {
            var parts = new List<BoundTemplatePart>();
            foreach (var part in t.Parts)
            {
                if (part.Expression is null)
                {
                    parts.Add(new BoundTemplatePart(part.Text, null));
                    continue;
                }
                var (bound, used) = Binder.BindPart(part.Expression, entity, owner, slots, _bag);
                slots = used;
                parts.Add(new BoundTemplatePart(null, bound));
            }
            return parts;
        }
    }

    /// <summary>A table means the ifs it stands for.</summary>
    private FeelType BindTable(RuleItem item, TableDefinition table, FeelType? wanted)
    {
        // Every row had a mistake of its own, and was reported.
        if (table.Rows.Count == 0) return FeelType.Error;
        var slots = 1;
        var rows = new List<(BoundExpression When, BoundExpression Then)>();
        // A column of nothing but dashes tests nothing, and still has to mean something.
        for (var i = 0; i < table.Inputs.Count; i++)
            if (table.Rows.All(r => r.Cells[i].IsDash)) slots = Binder.BindPart(table.Inputs[i], item.Entity, item.Owner, slots, _bag).Slots;
        foreach (var row in table.Rows)
        {
            BoundExpression when = new BoundLiteral(Value.True, FeelType.Boolean, default);
            var always = true;
            foreach (var (cell, header) in row.Cells.Zip(table.Inputs))
            {
                if (cell.IsDash) continue;
                var (test, used) = Binder.BindCell(header, cell.Fragment, cell.Tests, item.Entity, item.Owner, slots, _bag);
                slots = used;
                when = always ? test : new BoundLogic(true, when, test, default);
                always = false;
            }
            var (then, after) = Binder.BindPart(row.Output, item.Entity, item.Owner, slots, _bag);
            slots = after;
            if (wanted is not null && !then.Type.Fits(wanted))
            {
                _bag.WrongType(row.Output.Fragment.At(new TextSpan(0, row.Output.Fragment.Text.Length)), wanted.ToString(), then.Type.ToString());
                then = new BoundError(default);
            }
            rows.Add((when, then));
        }
        item.Slots = slots;
        item.Written = null;
        if (rows.Any(r => HasError(r.When) || HasError(r.Then))) return FeelType.Error;
        var type = rows.Select(r => r.Then.Type).Aggregate((a, b) => FeelType.Common(a, b) ?? FeelType.Error);
        if (type.IsError)
        {
            _bag.BranchesDiffer(table.Location, rows[0].Then.Type.ToString(), rows.First(r => FeelType.Common(rows[0].Then.Type, r.Then.Type) is null).Then.Type.ToString());
            return FeelType.Error;
        }
        item.Bound = Unfold(rows, table.Hit, type, item);
        return type;
    }

    private static bool HasError(BoundExpression e) => e.Type.IsError;

    private static BoundExpression Unfold(List<(BoundExpression When, BoundExpression Then)> rows, HitPolicy hit, FeelType type, RuleItem item)
    {
        if (hit == HitPolicy.CollectSum)
        {
            var zero = new BoundLiteral(Value.Zero, FeelType.Number, default);
            return rows.Select(r => (BoundExpression)new BoundIf(r.When, r.Then, zero, type, default)).Aggregate((a, b) => Operation("+", a, b));
        }
        BoundExpression result = new BoundFault(Faults.NoRow.Causes.Items[0] with { Of = item.Name }, type, default);
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var then = rows[i].Then;
            if (hit == HitPolicy.Unique && i + 1 < rows.Count)
            {
                var another = rows.Skip(i + 1).Select(r => r.When).Aggregate((a, b) => new BoundLogic(false, a, b, default));
                then = new BoundIf(another, new BoundFault(Faults.SeveralRows.Causes.Items[0] with { Of = item.Name }, type, default), then, type, default);
            }
            result = rows[i].When is BoundLiteral { Value.IsTrue: true } ? then : new BoundIf(rows[i].When, then, result, type, default);
        }
        return result;
    }

    /// <summary>An operation on operands whose types are known to fit.</summary>
    private static BoundOperation Operation(string name, params BoundExpression[] operands)
    {
        var row = OperationTable.Find(name, TypingMode.Rule).First(r => r.Parameters.Count == operands.Length && r.Parameters.Zip(operands).All(p => p.Second.Type.Fits(p.First.Type)));
        return new BoundOperation(row, operands, row.ResultOf(operands), default);
    }
}
