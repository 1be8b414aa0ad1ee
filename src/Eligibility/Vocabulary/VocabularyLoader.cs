using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>Reads <c>vocabulary.yaml</c>. It knows no entity by itself: the file says which is the root and which are persons.</summary>
internal sealed class VocabularyLoader
{
    private readonly DiagnosticBag _bag;
    private readonly List<EntityDeclaration> _entities = [];
    private readonly Dictionary<string, (EntityDeclaration Entity, Location At)> _byName = [];

    // Where an entity was first used, to point at when it is used again elsewhere.
    private readonly Dictionary<EntityDeclaration, Location> _usedAt = [];

    private VocabularyLoader(DiagnosticBag bag) => _bag = bag;

    /// <summary>The vocabulary; null, with every mistake in <paramref name="bag"/>, when there is one.</summary>
    /// <param name="name">The name that diagnostics print.</param>
    /// <param name="utf8">The bytes of the file.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static Vocabulary? Load(string name, byte[] utf8, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var vocabulary = YamlReader.Read(name, utf8, own) is { } root ? new VocabularyLoader(own).Read(root) : null;
        bag.AddRange(own);
        return own.HasErrors ? null : vocabulary;
    }

    private Vocabulary? Read(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            _bag.WrongShape(MapReader.Start(node.Location), new LocalText("映射（roles: …，entities: …）", "a map (roles: …, entities: …)"));
            return null;
        }
        var file = new MapReader(map, _bag);
        var declared = file.Maps("entities", required: true).Select(Declare).ToList();
        foreach (var (reader, entity) in declared) ReadEntity(reader, entity);
        var roles = file.Submap("roles", required: true);
        file.Finish();
        if (roles is null) return null;
        var (root, person) = (Role(roles, "root"), Role(roles, "person"));
        if (root is not null) CheckTree(root);
        var roll = root is null ? null : ReadRoll(roles, root);
        var report = root is null || person is null ? ReportDeclaration.Nothing : ReadReport(roles, root, person);
        roles.Finish();
        if (root is null || person is null) return null;
        if (root.Attribute(Facts.JurisdictionKey) is not null)
            Bad(_byName[root.Name].At, $"“{root.Name}”不能有名为 {Facts.JurisdictionKey} 的事实：这个键已有含义", $"`{root.Name}` cannot have an attribute {Facts.JurisdictionKey}: the key has a meaning already");
        if (person != root && person.Key is null)
            Bad(_byName[person.Name].At, $"“{person.Name}”是人，必须有 key", $"`{person.Name}` plays the person and needs a key");
        return new Vocabulary(_entities, root, person, roll, report);
    }

    /// <summary>Takes the names of all entities first, so that attributes may speak of entities further down.</summary>
    private (MapReader Reader, EntityDeclaration Entity) Declare(MapReader reader)
    {
        var name = VocabularyName.Read(reader, _bag);
        var entity = new EntityDeclaration(name, reader.Local("label", required: true) ?? LocalText.Same(name)) { Index = _entities.Count };
        _entities.Add(entity);
        var at = reader.ValueLocation("name");
        if (name.Length > 0 && !_byName.TryAdd(name, (entity, at))) _bag.DuplicateDeclaration(at, name, _byName[name].At);
        return (reader, entity);
    }

    private void ReadEntity(MapReader reader, EntityDeclaration entity)
    {
        var places = new Dictionary<string, Location>();
        foreach (var item in reader.Maps("attributes", required: true))
        {
            var attribute = new AttributeReader(item, _bag).Read(of => Child(of, entity, item));
            var at = item.ValueLocation("name");
            if (attribute.Name.Length == 0) continue;
            if (places.TryAdd(attribute.Name, at)) entity.Add(attribute);
            else _bag.DuplicateDeclaration(at, attribute.Name, places[attribute.Name]);
        }
        entity.Key = Named(reader, "key", entity);
        entity.Display = Named(reader, "display", entity) ?? entity.Key;
        if (entity.Key is { Absence: not Absence.Unknown } key)
            Bad(reader.ValueLocation("key"), $"“{key.Name}”是 key，必须填写，不能规定 absent", $"`{key.Name}` is the key and must be given: it cannot say what its absence means");
        reader.Finish();
    }

    private AttributeDeclaration? Named(MapReader reader, string key, EntityDeclaration entity)
    {
        if (reader.Text(key) is not { } name) return null;
        var attribute = entity.Attribute(name);
        if (attribute is not null && attribute.Type.Equals(FeelType.String)) return attribute;
        var strings = string.Join(", ", entity.Attributes.Where(a => a.Type.Equals(FeelType.String)).Select(a => a.Name));
        Bad(
            reader.ValueLocation(key),
            $"“{entity.Name}”没有文字类型的事实“{name}”；有：{strings}", $"`{entity.Name}` has no attribute `{name}` of type string; it has: {strings}");
        return null;
    }

    /// <summary>The entity that an attribute of <paramref name="parent"/> holds.</summary>
    private EntityDeclaration? Child(string name, EntityDeclaration parent, MapReader attribute)
    {
        var at = attribute.ValueLocation("of");
        if (!_byName.TryGetValue(name, out var found))
        {
            _bag.UnknownEntity(at, name, NearestName.Find(name, _byName.Keys));
            return null;
        }
        var child = found.Entity;
        if (child.Parent is null) (child.Parent, _usedAt[child]) = (parent, at);
        else if (child.Parent != parent)
            Bad(at, $"“{name}”已属于“{child.Parent.Name}”，不能又属于“{parent.Name}”", $"`{name}` belongs to `{child.Parent.Name}` already and cannot belong to `{parent.Name}` too");
        return child;
    }

    private EntityDeclaration? Role(MapReader roles, string role)
    {
        if (roles.Text(role, required: true) is not { } name) return null;
        if (_byName.TryGetValue(name, out var found)) return found.Entity;
        _bag.UnknownEntity(roles.ValueLocation(role), name, NearestName.Find(name, _byName.Keys));
        return null;
    }

    /// <summary>Every entity hangs under the root, by exactly one chain: otherwise facts could not hold it, or would have no end.</summary>
    private void CheckTree(EntityDeclaration root)
    {
        if (root.Parent is { } above) Bad(_usedAt[root], $"“{root.Name}”是根，不能属于“{above.Name}”", $"`{root.Name}` is the root and cannot belong to `{above.Name}`");
        foreach (var (entity, at) in _byName.Values)
        {
            if (entity == root) continue;
            var top = entity;
            for (var steps = 0; top.Parent is { } parent && top != root && steps <= _entities.Count; steps++) top = parent;
            if (top != root) Bad(at, $"“{entity.Name}”不属于“{root.Name}”", $"`{entity.Name}` does not belong to `{root.Name}`: no list or attribute leads to it");
        }
    }

    private RollDeclaration? ReadRoll(MapReader roles, EntityDeclaration root)
    {
        if (roles.Submap("roll") is not { } reader) return null;
        var entity = Role(reader, "entity");
        string? Optional(string role, FeelType type) => reader.Has(role) ? Part(role, type) : null;
        string Part(string role, FeelType type)
        {
            if (reader.Text(role, required: true) is not { } name) return "";
            if (entity is not null && entity.Attribute(name)?.Type.Equals(type) != true)
                Bad(reader.ValueLocation(role), $"“{entity.Name}”没有 {type} 类型的事实“{name}”", $"`{entity.Name}` has no attribute `{name}` of type {type}");
            return name;
        }
        var (programme, persons) = (Part("programme", FeelType.String), Part("persons", FeelType.ListOf(FeelType.String)));
        var (from, to) = (Part("from", FeelType.Date), Part("to", FeelType.Date));
        var (route, amount) = (Optional("route", FeelType.String), Optional("amount", FeelType.Number));
        reader.Finish();
        if (entity is null) return null;
        var list = root.Attributes.FirstOrDefault(a => a.Type is ListType { Element: EntityType e } && e.Declaration == entity);
        if (list is null) Bad(reader.ValueLocation("entity"), $"“{root.Name}”没有“{entity.Name}”的列表", $"`{root.Name}` has no list of `{entity.Name}`");
        return new RollDeclaration(entity, list?.Name ?? "", programme, persons, from, to, route, amount);
    }

    private ReportDeclaration ReadReport(MapReader roles, EntityDeclaration root, EntityDeclaration person)
    {
        if (roles.Submap("report") is not { } reader) return ReportDeclaration.Nothing;
        var (income, line) = (ReadRuleName(reader, "means"), ReadRuleName(reader, "line"));
        var splits = new List<(EntityDeclaration, AttributeDeclaration)>();
        foreach (var node in reader.Sequence("splits"))
        {
            if (reader.AsText(node) is not { } name) continue;
            var found = new[] { root, person }.Distinct().SelectMany(e => e.Attributes.Where(a => a.Name == name && TellsApart(a, e == root)).Select(a => (e, a))).Take(1).ToArray();
            if (found.Length == 0)
                Bad(node.Location, $"“{name}”不能用来分组：须是 {root.Name} 的是否、代码或文字，或 {root.Name}、{person.Name} 的列表", $"`{name}` cannot tell apart: it must be a boolean, code or string of {root.Name}, or a list of {root.Name} or {person.Name}");
            splits.AddRange(found);
        }
        reader.Finish();
        return new ReportDeclaration(income, line, splits);
    }

    /// <summary>"programme.name": rules are read later, and a place need not have them.</summary>
    private RuleName? ReadRuleName(MapReader reader, string key)
    {
        if (reader.Text(key) is not { } text) return null;
        if (text.Split('.') is [{ Length: > 0 } programme, { Length: > 0 } name]) return new RuleName(programme, name);
        Bad(reader.ValueLocation(key), $"“{text}”应写作 项目.名称", $"`{text}` is not of the form programme.name");
        return null;
    }

    private static bool TellsApart(AttributeDeclaration a, bool isRoot) =>
        a.Type is ListType { Element: EntityType } || (isRoot && (a.Type is CodeType || a.Type.Equals(FeelType.Boolean) || a.Type.Equals(FeelType.String)));

    private void Bad(Location at, string zh, string en) => _bag.BadVocabulary(at, new LocalText(zh + "。", en + "."));
}
