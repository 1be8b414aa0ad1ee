using Newtonsoft.Json.Linq;

namespace Eligibility.Schemas;

/// <summary>Small pieces of JSON Schema (2020-12), so that the schemas of the formats read like the formats.</summary>
internal static class Schema
{
    public static readonly JObject Any = [];

    public static JObject Str(string? pattern = null) => pattern is null ? new JObject { ["type"] = "string" } : new JObject { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>A scalar of YAML: editors see numbers and booleans where the reader sees text.</summary>
    public static JObject Scalar() => new() { ["type"] = new JArray("string", "number", "boolean") };

    public static JObject Num() => new() { ["type"] = "number" };

    public static JObject Flag() => new() { ["type"] = "boolean" };

    public static JObject Day() => Str("^\\d{4}-\\d{2}-\\d{2}$");

    public static JObject OneOf(params string[] words) => new() { ["enum"] = new JArray(words.Cast<object>().ToArray()) };

    public static JObject AnyOf(params JObject[] schemas) => new() { ["anyOf"] = new JArray(schemas.Cast<object>().ToArray()) };

    public static JObject ListOf(JObject item) => new() { ["type"] = "array", ["items"] = item };

    public static JObject OneOrMore(JObject item) => AnyOf(item, ListOf((JObject)item.DeepClone()));

    public static JObject Ref(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    /// <summary>A map with these keys and no others; a key that ends in "!" is required.</summary>
    public static JObject Map(params (string Key, JObject Value)[] keys)
    {
        var properties = new JObject();
        foreach (var (key, value) in keys) properties[key.TrimEnd('!')] = value.DeepClone();
        var map = new JObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        var required = keys.Where(k => k.Key.EndsWith('!')).Select(k => k.Key.TrimEnd('!')).ToArray();
        if (required.Length > 0) map["required"] = new JArray(required.Cast<object>().ToArray());
        return map;
    }

    /// <summary>A map whose keys the author chooses.</summary>
    public static JObject MapOf(JObject value) => new() { ["type"] = "object", ["additionalProperties"] = value };

    public static JObject Described(this JObject schema, string description)
    {
        schema["description"] = description;
        return schema;
    }

    /// <summary>A whole document.</summary>
    public static JObject Document(string title, JObject root, params (string Name, JObject Value)[] definitions)
    {
        var document = new JObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var property in root.Properties()) document[property.Name] = property.Value.DeepClone();
        if (definitions.Length == 0) return document;
        var defs = new JObject();
        foreach (var (name, value) in definitions) defs[name] = value.DeepClone();
        document["$defs"] = defs;
        return document;
    }
}
