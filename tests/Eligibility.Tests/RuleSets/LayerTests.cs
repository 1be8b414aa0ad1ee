namespace Eligibility.Tests.RuleSets;

/// <summary>A place's rules lie on those of the place above: each layer adds, binds, replaces or removes.</summary>
public class LayerTests
{
    private const string North = "100000/lending/2020-01-01.yaml";
    private const string Extends = "extends: \"000000\"\n";

    private static readonly (string Name, string Body) Country = Toy.Rules(
        "000000/lending/2020-01-01.yaml",
        Toy.Parameter("fee", "from: 2020-01-01, published: unknown, value: 100\nfrom: 2024-01-01, published: unknown, value: 120"),
        Toy.Derived("extra = shelves * 2", "total = fee + extra"),
        "criteria: [ { name: full, label: 押金, formula: deposit >= 10, met: 够, notMet: 不够, cite: s } ]\n",
        "routes:\n  - { name: first, label: 甲, when: full, cite: s }\n  - { name: second, label: 乙, when: 'shelves > 2', cite: s }\n",
        Toy.Payers,
        Toy.Benefit("total"));

    [Fact]
    public void A_place_without_rules_of_its_own_has_those_above_it() => Assert.Equal(("126.00", "000000"), Ask(Toy.Book(Country), "100101"));

    [Fact]
    public void A_programme_that_the_place_above_begins_later_does_not_exist_yet()
    {
        Assert.Null(Toy.Book(Country).Ask("100101", "2019-12").Find("lending"));
        Assert.NotNull(Toy.Book(Country).Ask("100101", "2020-01").Find("lending"));
        Assert.Equal("? version lending", Toy.Book(Country).Ask("000000", "2019-12")["lending"].Says());
    }

    [Fact]
    public void A_layer_adds_an_item_and_what_it_inherits_stays() =>
        Assert.Equal(("126.00", "100000"), Ask(With(Toy.Derived("more = total * 2")), "100000"));

    [Fact]
    public void A_layer_replaces_an_item_by_name_and_what_reads_it_follows() =>
        Assert.Equal(("123.00", "100000"), Ask(With(Toy.Derived("extra = shelves").Replace(", cite: s", ", override: true, cite: s", StringComparison.Ordinal)), "100000"));

    [Fact]
    public void A_layer_that_binds_values_owns_the_series_whole()
    {
        var book = With("parameters: [ { name: fee, values: [ { from: 2022-01-01, published: unknown, value: 50, cite: s } ] } ]\n");
        Assert.Equal("56.00", book.Ask("100000", "2024-08")["lending"].Says());
        Assert.Equal("? parameter fee", book.Ask("100000", "2021-08")["lending"].Says());
        Assert.Equal("106.00", book.Ask("000000", "2021-08")["lending"].Says());
    }

    [Fact]
    public void A_route_of_the_upper_layer_stands_before_the_inherited_ones()
    {
        const string facts = """{ "deposit": 10, "shelves": 3, "loans": [], "readers": [ { "number": "1" } ] }""";
        var book = With("routes: [ { name: third, label: 丙, when: 'shelves > 1', cite: s } ]\n");
        Assert.Equal("third", book.Ask("100000", facts: facts)["lending"].Route);
        Assert.Equal("first", book.Ask("000000", facts: facts)["lending"].Route);
        Assert.Null(book.Ask("100000", facts: facts.Replace("\"shelves\": 3", "\"shelves\": null", StringComparison.Ordinal))["lending"].Route);
    }

    [Fact]
    public void A_route_that_is_overridden_moves_to_the_front()
    {
        var book = With("routes: [ { name: second, label: 乙, when: 'shelves > 1', override: true, cite: s } ]\n");
        Assert.Equal("second", book.Ask("100000")["lending"].Route);
    }

    [Fact]
    public void A_removed_item_is_gone_and_the_removal_is_kept_with_its_citation()
    {
        var book = With("remove: [ { name: first, cite: s 九 } ]\n");
        var decision = book.Ask("100000")["lending"];
        Assert.Equal("second", decision.Route);
        Assert.Equal("《章程》 九", decision.Rules.Merged.Removals.Single().Definition.Cites.Single().ToString());
    }

    [Fact]
    public void A_removed_item_may_be_given_anew_without_override() =>
        Assert.Equal("109.00", With("remove: [ { name: extra, cite: s } ]\n" + Toy.Derived("extra = -11")).Ask("100000")["lending"].Says());

    [Fact]
    public void An_item_may_change_its_kind_from_layer_to_layer()
    {
        var book = With("criteria: [ { name: extra, label: 架, formula: shelves > 2, met: 多, notMet: 少, override: true, cite: s } ]\n",
            Toy.Derived("total = fee").Replace(", cite: s", ", override: true, cite: s", StringComparison.Ordinal));
        var decision = book.Ask("100000")["lending"];
        Assert.Equal("120.00", decision.Says());
        Assert.Equal(["full", "extra"], decision.Findings.Select(f => f.Criterion));
    }

    [Theory]
    [InlineData("parameters: [ { name: extra, label: 外, override: true, values: [ { from: 2020-01-01, published: unknown, value: 4, cite: s } ] } ]\n", "124.00")]
    [InlineData("derived: [ { name: fee, label: 费, formula: '1', override: true, cite: s } ]\n", "7.00")]
    [InlineData("derived: [ { name: pay, label: 给付, formula: '1', override: true, cite: s } ]\n", "0.00")]
    public void A_formula_may_become_a_parameter_and_a_payment_a_formula(string body, string amount) => Assert.Equal(amount, With(body).Ask("100000")["lending"].Says());

    [Fact]
    public void Three_layers_lie_on_one_another()
    {
        var book = Toy.Book(
            Country,
            Toy.Rules(North, Extends, Toy.Derived("extra = 7").Replace(", cite: s", ", override: true, cite: s", StringComparison.Ordinal)),
            Toy.Rules("100100/lending/2021-01-01.yaml", "extends: \"100000\"\n", "parameters: [ { name: fee, values: [ { from: 2021-01-01, published: unknown, value: 1, cite: s } ] } ]\n"));
        Assert.Equal(("8.00", "100100"), Ask(book, "100101"));
        Assert.Equal(("127.00", "100000"), Ask(book, "100000"));
        Assert.Equal(("126.00", "000000"), Ask(book, "200000"));
        Assert.Equal(["000000", "100000", "100100"], book.Ask("100100")["lending"].Rules.Merged.Files.Select(f => f.Jurisdiction));
    }

    [Fact]
    public void A_file_that_extends_nothing_stands_alone()
    {
        var book = Toy.Book(Country, Toy.Rules(North, Toy.Pays("5")));
        Assert.Equal(("5.00", "100000"), Ask(book, "100000"));
    }

    [Fact]
    public void Every_merged_item_remembers_its_layer()
    {
        var rules = With(Toy.Derived("extra = shelves").Replace(", cite: s", ", override: true, cite: s", StringComparison.Ordinal)).Ask("100000")["lending"].Rules;
        Assert.Equal("100000", rules.Items.Single(i => i.Name == "extra").File.Jurisdiction);
        Assert.Equal("000000", rules.Items.Single(i => i.Name == "total").File.Jurisdiction);
    }

    private static RuleBook With(params string[] body) => Toy.Book(Country, Toy.Rules(North, [Extends, .. body]));

    private static (string, string) Ask(RuleBook book, string place)
    {
        var decision = book.Ask(place)["lending"];
        return (decision.Says(), decision.RuleSetId.Split('/')[0]);
    }
}
