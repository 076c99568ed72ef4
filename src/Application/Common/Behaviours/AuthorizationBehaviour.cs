using System.Reflection;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Common.Behaviours;

/// <summary>
/// Lets a request through only when the caller's role in the workspace allows it. An API key, whatever its scopes, manages neither people
/// nor accounts: of what is open to anyone or needs <see cref="Permission.Administer"/> or <see cref="Permission.Own"/> it may only read.
/// </summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(ICaller caller)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IRefusable<TResponse>
{
    private static readonly RequiresAttribute? Required = typeof(TRequest).GetCustomAttribute<RequiresAttribute>();
    private static readonly bool Open = typeof(TRequest).IsDefined(typeof(AllowAnyoneAttribute), false);
    private static readonly bool Personal = typeof(TRequest).IsDefined(typeof(RequiresPersonAttribute), false);
    private static readonly bool Changes = typeof(TRequest).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));
    private static readonly bool ForPeople = Personal || (Changes && (Open || Required is { Permission: Permission.Administer or Permission.Own }));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (ForPeople && caller.ActorKind == ActorKinds.Key) return TResponse.Refused(CallerErrors.PeopleOnly);
        if (Open) return await next();
        if (caller.UserId is null) return TResponse.Refused(CallerErrors.NotSignedIn);
        if (Personal) return await next();
        if (caller.WorkspaceId is null) return TResponse.Refused(CallerErrors.NoWorkspace);
        if (Required is null || !caller.Permissions.Contains(Required.Permission)) return TResponse.Refused(NotAllowed);
        return await next();
    }

    /// <summary>A guest has no role: it is the link that does not allow it.</summary>
    private Error NotAllowed => caller.ActorKind == ActorKinds.Guest ? ShareErrors.NotAllowed : CallerErrors.NotAllowed;
}

/// <summary>Refusals that concern who is asking.</summary>
public static class CallerErrors
{
    /// <summary>Anonymous.</summary>
    public static readonly Error NotSignedIn = new("auth.required", "Sign in first.", ErrorKind.Unauthenticated);
    /// <summary>A member of several workspaces has to say which; a member of none has nothing to see.</summary>
    public static readonly Error NoWorkspace = new("workspace.required", "Say which workspace with the X-Workspace header (its slug or id).", ErrorKind.Forbidden);
    /// <summary>An API key asked for what only people do.</summary>
    public static readonly Error PeopleOnly = new("auth.peopleOnly", "An API key cannot do this: sign in as a person.", ErrorKind.Forbidden);
    /// <summary>The role does not allow it.</summary>
    public static readonly Error NotAllowed = new("auth.forbidden", "Your role in this workspace does not allow this.", ErrorKind.Forbidden);
}
