using Director.Infrastructure.Configuration;

namespace Director.Api.Hosting;

/// <summary>Lets the pages of named sites call the API (CORS). Never with a cookie: they come with a token or key of their own, and a browser
/// that sends a cookie along is not told the answer. Without such sites no answer says anything about others.</summary>
internal static class OtherSites
{
    private static readonly string[] Sent =
        ["Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key", "X-Workspace", "Last-Event-ID", "Range"];

    private static readonly string[] Told =
        ["ETag", "Location", "X-Request-Id", "Retry-After", "Content-Disposition", "Content-Range", "Accept-Ranges", "Link"];

    internal static IServiceCollection AddOtherSites(this IServiceCollection services, WebSettings web) =>
        web.CorsOrigins.Count == 0 ? services : services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. web.CorsOrigins]).AllowAnyMethod().WithHeaders(Sent).WithExposedHeaders(Told).SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    internal static void UseOtherSites(this IApplicationBuilder app, WebSettings web)
    {
        if (web.CorsOrigins.Count > 0) app.UseCors();
    }
}
