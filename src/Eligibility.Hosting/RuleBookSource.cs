using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Eligibility.Hosting;

/// <summary>
/// Gives the rule book of a host. Ask once for each piece of work and keep what it gave, so that one answer rests on one book.
/// Safe to use from many threads.
/// </summary>
public sealed class RuleBookSource
{
    private readonly Lock _loading = new();
    private readonly string _directory;
    private volatile RuleBook? _current;

    /// <summary>Made by the host; loads nothing yet.</summary>
    /// <param name="options">Where the rules are.</param>
    /// <param name="environment">Its content root is where a relative directory starts; without one, the working directory is.</param>
    public RuleBookSource(IOptions<EligibilityOptions> options, IHostEnvironment? environment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _directory = environment is null ? options.Value.RulesDirectory : Path.Combine(environment.ContentRootPath, options.Value.RulesDirectory);
    }

    /// <summary>
    /// The book; it is loaded when it is first asked for, which a host does before it has started. Throws <see cref="RuleBookException"/>
    /// with every diagnostic when the rules are bad.
    /// </summary>
    public RuleBook Current
    {
        get
        {
            if (_current is { } book) return book;
            lock (_loading) return _current ??= RuleBook.Load(_directory);
        }
    }
}
