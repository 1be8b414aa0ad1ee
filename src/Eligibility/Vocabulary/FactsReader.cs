using System.Globalization;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>Turns a tree as written into checked facts. Everything is read, so that all mistakes are found at once.</summary>
internal sealed class FactsReader(Vocabulary vocabulary, DiagnosticBag bag)
{
    private readonly FactScalars _scalars = new(bag);
    private readonly List<EntityRecord>[] _instances = [.. vocabulary.Entities.Select(_ => new List<EntityRecord>())];
    private readonly List<(FactNode Node, string Path)> _references = [];
    private readonly Dictionary<string, Location> _personKeys = [];
    private bool _aPersonHasNoKey;

    /// <summary>The facts; when there are errors in the bag they are incomplete and must not be used.</summary>
    public Facts? Read(FactNode root)
    {
        if (root.Kind != FactNodeKind.Object)
        {
            FactNeed.Object(vocabulary.Root).Report(bag, root, "$");
            return null;
        }
        var jurisdiction = ReadJurisdiction(root.Get(Facts.JurisdictionKey));
        var record = ReadEntity(root, vocabulary.Root, new Position(null, "$", null, null), []);
        CheckPersons(root);
        CheckReferences();
        return new Facts(vocabulary, record, _instances, jurisdiction);
    }

    /// <summary>Where an instance belongs.</summary>
    /// <param name="Parent">The instance that holds it; null for the root.</param>
    /// <param name="Path">Its JSON path.</param>
    /// <param name="Of">The key of the nearest instance around it that has one.</param>
    /// <param name="Whose">How people call that instance and what lies between; null for the root.</param>
    private sealed record Position(EntityRecord? Parent, string Path, string? Of, LocalText? Whose);

    private EntityRecord ReadEntity(FactNode node, EntityDeclaration entity, Position position, Dictionary<string, Location> keys)
    {
        var given = new FactNode?[entity.Attributes.Count];
        foreach (var (key, at, value) in node.Entries)
        {
            if (entity.Attribute(key) is { } attribute) given[attribute.Slot] = value;
            else if (position.Parent is not null || key is not (Facts.JurisdictionKey or Facts.SchemaKey))
                bag.UnknownFact(at, key, entity.Label, NearestName.Find(key, entity.Attributes.Select(a => a.Name)), JsonObjectNode.Extend(position.Path, key));
        }
        var instances = _instances[entity.Index];
        var record = new EntityRecord(entity, position.Parent, instances.Count, new Value[given.Length], position.Path);
        instances.Add(record);

        // The name comes first, since what is missing is told with it.
        if (entity.Key is { } k)
        {
            ReadKey(record, k, given[k.Slot], node, keys);
            if (position.Parent is not null) position = Named(position, record);
        }
        if (entity.Display is { } d && d != entity.Key)
        {
            record.Slots[d.Slot] = ReadOrAbsent(d, given[d.Slot], record, position);
            if (entity.Key is not null && position.Parent is not null) position = Named(position, record);
        }
        foreach (var attribute in entity.Attributes)
        {
            if (attribute == entity.Key || attribute == entity.Display) continue;
            record.Slots[attribute.Slot] = ReadOrAbsent(attribute, given[attribute.Slot], record, position);
        }
        return record;
    }

    private static Position Named(Position position, EntityRecord record) =>
        position with { Of = record.Key, Whose = LocalText.Same(record.DisplayName) };

    private void ReadKey(EntityRecord record, AttributeDeclaration key, FactNode? node, FactNode owner, Dictionary<string, Location> keys)
    {
        var path = PathOf(record, key);
        var isPerson = record.Declaration == vocabulary.Person;
        if (node is null or { Kind: FactNodeKind.Null })
        {
            bag.MissingKeyFact(node?.Location ?? owner.Place, key.Name, record.Declaration.Label, path);
            _aPersonHasNoKey |= isPerson;
            return;
        }
        record.Slots[key.Slot] = _scalars.Read(key, node, path) ?? Value.Null;
        if (record.Key is not { } text) _aPersonHasNoKey |= isPerson;
        else if (!keys.TryAdd(text, node.Location)) bag.DuplicateInstanceKey(node.Location, text, record.Declaration.Label, keys[text], path);
    }

    private Value ReadOrAbsent(AttributeDeclaration attribute, FactNode? node, EntityRecord record, Position position)
    {
        var path = PathOf(record, attribute);
        if (node is null && attribute.Absence == Absence.None) return Value.Null;
        if (node is null && attribute.Absence == Absence.Literal) return attribute.AbsentValue;
        if (node is null or { Kind: FactNodeKind.Null }) return Unknown(attribute, position);
        var value = attribute.Type switch
        {
            ListType { Element: EntityType e } => ReadEntities(e.Declaration, attribute, node, record, position),
            ListType => ReadStrings(attribute, node, record, path),
            EntityType e => ReadNested(e.Declaration, attribute, node, record, position),
            _ => _scalars.Read(attribute, node, path),
        };
        return value ?? Unknown(attribute, position);
    }

