using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Who the caller is and where they may go. Needs no workspace: it is how one is found.</summary>
[AllowAnyone]
public sealed record GetMeQuery : IQuery<Me>;

/// <summary>The caller.</summary>
/// <param name="User">The person.</param>
/// <param name="Workspaces">Their workspaces by name.</param>
/// <param name="Current">The id of the workspace that this request speaks of: the one it named, or the only one; else null.</param>
public sealed record Me(Person User, IReadOnlyList<MyWorkspace> Workspaces, Guid? Current);

/// <summary>A person with an account.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">For people.</param>
/// <param name="Email">What they sign in with.</param>
public sealed record Person(Guid Id, string Name, string Email);

/// <summary>One of the caller's workspaces.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">What <c>X-Workspace</c> and URLs call it.</param>
/// <param name="Name">For people.</param>
/// <param name="Role">The caller's role in it.</param>
/// <param name="Permissions">What that role allows; for an API key what its scopes name of it.</param>
public sealed record MyWorkspace(Guid Id, string Slug, string Name, string Role, IReadOnlyList<Permission> Permissions);

internal sealed class GetMeHandler(ICaller caller, ICallerGate gate) : IRequestHandler<GetMeQuery, Result<Me>>
{
    public Task<Result<Me>> Handle(GetMeQuery request, CancellationToken cancellationToken) => Task.FromResult(Answer());

    private Result<Me> Answer()
    {
        if (gate.Profile is not { } profile) return CallerErrors.NotSignedIn;
        var account = profile.Account;
        return new Me(new Person(account.Id.Value, account.Name, account.Email), [.. profile.Memberships.Select(m => Of(profile, m))], caller.WorkspaceId?.Value);
    }

    private static MyWorkspace Of(CallerProfile profile, Membership m) =>
        new(m.WorkspaceId.Value, m.Slug, m.Name, m.Role, [.. profile.PermissionsIn(m).Order()]);
}
