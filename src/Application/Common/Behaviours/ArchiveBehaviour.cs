using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Common.Behaviours;

/// <summary>
/// Keeps an archived workspace as it is: it can be looked at and not changed. What takes rights away, or takes it out of the archive,
/// goes through; so does a worker, who finishes what was asked for before.
/// </summary>
internal sealed class ArchiveBehaviour<TRequest, TResponse>(ICaller caller, IArchive archive)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IRefusable<TResponse>
{
    private static readonly bool Changes = typeof(TRequest).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))
        && !typeof(TRequest).IsDefined(typeof(AllowAnyoneAttribute), false) && !typeof(TRequest).IsDefined(typeof(WhileArchivedAttribute), false);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Changes && caller is { WorkspaceId: { } workspace, ActorKind: not "worker" } && await archive.HasAsync(workspace, cancellationToken))
            return TResponse.Refused(WorkspaceErrors.Archived);
        return await next();
    }
}

/// <summary>Marks a command that also goes through in an archived workspace: it takes something away from somebody, or ends the archiving.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WhileArchivedAttribute : Attribute;
