using Eligibility.Text;

namespace Eligibility.Explanation;

/// <summary>An assessment as short messages: for every programme that has something to do with the household, the outcome with its reason.</summary>
public static class SmsAnswer
{
    /// <summary>The most UTF-16 units of a message: what one with Chinese characters holds.</summary>
    public const int Longest = Sms.Longest;

    /// <summary>One message a programme, each at most <see cref="Longest"/> UTF-16 units; no figure or word is cut, what does not fit is left out whole.</summary>
    public static IReadOnlyList<(string Programme, string Text)> Write(Assessment assessment, Language language)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return [.. FamilyAnswer.Of(assessment, language).Programmes.Select(p => (p.Programme.Decision.Programme, p.Sms))];
    }
}
