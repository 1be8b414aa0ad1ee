namespace Eligibility.Hosting;

/// <summary>Where the rules come from.</summary>
public sealed class EligibilityOptions
{
    /// <summary>The rules directory; a relative path starts at the host's content root. Must not be empty; default "rules".</summary>
    public string RulesDirectory { get; set; } = "rules";
}
