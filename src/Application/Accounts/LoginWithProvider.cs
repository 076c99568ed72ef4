using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>
/// Signs a browser in as somebody whom the provider has recognised. Whoever is in a group that has a role gets an account and that role;
/// whose groups have none any more loses what they had by them. No one-time code is asked for: the provider decides what it asks.
/// </summary>
/// <remarks>Its own transaction: a refusal undoes it and is put on record all the same.</remarks>
[AllowAnyone]
public sealed record LoginWithProviderCommand(ProviderIdentity Identity) : ICommand<OpenedSession>, IOwnTransaction;

internal sealed class LoginWithProviderHandler(
    ILinkedAccounts linked, ProviderRole roles, ISessions sessions, ISecurityRecord record, IUnitOfWork unitOfWork, IIdSource ids) :
    IRequestHandler<LoginWithProviderCommand, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(LoginWithProviderCommand request, CancellationToken cancellationToken)
    {
        var role = linked.RoleOf(request.Identity.Groups);
        var workspace = await linked.WorkspaceAsync(cancellationToken);
        var concerned = SecurityFact.Nobody;
        var recognised = await unitOfWork.RunAsync<Result<Account>>(OperationName.Of<LoginWithProviderCommand>(), async ct =>
        {
            var found = await linked.FindAsync(request.Identity, ct);
            concerned = found?.Account.Id ?? SecurityFact.Nobody;
            if (found is { IsBarred: true }) return SingleSignOnErrors.Refused;
            if (found is { IsLinked: false, HasOther: true }) return SingleSignOnErrors.LinkedToAnother;
            // An address that anybody can claim must open nobody's account, and keep nobody from theirs.
            if (found is not { IsLinked: true } && !request.Identity.EmailVerified) return SingleSignOnErrors.EmailUnverified;
            if (found is null && (role is null || workspace is null)) return SingleSignOnErrors.NotInvited;

            var account = found?.Account ?? await CreateAsync(request.Identity, ct);
            if (account.Error is { } unfit) return unfit;
            if (found is not { IsLinked: true }) await linked.LinkAsync(account.Value.Id, request.Identity, ct);
            if (workspace is { } place) await roles.ApplyAsync(account.Value, place, role, ct);
            return account;
        }, cancellationToken);
        if (recognised.Error is { } refused)
        {
            await record.AddAsync(SecurityFact.Refusal(SecurityKinds.SignIn, concerned), cancellationToken);
            return refused;
        }

        await record.AddAsync(SecurityFact.Done(SecurityKinds.SignIn, recognised.Value.Id), cancellationToken);
        return await sessions.OpenAsync(recognised.Value, SessionKind.Cookie, cancellationToken);
    }

    private async Task<Result<Account>> CreateAsync(ProviderIdentity identity, CancellationToken ct)
    {
        var email = identity.Email!.Trim();
        if (!AccountRules.LooksLikeEmail(email)) return SingleSignOnErrors.EmailUnverified;
        var name = new string([.. (identity.Name ?? "").Where(c => !char.IsControl(c)).Take(AccountLimits.Name)]).Trim();
        return await linked.CreateAsync(new UserId(ids.Next()), name.Length > 0 ? name : email.Split('@')[0], email, ct);
    }
}

/// <summary>Makes a person's role in a workspace the one that the provider's groups say. Owners stay what they are: no group makes or unmakes them.</summary>
internal sealed class ProviderRole(ILinkedAccounts linked, IWorkspaceRepository workspaces, IArchive archive, IVisit visit, ICallerDirectory directory, TimeProvider clock)
{
    private static readonly IReadOnlySet<Permission> Whatever = Roles.PermissionsOf(Roles.Owner);

    internal async Task ApplyAsync(Account account, WorkspaceId workspace, string? role, CancellationToken ct)
    {
        if (await archive.HasAsync(workspace, ct)) return;
        // From here on the record's rows are theirs, in this workspace.
        visit.AsMember(account, workspace, role ?? "");
        await linked.EnterAsync(account.Id, workspace, ct);
        var crew = await workspaces.CrewAsync(ct);
        var member = crew.Find(account.Id);
        if (member is { Role: Roles.Owner }) return;
        if (role is null)
        {
            if (await linked.TakeGivenAsync(account.Id, workspace, ct) && member is not null) workspaces.Remove(member);
        }
        else
        {
            if (member is null) workspaces.Add(new WorkspaceMember(workspace, account.Id, role) { CreatedAt = clock.GetUtcNow() });
            else if (crew.ChangeRole(account.Id, role, Whatever).Error is { } refused) throw new InvalidOperationException($"A role that may be given was refused: {refused.Code}.");
            await linked.NoteGivenAsync(account.Id, workspace, role, ct);
        }

        directory.ForgetUser(account.Id);
    }
}
