using System.Text.Json;

namespace Eligibility.Tests.Conformance;

/// <summary>One case of the conformance file.</summary>
/// <param name="Id">Folder, case and decision of the compatibility kit.</param>
/// <param name="Inputs">Names with their values as FEEL literals.</param>
/// <param name="Definitions">Named expressions, each visible to the ones behind it.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Expected">The value as a FEEL literal.</param>
internal sealed record FeelCase(string Id, IReadOnlyList<(string Name, string Literal)> Inputs, IReadOnlyList<(string Name, string Expression)> Definitions, string Expression,
    string Expected)
{
    public bool ExpectsValue => Expected != "null";

    public override string ToString() => Id;
}

/// <summary>The conformance file: outside data that is never part of the project.</summary>
internal static class FeelCases
{
    /// <summary>The environment variable that names another file.</summary>
    public const string Variable = "FEEL_CASES";

    /// <summary>The file that the variable names; else the one beside the working copy.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? System.IO.Path.GetFullPath(named)
        : System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, "..", "shared", "conformance", "feel-cases.json"));

    /// <summary>Whether the file is the default one, to which the lists of ids belong.</summary>
    public static bool IsDefault => Environment.GetEnvironmentVariable(Variable) is null or "" || System.IO.Path.GetFileName(Path) == "feel-cases.json";

    /// <summary>Why the suite does not run: the default file is not there and no other is named. Null when it runs, be it only to say that a named file is missing.</summary>
    public static string? WhySkipped => File.Exists(Path) || Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }
        ? null
        : $"the conformance cases are outside data, and no file lies at ../shared/conformance/feel-cases.json; {Variable} names another";

    public static IReadOnlyList<FeelCase> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.EnumerateArray().Select(c => new FeelCase(
            Text(c, "id"),
            [.. c.GetProperty("inputs").EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))],
            [.. c.GetProperty("definitions").EnumerateArray().Select(d => (Text(d, "name"), Text(d, "expression")))],
            Text(c, "expression"),
            Text(c, "expected")))];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

/// <summary>A test that needs the conformance file: skipped, with the reason, where it is not there.</summary>
internal sealed class FeelCasesFactAttribute : FactAttribute
{
    public FeelCasesFactAttribute() => Skip = FeelCases.WhySkipped;
}
