using System.Globalization;
using Newtonsoft.Json;

namespace Eligibility.Diagnostics;

/// <summary>Diagnostics as SARIF 2.1.0, the form that editors and continuous integration read.</summary>
internal static class SarifWriter
{
    /// <param name="diagnostics">Sorted diagnostics.</param>
    /// <param name="cut">How many were found beyond the cap.</param>
    /// <param name="directory">The directory that file names are relative to, with forward slashes; it stands before each.</param>
    public static string Write(IReadOnlyList<Diagnostic> diagnostics, int cut, string directory)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        json.WriteStartObject();
        Property(json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        Property(json, "version", "2.1.0");
        Array(json, "runs", () => Object(json, () =>
        {
            json.WritePropertyName("tool");
            Object(json, () =>
            {
                json.WritePropertyName("driver");
                Object(json, () =>
                {
                    Property(json, "name", "elig");
                    Array(json, "rules", () =>
                    {
                        foreach (var kind in diagnostics.Select(d => d.Kind).DistinctBy(k => k.Code).OrderBy(k => k.Code, StringComparer.Ordinal)) Rule(json, kind);
                    });
                });
            });
            Array(json, "results", () =>
            {
                foreach (var d in diagnostics) Result(json, d, directory);
            });
            if (cut > 0)
            {
                json.WritePropertyName("properties");
                Object(json, () =>
                {
                    json.WritePropertyName("notListed");
                    json.WriteValue(cut);
                });
            }
        }));
        json.WriteEndObject();
        json.Flush();
        return text + "\n";
    }

    private static void Rule(JsonTextWriter json, DiagnosticKind kind) => Object(json, () =>
    {
        Property(json, "id", kind.Code);
        Message(json, "shortDescription", kind.Title.En);
        Message(json, "fullDescription", kind.Meaning.En);
    });

    private static void Result(JsonTextWriter json, Diagnostic d, string directory) => Object(json, () =>
    {
        Property(json, "ruleId", d.Code);
        Property(json, "level", d.Severity == Severity.Error ? "error" : "warning");
        Message(json, "message", $"{d.Message.En} {d.Advice.En}");
        if (d.Location is { } at) Array(json, "locations", () => Place(json, at, directory));
        if (d.Related is { } other) Array(json, "relatedLocations", () => Place(json, other, directory));
    });

    private static void Place(JsonTextWriter json, Text.Location at, string directory) => Object(json, () =>
    {
        json.WritePropertyName("physicalLocation");
        Object(json, () =>
        {
            json.WritePropertyName("artifactLocation");
            Object(json, () => Property(json, "uri", Uri.EscapeDataString($"{directory}{at.Source.Name}").Replace("%2F", "/", StringComparison.Ordinal)));
            json.WritePropertyName("region");
            Object(json, () =>
            {
                var end = at.Source.PositionOf(Math.Min(at.Span.End, at.Source.Content.Length));
                Property(json, "startLine", at.Line);
                Property(json, "startColumn", at.Column);
                Property(json, "endLine", end.Line);
                Property(json, "endColumn", end.Column);
            });
        });
    });

    private static void Message(JsonTextWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        Object(json, () => Property(json, "text", text));
    }

    private static void Object(JsonTextWriter json, Action content)
    {
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }

    private static void Array(JsonTextWriter json, string name, Action content)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        content();
        json.WriteEndArray();
    }

    private static void Property(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Property(JsonTextWriter json, string name, int value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
