using System.Diagnostics.Metrics;
using Eligibility.Hosting;
using Eligibility.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Eligibility.Tests.Hosting;

/// <summary>Rules that change under a running host: taken whole, or not at all.</summary>
public sealed class ReloadTests : IDisposable
{
    private const string Beijing = "110000/minimumLiving/2019-01-01.yaml";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-reload-");
    private readonly Recorder _log = new();

    public ReloadTests()
    {
        var rules = Repository.PathOf("rules");
        foreach (var file in Directory.EnumerateFiles(rules, "*.yaml", SearchOption.AllDirectories).Where(f => !f.EndsWith(".scenarios.yaml", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(rules, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IHost Build(bool reload = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEligibility(o =>
        {
            o.RulesDirectory = _folder.FullName;
            o.Debounce = TimeSpan.FromMilliseconds(50);
            o.Reload = reload;
        });
        builder.Logging.AddProvider(_log);
        return builder.Build();
    }

    private void Edit(Func<string, string> change)
    {
        var path = Path.Combine(_folder.FullName, Beijing);
        var before = File.ReadAllText(path);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 400 && !condition(); i++) await Task.Delay(50);
        Assert.True(condition(), "it did not happen within 20 seconds");
    }

    private static string Payable(RuleBook book)
    {
        var facts = Facts.Parse(File.ReadAllBytes(Repository.PathOf("seeds/beijing/family-with-child.json")), "family", book.Vocabulary);
        return book.Decide(facts, "minimumLiving", new YearMonth(2024, 8), new LocalDate(2024, 8, 31)).Payable.ToString();
    }

    [Fact]
    public async Task A_changed_file_gives_a_new_book_and_a_request_keeps_the_one_it_began_with()
    {
        using var host = Build();
        await host.StartAsync();
        var source = host.Services.GetRequiredService<RuleBookSource>();
        using var request = host.Services.CreateScope();
        var began = request.ServiceProvider.GetRequiredService<RuleBook>();
        Edit(text => text.Replace("value: 1450", "value: 1500", StringComparison.Ordinal));
        await Until(() => source.Current != began);
        // (1500 − 800) × 3 + 25 % × 1500 = 2100 + 375
        Assert.Equal("2475.00", Payable(source.Current));
        Assert.Equal("2312.50", Payable(request.ServiceProvider.GetRequiredService<RuleBook>()));
        Assert.NotEqual(began.ContentHash, source.Current.ContentHash);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_bad_edit_keeps_the_old_book_and_is_reported_until_it_is_mended()
    {
        using var host = Build();
        await host.StartAsync();
        var source = host.Services.GetRequiredService<RuleBookSource>();
        var health = host.Services.GetRequiredService<HealthCheckService>();
        var began = source.Current;
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
        Edit(text => text.Replace("(guaranteeLine - incomePerCapita)", "(guaranteeLin - incomePerCapita)", StringComparison.Ordinal));
        await Until(() => source.LastFailure is not null);
        Assert.Same(began, source.Current);
        Assert.Equal("2312.50", Payable(source.Current));
        Assert.Equal(HealthStatus.Degraded, (await health.CheckHealthAsync()).Status);
        Assert.Contains(source.LastFailure!.Diagnostics, d => d.Code == "X030");
        Assert.Contains(_log.Lines, l => l.Contains("guaranteeLin", StringComparison.Ordinal) && l.StartsWith("Error", StringComparison.Ordinal));
        Edit(text => text.Replace("(guaranteeLin -", "(guaranteeLine -", StringComparison.Ordinal));
        await Until(() => source.LastFailure is null);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
        Assert.Same(began, source.Current);
        await host.StopAsync();
    }

    [Fact]
    public void Files_that_hold_the_same_are_not_loaded_again()
    {
        using var host = Build(reload: false);
        var source = host.Services.GetRequiredService<RuleBookSource>();
        var book = source.Current;
        File.SetLastWriteTimeUtc(Path.Combine(_folder.FullName, Beijing), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(ReloadOutcome.Unchanged, source.Reload());
        Assert.Same(book, source.Current);
    }

    [Fact]
    public async Task A_host_told_not_to_reload_keeps_its_book()
    {
        using var host = Build(reload: false);
        await host.StartAsync();
        var source = host.Services.GetRequiredService<RuleBookSource>();
        var book = source.Current;
        Edit(text => text.Replace("value: 1450", "value: 1500", StringComparison.Ordinal));
        await Task.Delay(300);
        Assert.Same(book, source.Current);
        await host.StopAsync();
    }

    [Fact]
    public async Task Nothing_written_or_measured_names_a_person()
    {
        const string Canary = "金丝雀";
        const string Number = "110101199003070097";
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == EligibilityMetrics.MeterName) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (measured) measured.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}");
        });
        listener.Start();
        using var host = Build(reload: false);
        await host.StartAsync();
        var service = host.Services.GetRequiredService<AssessmentService>();
        var book = host.Services.GetRequiredService<RuleBookSource>().Current;
        var json = File.ReadAllText(Repository.PathOf("seeds/beijing/family-with-child.json")).Replace("丈夫", Canary, StringComparison.Ordinal).Replace("\"id\": \"1\"", $"\"id\": \"{Number}\"", StringComparison.Ordinal);
        Assert.Contains(Canary, json, StringComparison.Ordinal);
        Assert.Contains(Number, json, StringComparison.Ordinal);
        service.Assess(Facts.Parse(json, book.Vocabulary), new YearMonth(2024, 8), new LocalDate(2024, 8, 31));
        Assert.Throws<QuestionException>(() => service.Assess(Facts.Parse(json, book.Vocabulary), new YearMonth(2024, 8), new LocalDate(2024, 8, 31), "999999"));
        listener.RecordObservableInstruments();
        await host.StopAsync();
        Assert.Contains(_log.Lines, l => l.Contains("Assessed 110000", StringComparison.Ordinal));
        Assert.Contains(measured, m => m.StartsWith("eligibility.decisions 1 programme=minimumLiving outcome=Eligible", StringComparison.Ordinal));
        Assert.Contains(measured, m => m.StartsWith("eligibility.assessment.duration", StringComparison.Ordinal));
        Assert.Contains(measured, m => m.StartsWith("eligibility.book.age", StringComparison.Ordinal));
        foreach (var line in _log.Lines.Concat(measured))
        {
            Assert.DoesNotContain(Canary, line, StringComparison.Ordinal);
            Assert.DoesNotContain(Number, line, StringComparison.Ordinal);
        }
    }

    /// <summary>Keeps every line that anything logs, exceptions included.</summary>
    private sealed class Recorder : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines) return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}
