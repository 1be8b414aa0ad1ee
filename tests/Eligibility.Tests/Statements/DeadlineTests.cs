using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Tests.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Tests.Statements;

/// <summary>Deadlines in calendar days, in working days where the official calendar is held, and who may confirm.</summary>
public class DeadlineTests
{
    // Assumed, as domain/national.md C66 recalls it: April 4 to 6 and May 1 to 5 off, April 27 worked. No official calendar is held, so that it may only stand in a test.
    private const string Calendar2025 = "year: 2025\nsources: { a: { title: 假设的日历, text: a.txt } }\ncite: a\ndaysOff: [ 2025-04-04, 2025-04-05, 2025-04-06, 2025-05-01, 2025-05-02, 2025-05-03, 2025-05-04, 2025-05-05 ]\nworkedDays: [ 2025-04-27 ]\n";
    private const string Calendar2026 = "year: 2026\nsources: { a: { title: 假设的日历, text: a.txt } }\ncite: a\ndaysOff: []\n";

    private const string Steps = """
        procedure:
          confirmedBy: { level: county, kind: own, cite: s }
          steps:
            - { name: begin, label: 启动, limit: 3, days: working, after: acceptance, cite: s 十五 }
            - { name: twenty, label: 二十日, limit: 20, days: working, after: acceptance, cite: s }
            - { name: whole, label: 全部, limit: 30, days: working, after: acceptance, cite: s }
            - { name: special, label: 特殊, limit: 45, days: working, after: acceptance, cite: s }
            - { name: notice, label: 公示, limit: 7, days: calendar, after: begin, cite: s }
            - { name: unsaid, label: 未说, limit: 10, days: working, cite: s }

        """;

    private static RuleBook Book(string rules, params (string Name, string Text)[] calendars)
    {
        var bag = new DiagnosticBag();
        var book = RuleBook.TryLoad([.. Toy.Sources(Toy.Rules("000000/lending/2020-01-01.yaml", rules, Toy.Pays("1"))), .. calendars.Select(c => Toy.Source(c.Name, c.Text))], bag);
        Assert.Empty(bag);
        return book!;
    }

    private static string Says(Deadlines d) => string.Join("; ", d.Steps.Select(s => $"{s.Step} {(s.Due is { } day ? FeelDate.Format(day) : s.CalendarMissing is { } year ? $"calendar {year} missing" : "-")}"));

    [Fact]
    public void Working_days_count_from_the_day_after()
    {
        // C66: accepted on Monday 2025-03-03; 3 working days end on 03-06, 20 on 03-31, 30 on 04-15 (04-04 is off), 45 on 05-08 (05-01 to 05-05 are off, 04-27 is worked).
        var deadlines = Book(Steps, ("calendars/2025.yaml", Calendar2025)).DeadlinesOf("000000", "lending", new LocalDate(2025, 3, 3), new LocalDate(2025, 12, 31));
        Assert.Equal("begin 2025-03-06; twenty 2025-03-31; whole 2025-04-15; special 2025-05-08; notice -; unsaid -", Says(deadlines));
    }

