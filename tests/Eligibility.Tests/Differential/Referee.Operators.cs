using System.Globalization;
using System.Numerics;
using Eligibility.Feel;

namespace Eligibility.Tests.Differential;

/// <content>Operators on two values, equality and order, and the texts of dates and durations.</content>
internal sealed partial class Referee
{
    private object? Operate(BinaryOperator op, object? a, object? b)
    {
        if (op is BinaryOperator.Equal) return Equal(a, b);
        if (op is BinaryOperator.NotEqual) return Equal(a, b) is var e && e is bool same ? !same : e;
        if (op is BinaryOperator.Multiply && bug != PlantedBug.NothingTimesUnknownIsUnknown && ((a is Ratio { Sign: 0 } && b is NotKnown) || (b is Ratio { Sign: 0 } && a is NotKnown))) return Ratio.Of(0);
        if (a is NotKnown || b is NotKnown) return NotKnown.It;
        return op switch
        {
            BinaryOperator.Less => Order(a, b) is { } c ? c < 0 : null,
            BinaryOperator.LessOrEqual => Order(a, b) is { } c ? c <= 0 : null,
            BinaryOperator.Greater => Order(a, b) is { } c ? c > 0 : null,
            BinaryOperator.GreaterOrEqual => Order(a, b) is { } c ? c >= 0 : null,
            BinaryOperator.Add => Add(a, b),
            BinaryOperator.Subtract => Subtract(a, b),
            BinaryOperator.Multiply => Multiply(a, b),
            BinaryOperator.Divide => Divide(a, b),
            _ => a is Ratio x && b is Ratio y ? Power(x, y) : null,
        };
    }

    private object? Add(object? a, object? b) => (a, b) switch
    {
        (Ratio x, Ratio y) => x + y,
        (string x, string y) => x + y,
        (Day d, Months m) => Plus(d, m.Count),
        (Months m, Day d) => Plus(d, m.Count),
        (Day d, Seconds s) => Plus(d, s.Count),
        (Seconds s, Day d) => Plus(d, s.Count),
        (Months x, Months y) => new Months(x.Count + y.Count),
        (Seconds x, Seconds y) => new Seconds(x.Count + y.Count),
        _ => null,
    };

    private object? Subtract(object? a, object? b) => (a, b) switch
    {
        (Ratio x, Ratio y) => x - y,
        (Day x, Day y) => new Seconds(Ratio.Of((BigInteger)(x.Number - y.Number) * 86_400)),
        (Day d, Months m) => Plus(d, -m.Count),
        (Day d, Seconds s) => Plus(d, -s.Count),
        (Months x, Months y) => new Months(x.Count - y.Count),
        (Seconds x, Seconds y) => new Seconds(x.Count - y.Count),
        _ => null,
    };

    private static object? Multiply(object? a, object? b) => (a, b) switch
    {
        (Ratio x, Ratio y) => x * y,
        (Months m, Ratio n) => new Months((Ratio.Of(m.Count) * n).Round("round down", 0).Up),
        (Ratio n, Months m) => new Months((Ratio.Of(m.Count) * n).Round("round down", 0).Up),
        (Seconds s, Ratio n) => new Seconds((s.Count * n).Round("round down", 9)),
        (Ratio n, Seconds s) => new Seconds((s.Count * n).Round("round down", 9)),
        _ => null,
    };

    private object? Divide(object? a, object? b) => (a, b) switch
    {
        (Ratio or Months or Seconds, Ratio { Sign: 0 }) or (Months, Months { Count.IsZero: true }) or (Seconds, Seconds { Count.Sign: 0 }) => Fault,
        (Ratio x, Ratio y) => x / y,
        (Months m, Ratio n) => new Months((Ratio.Of(m.Count) / n).Round("round down", 0).Up),
        (Seconds s, Ratio n) => new Seconds((s.Count / n).Round("round down", 9)),
        (Months x, Months y) => new Ratio(x.Count, y.Count),
        (Seconds x, Seconds y) => x.Count / y.Count,
        _ => null,
    };

