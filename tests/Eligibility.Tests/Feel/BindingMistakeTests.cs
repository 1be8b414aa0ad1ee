using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.Tests.RuleSets;
using Eligibility.Tests.Text;

namespace Eligibility.Tests.Feel;

/// <summary>Formulas that can be read and mean nothing: what is reported, and where. The formulas stand in a rule about library cards.</summary>
public class BindingMistakeTests
{
    public static TheoryData<string, string> OfACard => new()
    {
        { "X030", "«shelfs» + 1" },
        { "X030", "sum(fines[«amont» > 1].amount)" },
        { "X030 X030", "«a1» + «b1»" },
        { "X031", "«total»(fines.amount)" },
        { "X032", "«shelves»(3)" },
        { "X033", "floor(«)»" },
        { "X033", "contains(\"a\"«)»" },
        { "X034", "contains(string: \"a\", «metch: \"b\"»)" },
        { "X035", "floor(«\"1\"»)" },
        { "X035", "sum(«[\"a\"]»)" },
        { "X036", "\"10\" «*» 2" },
        { "X036", "deposit «+» blocked" },
        { "X036", "sum(fines.amount) «<» \"a\"" },
        { "X036", "«-\"a\"»" },
        { "X037", "deposit «=» \"10\"" },
        { "X037", "blocked «!=» 1" },
        { "X038", "«deposit» = null" },
        { "X038", "null != «deposit + 1»" },
        { "X039", "«closedOn» > month.end" },
        { "X039", "closedOn = null and «closedOn» > month.end" },
        { "X039", "if closedOn = null then true else closedOn > month.end or «tags[1]» = \"a\"" },
        { "X040", "branch = «\"habour\"»" },
        { "X040", "branch in (\"centre\", «\"harbor\"»)" },
        { "X041", "«if blocked then 1 else \"none\"»" },
        { "X042", "if «deposit» then 1 else 2" },
        { "X042", "blocked and «deposit»" },
        { "X042", "some r in readers satisfies «r.born»" },
        { "X043", "[1, «\"2\"»]" },
        { "X045", "deposit in «[1..date(\"2024-01-01\")]»" },
        { "X046", "«deposit»[1]" },
        { "X047", "some m in «deposit» satisfies m > 0" },
        { "X047", "for m in «\"a\"» return m" },
        { "X048", "some «shelves» in readers satisfies true" },
        { "X048", "for x in readers return for «x» in readers return 1" },
        { "X049", "some r in readers satisfies r.«birthday» < month.start" },
        { "X050", "programmes.«reading».covered" },
        { "X051", "«keyed» + 1" },
        { "X052", "«sqrt»(2)" },
        { "X052", "«today»()" },
        { "X053", "closedOn = null or closedOn > «@\"2024-02-30\"»" },
        { "X053", "closedOn = null or closedOn > date(«\"2024-02-30\"»)" },
        { "X054", "«?» > 5" },
        { "X055", "deposit instance of «numbr»" },
        { "X059", "«押金» + 1" },
        { "X057", "range(«\"[1..\"»)" },
        { "X058", "matches(\"a\", «\"(\"»)" },
    };

    /// <summary>The codes that the tests here show.</summary>
    public static IEnumerable<string> Shown => OfACard.SelectMany(c => ((string)c[0]).Split(' ')).Append("X056");

    [Theory]
    [MemberData(nameof(OfACard))]
    public void A_formula_that_means_nothing_is_refused_at_the_place(string codes, string marked)
    {
        var annotated = AnnotatedText.Parse(Toy.WithHead(
            "000000/lending/2020-01-01.yaml",
            $"parameters: [ {{ name: keyed, label: 押金, by: [student], cite: s }} ]\nderived:\n  - name: a\n    label: a\n    cite: s\n    formula: |\n      {marked}\n"));
        Toy.Load(out var bag, ("000000/lending/2020-01-01.yaml", annotated.Text));
        annotated.AssertDiagnostics(bag, codes.Split(' '));
        Assert.All(bag, d => Assert.True(d.Message.Zh.Length > 4 && d.Advice.Zh.Length > 2 && d.Message.En.Length > 8 && d.Advice.En.Length > 6, d.ToString()));
    }

