using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>A table of a caseload whose header has been read. Its rows can be read again from the start.</summary>
internal abstract class Table(string file, EntityDeclaration entity)
{
    /// <summary>The longest row that is read, in bytes.</summary>
    public const int MaxRowBytes = 1 << 20;

    /// <summary>The name that people are told: of the file in the folder, or of the sheet.</summary>
    public string File { get; } = file;

    public EntityDeclaration Entity { get; } = entity;

    /// <summary>Names the table in the places of diagnostics; their offsets count the cells of a household, not characters.</summary>
    public SourceText Source { get; } = new(file, "");

    /// <summary>The header; null where rows are whole facts.</summary>
    public Header? Header { get; init; }

    /// <summary>Whether there is any row. A table of a list that has none says nothing about anybody.</summary>
    public bool HasRows => _hasRows ??= Rows().Any();

    private bool? _hasRows;

    /// <summary>The rows in the order of the file; empty ones are passed over.</summary>
    public abstract IEnumerable<TableRow> Rows();

    /// <summary>The households of the rows in the order of the file.</summary>
    public virtual IEnumerable<string> Households() => Rows().Select(r => r.Household);

    /// <summary>Whether the rows are in the order of households.</summary>
    public bool IsSorted()
    {
        string? last = null;
        foreach (var household in Households())
        {
            if (last is not null && HouseholdOrder.Instance.Compare(last, household) > 0) return false;
            last = household;
        }
        return true;
    }

    /// <summary>A cell without the spaces around it, wide ones too.</summary>
    public static string Clean(string text) => text.Length == 0 || !(char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) ? text : text.Trim();
}
