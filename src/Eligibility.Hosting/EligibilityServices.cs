using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Eligibility.Hosting;

/// <summary>Adds the engine to a host.</summary>
public static class EligibilityServices
{
    /// <summary>
    /// Registers <see cref="RuleBookSource"/>, and <see cref="RuleBook"/> for each scope: a request keeps the book it began with. The
    /// rules are loaded while the host starts; when they are bad, or no directory is named, starting throws with every diagnostic.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says where the rules are; null leaves <see cref="EligibilityOptions"/> as configured elsewhere.</param>
    public static IServiceCollection AddEligibility(this IServiceCollection services, Action<EligibilityOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EligibilityOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(o => !string.IsNullOrWhiteSpace(o.RulesDirectory), "没有指定规则目录：请设置 RulesDirectory / no rules directory: set RulesDirectory")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RuleBookSource>();
        services.TryAddSingleton<EligibilityMetrics>();
        services.TryAddSingleton<AssessmentService>();
        services.TryAddScoped(s => s.GetRequiredService<RuleBookSource>().Current);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RuleBookStartup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RuleBookWatcher>());
        if (!services.Any(s => s.ServiceType == typeof(HealthCheckMarker)))
        {
            services.AddSingleton<HealthCheckMarker>();
            services.AddHealthChecks().AddCheck<RuleBookHealthCheck>("eligibility");
        }
        return services;
    }

    /// <summary>Says that the health check is registered: two of one name would keep the host from starting.</summary>
    private sealed class HealthCheckMarker;
}
