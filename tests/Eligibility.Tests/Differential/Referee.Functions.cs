using System.Globalization;
using System.Numerics;

namespace Eligibility.Tests.Differential;

/// <content>The built-in functions, by position of their arguments.</content>
internal sealed partial class Referee
{
    private static readonly string[] WeekDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private object? Call(string name, object?[] a)
    {
        switch (name)
        {
            case "not" : return a[0] is bool b ? !b : a[0] is NotKnown ? a[0] : null;
            case "is": return a.Any(v => v is NotKnown) ? NotKnown.It : (a[0]?.GetType() == a[1]?.GetType()) && Equal(a[0], a[1]) is true;
            case "count": return a[0] is not Row counted ? a[0] : counted.Items.Any(i => !i.IsCertain) ? NotKnown.It : Ratio.Of(counted.Items.Count);
            case "sum": return Whole(a) is Row summed ? Sum(summed) : Whole(a);
            case "all": return Whole(a) is Row every ? Decide(every, true) : Whole(a);
            case "any": return Whole(a) is Row any ? Decide(any, false) : Whole(a);
            case "list contains":
                if (a[0] is not Row list) return a[0];
                return list.Items.Select(i => Belongs(Equal(i.Value, a[1]) ?? false, i.IsCertain)).Aggregate((object?)false, (x, y) => Logic(false, x, y));
            case "min" or "max" or "product" or "mean" or "median" or "mode": return Whole(a) is Row r ? r.IsSure ? Aggregate(name, [.. r.Values]) : r.Items.Count == 0 ? null : NotKnown.It : Whole(a);
            case "index of" or "append" or "sublist" or "insert before" or "remove" or "list replace" or "reverse" or "distinct values" or "flatten" or "concatenate" or "union": return OfList(name, a);
            case "context put": return a[0] is Entries put && a[1] is string key ? put.With(key, a[2]) : a[0] is NotKnown ? a[0] : null;
            case "context merge": return a[0] is not Row merged ? a[0] : merged.Values.Aggregate((object?)new Entries([]), (m, e) => m is Entries all && e is Entries more ? more.Items.Aggregate(all, (x, i) => x.With(i.Key, i.Value)) : null);
            case "get value": return a[0] is Entries got && a[1] is string of ? got.Get(of) : a[0] is NotKnown ? a[0] : null;
            case "string join": return a[0] is not Row joined ? a[0] : !joined.IsSure ? NotKnown.It : a.Length > 1 && a[1] is NotKnown ? a[1] : string.Join(a.Length > 1 ? (string?)a[1] ?? "" : "", joined.Values.Where(v => v is not null).Select(v => (string)v!));
        }
        if (a.Any(v => v is NotKnown)) return NotKnown.It;
        if (a.Any(v => v is null)) return null;
        return OfRanges(name, a) is { } relation ? relation : Plain(name, a);
    }

    /// <summary>A variadic function's list: the one argument that is a list, or all arguments.</summary>
    private static object? Whole(object?[] a) => a.Length == 1 && a[0] is Row or NotKnown or null && a.Length == 1 ? a[0] : Row.Of(a);

    private object? Sum(Row list)
    {
        if (list.Items.Count == 0 && !isRule) return null;
        var unknown = list.Items.Any(i => i.Value is NotKnown || (!i.IsCertain && i.Value is Ratio { Sign: not 0 }));
        if (list.Values.Any(v => v is not (Ratio or NotKnown))) return null;
        return unknown ? NotKnown.It : list.Values.Aggregate(Ratio.Of(0), (s, v) => s + (Ratio)v!);
    }

    private object? Decide(Row list, bool isAll) => list.Items.Select(i => i.IsCertain || (i.Value is bool b && b == isAll) ? i.Value : NotKnown.It)
        .Aggregate((object?)isAll, (x, y) => Logic(isAll, x, y));

