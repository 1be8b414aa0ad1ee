using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>
/// A change to somebody's facts. <paramref name="Path"/> names attributes and, inside a list, the key of an element:
/// <c>members.2.incomes</c> are the incomes of the member whose key is 2.
/// </summary>
/// <param name="Path">What to change.</param>
/// <param name="At">Where the change is written.</param>
/// <param name="Value">What takes its place, or is added; null takes it away.</param>
internal sealed record FactChange(string Path, Location At, FactNode? Value);

/// <summary>Makes changed facts. What is put in is checked later, when the facts are read like any others.</summary>
internal static class FactChanges
{
    /// <summary>The facts with every change made, one after the other; a change whose path leads nowhere is reported and left out.</summary>
    public static FactNode With(this FactNode facts, IEnumerable<FactChange> changes, Vocabulary vocabulary, DiagnosticBag bag)
    {
        foreach (var change in changes)
            facts = new Walk(change, change.Path.Split('.'), bag).Entity(facts, vocabulary.Root, 0, isRoot: true) ?? facts;
        return facts;
    }

    private sealed class Walk(FactChange change, string[] steps, DiagnosticBag bag)
    {
        public FactNode? Entity(FactNode node, EntityDeclaration entity, int step, bool isRoot = false)
        {
            if (node.Kind != FactNodeKind.Object) return Nowhere(step, null);
            var name = steps[step];
            var attribute = entity.Attribute(name);
            if (attribute is null && !(isRoot && name == Facts.JurisdictionKey))
                return Nowhere(step, NearestName.Find(name, entity.Attributes.Select(a => a.Name)));
            var at = IndexOf(node, name);
            if (step == steps.Length - 1) return Replace(node, name, at);
            if (at < 0) return Nowhere(step, null);
            var inner = node.Entries[at].Value;
            var changed = attribute?.Type switch
            {
                EntityType e => Entity(inner, e.Declaration, step + 1),
                ListType { Element: EntityType e } => Element(inner, e.Declaration, step + 1),
                _ => Nowhere(step + 1, null),
            };
            return changed is null ? null : node.WithEntries([.. node.Entries.Select((e, i) => i == at ? e with { Value = changed } : e)]);
        }

        private FactNode? Replace(FactNode node, string name, int at)
        {
            if (change.Value is not { } value)
                return at < 0 ? Nowhere(steps.Length - 1, null) : node.WithEntries([.. node.Entries.Where((_, i) => i != at)]);
            return node.WithEntries(at < 0
                ? [.. node.Entries, new FactEntry(name, change.At, value)]
                : [.. node.Entries.Select((e, i) => i == at ? e with { Value = value } : e)]);
        }

        private FactNode? Element(FactNode list, EntityDeclaration entity, int step)
        {
            if (list.Kind != FactNodeKind.Array || entity.Key is not { } key) return Nowhere(step, null);
            var keys = list.Items.Select(i => i.Get(key.Name)?.Text ?? "").ToList();
            var at = keys.IndexOf(steps[step]);
            var isLast = step == steps.Length - 1;
            // A new element must say itself that it is the one the path names.
            if (at < 0 && isLast && change.Value?.Get(key.Name)?.Text == steps[step]) return list.WithItems([.. list.Items, change.Value]);
            if (at < 0) return Nowhere(step, NearestName.Find(steps[step], keys));
            if (isLast && change.Value is null) return list.WithItems([.. list.Items.Where((_, i) => i != at)]);
            var changed = isLast ? change.Value : Entity(list.Items[at], entity, step + 1);
            return changed is null ? null : list.WithItems([.. list.Items.Select((item, i) => i == at ? changed : item)]);
        }

        private FactNode? Nowhere(int step, string? nearest)
        {
            bag.ChangeLeadsNowhere(change.At, change.Path, steps[step], nearest);
            return null;
        }

        private static int IndexOf(FactNode node, string name)
        {
            for (var i = 0; i < node.Entries.Count; i++)
                if (node.Entries[i].Key == name) return i;
            return -1;
        }
    }
}
