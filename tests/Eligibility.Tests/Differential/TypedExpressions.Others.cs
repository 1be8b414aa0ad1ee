using System.Globalization;

namespace Eligibility.Tests.Differential;

/// <content>Texts, dates, durations, lists and ranges.</content>
internal sealed partial class TypedExpressions
{
    private string Text(int depth)
    {
        if (depth <= 0) return Named(TermKind.Text, $"\"{Pick(Texts)}\"", 40);
        switch (_random.Next(9))
        {
            case 0: return $"({Text(depth - 1)} + {Text(depth - 1)})";
            case 1: return $"{Pick("upper case", "lower case")}({Text(depth - 1)})";
            case 2: return $"substring({Text(depth - 1)}, {Small()})";
            case 3: return $"substring({Text(depth - 1)}, {Small()}, {_random.Next(0, 4).ToString(CultureInfo.InvariantCulture)})";
            case 4: return $"{Pick("substring before", "substring after")}({Text(depth - 1)}, {Text(0)})";
            case 5: return $"string(floor({Number(depth - 1)}))";
            case 6: return $"string join({TextList(depth - 1)}, {Text(0)})";
            case 7: return Chance(50) ? $"{Pick("day of week", "month of year")}({Date(depth - 1)})" : $"string({Date(depth - 1)})";
            default: return If(depth, Text);
        }
    }

    private string Date(int depth)
    {
        if (depth <= 0) return Named(TermKind.Date, $"@\"{Pick("2024-02-29", "2024-08-31", "1999-12-31", "2023-03-01", "2020-01-30")}\"", 50);
        return _random.Next(7) switch
        {
            0 or 1 => $"({Date(depth - 1)} {Pick("+", "-")} {Months(depth - 1)})",
            2 or 3 => $"({Date(depth - 1)} {Pick("+", "-")} {Days(depth - 1)})",
            4 => $"date((2000 + {_random.Next(30).ToString(CultureInfo.InvariantCulture)}), {Number(depth - 1)}, {Number(depth - 1)})",
            5 => $"date(\"{Pick("2024-02-29", "1988-07-01")}\")",
            _ => If(depth, Date),
        };
    }

    private string Months(int depth)
    {
        if (depth <= 0) return $"duration(\"{Pick("P1Y", "P2M", "-P1Y2M", "P13M", "P0M", "P1Y6M")}\")";
        return _random.Next(6) switch
        {
            0 => $"({Months(depth - 1)} {Pick("+", "-")} {Months(depth - 1)})",
            1 => $"({Months(depth - 1)} * {Pick("2", "0.5", "(-1)", "n")})",
            2 => $"({Months(depth - 1)} / {Pick("2", "3", "n", "zero")})",
            3 => $"years and months duration({Date(depth - 1)}, {Date(depth - 1)})",
            4 => Chance(50) ? $"abs({Months(depth - 1)})" : $"(-{Months(depth - 1)})",
            _ => If(depth, Months),
        };
    }

    private string Days(int depth)
    {
        if (depth <= 0) return $"duration(\"{Pick("P1D", "P30D", "-P2D", "PT36H", "P1DT2H30M", "PT90S")}\")";
        return _random.Next(6) switch
        {
            0 => $"({Days(depth - 1)} {Pick("+", "-")} {Days(depth - 1)})",
            1 => $"({Days(depth - 1)} * {Pick("2", "0.5", "(-1)", "n")})",
            2 => $"({Days(depth - 1)} / {Pick("2", "3", "n", "zero")})",
            3 => $"({Date(depth - 1)} - {Date(depth - 1)})",
            4 => Chance(50) ? $"abs({Days(depth - 1)})" : $"(-{Days(depth - 1)})",
            _ => If(depth, Days),
        };
    }

    private string Numbers(int depth)
    {
        if (depth <= 0) return Named(TermKind.Numbers, Pick("[1, 2, 3]", isRule ? "nobody" : "[]", "[0]", "[2, 2, 5]"), 60);
        switch (_random.Next(15))
        {
            case 0 or 1: return $"[{Number(depth - 1)}, {Number(depth - 1)}]";
            case 2 or 3 or 4: return $"{Numbers(depth - 1)}[{InFilter(TermKind.Number, depth)}]";
            case 5: return Bound("for", Numbers(depth - 1), "return", _ => Number(depth - 1));
            case 6: return Bound("for", $"{Small()}..{Small()}", "return", _ => Number(depth - 1));
            case 7: return $"{Pick("concatenate", "union")}({Numbers(depth - 1)}, {Numbers(depth - 1)})";
            case 8: return $"{Pick("reverse", "distinct values", "mode")}({Numbers(depth - 1)})";
            case 9: return Chance(50) ? $"append({Numbers(depth - 1)}, {Number(depth - 1)})" : $"flatten([{Numbers(depth - 1)}, {Numbers(depth - 1)}])";
            case 10: return $"index of({Numbers(depth - 1)}, {Number(depth - 1)})";
            case 11: return $"sublist({Numbers(depth - 1)}, {Small()}{(Chance(50) ? ", 2" : "")})";
            case 12: return Chance(50) ? $"remove({Numbers(depth - 1)}, {Small()})" : $"{Pick("insert before", "list replace")}({Numbers(depth - 1)}, {Small()}, {Number(depth - 1)})";
            case 13: return $"[{{a: {Number(depth - 1)}, ok: {Boolean(depth - 1)}}}, {{a: {Number(depth - 1)}, ok: {Boolean(depth - 1)}}}]{(Chance(50) ? "[ok]" : "")}.a";
            default: return If(depth, Numbers);
        }
    }

    private string TextList(int depth) => depth <= 0
        ? Pick("[\"a\", \"b\"]", "[\"农\"]", "[]")
        : _random.Next(3) switch
        {
            0 => $"[{Text(depth - 1)}, {Text(depth - 1)}]",
            1 => Bound("for", Numbers(depth - 1), "return", _ => Text(depth - 1)),
            _ => If(depth, TextList),
        };

    private string Range(int depth)
    {
        var low = _random.Next(-3, 6);
        var high = low + _random.Next(0, 5);
        var ends = low == high ? ("[", "]") : (Pick("[", "("), Pick("]", ")"));
        return depth > 1 && Chance(20)
            ? If(depth, Range)
            : string.Create(CultureInfo.InvariantCulture, $"{ends.Item1}{low}..{high}{ends.Item2}");
    }
}
