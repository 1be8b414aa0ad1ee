namespace Eligibility.Tests.Conformance;

/// <summary>Cases of the conformance file with which the engine disagrees on purpose, each with its reason.</summary>
internal static class KnownDifferences
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>();
}
