using System.Text.Json;
using Director.Api.FunctionalTests.Auth;
using Director.Infrastructure.Identity;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>The part of the walk that is about the walker's own account and their workspace's keys.</summary>
internal static class WalkAccounts
{
    private const string Second = "a longer walk by the sea";
    private const string Third = "the longest walk by the sea";

    private static readonly SoftAuthenticator Device = new();

    internal static IReadOnlyList<Step> Steps { get; } = [.. Keys, .. Account, .. Codes, .. Passkeys, .. Forgotten];

    private static Step[] Keys =>
    [
        new("createApiKey", "POST /api/workspaces/{film.workspaceId}/api-keys", _ => new { name = "Conform", scopes = new[] { "look", "edit" } }, Keep: "key"),
        new("listApiKeys", "GET /api/workspaces/{film.workspaceId}/api-keys"),
        new("revokeApiKey", "DELETE /api/workspaces/{film.workspaceId}/api-keys/{key}"),
        new("listWorkspaceSecurityEvents", "GET /api/workspaces/{film.workspaceId}/security-events"),
        new("listMySecurityEvents", "GET /api/me/security-events?limit=5"),
    ];

    private static Step[] Account =>
    [
        new("updateMe", "PATCH /api/me", _ => new { name = "Night Walker" }),
        new("changePassword", "POST /api/me/password", _ => new { currentPassword = Walk.Password, newPassword = Second }),
        new("login", "POST /api/auth/login", s => new { email = s.Email, password = Second, mode = "token" }),
        new("beginTelegramLink", "POST /api/me/telegram"),
        new("getTelegramLink", "GET /api/me/telegram"),
        new("removeTelegramLink", "DELETE /api/me/telegram"),
        new("listSessions", "GET /api/me/sessions", Keep: "places"),
        new("revokeSession", "DELETE /api/me/sessions/{places.items.0.id}"),
        new("revokeOtherSessions", "DELETE /api/me/sessions"),
    ];

    private static Step[] Codes =>
    [
        new("beginTotp", "POST /api/me/totp", Keep: "seed"),
        new("confirmTotp", "POST /api/me/totp/confirm", s => new { code = OneTimeCode.At(s.Clock.GetUtcNow().ToUnixTimeSeconds() / 30, Base32.Bytes(s["seed.secret"])) }),
        new("getTotp", "GET /api/me/totp"),
        new("removeTotp", "DELETE /api/me/totp", _ => new { password = Second }),
    ];

    private static Step[] Passkeys =>
    [
        new("beginPasskey", "POST /api/me/passkeys/options", Keep: "wanted"),
        new("addPasskey", "POST /api/me/passkeys", s => new { name = "Pocket", credential = Device.Create(Options(s, "wanted")) }, Keep: "passkey"),
        new("listPasskeys", "GET /api/me/passkeys"),
        new("beginPasskeyLogin", "POST /api/auth/passkey/options", Keep: "asked"),
        new("loginWithPasskey", "POST /api/auth/passkey", s => new { credential = Device.Get(Options(s, "asked")), mode = "token" }, Keep: "session"),
        new("removePasskey", "DELETE /api/me/passkeys/{passkey}"),
    ];

    private static Step[] Forgotten =>
    [
        new("requestPasswordReset", "POST /api/auth/forgot", s => new { email = s.Email }),
        new("resetPassword", "POST /api/auth/reset", s => new { token = s.Mailed("#token="), newPassword = Third }),
        new("login", "POST /api/auth/login", s => new { email = s.Email, password = Third, mode = "token" }, Keep: "session"),
    ];

    private static JsonElement Options(Story story, string kept) => JsonElement.Parse(story[$"{kept}.options"]);

}
