using Eligibility.Values;
using NodaTime;

namespace Eligibility.Vocabulary;

/// <summary>
/// One entry of the roll as it is to be laid into facts. <paramref name="Recorded"/> is the record that it comes from, whose other attributes are kept; null for one that a
/// decision made. An entry with <paramref name="Open"/> causes may exist or not: all that is known of it is its programme.
/// </summary>
internal sealed record RollEntry(EntityRecord? Recorded, string Programme, LocalDate? From, LocalDate? To, IReadOnlyList<string> Persons, string? Route, Number? Amount, Causes? Open = null);

/// <summary>Facts with another roll.</summary>
internal static class FactsRoll
{
    /// <summary>The entries of the roll that the facts state; null when they do not know their roll, or the vocabulary has none.</summary>
    public static IReadOnlyList<RollEntry>? Roll(this Facts facts)
    {
        if (facts.Vocabulary.Roll is not { } roll || facts.Root.Slots[roll.List(facts.Vocabulary).Slot] is not { Kind: ValueKind.List }) return null;
        return [.. facts.Instances(roll.Entity).Select(r => Read(r, roll))];
    }

    private static RollEntry Read(EntityRecord record, RollDeclaration roll)
    {
        Value Of(string name) => record.Slots[roll.Entity.Attribute(name)!.Slot];
        return new RollEntry(record, Of(roll.Programme) is { Kind: ValueKind.String } p ? p.Text : "", Day(Of(roll.From)), Day(Of(roll.To)),
            Of(roll.Persons) is { Kind: ValueKind.List } l ? [.. l.List.Items.Select(v => v.Text)] : [],
            roll.Route is { } route && Of(route) is { Kind: ValueKind.String } r ? r.Text : null, roll.Amount is { } amount && Of(amount) is { Kind: ValueKind.Number } n ? n.Number : null);
    }

    private static LocalDate? Day(Value v) => v.Kind == ValueKind.Date ? new LocalDate(v.Date.Year, v.Date.Month, v.Date.Day) : null;

    /// <summary>The same facts with this roll in place of their own. Nothing else changes.</summary>
    public static Facts WithRoll(this Facts facts, IReadOnlyList<RollEntry> entries)
    {
        var roll = facts.Vocabulary.Roll ?? throw new InvalidOperationException("the vocabulary has no roll");
        var list = roll.List(facts.Vocabulary);
        var instances = facts.Vocabulary.Entities.Select(_ => new List<EntityRecord>()).ToArray();
        return new Facts(facts.Vocabulary, Copy(facts.Root, null), instances, facts.Jurisdiction);

        EntityRecord Copy(EntityRecord source, EntityRecord? parent)
        {
            var copy = Add(source.Declaration, parent, source.Path);
            foreach (var attribute in source.Declaration.Attributes)
                copy.Slots[attribute.Slot] = attribute == list ? Value.From(new FeelList([.. entries.Select((e, i) => Value.From(Entry(e, copy, $"{copy.Path}.{list.Name}[{i}]")))])) : CopyValue(source.Slots[attribute.Slot], copy);
            return copy;
        }

        Value CopyValue(Value value, EntityRecord owner) => value.Kind switch
        {
            ValueKind.Entity => Value.From(Copy(value.Entity, owner)),
            ValueKind.List when value.List.Count > 0 && value.List[0].Kind == ValueKind.Entity => Value.From(new FeelList([.. value.List.Items.Select(v => Value.From(Copy(v.Entity, owner)))])),
            _ => value,
        };

        EntityRecord Add(EntityDeclaration entity, EntityRecord? parent, string path)
        {
            var record = new EntityRecord(entity, parent, instances[entity.Index].Count, new Value[entity.Attributes.Count], path);
            instances[entity.Index].Add(record);
            return record;
        }

        EntityRecord Entry(RollEntry entry, EntityRecord owner, string path)
        {
            var record = Add(roll.Entity, owner, path);
            foreach (var a in roll.Entity.Attributes) record.Slots[a.Slot] = entry.Open is { } open ? Value.Unknown(open) : entry.Recorded?.Slots[a.Slot] ?? Absent(a);
            Set(roll.Programme, Value.From(entry.Programme));
            if (entry.Open is not null) return record;
            Set(roll.To, entry.To is { } to ? Value.From(to) : Value.Null);
            if (entry.Recorded is not null) return record;
            Set(roll.From, Value.From(entry.From!.Value));
            Set(roll.Persons, Value.From(entry.Persons.Select(Value.From)));
            if (entry.Route is { } r) Set(roll.Route, Value.From(r));
            if (entry.Amount is { } n) Set(roll.Amount, Value.From(n));
            return record;

            void Set(string? name, Value value)
            {
                if (name is not null) record.Slots[roll.Entity.Attribute(name)!.Slot] = value;
            }
        }
    }

    /// <summary>What an attribute is that nobody stated, by the vocabulary.</summary>
    private static Value Absent(AttributeDeclaration a) => a.Absence switch
    {
        Absence.None => Value.Null,
        Absence.Literal => a.AbsentValue,
        _ => Value.Unknown(new Missing(MissingKind.Fact, a.Name, null, a.Label)),
    };
}
