using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.RuleSets;

/// <summary>Payments: nothing is paid outside a route, rounding only by a clause, and every payment is whole fen.</summary>
internal sealed partial class RuleBinder
{
    private static readonly BoundLiteral Nothing = new(Value.Zero, FeelType.Number, default);

    private void DeclareBenefits(ProgrammeRules p)
    {
        var payments = new List<RuleItem>();
        foreach (var m in p.Merged.Benefits)
        {
            var b = m.Definition;
            var when = b.When is null ? null : Declare(p, ItemKind.RouteTest, b, m.File, FeelType.Boolean, i => BindFormula(i, b.When, FeelType.Boolean), $"#when:{b.Name}");
            var formula = Declare(p, ItemKind.ExactAmount, b, m.File, FeelType.Number, i => BindValue(i, b.Amount, b.Table, FeelType.Number), $"#amount:{b.Name}");
            var entity = formula.Entity;
            if (entity != Root && entity != Person) _bag.UnknownEntity(b.PerLocation, b.Per!, Person.Name);
            if (p.Merged.PayerLabel(b.Payer) is null) _bag.UnknownLabelName(b.Location, "payer", b.Payer, null);
            payments.Add(Make(p, ItemKind.Benefit, b.Name, entity, b.Label, FeelType.Number, () =>
            {
                BoundExpression gate = Read(p.First(entity == Root ? ItemKind.Eligible : ItemKind.Entitled), entity);
                if (when is not null) gate = And(gate, Read(when, entity));
                BoundExpression amount = Read(formula, entity);
                if (b.Rounding is { } r) amount = Rounded(amount, r);
                return new BoundIf(gate, amount, Nothing, FeelType.Number, default);
            }, m.File, b, formula));
        }
        foreach (var m in p.Merged.Routes.Where(m => m.Definition.Class is { } c && p.Merged.ClassLabel(c) is null))
            _bag.UnknownLabelName(m.Definition.Location, "class", m.Definition.Class!, NearestName.Find(m.Definition.Class!, m.File.Classes.Select(c => c.Name)));
        var payable = Make(p, ItemKind.Payable, "#payable", Root, new LocalText("应付金额合计", "total payable"), FeelType.Number, () =>
        {
            // In the order of their names, so that the order of the file makes no difference to the hash.
            payments.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            BoundExpression total = Nothing;
            foreach (var item in payments.Where(i => i.Entity == Root)) total = total == Nothing ? Read(item, Root) : Operation("+", total, Read(item, Root));
            foreach (var item in payments.Where(i => i.Entity == Person))
            {
                var sum = Operation("sum", EachPerson(item));
                total = total == Nothing ? sum : Operation("+", total, sum);
            }
            foreach (var m in p.Merged.NotStated.OrderBy(m => m.Definition.Name, StringComparer.Ordinal))
            {
                var missing = new Missing(MissingKind.Amount, m.Definition.Name, null, m.Definition.Note);
                var open = new BoundIf(Read(p.First(ItemKind.Eligible), Root), new BoundFault(missing, FeelType.Number, default), Nothing, FeelType.Number, default);
                total = Operation("+", total, open);
            }
            return total;
        });
        p.Expose("payable", payable, own: false, foreign: true);
    }

    private BoundMap EachPerson(RuleItem item)
    {
        var list = Root.Attributes.First(a => a.Type is ListType { Element: EntityType e } && e.Declaration == Person);
        var each = new BoundLocal(1, Person.Name, new EntityType(Person), default);
        return new BoundMap(new BoundAttribute(Self(Root), list, list.Type, default), 1, Of(each, item), FeelType.ListOf(FeelType.Number), default);
    }

    /// <summary>To a multiple of the step: divide by it, round to whole steps, multiply back.</summary>
    private static BoundExpression Rounded(BoundExpression amount, Rounding r)
    {
        var name = r.Mode switch
        {
            RoundingMode.Up => "round up",
            RoundingMode.Down => "round down",
            RoundingMode.HalfUp => "round half up",
            RoundingMode.HalfDown => "round half down",
            RoundingMode.HalfEven => "decimal",
            RoundingMode.Floor => "floor",
            _ => "ceiling",
        };
        if (ScaleIfPowerOfTen(r.To) is { } scale) return Operation(name, amount, Number(scale));
        var step = new BoundLiteral(Value.From(r.To), FeelType.Number, default);
        return Operation("*", Operation(name, Operation("/", amount, step), Number(0)), step);
    }

    private static BoundLiteral Number(Number n) => new(Value.From(n), FeelType.Number, default);

    /// <summary>2 for 0.01, 0 for 1, -1 for 10; null for a step such as 0.05.</summary>
    private static int? ScaleIfPowerOfTen(Number step)
    {
        for (var scale = -6; scale <= 2; scale++)
            if (((Number)10).TryPower(-scale, 20, out var power) && power == step) return scale;
        return null;
    }

    private void CheckPayments(ProgrammeRules p, ScaleProof proof)
    {
        foreach (var item in p.Items.Where(i => i.Kind == ItemKind.Benefit))
        {
            var benefit = (BenefitDefinition)item.Definition!;
            if (benefit.Rounding is not null || item.Of!.Type.IsError || HasErrorBelow(item.Of)) continue;
            if (p.Merged.MonthBasis == MonthBasis.Split)
            {
                // A part of a month is a fraction of an amount, whatever the amount is.
                _bag.NotProvedWholeFen(benefit.Location, benefit.Name, "monthBasis: split");
                continue;
            }
            if (proof.Problem(item.Of!) is { } problem) _bag.NotProvedWholeFen(benefit.Location, benefit.Name, problem);
        }
    }

    private static bool HasErrorBelow(RuleItem item) => BoundTree.All(item.Bound).Any(e => e is BoundError || e is BoundItem { Item.Type.IsError: true });

    /// <summary>A key that is none of the codes of the attribute it stands for would never be picked.</summary>
    private void CheckKeys(ProgrammeRules p)
    {
        foreach (var parameter in p.Parameters)
        {
            var codes = parameter.By.Select(b => Vocabulary.Entities.Select(e => e.Attribute(b)).FirstOrDefault(a => a is not null)).ToArray();
            foreach (var value in parameter.Values.Select(v => v.Definition))
            {
                var keys = value.Key.Split(", ");
                for (var i = 0; i < value.KeyLocations.Count && i < codes.Length; i++)
                {
                    if (codes[i] is { Codes.Count: > 0 } attribute && attribute.Code(keys[i]) is null)
                        _bag.UnknownCode(value.KeyLocations[i], keys[i], attribute.Name, [.. attribute.Codes.Select(c => c.Name)]);
                }
            }
        }
    }

    /// <summary>A clause about back pay speaks of payments that there are.</summary>
    private void CheckArrears(ProgrammeRules p)
    {
        var names = p.Merged.Benefits.Select(m => m.Definition.Name).ToArray();
        foreach (var clause in p.Merged.Files.SelectMany(f => f.Sources.Values).Select(s => s.Arrears).OfType<ArrearsClause>())
            foreach (var name in clause.Benefits.Concat(clause.Except).Where(n => !names.Contains(n))) _bag.UnknownLabelName(clause.NamesLocation, "benefit", name, NearestName.Find(name, names));
    }

    private void BindFloors(ProgrammeRules p)
    {
        foreach (var parameter in p.Parameters)
        {
            if (parameter.Definition.Floor is not { } floor) continue;
            Binder.BindFormulaAs(floor.Syntax, floor.Fragment, Root, p, FeelType.Number, _bag);
        }
    }
}
