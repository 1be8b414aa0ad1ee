using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Tests.Text;
using Eligibility.Text;

namespace Eligibility.Tests.Feel;

/// <summary>Wrong expressions: what is reported, and where.</summary>
public class ParserDiagnosticsTests
{
    [Theory]
    [InlineData("a «#» b", "X001")]
    [InlineData("a«\u200B» + b", "X001")]
    [InlineData("«$$» + «#»", "X001 X001")]
    [InlineData("«\"open» \n + 1", "X002")]
    [InlineData("\"a«\\q»b\"", "X003")]
    [InlineData("\"«\\uD83D»\"", "X003")]
    [InlineData("\"«\\U110000»\"", "X003")]
    [InlineData("\"«\\u12»\"", "X003")]
    [InlineData("a «/*» b", "X004")]
    [InlineData("«5元» + 1", "X005")]
    [InlineData("«2024.08.31» < a", "X005")]
    [InlineData("a + «1e99999»", "X006")]
    public void Inside_a_word(string marked, string codes) => Check(marked, codes);

    [Theory]
    [InlineData("«（»a «＋» b«）» «×» 2", "X007 X007 X007 X007")]
    [InlineData("f(a«，» b)", "X007")]
    [InlineData("a «＞＝» 5 and b «≥» 5 or c «≤» «５»", "X007 X007 X007 X007")]
    [InlineData("[a«、»b«，»c]", "X007 X007")]
    [InlineData("area = «“rural”»", "X007")]
    [InlineData("area = «\"rural”»", "X007")]
    [InlineData("a «÷» b «－» c «≠» d", "X007 X007 X007")]
    [InlineData("a «==» b «&&» c «||» d «<>» e", "X008 X008 X008 X008")]
    [InlineData("a «=>» 1 and b «=<» 2 ", "X008 X008")]
    [InlineData("a «^» 2", "X008")]
    [InlineData("25«%» * a", "X008")]
    [InlineData("a «%» 2 = 1", "X008")]
    [InlineData("[1«...»5]", "X008")]
    [InlineData("a «AND» b «或» c «且» d", "X008 X008 X008")]
    [InlineData("«如果» a «则» b «否则» c", "X008 X008 X008")]
    [InlineData("a «不低于» 5", "X008")]
    [InlineData("area = «'rural'»", "X009")]
    [InlineData("area = «‘rural’»", "X009")]
    [InlineData("area = «'»rural", "X009")]
    [InlineData("«!»a and b", "X026")]
    [InlineData("«！»a", "X026")]
    [InlineData("«not» a = b", "X026")]
    public void Spelt_as_elsewhere(string marked, string codes) => Check(marked, codes);

    [Theory]
    [InlineData("a +«»", "X010")]
    [InlineData("a + «*» b", "X010")]
    [InlineData("f(«,» b)", "X010")]
    [InlineData("(«)»", "X010")]
    [InlineData("@«5»", "X010")]
    [InlineData("if a then «else» c", "X010")]
    [InlineData("xs[«]» + 1", "X010")]
    [InlineData("x in «)»", "X010")]
    [InlineData("a «b»", "X011")]
    [InlineData("f(a «b», c «\"d\"»)", "X011 X011")]
    [InlineData("5«(»a)", "X013")]
    [InlineData("a.«+» b", "X017")]
    [InlineData("a«.5»", "X011")]
    [InlineData("a«)»)] + b", "X013")]
    [InlineData("x.«(»a)", "X017")]
    [InlineData("for «5» in xs return 1", "X017")]
    [InlineData("{«5»: 1, b: 2}", "X017")]
    [InlineData("function(«1») a", "X017")]
    [InlineData("{a: 1, «a»: 2}", "X018")]
    [InlineData("f(a: 1, «a»: 2)", "X018")]
    [InlineData("for x in a, «x» in b return x", "X018")]
    [InlineData("x instance of «5»", "X019")]
    [InlineData("x > 1 and «<» 5", "X020")]
    [InlineData("«=» a + b", "X020")]
    [InlineData("1 < x «<» 3", "X015")]
    [InlineData("a = b «=» c «=» d", "X015 X015")]
    [InlineData("x between 1 and 2 «in» y", "X015")]
    [InlineData("f(a: 1, «2»)", "X016")]
    [InlineData("f(1, «b: 2», c: 3)", "X016")]
    [InlineData("«»// nothing", "X024")]
    [InlineData("«»", "X024")]
    public void Operands_and_names(string marked, string codes) => Check(marked, codes);

