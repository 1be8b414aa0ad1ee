using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>What follows from <c>applies</c>, <c>excludes</c> and the routes, written in the same bound form as any formula.</summary>
internal sealed partial class RuleBinder
{
    private EntityDeclaration Root => Vocabulary.Root;

    private EntityDeclaration Person => Vocabulary.Person;

    private static BoundLocal Self(EntityDeclaration entity) => new(0, entity.Name, new EntityType(entity), default);

    private static BoundLiteral True => new(Value.True, FeelType.Boolean, default);

    private static BoundLiteral Text(string text) => new(Value.From(text), FeelType.String, default);

    /// <summary>The item as seen from an instance of an entity below or at its own.</summary>
    private static BoundExpression Read(RuleItem item, EntityDeclaration from)
    {
        BoundExpression target = Self(from);
        for (var d = from; d != item.Entity; d = d.Parent!) target = new BoundParent(target, d.Parent!, default);
        return Of(target, item);
    }

    /// <summary>An item of an instance. Its type is asked for, so that a circle through it shows.</summary>
    private static BoundItem Of(BoundExpression target, RuleItem item) => new(target, item, item.Type, default);

    private static BoundExpression And(BoundExpression a, BoundExpression b) =>
        a is BoundLiteral { Value.IsTrue: true } ? b : b is BoundLiteral { Value.IsTrue: true } ? a : new BoundLogic(true, a, b, default);

    private static BoundExpression? Or(IEnumerable<BoundExpression> conditions) =>
        conditions.Aggregate((BoundExpression?)null, (a, b) => a is null ? b : new BoundLogic(false, a, b, default));

    private static BoundExpression Not(BoundExpression e) => Operation("not", e);

    private RuleItem Make(ProgrammeRules p, ItemKind kind, string name, EntityDeclaration entity, LocalText label, FeelType type, Func<BoundExpression> bound, RuleFile? file = null,
        ItemDefinition? definition = null, RuleItem? of = null)
    {
        var item = new RuleItem(p, kind, name, entity, label, file ?? p.Merged.Top, definition, null, i =>
        {
            i.Bound = bound();
            return type;
        }) { Of = of };
        p.Add(item);
        return item;
    }

    private void DeclareRoutes(ProgrammeRules p)
    {
        var applies = p.Merged.Applies is { } a
            ? Add(new RuleItem(p, ItemKind.Applies, "#applies", Root, new LocalText("适用", "applies"), a.File, null, null, i =>
            {
                BindFormula(i, a.Definition.When, FeelType.Boolean);
                _sentences.Add(() => i.NotMet = BindTemplate(a.Definition.Otherwise, Root, p));
                return FeelType.Boolean;
            }))
            : null;
        var routes = p.Merged.Routes.Select(m => (m.Definition, Test: Declare(p, ItemKind.RouteTest, m.Definition, m.File, FeelType.Boolean,
            i => BindFormula(i, m.Definition.When, FeelType.Boolean), $"#route:{m.Definition.Name}"))).ToArray();
        var ofHousehold = routes.Where(r => r.Test.Entity == Root)
            .Select(r => (r.Definition, r.Test, Covers: r.Definition.Covers is null ? null : DeclareCovers(p, r.Definition, r.Test))).ToArray();
        var ofPerson = routes.Where(r => r.Test.Entity == Person).ToArray();
        foreach (var r in routes.Where(r => r.Test.Entity != Root && r.Test.Entity != Person)) _bag.UnknownEntity(r.Definition.PerLocation, r.Definition.Per!, Person.Name);

        var admissible = Make(p, ItemKind.Admissible, "#admissible", Root, new LocalText("可以受理", "admissible"), FeelType.Boolean,
            () => And(applies is null ? True : Read(applies, Root), Excluded(p, Root, ofPerson: false)));
        var route = Make(p, ItemKind.Route, "#route", Root, new LocalText("救助路径", "route"), FeelType.String,
            () => ofHousehold.Reverse().Aggregate((BoundExpression)Text(""), (otherwise, r) => Choose(And(Read(admissible, Root), Read(r.Test, Root)), Text(r.Definition.Name), otherwise)));
        var entitled = Make(p, ItemKind.Entitled, "#entitled", Person, new LocalText("属于保障对象", "covered"), FeelType.Boolean, () =>
        {
            var ways = new List<BoundExpression>();
            BoundExpression coversAll = True;
            foreach (var r in ofHousehold)
            {
                var covers = r.Covers is null ? (BoundExpression)True : Operation("list contains", Read(r.Covers, Person), Self(Person));
                ways.Add(And(Read(r.Test, Person), covers));
                coversAll = And(coversAll, covers);
            }
            if (Or(ofPerson.Select(r => Read(r.Test, Person))) is { } own)
            {
                var noHouseholdRoute = Or(ofHousehold.Select(r => Read(r.Test, Person))) is { } any ? Not(any) : True;
                ways.Add(And(noHouseholdRoute, own));
                // With a household route unknown, a person whom every route would cover, or failing that his own, is covered either way.
                if (ofHousehold.Length > 0) ways.Add(And(coversAll, own));
            }
            var covered = Or(ways) ?? new BoundLiteral(Value.False, FeelType.Boolean, default);
            return And(And(Read(admissible, Person), Excluded(p, Person, ofPerson: true)), covered);
        });
        var personRoute = Make(p, ItemKind.PersonRoute, "#personRoute", Person, new LocalText("救助路径", "route"), FeelType.String, () =>
        {
            var own = ofPerson.Reverse().Aggregate((BoundExpression)Text(""), (otherwise, r) => Choose(Read(r.Test, Person), Text(r.Definition.Name), otherwise));
            var any = ofHousehold.Reverse().Aggregate(own, (otherwise, r) => Choose(Read(r.Test, Person), Text(r.Definition.Name), otherwise));
            return Choose(Read(entitled, Person), any, Text(""));
        });
        var eligible = Make(p, ItemKind.Eligible, "#eligible", Root, new LocalText("符合条件", "eligible"), FeelType.Boolean, () => SomePerson(entitled));
        var onRoll = Make(p, ItemKind.OnRoll, "#onRoll", Person, new LocalText("在册或符合条件", "on the roll, or would be"), FeelType.Boolean, () => OnRoll(p, entitled));
        var anyOnRoll = Make(p, ItemKind.AnyOnRoll, "#anyOnRoll", Root, new LocalText("有人在册或符合条件", "somebody on the roll, or would be"), FeelType.Boolean, () => SomePerson(onRoll));
        p.Expose("route", route, own: true, foreign: true);
        p.Expose("route", personRoute, own: true, foreign: true);
        p.Expose("covered", entitled, own: true, foreign: false);
        p.Expose("covered", onRoll, own: false, foreign: true);
        p.Expose("covered", anyOnRoll, own: false, foreign: true);
        p.Expose("eligible", eligible, own: false, foreign: true);

        RuleItem Add(RuleItem item)
        {
            p.Add(item);
            return item;
        }
    }

