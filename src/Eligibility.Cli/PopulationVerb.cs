using System.CommandLine;

namespace Eligibility.Cli;

internal static class PopulationVerb
{
    public static Command Create(ToolContext context) => new("population", "x");
}
