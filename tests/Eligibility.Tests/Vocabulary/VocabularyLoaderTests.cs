using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Tests.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Tests.Vocabulary;

public class VocabularyLoaderTests
{
    [Fact]
    public void The_vocabulary_of_the_rules_loads_without_a_word()
    {
        var words = Vocabularies.Real;
        Assert.Equal(("household", "member", "grant"), (words.Root.Name, words.Person.Name, words.Roll!.Entity.Name));
        Assert.Equal(("grants", "programme", "persons", "from", "to"), (words.Roll.ListName, words.Roll.Programme, words.Roll.Persons, words.Roll.From, words.Roll.To));
        Assert.Null(words.Root.Parent);
        Assert.All(words.Entities.Where(e => e != words.Root), e => Assert.NotNull(e.Parent));
        Assert.Equal("legalObligor", words.Entity("obligorHousehold")!.Parent!.Name);
        Assert.Equal(Enumerable.Range(0, words.Entities.Count), words.Entities.Select(e => e.Index));
    }

    [Fact]
    public void Numbers_have_the_decimals_of_their_unit_unless_they_say_otherwise()
    {
        var card = Vocabularies.Library.Root;
        Assert.Equal(2, card.Attribute("deposit")!.Decimals);
        Assert.Equal(0, card.Attribute("shelves")!.Decimals);
        Assert.Equal(3, card.Attribute("weight")!.Decimals);
        Assert.Equal((Number.Zero, (Number)500), (card.Attribute("deposit")!.Minimum, card.Attribute("deposit")!.Maximum));
        Assert.Equal(2, Vocabularies.Real.Entity("dwelling")!.Attribute("floorArea")!.Decimals);
    }

    [Fact]
    public void Attributes_have_the_types_that_rules_are_checked_with()
    {
        var (card, reader) = (Vocabularies.Library.Root, Vocabularies.Library.Person);
        Assert.Equal("list<reader>", card.Attribute("readers")!.Type.ToString());
        Assert.Equal("list<string> or null", card.Attribute("tags")!.RuleType.ToString());
        Assert.Equal("code (centre | harbour)", card.Attribute("branch")!.RuleType.ToString());
        Assert.Equal("locker", card.Attribute("locker")!.RuleType.ToString());
        Assert.Equal("date or null", card.Attribute("closedOn")!.RuleType.ToString());
        Assert.Equal("boolean", card.Attribute("blocked")!.RuleType.ToString());
        Assert.Equal(("number", "called"), (reader.Key!.Name, reader.Display!.Name));
        Assert.Equal("港口", card.Attribute("branch")!.Code("harbour")!.Label.Zh);
        Assert.Equal("馆员", card.Attribute("branch")!.AttestedBy!.Zh);
    }

    [Fact]
    public void A_literal_for_an_absent_fact_is_kept_with_its_reason()
    {
        var card = Vocabularies.Library.Root;
        Assert.Equal((Absence.Literal, "false", "停用必有记录"), Literal(card.Attribute("blocked")!));
        Assert.Equal((Absence.Literal, "\"basic\"", "人人都有"), Literal(card.Attribute("tier")!));
        Assert.Equal((Absence.Literal, "[]", "没有记录就没有罚款"), Literal(card.Attribute("fines")!));
    }