    private object? Power(Ratio a, Ratio b)
    {
        if (!b.IsWhole || (a.Sign == 0 && b.Sign < 0)) return Fault;
        var power = Ratio.Of(1);
        for (var i = BigInteger.Abs(b.Up); i > 0; i--) power *= a;
        return b.Sign < 0 ? Ratio.Of(1) / power : power;
    }

    private object? Plus(Day day, BigInteger months)
    {
        if (BigInteger.Abs(months) > 5_000) throw new InvalidOperationException("the generator keeps durations short");
        if (bug != PlantedBug.MonthsOverflow) return day.PlusMonths((int)months);
        var first = new Day(day.Year, day.Month, 1).PlusMonths((int)months);
        return first.Plus(day.Date - 1);
    }

    /// <summary>A date has no hours: a duration that is not whole days moves it to the day in which the moment lies.</summary>
    private static object? Plus(Day day, Ratio seconds) => day.Plus((int)(seconds / Ratio.Of(86_400)).Floor());

    /// <summary>Null equals null only; what is not of one kind has no answer; lists and contexts are compared part by part.</summary>
    private object? Equal(object? a, object? b)
    {
        if (a is NotKnown || b is NotKnown) return NotKnown.It;
        if (a is null || b is null) return a is null && b is null && bug != PlantedBug.NullEqualsNothing;
        switch (a, b)
        {
            case (Row x, Row y):
                if (x.Items.Concat(y.Items).Any(i => !i.IsCertain)) return NotKnown.It;
                return x.Items.Count == y.Items.Count && AllEqual(x.Values.Zip(y.Values)) is var list ? list ?? false : false;
            case (Entries x, Entries y):
                return x.Items.Count == y.Items.Count && x.Items.All(e => y.Has(e.Key)) ? AllEqual(x.Items.Select(e => (e.Value, y.Get(e.Key)))) : false;
            case (Span x, Span y):
                return x.HasLow == y.HasLow && x.HasHigh == y.HasHigh && Equal(x.Low, y.Low) is true && Equal(x.High, y.High) is true;
            default:
                return a.GetType() == b.GetType() ? a.Equals(b) : null;
        }
    }

    private object? AllEqual(IEnumerable<(object?, object?)> pairs) => pairs.Select(p => Equal(p.Item1, p.Item2) ?? false).Aggregate((object?)true, (x, y) => Logic(true, x, y));

    private static int? Order(object? a, object? b) => (a, b) switch
    {
        (Ratio x, Ratio y) => x.CompareTo(y),
        (string x, string y) => string.CompareOrdinal(x, y),
        (Day x, Day y) => x.CompareTo(y),
        (Months x, Months y) => x.Count.CompareTo(y.Count),
        (Seconds x, Seconds y) => x.Count.CompareTo(y.Count),
        _ => null,
    };

    /// <summary>The texts that the generator writes: a day, or P with one or two whole parts.</summary>
    internal static object ReadTemporal(string text)
    {
        if (!text.Contains('P', StringComparison.Ordinal))
        {
            var p = text.Split('-').Select(x => int.Parse(x, CultureInfo.InvariantCulture)).ToArray();
            return new Day(p[0], p[1], p[2]);
        }
        BigInteger months = 0, seconds = 0, number = 0;
        bool isMonths = false, isTime = false;
        foreach (var c in text.TrimStart('-')[1..])
        {
            if (char.IsAsciiDigit(c))
            {
                number = (number * 10) + (c - '0');
                continue;
            }
            isMonths |= c == 'Y' || (c == 'M' && !isTime);
            isTime |= c == 'T';
            months += c == 'Y' ? number * 12 : c == 'M' && !isTime ? number : 0;
            seconds += c switch { 'D' => number * 86_400, 'H' => number * 3_600, 'M' when isTime => number * 60, 'S' => number, _ => 0 };
            number = 0;
        }
        var sign = text[0] == '-' ? -1 : 1;
        return isMonths ? new Months(months * sign) : new Seconds(Ratio.Of(seconds * sign));
    }
}
