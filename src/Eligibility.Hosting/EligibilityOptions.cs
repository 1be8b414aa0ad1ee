namespace Eligibility.Hosting;

/// <summary>Where the rules come from, and whether they are read again when they change.</summary>
public sealed class EligibilityOptions
{
    /// <summary>The rules directory; a relative path starts at the host's content root. Must not be empty; default "rules".</summary>
    public string RulesDirectory { get; set; } = "rules";

    /// <summary>Whether the rules are read again when their files change; default true. A bad edit keeps the old book and is reported.</summary>
    public bool Reload { get; set; } = true;

    /// <summary>How long the files must have been quiet before they are read again; default half a second.</summary>
    public TimeSpan Debounce { get; set; } = TimeSpan.FromMilliseconds(500);
}