    private static Value Unknown(AttributeDeclaration attribute, Position position)
    {
        var text = position.Whose is not { } whose
            ? attribute.Label
            : new LocalText($"{attribute.Label.Zh}（{whose.Zh}）", $"{attribute.Label.En} ({whose.En})");
        var from = attribute.ObtainFrom is { } channel ? ObtainFrom.Label(channel) : attribute.AttestedBy;
        return Value.Unknown(new Missing(MissingKind.Fact, attribute.Name, position.Of, text, from));
    }

    private Value? ReadEntities(EntityDeclaration entity, AttributeDeclaration attribute, FactNode node, EntityRecord owner, Position position)
    {
        var path = PathOf(owner, attribute);
        if (node.Kind != FactNodeKind.Array)
        {
            FactNeed.Array(attribute).Report(bag, node, path);
            return null;
        }
        // Persons are told apart in the whole of the facts, since payments and the roll name them; other things in their list.
        var keys = entity == vocabulary.Person ? _personKeys : [];
        var items = new Value[node.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            var whose = new LocalText($"{entity.Label.Zh}第{i + 1}项", $"{entity.Label.En} {i + 1}");
            var item = node.Items[i];
            if (item.Kind == FactNodeKind.Object) items[i] = Value.From(ReadEntity(item, entity, Inside(position, owner, place, whose), keys));
            else FactNeed.Object(entity).Report(bag, item, place);
        }
        return Value.From(new FeelList(items));
    }

    private Value? ReadNested(EntityDeclaration entity, AttributeDeclaration attribute, FactNode node, EntityRecord owner, Position position)
    {
        var path = PathOf(owner, attribute);
        if (node.Kind == FactNodeKind.Object) return Value.From(ReadEntity(node, entity, Inside(position, owner, path, attribute.Label), []));
        FactNeed.Object(entity).Report(bag, node, path);
        return null;
    }

    private static Position Inside(Position outer, EntityRecord owner, string path, LocalText own)
    {
        var whose = outer.Whose is { } w ? new LocalText($"{w.Zh}，{own.Zh}", $"{w.En}, {own.En}") : own;
        return new Position(owner, path, outer.Of, whose);
    }

    private Value? ReadStrings(AttributeDeclaration attribute, FactNode node, EntityRecord record, string path)
    {
        if (node.Kind != FactNodeKind.Array)
        {
            FactNeed.Array(attribute).Report(bag, node, path);
            return null;
        }
        var namesPersons = vocabulary.Roll is { } roll && roll.Entity == record.Declaration && roll.Persons == attribute.Name;
        var seen = new Dictionary<string, Location>();
        var items = new Value[node.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (_scalars.ReadText(attribute, node.Items[i], place) is not { } text) continue;
            items[i] = Value.From(text);
            if (!namesPersons) continue;
            if (seen.TryAdd(text, node.Items[i].Location)) _references.Add((node.Items[i], place));
            else bag.RepeatedReference(node.Items[i].Location, text, seen[text], place);
        }
        return Value.From(new FeelList(items));
    }

    private string? ReadJurisdiction(FactNode? node)
    {
        if (node is null or { Kind: FactNodeKind.Null }) return null;
        const string path = "$." + Facts.JurisdictionKey;
        if (node.Kind is not (FactNodeKind.String or FactNodeKind.Untyped)) FactNeed.JurisdictionCode.Report(bag, node, path);
        else if (!JurisdictionCode.IsValid(node.Text)) bag.BadJurisdictionCode(node.Location, node.Text, path);
        return node.Text;
    }

    private void CheckPersons(FactNode root)
    {
        if (_instances[vocabulary.Person.Index].Count > 0) return;
        // A list of persons that could not be read has been reported, and whether it is empty is not known.
        var lists = vocabulary.Root.Attributes.Where(a => a.Type is ListType { Element: EntityType e } && e.Declaration == vocabulary.Person).ToList();
        var written = lists.Select(a => root.Get(a.Name)).FirstOrDefault(n => n is not null);
        if (written is { Kind: not (FactNodeKind.Array or FactNodeKind.Null) } or { Items.Count: > 0 }) return;
        bag.NoPersons(written?.Location ?? root.Place, vocabulary.Person.Label, lists.Count > 0 ? "$." + lists[0].Name : "$");
    }

    private void CheckReferences()
    {
        if (_aPersonHasNoKey) return;
        foreach (var (node, path) in _references)
        {
            if (!_personKeys.ContainsKey(node.Text)) bag.UnknownPerson(node.Location, node.Text, vocabulary.Person.Label, NearestName.Find(node.Text, _personKeys.Keys), path);
        }
    }

    private static string PathOf(EntityRecord record, AttributeDeclaration attribute) => $"{record.Path}.{attribute.Name}";
}
