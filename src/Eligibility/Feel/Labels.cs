using System.Text;
using Eligibility.Text;

namespace Eligibility.Feel;

/// <summary>A name in a formula of a rule file: where it stands, its key, and the label that may stand in its place.</summary>
/// <param name="Location">The place in the file.</param>
/// <param name="Key">The key.</param>
/// <param name="Label">The Chinese label; null where it is no name, or not the only one of its kind along the scope.</param>
internal sealed record NameUse(Location Location, string Key, string? Label);

/// <summary>Chinese labels as names in formulas.</summary>
internal static class Labels
{
    /// <summary>
    /// Whether a label is spelt like a name: letters, digits and underscores only, a letter first, no word that FEEL keeps or that an
    /// author might write for one of FEEL's. Keys are ASCII, so what begins with an ASCII character is never a label.
    /// </summary>
    public static bool IsName(string label) =>
        label.Length > 0 && !char.IsAscii(label[0]) && Rune.TryGetRuneAt(label, 0, out var first) && Rune.IsLetter(first)
        && FeelCharacters.IsSimpleName(label) && label.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value == '_')
        && !Token.IsKeyword(label) && !Parser.IsForeignWord(label);
}
