using System.Text;
using Eligibility.Values;
using static Eligibility.Feel.OperationTable;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>Functions on strings without patterns. Lengths and positions count Unicode code points, as the standard has it.</summary>
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
        Binary("substring before", T.String, T.String, T.String, static (s, m) => Value.From(IndexOf(s, m) is >= 0 and var i ? s.Text[..i] : ""), "string", "match"),
        Binary("substring after", T.String, T.String, T.String, static (s, m) => Value.From(IndexOf(s, m) is >= 0 and var i ? s.Text[(i + m.Text.Length)..] : ""), "string", "match"),
        Binary("substring", T.String, T.Number, T.String, static (s, start) => Substring(s.Text, start.Number, null), "string", "start position"),
        new()
        {
            Name = "substring", Parameters = [new("string", T.String), new("start position", T.Number), new("length", T.Number)],
            ResultOf = _ => T.String, Apply = static a => Substring(a[0].Text, a[1].Number, a[2].Number),
        },
        Unary("string join", T.ListOf(T.String), T.String, static l => Join(l.List, ""), "list"),
        new()
        {
            Name = "string join", Parameters = [new("list", T.ListOf(T.String)), new("delimiter", new OptionalType(T.String))], ResultOf = _ => T.String, IsStrict = false,
            Apply2 = static (l, d) => l.Kind <= ValueKind.Unknown ? l : d.IsUnknown ? d : Join(l.List, d.IsNull ? "" : d.Text),
        },
    ];

    /// <summary>A string within the limit, or the fault that says it is not.</summary>
    public static Value Bounded(StringBuilder text) => text.Length > MaxLength ? Faults.TooLong : Value.From(text.ToString());

    private static int IndexOf(Value text, Value match) => text.Text.IndexOf(match.Text, StringComparison.Ordinal);

    /// <summary>Of a position or length that is not whole, the whole part counts.</summary>
    private static Value Substring(string text, Number start, Number? length)
    {
        var runes = text.EnumerateRunes().ToArray();
        if (!start.Round(RoundingMode.Down, 0).TryToInt32(out var from) || from == 0) return Faults.OutOfRange;
        from = from < 0 ? runes.Length + from : from - 1;
        if (from < 0 || from >= runes.Length) return Faults.OutOfRange;
        var count = runes.Length - from;
        if (length is { } l)
        {
            var wanted = l.Round(RoundingMode.Down, 0);
            if (wanted < 1) return Faults.OutOfRange;
            if (wanted.TryToInt32(out var n)) count = Math.Min(count, n);
        }
        return Value.From(string.Concat(runes.AsSpan(from, count).ToArray()));
    }

    /// <summary>Elements that are null are passed over.</summary>
    private static Value Join(FeelList list, string delimiter) => Lists.Certain(list, items =>
    {
        var text = new StringBuilder();
        var isFirst = true;
        foreach (var item in items)
        {
            if (item.IsNull) continue;
            if (!isFirst) text.Append(delimiter);
            text.Append(item.Text);
            isFirst = false;
            if (text.Length > MaxLength) return Faults.TooLong;
        }
        return Bounded(text);
    });
}
