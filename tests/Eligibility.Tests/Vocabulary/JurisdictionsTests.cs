using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Tests.Text;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Tests.Vocabulary;

public class JurisdictionsTests
{
    private static readonly Lazy<Jurisdictions> Real = new(() =>
    {
        var bag = new DiagnosticBag();
        var places = Jurisdictions.Load("jurisdictions.yaml", Repository.Bytes("rules/jurisdictions.yaml"), bag);
        Assert.Empty(bag);
        return places!;
    });

    [Theory]
    [InlineData("451481", "451481 451400 450000 000000")]
    [InlineData("110000", "110000 000000")]
    [InlineData("000000", "000000")]
    [InlineData("999999", "")]
    [InlineData("", "")]
    public void A_place_lies_in_its_parents_up_to_the_nation(string code, string chain) =>
        Assert.Equal(chain, string.Join(' ', Real.Value.Chain(code).Select(j => j.Code)));

    [Fact]
    public void A_place_is_found_by_its_code_only()
    {
        Assert.Equal("凭祥市", Real.Value.Find("451481")!.Name.Zh);
        Assert.Null(Real.Value.Find("451482"));
        Assert.Null(Real.Value.Find("凭祥市"));
    }

    [Fact]
    public void A_merged_place_keeps_its_days_and_names_its_successor()
    {
        var place = Load("""
            jurisdictions:
              - { code: "000000", name: 全国 }
              - { code: "110101", name: 东城区, parent: "000000" }
              - { code: "110103", name: { zh: 崇文区, en: Chongwen }, parent: "000000", validFrom: 1952-09-01, validTo: 2010-07-01, successor: "110101" }
            """, out var bag)!.Find("110103")!;
        Assert.Empty(bag);
        Assert.Equal((new LocalDate(1952, 9, 1), new LocalDate(2010, 7, 1), "110101"), (place.ValidFrom, place.ValidTo, place.Successor));
    }

    [Theory]
    [InlineData("{ code: «\"11000\"», name: 京, parent: \"000000\" }", "R054", "`11000` is not six, nine or twelve digits")]
    [InlineData("{ code: «\"1100O0\"», name: 京, parent: \"000000\" }", "R054", "is not six, nine or twelve digits")]
    [InlineData("{ code: «\"１１００００\"», name: 京, parent: \"000000\" }", "R054", "is not six, nine or twelve digits")]
    [InlineData("{ code: \"110000\", name: 京, parent: «\"000001\"» }", "R050", "Did you mean `000000`?")]
    [InlineData("{ code: «\"000000\"», name: 京, parent: \"000000\" }", "R053", "`000000` is declared already")]
    [InlineData("{ code: «\"110000\"», name: 京 }", "R054", "`110000` has no parent")]
    [InlineData("{ code: \"110000\", name: 京, parent: «\"110000\"» }", "R040", "110000 → 110000")]
    [InlineData("{ code: \"110000\", name: 京, parent: \"000000\", validTo: 2020-01-01, successor: «\"120000\"» }", "R050", "`120000`")]
    [InlineData("{ code: \"110000\", name: 京, parent: \"000000\", successor: «\"000000\"» }", "R054", "validTo")]
    [InlineData("{ code: \"110000\", name: 京, parent: \"000000\", validFrom: 2020-01-02, validTo: «2020-01-01» }", "R054", "the last day lies before the first")]
    [InlineData("{ code: \"110000\", name: 京, parent: \"000000\", validTo: «2020-02-30» }", "R023", "`2020-02-30` is not a date")]
    [InlineData("{ code: \"110000\", name: 京, parent: \"000000\", «sucessor»: \"000000\" }", "R020", "Did you mean `successor`?")]
    [InlineData("«{» name: 京, parent: \"000000\" }", "R021", "`code` is missing")]
    [InlineData("«{» code: \"110000\", parent: \"000000\" }", "R021", "`name` is missing")]
    public void A_mistake_is_one_diagnostic_at_its_place(string place, string code, string words)
    {
        var (text, span) = Marked.Parse("jurisdictions:\n  - { code: \"000000\", name: 全国 }\n  - " + place + "\n");
        Assert.Null(Load(text, out var bag));
        var error = Assert.Single(bag);
        Assert.Equal((code, span), (error.Code, error.Location!.Value.Span));
        Assert.Contains(words, error.ToString());
    }

    [Fact]
    public void A_cycle_of_places_is_reported_once_and_does_not_hang()
    {
        Assert.Null(Load("""
            jurisdictions:
              - { code: "000000", name: 全国 }
              - { code: "110000", name: 甲, parent: "120000" }
              - { code: "120000", name: 乙, parent: "130000" }
              - { code: "130000", name: 丙, parent: "120000" }
            """, out var bag));
        Assert.Contains("120000 → 130000 → 120000", Assert.Single(bag).Message.En);
    }

    private static Jurisdictions? Load(string yaml, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return Jurisdictions.Load("j.yaml", Encoding.UTF8.GetBytes(yaml), bag);
    }
}
