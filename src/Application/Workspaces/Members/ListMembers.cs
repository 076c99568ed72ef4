using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces.Members;

/// <summary>Everybody in the workspace: owners first, then by name.</summary>
[Requires(Permission.Look)]
public sealed record ListMembersQuery : IQuery<Page<MemberDto>>;

internal sealed class ListMembersHandler(IWorkspaceReader reader) : IRequestHandler<ListMembersQuery, Result<Page<MemberDto>>>
{
    public async Task<Result<Page<MemberDto>>> Handle(ListMembersQuery request, CancellationToken cancellationToken) =>
        new Page<MemberDto>(await reader.MembersAsync(cancellationToken), null);
}