    private static object? Aggregate(string name, object?[] values)
    {
        if (name == "mode" && values.Length == 0) return Row.Of([]);
        if (values.Length == 0 || values.Any(v => v is null)) return null;
        if (name is "min" or "max")
        {
            var best = values[0];
            foreach (var v in values)
            {
                if (Order(v, best) is not { } c) return null;
                if (name == "min" ? c < 0 : c > 0) best = v;
            }
            return best;
        }
        if (values.Any(v => v is not Ratio)) return null;
        var numbers = values.Select(v => (Ratio)v!).Order().ToArray();
        var middle = numbers.Length / 2;
        return name switch
        {
            "product" => numbers.Aggregate(Ratio.Of(1), (p, n) => p * n),
            "mean" => numbers.Aggregate(Ratio.Of(0), (s, n) => s + n) / Ratio.Of(numbers.Length),
            "median" => numbers.Length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / Ratio.Of(2),
            _ => Row.Of(numbers.Distinct().Where(n => numbers.Count(m => m == n) == numbers.Max(m => numbers.Count(o => o == m))).Select(n => (object?)n)),
        };
    }

    private object? OfList(string name, object?[] a)
    {
        if (name is "concatenate" or "union")
        {
            if (a.Any(v => v is NotKnown || v is Row { IsSure: false })) return NotKnown.It;
            if (a.Any(v => v is null)) return null;
            var all = a.SelectMany(v => ((Row)v!).Values).ToArray();
            return name == "concatenate" ? Row.Of(all) : all.All(IsWhole) ? Row.Of(Distinct(all)) : NotKnown.It;
        }
        if (a[0] is not Row list) return a[0];
        if (!list.IsSure) return NotKnown.It;
        var items = list.Values.ToArray();
        // What looks into the elements or takes them apart needs them known through and through.
        if (name is "distinct values" or "flatten" or "index of" && !(items.All(IsWhole) && a.All(IsWhole))) return NotKnown.It;
        switch (name)
        {
            case "reverse": return Row.Of(items.Reverse());
            case "distinct values": return Row.Of(Distinct(items));
            case "flatten": return Row.Of(Flatten(items));
            case "append": return Row.Of(items.Concat(a[1..]));
            case "index of": return a[1] is NotKnown ? a[1] : Row.Of(Enumerable.Range(0, items.Length).Where(i => IsSame(items[i], a[1])).Select(i => (object?)Ratio.Of(i + 1)));
        }
        if (a[1] is NotKnown) return a[1];
        if (a[1] is not Ratio position) return null;
        var at = position.Sign < 0 ? position.Up + items.Length : position.Up - 1;
        if (!position.IsWhole || position.Sign == 0 || at < 0 || at >= items.Length) return Fault;
        var (before, behind) = (items[..(int)at], items[(int)at..]);
        switch (name)
        {
            case "insert before": return Row.Of([.. before, a[2], .. behind]);
            case "remove": return Row.Of([.. before, .. behind[1..]]);
            case "list replace": return Row.Of([.. before, a[2], .. behind[1..]]);
        }
        if (a.Length == 2) return Row.Of(behind);
        if (a[2] is NotKnown) return a[2];
        if (a[2] is not Ratio length) return null;
        return length.IsWhole && length.Sign > 0 && length.Up <= behind.Length ? Row.Of(behind[..(int)length.Up]) : Fault;
    }

    private bool IsSame(object? a, object? b) => (a is null && b is null) || (a is not null && b is not null && Equal(a, b) is true);

    private List<object?> Distinct(IEnumerable<object?> items)
    {
        var seen = new List<object?>();
        foreach (var item in items)
            if (!seen.Exists(s => IsSame(s, item))) seen.Add(item);
        return seen;
    }

    private static IEnumerable<object?> Flatten(IEnumerable<object?> items) => items.SelectMany(i => i is Row r ? Flatten(r.Values) : [i]);

