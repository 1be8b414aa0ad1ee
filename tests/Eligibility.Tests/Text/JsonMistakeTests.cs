using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Eligibility.Diagnostics;
using Eligibility.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Eligibility.Tests.Text;

public class JsonMistakeTests
{
    [Theory]
    [InlineData("{ \"a\": «tru» }", "a value, found “tru”. Put text into double quotes.")]
    [InlineData("{ \"a\": «True» }", "a value, found “True”. Write true in lower case.")]
    [InlineData("[«None»]", "a value or ], found “None”. For no value, write null")]
    [InlineData("{ \"a\": «是» }", "Write true.")]
    [InlineData("{ \"a\": 1«,» }", "a comma or }, found “,”. Delete the comma behind the last item.")]
    [InlineData("[1, 2 «,» \n ]", "Delete the comma behind the last item.")]
    [InlineData("{ «'»a': 1 }", "a key in double quotes or }, found “'”. Use straight double quotes")]
    [InlineData("{ \"a\": «“»市区” }", "Use straight double quotes")]
    [InlineData("{ «a»: 1 }", "a key in double quotes or }, found “a”.")]
    [InlineData("{ \"a\"«：» 1 }", "a colon behind the key, found “：”. Write the half-width :")]
    [InlineData("{ \"a\" «1» }", "a colon behind the key")]
    [InlineData("[1«，» 2]", "a comma or ], found “，”. Write the half-width ,")]
    [InlineData("{ \"a\": 1\n  «\"»b\": 2 }", "Put a comma between it and the item before.")]
    [InlineData("[1 «2»]", "Put a comma between")]
    [InlineData("{ \"a\": «//» urban\n 1 }", "JSON has no comments")]
    [InlineData("[ «/*» x */ ]", "JSON has no comments")]
    [InlineData("«#» x\n1", "a value, found “#”. JSON has no comments")]
    [InlineData("{ \"a\": «010» }", "a number, found “010”.")]
    [InlineData("{ \"a\": «0x10» }", "a number, found “0x10”.")]
    [InlineData("{ \"a\": «+1» }", "a number")]
    [InlineData("{ \"a\": «.5» }", "a number")]
    [InlineData("{ \"a\": «1.» }", "a number")]
    [InlineData("{ \"a\": «12abc» }", "a number")]
    [InlineData("{ \"a\": 1«元» }", "a comma or }, found “元”.")]
    [InlineData("{ \"a\": «-» }", "a number")]
    [InlineData("[1«}»", "Close it with ] first.")]
    [InlineData("{ \"a\": [1, 2«}» }", "Close it with ] first.")]
    [InlineData("{ \"a\": 1 «]»", "Close it with } first.")]
    [InlineData("{} «{»}", "the end of the file, found “{”. A file holds one value")]
    [InlineData("1 «2»", "the end of the file")]
    [InlineData("«,»", "a value, found “,”.")]
    [InlineData("[«,»1]", "a value or ], found “,”.")]
    [InlineData("[1,«,»2]", "a value, found “,”.")]
    [InlineData("{ \"a\": «\"x»\n }", "a string that ends on its line, found “\"x”. Add the closing quote")]
    [InlineData("{ «\"a»\n\": 1 }", "a string that ends on its line")]
    [InlineData("[\"a«\\x»\"]", "a valid escape, found “\\x”.")]
    [InlineData("[\"«\\u12»g4\"]", "a valid escape, found “\\u12”.")]
    [InlineData("[\"«\\u»王\"]", "a valid escape, found “\\u”.")]
    [InlineData("[ «\uFEFF»1]", "found “U+FEFF”")]
    [InlineData("[«𠮷»]", "found “𠮷”")]
    [InlineData("{ \"王\": 1,\r\n  \"芳\": «nil»\r\n}", "For no value, write null")]
    public void A_syntax_error_is_one_diagnostic_at_its_place(string marked, string words)
    {
        var (text, span) = Marked.Parse(marked);
        Assert.Null(Read(text, out var bag));
        var error = Assert.Single(bag);
        Assert.Equal("F001", error.Code);
        Assert.Equal(span, error.Location!.Value.Span);
        Assert.Contains(words, error.ToString());
    }

    [Theory]
    [InlineData("", "1:1", null)]
    [InlineData(" \n ", "2:2", null)]
    [InlineData("{", "1:2", "1:1")]
    [InlineData("{ \"a\": [1,", "1:11", "1:8")]
    [InlineData("{ \"a\"", "1:6", "1:1")]
    [InlineData("{ \"a\":\n", "2:1", "1:1")]
    [InlineData("{ \"a\": 1", "1:9", "1:1")]
    [InlineData("[\n\"王", "2:3", "2:1")]
    [InlineData("[\"a\\", "1:5", "1:2")]
    [InlineData("[-", "1:3", "1:1")]
    public void A_text_cut_short_says_what_was_left_open(string json, string place, string? opened)
    {
        Assert.Null(Read(json, out var bag));
        var error = Assert.Single(bag);
        Assert.Equal("F002", error.Code);
        Assert.Equal("f.json:" + place, error.Location.ToString());
        Assert.Equal(opened, error.Related is { } r ? $"{r.Line}:{r.Column}" : null);
    }

