using Eligibility.Diagnostics;
using Eligibility.RuleSets;
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
    private readonly TimeProvider _time;
    private volatile RuleBook? _current;

    /// <summary>Made by the host; loads nothing yet.</summary>
    /// <param name="options">Where the rules are.</param>
    /// <param name="time">The clock that says when a book was loaded.</param>
    /// <param name="environment">Its content root is where a relative directory starts; without one, the working directory is.</param>
    public RuleBookSource(IOptions<EligibilityOptions> options, TimeProvider time, IHostEnvironment? environment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _time = time;
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
            lock (_loading)
            {
                if (_current is { } loaded) return loaded;
                var first = RuleBook.Load(_directory);
                Swap(first);
                return first;
            }
        }
    }

    /// <summary>Why the last attempt to read changed rules failed; null when it did not. The book stays the one before.</summary>
    public RuleBookException? LastFailure { get; private set; }

    /// <summary>When the current book was loaded.</summary>
    public DateTimeOffset LoadedAt { get; private set; }

    internal string Directory => _directory;

    /// <summary>
    /// Reads the rules again. The files are hashed before and after: an edit that goes on while they are read is not half taken. The swap is
    /// atomic; who holds the old book keeps it.
    /// </summary>
    internal ReloadOutcome Reload()
    {
        lock (_loading)
        {
            var bag = new DiagnosticBag();
            var sources = RuleDirectory.Read(_directory, bag);
            var hash = RuleDirectory.HashOf(sources);
            if (_current is { } book && book.ContentHash == hash && !bag.HasErrors)
            {
                LastFailure = null;
                return ReloadOutcome.Unchanged;
            }
            var loaded = bag.HasErrors ? null : RuleBook.TryLoad(sources, bag);
            if (RuleDirectory.HashOf(RuleDirectory.Read(_directory, new DiagnosticBag())) != hash) return ReloadOutcome.ChangedMeanwhile;
            if (loaded is null || bag.HasErrors)
            {
                LastFailure = new RuleBookException(bag);
                return ReloadOutcome.Failed;
            }
            Swap(loaded);
            return ReloadOutcome.Reloaded;
        }
    }

    private void Swap(RuleBook book)
    {
        LoadedAt = _time.GetUtcNow();
        LastFailure = null;
        _current = book;
    }
}

/// <summary>What reading the rules again came to.</summary>
internal enum ReloadOutcome
{
    /// <summary>The files hold what they held.</summary>
    Unchanged,

    /// <summary>The files changed while they were read: try again.</summary>
    ChangedMeanwhile,

    /// <summary>The new rules are bad; the old book stays.</summary>
    Failed,

    /// <summary>The new book is current.</summary>
    Reloaded,
}