    [Fact]
    public void The_clock_of_E11()
    {
        // Accepted on Monday 2026-08-03, no holiday between: 08-06, 08-31 and 09-14.
        var deadlines = Book(Steps, ("calendars/2026.yaml", Calendar2026)).DeadlinesOf("000000", "lending", new LocalDate(2026, 8, 3), new LocalDate(2026, 12, 31));
        Assert.StartsWith("begin 2026-08-06; twenty 2026-08-31; whole 2026-09-14; ", Says(deadlines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_years_calendar_working_days_are_not_counted()
    {
        Assert.StartsWith("begin calendar 2025 missing; twenty calendar 2025 missing", Says(Book(Steps).DeadlinesOf("000000", "lending", new LocalDate(2025, 3, 3), new LocalDate(2025, 12, 31))), StringComparison.Ordinal);
        // The limit runs into a year whose calendar is not held: only those that do are open. 2025-12-22 is a Monday: 3 working days end on Thursday the 25th.
        var across = Book(Steps, ("calendars/2025.yaml", Calendar2025)).DeadlinesOf("000000", "lending", new LocalDate(2025, 12, 22), new LocalDate(2025, 12, 31));
        Assert.StartsWith("begin 2025-12-25; twenty calendar 2026 missing", Says(across), StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_days_need_no_calendar_and_count_from_the_event_they_name()
    {
        var events = new Dictionary<string, LocalDate> { ["begin"] = new(2025, 3, 10) };
        var notice = Book(Steps).DeadlinesOf("000000", "lending", new LocalDate(2025, 3, 3), new LocalDate(2025, 12, 31), events).Steps.Single(s => s.Step == "notice");
        Assert.Equal((new LocalDate(2025, 3, 10), new LocalDate(2025, 3, 17), "启动"), (notice.Start, notice.Due, notice.CountsFrom!.Zh));
    }

    [Theory]
    [InlineData("Q032", "000000", "lending", "bgin", "begin")]
    [InlineData("Q003", "000000", "lendin", null, "lending")]
    [InlineData("Q002", "000001", "lending", null, "000000")]
    public void A_question_that_cannot_be_asked_is_refused(string code, string place, string programme, string? step, string nearest)
    {
        var events = step is null ? null : new Dictionary<string, LocalDate> { [step] = new(2025, 3, 10) };
        var mistake = Assert.Single(Assert.Throws<QuestionException>(() => Book(Steps).DeadlinesOf(place, programme, new LocalDate(2025, 3, 3), new LocalDate(2025, 12, 31), events)).Diagnostics);
        Assert.Equal(code, mistake.Code);
        Assert.Contains(nearest, mistake.Advice.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calendars/2025.yaml", "year: 2024\nsources: { a: { title: 历, text: a.txt } }\ncite: a\n", "R039")]
    [InlineData("calendars/2025.yaml", "year: 2025\nsources: { a: { title: 历, text: a.txt } }\n", "R034")]
    [InlineData("calendars/2025.yaml", "sources: { a: { title: 历, text: a.txt } }\ncite: a\n", "R021")]
    [InlineData("calendars/2025.yaml", "year: 2025\nsources: { a: { title: 历, text: a.txt } }\ncite: a\ndaysOff: [ 2024-12-31 ]\n", "R023")]
    [InlineData("calendars/2025.yaml", "year: 2025\nsources: { a: { title: 历, text: a.txt } }\ncite: a\ndaysOff: [ 2025-02-30 ]\n", "R023")]
    [InlineData("calendars/2025.yaml", "year: 2025\nsources: { a: { title: 历, text: a.txt } }\ncite: a\nworkedDays: [ 2025-04-28 ]\n", "R023")] // a Monday is worked anyway
    [InlineData("calendars/2025.yaml", "year: 2025\nsources: { a: { title: 历, text: a.txt } }\ncite: a\nholidays: []\n", "R020")]
    [InlineData("calendars/2025.yaml", "- 2025\n", "R022")]
    public void A_calendar_that_cannot_be_used_does_not_load(string name, string text, string code)
    {
        var bag = new DiagnosticBag();
        RuleBook.TryLoad([.. Toy.Sources(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("1"))), Toy.Source(name, text)], bag);
        Assert.Equal([code], bag.Select(d => d.Code).Distinct());
    }

    [Theory]
    [InlineData("after: nothing", "R025")]
    [InlineData("after: b", "R040")]
    [InlineData("for: everybody", "R025")]
    public void A_step_that_counts_from_nothing_or_from_itself_does_not_load(string key, string code)
    {
        Toy.Load(out var bag, Toy.Rules("000000/lending/2020-01-01.yaml", $"procedure: {{ steps: [ {{ name: a, label: 甲, limit: 3, {key}, cite: s }}, {{ name: b, label: 乙, limit: 3, after: a, cite: s }} ] }}\n", Toy.Pays("1")));
        Assert.Equal([code], bag.Select(d => d.Code).Distinct());
    }

    // Authority.

    private const string National = "procedure: { confirmedBy: { level: county, cite: s }, steps: [ { name: whole, label: 全部, limit: 30, days: calendar, after: acceptance, for: own, cite: s }, { name: twenty, label: 下放, limit: 20, days: calendar, after: acceptance, for: delegated, cite: s } ]";

    private static RuleBook Layers(string national, string province) => Toy.Book(
        Toy.Rules("000000/lending/2020-01-01.yaml", national, " }\n", Toy.Pays("1")),
        Toy.Rules("100000/lending/2020-01-01.yaml", "extends: \"000000\"\n", province),
        Toy.Rules("100101/lending/2020-01-01.yaml", "extends: \"100000\"\n", "procedure: { confirmedBy: { level: township, kind: delegated, cite: s } }\n"));

    [Theory]
    [InlineData("", "", "township delegated", "twenty")]
    [InlineData(", delegation: { needsPermission: true, note: { zh: 须由省规定, en: the province must say so }, cite: s }", "", "county", "whole")]
    [InlineData(", delegation: { needsPermission: true, note: { zh: 须由省规定, en: the province must say so }, cite: s }", "procedure: { delegation: { permitted: true, cite: s } }\n", "township delegated", "twenty")]
    public void Delegated_authority_may_need_a_permission_from_above(string demand, string permission, string confirmedBy, string step)
    {
        var book = Layers(National + demand, permission);
        var by = book.Ask("100101")["lending"].ConfirmedBy!;
        Assert.Equal(confirmedBy, $"{by.Level} {by.Kind}".Trim());
        Assert.Equal(confirmedBy == "county" ? "the province must say so" : null, by.Note?.En);
        var deadlines = book.DeadlinesOf("100101", "lending", new LocalDate(2024, 8, 1), new LocalDate(2024, 12, 31));
        Assert.Equal([step], deadlines.Steps.Select(s => s.Step));
    }

    [Fact]
    public void A_place_cannot_permit_itself_what_needs_a_permission_from_above()
    {
        var book = Toy.Book(
            Toy.Rules("000000/lending/2020-01-01.yaml", National, ", delegation: { needsPermission: true, cite: s } }\n", Toy.Pays("1")),
            Toy.Rules("100101/lending/2020-01-01.yaml", "extends: \"000000\"\n", "procedure: { confirmedBy: { level: township, kind: delegated, cite: s }, delegation: { permitted: true, cite: s } }\n"));
        Assert.Equal("county", book.Ask("100101")["lending"].ConfirmedBy!.Level);
    }
}