    private static BoundIf Choose(BoundExpression condition, BoundExpression then, BoundExpression otherwise) => new(condition, then, otherwise, FeelType.String, default);

    private RuleItem DeclareCovers(ProgrammeRules p, RouteDefinition route, RuleItem test)
    {
        var item = new RuleItem(p, ItemKind.RouteCovers, $"#covers:{route.Name}", Root, route.Label, test.File, null, null,
            i => BindFormula(i, route.Covers!, FeelType.ListOf(new EntityType(Person)))) { Of = test };
        p.Add(item);
        return item;
    }

    /// <summary>True unless a programme that cannot be drawn together with this one is.</summary>
    private BoundExpression Excluded(ProgrammeRules p, EntityDeclaration entity, bool ofPerson)
    {
        BoundExpression free = True;
        foreach (var m in p.Merged.Exclusions.Where(e => e.Definition.OfPerson == ofPerson).OrderBy(e => e.Definition.Programme, StringComparer.Ordinal))
        {
            if (!p.TryFindForeign(m.Definition.Programme, entity, "covered", out var item) || item is not RuleItem other)
            {
                _bag.UnknownProgramme(m.Definition.Location, m.Definition.Programme, NearestName.Find(m.Definition.Programme, p.Programmes));
                continue;
            }
            free = And(free, Not(Of(Self(entity), other)));
        }
        return free;
    }

    private BoundExpression SomePerson(RuleItem condition)
    {
        var list = Root.Attributes.Find(a => a.Type is ListType { Element: EntityType e } && e.Declaration == Person)
            ?? throw new InvalidOperationException("the vocabulary's root has no list of persons");
        var persons = new BoundAttribute(Self(Root), list, list.Type, default);
        var each = new BoundLocal(1, Person.Name, new EntityType(Person), default);
        return new BoundQuantified(false, [new BoundIterator(1, Person.Name, persons, null)], Of(each, condition), default);
    }

    /// <summary>On the roll where a grant of the programme is in force in the month; otherwise whoever the rules cover.</summary>
    private BoundExpression OnRoll(ProgrammeRules p, RuleItem entitled)
    {
        if (Vocabulary.Roll is not { } roll) return Read(entitled, Person);
        var g = "g";
        while (p.Names.Contains(g) || Vocabulary.Entities.Any(e => e.Attribute(g) is not null)) g += "g";
        var inForce = $"{g}.{roll.Programme} = \"{p.Programme}\" and {g}.{roll.From} <= month.end and ({g}.{roll.To} = null or {g}.{roll.To} >= month.start)";
        var given = Written($"some {g} in {roll.ListName} satisfies {inForce}", p);
        var member = Written($"some {g} in {roll.ListName} satisfies {inForce} and list contains({g}.{roll.Persons}, {Person.Key!.Name})", p);
        return new BoundIf(given, member, Read(entitled, Person), FeelType.Boolean, default);
    }

    private BoundExpression Written(string formula, ProgrammeRules p)
    {
        var fragment = SourceFragment.Whole("roll", formula);
        return Binder.BindFormulaAs(Parser.Parse(fragment, _bag), fragment, Person, p, FeelType.Boolean, _bag).Bound;
    }
}