    [Theory]
    [InlineData("«(»a + b", "X012")]
    [InlineData("«[»a, b)", "X012")]
    [InlineData("(«[»a, b) + c", "X012")]
    [InlineData("«{»a: 1", "X012")]
    [InlineData("f«(»a", "X012")]
    [InlineData("x instance of list«<»number", "X012")]
    [InlineData("a + b«)» * c", "X013")]
    [InlineData("a«,» b", "X013")]
    [InlineData("a «then» b", "X013")]
    [InlineData("if a«» ", "X014")]
    [InlineData("if a then b«»", "X014")]
    [InlineData("if a «else» c", "X014")]
    [InlineData("for x «return» x", "X014")]
    [InlineData("for x in xs«»", "X014")]
    [InlineData("some x in xs «then» x", "X014")]
    [InlineData("x between 1 «or» 2", "X014")]
    [InlineData("x instance «number»", "X014")]
    [InlineData("{a «=» 1, b: 2}", "X014")]
    [InlineData("[1, 2«,»]", "X025")]
    [InlineData("f(1«,»)", "X025")]
    [InlineData("sum((1«,» 2))", "X027")]
    public void Brackets_and_words(string marked, string codes) => Check(marked, codes);

    [Theory]
    [InlineData("f(a + «*» b, c «d», {e «=» 1}) «≥» 5", "X010 X011 X014 X007")]
    [InlineData("if a «==» 1 then «\"x» \n else b «&&» c", "X008 X002 X008")]
    [InlineData("[a +«,» b «c», «5元»]", "X010 X011 X005")]
    public void Independent_mistakes_are_all_found(string marked, string codes) => Check(marked.Replace("[a +«,»", "[a + «,»"), codes);

    [Fact]
    public void Beyond_the_bounds()
    {
        Check($"{new string('(', 20_000)}«»(", "X021");
        Check($"{new string('(', 200)}«(»((1", "X022");
        Check($"«[{string.Concat(Enumerable.Repeat(new string('-', 100) + "1,", 150))}1]»", "X023");
    }

    /// <summary>The codes whose place is drawn in a case here.</summary>
    public static IEnumerable<string> Shown =>
    [
        .. typeof(ParserDiagnosticsTests).GetMethods().SelectMany(m => m.GetCustomAttributesData()).Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .SelectMany(a => (IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)
            .SelectMany(v => ((string)v.Value!).Split(' ')).Where(w => w is ['X', _, _, _]), "X021", "X022", "X023",
    ];

    [Fact]
    public void A_bracket_left_open_points_at_where_it_should_have_been_closed()
    {
        var bag = new DiagnosticBag();
        Parser.Parse(SourceFragment.Whole("expression", "[a, b)"), bag);
        Assert.Equal(new TextSpan(5, 1), Assert.Single(bag).Related!.Value.Span);
    }

    [Fact]
    public void The_nearest_name_of_several_words_is_offered()
    {
        var bag = new DiagnosticBag();
        Parser.Parse(SourceFragment.Whole("expression", "Monthly Salry * 12"), bag, ["Monthly Salary"]);
        Assert.Equal("Did you mean `Monthly Salary`?", Assert.Single(bag).Advice.En);
    }

    [Fact]
    public void A_message_names_the_ascii_sign_in_both_languages()
    {
        var bag = new DiagnosticBag();
        Parser.Parse(SourceFragment.Whole("expression", "a ≥ b"), bag);
        Assert.Equal(new LocalText("请用半角符号：`>=`。", "Type `>=`."), Assert.Single(bag).Advice);
    }

    public static TheoryData<string> Codes => [.. FeelKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_of_every_kind_has_that_mistake_only_and_its_fix_has_none(string code)
    {
        var kind = FeelKinds.All.Single(k => k.Code == code);
        // The three bounds cannot be shown in a line; ParserBoundsTests has them.
        if (kind.Example[0] == '(' && kind.Fix[0] == '(') return;
        Assert.Equal([code], Read(kind.Example).Select(d => d.Code).Distinct());
        Assert.Empty(Read(kind.Fix));
    }

    [Fact]
    public void Every_kind_has_a_code_of_its_own_within_the_range()
    {
        Assert.Equal(Enumerable.Range(1, FeelKinds.All.Count).Select(i => $"X{i:000}"), FeelKinds.All.Select(k => k.Code));
        var declared = typeof(FeelKinds).GetFields().Count(f => f.FieldType == typeof(DiagnosticKind));
        Assert.Equal(declared, FeelKinds.All.Count);
    }

    private static void Check(string marked, string codes)
    {
        var text = AnnotatedText.Parse(marked);
        var bag = Read(text.Text);
        text.AssertDiagnostics(bag, codes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(bag, d => Assert.True(d.Message.Zh.Length > 4 && d.Advice.Zh.Length > 2 && d.Message.En.Length > 8 && d.Advice.En.Length > 6, d.ToString()));
    }

    private static DiagnosticBag Read(string text)
    {
        var bag = new DiagnosticBag();
        Parser.Parse(SourceFragment.Whole("expression", text), bag);
        return bag;
    }
}
