using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>Functions on strings. Lengths and positions count Unicode code points, as the standard has it.</summary>
internal static class Strings
{
    /// <summary>The longest string a formula may make, in UTF-16 units.</summary>
    public const int MaxLength = 100_000;

    public static IEnumerable<Operation> Rows() =>
    [
        Unary("string length", T.String, T.Number, static s => Value.From((Number)s.Text.EnumerateRunes().Count()), "string"),
        Unary("upper case", T.String, T.String, static s => Value.From(s.Text.ToUpperInvariant()), "string"),
        Unary("lower case", T.String, T.String, static s => Value.From(s.Text.ToLowerInvariant()), "string"),
        Binary("contains", T.String, T.String, T.Boolean, static (s, m) => Value.From(s.Text.Contains(m.Text, StringComparison.Ordinal)), "string", "match"),
        Binary("starts with", T.String, T.String, T.Boolean, static (s, m) => Value.From(s.Text.StartsWith(m.Text, StringComparison.Ordinal)), "string", "match"),
        Binary("ends with", T.String, T.String, T.Boolean, static (s, m) => Value.From(s.Text.EndsWith(m.Text, StringComparison.Ordinal)), "string", "match"),
        Binary("substring before", T.String, T.String, T.String, static (s, m) => Value.From(s.Text.IndexOf(m.Text, StringComparison.Ordinal) is >= 0 and var i ? s.Text[..i] : ""), "string", "match"),
        Binary("substring after", T.String, T.String, T.String,
            static (s, m) => Value.From(s.Text.IndexOf(m.Text, StringComparison.Ordinal) is >= 0 and var i ? s.Text[(i + m.Text.Length)..] : ""), "string", "match"),
        new()
        {
            Name = "substring", Parameters = [new("string", T.String), new("start position", T.Number), new("length", T.Number, IsOptional: true)],
            ResultOf = _ => T.String, Apply = static a => Substring(a[0].Text, a[1].Number, a[2]),
        },
        Unary("string", T.Any, T.String, static v => v.Kind == ValueKind.String ? v : Value.From(Plain(v)), "from"),
        Unary("number", T.String, T.Number, static s => Number.TryParseFeel(s.Text, out var n) ? Value.From(n) : Faults.NotConvertible, "from"),
    ];

    /// <summary>How <c>string()</c> shows a value: dates and durations without quotes around them.</summary>
    private static string Plain(Value v) => v.Kind switch
    {
        ValueKind.Date => FeelDate.Format(v.Date),
        ValueKind.MonthsDuration or ValueKind.DaysDuration => FeelDuration.Format(v),
        _ => v.ToString(),
    };

    private static Value Substring(string text, Number start, Value length)
    {
        var runes = text.EnumerateRunes().ToArray();
        if (!start.TryToInt32(out var from) || from == 0) return Faults.OutOfRange;
        from = from < 0 ? runes.Length + from : from - 1;
        if (from < 0 || from > runes.Length) return Faults.OutOfRange;
        var n = runes.Length - from;
        if (!length.IsNull && (!length.Number.TryToInt32(out var wanted) || wanted < 1 || (n = Math.Min(n, wanted)) < 1)) return Faults.OutOfRange;
        return Value.From(string.Concat(runes.Skip(from).Take(n)));
    }
}
