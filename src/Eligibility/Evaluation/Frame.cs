using Eligibility.Values;

namespace Eligibility.Evaluation;

/// <summary>A compiled expression. It reads only the frame it is given, so one plan serves any number of households at once.</summary>
internal delegate Value Evaluator(Frame frame);

/// <summary>What a formula reads while it runs: its variables, the values of other items, the parameters and the month. Used by one thread at a time.</summary>
internal sealed class Frame
{
    /// <summary>
    /// Steps that one formula may take. A step is about one operation on plain values: what is done again and again, for each element
    /// of a list, counts each time, and a large value counts as much as there is to it.
    /// </summary>
    public const int Budget = 5_000_000;

    /// <summary>The greatest weight of a value: a list or context with more in it is a fault, however it came about.</summary>
    public const int MaxWeight = 1_000_000;

    /// <summary>How deep collections may stand inside each other: whoever compares or prints a value recurses.</summary>
    public const int MaxDepth = 250;

    /// <summary>The variables of the formula that is running.</summary>
    public required Value[] Locals { get; set; }

    /// <summary>The values of items; null for a bare expression.</summary>
    public ItemValues? Items { get; init; }

    public ResolvedParameter[] Parameters { get; init; } = [];

    public Value MonthStart { get; init; }

    public Value MonthEnd { get; init; }

    public Value PreviousMonthEnd { get; init; }

    public int StepsLeft { get; set; } = Budget;

    /// <summary>Counts steps; throws when the budget is used up, which the caller of the formula turns into a fault.</summary>
    public void Step(int count = 1)
    {
        StepsLeft -= count;
        if (StepsLeft < 0) throw new BudgetExceededException();
    }

    /// <summary>Counts the steps that a value costs to go through, and gives it back. A value that is too large ends the formula.</summary>
    public Value Counted(in Value value)
    {
        if (!value.MayBeLarge) return value;
        var weight = value.Weight;
        if (weight > MaxWeight || value.Depth > MaxDepth) throw new BudgetExceededException();
        Step(weight);
        return value;
    }
}

/// <summary>A formula went on for too long. Never leaves the engine: it becomes a fault that names the formula.</summary>
internal sealed class BudgetExceededException : Exception;

/// <summary>A parameter in the evaluated month: one value, or one for each combination of keys.</summary>
internal sealed class ResolvedParameter(Value plain, IReadOnlyDictionary<string, Value>? byKey, Func<string, Value>? missing)
{
    /// <summary>The value, unknown with its reason when there is none.</summary>
    public Value Plain { get; } = plain;

    public IReadOnlyDictionary<string, Value>? ByKey { get; } = byKey;

    public static ResolvedParameter Of(Value value) => new(value, null, null);

    /// <summary>
    /// The value for these keys. Where a key is not known, the value that every key it can be has in common, if there is one: a table
    /// means the ifs it stands for.
    /// </summary>
    /// <param name="keys">The keys.</param>
    /// <param name="possible">What each key can be; null where there is no end of it.</param>
    public Value For(ReadOnlySpan<Value> keys, IReadOnlyList<string>?[] possible)
    {
        if (ByKey is null) return Plain;
        Causes? unknown = null;
        foreach (var k in keys)
            if (k.IsUnknown) unknown = unknown is null ? k.Causes : unknown.With(k.Causes);
        if (unknown is not null) return CommonValue(keys, possible) ?? Value.Unknown(unknown);
        var key = KeyOf(keys);
        return ByKey.TryGetValue(key, out var value) ? value : missing!(key);
    }

    /// <summary>How a combination of keys is spelled, in rule files and messages: "rural" or "rural, employed".</summary>
    public static string KeyOf(ReadOnlySpan<Value> keys)
    {
        if (keys.Length == 1) return Text(keys[0]);
        var parts = new string[keys.Length];
        for (var i = 0; i < keys.Length; i++) parts[i] = Text(keys[i]);
        return string.Join(", ", parts);
    }

    private static string Text(Value v) => v.Kind == ValueKind.String ? v.Text : v.ToString();

    /// <summary>The value of every combination that the known keys leave open; null when they differ or one of them has none.</summary>
    private Value? CommonValue(ReadOnlySpan<Value> keys, IReadOnlyList<string>?[] possible)
    {
        IEnumerable<string> combinations = [""];
        for (var i = 0; i < keys.Length; i++)
        {
            var texts = keys[i].IsUnknown ? possible[i] : [Text(keys[i])];
            if (texts is null) return null;
            combinations = i == 0 ? texts : combinations.SelectMany(c => texts.Select(t => $"{c}, {t}"));
        }
        Value? common = null;
        foreach (var combination in combinations)
        {
            if (!ByKey!.TryGetValue(combination, out var v) || v.IsUnknown || (common is { } c && !Value.Same(c, v))) return null;
            common = v;
        }
        return common;
    }
}
