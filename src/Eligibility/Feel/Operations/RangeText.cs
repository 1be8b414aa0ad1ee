using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>The text of a range as the function <c>range</c> reads it: literal ends only, and an open end beside a round or turned bracket may be left out.</summary>
internal static class RangeText
{
    /// <summary>Reads a range; false when the text is none, its ends are of different types or its low end is the greater.</summary>
    public static bool TryParse(string text, out RangeValue range, out FeelType element)
    {
        (range, element) = (new RangeValue(Value.Null, false, Value.Null, false), FeelType.Any);
        text = text.Trim();
        if (text.Length < 4 || text[0] is not ('[' or '(' or ']') || text[^1] is not (']' or ')' or '[')) return false;
        var (lowIncluded, highIncluded) = (text[0] == '[', text[^1] == ']');
        var inside = text[1..^1];
        var dots = IndexOfDots(inside);
        if (dots < 0 || !TryReadEnd(inside[..dots], out var low) || !TryReadEnd(inside[(dots + 2)..], out var high)) return false;
        if ((low.IsNull && (lowIncluded || high.IsNull)) || (high.IsNull && highIncluded)) return false;
        if (!low.IsNull && !high.IsNull && Value.Compare(low, high) is not <= 0) return false;
        range = new RangeValue(low, lowIncluded, high, highIncluded);
        element = TypeOf(low.IsNull ? high : low);
        return true;
    }

    /// <summary>Where the two dots are that stand outside any quotes.</summary>
    private static int IndexOfDots(string text)
    {
        var quoted = false;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '\\' && quoted) i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == '.' && text[i + 1] == '.') return i;
        }
        return -1;
    }

    private static bool TryReadEnd(string text, out Value end)
    {
        end = Value.Null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var bag = new Diagnostics.DiagnosticBag();
        var syntax = Parser.Parse(SourceFragment.Whole("range", text), bag);
        if (bag.HasErrors || LiteralOf(syntax) is not { } literal) return false;
        end = literal;
        return true;
    }

    private static Value? LiteralOf(ExpressionSyntax syntax) => syntax switch
    {
        NumberSyntax n => Value.From(n.Value),
        NegationSyntax { Operand: NumberSyntax n } => Value.From(-n.Value),
        StringSyntax s => Value.From(s.Value),
        AtLiteralSyntax a => DateLiteral.Read(a.Value),
        CallSyntax { Target: NameSyntax { Name: "date" }, Arguments: [{ Value: StringSyntax s }] } => DateLiteral.Read(s.Value) is { Kind: ValueKind.Date } d ? d : null,
        CallSyntax { Target: NameSyntax { Name: "duration" }, Arguments: [{ Value: StringSyntax s }] } => DateLiteral.Read(s.Value) is { Kind: not ValueKind.Date } d ? d : null,
        _ => null,
    };

    private static FeelType TypeOf(Value end) => end.Kind switch
    {
        ValueKind.Number => FeelType.Number,
        ValueKind.String => FeelType.String,
        _ => DateLiteral.TypeOf(end),
    };
}

/// <summary>Dates and durations written as text.</summary>
internal static class DateLiteral
{
    /// <summary>The date or duration; null when the text is neither.</summary>
    public static Value? Read(string text) => FeelDate.TryParseAnyYear(text, out var date) ? Value.From(date) : FeelDuration.TryParse(text, out var duration) ? duration : null;

    /// <summary>The type of a date or duration.</summary>
    public static FeelType TypeOf(Value v) => v.Kind switch
    {
        ValueKind.Date => FeelType.Date,
        ValueKind.MonthsDuration => FeelType.MonthsDuration,
        _ => FeelType.DaysDuration,
    };
}
