using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Eligibility.Hosting;

/// <summary>Healthy with the book's hash and age; degraded while changed rules are bad and an older book answers.</summary>
internal sealed class RuleBookHealthCheck(RuleBookSource source, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object> { ["hash"] = source.Current.ContentHash, ["ageSeconds"] = (long)(time.GetUtcNow() - source.LoadedAt).TotalSeconds };
        return Task.FromResult(source.LastFailure is { } failure
            ? HealthCheckResult.Degraded($"the changed rules are bad ({failure.Diagnostics.Count} mistakes); the book before answers", data: data)
            : HealthCheckResult.Healthy("the rules are loaded", data));
    }
}
