using Eligibility.Values;

namespace Eligibility.Tests.Differential;

/// <summary>A name that generated expressions may use.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What the generator takes it for.</param>
/// <param name="Type">The type that the binder is told.</param>
/// <param name="Value">Its value, in the referee's terms.</param>
internal sealed record Input(string Name, TermKind Kind, FeelType Type, object? Value);

/// <summary>The kinds of expression that are generated.</summary>
internal enum TermKind
{
    Number,
    Boolean,
    Text,
    Date,
    Months,
    Days,
    Numbers,
    Texts,
    Range,
}

/// <summary>The names, and the way from the referee's values to the engine's and to one text for both.</summary>
internal static class Inputs
{
    private static readonly FeelType NumberList = FeelType.ListOf(FeelType.Number);

    /// <summary>In a rule: some facts are given and some are not.</summary>
    public static readonly IReadOnlyList<Input> OfRules =
    [
        new("n", TermKind.Number, FeelType.Number, new Ratio(7, 2)), new("m", TermKind.Number, FeelType.Number, Ratio.Of(-3)), new("zero", TermKind.Number, FeelType.Number, Ratio.Of(0)),
        new("u", TermKind.Number, FeelType.Number, NotKnown.It), new("v", TermKind.Number, FeelType.Number, NotKnown.It),
        new("yes", TermKind.Boolean, FeelType.Boolean, true), new("maybe", TermKind.Boolean, FeelType.Boolean, NotKnown.It),
        new("s", TermKind.Text, FeelType.String, "rural 🐎"), new("noText", TermKind.Text, FeelType.String, NotKnown.It),
        new("born", TermKind.Date, FeelType.Date, new Day(2004, 2, 29)), new("noDay", TermKind.Date, FeelType.Date, NotKnown.It),
        new("xs", TermKind.Numbers, NumberList, Row.Of([Ratio.Of(1), new Ratio(5, 2), Ratio.Of(-4)])), new("ys", TermKind.Numbers, NumberList, Row.Of([Ratio.Of(2), NotKnown.It, Ratio.Of(0)])),
        new("noList", TermKind.Numbers, NumberList, NotKnown.It), new("nobody", TermKind.Numbers, NumberList, Row.Of([])),
    ];

    /// <summary>In a bare expression: everything is given, some of it as null and some of it as what only its value tells.</summary>
    public static readonly IReadOnlyList<Input> OfExpressions =
    [
        new("n", TermKind.Number, FeelType.Number, new Ratio(7, 2)), new("m", TermKind.Number, FeelType.Number, Ratio.Of(-3)), new("zero", TermKind.Number, FeelType.Number, Ratio.Of(0)),
        new("none", TermKind.Number, new OptionalType(FeelType.Number), null), new("net pay", TermKind.Number, FeelType.Any, Ratio.Of(12)), new("nothing", TermKind.Number, FeelType.Any, null),
        new("misfit", TermKind.Number, FeelType.Any, "a text"), new("yes", TermKind.Boolean, FeelType.Boolean, true), new("noBoolean", TermKind.Boolean, new OptionalType(FeelType.Boolean), null),
        new("s", TermKind.Text, FeelType.String, "rural 🐎"), new("noText", TermKind.Text, new OptionalType(FeelType.String), null),
        new("born", TermKind.Date, FeelType.Date, new Day(2004, 2, 29)), new("noDay", TermKind.Date, new OptionalType(FeelType.Date), null),
        new("xs", TermKind.Numbers, NumberList, Row.Of([Ratio.Of(1), new Ratio(5, 2), Ratio.Of(-4)])),
        new("ys", TermKind.Numbers, FeelType.ListOf(new OptionalType(FeelType.Number)), Row.Of([Ratio.Of(2), null, Ratio.Of(0)])), new("nobody", TermKind.Numbers, NumberList, Row.Of([])),
    ];

    public static Value ToEngine(object? term) => term switch
    {
        null => Value.Null,
        NotKnown => Value.Unknown(new Missing(MissingKind.Fact, "asked", null, new("问", "asked"))),
        bool b => Value.From(b),
        Ratio r => Value.From(Number.FromFraction(r.Up, r.Down)),
        string s => Value.From(s),
        Day d => CalendarDate.TryCreate(d.Year, d.Month, d.Date, out var date) ? Value.From(date) : throw new ArgumentException(d.ToString()),
        Row r => Value.From(r.Values.Select(ToEngine)),
        _ => throw new ArgumentException(term.GetType().Name),
    };

    /// <summary>A value in one spelling for both; `~` marks what may or may not belong to its list.</summary>
    public static string Show(object? term) => term switch
    {
        null => "null",
        NotKnown => "unknown",
        bool b => b ? "true" : "false",
        string s => $"\"{s}\"",
        Months m => $"{m.Count} months",
        Seconds s => $"{s.Count} seconds",
        Row r => $"[{string.Join(", ", r.Items.Select(i => (i.IsCertain ? "" : "~") + Show(i.Value)))}]",
        Span s => $"{(s.HasLow ? '[' : '(')}{Show(s.Low)}..{Show(s.High)}{(s.HasHigh ? ']' : ')')}",
        Entries e => $"{{{string.Join(", ", e.Items.Select(i => $"{i.Key}: {Show(i.Value)}"))}}}",
        _ => term.ToString()!,
    };

    public static string Show(Value v) => v.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Unknown => "unknown",
        ValueKind.Boolean => v.IsTrue ? "true" : "false",
        ValueKind.Number => new Ratio(v.Number.Numerator, v.Number.Denominator).ToString(),
        ValueKind.String => $"\"{v.Text}\"",
        ValueKind.Date => new Day(v.Date.Year, v.Date.Month, v.Date.Day).ToString(),
        ValueKind.MonthsDuration => $"{v.Months} months",
        ValueKind.DaysDuration => $"{new Ratio(v.Seconds.Numerator, v.Seconds.Denominator)} seconds",
        ValueKind.List => $"[{string.Join(", ", v.List.Items.Select((i, at) => (v.List.PossibleBecause(at) is null ? "" : "~") + Show(i)))}]",
        ValueKind.Range => $"{(v.Range.LowIncluded ? '[' : '(')}{Show(v.Range.Low)}..{Show(v.Range.High)}{(v.Range.HighIncluded ? ']' : ')')}",
        ValueKind.Context => $"{{{string.Join(", ", v.Context.Entries.Select(i => $"{i.Key}: {Show(i.Value)}"))}}}",
        _ => v.ToString(),
    };
}
