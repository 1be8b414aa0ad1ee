using System.Text;
using Eligibility.Text;
using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary><c>string</c>, <c>number</c> and <c>range</c>.</summary>
internal static class Conversions
{
    private static readonly T OptionalString = new OptionalType(T.String);

    public static IEnumerable<Operation> Rows() =>
    [
        Unary("string", T.Any, T.String, static v => v.Kind == ValueKind.String ? v : Strings.Bounded(Write(new StringBuilder(), v, isWhole: true)), "from"),
        Unary("number", T.String, T.Number, static s => ToNumber(s.Text, null, null), "from"),
        new()
        {
            Name = "number", Parameters = [new("from", T.String), new("grouping separator", OptionalString), new("decimal separator", OptionalString)],
            ResultOf = _ => T.Number, IsStrict = false,
            Apply = static a => Array.Find(a, v => v.IsUnknown) is { IsUnknown: true } unknown ? unknown : a[0].IsNull ? a[0]
                : ToNumber(a[0].Text, a[1].IsNull ? null : a[1].Text, a[2].IsNull ? null : a[2].Text),
        },
        Unary("range", T.String, T.RangeOf(T.Any), static s => RangeText.TryParse(s.Text, out var range, out _) ? Value.From(range) : Faults.NotConvertible, "from"),
    ];

    /// <summary>How <c>string</c> shows a value: a date or duration alone stands without its function, names without quotes where they can.</summary>
    private static StringBuilder Write(StringBuilder text, Value v, bool isWhole)
    {
        if (text.Length > Strings.MaxLength) return text;
        switch (v.Kind)
        {
            case ValueKind.Date when isWhole: return text.Append(FeelDate.Format(v.Date));
            case ValueKind.MonthsDuration or ValueKind.DaysDuration when isWhole: return text.Append(FeelDuration.Format(v));
            case ValueKind.List:
                WriteAll(text.Append('['), v.List.Items, static (t, i) => Write(t, i, isWhole: false));
                return text.Append(']');
            case ValueKind.Context:
                WriteAll(text.Append('{'), v.Context.Entries, static (t, e) => Write(t.Append(FeelCharacters.IsSimpleName(e.Key) ? e.Key : Value.Quote(e.Key)).Append(": "), e.Value, isWhole: false));
                return text.Append('}');
            default: return text.Append(v.ToString());
        }
    }

    private static void WriteAll<TItem>(StringBuilder text, IReadOnlyList<TItem> items, Action<StringBuilder, TItem> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(", ");
            write(text, items[i]);
        }
    }

    /// <summary>Reads a number with its separators; the standard allows few of them, and not the same one twice.</summary>
    private static Value ToNumber(string text, string? grouping, string? point)
    {
        if (grouping is not (null or " " or "," or ".") || point is not (null or "," or ".") || (grouping is not null && grouping == point)) return Faults.NotConvertible;
        if (grouping is not null) text = text.Replace(grouping, "", StringComparison.Ordinal);
        if (point == ",") text = text.Contains('.', StringComparison.Ordinal) ? "" : text.Replace(',', '.');
        return Number.TryParseFeel(text, out var number) ? Value.From(number) : Faults.NotConvertible;
    }
}
