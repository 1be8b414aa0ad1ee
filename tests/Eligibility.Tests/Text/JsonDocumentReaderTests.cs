using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Tests.Text;

public class JsonDocumentReaderTests
{
    private const string Family = """
        {
          "户主": "王芳",
          "members": [
            { "birthDate": "1979-08-31", "share": 0.250 },
            { "birthDate": null, "employed": false, "hukou": true }
          ]
        }
        """;

    [Fact]
    public void A_family_is_read_with_every_kind_of_value()
    {
        var root = Assert.IsType<JsonObjectNode>(Read(Family, out var bag, out _));
        Assert.Empty(bag);
        Assert.Equal(["户主", "members"], root.Properties.Select(p => p.Key));
        Assert.Equal("王芳", ((JsonStringNode)root.Properties[0].Value).Value);
        var members = (JsonArrayNode)root.Properties[1].Value;
        var second = (JsonObjectNode)members.Items[1];
        Assert.Equal("0.250", ((JsonNumberNode)Value((JsonObjectNode)members.Items[0], "share")).Text.ToString());
        Assert.IsType<JsonNullNode>(Value(second, "birthDate"));
        Assert.False(((JsonBooleanNode)Value(second, "employed")).Value);
        Assert.True(((JsonBooleanNode)Value(second, "hukou")).Value);
        Assert.False(second.TryGet("Employed", out _));
    }

    [Fact]
    public void Every_node_knows_its_place_and_path_behind_Chinese_text()
    {
        var root = (JsonObjectNode)Read(Family, out _, out var source)!;
        var members = (JsonArrayNode)root.Properties[1].Value;
        var share = ((JsonObjectNode)members.Items[0]).Properties[1];
        Assert.Equal("\"share\"", TextOf(source, share.KeySpan));
        Assert.Equal("0.250", TextOf(source, share.Value.Span));
        Assert.Equal("f.json:4:43", source.At(share.Value.Span).ToString());
        Assert.Equal("$.members[0].share", share.Value.Path);
        Assert.Equal("$.户主", root.Properties[0].Value.Path);
        Assert.Equal("\"王芳\"", TextOf(source, root.Properties[0].Value.Span));
        Assert.Equal("$.members[1]", members.Items[1].Path);
        Assert.StartsWith("{ \"birthDate\": null", TextOf(source, members.Items[1].Span));
        Assert.EndsWith("true }", TextOf(source, members.Items[1].Span));
        Assert.Equal(Family, TextOf(source, root.Span));
        Assert.Equal("$", root.Path);
    }

    [Fact]
    public void Characters_beyond_the_basic_plane_count_as_two_units()
    {
        var root = (JsonArrayNode)Read("[\"𠮷\", 7]", out _, out var source)!;
        Assert.Equal("𠮷", ((JsonStringNode)root.Items[0]).Value);
        Assert.Equal("7", TextOf(source, root.Items[1].Span));
    }

    [Fact]
    public void Keys_that_are_no_plain_word_are_quoted_in_paths()
    {
        var root = (JsonObjectNode)Read("""{ "a b": 1, "it's": 2, "": 3, "1a": 4, "a_1": 5 }""", out _, out _)!;
        Assert.Equal(["$['a b']", "$['it\\'s']", "$['']", "$['1a']", "$.a_1"], root.Properties.Select(p => p.Value.Path));
    }

    [Theory]
    [InlineData("\"\\\"\\\\\\/\"", "\"\\/")]
    [InlineData("\"\\u738B\\u82b3\"", "王芳")]
    [InlineData("\"\\ud842\\udFB7 a\"", "𠮷 a")]
    [InlineData("\"\"", "")]
    public void Escapes_are_resolved(string json, string expected)
    {
        Assert.Equal(expected, ((JsonStringNode)Read(json, out var bag, out _)!).Value);
        Assert.Empty(bag);
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("1E-40")]
    [InlineData("123456789012345678901234567890.5")]
    [InlineData("1e400000")]
    public void Numbers_are_kept_as_written(string json)
    {
        Assert.Equal(json, ((JsonNumberNode)Read(json, out var bag, out _)!).Text.ToString());
        Assert.Empty(bag);
    }

    [Fact]
    public void A_byte_order_mark_is_accepted_and_takes_no_room()
    {
        var bag = new DiagnosticBag();
        var root = JsonDocumentReader.Read("f.json", (byte[])[0xEF, 0xBB, 0xBF, .. "[王]"u8], bag, out var source);
        Assert.Null(root);
        Assert.Equal("f.json:1:2", bag.Single().Location.ToString());
        Assert.Equal("[王]", source.Content);
    }

    [Fact]
    public void Many_keys_are_found_as_surely_as_few()
    {
        var root = (JsonObjectNode)Read("{" + string.Join(",", Enumerable.Range(0, 50).Select(i => $"\"k{i}\":{i}")) + "}", out var bag, out _)!;
        Assert.Empty(bag);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal($"$.k{i}", Value(root, $"k{i}").Path));
        Assert.False(root.TryGet("k50", out _));
    }

    private static JsonNode? Read(string json, out DiagnosticBag bag, out SourceText source)
    {
        bag = new DiagnosticBag();
        return JsonDocumentReader.Read("f.json", Encoding.UTF8.GetBytes(json), bag, out source);
    }

    private static JsonNode Value(JsonObjectNode owner, string key)
    {
        Assert.True(owner.TryGet(key, out var property));
        return property.Value;
    }

    private static string TextOf(SourceText source, TextSpan span) => source.Content.Substring(span.Start, span.Length);
}
