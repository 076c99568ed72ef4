namespace Director.Api.Hosting;

/// <summary>The two addresses a supervisor asks: does the process live, and can it work.</summary>
internal static class HealthEndpoints
{
    internal static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", () => Results.Ok(new { status = "live" }));
        health.MapGet("/ready", AnswerAsync);
    }

    /// <summary>Which part is not ready is told to people who are signed in; anybody else learns only whether.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, Readiness readiness)
    {
        context.Response.Headers.CacheControl = "no-store";
        var problems = await readiness.AskAsync(context.RequestAborted);
        var isReady = problems.Values.All(problem => problem is null);
        var answer = new
        {
            status = isReady ? "ready" : "notReady",
            checks = context.User.Identity?.IsAuthenticated == true ? problems : null,
        };
        return Results.Json(answer, statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
