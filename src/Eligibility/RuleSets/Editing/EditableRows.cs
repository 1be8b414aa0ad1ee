namespace Eligibility.RuleSets.Editing;

/// <summary>One value of a parameter as a row of texts, as they stand in the file.</summary>
/// <param name="Id">What finds the value in its file again; empty for one that is to be added.</param>
/// <param name="File">The file.</param>
/// <param name="Parameter">The parameter's key.</param>
/// <param name="Key">The combination of keys, such as "urban"; empty for a plain parameter.</param>
/// <param name="Cells">The texts by <see cref="ValueFields"/>, in that order; empty where nothing stands.</param>
/// <param name="Row">The row of a sheet that it was read from; 0 when it was read from the file.</param>
internal sealed record ValueRow(string Id, string File, string Parameter, string Key, IReadOnlyList<string> Cells, long Row = 0)
{
    public string this[string field] => Cells[ValueFields.IndexOf(field)];
}

/// <summary>What is said of a value, in the order in which a file says it.</summary>
internal static class ValueFields
{
    public const string From = "from";
    public const string Value = "value";
    public const string Cite = "cite";
    public const string Note = "note";

    /// <summary>The English half of a note; a note in one language stands under <see cref="Note"/>.</summary>
    public const string NoteInEnglish = "note (en)";

    public static readonly IReadOnlyList<string> All = [From, "to", "published", Value, "attestedThrough", "recalled", "withdrawn", "status", Cite, Note, NoteInEnglish];

    public static int IndexOf(string field)
    {
        for (var i = 0; i < All.Count; i++)
            if (All[i] == field) return i;
        throw new ArgumentOutOfRangeException(nameof(field), field, "no such field");
    }
}

/// <summary>A decision table as cells.</summary>
/// <param name="Id">What finds the table in its file again.</param>
/// <param name="File">The file.</param>
/// <param name="Item">The item whose table it is.</param>
/// <param name="Hit">Its hit policy.</param>
/// <param name="Header">Inputs and the name of the result.</param>
/// <param name="Rows">The rows, each as wide as the header.</param>
/// <param name="Row">The row of a sheet at which it begins; 0 when it was read from the file.</param>
internal sealed record TableCells(string Id, string File, string Item, string Hit, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, long Row = 0)
{
    public bool HasRowsOf(TableCells other) => Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(p => p.First.SequenceEqual(p.Second));
}

/// <summary>A formula, to be seen only.</summary>
/// <param name="File">The file.</param>
/// <param name="Item">The item.</param>
/// <param name="Part">Which of its formulas.</param>
/// <param name="Text">The formula.</param>
/// <param name="Cite">Its articles as the file writes them.</param>
internal sealed record FormulaCell(string File, string Item, string Part, string Text, string Cite);
