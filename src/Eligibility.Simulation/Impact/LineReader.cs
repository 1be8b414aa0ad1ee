using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Values;

namespace Eligibility.Simulation.Impact;

/// <summary>The line that payments of one programme are measured by, for each household. Used by one thread.</summary>
internal sealed class LineReader
{
    private readonly long? _same;
    private readonly Column? _key;
    private readonly Dictionary<string, long> _byKey = new(StringComparer.Ordinal);
    private readonly Chunk _chunk;

    private LineReader(RuleParameter parameter, MonthRules rules, Chunk chunk)
    {
        _chunk = chunk;
        var resolved = rules.Parameters[parameter.Index];
        if (parameter.By.Count == 0) _same = FenOf(resolved.Plain);
        else
        {
            _key = chunk.Root.Columns.First(c => c.Shape.Attribute.Name == parameter.By[0]);
            foreach (var (key, value) in resolved.ByKey!)
                if (FenOf(value) is { } fen) _byKey[key] = fen;
        }
    }

    /// <summary>The reader; null where the vocabulary marks no such parameter of the programme, or one that differs by more than a code of the household.</summary>
    public static LineReader? Of(ProgrammeRules programme, MonthRules rules, Chunk chunk) =>
        ParameterOf(programme) is { } p && (p.By.Count == 0 || (p.By.Count == 1 && chunk.Root.Columns.Any(c => c.Shape.Attribute.Name == p.By[0] && c.Shape.Attribute.Type is CodeType))) ? new LineReader(p, rules, chunk) : null;

    /// <summary>The parameter that the vocabulary marks as the line; null where the programme has none.</summary>
    public static RuleParameter? ParameterOf(ProgrammeRules programme) =>
        programme.All.Vocabulary.Report.Line is { } line && line.Programme == programme.Programme ? programme.Parameter(line.Name) : null;

    /// <summary>The line for one person of a household in a month, in fen; null where it is not known.</summary>
    public long? Of(int household) => _key is null ? _same
        : !_key.Unknown[household] && !_key.None[household] && _byKey.TryGetValue(_chunk.Texts[_key.Values[household]], out var fen) ? fen : null;

    private static long? FenOf(Value value) => value.Kind == ValueKind.Number && Layout.TryFixed(value.Number, 2, 62, out var fen) && fen > 0 ? fen : null;
}
