using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>Which facts the rules of a place read: all that a caseload for them needs to say.</summary>
internal static class RuleReads
{
    /// <summary>The attributes that a formula of any programme of the place reads, with the keys and lists around them. Null, with the reason, when there are no such rules.</summary>
    public static IReadOnlySet<AttributeDeclaration>? Of(RuleBook book, RuleQuestion asked, DiagnosticBag bag)
    {
        if (book.RulesOf(asked, bag) is not { } rules) return null;
        var read = new HashSet<AttributeDeclaration>(ReferenceEqualityComparer.Instance);
        foreach (var item in rules.Plan.Rules.Order)
            foreach (var attribute in BoundTree.All(item.Bound).OfType<BoundAttribute>()) read.Add(attribute.Attribute);
        if (book.Vocabulary.Roll is { } roll)
            foreach (var name in new[] { roll.Programme, roll.Persons, roll.From, roll.To, roll.Route, roll.Amount }.OfType<string>()) read.Add(roll.Entity.Attribute(name)!);
        foreach (var entity in book.Vocabulary.Entities.Where(e => e == book.Vocabulary.Person || e.Attributes.Any(read.Contains)))
        {
            if (entity.Key is { } key) read.Add(key);
            if (entity.Display is { } display) read.Add(display);
            for (var inner = entity; inner.Parent is { } parent; inner = parent)
            {
                read.Add(Columns.Holder(inner));
                if (parent.Key is { } above) read.Add(above);
            }
        }
        return read;
    }

    /// <summary>What of it no column of a caseload says, table by table in the words of the vocabulary.</summary>
    public static IReadOnlyList<(EntityDeclaration Entity, AttributeDeclaration Attribute)> NotGiven(IReadOnlySet<AttributeDeclaration> read, Vocabulary.Vocabulary words, CaseloadReader caseload)
    {
        var missing = new List<(EntityDeclaration, AttributeDeclaration)>();
        if (caseload.Tables.Any(t => t.Header is null)) return missing;
        foreach (var entity in words.Entities.Where(e => e.Attributes.Any(read.Contains)))
        {
            var table = caseload.Tables.FirstOrDefault(t => t.Entity == entity);
            var columns = table?.Header!.Bound.Select(c => c.Attribute).OfType<AttributeDeclaration>().ToHashSet() ?? [];
            foreach (var a in entity.Attributes.Where(a => read.Contains(a) && a.Absence == Absence.Unknown && a != entity.Key && !columns.Contains(a)))
            {
                var isHolder = a.Type is Values.EntityType || a.Type is Values.ListType { Element: Values.EntityType };
                var inner = isHolder ? (a.Type is Values.EntityType e ? e : (Values.EntityType)((Values.ListType)a.Type).Element).Declaration : null;
                // A list whose table is there is given; a table that is missing as a whole is told once, by its list.
                if (table is not null && (inner is null || !caseload.Tables.Any(t => t.Entity == inner && t.HasRows))) missing.Add((entity, a));
            }
        }
        return missing;
    }
}
