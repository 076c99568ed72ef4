using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace Director.Api.Endpoints;

/// <summary>Where a browser begins to sign in through the provider. It is sent on from page to page, so this is no operation that a program could call.</summary>
internal sealed class SingleSignOnEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/auth/oidc/start", StartAsync).WithName("startSingleSignOn").WithTags("Auth").AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> StartAsync(
        string? returnTo, HttpContext context, IAuthenticationSchemeProvider schemes, GuessLimit limit, ILogger<SingleSignOnEvents> logger)
    {
        if (await schemes.GetSchemeAsync(SingleSignOn.SchemeName) is null) return Problems.From(SingleSignOnErrors.Off);
        if (!IsOwnPath(returnTo ??= "/")) return Problems.From(SingleSignOnErrors.ReturnTo);
        if (limit.AskForSingleSignOn(context) is { } tooMany) return Problems.From(tooMany);
        try
        {
            await context.ChallengeAsync(SingleSignOn.SchemeName, new AuthenticationProperties { RedirectUri = context.Request.PathBase + returnTo });
        }
        catch (Exception e) when (SingleSignOnEvents.IsOutage(e, context))
        {
            SingleSignOnEvents.Note(logger, SingleSignOnErrors.Unavailable, e);
            SingleSignOnEvents.SendBack(context, SingleSignOnErrors.Unavailable);
        }

        return Results.Empty;
    }

    /// <summary>One slash at the beginning: two would be another host, and browsers read a backslash as a slash and skip control characters.</summary>
    private static bool IsOwnPath(string path) =>
        path.Length <= LongestPath && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Any(c => c == '\\' || char.IsControl(c));

    private const int LongestPath = 2000;
}
