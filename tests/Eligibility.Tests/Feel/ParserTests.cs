using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;

namespace Eligibility.Tests.Feel;

/// <summary>Right expressions and how they are read.</summary>
public class ParserTests
{
    [Theory]
    [InlineData("1450", "1450")]
    [InlineData(".5", "0.5")]
    [InlineData("1.5e3", "1500")]
    [InlineData("2E-2", "0.02")]
    [InlineData("\"农村\"", "\"农村\"")]
    [InlineData("\"a\\n\\t\\\"\\\\\\'\\u4F4E\\U01F40E\"", "\"a\\n\\t\\\"\\\\'低🐎\"")]
    [InlineData("\"\\uD83D\\uDC0E\"", "\"🐎\"")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("@\"2024-08-31\"", "@\"2024-08-31\"")]
    [InlineData("低保标准", "低保标准")]
    [InlineData("𠀀名", "𠀀名")]
    [InlineData("阿·布", "阿·布")]
    [InlineData("/* 元 */ a // b\n + c", "(+ a c)")]
    [InlineData("a\u3000+\u00A0b", "(+ a b)")]
    public void Literals_names_and_comments(string text, string shape) => Assert.Equal(shape, SyntaxShape.Read(text));

    [Theory]
    [InlineData("a or b and c", "(or a (and b c))")]
    [InlineData("a and b or c", "(or (and a b) c)")]
    [InlineData("a = b and c != d", "(and (= a b) (!= c d))")]
    [InlineData("a < b + c", "(< a (+ b c))")]
    [InlineData("a - b - c", "(- (- a b) c)")]
    [InlineData("a / b / c * d", "(* (/ (/ a b) c) d)")]
    [InlineData("a + b * c ** d", "(+ a (* b (** c d)))")]
    [InlineData("2 ** 3 ** 2", "(** (** 2 3) 2)")]
    [InlineData("-3 ** 2", "(** (neg 3) 2)")]
    [InlineData("2 ** -3", "(** 2 (neg 3))")]
    [InlineData("- -a", "(neg (neg a))")]
    [InlineData("1--1", "(- 1 (neg 1))")]
    [InlineData("-a.b", "(neg (.b a))")]
    [InlineData("-a instance of number", "(neg (is a number))")]
    [InlineData("a * b instance of number = c", "(= (* a (is b number)) c)")]
    [InlineData("(a + b) * c", "(* (+ a b) c)")]
    [InlineData("(a < b) < c", "(< (< a b) c)")]
    [InlineData("x between 1 and 2 + 3 and y", "(and (between x 1 (+ 2 3)) y)")]
    public void Operators_bind_as_the_standard_has_it(string text, string shape) => Assert.Equal(shape, SyntaxShape.Read(text));

    [Theory]
    [InlineData("x in 5", "(in x 5)")]
    [InlineData("x in <= 5", "(in x (?<= 5))")]
    [InlineData("x in =5 and y", "(and (in x (?= 5)) y)")]
    [InlineData("x in (!= 5)", "(in x (?!= 5))")]
    [InlineData("x in (1, < 3, [5..7])", "(in x 1 (?< 3) ([..] 5 7))")]
    [InlineData("x in [1..5]", "(in x ([..] 1 5))")]
    [InlineData("x in (1..5)", "(in x (]..[ 1 5))")]
    [InlineData("x in ]1..5[", "(in x (]..[ 1 5))")]
    [InlineData("x in (a + b) * c", "(in x (* (+ a b) c))")]
    [InlineData("x in (a).b", "(in x (.b a))")]
    [InlineData("x in [1, 2]", "(in x (list 1 2))")]
    [InlineData("x in not(y)", "(in x (call not y))")]
    [InlineData("(< 5) = (<=6)", "(= (?< 5) (?<= 6))")]
    [InlineData("[1..10) = [1..10[", "(= ([..[ 1 10) ([..[ 1 10))")]
    [InlineData("[1..x[2]]", "([..] 1 (filter x 2))")]
    [InlineData("xs[item in ]1..5[]", "(filter xs (in item (]..[ 1 5)))")]
    [InlineData("[[1..5[, ]6..7]]", "(list ([..[ 1 5) (]..] 6 7))")]
    [InlineData("[1+1..a.b)", "([..[ (+ 1 1) (.b a))")]
    public void Tests_and_ranges(string text, string shape) => Assert.Equal(shape, SyntaxShape.Read(text));

    [Theory]
    [InlineData("if a then b else if c then d else e", "(if a b (if c d e))")]
    [InlineData("1 + if a then b else c + 2", "(+ 1 (if a b (+ c 2)))")]
    [InlineData("for x in xs, y in 1..n return x * y", "(for x:xs y:1..n (* x y))")]
    [InlineData("for x in [1..3] return for y in x return y", "(for x:([..] 1 3) (for y:x y))")]
    [InlineData("some x in xs satisfies x > 1 and y", "(some x:xs (and (> x 1) y))")]
    [InlineData("every x in xs satisfies x.a", "(every x:xs (.a x))")]
    [InlineData("members[age < 18].income[1]", "(filter (.income (filter members (< age 18))) 1)")]
    [InlineData("a.b.c", "(.c (.b a))")]
    [InlineData("f()", "(call f)")]
    [InlineData("f(a, b)(c)", "(call (call f a b) c)")]
    [InlineData("substring(string: s, start position: 2)", "(call substring string:s start position:2)")]
    [InlineData("[]", "(list)")]
    [InlineData("{}", "(context)")]
    [InlineData("{a: 1, \"b c\": a + 1, 低保: {x: 2}}", "(context a:1 b c:(+ a 1) 低保:(context x:2))")]
    [InlineData("{🐎: 1}.🐎", "(.🐎 (context 🐎:1))")]
    [InlineData("x.if", "(.if x)")]
    [InlineData("function(a, b: number) a + b", "(function a b:number (+ a b))")]
    [InlineData("function() external {java: 1}", "(external (context java:1))")]
    [InlineData("-(function(a) a)(10)", "(neg (call (function a a) 10))")]
    public void Constructs(string text, string shape) => Assert.Equal(shape, SyntaxShape.Read(text));