    private object? Plain(string name, object?[] a) => (name, a) switch
    {
        ("abs", [Ratio n]) => n.Sign < 0 ? -n : n,
        ("abs", [Months m]) => new Months(BigInteger.Abs(m.Count)),
        ("abs", [Seconds s]) => new Seconds(s.Count.Sign < 0 ? -s.Count : s.Count),
        ("floor" or "ceiling", [Ratio n]) => n.Round(name, 0),
        ("floor" or "ceiling" or "decimal" or "round up" or "round down" or "round half up" or "round half down", [Ratio n, Ratio { IsWhole: true } scale]) =>
            n.Round(name == "round half up" && bug == PlantedBug.HalfGoesToEven ? "decimal" : name, (int)scale.Up),
        ("modulo", [Ratio n, Ratio d]) => d.Sign == 0 ? Fault : n - (d * Ratio.Of((n / d).Floor())),
        ("odd", [Ratio n]) => n.IsWhole && !n.Up.IsEven,
        ("even", [Ratio n]) => n.IsWhole && n.Up.IsEven,
        ("string length", [string s]) => Ratio.Of(Runes(s).Length),
        ("upper case", [string s]) => s.ToUpperInvariant(),
        ("lower case", [string s]) => s.ToLowerInvariant(),
        ("contains", [string s, string m]) => s.Contains(m, StringComparison.Ordinal),
        ("starts with", [string s, string m]) => s.StartsWith(m, StringComparison.Ordinal),
        ("ends with", [string s, string m]) => s.EndsWith(m, StringComparison.Ordinal),
        ("substring before", [string s, string m]) => s.Split(m)[0] is var head && s.Contains(m, StringComparison.Ordinal) && m.Length > 0 ? head : "",
        ("substring after", [string s, string m]) => m.Length == 0 ? s : s.IndexOf(m, StringComparison.Ordinal) is >= 0 and var i ? s[(i + m.Length)..] : "",
        ("substring", [string s, Ratio { IsWhole: true } at]) => Substring(Runes(s), at.Up, null),
        ("substring", [string s, Ratio { IsWhole: true } at, Ratio { IsWhole: true } length]) => Substring(Runes(s), at.Up, length.Up),
        ("string", [Ratio { IsWhole: true } n]) => n.ToString(),
        ("string", [bool b]) => b ? "true" : "false",
        ("string", [string s]) => s,
        ("string", [Day d]) => d.ToString(),
        ("number", [string s]) => s.Length > 0 && s.All(char.IsAsciiDigit) ? Ratio.Of(BigInteger.Parse(s, CultureInfo.InvariantCulture)) : Fault,
        ("date", [string s]) => ReadTemporal(s),
        ("date", [Day d]) => d,
        ("date", [Ratio y, Ratio m, Ratio d]) => y.IsWhole && m.IsWhole && d.IsWhole && Day.Exists(y.Up, m.Up, d.Up) ? new Day((int)y.Up, (int)m.Up, (int)d.Up) : Fault,
        ("duration", [string s]) => ReadTemporal(s),
        ("age", [Day born, Day day]) => Ratio.Of(Age(born, day)),
        ("years and months duration", [Day from, Day to]) => new Months(MonthsBetween(from, to)),
        ("day of year", [Day d]) => Ratio.Of(d.OfYear),
        ("day of week", [Day d]) => WeekDays[d.OfWeek - 1],
        ("month of year", [Day d]) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(d.Month),
        ("week of year", [Day d]) => Ratio.Of((d.Plus(4 - d.OfWeek).OfYear + 6) / 7),
        _ => null,
    };

    private static string[] Runes(string text) => [.. text.EnumerateRunes().Select(r => r.ToString())];

    private object? Substring(string[] runes, BigInteger at, BigInteger? length)
    {
        var from = at < 0 ? at + runes.Length : at - 1;
        if (at == 0 || from < 0 || from >= runes.Length || length < 1) return Fault;
        return string.Concat(runes.Skip((int)from).Take(length is { } l ? (int)l : runes.Length));
    }

    /// <summary>Birthdays that have been reached; one on February 29 falls on the last day of February.</summary>
    private static int Age(Day born, Day day)
    {
        var birthday = born with { Year = day.Year, Date = Math.Min(born.Date, Day.LengthOf(day.Year, born.Month)) };
        return day.Year - born.Year - (day.CompareTo(birthday) < 0 ? 1 : 0);
    }

