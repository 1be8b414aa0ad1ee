using Eligibility.Schemas;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Schemas;

/// <summary>The committed schemas are those that the engine generates, and they hold for every file that names them.</summary>
public class SchemaTests
{
    private static readonly RuleBook Book = RealRules.Book;

    public static TheoryData<string> Names => [.. SchemaFiles.Of(Book.Vocabulary).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_schema_is_up_to_date(string name)
    {
        var path = Path.Combine(Repository.Root, "rules/schema", name);
        Assert.True(File.Exists(path), $"run `elig schema`: {name} is missing");
        Assert.Equal(SchemaFiles.Of(Book.Vocabulary).Single(f => f.Name == name).Content, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_example_household_names_its_schema_and_satisfies_it()
    {
        var schemas = SchemaFiles.Of(Book.Vocabulary).ToDictionary(f => f.Name, f => JObject.Parse(f.Content));
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "seeds"), "*.json", SearchOption.AllDirectories);
        Assert.True(files.Length >= 7, $"only {files.Length} examples were looked at");
        foreach (var file in files)
        {
            var json = JToken.Parse(File.ReadAllText(file));
            var name = file.EndsWith(".case.json", StringComparison.Ordinal) ? "case.schema.json" : "facts.schema.json";
            Assert.EndsWith(name, (string?)json["$schema"], StringComparison.Ordinal);
            Assert.Empty(MiniValidator.Problems(json, schemas[name]));
        }
    }

    [Fact]
    public void Every_rule_file_names_a_schema_that_exists()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "rules"), "*.yaml", SearchOption.AllDirectories).Where(f => !f.EndsWith("jurisdictions.yaml", StringComparison.Ordinal) && !f.EndsWith("articles.yaml", StringComparison.Ordinal) && !f.EndsWith("survivors.yaml", StringComparison.Ordinal)).ToArray();
        Assert.True(files.Length >= 20, $"only {files.Length} files were looked at");
        foreach (var file in files)
        {
            var first = File.ReadLines(file).First();
            Assert.StartsWith("# yaml-language-server: $schema=", first, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, first[(first.IndexOf('=', StringComparison.Ordinal) + 1)..])), $"{file}: {first}");
        }
    }

    [Fact]
    public void Every_rule_file_scenario_and_overlay_satisfies_its_schema()
    {
        var schemas = SchemaFiles.Of(Book.Vocabulary).ToDictionary(f => f.Name, f => JObject.Parse(f.Content));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "rules"), "*.yaml", SearchOption.AllDirectories))
        {
            var first = File.ReadLines(file).First();
            if (!first.Contains("$schema", StringComparison.Ordinal)) continue;
            var problems = MiniValidator.Problems(YamlAsJson.Read(file), schemas[Path.GetFileName(first[(first.IndexOf('=', StringComparison.Ordinal) + 1)..])]);
            Assert.True(problems.Count == 0, $"{file}: {string.Join("; ", problems.Take(5))}");
        }
    }

    [Theory]
    [InlineData("""{ "members": [ { "id": "1", "birthDat": "1980-01-01" } ] }""", "birthDat")]
    [InlineData("""{ "members": [ { "birthDate": "1980-01-01" } ] }""", "id")]
    [InlineData("""{ "members": [ { "id": "1", "birthDate": "1.1.1980" } ] }""", "birthDate")]
    [InlineData("""{ "members": { "id": "1" } }""", "members")]
    public void A_wrong_household_does_not_satisfy_the_schema(string json, string where)
    {
        var schema = JObject.Parse(SchemaFiles.Of(Book.Vocabulary).Single(f => f.Name == "facts.schema.json").Content);
        Assert.Contains(MiniValidator.Problems(JToken.Parse(json), schema), p => p.Contains(where, StringComparison.Ordinal));
    }
}
