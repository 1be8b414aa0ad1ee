using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.Vocabulary;

public class FactsTests
{
    private const string Card = """
        {
          "$schema": "card.schema.json",
          "jurisdiction": "123456",
          "branch": "harbour",
          "deposit": 100.50,
          "loans": [ { "service": "books", "readers": ["7", "8"], "since": "2024-01-31" } ],
          "readers": [
            { "number": "7", "called": "王芳", "born": "1990-02-28", "visits": [ { "minutes": 30 }, {} ] },
            { "number": "8", "visits": [ { "minutes": 5e1 } ] }
          ]
        }
        """;

    [Fact]
    public void All_example_households_are_read_without_a_word()
    {
        var files = Repository.Files("seeds", "*.json").Where(f => !f.EndsWith(".case.json", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count >= 7, $"only {files.Count} files were read");
        foreach (var file in files)
        {
            var bag = new DiagnosticBag();
            var facts = Facts.Read(Repository.Bytes(file), file, Vocabularies.Real, bag);
            Assert.Empty(bag);
            Assert.NotNull(facts!.Jurisdiction);
            Assert.Equal(facts.ToJson(), Facts.Parse(facts.ToJson(), Vocabularies.Real).ToJson());
        }
    }

    [Fact]
    public void Facts_of_another_domain_are_read_by_its_vocabulary_alone()
    {
        var facts = Facts.Parse(Card, Vocabularies.Library);
        var words = Vocabularies.Library;
        Assert.Equal("123456", facts.Jurisdiction);
        Assert.Equal("\"harbour\" 100.5", $"{Slot(facts.Root, "branch")} {Slot(facts.Root, "deposit")}");
        var readers = facts.Instances(words.Person);
        Assert.Equal(["王芳", "8"], readers.Select(r => r.DisplayName));
        Assert.Equal(["7", "8"], readers.Select(r => r.Key));
        Assert.Equal("date(\"1990-02-28\")", Slot(readers[0], "born").ToString());
        Assert.Equal("[\"7\", \"8\"]", Slot(facts.Instances(words.Roll!.Entity)[0], "readers").ToString());
        Assert.Empty(facts.Instances(words.Entity("fine")!));
    }

    [Fact]
    public void Instances_count_through_the_whole_of_the_facts_and_know_their_place()
    {
        var facts = Facts.Parse(Card, Vocabularies.Library);
        var visits = facts.Instances(Vocabularies.Library.Entity("visit")!);
        Assert.Equal([0, 1, 2], visits.Select(v => v.Ordinal));
        Assert.Equal(["$.readers[0].visits[0]", "$.readers[0].visits[1]", "$.readers[1].visits[0]"], visits.Select(v => v.Path));
        Assert.Equal(["7", "7", "8"], visits.Select(v => v.Parent!.Key));
        Assert.Equal("50", Slot(visits[2], "minutes").ToString());
        Assert.Null(facts.Root.Parent);
    }

    [Theory]
    [InlineData("deposit", null, "unknown(deposit)")]
    [InlineData("deposit", "null", "unknown(deposit)")]
    [InlineData("loans", null, "unknown(loans)")]
    [InlineData("loans", "[]", "[]")]
    [InlineData("locker", null, "unknown(locker)")]
    [InlineData("closedOn", null, "null")]
    [InlineData("closedOn", "null", "unknown(closedOn)")]
    [InlineData("tags", null, "null")]
    [InlineData("blocked", null, "false")]
    [InlineData("blocked", "true", "true")]
    [InlineData("blocked", "null", "unknown(blocked)")]
    [InlineData("tier", null, "\"basic\"")]
    [InlineData("fines", null, "[]")]
    [InlineData("fines", "null", "unknown(fines)")]
    public void What_an_absent_fact_means_is_what_the_vocabulary_says(string name, string? json, string value)
    {
        var facts = Facts.Parse($$"""{ "readers": [ { "number": "1" } ]{{(json is null ? "" : $", \"{name}\": {json}")}} }""", Vocabularies.Library);
        Assert.Equal(value, Slot(facts.Root, name).ToString());
    }

    [Fact]
    public void What_is_not_known_says_of_whom_and_who_can_tell()
    {
        var facts = Facts.Parse(Card, Vocabularies.Library);
        var readers = facts.Instances(Vocabularies.Library.Person);
        Assert.Equal(
            new Missing(MissingKind.Fact, "born", "8", new("出生日期（8）", "date of birth (8)"), new("本人声明", "own statement")), Cause(readers[1], "born"));
        Assert.Equal(
            new Missing(MissingKind.Fact, "student", "7", new("学生（王芳）", "student (王芳)"), new("学校", "the school")), Cause(readers[0], "student"));
        Assert.Equal(
            new Missing(MissingKind.Fact, "minutes", "7", new("分钟（王芳，到馆第2项）", "minutes (王芳, visit 2)")),
            Cause(facts.Instances(Vocabularies.Library.Entity("visit")!)[1], "minutes"));
        Assert.Equal(new Missing(MissingKind.Fact, "weight", null, new("重量", "weight")), Cause(facts.Root, "weight"));
    }

    [Fact]
    public void A_fact_missing_in_something_nested_says_where()
    {
        var facts = Facts.Parse("""{ "readers": [ { "number": "1" } ], "locker": {}, "loans": [ {} ] }""", Vocabularies.Library);
        Assert.Equal("place (locker)", Cause(Slot(facts.Root, "locker").Entity, "place").Text.En);
        Assert.Equal("起（借阅第1项）", Cause(facts.Instances(Vocabularies.Library.Roll!.Entity)[0], "since").Text.Zh);
        Assert.Equal("$.locker", Slot(facts.Root, "locker").Entity.Path);
    }

    [Fact]
    public void Canonical_text_has_one_order_and_one_spelling_and_reads_back()
    {
        var facts = Facts.Parse(Card, Vocabularies.Library);
        const string canonical =
            """{"jurisdiction":"123456","readers":[{"number":"7","called":"王芳","born":"1990-02-28","visits":[{"minutes":30},{}]},""" +
            """{"number":"8","visits":[{"minutes":50}]}],"branch":"harbour","deposit":100.5,"blocked":false,"tier":"basic","fines":[],"loans":""" +
            """[{"service":"books","readers":["7","8"],"since":"2024-01-31"}]}""";
        Assert.Equal(canonical, facts.ToJson());
        Assert.Equal(canonical, Facts.Parse(canonical, Vocabularies.Library).ToJson());
    }

    [Fact]
    public void Canonical_text_says_that_something_is_not_known_where_silence_would_say_otherwise()
    {
        const string canonical = """{"readers":[{"number":"1","called":null}],"blocked":null,"tier":"basic","fines":null,"closedOn":null,"tags":null}""";
        Assert.Equal(canonical, Facts.Parse(canonical, Vocabularies.Library).ToJson());
        const string escaped = """{"readers":[{"number":"\"x\\"}],"blocked":false,"tier":"basic","fines":[]}""";
        Assert.Equal(escaped, Facts.Parse(escaped, Vocabularies.Library).ToJson());
    }

    [Fact]
    public void Facts_from_yaml_are_the_facts_from_json()
    {
        const string yaml = """
            jurisdiction: "123456"
            branch: harbour
            deposit: 100.50
            loans: [ { service: books, readers: [ "7", 8 ], since: 2024-01-31, until: } ]
            blocked: ~
            readers:
              - { number: 7, called: 王芳, born: 1990-02-28, visits: [ { minutes: 30 }, { minutes: null } ] }
              - { number: "8", called: "null", visits: [ { minutes: 5e1 } ] }
            """;
        var bag = new DiagnosticBag();
        var facts = Facts.Read(FactNode.From(YamlReader.Read("s.yaml", Encoding.UTF8.GetBytes(yaml), bag)!), Vocabularies.Library, bag);
        Assert.Empty(bag);
        var json = Card.Replace("\"since\"", "\"until\": null, \"since\"").Replace("\"number\": \"8\"", "\"number\": \"8\", \"called\": \"null\"")
            .Replace("\"branch\"", "\"blocked\": null, \"branch\"");
        Assert.Equal(Facts.Parse(json, Vocabularies.Library).ToJson(), facts!.ToJson());
    }

    [Fact]
    public void A_person_may_be_all_there_is()
    {
        var bag = new DiagnosticBag();
        var words = VocabularyLoader.Load("v.yaml", "roles: { root: a, person: a }\nentities: [ { name: a, label: 甲, attributes: [] } ]\n"u8.ToArray(), bag);
        Assert.Equal("{}", Facts.Parse("{}", words!).ToJson());
    }

    [Fact]
    public void Facts_that_cannot_be_used_throw_with_every_reason()
    {
        var error = Assert.Throws<FactsException>(() => Facts.Parse("""{ "readers": [ {}, {}, {}, {}, {}, {} ], "bransh": 1 }""", Vocabularies.Library));
        Assert.Equal(7, error.Diagnostics.Count);
        Assert.Equal(0, error.Cut);
        Assert.StartsWith("facts:1:16: F030:", error.Message);
        Assert.EndsWith("and 2 more", error.Message);
        Assert.Equal(6, error.Message.Split('\n').Length);
        Assert.Throws<FactsException>(() => Facts.Parse("{", Vocabularies.Library));
        Assert.Throws<FactsException>(() => Facts.Parse("{}"u8, "x.json", Vocabularies.Library));
    }

    private static Value Slot(EntityRecord record, string name) => record.Slots[record.Declaration.Attribute(name)!.Slot];

    private static Missing Cause(EntityRecord record, string name) => Assert.Single(Slot(record, name).Causes.Items);
}
