using Newtonsoft.Json;

namespace Eligibility.Schemas;

/// <summary>The schema files of a rules directory and their texts.</summary>
internal static class SchemaFiles
{
    /// <summary>File names, relative to the schema directory, with what they should hold. Lines end in LF.</summary>
    public static IReadOnlyList<(string Name, string Content)> Of(Vocabulary.Vocabulary vocabulary) =>
    [
        ("case.schema.json", Text(FactsSchema.Case(vocabulary))), ("facts.schema.json", Text(FactsSchema.Of(vocabulary))), ("overlay.schema.json", Text(RuleSchemas.Overlay())), ("rules.schema.json", Text(RuleSchemas.RuleFile())),
        ("scenarios.schema.json", Text(RuleSchemas.Scenarios())), ("vocabulary.schema.json", Text(RuleSchemas.Vocabulary())),
    ];

    private static string Text(Newtonsoft.Json.Linq.JObject schema) => schema.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
}
