using Newtonsoft.Json;

namespace Eligibility.Explanation;

/// <summary>The pieces that every JSON answer is written of.</summary>
internal static class JsonParts
{
    public static void Object(JsonTextWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    public static void Array<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    public static void Strings(JsonTextWriter json, string name, IEnumerable<string> items) => Array(json, name, items, json.WriteValue);

    public static void Property(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static void Property(JsonTextWriter json, string name, bool? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
