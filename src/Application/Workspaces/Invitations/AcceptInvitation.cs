using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>What an invitation offers, for whoever has its link.</summary>
[AllowAnyone]
public sealed record GetInvitationQuery(string Token) : IQuery<OfferedInvitationDto>;

/// <summary>What an invitation offers.</summary>
/// <param name="WorkspaceName">Where to.</param>
/// <param name="Role">As what.</param>
/// <param name="InvitedBy">Who invites.</param>
/// <param name="Email">Whom it is made out to; null: whoever has the link.</param>
/// <param name="HasAccount">Whether that address has an account here already: then one signs in to accept; null when it is made out to nobody.</param>
/// <param name="ExpiresAt">After this it is worth nothing.</param>
public sealed record OfferedInvitationDto(string WorkspaceName, string Role, string InvitedBy, string? Email, bool? HasAccount, DateTimeOffset ExpiresAt);

/// <summary>Joins a workspace by an invitation, once: as the caller, or, when nobody is signed in, as a new person who is signed in with it.</summary>
/// <param name="Token">What the link says.</param>
/// <param name="Person">Who joins; null: the caller.</param>
[AllowAnyone]
public sealed record AcceptInvitationCommand(string Token, NewPerson? Person) : ICommand<Joined>, IOwnTransaction;

/// <summary>Somebody who has no account yet.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Password">12 to 128 characters of any kind, none of the common ones.</param>
/// <param name="Mode">How they are signed in.</param>
public sealed record NewPerson(string Name, string Email, string Password, SessionKind Mode);

/// <summary>A new member.</summary>
/// <param name="WorkspaceId">Of which workspace.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">As what.</param>
/// <param name="Session">The sign-in of a new person; null for who was signed in.</param>
public sealed record Joined(Guid WorkspaceId, string Slug, string Name, string Role, OpenedSession? Session);

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitationCommand>
{
    public AcceptInvitationValidator() => When(c => c.Person is not null, () =>
    {
        RuleFor(c => c.Person!.Name).PersonName().OverridePropertyName("name");
        RuleFor(c => c.Person!.Email).EmailShape().OverridePropertyName("email");
        RuleFor(c => c.Person!.Password).PasswordShape().OverridePropertyName("password");
    });
}

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
