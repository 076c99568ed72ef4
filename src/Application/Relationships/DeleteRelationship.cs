using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Relationships;

/// <summary>Takes a link away; both ends stay.</summary>
[Requires(Permission.Edit)]
public sealed record DeleteRelationshipCommand(Guid Id) : ICommand<Done>;

internal sealed class DeleteRelationshipHandler(Linking linking, IAssetRepository assets) : IRequestHandler<DeleteRelationshipCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteRelationshipCommand request, CancellationToken cancellationToken)
    {
        var link = await linking.FindAsync(request.Id, cancellationToken);
        if (link.Error is { } missing) return missing;
        assets.Remove(link.Value);
        return Done.Ok;
    }
}
