namespace Eligibility.Simulation.Columns;

/// <summary>The values of one attribute, a row for each instance. What is not known has the value 0, so that computing with it stays in bounds.</summary>
internal sealed class Column(ColumnShape shape)
{
    public ColumnShape Shape { get; } = shape;

    /// <summary>Numbers, dates and handles of texts; of a list of texts, where its elements start.</summary>
    public long[] Values { get; private set; } = new long[2];

    public bool[] Flags { get; private set; } = new bool[1];

    public bool[] Unknown { get; private set; } = new bool[1];

    /// <summary>What does not exist, of an attribute whose absence says so.</summary>
    public bool[] None { get; private set; } = new bool[1];

    /// <summary>The elements of all lists of texts; those of a row end where those of the next start.</summary>
    public long[] Elements { get; private set; } = new long[2];

    public int ElementCount { get; private set; }

    /// <summary>Whether any row is unknown.</summary>
    public bool HasUnknown { get; private set; }

    public void Clear()
    {
        HasUnknown = false;
        ElementCount = 0;
        if (Shape.Kind == ColumnKind.Texts) Values[0] = 0;
    }

    /// <summary>Makes room for so many rows.</summary>
    public void Reserve(int rows)
    {
        if (Unknown.Length >= rows) return;
        var length = Math.Max(rows, Unknown.Length * 2);
        Unknown = Grown(Unknown, length);
        None = Grown(None, length);
        if (Shape.Kind == ColumnKind.Flag) Flags = Grown(Flags, length);
        else if (Shape.Kind <= ColumnKind.Texts) Values = Grown(Values, length + 1);
    }

    public void Set(int row, long value)
    {
        Values[row] = value;
        Unknown[row] = false;
        None[row] = false;
    }

    public void Set(int row, bool value)
    {
        Flags[row] = value;
        Unknown[row] = false;
        None[row] = false;
    }

    /// <summary>Marks a list or entity as known.</summary>
    public void SetKnown(int row)
    {
        Unknown[row] = false;
        None[row] = false;
        if (Shape.Kind == ColumnKind.Texts) Values[row + 1] = ElementCount;
    }

    public void SetUnknown(int row)
    {
        SetNothing(row);
        Unknown[row] = true;
        None[row] = false;
        HasUnknown = true;
    }

    public void SetNone(int row)
    {
        SetNothing(row);
        Unknown[row] = false;
        None[row] = true;
    }

    /// <summary>Adds an element to the list of texts of the row that is being set; <see cref="SetKnown"/> ends it.</summary>
    public void AddElement(long handle)
    {
        if (ElementCount == Elements.Length) Elements = Grown(Elements, Elements.Length * 2);
        Elements[ElementCount++] = handle;
    }

    /// <summary>Forgets the elements of the rows from one on.</summary>
    public void TruncateElements(int rows) => ElementCount = (int)Values[rows];

    private void SetNothing(int row)
    {
        if (Shape.Kind == ColumnKind.Flag) Flags[row] = false;
        else if (Shape.Kind == ColumnKind.Texts) Values[row + 1] = ElementCount;
        else if (Shape.Kind < ColumnKind.Texts) Values[row] = 0;
    }

    private static T[] Grown<T>(T[] array, int length)
    {
        Array.Resize(ref array, length);
        return array;
    }
}
