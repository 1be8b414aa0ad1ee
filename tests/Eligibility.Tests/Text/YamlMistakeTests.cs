using System.Diagnostics;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Tests.Text;

/// <summary>Bad files: what is reported, and where.</summary>
public class YamlMistakeTests
{
    [Theory]
    [InlineData("a: b«:» c", "R001")]
    [InlineData("a: 1\n b«:» 2", "R001")]
    [InlineData("a: [1, 2«»", "R001")]
    [InlineData("a: { b: 1«»\nc: 2", "R001")]
    [InlineData("a: |\n  \n« » x", "R001")]
    [InlineData("a: «'»x", "R001")]
    [InlineData("a: «\"»\\q\"", "R001")]
    [InlineData("a: «\"»\\uD800\"", "R001")]
    [InlineData("a: «@»x", "R001")]
    [InlineData("a: «}»", "R001")]
    [InlineData("a: «-»", "R001")]
    [InlineData("a: 1\n«b»", "R001")]
    [InlineData("- a\n«b»: 1", "R001")]
    [InlineData("a: «&»x 1", "R002")]
    [InlineData("a: «*x»", "R003")]
    [InlineData("a: «&»x [1]\nb: [«*x», *x]", "R002 R003")]
    [InlineData("a: «!»!int 1", "R004")]
    [InlineData("a: «!»t { b: 1 }", "R004")]
    [InlineData("a: «!» 1", "R004")]
    [InlineData("a: 1\n«---»\nb: 2", "R005")]
    [InlineData("a: 1\nb: 2\n«a»: 3\n«'a'»: 4", "R006 R006")]
    [InlineData("{ a: 1, «a»: 2 }", "R006")]
    [InlineData("a: «>»\n  b\n  c\n", "R007")]
    [InlineData("a: «b\n  c»\n", "R008")]
    [InlineData("a: «\"b\n  c\"»\n", "R008")]
    [InlineData("a: «'b\n  c'»\n", "R008")]
    [InlineData("a:\n«\t»b: 1", "R009")]
    [InlineData("«\t»a: 1\n«\t»b: 1", "R009 R009")]
    [InlineData("«[a]»: 1", "R010")]
    [InlineData("«{ a: 1 }»: 1", "R010")]
    [InlineData("«»: 1", "R010")]
    [InlineData("a: x«\u200B»y", "R014")]
    [InlineData("# «\u202E»evil\na: 1", "R014")]
    [InlineData("a: \"x«\\u200B»y\"", "R014")]
    [InlineData("a: x«\0»y", "R014")]
    [InlineData("a: x«\u2028»y", "R014")]
    [InlineData("«»", "R015")]
    [InlineData("«»# nothing\n", "R015")]
    [InlineData("«»---\n", "R015")]
    public void Each_mistake_is_reported_at_its_place(string marked, string codes)
    {
        var text = AnnotatedText.Parse(marked);
        text.AssertDiagnostics(Read(text.Text).Bag, codes.Split(' '));
    }

    [Fact]
    public void The_first_of_two_keys_is_kept_and_shown()
    {
        var (root, bag) = Read("a: 1\na: 2\n");
        Assert.Equal("1", ((YamlScalar)((YamlMap)root!).Get("a")!).Text);
        Assert.Equal(new TextSpan(0, 1), Assert.Single(bag).Related!.Value.Span);
    }

    [Fact]
    public void An_open_bracket_is_shown_beside_the_place_where_it_should_close()
    {
        var bag = Read("a: 1\nb: [1, 2\nc: 3\n").Bag;
        Assert.Equal("f.yaml:2:4", Assert.Single(bag).Related!.Value.ToString());
    }

    [Fact]
    public void Gb18030_and_utf16_are_named()
    {
        // 家庭: GB18030 has BC D2 CD A5 for it.
        Assert.Contains("GB18030", Message([.. "a: "u8, 0xBC, 0xD2, 0xCD, 0xA5]));
        Assert.Contains("UTF-16", Message(Encoding.Unicode.GetBytes("a: 1")));
        Assert.Contains("invalid", Message([.. "a: "u8, 0xFF]));

        static string Message(byte[] bytes)
        {
            var bag = new DiagnosticBag();
            Assert.Null(YamlReader.Read("f.yaml", bytes, bag));
            Assert.Equal("R013", Assert.Single(bag).Code);
            return bag.First().Message.En;
        }
    }

