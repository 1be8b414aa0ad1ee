using System.Text.RegularExpressions;
using Eligibility.Diagnostics;
using Eligibility.Tests.Vocabulary;
using Eligibility.Vocabulary;
using Xunit.Abstractions;

namespace Eligibility.Tests.Architecture;

/// <summary>Rules are data: the source names no programme, no attribute and no place of the law.</summary>
public partial class NothingKnowsTheLawTests(ITestOutputHelper output)
{
    // Words that the format itself uses, or that any domain would: they say nothing about the law.
    private static readonly HashSet<string> Generic =
    [
        "id", "name", "from", "to", "amount", "kind", "type", "use", "members", "member", "persons", "household", "programme",
    ];

    [Fact]
    public void No_string_in_the_source_is_the_name_of_an_attribute_an_entity_or_a_place()
    {
        var bag = new DiagnosticBag();
        var places = Jurisdictions.Load("jurisdictions.yaml", Repository.Bytes("rules/jurisdictions.yaml"), bag)!;
        var names = Vocabularies.Real.Entities.SelectMany(e => e.Attributes.Select(a => a.Name).Append(e.Name))
            .Concat(places.All.Select(j => j.Code)).Except(Generic).ToHashSet();
        Assert.Empty(Offences(file => Strings().Matches(file).Select(m => m.Groups[1].Value).Where(names.Contains), names.Count));
        Assert.True(names.Count >= 100, $"only {names.Count} names were looked for");
    }

    [Fact]
    public void No_word_of_the_source_is_the_name_of_a_programme()
    {
        var names = Repository.Files("rules", "*.yaml").Select(f => f.Split('/')).Where(p => p.Length >= 4).Select(p => p[2]).ToHashSet();
        Assert.Empty(Offences(file => Words().Matches(file).Select(m => m.Value).Where(names.Contains), names.Count));
        Assert.True(names.Count >= 5, $"only {names.Count} names were looked for");
    }

    [Theory]
    [InlineData("x == \"hukou\"", "hukou")]
    [InlineData("Find(\"110000\")", "110000")]
    [InlineData("\"a\" + \"area\" + c", "a area")]
    [InlineData("\"{ \\\"area\\\": 1 }\"", "")]
    [InlineData("\"the area of it\" // area", "")]
    public void The_search_finds_whole_strings_only(string source, string found) =>
        Assert.Equal(found, string.Join(' ', Strings().Matches(source).Select(m => m.Groups[1].Value)));

    private List<string> Offences(Func<string, IEnumerable<string>> search, int names)
    {
        var files = Repository.Files("src", "*.cs");
        Assert.True(files.Count >= 80, $"only {files.Count} files were looked at");
        output.WriteLine($"{files.Count} files were searched for {names} names");
        return [.. files.SelectMany(f => search(Repository.Text(f)).Select(n => $"{f}: {n}"))];
    }

    // A quote behind a backslash belongs to the text of a longer string, such as an example in a diagnostic.
    [GeneratedRegex("""(?<!\\)"([A-Za-z0-9_]+)"(?<!\\")""")]
    private static partial Regex Strings();

    [GeneratedRegex("[A-Za-z0-9_]+")]
    private static partial Regex Words();
}
