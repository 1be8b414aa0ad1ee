using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Vocabulary;

/// <summary>The keys by which rules and facts name things.</summary>
internal static class VocabularyName
{
    /// <summary>The <c>name</c> of a declaration; the empty text, reported, when there is none that can be used.</summary>
    public static string Read(MapReader reader, DiagnosticBag bag)
    {
        if (reader.Text("name", required: true) is not { } name) return "";
        if (IsValid(name)) return name;
        bag.BadVocabulary(reader.ValueLocation("name"), new LocalText(
            $"“{name}”不能作为名称：要以字母开头，只用英文字母、数字和下划线。",
            $"`{name}` cannot be a name: it begins with a letter and has English letters, digits and underscores only."));
        return "";
    }

    private static bool IsValid(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
