using Eligibility.Diagnostics;

namespace Eligibility.Tests.RuleSets;

/// <summary>Items that read one another: cycles, long chains, floors that upper layers set.</summary>
public class DependencyTests
{
    [Theory]
    [InlineData("a = b + 1|b = a + 1", "lending.a → lending.b → lending.a")]
    [InlineData("a = a + 1", "lending.a → lending.a")]
    [InlineData("a = b|b = c|c = if shelves > 1 then b else 2", "lending.b → lending.c → lending.b")]
    [InlineData("a = sum(readers.b)|b per reader = a", "lending.a → lending.b → lending.a")]
    public void A_cycle_is_named_whole(string items, string cycle) => Assert.Equal([cycle], Cycles(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived(items.Split('|')))));

    [Fact]
    public void A_cycle_through_two_programmes_is_named_whole() => Assert.Equal(
        ["lending.a → reading.b → lending.a"],
        Cycles(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("a = programmes.reading.b")), Toy.Rules("000000/reading/2020-01-01.yaml", Toy.Derived("b = programmes.lending.a"))));

    [Fact]
    public void Two_programmes_that_pay_by_each_other_are_a_cycle_through_their_payments() => Assert.Equal(
        ["lending.amount:pay → reading.payable → reading.pay → reading.amount:pay → lending.payable → lending.pay → lending.amount:pay"],
        Cycles(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("programmes.reading.payable")), Toy.Rules("000000/reading/2020-01-01.yaml", Toy.Pays("programmes.lending.payable"))));

    [Fact]
    public void Two_programmes_that_exclude_each_other_are_a_cycle()
    {
        static string Excludes(string other) => $"excludes: [ {{ programme: {other}, of: household, cite: s }} ]\n";
        var cycle = Assert.Single(Cycles(
            Toy.Rules("000000/lending/2020-01-01.yaml", Excludes("reading"), Toy.Pays("1")), Toy.Rules("000000/reading/2020-01-01.yaml", Excludes("lending"), Toy.Pays("1"))));
        Assert.StartsWith("lending.admissible → reading.anyOnRoll → ", cycle, StringComparison.Ordinal);
        Assert.EndsWith(" → lending.admissible", cycle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_may_name_what_rests_on_the_criterion_that_it_speaks_of()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("half = if full then deposit / 2 else 0"),
            "criteria: [ { name: full, label: 足, formula: deposit >= 10, met: '够：{half}', notMet: 不够, cite: s } ]\n"));
        Assert.Equal("够：5", book.Ask()["lending"].Findings.Single().Sentence.Value.Zh);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chain_of_a_hundred_items_is_computed_whichever_way_it_is_written(bool forward)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived(Chain(100, forward)), Toy.Pays("a100")));
        Assert.Equal("101.00", book.Ask()["lending"].Says());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chain_of_ten_thousand_items_is_refused_once(bool forward)
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived(Chain(10_000, forward))));
        Assert.Equal(["R055"], bag.Select(d => d.Code));
    }

    [Fact]
    public void The_proof_of_whole_fen_does_not_grow_with_the_ways_through_a_formula()
    {
        var items = Enumerable.Range(1, 60).Select(i => $"a{i} = a{i - 1} + a{i - 1}").Prepend("a0 = deposit");
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived([.. items]), Toy.Pays("a60")));
        Assert.Empty(bag);
    }

    [Fact]
    public void Items_of_two_programmes_may_read_each_other_where_that_is_no_circle()
    {
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("a = 1", "c = programmes.reading.b + 1"), Toy.Pays("c")),
            Toy.Rules("000000/reading/2020-01-01.yaml", Toy.Derived("b = programmes.lending.a + 1")));
        Assert.Equal("3.00", book.Ask()["lending"].Says());
    }

    [Theory]
    [InlineData("from: 2020-01-01, published: unknown, value: 75", null)]
    [InlineData("from: 2020-01-01, published: unknown, value: 74.99", "`line` is 74.99 on 2020-01-01, below the floor 75.")]
    [InlineData("from: 2020-01-01, published: unknown, value: 80\nfrom: 2022-01-01, published: unknown, value: 60", "`line` is 60 on 2022-01-01, below the floor 75.")]
    public void A_value_below_the_floor_of_an_upper_layer_is_refused(string values, string? message) => Check("from: 2019-01-01, published: unknown, value: 50", values, message);

    [Fact]
    public void A_value_that_a_rising_floor_overtakes_is_refused_from_that_day() => Check(
        "from: 2019-01-01, published: unknown, value: 50\nfrom: 2023-07-01, published: unknown, value: 60",
        "from: 2020-01-01, published: unknown, value: 80",
        "`line` is 80 on 2023-07-01, below the floor 90.");

    [Fact]
    public void A_floor_that_has_no_value_in_the_month_holds_nobody() =>
        Check("from: 2030-01-01, published: unknown, value: 500", "from: 2020-01-01, to: 2029-12-31, published: unknown, value: 1", null);

    private static void Check(string floor, string values, string? message)
    {
        var series = string.Concat(values.Split('\n').Select(v => $" {{ {v}, cite: s }},"));
        Toy.Load(out var bag,
            Toy.Rules("000000/lending/2019-01-01.yaml", Toy.Parameter("base", floor), "  - { name: line, label: 线, floor: base * 1.5, cite: s }\n"),
            Toy.Rules("100000/lending/2020-01-01.yaml", "extends: \"000000\"\n", $"parameters: [ {{ name: line, values: [{series.TrimEnd(',')} ] }} ]\n"));
        Assert.Equal(message is null ? [] : [message], bag.Select(d => d.Message.En));
        Assert.All(bag, d => Assert.Equal(("R045", "100000/lending/2020-01-01.yaml"), (d.Code, d.Location!.Value.Source.Name)));
    }

    private static List<string> Cycles(params (string, string)[] files)
    {
        Toy.Load(out var bag, files);
        Assert.All(bag, d => Assert.Equal("R040", d.Code));
        return [.. bag.Select(d => d.Message.En["The cycle is ".Length..^1])];
    }

    private static string[] Chain(int length, bool forward)
    {
        var items = Enumerable.Range(1, length).Select(i => $"a{i} = a{i - 1} + 1").Prepend("a0 = 1").ToArray();
        if (!forward) Array.Reverse(items);
        return items;
    }
}
