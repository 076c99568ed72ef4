using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Makes a workspace whose owner is the caller. Its own transaction, since it belongs to no workspace before it has run.</summary>
/// <param name="Name">For people; the slug comes from it, with a number behind it when another workspace has that.</param>
/// <param name="Currency">ISO 4217; null: USD.</param>
[AllowAnyone]
public sealed record CreateWorkspaceCommand(string Name, string? Currency = null) : ICommand<WorkspaceDto>, IOwnTransaction;

internal sealed class CreateWorkspaceHandler(
    ICallerGate gate, IAccounts accounts, IWorkspaceRepository workspaces, ICallerDirectory directory, WorkspaceAnswers answers, IUnitOfWork unitOfWork,
    IIdSource ids, TimeProvider clock) : IRequestHandler<CreateWorkspaceCommand, Result<WorkspaceDto>>
{
    public async Task<Result<WorkspaceDto>> Handle(CreateWorkspaceCommand request, CancellationToken cancellationToken)
    {
        if (gate.Profile is not { } profile) return CallerErrors.NotSignedIn;
        var made = Workspace.Create(new WorkspaceId(ids.Next()), request.Name, clock.GetUtcNow(), request.Currency, "name");
        if (made.Error is { } unfit) return unfit;
        return await unitOfWork.RunAsync(OperationName.Of<CreateWorkspaceCommand>(), async ct =>
        {
            made.Value.CallItself(await workspaces.FreeSlugAsync(made.Value.Slug, ct));
            await accounts.FoundAsync(made.Value, profile.Account, ct);
            directory.ForgetUser(profile.Account.Id);
            await unitOfWork.FlushAsync(ct);
            return await answers.ShowAsync(ct);
        }, cancellationToken);
    }
}
