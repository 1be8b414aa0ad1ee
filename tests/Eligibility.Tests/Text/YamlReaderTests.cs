using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Tests.Text;

/// <summary>What is read from good files, and where each character of it stands.</summary>
public class YamlReaderTests
{
    [Fact]
    public void Scalars_are_text_whatever_they_look_like()
    {
        var map = Map("a: 010\nb: yes\nc: ~\nd: null\ne: 2024-08-31\nf: 1e400\n\"true\": 'x'\n");
        Assert.Equal(["010", "yes", "~", "null", "2024-08-31", "1e400", "x"], map.Entries.Select(e => ((YamlScalar)e.Value).Text));
        Assert.Equal(["a", "b", "c", "d", "e", "f", "true"], map.Keys);
    }

    [Theory]
    [InlineData("k: «a» + b", "a")]
    [InlineData("k: 低保 + «标准»", "标准")]
    [InlineData("k: 🐎 + «b»", "b")]
    [InlineData("k: 'it''s «x»'", "x")]
    [InlineData("k: 'it«''»s'", "'")]
    [InlineData("k: \"a\\n«b»\"", "b")]
    [InlineData("k: \"a«\\u4F4E»b\"", "低")]
    [InlineData("k: \"«\\U0001F40E» b\"", "🐎")]
    [InlineData("k: \"\\x41«\\\"»\\/«»\"", "\"")]
    [InlineData("k: |\n    one\n    «two»\n", "two")]
    [InlineData("k: |\r\n    one\r\n\r\n      «two»\r\n", "two")]
    [InlineData("k: |2\n    «z»\n", "z")]
    [InlineData("k: |-\n\n  «x»", "x")]
    [InlineData("k: { q: 1, v: [x, «y»] }", "y")]
    [InlineData("k:\n  - n: 1\n    v: «y» z", "y")]
    public void Every_character_of_a_value_knows_its_place(string marked, string word)
    {
        var text = AnnotatedText.Parse(marked);
        var scalar = Scalars(Map(text.Text)).Last();
        var at = scalar.Fragment.Text.LastIndexOf(word, StringComparison.Ordinal);
        Assert.Equal(text.Spans[0], scalar.Fragment.At(new TextSpan(at, word.Length)).Span);
    }

    [Fact]
    public void A_span_over_two_lines_of_a_block_ends_with_the_last_word()
    {
        var scalar = (YamlScalar)Map("k: |\n    one\n    two\n").Get("k")!;
        Assert.Equal("one\ntwo\n", scalar.Text);
        Assert.Equal(new TextSpan(9, 11), scalar.Fragment.At(new TextSpan(0, 7)).Span);
        // Up to the line break, not into the indentation behind it.
        Assert.Equal(new TextSpan(9, 4), scalar.Fragment.At(new TextSpan(0, 4)).Span);
        Assert.Equal((3, 5), scalar.Fragment.Source.PositionOf(scalar.Fragment.At(new TextSpan(4, 3)).Span.Start));
    }

    [Theory]
    [InlineData("a: b c  # note\n", "b c", "Plain")]
    [InlineData("a: 'b''c' # note\n", "'b''c'", "SingleQuoted")]
    [InlineData("a: \"b\\n\"\n", "\"b\\n\"", "DoubleQuoted")]
    [InlineData("a: |\n  b\n\n  c\n\nz: 1\n", "|\n  b\n\n  c", "Literal")]
    public void A_place_covers_the_value_as_written(string text, string shown, string style)
    {
        var scalar = (YamlScalar)Map(text).Get("a")!;
        Assert.Equal(style, scalar.Style.ToString());
        Assert.Equal(shown, text.Substring(scalar.Location.Span.Start, scalar.Location.Span.Length));
    }

    [Theory]
    [InlineData("«a: 1\nb:\n  c: 2»\n")]
    [InlineData("«{ a: 1, b: [2, 3] }» # end\n")]
    [InlineData("«- a\n- b: 1»\n")]
    [InlineData("«[a, {b: 1}]»")]
    [InlineData("«{}»")]
    [InlineData("«[ ]»\n")]
    public void A_map_and_a_list_know_where_they_end(string marked)
    {
        var text = AnnotatedText.Parse(marked);
        var (root, bag) = Read(text.Text);
        Assert.Empty(bag);
        Assert.Equal(text.Spans[0], root!.Location.Span);
    }

    [Theory]
    [InlineData("k: a + b # note", true)]
    [InlineData("k: a + b", false)]
    [InlineData("k: a#b", false)]
    [InlineData("k: 'a' # note", false)]
    [InlineData("k: a\n# below", false)]
    [InlineData("k: { v: 1, w: a # note\n }", true)]
    [InlineData("k: # note\n  a", false)]
    public void A_comment_behind_a_plain_value_is_seen(string text, bool comment) =>
        Assert.Equal(comment, Scalars(Map(text)).Last().HasTrailingComment);

    [Theory]
    [InlineData("a:«»\nb: 1\n", "a", false)]
    [InlineData("a:«» # note\n", "a", false)]
    [InlineData("{ note: one, two«» }", "two", true)]
    [InlineData("{ note:«» , x: 1 }", "note", true)]
    public void A_key_without_a_value_is_marked_behind_the_key(string marked, string key, bool flow)
    {
        var text = AnnotatedText.Parse(marked);
        var map = Map(text.Text);
        var value = Assert.IsType<YamlScalar>(map.Get(key));
        Assert.True(value.IsMissing);
        Assert.Equal(flow, map.IsFlow);
        Assert.Equal(text.Spans[0], value.Location.Span);
    }

    [Fact]
    public void An_empty_text_in_quotes_is_not_missing() => Assert.False(((YamlScalar)Map("a: ''").Get("a")!).IsMissing);

    [Fact]
    public void A_byte_order_mark_does_not_move_anything()
    {
        var bag = new DiagnosticBag();
        var root = YamlReader.Read("f.yaml", [0xEF, 0xBB, 0xBF, .. "a: 1"u8], bag, out var source);
        Assert.Empty(bag);
        Assert.Equal("a: 1", source.Content);
        Assert.Equal("f.yaml:1:1", root!.Location.ToString());
    }

    [Fact]
    public void A_formula_in_a_block_is_diagnosed_at_its_own_line_and_column()
    {
        var rules = (YamlMap)Map("rules:\n  formula: |\n    a +\n    b c\n").Get("rules")!;
        var scalar = (YamlScalar)rules.Get("formula")!;
        var bag = new DiagnosticBag();
        Eligibility.Feel.Parser.Parse(scalar.Fragment, bag);
        Assert.StartsWith("f.yaml:4:7: X011", Assert.Single(bag).ToString());
    }

    private static YamlMap Map(string text)
    {
        var (root, bag) = Read(text);
        Assert.Equal("", string.Join('\n', bag));
        return Assert.IsType<YamlMap>(root);
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.SelectMany(e => Scalars(e.Value)),
        YamlSequence list => list.Items.SelectMany(Scalars),
        _ => [(YamlScalar)node],
    };

    private static (YamlNode? Root, DiagnosticBag Bag) Read(string text)
    {
        var bag = new DiagnosticBag();
        return (YamlReader.Read("f.yaml", Encoding.UTF8.GetBytes(text), bag), bag);
    }
}
