using Director.Application.Accounts;
using Director.Application.ApiKeys;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Infrastructure.Mail;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Persistence.Queries;
using Director.Infrastructure.Status;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Director.Infrastructure.Identity;

/// <summary>Registers accounts, sign-ins and set-up.</summary>
internal static class IdentityRegistration
{
    /// <summary>PBKDF2 with SHA-512; OWASP's password storage cheat sheet asks for 210,000 and more.</summary>
    private const int HashIterations = 220_000;

    internal static IServiceCollection AddIdentityServices(this IServiceCollection services)
    {
        // One for all: it has no state, and what checks strangers' passwords lives as long as the server.
        services.AddSingleton<IPasswordHasher<DirectorUser>, PasswordHasher<DirectorUser>>();
        services.AddIdentityCore<DirectorUser>(identity =>
        {
            identity.Password.RequiredLength = AccountLimits.PasswordMin;
            identity.Password.RequiredUniqueChars = 1;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = ""; // any: the user name is the e-mail address
            identity.Lockout.AllowedForNewUsers = true;
            identity.Lockout.MaxFailedAccessAttempts = 20;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddEntityFrameworkStores<DirectorDbContext>().AddPasswordValidator<GuessablePasswords>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);

        services.AddDataProtection().SetApplicationName("Director");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInTheDatabase>();
        services.AddSingleton<ISecretBox, SecretBox>();

        services.AddSingleton<SessionTickets>();
        services.AddSingleton<SessionDirectory>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddScoped<IApiKeyStore, ApiKeyStore>();
        services.AddScoped<ISecurityRecord, SecurityRecord>();
        services.AddScoped<ISecurityRecordReader, SecurityRecordReader>();
        services.AddScoped<SignInCheck>();
        services.AddSingleton<PasswordResetTickets>();
        services.AddSingleton<PasswordResetPost>();
        services.AddHostedService(sp => sp.GetRequiredService<PasswordResetPost>());
        services.AddScoped<IPasswordResets, PasswordResets>();
        services.AddScoped<UserAdministration>();
        services.AddSingleton<IMailer, SmtpMailer>();
        services.AddScoped<ITotp, Totp>();
        services.AddSingleton<StrangersHash>();
        services.AddHostedService(sp => sp.GetRequiredService<StrangersHash>());
        services.AddSingleton<LastUse>();
        services.AddHostedService(sp => sp.GetRequiredService<LastUse>());
        services.AddPasskeys();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<ISetupCode>(sp => sp.GetRequiredService<SetupCode>());
        services.AddHostedService<SetupCodeAnnouncer>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<ILinkedAccounts, LinkedAccounts>();
        services.AddScoped<ISessions, Sessions>();
        services.AddScoped<ICallerGate, CallerGate>();
        services.AddScoped<ICallerDirectory, CallerDirectory>();
        services.AddSingleton<ISystemStatus, SystemStatus>();
        services.AddSingleton<IFeatureStatus, SketchStatus>();
        return services;
    }
}
