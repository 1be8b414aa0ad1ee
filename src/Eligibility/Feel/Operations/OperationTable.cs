using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>All operations, by name. Operators are spelled as in FEEL; unary minus is "negate".</summary>
internal static class OperationTable
{
    private static readonly Dictionary<string, Operation[]> ByName = All()
        .GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The rows of an operation in a typing mode, those of its family first that come first in the table.</summary>
    public static IReadOnlyList<Operation> Find(string name, TypingMode mode) =>
        ByName.TryGetValue(name, out var rows) ? [.. rows.Where(r => r.OnlyIn is null || r.OnlyIn == mode)] : [];

    /// <summary>Every row.</summary>
    public static IEnumerable<Operation> Rows => ByName.Values.SelectMany(r => r);

    /// <summary>Names that are called like functions.</summary>
    public static IEnumerable<string> FunctionNames => ByName.Keys.Where(n => char.IsLetter(n[0]) && n != "negate");

    public static Operation Single(string name) => ByName[name].Single();

    private static IEnumerable<Operation> All() =>
        [.. Arithmetic.Rows(), .. Comparison.Rows(), .. Numeric.Rows(), .. Aggregates.Rows(), .. Lists.Rows(), .. Dates.Rows(), .. Strings.Rows(),
            .. Patterns.Rows(), .. Conversions.Rows(), .. Contexts.Rows(), .. Ranges.Rows()];

    internal static Operation Unary(string name, FeelType a, FeelType result, Func<Value, Value> apply, string parameter = "n", bool strict = true) =>
        new() { Name = name, Parameters = [new(parameter, a)], ResultOf = _ => result, Apply1 = apply, IsStrict = strict };

    internal static Operation Binary(string name, FeelType a, FeelType b, FeelType result, Func<Value, Value, Value> apply, string first = "a", string second = "b",
        bool strict = true) =>
        new() { Name = name, Parameters = [new(first, a), new(second, b)], ResultOf = _ => result, Apply2 = apply, IsStrict = strict };
}
