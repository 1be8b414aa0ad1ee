using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.Tests.Text;
using Eligibility.Text;

namespace Eligibility.Tests.Feel;

/// <summary>What the engine refuses on purpose is recognised in any expression, and everything that is recognised is refused.</summary>
public class OutsideProfileTests
{
    [Theory]
    [InlineData("«time»(\"10:30:00\") < «time»(\"11:00:00\")", "time of day, time of day")]
    [InlineData("«date and time»(\"2018-12-08T10:30:00\")", "time of day")]
    [InlineData("«@\"10:30:11+11:00\"»", "time of day")]
    [InlineData("«@\"-2021-01-01T10:10:10@Australia/Melbourne\"» + @\"P1D\"", "time of day")]
    [InlineData("range(«\"[@\\\"10:30:00\\\"..@\\\"11:00:00\\\"]\"»)", "time of day")]
    [InlineData("null instance of «date and time»", "time of day")]
    [InlineData("[] instance of list<«time»>", "time of day")]
    [InlineData("«today»() > @\"2024-01-01\" or «now»() = null", "clock, clock")]
    [InlineData("«function(x) x + 1»", "function value")]
    [InlineData("«(function(a) a)(10)»", "function value")]
    [InlineData("{ f: «function(x) function(y) x», a: 1 }", "function value")]
    [InlineData("1 instance of «function<number> -> number»", "function value")]
    [InlineData("«sort»([2, 1], «function(x, y) x < y»)", "function value, function value")]
    [InlineData("«function(a: «tPerson») external { java: { class: \"c\" } }»", "external function, item definition")]
    [InlineData("«sqrt»(4) + «exp»(1) + «log»(10) + «stddev»([1])", "irrational function, irrational function, irrational function, irrational function")]
    [InlineData("2 ** «0.5» + 2 ** -2", "fractional power")]
    [InlineData("2 ** «-0.5»", "fractional power")]
    [InlineData("4 ** («1 / 2»)", "fractional power")]
    [InlineData("[1] instance of «tNumberList»", "item definition")]
    [InlineData("1 instance of list<«t255»>", "item definition")]
    [InlineData("1 instance of «com.acme»", "item definition")]
    [InlineData("matches(x, «\"(a)\\\\1\"»)", "back reference")]
    [InlineData("replace(input: x, pattern: «\"(a)(b)\\\\2\"», replacement: \"\")", "back reference")]
    public void A_kind_is_recognised_where_it_stands(string marked, string kinds)
    {
        var text = AnnotatedText.Parse(marked);
        var found = OutsideProfile.In(Parse(text.Text));
        Assert.Equal(kinds.Split(", ").Order(), found.Select(f => f.Entry.Kind).Order());
        Assert.Equal(text.Spans.OrderBy(s => s.Start), found.Select(f => f.Span).OrderBy(s => s.Start));
    }

    [Theory]
    [InlineData("@\"2024-08-31\" + @\"PT12H\"")]
    [InlineData("1 instance of number")]
    [InlineData("1 instance of numbr")]
    [InlineData("{ time: 1, sqrt: 2 }.time")]
    [InlineData("4 ** (4 / 2)")]
    [InlineData("4 ** (if a then 1 else 2)")]
    [InlineData("matches(x, \"\\\\\\\\1\")")]
    [InlineData("\"@10:30:00 function(x) x\"")]
    [InlineData("range(\"[1..2]\")")]
    public void What_only_looks_like_one_is_not(string text) => Assert.Empty(OutsideProfile.In(Parse(text)));

    [Theory]
    [InlineData("1 + «time»(\"10:30:00\")")]
    [InlineData("[«sqrt»(2), «@\"10:30:00\"», 3]")]
    [InlineData("«sort»([2, 1], function(x, y) x < y)")]
    [InlineData("2 ** «0.5»")]
    [InlineData("[1] instance of «tNumberList»")]
    public void The_binder_refuses_it_with_the_reason(string marked)
    {
        var text = AnnotatedText.Parse(marked);
        var bag = new DiagnosticBag();
        Assert.True(BareExpression.Evaluate(text.Text, [], bag).Value.IsNull);
        text.AssertDiagnostics(bag, [.. text.Spans.Select(_ => "X052")]);
        Assert.All(bag, d => Assert.Contains(OutsideProfile.All, e => d.Message.En.Contains(e.Reason.En) && d.Advice == e.Instead));
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own_and_a_rule()
    {
        Assert.Distinct(OutsideProfile.All.Select(e => e.Kind));
        Assert.All(OutsideProfile.All, e => Assert.True(e.Functions.Count > 0 || e.Types.Count > 0 || e.IsType is not null || e.Construct is not null, e.Kind));
        Assert.Equal(typeof(OutsideProfile).GetFields().Count(f => f.FieldType == typeof(OutsideProfile.Entry)), OutsideProfile.All.Count);
    }

    private static ExpressionSyntax Parse(string text)
    {
        var bag = new DiagnosticBag();
        var tree = Parser.Parse(SourceFragment.Whole("expression", text), bag);
        Assert.Empty(bag);
        return tree;
    }
}
