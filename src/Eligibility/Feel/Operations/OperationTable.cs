using Eligibility.Values;

namespace Eligibility.Feel;

/// <summary>All operations, by name. Operators are spelled as in FEEL; unary minus is "negate".</summary>
internal static class OperationTable
{
    private static readonly Dictionary<string, Operation[]> ByName = All()
        .GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public static IReadOnlyList<Operation> Find(string name) => ByName.TryGetValue(name, out var rows) ? rows : [];

    /// <summary>Names that are called like functions.</summary>
    public static IEnumerable<string> FunctionNames => ByName.Keys.Where(n => char.IsLetter(n[0]) && n != "negate");

    public static Operation Single(string name) => ByName[name].Single();

    private static IEnumerable<Operation> All() =>
        [.. Arithmetic.Rows(), .. Comparison.Rows(), .. Numeric.Rows(), .. Lists.Rows(), .. Dates.Rows(), .. Strings.Rows()];

    internal static Operation Unary(string name, FeelType a, FeelType result, Func<Value, Value> apply, string parameter = "n", bool strict = true) =>
        new() { Name = name, Parameters = [new(parameter, a)], ResultOf = _ => result, Apply1 = apply, IsStrict = strict };

    internal static Operation Binary(string name, FeelType a, FeelType b, FeelType result, Func<Value, Value, Value> apply, string first = "a", string second = "b",
        bool strict = true) =>
        new() { Name = name, Parameters = [new(first, a), new(second, b)], ResultOf = _ => result, Apply2 = apply, IsStrict = strict };
}
