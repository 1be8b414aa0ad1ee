using System.Globalization;

namespace Eligibility.Tests.Differential;

/// <summary>
/// Writes random expressions of which most have a value: every operand is of the kind that stands there, though it may be unknown or
/// null. The same seed gives the same expressions.
/// </summary>
internal sealed partial class TypedExpressions(int seed, bool isRule)
{
    private static readonly string[] Texts = ["", "a", "rural", "农村", "A b", "12", "🐎", "x1"];
    private static readonly string[] Relations = ["overlaps", "overlaps before", "overlaps after", "meets", "met by", "includes", "during", "starts", "started by", "finishes", "finished by", "coincides", "before", "after"];
    private static readonly string[] Rounding = ["decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down"];

    private readonly Random _random = new(seed);
    private readonly List<(string Name, TermKind Kind)> _variables = [];
    private int _names;

    private IReadOnlyList<Input> Known => isRule ? Inputs.OfRules : Inputs.OfExpressions;

    /// <summary>The next expression.</summary>
    public string Next()
    {
        _names = 0;
        var depth = _random.Next(1, 5);
        // What no value can save: the engine may say so before it runs, where the standard says null.
        if (!isRule && Chance(1)) return Chance(50) ? $"({Number(depth)} + {Text(depth)})" : $"floor({Date(depth)})";
        return Any((TermKind)_random.Next(9), depth);
    }

    /// <summary>The next condition.</summary>
    public string NextCondition()
    {
        _names = 0;
        return Boolean(_random.Next(4));
    }

    private string Any(TermKind kind, int depth) => kind switch
    {
        TermKind.Number => Number(depth),
        TermKind.Boolean => Boolean(depth),
        TermKind.Text => Text(depth),
        TermKind.Date => Date(depth),
        TermKind.Months => Months(depth),
        TermKind.Days => Days(depth),
        TermKind.Numbers => Numbers(depth),
        TermKind.Texts => TextList(depth),
        _ => Range(depth),
    };

    private string Pick(params ReadOnlySpan<string> from) => from[_random.Next(from.Length)];

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Small() => _random.Next(-4, 6).ToString(CultureInfo.InvariantCulture);

    /// <summary>A name of this kind, or else the literal.</summary>
    private string Named(TermKind kind, string literal, int percent = 50)
    {
        if (!Chance(percent)) return literal;
        var inner = _variables.FindAll(v => v.Kind == kind);
        if (inner.Count > 0 && Chance(60)) return inner[_random.Next(inner.Count)].Name;
        var outer = Known.Where(i => i.Kind == kind).ToArray();
        return outer.Length == 0 ? literal : outer[_random.Next(outer.Length)].Name;
    }

    /// <summary>A construct with a variable, which is seen behind the list that it goes over.</summary>
    private string Bound(string construct, string list, string verb, Func<string, string> body)
    {
        // A rule may not use a name twice along a scope.
        var name = $"i{_names++}";
        _variables.Add((name, TermKind.Number));
        var text = $"({construct} {name} in {list} {verb} {body(name)})";
        _variables.RemoveAll(v => v.Name == name);
        return text;
    }

    private string InFilter(TermKind kind, int depth)
    {
        // The element is called `item` in the innermost filter only.
        var outer = _variables.FindAll(v => v.Name == "item");
        _variables.RemoveAll(v => v.Name == "item");
        _variables.Add(("item", kind));
        var text = Chance(60) && kind == TermKind.Number ? $"(item {Pick("<", "<=", ">", ">=", "=", "!=")} {Number(depth - 1)})" : $"({Boolean(depth - 1)})";
        _variables.RemoveAll(v => v.Name == "item");
        _variables.AddRange(outer);
        return text;
    }

    private string If(int depth, Func<int, string> part) => $"(if {Boolean(depth - 1)} then {part(depth - 1)} else {part(depth - 1)})";

