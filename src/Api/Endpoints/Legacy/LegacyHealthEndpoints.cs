using System.Text.Json.Serialization;
using Director.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints.Legacy;

/// <summary>The former system's <c>/api/health</c>: monitors ask without a key and learn only whether.</summary>
internal sealed class LegacyHealthEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/health").AllowAnonymous().WithTags("Former addresses");
        group.MapGet("", (Readiness readiness, CancellationToken ct) => AskAsync(readiness, null, ct)).WithName("legacyGetHealth").WithSummary("Whether the server can work.").ReplacedBy("/health/ready");
        group.MapGet("/db", (Readiness readiness, CancellationToken ct) => AskAsync(readiness, "database", ct)).WithName("legacyGetDatabaseHealth").WithSummary("Whether the database answers.").ReplacedBy("/health/ready");
        group.MapGet("/storage", (Readiness readiness, CancellationToken ct) => AskAsync(readiness, "storage", ct)).WithName("legacyGetStorageHealth").WithSummary("Whether files can be kept.").ReplacedBy("/health/ready");
    }

    private static async Task<Ok<LegacyHealth>> AskAsync(Readiness readiness, string? part, CancellationToken ct)
    {
        var problems = await readiness.AskAsync(ct);
        return TypedResults.Ok(new LegacyHealth(problems.Where(p => part is null || p.Key == part).All(p => p.Value is null) ? "healthy" : "unhealthy"));
    }
}

/// <summary>Whether it works.</summary>
/// <param name="Status">healthy or unhealthy.</param>
internal sealed record LegacyHealth([property: JsonPropertyName("status")] string Status);
