namespace Eligibility.Simulation.Kernels;

/// <summary>What an array that a kernel reads or writes holds.</summary>
internal enum BufferKind
{
    /// <summary>Numbers, dates, handles of texts, starts of lists of texts: of an attribute.</summary>
    Values,
    Elements,
    Flags,
    Unknown,
    None,

    /// <summary>The rows of the parents, of the households, and of the first children: of an entity.</summary>
    Parent,
    Root,
    First,

    /// <summary>The numerator, denominator and so on of an item.</summary>
    ItemValue,
    ItemDen,
    ItemTrue,
    ItemFalse,
    ItemKnown,
    ItemNone,

    /// <summary>A payment in fen.</summary>
    ItemFen,

    /// <summary>The households that are left to the evaluator.</summary>
    Left,
}

/// <summary>An array by what it holds: of an attribute by entity and slot, of an item by its place in the order.</summary>
internal readonly record struct Buffer(BufferKind Kind, int Entity, int Index)
{
    public Type Type => Kind switch
    {
        BufferKind.Values or BufferKind.Elements or BufferKind.ItemValue or BufferKind.ItemDen or BufferKind.ItemFen => typeof(long[]),
        BufferKind.Parent or BufferKind.Root or BufferKind.First => typeof(int[]),
        _ => typeof(bool[]),
    };
}

/// <summary>A group of formulas of one entity, compiled.</summary>
/// <param name="Entity">The position of the entity in the vocabulary.</param>
/// <param name="Buffers">The arrays it wants, in the order in which it takes them.</param>
/// <param name="Run">Computes so many rows.</param>
/// <param name="Formulas">How many formulas are in it.</param>
/// <param name="Fills">What is the same in every row.</param>
internal sealed record Kernel(int Entity, IReadOnlyList<Buffer> Buffers, Action<object[], int> Run, int Formulas, IReadOnlyList<(Buffer Buffer, object Value)> Fills);
