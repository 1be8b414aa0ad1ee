namespace Eligibility.Simulation.Kernels;

/// <summary>What a run keeps of one item, a row for each instance. Only the arrays that something asks for are there.</summary>
internal sealed class ItemColumns
{
    private readonly Array?[] _arrays = new Array?[(int)BufferKind.Left + 1];

    public bool[] True => Of<bool>(BufferKind.ItemTrue);

    public bool[] False => Of<bool>(BufferKind.ItemFalse);

    public long[] Value => Of<long>(BufferKind.ItemValue);

    public bool[] Known => Of<bool>(BufferKind.ItemKnown);

    public long[] Fen => Of<long>(BufferKind.ItemFen);

    /// <summary>The array of a kind with room for so many rows.</summary>
    public Array Reserve(Buffer buffer, int rows)
    {
        if (_arrays[(int)buffer.Kind] is { } array && array.Length >= rows) return array;
        return _arrays[(int)buffer.Kind] = Array.CreateInstance(buffer.Type.GetElementType()!, Math.Max(16, rows + (rows / 4)));
    }

    private T[] Of<T>(BufferKind kind) => (T[])_arrays[(int)kind]!;
}
