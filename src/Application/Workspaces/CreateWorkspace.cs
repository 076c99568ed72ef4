using System.Security.Cryptography;
using System.Text;
using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Json;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Makes a workspace whose owner is the caller.</summary>
/// <param name="Name">For people; the slug comes from it, with a number behind it when another workspace has that.</param>
/// <param name="Currency">ISO 4217; null: USD.</param>
[AllowAnyone]
public sealed record CreateWorkspaceCommand(string Name, string? Currency = null) : ICommand<WorkspaceDto>, IOwnTransaction, IRepeatableByKey;

internal sealed class CreateWorkspaceHandler(
    ICallerGate gate, ICaller caller, IAccounts accounts, IWorkspaceRepository workspaces, ICallerDirectory directory, WorkspaceAnswers answers, IVisit visit,
    IIdempotencyStore repeats, IUnitOfWork unitOfWork, IIdSource ids, TimeProvider clock) : IRequestHandler<CreateWorkspaceCommand, Result<WorkspaceDto>>
{
    private static readonly AnswerJson<WorkspaceDto> Answer = new();

    public async Task<Result<WorkspaceDto>> Handle(CreateWorkspaceCommand request, CancellationToken cancellationToken)
    {
        if (gate.Profile is not { } profile) return CallerErrors.NotSignedIn;
        var (key, operation, hash) = (caller.IdempotencyKey, OperationName.Of<CreateWorkspaceCommand>(), RequestHash.Of(request));
        var id = new WorkspaceId(key is null ? ids.Next() : IdOf(profile.Account.Id, key));
        var made = Workspace.Create(id, request.Name, clock.GetUtcNow(), request.Currency, "name");
        if (made.Error is { } unfit) return unfit;
        if (key is not null) visit.Into(id);
        return await unitOfWork.RunAsync<Result<WorkspaceDto>>(operation, async ct =>
        {
            // Holds a lock from here on, so that two calls with one key come one after the other.
            made.Value.CallItself(await workspaces.FreeSlugAsync(made.Value.Slug, ct));
            if (key is not null && await workspaces.FindAsync(ct) is not null)
                return await repeats.ClaimAsync(operation, key, hash, ct) is { } earlier && earlier.RequestHash.AsSpan().SequenceEqual(hash) ? Answer.Read(earlier.Answer) : IdempotencyErrors.OtherRequest;

            await accounts.FoundAsync(made.Value, profile.Account, ct);
            directory.ForgetUser(profile.Account.Id);
            await unitOfWork.FlushAsync(ct);
            if (key is not null) await repeats.ClaimAsync(operation, key, hash, ct);
            var shown = await answers.ShowAsync(ct);
            if (key is not null && shown.Succeeded) await repeats.KeepAsync(operation, key, Answer.Write(shown), ct);
            return shown;
        }, cancellationToken);
    }

    /// <summary>
    /// Keys are kept in the workspace that a command changes, and here there is none yet. So the key says which one it will be: the same
    /// person and key, the same workspace. A UUID of version 8 (RFC 9562, section 5.8) from 122 bits of SHA-256.
    /// </summary>
    private static Guid IdOf(UserId person, string key)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"createWorkspace {person} {key}")).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
