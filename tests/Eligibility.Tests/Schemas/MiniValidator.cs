using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Schemas;

/// <summary>The part of JSON Schema that the generated schemas use; a keyword it does not know fails the test instead of passing by.</summary>
internal static class MiniValidator
{
    public static IReadOnlyList<string> Problems(JToken value, JObject schema)
    {
        var problems = new List<string>();
        Check(value, schema, schema, problems);
        return problems;
    }

    private static void Check(JToken value, JObject schema, JObject document, List<string> problems)
    {
        foreach (var keyword in schema.Properties())
        {
            switch (keyword.Name)
            {
                case "$schema" or "title" or "description" or "$defs": break;
                case "properties" or "additionalProperties": break; // below, together
                case "$ref":
                    Check(value, (JObject)document["$defs"]![((string)keyword.Value!)["#/$defs/".Length..]]!, document, problems);
                    break;
                case "type":
                    var types = keyword.Value is JArray several ? several.Select(t => (string)t!).ToArray() : [(string)keyword.Value!];
                    if (!types.Any(t => Is(value, t))) problems.Add($"{value.Path}: {value.Type} is no {string.Join(" or ", types)}");
                    break;
                case "enum":
                    if (!keyword.Value.Any(e => JToken.DeepEquals(e, value))) problems.Add($"{value.Path}: {value} is none of {keyword.Value}");
                    break;
                case "pattern":
                    if (value.Type == JTokenType.String && !Regex.IsMatch((string)value!, (string)keyword.Value!)) problems.Add($"{value.Path}: {value} does not match {keyword.Value}");
                    break;
                case "minimum" or "maximum": break; // bounds are the reader's to judge, exactly
                case "items":
                    if (value is JArray items)
                        foreach (var item in items) Check(item, (JObject)keyword.Value, document, problems);
                    break;
                case "required":
                    if (value is JObject o)
                        foreach (var name in keyword.Value.Where(n => o[(string)n!] is null)) problems.Add($"{value.Path}: {name} is missing");
                    break;
                case "anyOf":
                    var tries = keyword.Value.Select(s =>
                    {
                        var own = new List<string>();
                        Check(value, (JObject)s, document, own);
                        return own;
                    }).ToArray();
                    if (tries.All(t => t.Count > 0)) problems.AddRange(tries.MinBy(t => t.Count)!);
                    break;
                default: throw new InvalidOperationException($"the validator does not know `{keyword.Name}`");
            }
        }
        if (value is not JObject map) return;
        foreach (var property in map.Properties())
        {
            if (schema["properties"]?[property.Name] is JObject known) Check(property.Value, known, document, problems);
            else if (schema["additionalProperties"] is JObject other) Check(property.Value, other, document, problems);
            else if (schema["additionalProperties"] is JValue { Value: false }) problems.Add($"{value.Path}: unknown key {property.Name}");
        }
    }

    private static bool Is(JToken value, string type) => type switch
    {
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "integer" => value.Type == JTokenType.Integer,
        _ => value.Type == JTokenType.Null,
    };
}
