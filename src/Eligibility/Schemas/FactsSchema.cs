using Eligibility.Values;
using Eligibility.Vocabulary;
using Newtonsoft.Json.Linq;
using static Eligibility.Schemas.Schema;

namespace Eligibility.Schemas;

/// <summary>The schema of a household's facts, made from the vocabulary.</summary>
internal static class FactsSchema
{
    /// <summary>The facts of one household.</summary>
    public static JObject Of(Vocabulary.Vocabulary vocabulary) => Document("家庭事实 / the facts of a household", Root(vocabulary), [.. Parts(vocabulary)]);

    /// <summary>A case: facts over time.</summary>
    public static JObject Case(Vocabulary.Vocabulary vocabulary)
    {
        var change = Map(("at!", Str()), ("value", Any), ("remove", Flag()));
        var snapshot = Map(("from!", Day()), ("to", Day()), ("reported!", Day()), ("withdrawn", Flag()), ("facts", Ref("facts")), ("changes", ListOf(change)));
        return Document("案卷（按日期的事实） / a case file: facts over time", Map(("$schema", Str()), ("snapshots!", ListOf(snapshot))), [("facts", Root(vocabulary)), .. Parts(vocabulary)]);
    }

    private static IEnumerable<(string, JObject)> Parts(Vocabulary.Vocabulary vocabulary) => vocabulary.Entities.Where(e => e != vocabulary.Root).Select(e => (e.Name, Entity(e)));

    private static JObject Root(Vocabulary.Vocabulary vocabulary)
    {
        var root = Entity(vocabulary.Root);
        var properties = (JObject)root["properties"]!;
        properties.AddFirst(new JProperty("jurisdiction", Str("^(\\d{6}|\\d{9}|\\d{12})$").Described("地区代码 / code of the place")));
        properties.AddFirst(new JProperty("$schema", Str()));
        return root;
    }

    private static JObject Entity(EntityDeclaration entity) =>
        Map([.. entity.Attributes.Select(a => (a == entity.Key ? a.Name + "!" : a.Name, Attribute(a)))]).Described($"{entity.Label.Zh} / {entity.Label.En}");

    private static JObject Attribute(AttributeDeclaration a)
    {
        var type = Type(a, a.Type);
        // null is "not known", whatever the type.
        var schema = AnyOf(type, new JObject { ["type"] = "null" });
        var by = a.AttestedBy is { } who ? $"；由{who.Zh}认定 / attested by {who.En}" : "";
        return schema.Described($"{a.Label.Zh} / {a.Label.En}{(a.Unit is null ? "" : $" ({a.Unit})")}{by}");
    }

    private static JObject Type(AttributeDeclaration a, FeelType type) => type switch
    {
        ListType l => ListOf(Type(a, l.Element)),
        EntityType e => Ref(e.Declaration.Name),
        CodeType c => OneOf([.. c.Attribute.Codes.Select(x => x.Name)]),
        _ when type == FeelType.Boolean => Flag(),
        _ when type == FeelType.Date => Day(),
        _ when type == FeelType.Number => Bounds(a),
        _ => Str(),
    };

    private static JObject Bounds(AttributeDeclaration a)
    {
        var number = Num();
        if (a.Minimum is { } low) number["minimum"] = new JRaw(low.ToString());
        if (a.Maximum is { } high) number["maximum"] = new JRaw(high.ToString());
        if (a.Decimals == 0) number["type"] = "integer";
        return number;
    }
}