    [Fact]
    public void Every_duplicate_key_is_reported_with_the_first_and_the_path()
    {
        Assert.NotNull(Read("{ \"a\": 1, \"b\": { \"x\": 1, \"\\u0078\": 2 },\n \"a\": 2, \"a\": 3 }", out var bag));
        Assert.Equal(["F006", "F006", "F006"], bag.Select(d => d.Code));
        Assert.Equal(["f.json:1:26", "f.json:2:2", "f.json:2:10"], bag.Sorted().Select(d => d.Location.ToString()));
        Assert.Equal(["f.json:1:18", "f.json:1:3", "f.json:1:3"], bag.Sorted().Select(d => d.Related.ToString()));
        Assert.Equal(["$.b.x", "$.a", "$.a"], bag.Sorted().Select(d => d.Path));
        Assert.Equal("\"\\u0078\"".Length, bag.Sorted()[0].Location!.Value.Span.Length);
    }

    [Fact]
    public void The_first_of_two_equal_keys_is_the_one_kept()
    {
        var root = (JsonObjectNode)Read("{ \"a\": 1, \"a\": 2 }", out _)!;
        Assert.Equal("1", ((JsonNumberNode)Assert.Single(root.Properties).Value).Text.ToString());
    }

    [Theory]
    [InlineData("{ \"n\": \"x«\\ud840»y\" }", "$.n")]
    [InlineData("[\"王\", \"«\\udc00»\"]", "$[1]")]
    [InlineData("[\"«\\ud840»\\n\"]", "$[0]")]
    [InlineData("[\"«\\uD840»\\ud840\\udc00\"]", "$[0]")]
    [InlineData("{ \"a\": { \"«\\ud840»\": 1 } }", "$.a")]
    public void Half_a_surrogate_pair_is_no_character(string marked, string path) => AssertRefused(marked, "F007", path);

    [Theory]
    [InlineData("{ \"n\": \"«\u202E»王\" }", "$.n", "U+202E")]
    [InlineData("{ \"n\": \"王«\\u2066»\" }", "$.n", "U+2066")]
    [InlineData("{ \"a\": [0, \"«\u200B»\"] }", "$.a[1]", "U+200B")]
    [InlineData("[\"a«\uFEFF»\"]", "$[0]", "U+FEFF")]
    [InlineData("[\"a«\\u0000»b\"]", "$[0]", "U+0000")]
    [InlineData("[\"a«\\n»b\"]", "$[0]", "U+000A")]
    [InlineData("[\"«\u007F»\"]", "$[0]", "U+007F")]
    [InlineData("[\"«\u061C»\"]", "$[0]", "U+061C")]
    [InlineData("{ \"ar«\u200D»ea\": 1 }", "$", "U+200D")]
    [InlineData("[\"«\u200F»a\u200F\u200F\"]", "$[0]", "holds 3 invisible characters; the first is U+200F")]
    public void A_character_that_does_not_show_is_refused(string marked, string path, string words) =>
        Assert.Contains(words, AssertRefused(marked, "F008", path).Message.En);

    [Fact]
    public void Mistakes_that_leave_the_tree_whole_are_all_reported()
    {
        Assert.NotNull(Read("{ \"a\": \"\u200B\", \"b\": \"\\udc00\", \"a\": \"\u200C\" }", out var bag));
        Assert.Equal(["F008", "F007", "F006", "F008"], bag.Sorted().Select(d => d.Code));
    }

    [Fact]
    public void A_file_in_GB18030_is_named_as_such()
    {
        // 王 is CD F5, 芳 B7 BC.
        byte[] bytes = [.. "{ \"n\": \""u8, 0xCD, 0xF5, 0xB7, 0xBC, .. "\" }"u8];
        AssertNotUtf8(bytes, "f.json:1:9", "looks like GB18030");
    }

    [Fact]
    public void Bytes_that_are_no_encoding_we_know_are_shown_where_they_stand()
    {
        AssertNotUtf8([.. "[\n\"王"u8, 0xC3, .. "\"]"u8], "f.json:2:3", "the bytes here are invalid");
        AssertNotUtf8([.. "\"a"u8, 0xED, 0xA0, 0x80, .. "\""u8], "f.json:1:3", "the bytes here are invalid");
    }

