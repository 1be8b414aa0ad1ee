using Eligibility.Text;

namespace Eligibility.Vocabulary;

/// <summary>The ways in which an office comes to know a fact: what it can check itself must not be asked of the family.</summary>
internal static class ObtainFrom
{
    private static readonly (string Name, LocalText Label)[] Channels =
    [
        ("dataCheck", new("信息核对", "data check")),
        ("department", new("部门信息共享", "another department")),
        ("disabilityFederation", new("残疾人联合会", "the disabled persons' federation")),
        ("ownStatement", new("本人声明", "own statement")),
        ("homeVisit", new("入户调查", "home visit")),
        ("office", new("经办机构", "the office")),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Channels.Select(c => c.Name)];

    /// <summary>How people call a way; the name itself when there is no such way.</summary>
    public static LocalText Label(string name) => Channels.FirstOrDefault(c => c.Name == name).Label ?? LocalText.Same(name);
}
