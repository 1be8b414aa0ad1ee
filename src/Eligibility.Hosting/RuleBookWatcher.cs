using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eligibility.Hosting;

/// <summary>Reads the rules again when their files change and have been quiet for a while.</summary>
internal sealed partial class RuleBookWatcher(RuleBookSource source, IOptions<EligibilityOptions> options, TimeProvider time, ILogger<RuleBookWatcher> log) : BackgroundService
{
    /// <summary>How often an edit that goes on and on is waited for before its next quiet moment.</summary>
    private const int MostAttempts = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Reload) return;
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = new FileSystemWatcher(source.Directory) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changes.Writer.TryWrite(true);
        watcher.Created += (_, _) => changes.Writer.TryWrite(true);
        watcher.Deleted += (_, _) => changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => changes.Writer.TryWrite(true);
        // An overflow loses events, not the knowledge that something changed.
        watcher.Error += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        // Whatever was edited between loading and watching would otherwise go unseen.
        changes.Writer.TryWrite(true);
        await foreach (var _ in changes.Reader.ReadAllAsync(stoppingToken))
        {
            do await Task.Delay(options.Value.Debounce, time, stoppingToken);
            while (changes.Reader.TryRead(out bool _));
            Reload();
        }
    }

    /// <summary>Reads the rules again and says what came of it, without any fact about anybody.</summary>
    internal void Reload()
    {
        var outcome = ReloadOutcome.ChangedMeanwhile;
        for (var i = 0; i < MostAttempts && outcome == ReloadOutcome.ChangedMeanwhile; i++) outcome = source.Reload();
        switch (outcome)
        {
            case ReloadOutcome.Reloaded: Reloaded(log, source.Current.ContentHash); break;
            case ReloadOutcome.Failed: Failed(log, source.LastFailure!.Diagnostics.Count, source.LastFailure.Message); break;
            case ReloadOutcome.ChangedMeanwhile: Restless(log); break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The rules were read again: {Hash}")]
    private static partial void Reloaded(ILogger log, string hash);

    [LoggerMessage(2, LogLevel.Error, "The changed rules are bad ({Count} mistakes) and were not taken; the book before stays:\n{Mistakes}")]
    private static partial void Failed(ILogger log, int count, string mistakes);

    [LoggerMessage(3, LogLevel.Warning, "The rules keep changing while they are read; the book before stays until they are quiet")]
    private static partial void Restless(ILogger log);
}
