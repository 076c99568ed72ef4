using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

internal sealed record WorkspaceShown(
    Guid Id, string Slug, string Name, string Currency, DateTimeOffset? ArchivedAt, long Version, string Role, string[] Permissions, SettingsShown Settings, UsageShown Usage);

internal sealed record SettingsShown(long? StorageQuotaBytes, decimal? MonthlyBudget, string? ShotCodeScheme, string? DefaultFrameRate, string? DefaultAspectRatio);

internal sealed record UsageShown(long StorageBytes, int Members, int Films);

internal sealed record MemberShown(Guid UserId, string Name, string Email, string Role, bool Disabled);

internal sealed record InvitationShown(Guid Id, string Role, string? Email, DateTimeOffset ExpiresAt, bool Expired);

internal sealed record InvitedAnswer(InvitationShown Invitation, string Token, string Url);

internal sealed record OfferAnswer(string WorkspaceName, string Role, string InvitedBy, string? Email, bool? HasAccount);

/// <summary>A workspace with people of several roles in it.</summary>
internal static class Company
{
    /// <summary>Makes somebody a member of another's workspace, and gives a client of theirs that works in it.</summary>
    internal static async Task<HttpClient> JoinAsync(this DirectorApp app, string who, Guid workspace, string role)
    {
        var person = await app.PersonAsync(who);
        await using var connection = await app.Database.OpenAsOwnerAsync();
        await TestDatabase.ListAsync<string>(connection, "select set_config('app.workspace', $1, false)", workspace.ToString());
        await TestDatabase.ListAsync<Guid>(connection,
            "insert into workspace_members (workspace_id, user_id, role, created_at) values ($1, $2, $3, now()) returning user_id", workspace, person.Id, role);
        return await app.InAsync(who, workspace);
    }

    /// <summary>A client of somebody that works in a workspace.</summary>
    internal static async Task<HttpClient> InAsync(this DirectorApp app, string who, Guid workspace)
    {
        var client = await app.CreateClient(who);
        client.DefaultRequestHeaders.Add("X-Workspace", workspace.ToString());
        return client;
    }

    /// <summary>Rows of a workspace in the record, oldest first, as <c>kind subject actorKind actorName</c>.</summary>
    internal static Task<IReadOnlyList<string>> RecordAsync(this DirectorApp app, Guid workspace) =>
        app.Database.ListAsync<string>("select concat_ws(' ', kind, subject_type, actor_kind, actor_name) from activity where workspace_id = $1 order by tx, seq", workspace);

    internal static Guid Id(this JsonElement thing) => thing.GetProperty("id").GetGuid();
}
