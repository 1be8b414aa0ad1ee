namespace Eligibility.Tests.RuleSets;

/// <summary>Who is covered, and by which way in.</summary>
public class RouteTests
{
    private const string Head = "classes: [ { name: full, label: 全额 }, { name: part, label: 部分 } ]\n";

    // Reader 2 is no student; both are known.
    private const string Two = """
        { "branch": "centre", "deposit": 10, "shelves": 3, "loans": [],
          "readers": [ { "number": "1", "born": "1950-03-15", "student": true }, { "number": "2", "born": "2015-03-15", "student": false } ] }
        """;

    [Theory]
    [InlineData("deposit > 5", "all full: 1 all, 2 all")]
    [InlineData("deposit > 50", "own: 1 own")]
    public void The_household_comes_first_and_the_persons_only_where_it_does_not(string household, string expected) => Check(
        $$"""
        routes:
          - { name: all, label: 全部, when: '{{household}}', class: full, cite: s }
          - { name: own, per: reader, label: 本人, when: student, class: part, cite: s }
        """, expected, Two);

    [Fact]
    public void The_first_household_route_that_holds_wins() => Check(
        """
        routes:
          - { name: never, label: 不, when: 'deposit < 0', cite: s }
          - { name: a, label: 甲, when: 'true', class: part, cite: s }
          - { name: b, label: 乙, when: 'true', class: full, cite: s }
        """, "a part: 1 a, 2 a", Two);

    [Fact]
    public void A_household_route_may_cover_some_persons_only() => Check(
        "routes: [ { name: all, label: 全部, when: 'true', covers: 'readers[student]', cite: s } ]", "all: 1 all", Two);

    [Fact]
    public void A_person_has_the_first_route_of_his_own_that_holds() => Check(
        """
        routes:
          - { name: old, per: reader, label: 老, when: 'age(born, month.end) >= 60', cite: s }
          - { name: studies, per: reader, label: 学, when: student, cite: s }
          - { name: child, per: reader, label: 幼, when: 'age(born, month.end) < 18', cite: s }
        """, "-: 1 old, 2 child", Two);

    [Fact]
    public void Without_a_route_nobody_is_covered()
    {
        Check("routes: [ { name: none, label: 无, when: 'false', cite: s } ]", "ineligible", Two);
        Check("", "ineligible", Two);
    }

    [Fact]
    public void A_person_whom_every_possible_way_covers_is_covered_although_the_way_is_not_known() => Check(
        """
        routes:
          - { name: all, label: 全部, when: 'deposit > 5', cite: s }
          - { name: own, per: reader, label: 本人, when: student, cite: s }
        """, "-: 1 -", Two.Replace("\"deposit\": 10", "\"deposit\": null", StringComparison.Ordinal));

    [Fact]
    public void A_person_whom_one_of_two_ways_leaves_out_is_not_known_to_be_covered() => Check(
        """
        routes:
          - { name: all, label: 全部, when: 'deposit > 5', covers: 'readers[not(student)]', cite: s }
          - { name: own, per: reader, label: 本人, when: student, cite: s }
        """, "undetermined: fact deposit", Two.Replace("\"deposit\": 10", "\"deposit\": null", StringComparison.Ordinal));

    [Theory]
    [InlineData("deposit > 5", null)]
    [InlineData("deposit > 50", "rules say: 10.00")]
    public void A_programme_that_does_not_apply_says_so_in_one_line(string when, string? line)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml",
            $"applies: {{ when: '{when}', otherwise: {{ zh: '押金 {{deposit}}', en: 'rules say: {{deposit}}' }}, cite: s }}\n", Toy.Pays("1")));
        var decision = book.Ask()["lending"];
        Assert.Equal(line, decision.NotApplicable?.En);
        Assert.Equal(line is null ? "1.00" : "ineligible", decision.Says());
    }

    [Theory]
    [InlineData("household", "ineligible", "30.00")]
    [InlineData("member", "20.00", "30.00")]
    public void A_programme_is_not_drawn_together_with_one_that_excludes_it(string of, string amount, string club)
    {
        // The club takes students: reader 1, for 30. Lending pays 20 to each reader it covers.
        var book = Toy.Book(
            Toy.Rules("000000/club/2020-01-01.yaml", Toy.Payers, "routes: [ { name: own, per: reader, label: 本人, when: student, cite: s } ]\n", Toy.Benefit("30", ", per: reader")),
            Toy.Rules("000000/lending/2020-01-01.yaml", $"excludes: [ {{ programme: club, of: {of}, cite: s }} ]\n", Toy.Route, Toy.Payers, Toy.Benefit("20", ", per: reader")));
        var answer = book.Ask(facts: Two);
        Assert.Equal((amount, club), (answer["lending"].Says(), answer["club"].Says()));
        Assert.Equal(of == "member" ? ["2"] : [], answer["lending"].Covered.Select(c => c.Person));
    }

    [Fact]
    public void Nothing_is_paid_outside_a_route_and_a_person_is_paid_only_when_covered()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Payers, "routes: [ { name: own, per: reader, label: 本人, when: student, cite: s } ]\n",
            "benefits:\n  - { name: once, label: 一, payer: desk, amount: '100', cite: s }\n  - { name: each, per: reader, label: 每, payer: desk, amount: '1', cite: s }\n",
            "  - { name: house, label: 户, payer: desk, when: 'route = \"all\"', amount: '1000', cite: s }\n"));
        Assert.Equal("101.00", book.Ask(facts: Two)["lending"].Says());
        Assert.Equal("ineligible", book.Ask(facts: Two.Replace("true", "false", StringComparison.Ordinal))["lending"].Says());
        Assert.Empty(book.Ask(facts: Two.Replace("true", "false", StringComparison.Ordinal))["lending"].Payments);
    }

    private static void Check(string routes, string expected, string facts)
    {
        var d = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Head, routes.Length == 0 ? "" : routes + "\n")).Ask(facts: facts)["lending"];
        var says = d.Outcome switch
        {
            Outcome.Ineligible => "ineligible",
            Outcome.Undetermined => "undetermined: " + string.Join(", ", d.Missing.Select(m => $"{m.Kind.ToString().ToLowerInvariant()} {m.Name}")),
            _ => (d.Route ?? SameRoute(d) ?? "-") + (d.Class is null ? "" : " " + d.Class) + ": " + string.Join(", ", d.Covered.Select(c => $"{c.Person} {c.Route ?? "-"}")),
        };
        Assert.Equal(expected, says);
    }

    /// <summary>The one route of all who are covered, when it is one of their own.</summary>
    private static string? SameRoute(Decision d) => d.Covered.Select(c => c.Route).Distinct().ToArray() is [{ } one] ? one : null;
}
