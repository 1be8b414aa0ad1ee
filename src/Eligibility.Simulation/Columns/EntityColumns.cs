namespace Eligibility.Simulation.Columns;

/// <summary>All instances of one entity in a chunk. Those of one parent lie together, in the order of the parents.</summary>
internal sealed class EntityColumns(EntityShape shape)
{
    private int[] _parent = new int[1];
    private int[] _root = new int[1];
    private int[] _first = new int[2];

    public EntityShape Shape { get; } = shape;

    public int Count { get; private set; }

    /// <summary>The row of the instance that holds each instance.</summary>
    public int[] Parent => _parent;

    /// <summary>The household that each instance belongs to.</summary>
    public int[] Root => _root;

    /// <summary>Where the rows of each parent start; they end where those of the next start.</summary>
    public int[] First => _first;

    public Column[] Columns { get; } = [.. shape.Columns.Select(c => new Column(c))];

    public void Clear()
    {
        Count = 0;
        foreach (var column in Columns) column.Clear();
    }

    /// <summary>Adds a row, whose values are set next.</summary>
    public int Add(int parent, int root)
    {
        if (Count == _parent.Length)
        {
            Array.Resize(ref _parent, Count * 2);
            Array.Resize(ref _root, Count * 2);
            foreach (var column in Columns) column.Reserve(Count * 2);
        }
        _parent[Count] = parent;
        _root[Count] = root;
        return Count++;
    }

    /// <summary>Takes back the rows from one on, of a household that turned out not to fit.</summary>
    public void Truncate(int count)
    {
        Count = count;
        foreach (var column in Columns.Where(c => c.Shape.Kind == ColumnKind.Texts)) column.TruncateElements(count);
    }

    /// <summary>Finds where the rows of each parent start.</summary>
    public void Seal(int parents)
    {
        if (_first.Length < parents + 2) Array.Resize(ref _first, Math.Max(parents + 2, _first.Length * 2));
        var row = 0;
        for (var p = 0; p <= parents; p++)
        {
            while (row < Count && _parent[row] < p) row++;
            _first[p] = row;
        }
        _first[parents + 1] = row;
    }
}