    /// <summary>The most whole months that fit between, toward the later day; negative the other way.</summary>
    private static int MonthsBetween(Day from, Day to)
    {
        if (to.CompareTo(from) < 0) return -MonthsBack(from, to);
        var months = 0;
        while (Reaches(from, to, months + 1)) months++;
        return months;
    }

    private static bool Reaches(Day from, Day to, int months)
    {
        var (year, month) = (from.Year + ((from.Month - 1 + months) / 12), ((from.Month - 1 + months) % 12) + 1);
        return (year, month, from.Date).CompareTo((to.Year, to.Month, to.Date)) <= 0;
    }

    private static int MonthsBack(Day from, Day to)
    {
        var months = (from.Year * 12) + from.Month - (to.Year * 12) - to.Month;
        return months > 0 && to.Date > from.Date ? months - 1 : months;
    }

    private static object? OfRanges(string name, object?[] a)
    {
        if (a.Length != 2) return null;
        var (p, q) = (a[0] as Span, a[1] as Span);
        if (p is null && q is null) return name switch { "before" => Order(a[0], a[1]) < 0, "after" => Order(a[0], a[1]) > 0, "coincides" => Order(a[0], a[1]) == 0, _ => null };
        // A point is a range that begins and ends in it.
        var (r1, r2) = (p ?? new Span(a[0], true, a[0], true), q ?? new Span(a[1], true, a[1], true));
        if (Order(r1.Low, r2.Low) is null) return null;
        return name switch
        {
            "before" => Before(r1, r2),
            "after" => Before(r2, r1),
            "meets" => r1.HasHigh && r2.HasLow && Order(r1.High, r2.Low) == 0,
            "met by" => r1.HasLow && r2.HasHigh && Order(r1.Low, r2.High) == 0,
            "overlaps" => (Order(r1.High, r2.Low) > 0 || (Order(r1.High, r2.Low) == 0 && r1.HasHigh && r2.HasLow)) && (Order(r1.Low, r2.High) < 0 || (Order(r1.Low, r2.High) == 0 && r1.HasLow && r2.HasHigh)),
            "overlaps before" => OverlapsBefore(r1, r2),
            "overlaps after" => OverlapsBefore(r2, r1),
            "finishes" => Finishes(r1, r2),
            "finished by" => Finishes(r2, r1),
            "starts" => Starts(r1, r2),
            "started by" => Starts(r2, r1),
            "includes" => Includes(r1, r2),
            "during" => Includes(r2, r1),
            "coincides" => Order(r1.Low, r2.Low) == 0 && r1.HasLow == r2.HasLow && Order(r1.High, r2.High) == 0 && r1.HasHigh == r2.HasHigh,
            _ => null,
        };
    }

    private static bool Before(Span a, Span b) => Order(a.High, b.Low) < 0 || (Order(a.High, b.Low) == 0 && !(a.HasHigh && b.HasLow));

    private static bool OverlapsBefore(Span a, Span b) => (Order(a.Low, b.Low) < 0 || (Order(a.Low, b.Low) == 0 && a.HasLow && !b.HasLow))
        && (Order(a.High, b.Low) > 0 || (Order(a.High, b.Low) == 0 && a.HasHigh && b.HasLow)) && (Order(a.High, b.High) < 0 || (Order(a.High, b.High) == 0 && (!a.HasHigh || b.HasHigh)));

    private static bool Includes(Span a, Span b) => (Order(a.Low, b.Low) < 0 || (Order(a.Low, b.Low) == 0 && (a.HasLow || !b.HasLow)))
        && (Order(a.High, b.High) > 0 || (Order(a.High, b.High) == 0 && (a.HasHigh || !b.HasHigh)));

    private static bool Starts(Span a, Span b) => Order(a.Low, b.Low) == 0 && a.HasLow == b.HasLow && (Order(a.High, b.High) < 0 || (Order(a.High, b.High) == 0 && (!a.HasHigh || b.HasHigh)));

    private static bool Finishes(Span a, Span b) => Order(a.High, b.High) == 0 && a.HasHigh == b.HasHigh && (Order(a.Low, b.Low) > 0 || (Order(a.Low, b.Low) == 0 && (!a.HasLow || b.HasLow)));
}