    [Theory]
    [InlineData("- { name: a, label: 甲, type: «text» }", "R025", "`text` cannot stand here. Write one of boolean, string,")]
    [InlineData("- «{» label: 甲, type: boolean }", "R021", "`name` is missing")]
    [InlineData("- «{» name: a, type: boolean }", "R021", "`label` is missing")]
    [InlineData("- «{» name: a, label: 甲 }", "R021", "`type` is missing")]
    [InlineData("- { name: a, label: «{» en: A }, type: boolean }", "R032", "The Chinese (zh) is missing")]
    [InlineData("- { name: a, label: 甲, type: boolean, «atestedBy»: 乙 }", "R020", "Did you mean `attestedBy`?")]
    [InlineData("- { name: «2a», label: 甲, type: boolean }", "R054", "`2a` cannot be a name")]
    [InlineData("- { name: «年龄», label: 甲, type: boolean }", "R054", "English letters")]
    [InlineData("- { name: a, label: 甲, type: list, of: «raeder» }", "R036", "Did you mean `reader`?")]
    [InlineData("- { name: a, label: 甲, type: entity, of: «string» }", "R036", "There is no entity `string`")]
    [InlineData("- «{» name: a, label: 甲, type: list }", "R021", "`of` is missing")]
    [InlineData("- { name: a, label: 甲, type: boolean, «of»: reader }", "R054", "of does not belong to this type")]
    [InlineData("- { name: a, label: 甲, type: entity, of: «card» }", "R054", "`card` is the root and cannot belong to `card`")]
    [InlineData("- «{» name: a, label: 甲, type: code }", "R021", "`values` is missing")]
    [InlineData("- { name: a, label: 甲, type: code, values: «[» ] }", "R054", "no code is listed")]
    [InlineData("- { name: a, label: 甲, type: code, values: [ { name: x, label: 甲 }, { name: «x», label: 乙 } ] }", "R053", "`x` is declared already")]
    [InlineData("- { name: a, label: 甲, type: code, values: [ «{» name: x } ] }", "R021", "`label` is missing")]
    [InlineData("- { name: a, label: 甲, type: string, «values»: [ { name: x, label: 甲 } ] }", "R054", "values does not belong to this type")]
    [InlineData("- { name: a, label: 甲, type: date, «min»: 1 }", "R054", "min does not belong to this type")]
    [InlineData("- { name: a, label: 甲, type: number, min: «1.5.2» }", "R024", "`1.5.2` is not a number")]
    [InlineData("- { name: a, label: 甲, type: number, min: «6», max: 5 }", "R054", "min is greater than max")]
    [InlineData("- { name: a, label: 甲, type: number, «unit»: m2 }", "R021", "`decimals` is missing")]
    [InlineData("- { name: a, label: 甲, type: number, decimals: «1.5» }", "R054", "decimals is a whole number from 0 to 12")]
    [InlineData("- { name: a, label: 甲, type: number, decimals: «13» }", "R054", "decimals is a whole number")]
    [InlineData("- { name: a, label: 甲, type: boolean, obtainFrom: «family» }", "R025", "Write one of dataCheck, department,")]
    [InlineData("- { name: a, label: 甲, type: boolean, attestedBy: 乙, absent: «false», absentReason: 丙 }", "R054", "an attested fact that is not given is unknown")]
    [InlineData("- { name: a, label: 甲, type: number, absent: «0», absentReason: 丙 }", "R054", "only unknown, none can stand here")]
    [InlineData("- { name: a, label: 甲, type: date, absent: «2024-01-01», absentReason: 丙 }", "R054", "only unknown, none can stand here")]
    [InlineData("- { name: a, label: 甲, type: string, absent: «x», absentReason: 丙 }", "R054", "only unknown, none can stand here")]
    [InlineData("- { name: a, label: 甲, type: boolean, absent: «no», absentReason: 丙 }", "R054", "only unknown, none, true, false can stand here")]
    [InlineData("- { name: a, label: 甲, type: code, values: [ { name: x, label: 甲 } ], absent: «y», absentReason: 丙 }", "R054", "only unknown, none, x can stand here")]
    [InlineData("- { name: a, label: 甲, type: list, of: string, absent: «[»x], absentReason: 丙 }", "R054", "only unknown, none, [] can stand here")]
    [InlineData("- { name: a, label: 甲, type: boolean, «absent»: false }", "R021", "`absentReason` is missing")]
    [InlineData("- { name: a, label: 甲, type: boolean, absentReason: «丙» }", "R054", "there is a reason for a value, and no value")]
    [InlineData("- { name: a, label: 甲, type: code, values: [ { name: none, label: 无 } ], absent: «none» }", "R054", "none could mean the code of that name")]
    [InlineData("- { name: «readers», label: 甲, type: boolean }", "R053", "`readers` is declared already")]
    [InlineData("- «x»", "R022", "a map (key: value)")]
    public void A_mistake_in_an_attribute_is_one_diagnostic_at_its_place(string attribute, string code, string words)
    {
        AssertRefused(Vocabularies.LibraryYaml.Replace("      - name: branch\n", $"      {attribute}\n      - name: branch\n"), code, words);
    }

