using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

internal sealed class AcceptInvitationHandler(
    IWorkspaceRepository workspaces, IWorkspaceReader reader, ISecretTokens tokens, IVisit visit, ICallerGate gate, IAccounts accounts, ISessions sessions, IArchive archive,
    ICallerDirectory directory, IUnitOfWork unitOfWork, IIdSource ids, TimeProvider clock) :
    IRequestHandler<GetInvitationQuery, Result<OfferedInvitationDto>>, IRequestHandler<AcceptInvitationCommand, Result<Joined>>
{
    public Task<Result<OfferedInvitationDto>> Handle(GetInvitationQuery request, CancellationToken cancellationToken) =>
        OpenAsync<OfferedInvitationDto>(request.Token, async (invitation, workspace, ct) => new OfferedInvitationDto(
            workspace.Name, invitation.Role, await reader.NameOfAsync(invitation.CreatedBy, ct) ?? "", invitation.Email,
            invitation.Email is { } email ? await reader.HasAccountAsync(email, ct) : null, invitation.ExpiresAt), cancellationToken);

    public async Task<Result<Joined>> Handle(AcceptInvitationCommand request, CancellationToken cancellationToken)
    {
        if (request.Person is null && gate.Profile is null) return CallerErrors.NotSignedIn;
        Account? fresh = null;
        var joined = await OpenAsync<Joined>(request.Token, async (invitation, workspace, ct) =>
        {
            if (await archive.HasAsync(workspace.Id, ct)) return WorkspaceErrors.Archived;
            var account = await AccountAsync(request.Person, invitation, ct);
            if (account.Error is { } nobody) return nobody;
            fresh = request.Person is null ? null : account.Value;
            visit.AsMember(account.Value, workspace.Id, invitation.Role);
            var stamp = new Stamp(account.Value.Id, clock.GetUtcNow());
            if (invitation.Accept(account.Value.Email, stamp).Error is { } refused) return refused;
            if ((await workspaces.CrewAsync(ct)).Find(account.Value.Id) is not null) return WorkspaceErrors.MemberExists;
            workspaces.Add(new WorkspaceMember(workspace.Id, account.Value.Id, invitation.Role) { CreatedAt = stamp.At });
            directory.ForgetUser(account.Value.Id);
            return new Joined(workspace.Id.Value, workspace.Slug, workspace.Name, invitation.Role, null);
        }, cancellationToken);
        return joined.Error is null && fresh is not null ? joined.Value with { Session = await sessions.OpenAsync(fresh, request.Person!.Mode, cancellationToken) } : joined;
    }

    /// <summary>Whoever is signed in joins as themselves; they cannot make another account on the way.</summary>
    private async Task<Result<Account>> AccountAsync(NewPerson? person, Invitation invitation, CancellationToken ct)
    {
        if (person is null) return gate.Profile!.Account;
        if (invitation.Email is { } email && !string.Equals(email, person.Email.Trim(), StringComparison.OrdinalIgnoreCase)) return WorkspaceErrors.InvitationForAnother;
        return await accounts.CreateAsync(new UserId(ids.Next()), person.Name.Trim(), person.Email.Trim(), person.Password, ct);
    }

    /// <summary>Whatever is wrong with a token, the answer is the same.</summary>
    private async Task<Result<T>> OpenAsync<T>(string text, Func<Invitation, Workspace, CancellationToken, Task<Result<T>>> use, CancellationToken ct)
    {
        if (tokens.Read(text) is not { } token) return WorkspaceErrors.InvitationNotFound;
        visit.Into(token.Workspace);
        return await unitOfWork.RunAsync<Result<T>>(OperationName.Of<AcceptInvitationCommand>(), async inner =>
        {
            // The workspace first, as everybody locks it who changes its people.
            if (await workspaces.FindAsync(inner) is not { } workspace) return WorkspaceErrors.InvitationNotFound;
            var found = await workspaces.FindInvitationAsync(new InvitationId(token.Id), inner);
            if (found is null || !token.Is(found.SecretHash) || !found.IsOpen(clock.GetUtcNow())) return WorkspaceErrors.InvitationNotFound;
            return await use(found, workspace, inner);
        }, ct);
    }
}
