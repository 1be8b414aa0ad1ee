using System.Diagnostics;
using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;

namespace Eligibility.Tests.Feel;

/// <summary>No text, however hostile, makes the parser crash, hang or fill the bag.</summary>
public class ParserBoundsTests
{
    [Theory]
    [InlineData("(", "")]
    [InlineData("[", "")]
    [InlineData("{a:", "")]
    [InlineData("-", "")]
    [InlineData("f(", "")]
    [InlineData("if ", "")]
    [InlineData("x[", "")]
    [InlineData("for x in ", "")]
    [InlineData("x in (", "")]
    [InlineData("]", "")]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("#", "")]
    [InlineData("function() ", "")]
    public void Ten_thousand_nested_constructs_are_one_diagnostic(string open, string close)
    {
        var count = Math.Min(10_000, Parser.MaxLength / (open.Length + close.Length) - 1);
        var bag = Read(string.Concat(Enumerable.Repeat(open, count)) + "1" + string.Concat(Enumerable.Repeat(close, count)));
        Assert.Single(bag.Select(d => d.Code).Distinct());
        Assert.True(bag.Count + bag.Cut == 1 || open == "#", string.Join('\n', bag.Take(3)));
    }

    [Theory]
    [InlineData("1+")]
    [InlineData("a or ")]
    [InlineData("2**")]
    [InlineData("if a then 1 else ")]
    public void A_chain_longer_than_a_tree_may_be_high_is_one_diagnostic(string link) =>
        Assert.Equal("X022", Assert.Single(Read(string.Concat(Enumerable.Repeat(link, Parser.MaxHeight)) + "1")).Code);

    [Fact]
    public void A_chain_within_the_bound_is_read() => Assert.Empty(Read(string.Concat(Enumerable.Repeat("1+", Parser.MaxHeight - 1)) + "1"));

    [Fact]
    public void Brackets_up_to_the_bound_are_read() => Assert.Empty(Read(new string('(', 199) + "1" + new string(')', 199)));

    [Fact]
    public void A_text_too_long_is_one_diagnostic() => Assert.Equal("X021", Assert.Single(Read(new string('(', 20_001))).Code);

    [Fact]
    public void A_tree_too_large_is_one_diagnostic() =>
        Assert.Equal("X023", Assert.Single(Read("[" + string.Concat(Enumerable.Repeat(new string('-', 100) + "1,", 150)) + "1]")).Code);

    [Fact]
    public void Nested_types_are_bounded_too() =>
        Assert.Equal("X022", Assert.Single(Read("x instance of " + string.Concat(Enumerable.Repeat("list<", 3_000)))).Code);

    [Theory]
    [InlineData("1 ")]
    [InlineData("' ")]
    [InlineData("a b ")]
    [InlineData("* ")]
    [InlineData(") ")]
    [InlineData("a, ")]
    [InlineData("，")]
    [InlineData("a.b-c ")]
    [InlineData("{a ")]
    [InlineData("f(a b c ")]
    [InlineData("x in ")]
    [InlineData("]1..5[ ")]
    [InlineData("[1..x[")]
    [InlineData("\\\"")]
    [InlineData("/*")]
    [InlineData("1#")]
    [InlineData("1%")]
    [InlineData("not ")]
    [InlineData("x in <")]
    [InlineData("a 且 ")]
    [InlineData("x.(")]
    [InlineData("x instance of list<")]
    public void Repeated_mistakes_end_in_good_time(string part)
    {
        var clock = Stopwatch.StartNew();
        var bag = Read(string.Concat(Enumerable.Repeat(part, Parser.MaxLength / part.Length)));
        Assert.True(bag.HasErrors);
        Assert.True(clock.Elapsed.TotalSeconds < 20, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Any_soup_of_tokens_is_read_without_an_exception()
    {
        string[] pieces =
        [
            "a", "1", "\"s\"", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "=", "<", ">=", "!", "'", "@", "%", "if",
            "then", "else", "for", "in", "return", "some", "satisfies", "between", "and", "or", "not", "function", "instance", "of", "list", "<>",
            "external", "null", "“", "，", "#", "5元", "且", "如果", "string", "length", "\\", "\uD800", "?",
        ];
        var random = new Random(20240831);
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bag = new DiagnosticBag();
            var tree = Parser.Parse(SourceFragment.Whole("expression", text), bag);
            // Every diagnostic can be shown, and a tree has a hole only where one was reported.
            Assert.All(bag, d => Assert.NotEmpty($"{d} {d.Location!.Value.Column}"));
            if (!bag.HasErrors) Assert.DoesNotContain(SyntaxTree.DescendantsAndSelf(tree), n => n is ErrorSyntax);
        }
    }

    private static DiagnosticBag Read(string text)
    {
        var bag = new DiagnosticBag();
        Parser.Parse(SourceFragment.Whole("expression", text), bag);
        return bag;
    }
}