    [Fact]
    public void A_file_in_UTF_16_is_named_as_such_with_or_without_its_mark()
    {
        AssertNotUtf8([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"n\": \"王\"}")], "f.json:1:1", "looks like UTF-16");
        AssertNotUtf8(Encoding.Unicode.GetBytes("{}"), "f.json:1:1", "looks like UTF-16");
        AssertNotUtf8(Encoding.BigEndianUnicode.GetBytes("{}"), "f.json:1:1", "looks like UTF-16");
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_the_sixty_fifth_is_refused()
    {
        Assert.NotNull(Read(new string('[', 64) + new string(']', 64), out var fine));
        Assert.Empty(fine);
        Assert.Null(Read(new string('[', 65) + new string(']', 65), out var bag));
        Assert.Equal("F004", bag.Single().Code);
        Assert.Equal("f.json:1:65", bag.Single().Location.ToString());
    }

    [Fact]
    public void A_hundred_thousand_brackets_are_refused_at_once()
    {
        Assert.Null(Read(string.Concat(Enumerable.Repeat("{\"a\":[", 50_000)), out var bag));
        Assert.Equal("F004", bag.Single().Code);
    }

    [Fact]
    public void A_file_beyond_64_MB_is_not_even_decoded()
    {
        var bag = new DiagnosticBag();
        Assert.Null(JsonDocumentReader.Read("f.json", new byte[(64 * 1024 * 1024) + 1], bag, out _));
        Assert.Equal("F005", bag.Single().Code);
    }

    [Fact]
    public void Twenty_megabytes_are_read_in_seconds_with_the_mistake_at_the_end()
    {
        var text = new StringBuilder("[");
        while (text.Length < 17_300_000) text.Append("{\"姓名\":\"王芳\",\"income\":1450.50,\"months\":[1,2,3]},\n");
        var watch = Stopwatch.StartNew();
        Assert.Null(Read(text.Append(']').ToString(), out var bag));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        Assert.Equal("F001", bag.Single().Code);
    }

    [Fact]
    public void Very_many_duplicate_keys_are_counted_in_seconds()
    {
        var watch = Stopwatch.StartNew();
        Assert.NotNull(Read("{" + string.Join(",", Enumerable.Repeat("\"a\":[0]", 300_000)) + "}", out var bag));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        Assert.Equal(299_999, bag.Count + bag.Cut);
    }

    [Fact]
    public void Each_kind_is_shown_by_its_example_and_gone_from_its_fix()
    {
        DiagnosticKind[] notText = [JsonKinds.NotUtf8, JsonKinds.TooLarge];
        Assert.Equal(JsonKinds.All.Count, typeof(JsonKinds).GetFields().Count(f => f.FieldType == typeof(DiagnosticKind)));
        foreach (var kind in JsonKinds.All.Except(notText))
        {
            Read(kind.Example, out var bag);
            Assert.Equal([kind.Code], bag.Select(d => d.Code));
            Assert.NotNull(Read(kind.Fix, out var clean));
            Assert.Empty(clean);
        }
    }

    [Fact]
    public void What_the_platform_reads_we_read_and_what_it_refuses_is_one_error()
    {
        const string seed = "{\"户\": [1, -2.5e3, \"a\\n\\u738b\", true], \"b\": {\"c\": null}}";
        var edits = from at in Gen.Choose(0, seed.Length - 1)
                    from cut in Gen.Choose(0, 3)
                    from put in Gen.Elements("", ",", "\"", "[", "]", "{", "}", ":", "0", "-", ".", "\\", "e", "t", "\n", "/", "王", "：")
                    select seed[..at] + put + seed[Math.Min(at + cut, seed.Length)..];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(edits.ToArbitrary(), json =>
        {
            var root = Read(json, out var bag);
            var valid = PlatformReads(json);
            Assert.Equal(valid, root is not null);
            if (!valid) Assert.Single(bag, d => d.Code is "F001" or "F002");
        }));
    }

    private static bool PlatformReads(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Diagnostic AssertRefused(string marked, string code, string path)
    {
        var (text, span) = Marked.Parse(marked);
        Assert.NotNull(Read(text, out var bag));
        var error = Assert.Single(bag);
        Assert.Equal((code, span, path), (error.Code, error.Location!.Value.Span, error.Path));
        return error;
    }

    private static void AssertNotUtf8(byte[] bytes, string place, string words)
    {
        var bag = new DiagnosticBag();
        Assert.Null(JsonDocumentReader.Read("f.json", bytes, bag, out _));
        var error = Assert.Single(bag);
        Assert.Equal(("F003", place), (error.Code, error.Location.ToString()));
        Assert.Contains(words, error.Message.En);
    }

    private static JsonNode? Read(string json, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return JsonDocumentReader.Read("f.json", Encoding.UTF8.GetBytes(json), bag, out _);
    }
}
