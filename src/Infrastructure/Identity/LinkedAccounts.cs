using Director.Application.Accounts;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ILinkedAccounts" />
/// <remarks>Links are rows of <c>user_logins</c>; that a role is by the provider's word is a row of <c>user_tokens</c>, named after the workspace.</remarks>
internal sealed class LinkedAccounts(DirectorDbContext db, UserManager<DirectorUser> users, DirectorSettings settings, TimeProvider clock) : ILinkedAccounts
{
    /// <summary>Names the lock that people wait for who are not linked yet; any number nobody else uses.</summary>
    private const long LinkLock = 0x73736F6C696E6B;

    /// <summary>As the provider's word stands in <c>user_tokens</c>.</summary>
    private const string GivenBy = "single sign-on";

    public string? RoleOf(IReadOnlyCollection<string> groups)
    {
        if (settings.SingleSignOn is not { } rules) return null;
        var theirs = groups.Where(rules.Roles.ContainsKey).Select(g => rules.Roles[g]).ToHashSet(StringComparer.Ordinal);
        // The roles are in order: of several the one that may most.
        return Roles.All.FirstOrDefault(theirs.Contains) ?? rules.RoleOfOthers;
    }

    public async Task<WorkspaceId?> WorkspaceAsync(CancellationToken ct)
    {
        var slug = settings.SingleSignOn?.Workspace;
        var fitting = await db.Workspaces.AsNoTracking().Where(w => slug == null || w.Slug == slug).OrderBy(w => w.Id).Select(w => w.Id).Take(2).ToListAsync(ct);
        return fitting is [var only] ? only : null;
    }

    public async Task<LinkedAccount?> FindAsync(ProviderIdentity identity, CancellationToken ct)
    {
        if (await users.FindByLoginAsync(identity.Issuer, identity.Subject) is { } known) return await OfAsync(known, isLinked: true, hasOther: false);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LinkLock})", ct);
        if (await users.FindByLoginAsync(identity.Issuer, identity.Subject) is { } meanwhile) return await OfAsync(meanwhile, isLinked: true, hasOther: false);
        if (identity.Email is not { } email || await users.FindByEmailAsync(email.Trim()) is not { } namesake) return null;
        var hasOther = (await users.GetLoginsAsync(namesake)).Any(l => l.LoginProvider == identity.Issuer);
        return await OfAsync(namesake, isLinked: false, hasOther);
    }

    public async Task<Result<Account>> CreateAsync(UserId id, string name, string email, CancellationToken ct)
    {
        var made = await users.CreateAsync(new DirectorUser
        {
            Id = id.Value,
            DisplayName = name,
            Email = email,
            UserName = email,
            EmailConfirmed = true,
            CreatedAt = clock.GetUtcNow(),
        });
        if (made.Succeeded) return new Account(id, name, email);
        return made.Errors.Any(e => e.Code.StartsWith("Duplicate", StringComparison.Ordinal)) ? AccountErrors.EmailTaken : SingleSignOnErrors.EmailUnverified;
    }

    public Task LinkAsync(UserId user, ProviderIdentity identity, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"insert into user_logins (login_provider, provider_key, user_id) values ({identity.Issuer}, {identity.Subject}, {user.Value})", ct);

    public Task EnterAsync(UserId user, WorkspaceId workspace, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select set_config('app.workspace', {workspace.ToString()}, true), set_config('app.user', {user.ToString()}, true)", ct);

    public Task NoteGivenAsync(UserId user, WorkspaceId workspace, string role, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        insert into user_tokens (user_id, login_provider, name, value) values ({user.Value}, {GivenBy}, {workspace.ToString()}, {role})
        on conflict (user_id, login_provider, name) do update set value = excluded.value
        """, ct);

    public async Task<bool> TakeGivenAsync(UserId user, WorkspaceId workspace, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"delete from user_tokens where user_id = {user.Value} and login_provider = {GivenBy} and name = {workspace.ToString()}", ct) > 0;

    private async Task<LinkedAccount> OfAsync(DirectorUser user, bool isLinked, bool hasOther) => new(
        new Account(new UserId(user.Id), user.DisplayName, user.Email!), isLinked, hasOther, user.DisabledAt is not null || await users.IsLockedOutAsync(user));
}
