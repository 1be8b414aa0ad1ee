using System.Text;
using Eligibility.Caseload;

namespace Eligibility.Simulation.Impact;

/// <summary>A household of the chunk at hand.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Id">Its number in the caseload.</param>
/// <param name="Weight">How many it stands for, in millionths.</param>
/// <param name="FirstPerson">The row of its first person.</param>
/// <param name="EndPerson">The row behind its last.</param>
internal readonly record struct Household(int Row, string Id, long Weight, int FirstPerson, int EndPerson)
{
    public int Size => EndPerson - FirstPerson;
}

/// <summary>Writes the lines of <c>households.csv</c>.</summary>
internal static class HouseholdLine
{
    public static void Write(StringBuilder lines, Household h, string programme, string rest) =>
        lines.Append(CsvText.Cell(h.Id)).Append(',').Append(Yuan.Weight(h.Weight)).Append(',').Append(programme).Append(',').Append(rest).Append('\n');
}
