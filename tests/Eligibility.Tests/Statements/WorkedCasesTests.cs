using Eligibility.Tests.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Tests.Statements;

/// <summary>Real notices that came late, worked by hand from domain/local.md §7 and §6, domain/national.md §10 and domain/extra-cases.md.</summary>
public class WorkedCasesTests
{
    private static Adjustments Adjust(string facts, string from, string to, string decided, string known, string? overlay = null, bool acceptUnattested = false)
    {
        var book = overlay is null ? RealRules.Book : RealRules.Book.WithOverlay(overlay);
        return book.Adjust(CaseFile.Parse(facts, book.Vocabulary), Cases.Month(from), Cases.Month(to), Decided.On(Cases.Day(decided)), Cases.Day(known), null, acceptUnattested);
    }

    private static string Sums(Adjustments a) => $"owed {a.Sum(DifferenceStanding.Owed)}, overpaid {a.Sum(DifferenceStanding.Overpaid)}, information {a.Sum(DifferenceStanding.Information)}, open {a.Sum(DifferenceStanding.Open)}";

    // Row 1, 穗民规字〔2025〕2号 二(一): on the roll in May 2025; difference × months approved; without the category relief. The line before, 1238, is assumed.
    private static string Guangzhou(string from, string? to = null, string approved = "2024-09-20") => Repository.Text("seeds/guangzhou/couple-on-the-roll.json")
        .Replace("\"approvedOn\": \"2024-09-20\"", $"\"approvedOn\": \"{approved}\"", StringComparison.Ordinal)
        .Replace("\"from\": \"2024-10-01\"", $"\"from\": \"{from}\"{(to is null ? "" : $", \"to\": \"{to}\"")}", StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-10-01", null, "2024-09-20", "710.00")] // case 13: (1309 − 1238) × 2 × 5 = 71 × 2 × 5 = 710
    [InlineData("2025-03-01", null, "2025-02-20", "426.00")] // on the roll from March: 71 × 2 × 3 = 426
    [InlineData("2025-04-01", null, "2025-03-10", "284.00")] // confirmed in March, paid from April: 71 × 2 × 2 = 284, by the reading of the file
    [InlineData("2024-10-01", "2025-04-30", "2024-09-20", "0.00")] // left in April: not on the roll in May
    public void Guangzhou_2025_by_its_own_clause(string from, string? to, string approved, string owed)
    {
        var adjustments = Adjust(Guangzhou(from, to, approved), "2025-01", "2025-05", "2025-05-29", "2025-05-30", "assumed-line-of-2024");
        Assert.Equal(owed, adjustments.Sum(DifferenceStanding.Owed).ToString());
        Assert.Equal("0.00", adjustments.Sum(DifferenceStanding.Overpaid).ToString());
        Assert.All(adjustments.Lines.SelectMany(l => l.Parts).Where(p => p.Standing == DifferenceStanding.Owed), p => Assert.Contains("穗民规字〔2025〕2号 二(一)", p.Cites));
    }

    private static string WithRent(string facts, int rent) =>
        facts.Replace("\"incomes\": [],\n      \"transfersPaid\": []\n    },", $"\"incomes\": [ {{ \"kind\": \"rent\", \"amount\": {rent} }} ],\n      \"transfersPaid\": []\n    }},", StringComparison.Ordinal);

    private static string WithoutGrants(string facts)
    {
        var start = facts.IndexOf("\"grants\": [", StringComparison.Ordinal);
        return facts[..start] + "\"grants\": []" + facts[(facts.IndexOf("],\n  \"members\"", StringComparison.Ordinal) + 1)..];
    }

    [Fact]
    public void E6_who_comes_in_by_the_new_line_is_listed_and_owed_nothing_for_before()
    {
        // As E6, with two persons: 2,600 is 1,300 a head, not below 1,238 and below 1,309. Refused in February; applied again and confirmed on June 5: (1309 − 1300) × 2 = 18 from July.
        var book = RealRules.Book.WithOverlay("assumed-line-of-2024");
        var file = Cases.Real(book, ("2025-01-01", "2025-01-05", WithoutGrants(WithRent(Guangzhou("2024-10-01"), 2600))), ("2025-06-01", "2025-06-10", WithRent(Guangzhou("2025-07-01", null, "2025-06-05"), 2600).Replace("2476", "18", StringComparison.Ordinal)));
        var adjustments = book.Adjust(file, Cases.Month("2025-01"), Cases.Month("2025-05"), Decided.On(Cases.Day("2025-05-29")), Cases.Day("2025-06-30"));
        Assert.Equal("0.00", adjustments.Sum(DifferenceStanding.Owed).ToString());
        Assert.Equal(5, adjustments.NewlyEligible.Single(n => n.Programme == "minimumLiving").Months.Count);
        Assert.Equal("ineligible 18.00", book.State(file, Cases.Month("2025-06"), Cases.Month("2025-07"), Cases.Day("2025-06-30")).Says("minimumLiving"));
    }

    // Row 2, 京民社救发〔2024〕80号: 1395 → 1450 from July, published on August 21, no clause. 55 × 3 × 2 = 330 and 25 % × 55 × 2 = 27.50.
    [Theory]
    [InlineData(null, "owed 0.00, overpaid 0.00, information 357.50, open 0.00")]
    [InlineData("arrears-assumed-2024", "owed 357.50, overpaid 0.00, information 0.00, open 0.00")]
    public void Beijing_2024_owes_nothing_without_a_clause(string? overlay, string sums) =>
        Assert.Equal(sums, Sums(Adjust(Repository.Text("seeds/beijing/late-notice.case.json"), "2024-07", "2024-08", "2024-07-20", "2024-08-31", overlay)));

    // Row 9, 桂民发〔2025〕25号: 80 → 90 from January, published on August 21 (second-hand): (90 − 80) × 8 = 80, §6 case 31.
    [Theory]
    [InlineData(null, "owed 0.00, overpaid 0.00, information 80.00, open 0.00")]
    [InlineData("arrears-assumed-2025", "owed 80.00, overpaid 0.00, information 0.00, open 0.00")]
    public void Guangxi_2025(string? overlay, string sums)
    {
        const string facts = """
            { "jurisdiction": "450000", "grants": [ { "programme": "minimumLiving", "viaRoute": "household", "persons": ["1"], "from": "2024-06-01", "monthlyAmount": 300 },
                { "programme": "disabilityLivingSubsidy", "persons": ["1"], "from": "2024-06-01", "monthlyAmount": 80 } ],
              "members": [ { "id": "1", "birthDate": "1980-03-15", "relation": "applicant", "disabilities": [ { "type": "physical", "grade": 3 } ], "extremePovertySupported": false } ] }
            """;
        var lines = Adjust(facts, "2025-01", "2025-08", "2025-08-20", "2025-08-31", overlay).Lines.Where(l => l.Programme == "disabilityLivingSubsidy").ToArray();
        Assert.Equal(8, lines.Length);
        Assert.Equal(sums, Sums(new Adjustments(default, default, default, lines, [], [])));
    }

    [Fact]
    public void The_base_pension_of_2018_under_an_assumed_clause()
    {
        // Row 13: 70 → 88 from January, reported on May 14; two persons: (88 − 70) × 2 × 5 months, January to May = 180.
        const string facts = """
            { "jurisdiction": "000000", "legalObligors": [], "grants": [], "members": [
              { "id": "1", "birthDate": "1950-03-15", "relation": "applicant", "residentPensionDrawn": true }, { "id": "2", "birthDate": "1952-05-20", "relation": "spouse", "residentPensionDrawn": true } ] }
            """;
        var lines = Adjust(facts, "2018-01", "2018-05", "2018-05-13", "2018-05-31", "arrears-assumed-2018").Lines.Where(l => l.Programme == "basePension").ToArray();
        Assert.Equal(10, lines.Length);
        Assert.Equal("owed 180.00, overpaid 0.00, information 0.00, open 0.00", Sums(new Adjustments(default, default, default, lines, [], [])));
    }

    // C44: the standard rises from 800 to 850, in force from 2025-01-01, published on 2025-04-20; the C01 family (three persons, 1,500) draws 900 since 2024 and 1,050 from then: 4 × 150 = 600.
    private const string C44 = """
        programme: minimumLiving
        jurisdiction: "000000"
        title: { zh: 假设：C44的标准和补发, en: 'Assumption: the standards of C44 and back pay' }
        sources: { c44: { title: 假设的调标通知, text: assumed.txt, arrears: { onRollIn: any, months: granted } } }
        parameters:
          - { name: guaranteeLine, values: [ { from: 2024-01-01, published: unknown, value: 800 }, { from: 2025-01-01, published: 2025-04-20, value: 850, cite: c44 } ] }
          - { name: paidInTiers, values: [ { from: 2024-01-01, published: unknown, value: false } ] }

        """;

    private const string C01 = """
        { "jurisdiction": "000000", "propertyConforms": true, "marginalPropertyConforms": true, "deductibleExpenditure": 0, "legalObligors": [], "expenditures": [],
          "grants": [ { "programme": "minimumLiving", "viaRoute": "household", "persons": ["1", "2", "3"], "from": "2024-06-01", "monthlyAmount": 900 } ],
          "members": [
            { "id": "1", "birthDate": "1985-03-15", "relation": "applicant", "hukou": "local", "outsideHousehold": "none", "disabilities": [], "seriouslyIll": false, "incomes": [ { "kind": "wage", "amount": 1500 } ], "employmentCost": 0, "transfersPaid": [], "employment": "unitEmployee" },
            { "id": "2", "birthDate": "1984-05-20", "relation": "spouse", "hukou": "local", "outsideHousehold": "none", "disabilities": [], "seriouslyIll": false, "incomes": [], "employmentCost": 0, "transfersPaid": [], "employment": "none" },
            { "id": "3", "birthDate": "2016-02-10", "relation": "child", "hukou": "local", "outsideHousehold": "none", "disabilities": [], "seriouslyIll": false, "incomes": [], "employmentCost": 0, "transfersPaid": [], "employment": "none" } ] }
        """;

    [Fact]
    public void C44_under_an_assumed_clause()
    {
        var book = RealRules.Book.With([AdjustmentTests.Overlay(C44)]);
        var adjustments = book.Adjust(CaseFile.Parse(C01, book.Vocabulary), Cases.Month("2025-01"), Cases.Month("2025-04"), Decided.On(Cases.Day("2025-04-19")), Cases.Day("2025-04-30"));
        Assert.Equal(["2025-01 900.00 1050.00", "2025-02 900.00 1050.00", "2025-03 900.00 1050.00", "2025-04 900.00 1050.00"], adjustments.Lines.Select(l => $"{FeelDate.Format(l.Month)} {l.Decided} {l.Now}"));
        Assert.Equal("600.00", adjustments.Sum(DifferenceStanding.Owed).ToString());
    }

    [Fact]
    public void Views_are_heard_before_a_reduction_under_the_law_of_2026_and_not_before()
    {
        // The son's wage comes: 1,500 → 1,800 lowers 900 to 600 from a month of 2026, and of 2025.
        var book = RealRules.Book.With([AdjustmentTests.Overlay(C44.Replace("{ from: 2025-01-01, published: 2025-04-20, value: 850, cite: c44 }", "{ from: 2027-01-01, published: unknown, value: 850 }", StringComparison.Ordinal))]);
        Statement Of(int year)
        {
            var more = C01.Replace("\"amount\": 1500", "\"amount\": 1800", StringComparison.Ordinal).Replace("\"grants\":", "\"viewsHeardOn\": \"" + year + "-08-01\", \"grants\":", StringComparison.Ordinal);
            return book.State(Cases.Real(book, ($"{year}-01-01", $"{year}-01-01", C01), ($"{year}-08-01", $"{year}-08-05", more)), new YearMonth(year, 7), new YearMonth(year, 10), new LocalDate(2026, 12, 31));
        }

        Assert.Empty(Of(2025).Hearings());
        var duty = Assert.Single(Of(2026).Hearings());
        Assert.Equal(("minimumLiving", false), (duty.Programme, duty.IsTermination));
        Assert.Contains(duty.Cites, c => c.Contains("四十八", StringComparison.Ordinal));
    }

    // Beijing's gradual exit, 445号 十(四): after a wage is reported, three months of the former amount, three of the half, then nothing.
    [Fact]
    public void Beijings_gradual_exit_runs_through_a_statement()
    {
        var working = Repository.Text("seeds/beijing/late-notice.case.json");
        var book = RealRules.Book;
        // From September the husband earns 9,000 in a unit: 9,000 − 80 % × 1,450 = 7,840, with the rent 10,240 ÷ 3 = 3,413.33 a head, above 1,450.
        var withJob = working.TrimEnd().TrimEnd('}').TrimEnd().TrimEnd(']') + """
            , { "from": "2024-07-01", "reported": "2024-06-28", "changes": [
              { "at": "members.1.employment", "value": "unitEmployee" }, { "at": "employmentReported", "value": true },
              { "at": "members.1.incomes", "value": [ { "kind": "rent", "amount": 2400 }, { "kind": "wage", "amount": 9000 } ] } ] } ] }
            """;
        var statement = book.State(CaseFile.Parse(withJob, book.Vocabulary), new YearMonth(2024, 6), new YearMonth(2024, 12), new LocalDate(2024, 12, 31));
        // June as before: (1395 − 800) × 3 + 348.75 = 2,133.75. July to September the former 2,133.75, October to December 1,066.875 → 1,066.88 (half up).
        Assert.Equal("2133.75 2133.75 2133.75 2133.75 1066.88 1066.88 1066.88", statement.Says("minimumLiving"));
    }

    // 160号 六: the allowance counts from the month of application, and at most six months back.
    [Theory]
    [InlineData("2024-07-10", "100.00 100.00 100.00 100.00 100.00 100.00 100.00")] // 80 on 2024-02-10; five months late: from February
    [InlineData("2024-09-10", "ineligible ineligible ineligible ineligible ineligible ineligible ineligible")] // seven months late: from September only
    public void A_late_application_for_the_old_age_allowance(string applied, string amounts)
    {
        var book = RealRules.Book;
        var minimal = $$"""
            { "jurisdiction": "110000", "grants": [ { "programme": "oldAgeAllowance", "persons": ["1"], "appliedOn": "{{applied}}", "from": "{{applied}}" } ],
              "members": [ { "id": "1", "birthDate": "1944-02-10", "relation": "applicant", "hukou": "local", "outsideHousehold": "none" } ] }
            """;
        var statement = book.State(CaseFile.Parse(minimal, book.Vocabulary), new YearMonth(2024, 2), new YearMonth(2024, 8), new LocalDate(2024, 12, 31));
        var says = string.Join(" ", statement.Months.Select(m => m.Find("oldAgeAllowance")!).Select(d => d.AmountIfKnown is { Yuan.Sign: > 0 } a ? a.ToString() : "ineligible"));
        Assert.Equal(amounts, says);
    }
}