    [Theory]
    [InlineData("X056", "«for i in 1..10**12 return i»")]
    [InlineData("X030", "1 + «nobody»")]
    public void A_bare_expression_that_has_no_value_is_refused_at_the_place(string code, string marked)
    {
        var annotated = AnnotatedText.Parse(marked);
        var bag = new DiagnosticBag();
        BareExpression.Evaluate(annotated.Text, [], bag);
        annotated.AssertDiagnostics(bag, code);
    }

    [Theory]
    [InlineData("criteria: [ { name: c, label: c, formula: «deposit», met: a, notMet: b, cite: s } ]", "X042")]
    [InlineData("criteria: [ { name: c, label: c, formula: 'true', met: 'a {«shelfs»}', notMet: b, cite: s } ]", "X030")]
    [InlineData("routes: [ { name: r, label: r, when: «shelves», cite: s } ]", "X042")]
    [InlineData("routes: [ { name: r, label: r, when: 'true', covers: «shelves», cite: s } ]", "X042")]
    [InlineData("applies: { when: «shelves», otherwise: a, cite: s }", "X042")]
    [InlineData("payers: [ { name: p, label: p } ]\nbenefits: [ { name: b, label: b, payer: p, amount: «blocked», cite: s } ]", "X042")]
    [InlineData("payers: [ { name: p, label: p } ]\nbenefits: [ { name: b, label: b, payer: p, when: «deposit», amount: '1', cite: s } ]", "X042")]
    [InlineData("parameters: [ { name: p, label: p, floor: «blocked», cite: s } ]", "X042")]
    [InlineData("derived: [ { name: d, label: d, per: reader, formula: '«deposits» + 1', cite: s } ]", "X030")]
    [InlineData("derived: [ { name: d, label: d, formula: '«born» = month.end', cite: s } ]", "X030")]
    [InlineData("derived: [ { name: d, label: d, formula: '1', cite: s, interpretations: [ { name: i, when: «shelves», note: n, cite: s } ] } ]", "X042")]
    [InlineData("derived:\n  - name: d\n    label: d\n    cite: s\n    table:\n      hit: first\n      rows: |\n        | shelves | amount |\n        | «\"a\"» | 1 |\n        | - | 2 |", "X037")]
    [InlineData("derived:\n  - name: d\n    label: d\n    cite: s\n    table:\n      hit: first\n      rows: |\n        | «shelfs» | amount |\n        | - | 2 |", "X030")]
    [InlineData("derived:\n  - name: d\n    label: d\n    cite: s\n    table:\n      hit: first\n      rows: |\n        «|» shelves | amount |\n        | 1 | \"a\" |\n        | - | 2 |", "X041")]
    public void Every_part_of_a_file_wants_its_type(string marked, string code)
    {
        var annotated = AnnotatedText.Parse(Toy.WithHead("000000/lending/2020-01-01.yaml", marked + "\n"));
        Toy.Load(out var bag, ("000000/lending/2020-01-01.yaml", annotated.Text));
        annotated.AssertDiagnostics(bag, code);
    }

    [Theory]
    [InlineData("«shelfs» + 1", "Did you mean `shelves`?")]
    [InlineData("branch = «\"habour\"»", "Did you mean `harbour`? Its codes are centre, harbour.")]
    [InlineData("«flor»(1)", "Did you mean `floor`?")]
    [InlineData("programmes.«lendin».covered", "Check the spelling; the vocabulary lists the names.")]
    public void The_advice_names_the_nearest_valid_name(string marked, string advice)
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml", $"derived:\n  - name: a\n    label: a\n    cite: s\n    formula: |\n      {AnnotatedText.Parse(marked).Text}\n"));
        Assert.Equal(advice, Assert.Single(bag).Advice.En);
    }

    [Fact]
    public void One_mistake_gives_one_message_however_much_rests_on_it()
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("a = shelfs", "b = a + 1", "c = if b > 2 then a else b"),
            "criteria: [ { name: d, label: d, formula: 'c > 1', met: 'a {c}', notMet: b, cite: s } ]\n", Toy.Pays("c / 3")));
        Assert.Equal(["X030"], bag.Select(d => d.Code));
    }
}
