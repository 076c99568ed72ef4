using Director.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Identity;

/// <summary>Registers passkeys.</summary>
internal static class PasskeyRegistration
{
    internal static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<IPasskeyHandler<DirectorUser>, PasskeyHandler<DirectorUser>>();
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<IPasskeys, Passkeys>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.AuthenticatorTimeout = PasskeyChallenges.Life;
            passkeys.ResidentKeyRequirement = "required"; // it says whose it is, so nobody has to type an address
            passkeys.UserVerificationRequirement = "required"; // a finger or a PIN: only so it is two factors
            passkeys.ValidateOrigin = context => ValueTask.FromResult(IsOwn(context));
        });
        return services;
    }

    /// <summary>The page that asked was of the host that is answering. The scheme may differ: HTTPS often ends at a proxy; browsers give passkeys to safe pages alone.</summary>
    private static bool IsOwn(PasskeyOriginValidationContext context) =>
        !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && Uri.TryCreate($"{origin.Scheme}://{context.HttpContext.Request.Host.Value}", UriKind.Absolute, out var own)
        && origin.Authority.Equals(own.Authority, StringComparison.OrdinalIgnoreCase);
}
