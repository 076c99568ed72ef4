using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Makes the first person and the first workspace, then never again.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Password">12 to 128 characters of any kind, none of the common ones.</param>
/// <param name="WorkspaceName">The crew's name.</param>
/// <param name="DemoFilm">Whether the demonstration film is planted.</param>
/// <param name="Code">The one-time code; not needed from the server's own machine.</param>
/// <param name="FromThisMachine">Whether the request came from the server's own machine.</param>
[AllowAnyone]
public sealed record SetUpCommand(string Name, string Email, string Password, string WorkspaceName, bool DemoFilm, string? Code, bool FromThisMachine)
    : ICommand<OpenedSession>, IOwnTransaction;

internal sealed class SetUpValidator : AbstractValidator<SetUpCommand>
{
    public SetUpValidator()
    {
        RuleFor(c => c.Name).PersonName();
        RuleFor(c => c.Email).EmailShape();
        RuleFor(c => c.Password).PasswordShape();
    }
}

internal sealed class SetUpHandler(
    IAccounts accounts, ISetupCode code, ISessions sessions, IUnitOfWork unitOfWork, ISecurityRecord record, IEnumerable<IDemoFilm> demoFilms, IIdSource ids, TimeProvider clock)
    : IRequestHandler<SetUpCommand, Result<OpenedSession>>
{
    private sealed record Founded(Account Owner, WorkspaceId Workspace);

    public async Task<Result<OpenedSession>> Handle(SetUpCommand request, CancellationToken cancellationToken)
    {
        if (await accounts.AnyAsync(cancellationToken)) return AccountErrors.AlreadySetUp;
        if (!request.FromThisMachine && request.Code is null) return AccountErrors.CodeNeeded;
        if (!request.FromThisMachine && !code.Is(request.Code!)) return AccountErrors.CodeWrong;

        var founded = await unitOfWork.RunAsync(OperationName.Of<SetUpCommand>(), ct => FoundAsync(request, ct), cancellationToken);
        if (founded.Error is { } refused) return refused;

        var (owner, workspace) = (founded.Value.Owner, founded.Value.Workspace);
        if (request.DemoFilm)
        {
            foreach (var film in demoFilms) await film.PlantAsync(workspace, owner.Id, owner.Name, cancellationToken);
        }

        return await sessions.OpenAsync(owner, SessionKind.Cookie, cancellationToken);
    }

    private async Task<Result<Founded>> FoundAsync(SetUpCommand request, CancellationToken ct)
    {
        if (!await accounts.ClaimFirstAsync(ct)) return AccountErrors.AlreadySetUp;
        var workspace = Workspace.Create(new WorkspaceId(ids.Next()), request.WorkspaceName, clock.GetUtcNow());
        if (workspace.Error is { } unfit) return unfit;
        var owner = await accounts.CreateAsync(new UserId(ids.Next()), request.Name.Trim(), request.Email.Trim(), request.Password, ct);
        if (owner.Error is { } refused) return refused;
        await accounts.FoundAsync(workspace.Value, owner.Value, ct);
        await record.AddAsync(SecurityFact.Done(SecurityKinds.SignIn, owner.Value.Id), ct);
        return new Founded(owner.Value, workspace.Value.Id);
    }
}
