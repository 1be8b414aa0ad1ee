using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Tests.Text;
using Eligibility.Text;

namespace Eligibility.Tests.Diagnostics;

public class DiagnosticRendererTests
{
    private static readonly DiagnosticKind Error = Kind("F099", Severity.Error);
    private static readonly DiagnosticKind Warning = Kind("L099", Severity.Warning);

    [Fact]
    public void A_mistake_in_a_Chinese_line_has_its_carets_under_the_wide_characters()
    {
        const string json = "{\n  \"户主\": \"王芳\", \"area\": 市区\n}";
        var bag = new DiagnosticBag();
        JsonDocumentReader.Read("facts.json", Encoding.UTF8.GetBytes(json), bag, out _);
        Assert.Equal(
            """
            facts.json:2:23: 错误 F001: 这里应为一个值，却是 “市区”。
                  "户主": "王芳", "area": 市区
                                          ^^^^
              = 文字要用半角双引号括起。

            1 个错误。

            """,
            DiagnosticRenderer.Render(bag, Language.Chinese));
    }

    [Fact]
    public void A_duplicate_key_shows_its_path_and_the_first_place()
    {
        var bag = new DiagnosticBag();
        JsonDocumentReader.Read("facts.json", "{ \"area\": \"urban\",\n  \"area\": \"rural\" }"u8, bag, out _);
        Assert.Equal(
            """
            facts.json:2:3: error F006: The key “area” occurs twice in one object.
                  "area": "rural" }
                  ^^^^^^
              at $.area
              = Keep one of them; the first is in line 1.
              see also facts.json:1:3
                { "area": "urban",
                  ^^^^^^

            1 error.

            """,
            DiagnosticRenderer.Render(bag, Language.English));
        Assert.Contains("\n  在 $.area\n", DiagnosticRenderer.Render(bag, Language.Chinese));
        Assert.Contains("\n  另见 facts.json:1:3\n", DiagnosticRenderer.Render(bag, Language.Chinese));
    }

    [Fact]
    public void Tabs_are_expanded_above_and_in_the_carets() => AssertExcerpt(
        "\tab\t«c\td»\te",
        "    ab  c   d   e",
        "        ^^^^^");

    [Theory]
    [InlineData("低保«标准» = 1450", "低保标准 = 1450", "    ^^^^")]
    [InlineData("Ａ«Ｂ»Ｃ", "ＡＢＣ", "  ^^")]
    [InlineData("e\u0301«x»", "e\u0301x", " ^")]
    [InlineData("𠮷«a»", "𠮷a", "  ^")]
    [InlineData("ab«»cd", "abcd", "  ^")]
    [InlineData("王«»", "王", "  ^")]
    [InlineData("a «first\nsecond»", "a first", "  ^^^^^")]
    [InlineData("a «first\r\nsecond»", "a first", "  ^^^^^")]
    [InlineData("a\u202E«b»", "a\uFFFDb", "  ^")]
    [InlineData("abc«\n»d", "abc", "   ^")]
    public void Carets_stand_under_what_is_meant(string marked, string line, string carets) => AssertExcerpt(marked, line, carets);

    [Fact]
    public void A_line_of_160_columns_is_shown_whole() => AssertExcerpt(new string('a', 159) + "«b»", new string('a', 159) + "b", new string(' ', 159) + "^");

    [Fact]
    public void A_longer_line_is_cut_behind_when_the_place_is_near_its_start() => AssertExcerpt(
        "ab«cd»" + new string('e', 200),
        "abcd" + new string('e', 154) + "…",
        "  ^^");

    [Fact]
    public void A_longer_line_is_cut_before_when_the_place_is_far_out() => AssertExcerpt(
        new string('a', 1000) + "«bc»" + new string('d', 1000),
        "…" + new string('a', 40) + "bc" + new string('d', 116) + "…",
        new string(' ', 41) + "^^");

    [Fact]
    public void The_window_never_cuts_a_wide_character_in_half() => AssertExcerpt(
        "x" + new string('王', 100) + "«芳»" + new string('李', 100),
        "…" + new string('王', 20) + "芳" + new string('李', 58) + "…",
        new string(' ', 41) + "^^");

    [Fact]
    public void A_span_longer_than_the_window_is_underlined_to_its_edge() => AssertExcerpt(
        "«" + new string('a', 300) + "»",
        new string('a', 158) + "…",
        new string('^', 158));

    [Fact]
    public void A_line_of_fifty_million_characters_costs_no_more_than_a_short_one()
    {
        var source = new SourceText("f", new string('a', 50_000_000));
        var excerpts = Enumerable.Range(0, 200).Select(i => SourceExcerpt.Of(source.At(new TextSpan(i * 200_000, 3)))).ToList();
        Assert.All(excerpts, e => Assert.InRange(e!.Value.Line.Length, 100, 160));
    }

    [Fact]
    public void A_mistake_on_a_blank_line_or_in_no_file_shows_no_line()
    {
        var blank = new SourceText("f.json", "{\n").At(new TextSpan(2, 0));
        var list = new[] { Make(Error, blank), Make(Warning, null), Make(Warning, null) };
        Assert.Equal(
            """
            f.json:2:1: error F099: found
              = do

            warning L099: found
              = do

            warning L099: found
              = do

            1 error, 2 warnings, 7 more not listed.

            """,
            DiagnosticRenderer.Render(list, 7, Language.English));
        Assert.EndsWith("\n1 个错误，2 个警告，另有 7 个未列出。\n", DiagnosticRenderer.Render(list, 7, Language.Chinese));
    }

    [Fact]
    public void Nothing_is_printed_when_nothing_is_wrong() => Assert.Equal("", DiagnosticRenderer.Render(new DiagnosticBag(), Language.Chinese));

    [Fact]
    public void What_a_file_says_cannot_rewrite_the_screen()
    {
        var hostile = new Diagnostic(Error, null, LocalText.Same("a\u001B[2Jb\nc\u202E"), LocalText.Same(""));
        Assert.Equal("error F099: a\uFFFD[2Jb c\uFFFD\n\n1 error.\n", DiagnosticRenderer.Render([hostile], 0, Language.English));
    }

    [Fact]
    public void The_number_beyond_the_cap_is_counted()
    {
        var bag = new DiagnosticBag();
        JsonDocumentReader.Read("f", Encoding.UTF8.GetBytes("{" + string.Join(",", Enumerable.Repeat("\"a\":0", 251)) + "}"), bag, out _);
        Assert.EndsWith("\n\n200 errors, 50 more not listed.\n", DiagnosticRenderer.Render(bag, Language.English));
    }

    private static void AssertExcerpt(string marked, string line, string carets)
    {
        var (text, span) = Marked.Parse(marked);
        Assert.Equal(new SourceExcerpt(line, carets), SourceExcerpt.Of(new SourceText("f", text).At(span)));
    }

    private static Diagnostic Make(DiagnosticKind kind, Location? at) => new(kind, at, new LocalText("发现", "found"), new LocalText("改正", "do"));

    private static DiagnosticKind Kind(string code, Severity severity) => new(code, severity, LocalText.Same(""), LocalText.Same(""), "", "");
}
