using NodaTime;

namespace Eligibility.Caseload;

/// <summary>How a caseload is read.</summary>
public sealed record CaseloadOptions
{
    /// <summary>The day of knowledge: a household with a fact dated later is rejected. Null: dates are not compared with any day.</summary>
    public LocalDate? KnownAt { get; init; }

    /// <summary>The month that is decided: a household with somebody older than the vocabulary allows is rejected. Needs <see cref="KnownAt"/>.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>Where an unsorted table is sorted on disk; the files go when the reading ends.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    /// <summary>How many characters of cells are held in memory before an unsorted table is sorted on disk.</summary>
    public int CharactersInMemory { get; init; } = RowSorter.DefaultCharacters;
}