    [Theory]
    [InlineData("root: card", "root: «cart»", "R036", "Did you mean `card`?")]
    [InlineData("  person: reader\n", "", "R021", "`person` is missing")]
    [InlineData("  person: reader", "  persona: reader\n  person: reader", "R020", "`persona`")]
    [InlineData("persons: readers", "persons: «reader»", "R054", "`loan` has no attribute `reader` of type list<string>")]
    [InlineData("from: since", "from: «service»", "R054", "`loan` has no attribute `service` of type date")]
    [InlineData("entity: loan,", "entity: «laon»,", "R036", "Did you mean `loan`?")]
    [InlineData("key: number", "key: «born»", "R054", "`reader` has no attribute `born` of type string; it has: number, called")]
    [InlineData("key: number", "key: «called»", "R054", "`called` is the key and must be given")]
    [InlineData("display: called", "display: «nickname»", "R054", "no attribute `nickname`")]
    [InlineData("    key: number\n", "", "R054", "`reader` plays the person and needs a key")]
    [InlineData("name: fine\n", "name: «reader»\n", "R053", "`reader` is declared already")]
    [InlineData("of: locker", "of: fine", "R054", "`locker` does not belong to `card`: no list or attribute leads to it")]
    [InlineData("name: branch", "name: jurisdiction", "R054", "`card` cannot have an attribute jurisdiction")]
    [InlineData("type: list, of: visit }", "type: list, of: «reader» }", "R054", "`reader` belongs to `card` already and cannot belong to `reader` too")]
    [InlineData("  person: reader", "  person: reader\n  report: { means: «wealth» }", "R054", "`wealth` is not of the form programme.name")]
    [InlineData("  person: reader", "  person: reader\n  report: { splits: [branch, «wealth»] }", "R054", "`wealth` cannot tell apart")]
    [InlineData("  person: reader", "  person: reader\n  report: { «median»: branch }", "R020", "`median`")]
    [InlineData("entities:", "entites:", "R021", "`entities` is missing")]
    public void A_mistake_in_the_frame_is_reported(string from, string to, string code, string words)
    {
        Assert.Contains(from, Vocabularies.LibraryYaml);
        var at = Vocabularies.LibraryYaml.IndexOf(from, StringComparison.Ordinal);
        var yaml = Vocabularies.LibraryYaml.Remove(at, from.Length).Insert(at, to);
        Assert.Null(Load(yaml.Replace("«", "").Replace("»", ""), out var bag));
        Assert.Contains(bag, d => d.Code == code && d.ToString().Contains(words));
        if (!to.Contains('«')) return;
        var (text, span) = Marked.Parse(yaml);
        Assert.Contains(bag, d => d.Code == code && d.Location!.Value.Span == span);
        Assert.NotEmpty(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("roles: 1\nentities: 2")]
    [InlineData("roles: []\nentities: {}")]
    [InlineData("roles: { root: a, person: a }\nentities: [ { name: a, label: 甲, attributes: x } ]")]
    [InlineData("roles: { root: a, person: a }\nentities: [ { name: a, label: 甲, attributes: [ { name: b, label: 乙, type: entity, of: c } ] }, { name: c, label: 丙, attributes: [ { name: d, label: 丁, type: list, of: c } ] } ]")]
    [InlineData("roles: { root: a, person: a }\nentities: [ { name: a, label: 甲, attributes: [] }, { name: c, label: 丙, attributes: [ { name: d, label: 丁, type: list, of: c } ] } ]")]
    [InlineData("{ a: }")]
    public void What_is_no_vocabulary_at_all_is_refused_and_never_fails(string yaml)
    {
        Assert.Null(Load(yaml, out var bag));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_found_at_once()
    {
        var yaml = Vocabularies.LibraryYaml.Replace("type: date", "type: day").Replace("min: 0", "min: nil");
        Load(yaml, out var bag);
        Assert.Equal(4, bag.Count(d => d.Code == "R025"));
        Assert.Equal(2, bag.Count(d => d.Code == "R024"));
    }

    [Fact]
    public void A_person_may_be_the_root_itself()
    {
        var words = Load("roles: { root: a, person: a }\nentities: [ { name: a, label: 甲, attributes: [] } ]\n", out var bag);
        Assert.Empty(bag);
        Assert.Same(words!.Root, words.Person);
        Assert.Null(words.Roll);
    }

    private static void AssertRefused(string marked, string code, string words)
    {
        var (text, span) = Marked.Parse(marked);
        Assert.Null(Load(text, out var bag));
        var error = Assert.Single(bag);
        Assert.Equal(code, error.Code);
        Assert.Equal(span, error.Location!.Value.Span);
        Assert.Contains(words, error.ToString());
    }

    private static (Absence, string, string) Literal(AttributeDeclaration a) => (a.Absence, a.AbsentValue.ToString(), a.AbsentReason!.Zh);

    private static Words? Load(string yaml, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return VocabularyLoader.Load("v.yaml", Encoding.UTF8.GetBytes(yaml), bag);
    }
}
