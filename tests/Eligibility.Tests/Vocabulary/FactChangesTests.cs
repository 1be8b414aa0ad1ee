using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.Vocabulary;

public class FactChangesTests
{
    private const string Card = """
        { "jurisdiction": "123456", "branch": "centre", "readers": [ { "number": "1", "visits": [ { "minutes": 5 } ] }, { "number": "2", "called": "李" } ], "locker": { "place": "A" } }
        """;

    [Theory]
    [InlineData("branch", "harbour", "\"branch\":\"harbour\"")]
    [InlineData("deposit", "12.5", "\"deposit\":12.5")]
    [InlineData("locker.place", "B", "\"locker\":{\"place\":\"B\"}")]
    [InlineData("readers.2.called", "王", "{\"number\":\"2\",\"called\":\"王\"}")]
    [InlineData("readers.2.born", "1990-01-01", "{\"number\":\"2\",\"called\":\"李\",\"born\":\"1990-01-01\"}")]
    [InlineData("readers.1.visits", "[ { minutes: 7 }, { minutes: 8 } ]", "\"visits\":[{\"minutes\":7},{\"minutes\":8}]")]
    [InlineData("readers.2", "{ number: \"2\", called: 赵 }", "{\"number\":\"2\",\"called\":\"赵\"}")]
    [InlineData("readers.3", "{ number: \"3\" }", "{\"number\":\"2\",\"called\":\"李\"},{\"number\":\"3\"}]")]
    [InlineData("jurisdiction", "\"654321\"", "{\"jurisdiction\":\"654321\"")]
    public void A_change_puts_a_value_in_its_place(string path, string value, string part) => Assert.Contains(part, Changed([(path, value)]));

    [Theory]
    [InlineData("branch", "\"branch\"")]
    [InlineData("readers.2", "李")]
    [InlineData("readers.1.visits", "visits")]
    [InlineData("locker.place", "place")]
    [InlineData("jurisdiction", "jurisdiction")]
    public void A_removal_takes_a_value_away(string path, string part) => Assert.DoesNotContain(part, Changed([(path, null)]));

    [Fact]
    public void Changes_are_made_one_after_the_other_and_leave_the_original_alone()
    {
        var original = Node(Card);
        var changed = Changed(original, [("readers.3", "{ number: \"3\" }"), ("readers.3.called", "孙"), ("readers.1", null), ("readers.3.called", "周")], out var bag);
        Assert.Empty(bag);
        Assert.Contains("[{\"number\":\"2\",\"called\":\"李\"},{\"number\":\"3\",\"called\":\"周\"}]", Json(changed));
        Assert.Equal(Facts.Parse(Card, Vocabularies.Library).ToJson(), Json(original));
    }

    [Theory]
    [InlineData("bransh", "x", "“bransh” leads nowhere: there is no “bransh”. Did you mean `branch`?")]
    [InlineData("readers.9.called", "x", "there is no “9”")]
    [InlineData("readers.9", null, "there is no “9”")]
    [InlineData("readers.9", "{ number: \"8\" }", "there is no “9”")]
    [InlineData("readers.9", "x", "there is no “9”")]
    [InlineData("readers.2.caled", "x", "there is no “caled”. Did you mean `called`?")]
    [InlineData("readers.2.visits", null, "there is no “visits”")]
    [InlineData("readers.1.visits.0.minutes", "7", "there is no “0”. Write the keys with dots between; in a list, the key of the element. A list whose")]
    [InlineData("readers.1.number.x", "7", "there is no “x”")]
    [InlineData("loans.1.since", "x", "there is no “loans”")]
    [InlineData("loans", null, "there is no “loans”")]
    [InlineData("branch.x", "x", "there is no “x”")]
    [InlineData("jurisdiction.x", "x", "there is no “x”")]
    [InlineData("locker.jurisdiction", "x", "there is no “jurisdiction”")]
    [InlineData("", "x", "there is no “”")]
    [InlineData("readers..called", "x", "there is no “”")]
    [InlineData(".", "x", "there is no “”")]
    public void A_path_that_leads_nowhere_is_reported_where_it_is_written(string path, string? value, string words)
    {
        var original = Node(Card);
        Assert.Same(original, Changed(original, [(path, value)], out var bag));
        var error = Assert.Single(bag);
        Assert.Equal(("F036", "s.yaml:1:1"), (error.Code, error.Location.ToString()));
        Assert.Contains(words, error.ToString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("{ \"readers\": 1 }")]
    [InlineData("{ \"readers\": [ 1, [], {} ] }")]
    [InlineData("{ \"readers\": null }")]
    public void Facts_of_another_shape_are_left_for_the_reader_to_refuse(string json)
    {
        Changed(Node(json), [("readers.1.called", "x"), ("readers.1", null)], out var bag);
        Assert.All(bag, d => Assert.Equal("F036", d.Code));
        Assert.NotEmpty(bag);
    }

    [Fact]
    public void What_is_put_in_is_checked_like_all_facts()
    {
        var bag = new DiagnosticBag();
        Assert.Null(Facts.Read(Changed(Node(Card), [("branch", "center")], out _), Vocabularies.Library, bag));
        Assert.Equal(("F028", "v.yaml:1:1", "$.branch"), (bag.Single().Code, bag.Single().Location.ToString(), bag.Single().Path));
    }

    private static string Changed((string Path, string? Value)[] changes)
    {
        var changed = Changed(Node(Card), changes, out var bag);
        Assert.Empty(bag);
        return Json(changed);
    }

    private static FactNode Changed(FactNode facts, (string Path, string? Value)[] changes, out DiagnosticBag bag)
    {
        var own = bag = new DiagnosticBag();
        return facts.With([.. changes.Select(c => new FactChange(c.Path, Place(c.Path), c.Value is null ? null : Yaml(c.Value, own)))], Vocabularies.Library, bag);
    }

    private static Location Place(string path) => new SourceText("s.yaml", path).At(new TextSpan(0, path.Length));

    private static FactNode Yaml(string text, DiagnosticBag bag) => FactNode.From(YamlReader.Read("v.yaml", Encoding.UTF8.GetBytes(text), bag)!);

    private static FactNode Node(string json) => FactNode.From(JsonDocumentReader.Read("f.json", Encoding.UTF8.GetBytes(json), new DiagnosticBag(), out var source)!, source);

    private static string Json(FactNode facts)
    {
        var bag = new DiagnosticBag();
        var read = Facts.Read(facts, Vocabularies.Library, bag);
        Assert.Empty(bag);
        return read!.ToJson();
    }
}