    [Theory]
    [InlineData("x instance of list<number>= y", "(= (is x list<number>) y)")]
    [InlineData("x instance of context<a: context<b: number>>", "(is x context<a: context<b: number>>)")]
    [InlineData("x instance of function<>->Any", "(is x function<> -> Any)")]
    [InlineData("x instance of function<number, string>->list<date>", "(is x function<number, string> -> list<date>)")]
    [InlineData("x instance of range<days and  time duration>", "(is x range<days and time duration>)")]
    [InlineData("x instance of a.b", "(is x a.b)")]
    [InlineData("x instance of list and y", "(and (is x list) y)")]
    public void Types(string text, string shape) => Assert.Equal(shape, SyntaxShape.Read(text));

    [Theory]
    [InlineData("string  length(s)", "(call `string length` s)")]
    [InlineData("date and\n time(d)", "(call `date and time` d)")]
    [InlineData("date and (time)", "(and date time)")]
    [InlineData("d.time offset", "(.time offset d)")]
    [InlineData("round up(a, 2)", "(call `round up` a 2)")]
    public void Standard_names_of_several_words_are_always_known(string text, string shape) => Assert.Equal(shape, SyntaxShape.Read(text));

    [Theory]
    [InlineData("12 * Monthly Salary", "(* 12 `Monthly Salary`)")]
    [InlineData("Monthly Salary Tax", "`Monthly Salary Tax`")]
    [InlineData("a-b - c", "(- `a-b` c)")]
    [InlineData("a - b", "(- a b)")]
    [InlineData("for d in days in weekend return d", "(for d:`days in weekend` d)")]
    [InlineData("Child's age", "`Child's age`")]
    [InlineData("x.Monthly Salary", "(.Monthly Salary x)")]
    public void The_longest_name_in_scope_wins(string text, string shape) =>
        Assert.Equal(shape, SyntaxShape.Read(text, "Monthly Salary", "Monthly Salary Tax", "a-b", "days in weekend", "Child's age", "plain"));

    [Theory]
    [InlineData("{Net Income: 1, b: Net Income + 1}.Net Income", "(.Net Income (context Net Income:1 b:(+ `Net Income` 1)))")]
    [InlineData("for my item in xs return my item", "(for my item:xs `my item`)")]
    [InlineData("some a-b in xs satisfies a-b > 1", "(some a-b:xs (> `a-b` 1))")]
    [InlineData("(function(net pay) net pay * 2)(1)", "(call (function net pay (* `net pay` 2)) 1)")]
    public void A_name_introduced_in_the_expression_is_known_in_it(string text, string shape) => Assert.Equal(shape, SyntaxShape.Read(text));

    [Theory]
    [InlineData("-", "(any)")]
    [InlineData("true", "(any true)")]
    [InlineData("\"a\", \"b\"", "(any \"a\" \"b\")")]
    [InlineData("< 5, [7..9]", "(any (?< 5) ([..] 7 9))")]
    [InlineData("not(1, > 5)", "(none 1 (?> 5))")]
    [InlineData("not(a) and b", "(any (and (call not a) b))")]
    [InlineData("? > 5 and ? < 9", "(any (and (> ? 5) (< ? 9)))")]
    [InlineData("-5", "(any (neg 5))")]
    public void Table_cells(string text, string shape)
    {
        var bag = new DiagnosticBag();
        Assert.Equal(shape, SyntaxShape.Of(Parser.ParseUnaryTests(SourceFragment.Whole("cell", text), bag)));
        Assert.Empty(bag);
    }

    [Fact]
    public void A_span_covers_the_construct_and_the_brackets_inside_it()
    {
        var tree = Assert.IsType<BinarySyntax>(Parser.Parse(SourceFragment.Whole("expression", " (a + b) * f(c) "), []));
        Assert.Equal(new TextSpan(1, 14), tree.Span);
        Assert.Equal(new TextSpan(9, 1), tree.OperatorSpan);
        Assert.Equal(new TextSpan(2, 5), tree.Left.Span);
        Assert.Equal(new TextSpan(14, 1), Assert.IsType<CallSyntax>(tree.Right).CloseSpan);
    }

    [Fact]
    public void Names_written_alike_but_with_other_spaces_are_one_name()
    {
        var tree = Parser.Parse(SourceFragment.Whole("expression", "Monthly\n  Salary"), [], ["Monthly  Salary"]);
        Assert.Equal("Monthly Salary", Assert.IsType<NameSyntax>(tree).Name);
    }
}
