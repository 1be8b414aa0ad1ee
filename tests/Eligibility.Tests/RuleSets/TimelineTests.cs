namespace Eligibility.Tests.RuleSets;

/// <summary>Which value of a figure holds: in force in the month, published by the day of knowledge, attested by a source.</summary>
public class TimelineTests
{
    [Theory]
    [InlineData("2024-08", "2024-09-30", "150.00")] // the correction is not known yet
    [InlineData("2024-08", "2024-10-15", "150.00")] // known, but it corrects a value that had been replaced by then
    [InlineData("2023-08", "2024-09-30", "100.00")]
    [InlineData("2023-08", "2024-10-15", "110.00")] // the same start, published later
    [InlineData("2023-06", "2024-10-15", "? parameter fee")]
    public void A_late_correction_of_an_old_value_does_not_displace_a_newer_one(string month, string knownAt, string amount) => Check(
        """
        from: 2023-07-01, published: 2023-06-20, value: 100
        from: 2024-07-01, published: 2024-06-20, value: 150
        from: 2023-07-01, published: 2024-10-15, value: 110
        """, month, knownAt, amount);

    [Theory]
    [InlineData("2024-08", "2024-08-20", "100.00")] // published later than the day of knowledge, however early it begins
    [InlineData("2024-08", "2024-08-21", "150.00")]
    [InlineData("2024-06", "2024-08-21", "100.00")]
    public void A_value_is_not_known_before_it_is_published(string month, string knownAt, string amount) => Check(
        """
        from: 2023-07-01, published: 2023-06-20, value: 100
        from: 2024-07-01, published: 2024-08-21, value: 150
        """, month, knownAt, amount);

    [Theory]
    [InlineData("1990-01-01", "100.00")]
    [InlineData("2024-12-31", "100.00")]
    public void A_value_whose_publication_is_not_known_is_visible_on_every_day(string knownAt, string amount) =>
        Check("from: 2023-07-01, published: unknown, value: 100", "2024-08", knownAt, amount);

    [Theory]
    [InlineData("2024-08-31", "150.00")]
    [InlineData("2024-09-30", "100.00")] // gone from its withdrawal on, and the one before it holds again
    public void A_withdrawn_value_is_as_if_it_had_never_been(string knownAt, string amount) => Check(
        """
        from: 2023-07-01, published: 2023-06-20, value: 100
        from: 2024-07-01, published: 2024-06-20, value: 150
        from: 2024-07-01, published: 2024-09-15, withdrawn: true
        """, "2024-08", knownAt, amount);

    [Theory]
    [InlineData("2023-12", "100.00")]
    [InlineData("2024-01", "? parameter fee")]
    [InlineData("2024-06", "? parameter fee")]
    [InlineData("2024-07", "150.00")]
    public void Nothing_fills_a_gap_behind_an_end(string month, string amount) => Check(
        """
        from: 2023-07-01, to: 2023-12-31, published: unknown, value: 100
        from: 2024-07-01, published: unknown, value: 150
        """, month, "2024-12-31", amount);

    [Fact]
    public void A_gap_names_its_neighbours()
    {
        var decision = Book("""
            from: 2023-07-01, to: 2023-12-31, published: unknown, value: 100
            from: 2024-07-01, published: unknown, value: 150
            """).Ask(month: "2024-03")["lending"];
        Assert.Equal("fee has no value in the month; the nearest are 100 (from 2023-07-01 to 2023-12-31) and 150 (from 2024-07-01)", decision.Missing.Single().Text.En);
        Assert.Equal(Outcome.Eligible, decision.Outcome);
    }

    [Theory]
    [InlineData("2020-06", "100.00")]
    [InlineData("2020-07", "? parameter fee")]
    [InlineData("2024-07", "150.00")]
    public void A_recalled_value_ends_the_one_before_and_holds_nothing(string month, string amount) => Check(
        """
        from: 2019-07-01, published: unknown, value: 100
        from: 2020-07-01, recalled: true
        from: 2024-07-01, published: unknown, value: 150
        """, month, "2024-12-31", amount);

    [Theory]
    [InlineData("2024-12", false, "100.00")]
    [InlineData("2025-01", false, "? parameter fee")]
    [InlineData("2025-01", true, "100.00")]
    [InlineData("2025-07", true, "150.00")]
    public void A_value_is_used_beyond_its_attestation_only_when_the_caller_accepts_that(string month, bool accept, string amount)
    {
        var decision = Book("""
            from: 2024-07-01, published: unknown, value: 100, attestedThrough: 2024-12-31
            from: 2025-07-01, published: unknown, value: 150
            """).Ask(month: month, acceptUnattested: accept)["lending"];
        Assert.Equal(amount, decision.Says());
        Assert.Equal(month == "2025-01" && accept, decision.Warnings.Any(w => w.Kind == WarningKind.Unattested));
    }

    [Theory]
    [InlineData("first", "100.00")]
    [InlineData("last", "150.00")]
    [InlineData(null, "? version fee")]
    public void A_change_inside_a_month_counts_by_the_stated_day(string? basis, string amount)
    {
        var rules = Toy.Rules("000000/lending/2020-01-01.yaml", basis is null ? "" : $"monthBasis: {basis}\n", Toy.Parameter("fee", """
            from: 2023-07-01, published: unknown, value: 100
            from: 2024-08-15, published: unknown, value: 150
            """), Toy.Pays("fee"));
        var book = Toy.Book(rules);
        Assert.Equal(amount, book.Ask(month: "2024-08")["lending"].Says());
        Assert.Equal("100.00", book.Ask(month: "2024-07")["lending"].Says());
        Assert.Equal("150.00", book.Ask(month: "2024-09")["lending"].Says());
    }

    [Theory]
    [InlineData("first", "2024-08", "? parameter fee")]
    [InlineData("last", "2024-08", "100.00")]
    [InlineData("last", "2024-10", "? parameter fee")]
    [InlineData("first", "2024-10", "100.00")]
    public void A_value_that_begins_or_ends_inside_a_month_counts_by_the_stated_day(string basis, string month, string amount) => Assert.Equal(
        amount,
        Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", $"monthBasis: {basis}\n", Toy.Parameter("fee", "from: 2024-08-15, to: 2024-10-15, published: unknown, value: 100"), Toy.Pays("fee")))
            .Ask(month: month)["lending"].Says());

    private static void Check(string values, string month, string knownAt, string amount) => Assert.Equal(amount, Book(values).Ask(month: month, knownAt: knownAt)["lending"].Says());

    private static RuleBook Book(string values) => Toy.Book(Toy.Rules("000000/lending/2015-01-01.yaml", Toy.Parameter("fee", values), Toy.Pays("fee")));
}
