using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>Functions on dates and durations.</summary>
internal static class Dates
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IEnumerable<Operation> Rows() =>
    [
        Unary("date", T.String, T.Date, static s => FeelDate.TryParseAnyYear(s.Text, out var d) ? Value.From(d) : Faults.NoSuchDate, "from"),
        Unary("date", T.Date, T.Date, static d => d, "from"),
        new()
        {
            Name = "date", Parameters = [new("year", T.Number), new("month", T.Number), new("day", T.Number)], ResultOf = _ => T.Date,
            Apply = static a => Make(a[0].Number, a[1].Number, a[2].Number),
        },
        Unary("duration", T.String, T.Any, static s => FeelDuration.TryParse(s.Text, out var d) ? d : Faults.NotConvertible, "from"),
        Binary("years and months duration", T.Date, T.Date, T.MonthsDuration, static (a, b) => Value.FromMonths(a.Date.MonthsTo(b.Date)), "from", "to"),
        Binary("age", T.Date, T.Date, T.Number, static (b, d) => Value.From((Number)b.Date.AgeOn(d.Date)), "birth date", "date"),
        Unary("day of year", T.Date, T.Number, static d => Value.From((Number)d.Date.DayOfYear), "date"),
        Unary("day of week", T.Date, T.String, static d => Value.From(Days[d.Date.DayOfWeek - 1]), "date"),
        Unary("month of year", T.Date, T.String, static d => Value.From(Months[d.Date.Month - 1]), "date"),
        Unary("week of year", T.Date, T.Number, static d => Value.From((Number)d.Date.WeekOfYear), "date"),
    ];

    private static Value Make(Number year, Number month, Number day) =>
        year.TryToInt32(out var y) && month.TryToInt32(out var m) && day.TryToInt32(out var d) && CalendarDate.TryCreate(y, m, d, out var date) ? Value.From(date) : Faults.NoSuchDate;
}
