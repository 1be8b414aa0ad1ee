using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Eligibility.Tests.Feel;

/// <summary>One spelling for each tree, and no tree that printing changes.</summary>
public class PrinterTests
{
    [Theory]
    [InlineData("((a+b))*(c*d)", "(a + b) * (c * d)")]
    [InlineData("(a*b)+c", "a * b + c")]
    [InlineData("a-(b-c)-(d)", "a - (b - c) - d")]
    [InlineData("-(3)**2", "-3 ** 2")]
    [InlineData("-(3**2)", "-(3 ** 2)")]
    [InlineData("2**(3**2)", "2 ** (3 ** 2)")]
    [InlineData("(a or b) and not( c )", "(a or b) and not(c)")]
    [InlineData("(a<b)=(c)", "(a < b) = c")]
    [InlineData("x in (<5)", "x in < 5")]
    [InlineData("x in (1,( 2 ),>=3)", "x in (1, 2, >= 3)")]
    [InlineData("x in ]1 .. 5[", "x in (1..5)")]
    [InlineData("(if a then b else c)+1", "(if a then b else c) + 1")]
    [InlineData("1+if a then b else c", "1 + (if a then b else c)")]
    [InlineData("for x in(xs),y in 1 .. 3 return(x+y)", "for x in xs, y in 1..3 return x + y")]
    [InlineData("{ 'a' : 1}", null)]
    [InlineData("{\"a\":1,\"b c\":[ ]}", "{ a: 1, \"b c\": [] }")]
    [InlineData("(x).y[(1)]", "x.y[1]")]
    [InlineData("string   length( \"低\\u4FDD\" )", "string length(\"低保\")")]
    [InlineData("date and (time)", "date and (time)")]
    [InlineData("x between date and (time)", "x between date and (time)")]
    [InlineData("(x instance of list)<5", "(x instance of list) < 5")]
    [InlineData("1.50e1", "15")]
    [InlineData("a // why\n+ b", "a + b")]
    public void Canonical_text(string text, string? printed)
    {
        var bag = new DiagnosticBag();
        var tree = Parser.Parse(SourceFragment.Whole("expression", text), bag);
        if (printed is null) Assert.NotEmpty(bag);
        else Assert.Equal(printed, Printer.Print(tree));
    }

    [Theory]
    [InlineData("not(1,>5)", "not(1, > 5)")]
    [InlineData(" - ", "-")]
    [InlineData("(not(a))", "(not(a))")]
    [InlineData("not(a) and b", "not(a) and b")]
    public void Canonical_cells(string text, string printed) =>
        Assert.Equal(printed, Printer.Print(Parser.ParseUnaryTests(SourceFragment.Whole("cell", text), [])));

    [Fact]
    public void Names_can_be_written_in_another_language()
    {
        var tree = Parser.Parse(SourceFragment.Whole("expression", "income / member.size + age(member.birthDate)"), []);
        var labels = new Dictionary<string, string> { ["income"] = "收入", ["size"] = "人数", ["birthDate"] = "出生日期" };
        var printed = Printer.Print(tree, node =>
        {
            var name = node is PathSyntax path ? path.Name : ((NameSyntax)node).Name;
            return labels.GetValueOrDefault(name, name);
        });
        Assert.Equal("收入 / member.人数 + age(member.出生日期)", printed);
    }

    [Fact]
    public void Reading_what_was_printed_gives_the_same_tree_again() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithEndSize(200).WithQuietOnSuccess(true), Prop.ForAll(SyntaxGenerator.Trees(), tree =>
        {
            var bag = new DiagnosticBag();
            var printed = Printer.Print(tree);
            var again = Parser.Parse(SourceFragment.Whole("expression", printed), bag, SyntaxGenerator.Names);
            return (bag.Count == 0 && SyntaxComparer.Equal(tree, again) && Printer.Print(again) == printed)
                .Label($"{SyntaxShape.Of(tree)}\n{printed}\n{SyntaxShape.Of(again)}\n{string.Join('\n', bag)}");
        }));

    [Theory]
    [InlineData("a + b", "a+(b)", true)]
    [InlineData("a + b", "b + a", false)]
    [InlineData("[1, 2]", "[1]", false)]
    [InlineData("f(a: 1)", "f(b: 1)", false)]
    [InlineData("[1..2]", "[1..2)", false)]
    [InlineData("x instance of list<number>", "x instance of list<string>", false)]
    [InlineData("1.0", "1", true)]
    [InlineData("\"a\"", "@\"a\"", false)]
    public void Trees_are_compared_without_their_spans(string a, string b, bool equal) => Assert.Equal(equal, SyntaxComparer.Equal(Read(a), Read(b)));

    private static ExpressionSyntax Read(string text) => Parser.Parse(SourceFragment.Whole("expression", text), []);
}