    [Fact]
    public void A_file_too_large_is_not_read()
    {
        var bag = new DiagnosticBag();
        Assert.Null(YamlReader.Read("f.yaml", new byte[YamlReader.MaxBytes + 1], bag));
        Assert.Equal("R012", Assert.Single(bag).Code);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[[],")]
    public void Deep_nesting_is_one_mistake(string open) => Assert.Equal("R011", Assert.Single(Read(Repeat(open, 100_000)).Bag).Code);

    [Fact]
    public void Fifty_levels_are_read() => Assert.Empty(Read(new string('[', 50) + new string(']', 50)).Bag);

    [Theory]
    [InlineData("- &a [*a, *a]\n")]
    [InlineData("- \u200B\n")]
    [InlineData("- 'x\n  y'\n")]
    [InlineData("k: 1\n")]
    [InlineData("? [a]\n: 1\n")]
    [InlineData("\t\n")]
    [InlineData("\ta\n")]
    [InlineData("--- a\n")]
    [InlineData("%TAG ! x\n")]
    [InlineData("a: |\n  x\n")]
    [InlineData("\"\\u0041\" ")]
    [InlineData("#")]
    [InlineData("a ")]
    [InlineData("'")]
    [InlineData("\r")]
    [InlineData("[],")]
    public void Large_files_of_nonsense_are_read_in_good_time(string part)
    {
        var clock = Stopwatch.StartNew();
        Read(Repeat(part, 1_000_000 / part.Length));
        Assert.True(clock.Elapsed.TotalSeconds < 20, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void No_file_however_broken_makes_an_exception_and_every_place_is_inside_it()
    {
        string[] pieces =
        [
            "a", "b: ", ": ", "- ", "\n", "\n  ", "\r\n", "[", "]", "{", "}", ",", "'", "\"", "\\", "\\n", "\\u12", "|", "|2\n", ">-\n", "# c", "&x ", "*x", "!t ", "!!", "? ", "---\n",
            "...\n", "%YAML 1.2\n", "\t", "@", "`", "🐎", "低", "\u200B", "\u0085", "\0", "''", " ", "    ",
        ];
        var random = new Random(20240831);
        for (var run = 0; run < 30_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (root, bag) = Read(text);
            Assert.True(root is not null || bag.HasErrors, text.Replace("\n", "\\n"));
            foreach (var d in bag) Assert.InRange(d.Location!.Value.Span.End, d.Location.Value.Span.Start, d.Location.Value.Source.Content.Length);
            if (root is not null) AssertPlaces(root, text, bag.HasErrors);
        }
    }

    [Fact]
    public void No_bytes_make_an_exception()
    {
        var random = new Random(1395);
        var bytes = new byte[64];
        for (var run = 0; run < 5_000; run++)
        {
            random.NextBytes(bytes);
            YamlReader.Read("f.yaml", bytes[..random.Next(64)], []);
        }
    }

    public static TheoryData<string> Codes => [.. YamlKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_of_every_kind_has_that_mistake_only_and_its_fix_has_none(string code)
    {
        var kind = YamlKinds.All.Single(k => k.Code == code);
        Assert.Empty(kind.Fix[0] == '(' ? [] : Read(kind.Fix).Bag);
        // Sizes and encodings cannot be shown in a line; a missing value is reported by whoever knows what the key is.
        if (kind.Example[0] == '(' || kind == YamlKinds.MissingValue) return;
        Assert.Equal([code], Read(kind.Example).Bag.Select(d => d.Code).Distinct());
    }

    [Fact]
    public void Every_kind_has_a_code_of_its_own() =>
        Assert.Equal(Enumerable.Range(1, YamlKinds.All.Count).Select(i => $"R{i:000}"), YamlKinds.All.Select(k => k.Code));

    private static void AssertPlaces(YamlNode node, string text, bool broken)
    {
        Assert.InRange(node.Location.Span.End, node.Location.Span.Start, text.Length);
        switch (node)
        {
            case YamlMap map:
                foreach (var (key, value) in map.Entries)
                {
                    AssertPlaces(key, text, broken);
                    AssertPlaces(value, text, broken);
                }
                break;
            case YamlSequence list:
                foreach (var item in list.Items) AssertPlaces(item, text, broken);
                break;
            case YamlScalar { Style: not YamlStyle.DoubleQuoted } scalar when !broken:
                // In a good file every character but a doubled quote and a line break stands where the fragment says.
                for (var i = 0; i < scalar.Text.Length; i++)
                {
                    var at = scalar.Fragment.At(new TextSpan(i, 1)).Span.Start;
                    Assert.True(scalar.Text[i] == '\n' || text[at] == scalar.Text[i], $"{text}\n{scalar.Text}[{i}] at {at}");
                }
                break;
        }
    }

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));

    private static (YamlNode? Root, DiagnosticBag Bag) Read(string text)
    {
        var bag = new DiagnosticBag();
        return (YamlReader.Read("f.yaml", Encoding.UTF8.GetBytes(text), bag), bag);
    }
}
