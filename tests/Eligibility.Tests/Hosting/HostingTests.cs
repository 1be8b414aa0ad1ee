using Eligibility.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Eligibility.Tests.Hosting;

public sealed class HostingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-hosting-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_lines_of_the_README_decide_the_family()
    {
        var printed = await EmbedIt.Run(["--contentRoot", Repository.Root], Repository.PathOf("seeds/beijing/family-with-child.json"));
        Assert.StartsWith("2312.50 yuan a month\n北京市（110000）　2024年8月　按2024-08-31所知的规则\n", printed.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_service_of_a_host_starts_with_bad_rules()
    {
        var builder = Builder(o => o.RulesDirectory = "nowhere");
        var witness = new Witness();
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(witness));
        using (var host = builder.Build()) await Assert.ThrowsAsync<RuleBookException>(() => host.StartAsync());
        Assert.False(witness.Started);

        builder = Builder(o => o.RulesDirectory = Repository.PathOf("rules"));
        builder.Services.AddSingleton<IHostedService>(witness);
        using (var host = builder.Build()) await host.StartAsync();
        Assert.True(witness.Started);
    }

    [Fact]
    public void Every_scope_gets_the_one_book()
    {
        using var host = Builder(o => o.RulesDirectory = Repository.PathOf("rules")).Build();
        using var a = host.Services.CreateScope();
        using var b = host.Services.CreateScope();
        var source = host.Services.GetRequiredService<RuleBookSource>();
        Assert.Same(source.Current, a.ServiceProvider.GetRequiredService<RuleBook>());
        Assert.Same(source.Current, b.ServiceProvider.GetRequiredService<RuleBook>());
    }

    [Fact]
    public async Task A_host_with_bad_rules_does_not_start_and_says_everything_that_is_wrong()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "vocabulary.yaml"), "roles: { root: card }\nentities: []\n");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "jurisdictions.yaml"), "jurisdictions: [ { code: \"12\", name: { en: nowhere } } ]\n");
        using var host = Builder(o => o.RulesDirectory = _folder.FullName).Build();
        var e = await Assert.ThrowsAsync<RuleBookException>(() => host.StartAsync());
        Assert.True(e.Diagnostics.Count >= 3, e.Message);
        Assert.Contains("vocabulary.yaml:1:", e.Message, StringComparison.Ordinal);
        Assert.Contains("jurisdictions.yaml:1:", e.Message, StringComparison.Ordinal);
        Assert.Contains("      ^", e.Message, StringComparison.Ordinal);
        Assert.All(e.Diagnostics, d => Assert.Contains(d.Code, e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_without_its_rules_directory_does_not_start()
    {
        using var host = Builder(o => o.RulesDirectory = "nowhere").Build();
        var e = await Assert.ThrowsAsync<RuleBookException>(() => host.StartAsync());
        Assert.Equal("R049", Assert.Single(e.Diagnostics).Code);
        Assert.Contains("nowhere", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task A_host_that_names_no_directory_does_not_start(string? directory)
    {
        using var host = Builder(o => o.RulesDirectory = directory!).Build();
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("RulesDirectory", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_it_twice_loads_the_rules_of_the_second_once()
    {
        var builder = Builder(o => o.RulesDirectory = "nowhere");
        builder.Services.AddEligibility(o => o.RulesDirectory = Repository.PathOf("rules"));
        using var host = builder.Build();
        await host.StartAsync();
        var types = host.Services.GetServices<IHostedService>().Select(s => s.GetType()).ToArray();
        Assert.Equal(types.Distinct(), types);
        await host.StopAsync();
    }

    private HostApplicationBuilder Builder(Action<EligibilityOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder.FullName });
        builder.Services.AddEligibility(configure);
        return builder;
    }

    private sealed class Witness : IHostedService
    {
        public bool Started { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Started = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
