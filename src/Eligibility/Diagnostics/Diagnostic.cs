using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <summary>How bad it is.</summary>
public enum Severity
{
    /// <summary>What was read cannot be used.</summary>
    Error,

    /// <summary>It can be used; somebody should look.</summary>
    Warning,
}

/// <summary>A kind of mistake: what `elig explain` prints and what tests are checked against.</summary>
/// <param name="Code">Stable, such as "X003": F facts, X expressions, R rules, Q questions, L lints.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">The kind of mistake in a few words.</param>
/// <param name="Meaning">What it means and why it is refused.</param>
/// <param name="Example">A wrong input that has it.</param>
/// <param name="Fix">The same input put right.</param>
public sealed record DiagnosticKind(string Code, Severity Severity, LocalText Title, LocalText Meaning, string Example, string Fix);

/// <summary>One mistake, found at one place, told to a person.</summary>
/// <param name="Kind">The kind of mistake.</param>
/// <param name="Location">Where; null for a mistake that is in no text (an option, a missing folder).</param>
/// <param name="Message">What was found.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Related">The other place, when two places contradict each other.</param>
/// <param name="Path">The path inside a facts document, such as "$.members[0].birthDate"; null elsewhere.</param>
public sealed record Diagnostic(DiagnosticKind Kind, Location? Location, LocalText Message, LocalText Advice, Location? Related = null, string? Path = null)
{
    /// <summary>The code of its kind.</summary>
    public string Code => Kind.Code;

    /// <summary>The severity of its kind.</summary>
    public Severity Severity => Kind.Severity;

    /// <summary>"file:line:column: code: message", in English: for logs and test failures.</summary>
    public override string ToString() => $"{(Location is { } l ? l + ": " : "")}{Code}: {Message.En} {Advice.En}";
}