    private string Number(int depth)
    {
        if (depth <= 0) return Named(TermKind.Number, Chance(70) ? _random.Next(12).ToString(CultureInfo.InvariantCulture) : Pick("0.5", "2.5", "0.125", "1450", "3.14"), 65);
        switch (_random.Next(16))
        {
            case 0 or 1 or 2: return $"({Number(depth - 1)} {Pick("+", "-", "*", "/")} {Number(depth - 1)})";
            case 3: return $"(-{Number(depth - 1)})";
            case 4: return $"({Pick("n", "m", "zero", "2", "0.5")} ** {Pick("0", "1", "2", "3", "(-1)", "(-2)")})";
            case 5: return $"{Pick(Rounding)}({Number(depth - 1)}, {_random.Next(-1, 4).ToString(CultureInfo.InvariantCulture)})";
            case 6: return $"{Pick("floor", "ceiling", "abs")}({Number(depth - 1)})";
            case 7: return $"modulo({Number(depth - 1)}, {Number(depth - 1)})";
            case 8: return $"{Pick("sum", "count")}({Numbers(depth - 1)})";
            case 9: return $"{Pick("min", "max", "mean", "median", "product")}({NonEmpty(depth - 1)})";
            case 10: return If(depth, Number);
            case 11: return Chance(50) ? $"age({Date(depth - 1)}, {Date(depth - 1)})" : $"{Pick("day of year", "week of year")}({Date(depth - 1)})";
            case 12: return Chance(50) ? $"{Date(depth - 1)}.{Pick("year", "month", "day", "weekday")}" : Chance(50) ? $"{Months(depth - 1)}.{Pick("years", "months")}" : $"{Days(depth - 1)}.{Pick("days", "hours", "minutes", "seconds")}";
            case 13: return Chance(50) ? $"string length({Text(depth - 1)})" : $"number({Pick("\"12\"", "\"x\"", "\"007\"", "\"\"")})";
            case 14: return $"{{a: {Number(depth - 1)}, b: {(Chance(50) ? "a + 1" : Number(depth - 1))}}}.{Pick("a", "b")}";
            default: return isRule ? $"({Months(depth - 1)} / {Months(depth - 1)})" : $"{Numbers(depth - 1)}[{Small()}]";
        }
    }

    private string NonEmpty(int depth) => isRule || Chance(50)
        ? Chance(50) ? $"[{Number(depth)}, {Number(depth - 1)}, {Number(0)}]" : $"{Number(depth)}, {Number(depth - 1)}"
        : Numbers(depth);

    private string Boolean(int depth)
    {
        if (depth <= 0) return Named(TermKind.Boolean, Pick("true", "false"), 60);
        switch (_random.Next(17))
        {
            case 0 or 1: return $"({Boolean(depth - 1)} and {Boolean(depth - 1)})";
            case 2 or 3: return $"({Boolean(depth - 1)} or {Boolean(depth - 1)})";
            case 4: return $"not({Boolean(depth - 1)})";
            case 5 or 6:
                var kind = (TermKind)_random.Next(6);
                if (kind == TermKind.Boolean) return $"({Boolean(depth - 1)} {Pick("=", "!=")} {Boolean(depth - 1)})";
                return $"({Any(kind, depth - 1)} {Pick("=", "!=", "<", "<=", ">", ">=")} {Any(kind, depth - 1)})";
            case 7: return $"({Number(depth - 1)} between {Number(depth - 1)} and {Number(depth - 1)})";
            case 8: return $"({Number(depth - 1)} in {Pick("[1..5]", "(0..3.5]", "]2..7[", "[-4..0)")})";
            case 9: return $"({Number(depth - 1)} in ({Pick("<", "<=", ">", ">=")} {Number(depth - 1)}, {Number(depth - 1)}, [{Small()}..9)))";
            case 10: return $"({Number(depth - 1)} in {Numbers(depth - 1)})";
            case 11: return $"list contains({Numbers(depth - 1)}, {Number(depth - 1)})";
            case 12: return Bound(Pick("some", "every"), Numbers(depth - 1), "satisfies", i => Chance(50) ? $"{i} {Pick("<", ">=")} {Number(depth - 2)}" : Boolean(depth - 1));
            case 13: return $"{Pick("contains", "starts with", "ends with")}({Text(depth - 1)}, {Text(depth - 1)})";
            case 14: return Chance(50) ? $"{Pick(Relations)}({Range(depth - 1)}, {Range(depth - 1)})" : Chance(50) ? $"{Pick("includes", "started by", "finished by", "before", "after")}({Range(depth - 1)}, {Number(depth - 1)})" : $"{Pick("during", "starts", "finishes", "before", "after")}({Number(depth - 1)}, {Range(depth - 1)})";
            case 15: return Chance(50) ? $"{Pick("all", "any")}([{Boolean(depth - 1)}, {Boolean(depth - 1)}])" : $"{Pick("odd", "even")}({Number(depth - 1)})";
            default: return Chance(50) ? $"({Numbers(depth - 1)} {Pick("=", "!=")} {Numbers(depth - 1)})" : isRule ? $"({Numbers(depth - 1)}[{Small()}] = null)" : $"({Number(depth - 1)} {Pick("= null", "!= null", "instance of number", "instance of string")})";
        }
    }
}
