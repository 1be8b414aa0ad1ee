namespace Eligibility.Vocabulary;

/// <summary>Codes of places: six digits down to the county (GB/T 2260), nine for a township, twelve for a village.</summary>
internal static class JurisdictionCode
{
    public static bool IsValid(string text) => text.Length is 6 or 9 or 12 && text.All(char.IsAsciiDigit);
}
