using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Kernels;

/// <summary>The kernels of a month's rules. Immutable, and shared by all threads.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Layout">How the columns lie.</param>
/// <param name="Kernels">In the order in which they run.</param>
/// <param name="Needed">The items that the decisions need, in the order of evaluation.</param>
/// <param name="Reasons">Why an item is left to the evaluator.</param>
/// <param name="Groups">The kernel that each item is in.</param>
/// <param name="Outputs">What the decisions read.</param>
/// <param name="Used">The attributes that are read.</param>
internal sealed record KernelProgram(MonthRules Rules, Layout Layout, IReadOnlyList<Kernel> Kernels, IReadOnlyList<RuleItem> Needed, IReadOnlyDictionary<RuleItem, string> Reasons,
    IReadOnlyDictionary<RuleItem, int> Groups, IReadOnlyDictionary<RuleItem, OutputKind> Outputs, IReadOnlySet<(EntityDeclaration Entity, AttributeDeclaration Attribute)> Used)
{
    /// <summary>The arrays that the decisions read.</summary>
    public IReadOnlyList<Buffer> OutputBuffers { get; } =
    [
        .. Outputs.SelectMany(o => (o.Value switch
        {
            OutputKind.Flag => new[] { BufferKind.ItemTrue, BufferKind.ItemFalse },
            OutputKind.Text => [BufferKind.ItemValue, BufferKind.ItemKnown],
            OutputKind.Payment or OutputKind.Measure => [BufferKind.ItemFen, BufferKind.ItemKnown],
            _ => [BufferKind.ItemKnown],
        }).Select(k => new Buffer(k, o.Key.Entity.Index, o.Key.Order))),
    ];

    /// <summary>Why kernels do not decide a programme; null when they do.</summary>
    public string? ReasonAgainst(ProgrammeRules p)
    {
        if (p.Basis == MonthBasis.Split) return "it is paid by days where something changes inside the month";
        foreach (var (item, _) in KernelBuilder.OutputsOf(p))
            if (Reasons.TryGetValue(item, out var reason)) return $"{item.Name}: {reason}";
        return null;
    }

    /// <summary>Whether a chunk has an unknown among what is read.</summary>
    public bool MeetsUnknowns(Chunk chunk)
    {
        foreach (var (entity, attribute) in Used)
            if (chunk[entity].Columns[attribute.Slot].HasUnknown) return true;
        return false;
    }

    /// <summary>Every formula with the kernel that it is in, or why the evaluator computes it.</summary>
    public IEnumerable<string> Explain()
    {
        foreach (var item in Needed)
        {
            var how = Reasons.TryGetValue(item, out var reason) ? $"evaluator: {reason}"
                : Groups.TryGetValue(item, out var group) ? $"kernel {group + 1}"
                : item.Type.Present is Values.ListType ? "kernel: written out where it is read" : "kernel: the same for every household";
            yield return $"{item.Programme}\t{item.Entity.Name}\t{item.Name}\t{how}";
        }
    }
}
