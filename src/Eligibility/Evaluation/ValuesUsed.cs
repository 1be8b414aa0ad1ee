using Eligibility.RuleSets;

namespace Eligibility.Evaluation;

/// <summary>An entry of a parameter's series that a decision rests on.</summary>
internal readonly record struct ValueUsed(RuleParameter Parameter, Merged<ParameterValue> Entry);

/// <summary>Finds the entries of parameters that a decision rests on, its own programme's and those of others that it read.</summary>
internal static class ValuesUsed
{
    public static IReadOnlyList<ValueUsed> Of(Decision decision)
    {
        var used = new List<ValueUsed>();
        foreach (var d in decision.Segments.Count == 0 ? [decision] : decision.Segments.Select(s => s.Decision))
        {
            var derivation = Derivation.Of(d.Run, d.Rules);
            foreach (var p in derivation.Parameters.OrderBy(p => p.Index))
            {
                var keys = derivation.KeysOf(p);
                foreach (var entry in d.Run.Rules.Used[p].Where(e => keys is null || keys.Contains(e.Definition.Key)))
                    if (!used.Exists(u => u.Entry == entry)) used.Add(new ValueUsed(p, entry));
            }
        }
        return used;
    }
}
